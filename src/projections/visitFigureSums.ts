import type { Position } from "../eventstore/contract.js";
import { compareKeys } from "./keyOrder.js";
import type { Names } from "./visitFigureBlocks.js";
import { dayNumber, type EntryColumns } from "./visitFigureColumns.js";
import { FigureFilter } from "./visitFigureFilter.js";
import {
  type FigureDimension,
  type FigureLine,
  type FigureQuestion,
  NO_FIGURES,
  VISIT_MEASURES,
  type VisitFigureName,
} from "./visitFigureTerms.js";

const MEASURES = VISIT_MEASURES.length;
const TURNS = VISIT_MEASURES.indexOf("REPORTER_TURNS");
/** Pairs whose key is smaller are looked up in a table, of 4 MB at most; in practice nearly all are. */
const IN_TABLE = 1_048_576;
const SMALL_TABLE = 4_096;

/** Adds up entries line by line; every entry that the question asks for belongs to exactly one line. */
export class FigureSums {
  private readonly filter: FigureFilter;
  private readonly firstMonth: number;
  private readonly levels: readonly Numbers[];
  private readonly sums: number[] = [];
  private readonly persons: Numbers;
  private readonly turnsOf: number[] = [];

  constructor(
    private readonly question: FigureQuestion,
    private readonly names: Names,
    at: Position,
  ) {
    this.filter = new FigureFilter(question, names, at);
    const { from, to, groupBy } = question;
    this.firstMonth = monthOfDay(dayNumber(from));
    const months = monthOfDay(dayNumber(to)) - this.firstMonth + 1;
    const { size } = names;
    this.levels = groupBy.map((dimension) => new Numbers(dimension === "MONTH" ? months : size));
    this.persons = new Numbers(size);
  }

  add(columns: EntryColumns): void {
    const { filter, firstMonth, sums } = this;
    const { countedAs } = filter;
    const { measure, unit, agency, reporter, topic, day, amount } = columns;
    for (let index = 0; index < columns.count; index++) {
      if (!filter.asks(columns, index)) continue;
      const person = reporter[index]!;
      const month = monthOfDay(day[index]!) - firstMonth;
      const line = this.lineOf(countedAs[unit[index]!]!, agency[index]!, topic[index]!, month, person);
      const sum = line * MEASURES + measure[index]!;
      sums[sum] = (sums[sum] ?? 0) + amount[index]!;
      if (measure[index] !== TURNS) continue;
      const nth = this.persons.of(line, person);
      this.turnsOf[nth] = (this.turnsOf[nth] ?? 0) + amount[index]!;
    }
  }

  /** In order of their keys, at most `limit` and one more; without dimensions one line, even when it is all zeros. */
  lines(limit: number): readonly FigureLine[] {
    const { question, levels, sums } = this;
    const last = levels.at(-1);
    const count = last ? last.size : 1;
    const persons = new Array<number>(count).fill(0);
    this.turnsOf.forEach((net, nth) => {
      const line = this.persons.parentOf(nth);
      if (net > 0) persons[line] = (persons[line] ?? 0) + 1;
    });
    const found = Array.from({ length: count }, (_, line) => {
      const figures: Record<VisitFigureName, number> = { ...NO_FIGURES, DISTINCT_REPORTERS: persons[line] ?? 0 };
      VISIT_MEASURES.forEach((measure, nth) => (figures[measure] = sums[line * MEASURES + nth] ?? 0));
      return { values: this.valuesOf(line), figures };
    });
    return found
      .filter(({ figures }) => levels.length === 0 || Object.values(figures).some((value) => value !== 0))
      .sort((a, b) => compareKeys(a.values, b.values))
      .slice(0, limit + 1)
      .map(({ values, figures }) => ({
        key: Object.fromEntries(question.groupBy.map((dimension, index) => [dimension, values[index]])),
        figures,
      }));
  }

  private lineOf(unit: number, agency: number, topic: number, month: number, reporter: number): number {
    const { levels } = this;
    const { groupBy } = this.question;
    let line = 0;
    for (let level = 0; level < levels.length; level++) {
      line = levels[level]!.of(line, valueOf(groupBy[level]!, unit, agency, topic, month, reporter));
    }
    return line;
  }

  private valuesOf(line: number): string[] {
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
class Numbers {
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
