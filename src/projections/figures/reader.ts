import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import { type Counted, MAX_COUNTED, prepared, type Rows, type Window } from "../table/paging.js";
import { BlockReader } from "./blockReader.js";
import type { FigureBook } from "./book.js";
import type { MovementCause } from "./causes.js";
import { entriesIn, type EntriesRow, type FigureEntry } from "./entries.js";
import { EntriesOf, EntriesOfEither, LatestOfEach, Positions } from "./evidence.js";
import type { Names } from "./names.js";
import { dayNumber, dayOfNumber } from "./periods.js";
import type { FigureQuestion } from "./question.js";
import { Selection } from "./selection.js";
import { Stretch } from "./stretch.js";
import { type FigureLine, FigureSums, type MovedLine } from "./sums.js";

/** The entries that came in after a point, of one cause. */
export interface Since {
  readonly position: Position;
  readonly cause: MovementCause;
}

/** All books of a read model, for those who ask. */
export class FigureReaders {
  private readonly readers = new Map<FigureBook, FigureReader>();

  constructor(private readonly db: Database) {}

  of(book: FigureBook): FigureReader {
    let reader = this.readers.get(book);
    if (!reader) this.readers.set(book, (reader = new FigureReader(this.db, book)));
    return reader;
  }

  /**
   * The latest day up to this one on which something counts in one of the books, as of the position; null: there is none.
   * @param measures of the books; whatever they have, if not given
   */
  lastDay(
    books: readonly FigureBook[],
    upTo: LocalDate,
    at: Position,
    measures?: readonly string[] | null,
  ): LocalDate | null {
    const last = books.reduce((day, book) => {
      const names = book.measures.map(({ name }) => name);
      const asked = measures ? names.filter((name) => measures.includes(name)) : names;
      return this.of(book).lastDay(asked, dayNumber(upTo), at, day);
    }, 0);
    return last === 0 ? null : dayOfNumber(last);
  }
}

/** Answers what is asked of one book: each answer is one pass over its columns. */
export class FigureReader {
  private readonly blocks: BlockReader;

  constructor(
    private readonly db: Database,
    private readonly book: FigureBook,
  ) {
    this.blocks = new BlockReader(db, book);
  }

  /** The latest day up to this one on which one of these counts, by the numbers of days; `after`, if none is later. */
  lastDay(measures: readonly string[], upTo: number, at: Position, after: number): number {
    const counting = measures.map((name) => {
      const measure = this.book.measure(name);
      return measure.kind === "DISTINCT" ? measure.of : name;
    });
    return this.blocks.lastDay(new Set(counting), upTo, at, after);
  }

  /**
   * The lines of a table, at most `limit` and one more; a question without dimensions has one line, even when it is all
   * zeros. Every entry belongs to exactly one line, so the lines add up.
   */
  lines(question: FigureQuestion, limit: number, at: Position): readonly FigureLine[] {
    return this.sums(question, at, at).table(limit + 1);
  }

  /**
   * The lines of a table at two points, with the reasons of what moved in between; at most `limit` and one more. What
   * counts different values is no sum of entries: it has no causes.
   */
  movement(question: FigureQuestion, limit: number, since: Position, at: Position): readonly MovedLine[] {
    return this.sums(question, since, at).movements(limit + 1);
  }

  /**
   * The entries whose sum is the figure, in order of position. Of different values: one entry for each of them, the
   * latest.
   *
   * They are looked for in the columns, so that the entries themselves need no index, which would cost every event that
   * counts; only those of the window are read.
   * @throws UnknownRow when the window speaks of no place of an entry
   */
  evidence(question: FigureQuestion, name: string, window: Window, at: Position): Rows<FigureEntry> {
    const { book, blocks } = this;
    const measure = book.measure(name);
    if (measure.kind !== "DISTINCT") return this.entries(question, name, window, at);
    return this.shown(name, window, (stretch) => {
      // Who is counted, and by which entry, depends on all of them, wherever the window lies.
      const positions = { from: 0, to: at };
      const latest = (names: Names): LatestOfEach => new LatestOfEach(book, measure, question, names, at);
      blocks.read(question, positions, latest, [book.sheetOf(name)]).tell(stretch);
    });
  }

