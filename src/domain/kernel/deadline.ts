import { addDays, type Instant, type LocalDate, localDateOf, startOfDay } from "./time.js";
import type { TermUnit } from "./termUnits.js";
import { addWorkingDays, type WorkCalendar, workingDayFrom } from "./workCalendar.js";

/** A period as the law states it. */
export interface Term {
  readonly amount: number;
  readonly unit: TermUnit;
  /**
   * A limitation (thời hiệu), not a period (thời hạn): it ends on its last day, working or not, as Article 151 of the
   * Civil Code 2015 has it. What Article 148 says of holidays is for periods.
   */
  readonly limitation?: true;
}

const HOUR_MS = 3_600_000;

/**
 * The last day of the term. The day from which it runs is not counted (Civil Code 2015, Art. 147.2); a term of days,
 * months or years whose last day is not worked ends with the next working day (Art. 148.5); a month ends on the day
 * with the same number, or with the month where it has no such day (Art. 148.2: 31 January + 1 month = 28 February).
 * @throws for a term in hours: it runs from a moment, see `dueAt`.
 */
export function dueOn(term: Term, from: LocalDate, calendar: WorkCalendar): LocalDate {
  if (term.unit === "WORKING_DAYS") return addWorkingDays(from, term.amount, calendar);
  const last = lastDay(term, from);
  return term.limitation ? last : workingDayFrom(last, calendar);
}

/**
 * The moment at which the term has run out. Hours are the clock's, by night and on holidays too; any other term ends
 * with its last day (Art. 148.6), so at the first moment of the day after.
 */
export function dueAt(term: Term, from: Instant, calendar: WorkCalendar): Instant {
  if (term.unit === "HOURS") return new Date(Date.parse(from) + term.amount * HOUR_MS).toISOString();
  return startOfDay(addDays(dueOn(term, localDateOf(from), calendar), 1));
}

function lastDay({ amount, unit }: Term, from: LocalDate): LocalDate {
  switch (unit) {
    case "CALENDAR_DAYS":
      return addDays(from, amount);
    case "MONTHS":
      return addMonths(from, amount);
    case "YEARS":
      return addMonths(from, 12 * amount);
    default:
      throw new Error(`A term in ${unit} has no last day of its own.`);
  }
}

/** The same day of a later month; its last one where it has no such day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  // Day 0 of the month after is the month's last one.
  const end = new Date(Date.UTC(year, month + months, 0));
  end.setUTCDate(Math.min(date, end.getUTCDate()));
  return end.toISOString().slice(0, 10);
}
