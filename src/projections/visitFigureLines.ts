import type { Names } from "./visitFigureBlocks.js";
import { dayNumber, type EntryColumns } from "./visitFigureColumns.js";
import type { FigureFilter } from "./visitFigureFilter.js";
import type { FigureDimension, FigureQuestion } from "./visitFigureTerms.js";

/** Pairs whose key is smaller are looked up in a table, of 4 MB at most; in practice nearly all are. */
const IN_TABLE = 1_048_576;
const SMALL_TABLE = 4_096;

/** Numbers the lines of a table in the order in which entries are met: each entry belongs to exactly one. */
export class FigureLines {
  private readonly firstMonth: number;
  private readonly levels: readonly Numbers[];

  constructor(
    private readonly question: FigureQuestion,
    private readonly names: Names,
    private readonly filter: FigureFilter,
  ) {
    const { from, to, groupBy } = question;
    this.firstMonth = monthOfDay(dayNumber(from));
    const months = monthOfDay(dayNumber(to)) - this.firstMonth + 1;
    this.levels = groupBy.map((dimension) => new Numbers(dimension === "MONTH" ? months : names.size));
  }

  /** Without dimensions there is one line, even when no entry was met. */
  get count(): number {
    return this.levels.at(-1)?.size ?? 1;
  }

  /** The line of the entry that has this index in the columns. */
  of({ unit, agency, topic, day, reporter }: EntryColumns, index: number): number {
    const { levels } = this;
    const { groupBy } = this.question;
    const counted = this.filter.countedAs[unit[index]!]!;
    const month = monthOfDay(day[index]!) - this.firstMonth;
    let line = 0;
    for (let level = 0; level < levels.length; level++) {
      const value = valueOf(groupBy[level]!, counted, agency[index]!, topic[index]!, month, reporter[index]!);
      line = levels[level]!.of(line, value);
    }
    return line;
  }

  /** The values of its dimensions. */
  valuesOf(line: number): string[] {
    const { groupBy } = this.question;
    const values: string[] = [];
    let parent = line;
    for (let level = this.levels.length - 1; level >= 0; level--) {
      const numbers = this.levels[level]!;
      const value = numbers.valueOf(parent);
      values.unshift(groupBy[level] === "MONTH" ? nameOfMonth(this.firstMonth + value) : this.names.nameOf(value));
      parent = numbers.parentOf(parent);
    }
    return values;
  }

  keyOf(values: readonly string[]): Readonly<Partial<Record<FigureDimension, string>>> {
    return Object.fromEntries(this.question.groupBy.map((dimension, index) => [dimension, values[index]]));
  }
}

function valueOf(
  dimension: FigureDimension,
  unit: number,
  agency: number,
  topic: number,
  month: number,
  reporter: number,
): number {
  switch (dimension) {
    case "UNIT":
      return unit;
    case "AGENCY":
      return agency;
    case "TOPIC":
      return topic;
    case "MONTH":
      return month;
    case "REPORTER":
      return reporter;
  }
}

/** Numbers pairs of a parent and a value, in the order in which they are met. */
export class Numbers {
  /** One more than the number; 0: not met yet. */
  private table = new Int32Array(SMALL_TABLE);
  private readonly beyond = new Map<number, number>();
  private readonly keys: number[] = [];

  /** @param span more than any value is */
  constructor(private readonly span: number) {}

  get size(): number {
    return this.keys.length;
  }

  of(parent: number, value: number): number {
    const key = parent * this.span + value;
    if (key >= this.table.length && key < IN_TABLE) this.grow(key);
    const isInTable = key < IN_TABLE;
    const known = isInTable ? this.table[key]! : (this.beyond.get(key) ?? 0);
    if (known > 0) return known - 1;
    const next = this.keys.push(key);
    if (isInTable) this.table[key] = next;
    else this.beyond.set(key, next);
    return next - 1;
  }

  private grow(key: number): void {
    let length = this.table.length;
    while (length <= key) length *= 2;
    const larger = new Int32Array(length);
    larger.set(this.table);
    this.table = larger;
  }

  parentOf(nth: number): number {
    return Math.floor((this.keys[nth] ?? 0) / this.span);
  }

  valueOf(nth: number): number {
    return (this.keys[nth] ?? 0) % this.span;
  }
}

/** Months in a row: of 20190930, that many since the year 0. */
const monthOfDay = (day: number): number => Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1;

const nameOfMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
