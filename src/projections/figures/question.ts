import type { FigureBook } from "./book.js";
import type { Dimension, LineDimension } from "./dimensions.js";
import { isTimePart, type MonthBegins, type Period, withinPart } from "./periods.js";

/** The values that a line stands for; null: the entries that have none, as inspections have no violation's code. */
export type LineKey = Readonly<Partial<Record<LineDimension, string | null>>>;

/** Which entries are asked for, and by what they are told apart. The days are those on which they count. */
export interface FigureQuestion extends Period {
  readonly groupBy: readonly LineDimension[];
  /** On which day the months begin by which lines are told apart; absent: as in the calendar. */
  readonly monthBegins?: MonthBegins;
  /** Units and agencies that are no more, and in whose name they are to be counted; empty: each under its own. */
  readonly countedAs: ReadonlyMap<string, string>;
  /** Only entries with one of these values; those that have none are left out. */
  readonly among?: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** Only entries with exactly these values. */
  readonly line?: Readonly<Partial<Record<Dimension, string | null>>>;
}

/** The question that has exactly this line for an answer: its evidence is the line's. */
export function ofLine(question: FigureQuestion, key: LineKey): FigureQuestion {
  let { from, to }: Period = question;
  const line: Partial<Record<Dimension, string | null>> = { ...question.line };
  for (const [dimension, value] of Object.entries(key) as [LineDimension, string | null][]) {
    if (!isTimePart(dimension)) line[dimension] = value;
    else if (value !== null) ({ from, to } = withinPart({ from, to }, dimension, value, question.monthBegins));
  }
  return { ...question, from, to, groupBy: [], line };
}

/**
 * The measures that can have a figure in a line of an answer. A measure without one of the dimensions that are asked for
 * has none: nobody knows of a visit as a whole by which reporter it was. (It stands in the line of what has no value.)
 */
export function measuresIn(book: FigureBook, question: FigureQuestion, key: LineKey): ReadonlySet<string> {
  const asked = { ...question.line, ...key };
  const dimensions = book.dimensions.filter(
    (dimension) => question.among?.[dimension] !== undefined || asked[dimension] != null,
  );
  return new Set(book.measuresBy(dimensions).map(({ name }) => name));
}
