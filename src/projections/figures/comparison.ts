import { compareKeys } from "../table/keyOrder.js";
import type { FigureBook } from "./book.js";
import { isTimePart, partLater } from "./periods.js";
import { type FigureQuestion, type LineKey, measuresIn } from "./question.js";
import type { FigureLine } from "./sums.js";

/** A question, the same of another period, and how many months lie between a line and the one that it is put beside. */
export interface Beside {
  readonly question: FigureQuestion;
  /** By which parts of the year are moved; undefined: no line is told apart by them. */
  readonly months?: number;
}

/** A line in one of the periods: its key there, and a figure of each measure that it can have, nought where nothing was. */
export interface LineThen {
  readonly key: LineKey;
  readonly figures: ReadonlyMap<string, bigint>;
}

/** One line of a table, and the same line of others: `then` has one for each. */
export interface ComparedLine extends LineThen {
  readonly then: readonly LineThen[];
}

/**
 * The lines that stand in any of the periods, each beside the same of the others.
 * @param lines of the question itself
 * @param others what it is put beside, with the lines of each
 */
export function compared(
  book: FigureBook,
  question: FigureQuestion,
  lines: readonly FigureLine[],
  others: readonly (Beside & { readonly lines: readonly FigureLine[] })[],
): readonly ComparedLine[] {
  const textOf = (key: LineKey): readonly string[] => question.groupBy.map((dimension) => key[dimension] ?? "");
  const idOf = (key: LineKey): string => JSON.stringify(textOf(key));
  const now = new Map(lines.map((line) => [idOf(line.key), line]));
  const then = others.map(
    ({ lines: theirs, months = 0 }) => new Map(theirs.map((line) => [idOf(later(line.key, months)), line])),
  );
  const keys = new Map(lines.map(({ key }) => [idOf(key), key]));
  others.forEach(({ lines: theirs, months = 0 }) => {
    for (const { key } of theirs) {
      const here = later(key, months);
      if (!keys.has(idOf(here))) keys.set(idOf(here), here);
    }
  });
  const lineThen = (asked: FigureQuestion, key: LineKey, known: FigureLine | undefined): LineThen => ({
    key,
    figures: known?.figures ?? new Map([...measuresIn(book, asked, key)].map((name) => [name, 0n])),
  });
  return [...keys]
    .sort(([, a], [, b]) => compareKeys(textOf(a), textOf(b)))
    .map(([id, key]) => ({
      ...lineThen(question, key, now.get(id)),
      then: others.map(({ question: asked, months = 0 }, nth) =>
        lineThen(asked, later(key, -months), then[nth]?.get(id)),
      ),
    }));
}

/** The key of the line so many months later. */
const later = (key: LineKey, months: number): LineKey =>
  Object.fromEntries(
    Object.entries(key).map(([dimension, value]) => [
      dimension,
      months !== 0 && value != null && isTimePart(dimension) ? partLater(dimension, value, months) : value,
    ]),
  );

/** The sums of all lines. What counts different values adds up to nothing. */
export function totalsOf(book: FigureBook, lines: readonly LineThen[]): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { name, kind } of book.measures) {
    if (kind === "DISTINCT") continue;
    totals.set(
      name,
      lines.reduce((sum, { figures }) => sum + (figures.get(name) ?? 0n), 0n),
    );
  }
  return totals;
}
