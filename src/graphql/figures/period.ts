import { Field, InputType, Int } from "type-graphql";
import type { LocalDate } from "../../domain/kernel/time.js";
import { CUT_OFFS, type CutOff, PERIOD_KINDS, type PeriodKind } from "../../domain/law/terms.js";
import type { LineDimension } from "../../projections/figures/dimensions.js";
import {
  CALENDAR,
  daysBefore,
  isTimePart,
  type MonthBegins,
  monthsBefore,
  monthsFrom,
  type Period as Days,
  TIME_PARTS,
  type WholeMonths,
} from "../../projections/figures/periods.js";
import { TermField } from "../derive/enums.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

@InputType({
  description:
    "Days of occurrence, both included: what was true on which days. Of records, `validAt` asks that. Give `from` and `to`, " +
    "or name a period of reports: `{ kind: QUARTER, year: 2019, nth: 3 }`.",
})
export class Period {
  @Field(() => GraphQLLocalDate, { nullable: true })
  from?: string | null;
  @Field(() => GraphQLLocalDate, { nullable: true })
  to?: string | null;
  @TermField(PERIOD_KINDS, { nullable: true })
  kind?: PeriodKind | null;
  @Field(() => Int, { nullable: true, description: "Of a period that is named." })
  year?: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Which month, quarter or half of the year, from 1. Nine months and a year are the first, and need none.",
  })
  nth?: number | null;
  @TermField(CUT_OFFS, {
    nullable: true,
    description:
      "CALENDAR if absent. REPORTING: as Decree 09/2019/NĐ-CP cuts off what reports tell, from the fifteenth of the month " +
      "before to the fourteenth (a year from 15 December to 14 December): the law's row REPORT_MONTH_BEGINS_ON on the last day " +
      "of the period as the calendar has it. Of a period that is given by days it says which months, quarters, halves and years tell lines apart.",
  })
  cutOff?: CutOff | null;
}

/** A period that is asked for, as days. */
export interface AskedPeriod extends Days {
  readonly begins: MonthBegins;
  /** Of one that was named: its months, and after how many the next of its kind comes. */
  readonly named?: WholeMonths & { readonly step: number };
}

/** Of how many months each is, how many a year has, and after how many months the next comes. */
const KINDS: Readonly<Record<PeriodKind, { readonly count: number; readonly aYear: number; readonly step: number }>> = {
  MONTH: { count: 1, aYear: 12, step: 1 },
  QUARTER: { count: 3, aYear: 4, step: 3 },
  HALF_YEAR: { count: 6, aYear: 2, step: 6 },
  NINE_MONTHS: { count: 9, aYear: 1, step: 12 },
  YEAR: { count: 12, aYear: 1, step: 12 },
};
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const LAST_FIRST_DAY = 28;

/** @throws BAD_USER_INPUT for what is no period */
export function periodOf(
  { law }: Pick<LedgerContext, "law">,
  { from, to, kind, year, nth, cutOff }: Period,
): AskedPeriod {
  const beginsOn = (day: LocalDate): MonthBegins => {
    if (cutOff !== "REPORTING") return CALENDAR;
    const begins = Number(law.parameter("REPORT_MONTH_BEGINS_ON", day).value);
    return begins >= 1 && begins <= LAST_FIRST_DAY ? begins : CALENDAR;
  };
  if (kind == null) {
    if (year != null || nth != null) throw badInput("`year` and `nth` are of a period that is named: give its `kind`.");
    if (from == null || to == null) throw badInput("A period needs `from` and `to`, or a `kind` and a `year`.");
    if (from > to) throw badInput("The period ends before it begins.");
    return { from, to, begins: beginsOn(to) };
  }
  if (from != null || to != null) throw badInput("A period is given by its days or by its `kind`, not by both.");
  if (year == null || year < FIRST_YEAR || year > LAST_YEAR) throw badInput("A period that is named needs its `year`.");
  const { count, aYear, step } = KINDS[kind];
  if (aYear > 1 && nth == null) throw badInput("Say by `nth` which one of the year.");
  const which = nth ?? 1;
  if (which < 1 || which > aYear) throw badInput("There is no such `nth` in a year.");
  const first = year * 12 + (which - 1) * step;
  const begins = beginsOn(monthsFrom(first, count).to);
  return { ...monthsFrom(first, count, begins), begins, named: { first, count, step } };
}

/** Another period beside which one is put, and how many months before it lines told apart by parts of the year are. */
export interface PeriodBeside extends Days {
  readonly months?: number;
}

/**
 * The period before, and the same a year before. Where lines are told apart by parts of the year, a line is put beside the
 * part before; a period that is named, beside the one of its kind before it; days, beside as many days right before. All are
 * cut off as the period itself is.
 */
export function besides(
  period: AskedPeriod,
  groupBy: readonly LineDimension[],
): { readonly before: PeriodBeside; readonly yearBefore: PeriodBeside } {
  const { named, begins } = period;
  const parts = groupBy.filter(isTimePart);
  if (parts.length > 1) throw badInput("The lines of a comparison differ by one part of the year at most.");
  const [part] = parts;
  const step = part === undefined ? named?.step : TIME_PARTS[part];
  const back = (months: number): PeriodBeside => ({
    ...monthsBefore(period, months, named, begins),
    ...(part !== undefined && { months }),
  });
  return { before: step === undefined ? daysBefore(period) : back(step), yearBefore: back(12) };
}
