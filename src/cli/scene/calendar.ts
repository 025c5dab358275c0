import { addDays, type Instant, type LocalDate } from "../../domain/kernel/time.js";

/** A moment by the clock on a wall in Thanh Hóa: `at("2019-09-03", "08:30")`. */
export const at = (day: LocalDate, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString();

export const minutesAfter = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** The day so many working days later (or, negative, earlier). Holidays are not known here: none falls into the scene. */
export function workingDaysFrom(day: LocalDate, days: number): LocalDate {
  const step = Math.sign(days);
  let date = day;
  for (let left = Math.abs(days); left > 0;) {
    date = addDays(date, step);
    if (!isWeekend(date)) left -= 1;
  }
  return date;
}

export const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
