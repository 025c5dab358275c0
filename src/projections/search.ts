import type { Database, Statement } from "better-sqlite3";
import { nameKey } from "../domain/kernel/names.js";
import type { Position } from "../eventstore/contract.js";
import { fold, withoutMarks, wordsIn } from "./fold.js";
import { OPEN, TemporalTable, TEMPORAL_COLUMNS } from "./temporal.js";

export const SEARCH_DDL = `
  CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    title_folded TEXT NOT NULL
  ) STRICT;
  CREATE INDEX search_entry_open ON search_entry (kind, id, to_position);
  CREATE INDEX search_entry_folded ON search_entry (title_folded, entry);
  CREATE VIRTUAL TABLE search_text USING fts5(text, content='', tokenize='unicode61');
`;

interface SearchRow {
  kind: string;
  id: string;
  title: string;
  title_key: string;
  title_folded: string;
}

/** An entry that is not in the table yet. */
interface Unwritten {
  readonly row: SearchRow;
  readonly from: Position;
  to: Position;
  readonly words: string;
}

/**
 * Writes what can be found by words. Every version of a title is an entry of its own, so search can be asked as-of.
 * Entries are written when the page of events has been taken in: SQLite's index of words writes out what it has
 * gathered whenever another statement changes several rows, so it is given all words of a page in one go.
 */
export class SearchIndex {
  private readonly entries: TemporalTable<SearchRow>;
  private readonly insertText: Statement;
  private unwritten: Unwritten[] = [];
  private readonly standing = new Map<string, Unwritten>();

  constructor(db: Database) {
    this.entries = new TemporalTable(db, "search_entry", ["kind", "id"], ["title", "title_key", "title_folded"]);
    this.insertText = db.prepare(`INSERT INTO search_text (rowid, text) VALUES (?, ?)`);
  }

  /** @param alsoFoundBy other texts by which the entity is found; the title is what exact matches are ranked by. */
  put(at: Position, kind: string, id: string, title: string, alsoFoundBy: readonly string[] = []): void {
    this.end(at, kind, id);
    this.add(at, kind, id, title, alsoFoundBy);
  }

  /** As `put`, for an entity that has no entry yet. */
  add(at: Position, kind: string, id: string, title: string, alsoFoundBy: readonly string[] = []): void {
    const title_key = nameKey(title);
    const title_folded = withoutMarks(title_key);
    const row = { kind, id, title, title_key, title_folded };
    const words = wordsIn([title_folded, ...alsoFoundBy.map(fold)].join(" ")).join(" ");
    const entry: Unwritten = { row, from: at, to: OPEN, words };
    this.unwritten.push(entry);
    this.standing.set(`${kind}:${id}`, entry);
  }

  end(at: Position, kind: string, id: string): void {
    const key = `${kind}:${id}`;
    const standing = this.standing.get(key);
    if (!standing) return this.entries.end(at, { kind, id });
    standing.to = at;
    this.standing.delete(key);
  }

  settle(): void {
    for (const { row, from, to, words } of this.unwritten) {
      // One that began and ended with the same event never stood.
      if (from < to) this.insertText.run(this.entries.record(from, to, row), words);
    }
    this.unwritten = [];
    this.standing.clear();
  }
}
