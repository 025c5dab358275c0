import type { Database } from "better-sqlite3";
import type { Position } from "../../eventstore/contract.js";
import type { FigureBook } from "./book.js";
import { type EntryColumns, packed, unpacked } from "./columns.js";
import { entriesIn, type EntriesRow } from "./entries.js";
import { type Names, NamesReader } from "./names.js";
import { dayNumber, type Period } from "./periods.js";
import type { Sheet } from "./sheet.js";
import { entriesAfter, lastInBlocks } from "./tables.js";

/** Of positions, both ends included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is made of entries. */
export interface TakesEntries {
  /** Set when nothing that is still to come changes its answer. */
  readonly hasEnough?: boolean;
  add(columns: EntryColumns): void;
}

/** Reads the entries of a book as columns, in which measures, dimensions and names have their numbers in the book. */
export class BlockReader {
  private readonly names: NamesReader;
  private readonly readers: ReadonlyMap<Sheet, SheetReader>;

  constructor(
    private readonly db: Database,
    private readonly book: FigureBook,
  ) {
    this.names = new NamesReader(db, book.sheets);
    this.readers = new Map(book.sheets.map((sheet) => [sheet, new SheetReader(db, book, sheet)]));
  }

  /**
   * Every entry that may be of the period's days and of these positions, sheet by sheet, each in order of position;
   * others may be among them. An event is read whole.
   * @param begin is given the names as they are for this question; what it begins takes in the entries
   * @param sheets of the book; all of them, if not given
   */
  read<T extends TakesEntries>(
    period: Period,
    positions: Span,
    begin: (names: Names) => T,
    sheets: readonly Sheet[] = this.book.sheets,
  ): T {
    const readers = sheets.flatMap((sheet) => this.readers.get(sheet) ?? []);
    // One snapshot: names, blocks and the entries behind the last block belong together.
    return this.db.transaction(() => {
      const names = this.names.now();
      // First, so that the names in them have their numbers.
      const tails = readers.map((reader) => ({ reader, tail: reader.tail(positions, names) }));
      const taking = begin(names);
      for (const { reader, tail } of tails) {
        for (const columns of reader.blocks(period, positions, names)) {
          taking.add(columns);
          if (taking.hasEnough) return taking;
        }
        if (tail) taking.add(tail);
      }
      return taking;
    })();
  }

  /**
   * The latest day on which something counts in one of the measures, of what came in up to the position; `after`, if none is
   * later.
   */
  lastDay(measures: ReadonlySet<string>, upTo: number, at: Position, after: number): number {
    const readers = [...this.readers.values()];
    return this.db.transaction(() =>
      readers.reduce((last, reader) => reader.lastDay(measures, upTo, at, last), after),
    )();
  }
}

class SheetReader {
  private readonly blocksOf;
  private readonly latestBlocks;
  private readonly blockAt;
  private readonly lastBlock;
  private readonly entriesAfter;
  /** How many measures of the book come before those of the sheet. */
  private readonly firstMeasure: number;
  /** By the number of a dimension in the book: its number in the sheet, -1 where it has none. */
  private readonly places: readonly number[];
  private noValues = new Int32Array(0);

  constructor(
    db: Database,
    book: FigureBook,
    private readonly sheet: Sheet,
  ) {
    this.blocksOf = db
      .prepare(
        `SELECT entries FROM ${sheet.tables.block}
         WHERE last_position >= :first AND from_position <= :upTo AND from_day <= :to AND to_day >= :from
         ORDER BY last_position`,
      )
      .pluck();
    this.latestBlocks = db.prepare(
      `SELECT last_position, to_day FROM ${sheet.tables.block}
       WHERE from_position <= :at AND from_day <= :upTo AND to_day > :after ORDER BY to_day DESC`,
    );
    this.blockAt = db.prepare(`SELECT entries FROM ${sheet.tables.block} WHERE last_position = ?`).pluck();
    this.lastBlock = db.prepare(lastInBlocks(sheet)).pluck();
    this.entriesAfter = db.prepare(entriesAfter(sheet));
    this.firstMeasure = book.placeOf(sheet.measures[0]!.name);
    this.places = book.dimensions.map((dimension) => sheet.dimensions.indexOf(dimension));
  }

  /** The latest day of these measures' entries, of those up to the day and the position; `after`, if none has a later one. */
  lastDay(measures: ReadonlySet<string>, upTo: number, at: Position, after: number): number {
    const asked = Uint8Array.from(this.sheet.measures, ({ name }) => (measures.has(name) ? 1 : 0));
    if (!asked.includes(1)) return after;
    let last = after;
    const behind = this.entriesAfter.all({ after: this.lastBlock.get(), upTo: at }) as EntriesRow[];
    for (const { on, measure } of behind.flatMap((row) => entriesIn(this.sheet, row))) {
      const day = dayNumber(on);
      if (day > last && day <= upTo && measures.has(measure)) last = day;
    }
    const blocks = this.latestBlocks.all({ at, upTo, after: last }) as { last_position: Position; to_day: number }[];
    for (const { last_position: place, to_day: latest } of blocks) {
      // Those that follow end no later.
      if (latest <= last) break;
      const { count, day, position, measure } = unpacked(this.sheet, this.blockAt.get(place) as Buffer);
      for (let index = 0; index < count; index++) {
        const on = day[index]!;
        if (on > last && on <= upTo && position[index]! <= at && asked[measure[index]!] === 1) last = on;
      }
    }
    return last;
  }

  /** What is in no block yet. */
  tail({ from, to }: Span, names: Names): EntryColumns | undefined {
    const { sheet } = this;
    const after = Math.max(this.lastBlock.get() as Position, from - 1);
    const rows = this.entriesAfter.all({ after, upTo: to }) as EntriesRow[];
    const rest = rows.flatMap((row) => entriesIn(sheet, row));
    if (rest.length === 0) return undefined;
    return this.inBook(unpacked(sheet, packed(sheet, rest, (name) => names.of(name)).bytes));
  }

  *blocks(period: Period, { from, to }: Span, names: Names): Generator<EntryColumns, void, undefined> {
    const { sheet } = this;
    const days = { from: dayNumber(period.from), to: dayNumber(period.to) };
    const codes = names.codesIn(sheet);
    for (const bytes of this.blocksOf.iterate({ ...days, first: from, upTo: to }) as IterableIterator<Buffer>) {
      const columns = unpacked(sheet, bytes);
      for (const values of columns.values) {
        for (let index = 0; index < values.length; index++) values[index] = codes[values[index]!]!;
      }
      yield this.inBook(columns);
    }
  }

  private inBook(columns: EntryColumns): EntryColumns {
    const { count, measure } = columns;
    for (let index = 0; index < count; index++) measure[index]! += this.firstMeasure;
    if (this.noValues.length < count) this.noValues = new Int32Array(count);
    return { ...columns, values: this.places.map((place) => columns.values[place] ?? this.noValues) };
  }
}
