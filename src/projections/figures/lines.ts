import { compareKeys } from "../table/keyOrder.js";
import type { FigureBook } from "./book.js";
import { type EntryColumns, NONE } from "./columns.js";
import type { Names } from "./names.js";
import { Pairs } from "./pairs.js";
import {
  CALENDAR,
  dayNumber,
  isTimePart,
  type MonthBegins,
  monthOfDay,
  nameOfPart,
  partOfDay,
  type TimePart,
  TIME_PARTS,
} from "./periods.js";
import type { FigureQuestion, LineKey } from "./question.js";
import type { Selection } from "./selection.js";

/** One dimension by which lines are told apart. */
interface Level {
  /** The number of the dimension; undefined: a part of the year. */
  readonly place: number | undefined;
  /** Which part, of how many months, and the first of them in the period. */
  readonly part: TimePart;
  readonly months: number;
  readonly first: number;
  readonly countedIn: Int32Array | undefined;
  /** Each line of the levels so far with each value in it. */
  readonly lines: Pairs;
}

/** Numbers the lines of a table in the order in which entries are met: each entry belongs to exactly one. */
export class Lines {
  private readonly begins: MonthBegins;
  private readonly levels: readonly Level[];

  constructor(
    book: FigureBook,
    private readonly question: FigureQuestion,
    private readonly names: Names,
    selection: Selection,
  ) {
    const { from, to, groupBy, monthBegins = CALENDAR } = question;
    this.begins = monthBegins;
    this.levels = groupBy.map((dimension) => {
      const part = isTimePart(dimension) ? dimension : "YEAR";
      const first = partOfDay(dayNumber(from), part, monthBegins);
      const time = { part, months: TIME_PARTS[part], first };
      const parts = partOfDay(dayNumber(to), part, monthBegins) - first + 1;
      return isTimePart(dimension)
        ? { ...time, place: undefined, countedIn: undefined, lines: new Pairs(parts) }
        : {
            ...time,
            place: book.dimensions.indexOf(dimension),
            countedIn: selection.countedIn(dimension),
            lines: new Pairs(names.size),
          };
    });
  }

  /** Without dimensions there is one line, even when no entry was met. */
  get count(): number {
    return this.levels.at(-1)?.lines.size ?? 1;
  }

  /** The line of the entry that has this index in the columns. */
  of({ values, day }: EntryColumns, index: number): number {
    const { levels, begins } = this;
    let line = 0;
    // Every entry passes here: an index is faster than an iterator.
    for (let level = 0; level < levels.length; level++) {
      const { place, months, first, countedIn, lines } = levels[level]!;
      const value =
        place === undefined ? Math.floor(monthOfDay(day[index]!, begins) / months) - first : values[place]![index]!;
      line = lines.of(line, countedIn === undefined ? value : countedIn[value]!);
    }
    return line;
  }

  /** The lines with what is told of each, in order of their keys, where there is something to tell; at most `limit`. */
  told<T>(limit: number, tell: (line: number, key: LineKey) => T | undefined): T[] {
    const found: { readonly values: readonly string[]; readonly told: T }[] = [];
    for (let line = 0; line < this.count; line++) {
      const values = this.valuesOf(line);
      const told = tell(line, this.keyOf(values));
      if (told !== undefined) found.push({ values: values.map((value) => value ?? ""), told });
    }
    return found
      .sort((a, b) => compareKeys(a.values, b.values))
      .slice(0, limit)
      .map(({ told }) => told);
  }

  private keyOf(values: readonly (string | null)[]): LineKey {
    return Object.fromEntries(this.question.groupBy.map((dimension, level) => [dimension, values[level]]));
  }

  private valuesOf(line: number): (string | null)[] {
    const values: (string | null)[] = [];
    let parent = line;
    for (const { place, part, first, lines } of [...this.levels].reverse()) {
      const value = lines.valueOf(parent);
      if (place === undefined) values.unshift(nameOfPart(part, first + value));
      else values.unshift(value === NONE ? null : this.names.nameOf(value));
      parent = lines.parentOf(parent);
    }
    return values;
  }
}
