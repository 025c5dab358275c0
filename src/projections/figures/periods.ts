import { addDays, daysBetween, type LocalDate } from "../../domain/kernel/time.js";

/** Days, both included: `2019-09-30`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * On which day a month begins: 1, as in the calendar; 15, as in reports: on the 15th of the month before, so that it ends
 * on the 14th. Quarters, halves and years are made of such months.
 */
export type MonthBegins = number;
export const CALENDAR: MonthBegins = 1;

/** Of how many months the parts of a year are by which the lines of a table can differ. */
export const TIME_PARTS = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;
export type TimePart = keyof typeof TIME_PARTS;
export const isTimePart = (name: string): name is TimePart => Object.hasOwn(TIME_PARTS, name);

/** A day as a number whose order is the days': `2019-09-30` is 20190930. */
export const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));
export const dayOfNumber = (number: number): string =>
  String(number)
    .padStart(8, "0")
    .replace(/^(....)(..)(..)$/, "$1-$2-$3");

/** Months in a row: of 20190930, that many since the year 0. */
export const monthOfDay = (day: number, begins: MonthBegins = CALENDAR): number =>
  Math.floor(day / 10_000) * 12 +
  (Math.floor(day / 100) % 100) -
  1 +
  (begins !== CALENDAR && day % 100 >= begins ? 1 : 0);

/** The part of a year in which a day is, counted in a row. */
export const partOfDay = (day: number, part: TimePart, begins?: MonthBegins): number =>
  Math.floor(monthOfDay(day, begins) / TIME_PARTS[part]);

/** `2019-09`, `2019-Q3`, `2019-H2`, `2019`. */
export function nameOfPart(part: TimePart, nth: number): string {
  const aYear = 12 / TIME_PARTS[part];
  const year = String(Math.floor(nth / aYear)).padStart(4, "0");
  const within = (nth % aYear) + 1;
  if (part === "YEAR") return year;
  return part === "MONTH" ? `${year}-${String(within).padStart(2, "0")}` : `${year}-${part.charAt(0)}${within}`;
}

function partNamed(part: TimePart, name: string): number {
  const aYear = 12 / TIME_PARTS[part];
  const within = part === "YEAR" ? 1 : Number(name.slice(part === "MONTH" ? 5 : 6));
  return Number(name.slice(0, 4)) * aYear + within - 1;
}

/** The name of the part that comes so many months later, or, below zero, earlier. */
export const partLater = (part: TimePart, name: string, months: number): string =>
  nameOfPart(part, partNamed(part, name) + months / TIME_PARTS[part]);

/** So many whole months, from the one that is counted so. */
export const monthsFrom = (first: number, count: number, begins: MonthBegins = CALENDAR): Period => ({
  from: firstDayOf(first, begins),
  to: addDays(firstDayOf(first + count, begins), -1),
});

const firstDayOf = (month: number, begins: MonthBegins): LocalDate =>
  begins === CALENDAR ? dayIn(month, 1) : dayIn(month - 1, begins);
const dayIn = (month: number, day: number): LocalDate =>
  `${nameOfPart("MONTH", month)}-${String(day).padStart(2, "0")}`;

/** The part of the period that lies in this part of a year. */
export function withinPart({ from, to }: Period, part: TimePart, name: string, begins?: MonthBegins): Period {
  const months = TIME_PARTS[part];
  const { from: first, to: last } = monthsFrom(partNamed(part, name) * months, months, begins);
  return { from: from > first ? from : first, to: to < last ? to : last };
}

/** The months that a period is made of, counted in a row; undefined: it is days, whatever months they are in. */
export interface WholeMonths {
  readonly first: number;
  readonly count: number;
}

/**
 * The period so many months before. One of whole months is of whole months again; else each of its days goes to the same day of
 * the month, or to its last where the month has no such day, and the last day of a month to the last of another.
 */
export function monthsBefore(
  { from, to }: Period,
  months: number,
  whole?: WholeMonths,
  begins: MonthBegins = CALENDAR,
): Period {
  if (whole) return monthsFrom(whole.first - months, whole.count, begins);
  const isLast = to.slice(0, 7) !== addDays(to, 1).slice(0, 7);
  return { from: dayEarlier(from, months), to: dayEarlier(to, months, isLast) };
}

function dayEarlier(day: LocalDate, months: number, isLast = false): LocalDate {
  const { to: last } = monthsFrom(monthOfDay(dayNumber(day)) - months, 1);
  return isLast || day.slice(8) > last.slice(8) ? last : `${last.slice(0, 8)}${day.slice(8)}`;
}

/** As many days, right before. */
export function daysBefore({ from, to }: Period): Period {
  const last = addDays(from, -1);
  return { from: addDays(last, -daysBetween(from, to)), to: last };
}
