import type { Database, Statement } from "better-sqlite3";
import { START, type Position } from "../eventstore/contract.js";
import { fold, keepMarks, wordsIn } from "./fold.js";
import type { OwnRows, ReadModelPart } from "./part.js";
import { OPEN, TemporalTable, TEMPORAL_COLUMNS } from "./temporal.js";

const DDL = `
  CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    title TEXT NOT NULL,
    title_kept TEXT NOT NULL,
    title_folded TEXT NOT NULL
  ) STRICT;
  CREATE INDEX search_entry_open ON search_entry (kind, id, to_position);
  CREATE INDEX search_entry_folded ON search_entry (title_folded, entry);
  CREATE VIRTUAL TABLE search_text USING fts5(text, content='', contentless_delete=1, tokenize='unicode61');
  CREATE TRIGGER search_entry_deleted AFTER DELETE ON search_entry
    BEGIN DELETE FROM search_text WHERE rowid = old.entry; END;
`;

/** The tables alone: by what a record is found is known to the part that has it, and that part puts it into the index. */
export const searchPart: ReadModelPart = {
  name: "search",
  source: import.meta.url,
  ddl: DDL,
  open: () => () => undefined,
};

/** The entries of a kind, as a part's own rows. */
export const foundAs = (kind: string): OwnRows => ({
  of: searchPart,
  table: "search_entry",
  column: "kind",
  value: kind,
});

/** More than an event begins. Positions are places in a file of some terabytes at most, so their product is a safe integer. */
const ENTRIES_PER_EVENT = 1_024;

interface SearchRow {
  /** Larger the newer, and the same however often and with which other parts an entry is built. */
  entry: number;
  kind: string;
  id: string;
  title: string;
  title_kept: string;
  title_folded: string;
}

/** An entry that is not in the table yet. */
interface Unwritten {
  readonly row: Omit<SearchRow, "entry">;
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
    this.entries = new TemporalTable(
      db,
      "search_entry",
      ["kind", "id"],
      ["entry", "title", "title_kept", "title_folded"],
    );
    this.insertText = db.prepare(`INSERT INTO search_text (rowid, text) VALUES (?, ?)`);
  }

  /** @param alsoFoundBy other texts by which the entity is found; the title is what exact matches are ranked by. */
  put(at: Position, kind: string, id: string, title: string, alsoFoundBy: readonly string[] = []): void {
    this.end(at, kind, id);
    this.add(at, kind, id, title, alsoFoundBy);
  }

  /** As `put`, for an entity that has no entry yet. */
  add(at: Position, kind: string, id: string, title: string, alsoFoundBy: readonly string[] = []): void {
    const title_folded = fold(title);
    const row = { kind, id, title, title_kept: keepMarks(title), title_folded };
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
