import type { Database, Statement } from "better-sqlite3";
import { START, type Position } from "../../eventstore/contract.js";
import {
  COLUMNS,
  type Column,
  formsOf,
  type FoundBy,
  type FoundText,
  type SearchKind,
  tokensOf,
} from "./foundTexts.js";
import { OPEN, TemporalTable } from "./temporal.js";

/** More than an event begins. Positions are places in a file of some terabytes at most, so their product is a safe integer. */
const ENTRIES_PER_EVENT = 1_024;

interface SearchRow {
  /** Larger the newer, and the same however often and with which other parts an entry is built. */
  entry: number;
  kind: string;
  id: string;
  since: string;
  /** JSON of its FoundTexts. */
  texts: string;
}

/** An entry that is not in the table yet. */
interface Unwritten {
  readonly kind: SearchKind;
  readonly id: string;
  readonly from: Position;
  to: Position;
  found: FoundBy;
}

/**
 * Writes what can be found by words. Every version of what a record is found by is an entry of its own, so search can be
 * asked as-of. Entries are written when the page of events has been taken in: SQLite's index of words writes out what it
 * has gathered whenever another statement changes several rows, so it is given all words of a page in one go.
 */
export class SearchIndex {
  private readonly entries: TemporalTable<SearchRow>;
  private readonly insertText: Statement;
  private readonly deleteText: Statement;
  private readonly texts: Statement;
  private readonly update: Statement;
  private unwritten: Unwritten[] = [];
  private readonly standing = new Map<string, Unwritten>();

  constructor(db: Database) {
    this.entries = new TemporalTable(db, "search_entry", ["kind", "id"], ["entry", "since", "texts"]);
    this.insertText = db.prepare(INSERT_TEXT);
    this.deleteText = db.prepare(`DELETE FROM search_text WHERE rowid = ?`);
    this.texts = db.prepare(`SELECT entry, texts FROM search_entry WHERE kind = ? AND id = ?`);
    this.update = db.prepare(`UPDATE search_entry SET texts = ? WHERE entry = ?`);
  }

  /** From now on the record is found by this. */
  put(at: Position, kind: SearchKind, id: string, found: FoundBy): void {
    this.end(at, kind, id);
    this.add(at, kind, id, found);
  }

  /** As `put`, for a record that has no entry yet. */
  add(at: Position, kind: SearchKind, id: string, found: FoundBy): void {
    const entry: Unwritten = { kind, id, from: at, to: OPEN, found };
    this.unwritten.push(entry);
    this.standing.set(`${kind}:${id}`, entry);
  }

  end(at: Position, kind: SearchKind, id: string): void {
    const key = `${kind}:${id}`;
    const standing = this.standing.get(key);
    if (!standing) return this.entries.end(at, { kind, id });
    standing.to = at;
    this.standing.delete(key);
  }

  /**
   * What all may read of the record's texts so far is told anew, as of then too: what it showed must not be found any more.
   */
  retell(kind: SearchKind, id: string, retold: (text: string) => string): void {
    for (const entry of this.unwritten) {
      if (entry.kind !== kind || entry.id !== id) continue;
      entry.found = { ...entry.found, texts: withOpen(entry.found.texts, retold) };
    }
    for (const { entry, texts } of this.texts.all(kind, id) as { entry: number; texts: string }[]) {
      const now = withOpen(JSON.parse(texts) as readonly FoundText[], retold);
      const json = JSON.stringify(now);
      if (json === texts) continue;
      this.update.run(json, entry);
      this.deleteText.run(entry);
      this.index(entry, kind, now);
    }
  }

  settle(): void {
    let last = { from: START, kind: "", entry: 0 };
    for (const { kind, id, from, to, found } of this.unwritten) {
      // One that began and ended with the same event never stood.
      if (from === to) continue;
      const isNext = from === last.from;
      // Of two kinds, each would be numbered otherwise where its part is built alone.
      if (isNext && kind !== last.kind) throw new Error("One event changes how records of two kinds are found.");
      const entry = isNext ? last.entry + 1 : from * ENTRIES_PER_EVENT;
      const { since, texts } = found;
      this.entries.record(from, to, { entry, kind, id, since, texts: JSON.stringify(texts) });
      this.index(entry, kind, texts);
      last = { from, kind, entry };
    }
    this.unwritten = [];
    this.standing.clear();
  }

  private index(entry: number, kind: SearchKind, texts: readonly FoundText[]): void {
    this.insertText.run(entry, ...indexed(kind, texts));
  }
}

/** What is written to the index of words for an entry: its number and `indexed`. */
export const INSERT_TEXT =
  `INSERT INTO search_text (rowid, kind, ${COLUMNS.join(", ")}) ` +
  `VALUES (?, ?, ${COLUMNS.map(() => "?").join(", ")})`;

export function indexed(kind: SearchKind, texts: readonly FoundText[]): readonly string[] {
  const tokens = new Map<Column, Set<string>>(COLUMNS.map((column) => [column, new Set()]));
  for (const [at, text] of texts.entries()) {
    for (const [column, form] of formsOf(text)) {
      for (const token of tokensOf(text, form, at === 0)) tokens.get(column)?.add(token);
    }
  }
  return [kindToken(kind), ...COLUMNS.map((column) => [...(tokens.get(column) ?? [])].join(" "))];
}

/** Which of the kinds an entry is of, as a word of the index. */
export const kindToken = (kind: SearchKind): string => `!${kind.toLowerCase()}`;

const withOpen = (texts: readonly FoundText[], retold: (text: string) => string): readonly FoundText[] =>
  texts.map((text) => (text.open === undefined ? text : { ...text, open: retold(text.open) }));
