import type { Database, Statement } from "better-sqlite3";
import { nameKey } from "../../domain/kernel/names.js";
import { START, type Position } from "../../eventstore/contract.js";
import { fold, withoutMarks, wordsIn } from "./fold.js";
import { OPEN, TemporalTable } from "./temporal.js";

/** More than an event begins. Positions are places in a file of some terabytes at most, so their product is a safe integer. */
const ENTRIES_PER_EVENT = 1_024;

interface SearchRow {
  /** Larger the newer, and the same however often and with which other parts an entry is built. */
  entry: number;
  kind: string;
  id: string;
  title: string;
  title_key: string;
  title_folded: string;
}

/** An entry that is not in the table yet. */
interface Unwritten {
  row: Omit<SearchRow, "entry">;
  readonly from: Position;
  to: Position;
  words: string;
}

/**
 * Writes what can be found by words. Every version of a title is an entry of its own, so search can be asked as-of.
 * Entries are written when the page of events has been taken in: SQLite's index of words writes out what it has
 * gathered whenever another statement changes several rows, so it is given all words of a page in one go.
 */
export class SearchIndex {
  private readonly entries: TemporalTable<SearchRow>;
  private readonly insertText: Statement;
  private readonly deleteText: Statement;
  private readonly titles: Statement;
  private readonly update: Statement;
  private unwritten: Unwritten[] = [];
  private readonly standing = new Map<string, Unwritten>();

  constructor(db: Database) {
    this.entries = new TemporalTable(
      db,
      "search_entry",
      ["kind", "id"],
      ["entry", "title", "title_key", "title_folded"],
    );
    this.insertText = db.prepare(`INSERT INTO search_text (rowid, text) VALUES (?, ?)`);
    this.deleteText = db.prepare(`DELETE FROM search_text WHERE rowid = ?`);
    this.titles = db.prepare(`SELECT entry, title FROM search_entry WHERE kind = ? AND id = ?`);
    this.update = db.prepare(`UPDATE search_entry SET title = ?, title_key = ?, title_folded = ? WHERE entry = ?`);
  }

  /** @param alsoFoundBy other texts by which the entity is found; the title is what exact matches are ranked by. */
  put(at: Position, kind: string, id: string, title: string, alsoFoundBy: readonly string[] = []): void {
    this.end(at, kind, id);
    this.add(at, kind, id, title, alsoFoundBy);
  }

  /** As `put`, for an entity that has no entry yet. */
  add(at: Position, kind: string, id: string, title: string, alsoFoundBy: readonly string[] = []): void {
    const entry: Unwritten = { from: at, to: OPEN, ...told(kind, id, title, alsoFoundBy) };
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

  /**
   * All entries of the entity so far are told anew, as of then too: what their titles showed must not be found any more.
   * They are found by their titles alone.
   */
  retitle(kind: string, id: string, retold: (title: string) => string): void {
    for (const entry of this.unwritten) {
      if (entry.row.kind === kind && entry.row.id === id) Object.assign(entry, told(kind, id, retold(entry.row.title)));
    }
    for (const { entry, title } of this.titles.all(kind, id) as { entry: number; title: string }[]) {
      const { row, words } = told(kind, id, retold(title));
      if (row.title === title) continue;
      this.update.run(row.title, row.title_key, row.title_folded, entry);
      this.deleteText.run(entry);
      this.insertText.run(entry, words);
    }
  }

  settle(): void {
    let last = { from: START, kind: "", entry: 0 };
    for (const { row, from, to, words } of this.unwritten) {
      // One that began and ended with the same event never stood.
      if (from === to) continue;
      const isNext = from === last.from;
      // Of two kinds, each would be numbered otherwise where its part is built alone.
      if (isNext && row.kind !== last.kind) throw new Error("One event changes how records of two kinds are found.");
      const entry = isNext ? last.entry + 1 : from * ENTRIES_PER_EVENT;
      this.entries.record(from, to, { entry, ...row });
      this.insertText.run(entry, words);
      last = { from, kind: row.kind, entry };
    }
    this.unwritten = [];
    this.standing.clear();
  }
}

/** An entry as it is found: by its title, and by other texts. */
function told(
  kind: string,
  id: string,
  title: string,
  alsoFoundBy: readonly string[] = [],
): Pick<Unwritten, "row" | "words"> {
  const title_key = nameKey(title);
  const title_folded = withoutMarks(title_key);
  const words = wordsIn([title_folded, ...alsoFoundBy.map(fold)].join(" ")).join(" ");
  return { row: { kind, id, title, title_key, title_folded }, words };
}