  /** The entries of one cause whose sum is that cause's part in a movement, in order of position. */
  moved(question: FigureQuestion, measure: string, since: Since, window: Window, at: Position): Rows<FigureEntry> {
    return this.entries(question, measure, window, at, since);
  }

  /**
   * The entries that make the difference between a figure and the same of another period, in order of position: those of
   * the one and those of the other. Of different values: the entries among which they are counted.
   */
  between(
    question: FigureQuestion,
    other: FigureQuestion,
    name: string,
    window: Window,
    at: Position,
  ): Rows<FigureEntry> {
    const { book } = this;
    const told = book.measure(name);
    const measure = told.kind === "DISTINCT" ? told.of : name;
    const days = {
      from: question.from < other.from ? question.from : other.from,
      to: question.to > other.to ? question.to : other.to,
    };
    return this.shown(measure, window, (stretch) => {
      const positions = { from: stretch.from, to: Math.min(at, stretch.to) };
      const entries = (names: Names): EntriesOfEither => {
        const [one, two] = [new Selection(book, question, names, at), new Selection(book, other, names, at)];
        return new EntriesOfEither(book, measure, [one, two], stretch);
      };
      this.blocks.read(days, positions, entries, [book.sheetOf(measure)]);
    });
  }

  /** Where the entries stand that came in after a point and belong to the answer; at most `limit` places. */
  movedAt(question: FigureQuestion, since: Position, limit: number, at: Position): readonly Position[] {
    const { book, blocks } = this;
    const span = { from: since + 1, to: at };
    const found = book.sheets.flatMap((sheet) => {
      const begin = (names: Names): Positions => new Positions(new Selection(book, question, names, at, since), limit);
      return blocks.read(question, span, begin, [sheet]).positions;
    });
    return [...new Set(found)].sort((a, b) => a - b).slice(0, limit);
  }

  private sums(question: FigureQuestion, since: Position, at: Position): FigureSums {
    const positions = { from: 0, to: at };
    return this.blocks.read(question, positions, (names) => new FigureSums(this.book, question, names, since, at));
  }

  private entries(
    question: FigureQuestion,
    measure: string,
    window: Window,
    at: Position,
    since?: Since,
  ): Rows<FigureEntry> {
    const { book } = this;
    const first = since ? since.position + 1 : 0;
    return this.shown(measure, window, (stretch) => {
      const positions = { from: Math.max(first, stretch.from), to: Math.min(at, stretch.to) };
      const entries = (names: Names): EntriesOf => {
        const selection = new Selection(book, question, names, at, since?.position);
        return new EntriesOf(book, measure, selection, stretch, since?.cause);
      };
      this.blocks.read(question, positions, entries, [book.sheetOf(measure)]);
    });
  }

  /**
   * The entries at the places that `tell` tells. Of each event the row is read once: an entry of it stands at its seq.
   * @param tell tells a stretch its places, out of all that the list has
   */
  private shown(measure: string, window: Window, tell: (stretch: Stretch) => void): Rows<FigureEntry> {
    const stretch = new Stretch(window);
    tell(stretch);
    const count = (): Counted => {
      const whole = new Stretch({ limit: MAX_COUNTED });
      tell(whole);
      return { value: whole.places().length, isExact: !whole.more };
    };
    const sheet = this.book.sheetOf(measure);
    const read = prepared(this.db, `SELECT * FROM ${sheet.tables.entry} WHERE position = ?`);
    let event: readonly FigureEntry[] = [];
    const rows = stretch.places().map((key) => {
      const [position, seq] = key;
      if (event[0]?.position !== position) event = entriesIn(sheet, read.get(position) as EntriesRow);
      return { row: event[seq]!, key };
    });
    return { rows, more: stretch.more, count };
  }
}
