import { addDays, type LocalDate } from "../kernel/time.js";
import { yearOf } from "../kernel/workCalendar.js";
import type { DutyStanding } from "./terms.js";

/** Duties that come again with each period (Decree 09/2017/NĐ-CP Art. 5): what the periods are, and how each stands. */

export interface Period {
  readonly from: LocalDate;
  /** Its last day. */
  readonly to: LocalDate;
}

const MONTHS = 12;
/** Months are counted from the year 0 on. */
const firstDay = (month: number): LocalDate =>
  `${String(Math.floor(month / MONTHS)).padStart(4, "0")}-${String((month % MONTHS) + 1).padStart(2, "0")}-01`;

/**
 * The periods that touch the days from one to another. Each has as many months as the rule says that holds on its first
 * day, counted from January on and anew each January; where no rule holds, there is none.
 * @param monthsOn how many months the rule of a day says; undefined: there is no rule
 */
export function periodsOf(
  monthsOn: (day: LocalDate) => number | undefined,
  from: LocalDate,
  to: LocalDate,
): readonly Period[] {
  const periods: Period[] = [];
  for (let month = yearOf(from) * MONTHS; firstDay(month) <= to;) {
    const months = monthsOn(firstDay(month));
    const january = (Math.floor(month / MONTHS) + 1) * MONTHS;
    const ofYear = month % MONTHS;
    const next = months === undefined ? month + 1 : month - ofYear + (Math.floor(ofYear / months) + 1) * months;
    const end = Math.min(next, january);
    if (months !== undefined) periods.push({ from: firstDay(month), to: addDays(firstDay(end), -1) });
    month = end;
  }
  return periods.filter((period) => period.to >= from);
}

/** What fulfils a period: when it was done, and the day of the period that it is for. */
export interface Served {
  readonly on: LocalDate;
  readonly for: LocalDate;
}

/** What serves a period, by a day: the earliest. */
export function servedBy<T extends Served>({ from, to }: Period, all: readonly T[], by: LocalDate): T | undefined {
  const serving = all.filter((one) => one.for >= from && one.for <= to && one.on <= by);
  return serving.reduce<T | undefined>((first, one) => (first && first.on <= one.on ? first : one), undefined);
}

/** How a period stands on a day. */
export function standingOfPeriod(
  period: Period,
  { served, isExcused }: { readonly served: Served | undefined; readonly isExcused: boolean },
  on: LocalDate,
): DutyStanding {
  if (served) return served.on <= period.to ? "FULFILLED" : "LATE";
  if (isExcused) return "NOT_APPLICABLE";
  return on <= period.to ? "OPEN" : "MISSED";
}
