/**
 * Time in the domain is data: an `Instant` is what a clock said, a `LocalDate` is a day in Vietnam.
 * Nothing here reads a clock.
 */

/** A moment, RFC 3339 in UTC with milliseconds: `2019-09-03T01:30:00.000Z`. Sorts as text. */
export type Instant = string;

/** A calendar day in Vietnam (Asia/Ho_Chi_Minh): `2019-09-03`. Sorts as text. */
export type LocalDate = string;

/** Vietnam has kept UTC+7 without daylight saving since 1975, before any fact this ledger can hold. */
export const VIETNAM_OFFSET_HOURS = 7;
const DAY_MS = 86_400_000;

/** The day in Vietnam on which the instant falls. */
export function localDateOf(instant: Instant): LocalDate {
  const date = instant.slice(0, 10);
  // Asked of every event several times; of an instant's text, the day is nearly there already.
  return Number(instant.slice(11, 13)) + VIETNAM_OFFSET_HOURS < 24 ? date : addDays(date, 1);
}

/** The first instant of a day in Vietnam. */
export const startOfDay = (date: LocalDate): Instant => `${addDays(date, -1)}T${24 - VIETNAM_OFFSET_HOURS}:00:00.000Z`;

/** The last instant of a day in Vietnam. */
export const endOfDay = (date: LocalDate): Instant => `${date}T${23 - VIETNAM_OFFSET_HOURS}:59:59.999Z`;

export function minutesAfter(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** The day `days` after (or, negative, before) the given one. */
export function addDays(date: LocalDate, days: number): LocalDate {
  // Within the days that every month has, the text says it; this is asked of every visit.
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${day < 10 ? "0" : ""}${day}`;
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of a later month; its last one where it has no such day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  // Day 0 of the month after is the month's last one.
  const end = new Date(Date.UTC(year, month + months, 0));
  end.setUTCDate(Math.min(date, end.getUTCDate()));
  return end.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS);
}

/** A name and the day from which it was in force. */
export interface DatedName {
  readonly name: string;
  readonly from: LocalDate;
}

/** What had begun by the day; the first is the best there is for the days before it. */
export const begunBy = <T extends { readonly from: LocalDate }>(dated: readonly T[], day: LocalDate): readonly T[] =>
  dated.filter(({ from }, index) => index === 0 || from <= day);

/** The names, with the one recorded last put right. */
export const lastNamed = (names: readonly DatedName[], name: string): readonly DatedName[] =>
  names.map((one, at) => (at === names.length - 1 ? { ...one, name } : one));

/** What was in force on a day: of what had begun by then the latest, and of one day what was recorded last. */
export function inForceOn<T extends { readonly from: LocalDate }>(dated: readonly T[], date: LocalDate): T | undefined {
  let best: T | undefined;
  for (const candidate of dated) {
    if (candidate.from <= date && (!best || candidate.from >= best.from)) best = candidate;
  }
  return best ?? dated[0];
}

/**
 * The name in force on a day: history is told in the names of its time.
 * Before the first known name, that first name is the best there is.
 */
export function nameOn(names: readonly DatedName[], date: LocalDate): string {
  const best = inForceOn(names, date);
  if (!best) throw new Error("A named thing has at least one name.");
  return best.name;
}
