import { type TermOf, terms } from "../../domain/kernel/terms.js";
import { say } from "../../domain/kernel/words.js";
import type { Basis } from "../../projections/table/basis.js";
import { asOnes } from "../../projections/figures/asOnes.js";
import type { FigureBook } from "../../projections/figures/book.js";
import type { Dimension, LineDimension } from "../../projections/figures/dimensions.js";
import type { Beside } from "../../projections/figures/comparison.js";
import { CALENDAR } from "../../projections/figures/periods.js";
import type { FigureQuestion } from "../../projections/figures/question.js";
import { enumType } from "../derive/enums.js";
import { needsToRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { SHOWN } from "./dimensions.js";
import { besides, type Period, type PeriodBeside, periodOf } from "./period.js";

/** What every table of figures is asked by. */

const MAX_LINES = 1_000;
const MAX_FILTER_VALUES = 1_000;
/** Every entry of the period is looked at for a table, however few lines it has. */
export const TABLE_COST = 1_000;
/** The table at both points, and the entries in between. */
export const MOVEMENT_COST = 3 * TABLE_COST;
/** The table of three periods. */
export const COMPARISON_COST = 3 * TABLE_COST;
/** Counted as so many lines, since a table may be long and each of its figures may be opened. */
export const LINES_COST = 50;

const UNIT_BASES = terms(
  "UnitBasis",
  "Under which unit and which press agency something is counted: those recorded, or those that go on for them on the " +
    "day of the answer's basis, when a filter by any of them asks for all that have become one. " +
    "What a split unit did stays under its own name, as nobody can say to which part it belongs.",
  {
    AS_RECORDED: say("theo đơn vị đã ghi nhận", "as recorded"),
    AS_SUCCESSOR: say("tính cho đơn vị kế thừa", "under the successors"),
  },
);
export type UnitBasis = TermOf<typeof UNIT_BASES>;
export const UnitBasisEnum = enumType(UNIT_BASES);

/** Some values of each dimension, by the names of a filter's fields. */
export type FigureFilter = Readonly<Record<string, readonly string[] | null | undefined>>;

/** A table that is asked for. */
export interface Asked {
  readonly period: Period;
  readonly groupBy: readonly LineDimension[];
  readonly filter?: FigureFilter | null;
  readonly unitBasis: UnitBasis;
}

/** @throws BAD_USER_INPUT for what has no sensible answer, FORBIDDEN or UNAUTHENTICATED for what is not for the caller */
export function admitQuestion(context: LedgerContext, book: FigureBook, { period, groupBy, filter }: Asked): void {
  periodOf(context, period);
  if (new Set(groupBy).size < groupBy.length) throw badInput("`groupBy` names a dimension twice.");
  const tooMany = Object.values(filter ?? {}).some((values) => (values?.length ?? 0) > MAX_FILTER_VALUES);
  if (tooMany) throw badInput(`A filter takes at most ${MAX_FILTER_VALUES} values.`);
  // Which reporter went where is for those who work with the records; the sums are public.
  const among = amongOf(book, filter);
  const isPersonal = (dimension: Dimension): boolean => groupBy.includes(dimension) || among[dimension] !== undefined;
  if (book.dimensions.some((dimension) => SHOWN[dimension].isPersonal && isPersonal(dimension)))
    needsToRead(context, "records");
}

/** The question as a book takes it. @param basis as of which, and on whose day, ids are one */
export function questionAt(
  { reads, law }: LedgerContext,
  book: FigureBook,
  { period, groupBy, filter, unitBasis }: Asked,
  basis: Basis,
): FigureQuestion {
  const { from, to, begins } = periodOf({ law }, period);
  const cut = begins === CALENDAR ? {} : { monthBegins: begins };
  const asked = { from, to, ...cut, groupBy, among: amongOf(book, filter) };
  return asOnes(asked, unitBasis === "AS_SUCCESSOR", reads.ones, basis);
}

/** The same question of the periods beside which it is put. */
export function questionsBeside(
  context: LedgerContext,
  { period, groupBy }: Asked,
  question: FigureQuestion,
): { readonly before: Beside; readonly yearBefore: Beside } {
  const { before, yearBefore } = besides(periodOf(context, period), groupBy);
  const of = ({ from, to, months }: PeriodBeside): Beside => ({
    question: { ...question, from, to },
    ...(months !== undefined && { months }),
  });
  return { before: of(before), yearBefore: of(yearBefore) };
}

function amongOf(book: FigureBook, filter: Asked["filter"]): NonNullable<FigureQuestion["among"]> {
  return Object.fromEntries(
    book.dimensions.flatMap((dimension) => {
      const values = filter?.[SHOWN[dimension].filter];
      return values ? [[dimension, values]] : [];
    }),
  );
}

/**
 * The lines of a table that is not too long. @param read is given how many lines there may be, and answers with one
 * more when there are more.
 */
export const linesOf = <Line>(read: (limit: number) => readonly Line[]): readonly Line[] => asMany(read(MAX_LINES));

/** The same, of lines that are read elsewhere. */
export const notTooMany = async <Line>(read: (limit: number) => Promise<readonly Line[]>): Promise<readonly Line[]> =>
  asMany(await read(MAX_LINES));

export function asMany<Line>(lines: readonly Line[]): readonly Line[] {
  if (lines.length > MAX_LINES) throw badInput(`The table has more than ${MAX_LINES} rows; ask for less.`);
  return lines;
}
