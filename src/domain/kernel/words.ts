import { localDateOf, type Instant, type LocalDate, VIETNAM_OFFSET_HOURS } from "./time.js";

/** What something is called, or a sentence about it, in Vietnamese and in English. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export const say = (vi: string, en: string): Bilingual => ({ vi, en });

/*
 * How days, moments, sums and counts are written in a sentence, as Vietnamese papers and as English ones have them. A text
 * that is none (the `…` that stands for what a sentence will name) stays as it is.
 */

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `01/7/2025`: a day has two digits, a month as many as it needs, save the first two (Decree 30/2020, Appendix I). */
export const viDay = (day: LocalDate): string =>
  day.replace(DAY, (_, year: string, month: string, date: string) =>
    Number(month) > 2 ? `${date}/${Number(month)}/${year}` : `${date}/${month}/${year}`,
  );

/** `1 July 2025`. */
export const enDay = (day: LocalDate): string =>
  day.replace(DAY, (_, year: string, month: string, date: string) =>
    [Number(date), MONTHS[Number(month) - 1], year].join(" "),
  );

/** `08:30 ngày 01/7/2025`, by the clocks of Vietnam. */
export const viMoment = (at: Instant): string => momentIn(at, (time, day) => `${time} ngày ${viDay(day)}`);

/** `08:30 on 1 July 2025`, by the clocks of Vietnam. */
export const enMoment = (at: Instant): string => momentIn(at, (time, day) => `${time} on ${enDay(day)}`);

function momentIn(at: Instant, written: (time: string, day: LocalDate) => string): string {
  if (Number.isNaN(Date.parse(at))) return at;
  const hour = (Number(at.slice(11, 13)) + VIETNAM_OFFSET_HOURS) % 24;
  return written(`${String(hour).padStart(2, "0")}:${at.slice(14, 16)}`, localDateOf(at));
}

const grouped = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+$)/g, separator);

/** `1.964`. */
export const viCount = (count: number | bigint | string): string => grouped(String(count), ".");
/** `1,964`. */
export const enCount = (count: number | bigint | string): string => grouped(String(count), ",");

/** A sum of money: `3.000.000 đồng`. */
export const viVnd = (amount: bigint | string): string => `${viCount(amount)} đồng`;
/** A sum of money: `3,000,000 đồng`. */
export const enVnd = (amount: bigint | string): string => `${enCount(amount)} đồng`;

/** What goes on in a sentence with those it names, if it names any: `: Sở Y tế, Sở Tài chính`. */
export const listed = (names: string | undefined): string => (names === undefined ? "" : `: ${names}`);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
