import type { Database } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { Position } from "../eventstore/contract.js";
import type { EntriesAsked } from "./figureEntries.js";
import { OPEN } from "./temporal.js";
import { dayNumber, type EntryColumns, type EntryOfNames, packed, unpacked } from "./visitFigureColumns.js";
import { type EntriesRow, entriesIn, entriesJson, type Entry, FIGURE_ENTRIES_DDL } from "./visitFigureRows.js";
import type { EntryCause } from "./visitFigureTerms.js";

/** So few that the entries in no block yet are read in about a millisecond, so many that blocks are few. */
const ENTRIES_PER_BLOCK = 512;
/** About 100 bytes each. */
const KEPT_CODES = 50_000;

/**
 * The entries of the ledger of figures once more, as columns of numbers: a figure over years is a pass over numbers
 * instead of a search among texts. Names (of units, agencies, reporters, topics) have a number of their own here, given
 * in the order of first mention. A block is written when it is full and never changed; what is in none yet is read from
 * the entries themselves.
 */
export const FIGURE_BLOCKS_DDL = `
  ${FIGURE_ENTRIES_DDL}
  CREATE TABLE figure_name (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE figure_block (
    from_position INTEGER NOT NULL,
    last_position INTEGER PRIMARY KEY,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    entries BLOB NOT NULL
  ) STRICT;
`;

const ENTRIES_AFTER = `SELECT * FROM figure_entry WHERE position > :after AND position <= :upTo ORDER BY position`;

/** Writes entries, and every block of them once it is full. */
export class FigureBlocks {
  private readonly waiting: EntryOfNames[];
  private readonly insert;
  private readonly insertBlock;
  private readonly codes: FigureNames;

  constructor(
    db: Database,
    private readonly entriesPerBlock = ENTRIES_PER_BLOCK,
  ) {
    this.codes = new FigureNames(db);
    this.insert = db.prepare(`INSERT INTO figure_entry VALUES (?, ?, ?)`);
    this.insertBlock = db.prepare(`INSERT INTO figure_block VALUES (?, ?, ?, ?, ?)`);
    const last = db.prepare(`SELECT coalesce(max(last_position), 0) FROM figure_block`).pluck().get() as Position;
    // Those of before this start.
    const rows = db.prepare(ENTRIES_AFTER).all({ after: last, upTo: OPEN }) as EntriesRow[];
    this.waiting = rows.flatMap(entriesIn);
  }

  /** All entries of an event, in order: the columns do not have the seq, it is counted. Blocks end with an event. */
  add(position: Position, cause: EntryCause, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    this.insert.run(position, cause, entriesJson(entries));
    for (const entry of entries) this.waiting.push({ position, cause, ...entry });
    if (this.waiting.length < this.entriesPerBlock) return;
    const { position: block, day, bytes } = packed(this.waiting, (name) => this.codes.of(name));
    this.insertBlock.run(block.from, block.last, day.from, day.to, bytes);
    this.waiting.length = 0;
  }
}

class FigureNames {
  private readonly kept = new LRUCache<string, number>({ max: KEPT_CODES });
  private readonly find;
  private readonly insert;

  constructor(db: Database) {
    this.find = db.prepare(`SELECT code FROM figure_name WHERE name = ?`).pluck();
    this.insert = db.prepare(`INSERT INTO figure_name (name) VALUES (?)`);
  }

  of(name: string): number {
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const code = (this.find.get(name) as number | undefined) ?? Number(this.insert.run(name).lastInsertRowid);
    this.kept.set(name, code);
    return code;
  }
}

/** The numbers of names, as one question meets them: those that are in no block yet are numbered for it alone. */
export interface Names {
  /** One more than the largest number. */
  readonly size: number;
  of(name: string): number;
  nameOf(code: number): string;
}

/** Reads the entries as columns. */
export class FigureBlockReader {
  private readonly known = new Map<string, number>();
  private readonly names: string[] = [""];
  private readonly newNames;
  private readonly blocks;
  private readonly lastBlock;
  private readonly entriesAfter;

  constructor(private readonly db: Database) {
    this.newNames = db.prepare(`SELECT code, name FROM figure_name WHERE code >= ? ORDER BY code`);
    this.blocks = db
      .prepare(
        `SELECT entries FROM figure_block
         WHERE last_position >= :first AND from_position <= :upTo AND from_day <= :to AND to_day >= :from
         ORDER BY last_position`,
      )
      .pluck();
    this.lastBlock = db.prepare(`SELECT coalesce(max(last_position), 0) FROM figure_block`).pluck();
    this.entriesAfter = db.prepare(ENTRIES_AFTER);
  }

  /**
   * Every entry that may be of the period's days and of these positions, in order of position; others may be among
   * them. An event is read whole.
   * @param begin is given the names as they are for this question; what it begins takes in the entries
   */
  read<T extends TakesEntries>(period: Period, positions: Span, begin: (names: Names) => T): T {
    const days = { from: dayNumber(period.from), to: dayNumber(period.to) };
    const { from, to } = positions;
    // One snapshot: names, blocks and the entries behind the last block belong together.
    return this.db.transaction(() => {
      const names = this.namesNow();
      const after = Math.max(this.lastBlock.get() as Position, from - 1);
      const rest = (this.entriesAfter.all({ after, upTo: to }) as EntriesRow[]).flatMap(entriesIn);
      // First, so that the names in them have their numbers.
      const tail = rest.length === 0 ? undefined : unpacked(packed(rest, (name) => names.of(name)).bytes);
      const taking = begin(names);
      for (const bytes of this.blocks.iterate({ ...days, first: from, upTo: to }) as IterableIterator<Buffer>) {
        taking.add(unpacked(bytes));
        if (taking.hasEnough) return taking;
      }
      if (tail) taking.add(tail);
      return taking;
    })();
  }

  private namesNow(): Names {
    const { known, names } = this;
    for (const { code, name } of this.newNames.all(names.length) as { code: number; name: string }[]) {
      known.set(name, code);
      names[code] = name;
    }
    const own = new Map<string, number>();
    const ownNames: string[] = [];
    return {
      get size() {
        return names.length + own.size;
      },
      of(name) {
        const code = known.get(name) ?? own.get(name);
        if (code !== undefined) return code;
        own.set(name, names.length + own.size);
        return names.length + ownNames.push(name) - 1;
      },
      nameOf: (code) => names[code] ?? ownNames[code - names.length] ?? "",
    };
  }
}

/** Of days, both included. */
type Period = Pick<EntriesAsked, "from" | "to">;

/** Both ends included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface TakesEntries {
  /** Set when nothing that is still to come changes its answer. */
  readonly hasEnough?: boolean;
  add(columns: EntryColumns): void;
}
