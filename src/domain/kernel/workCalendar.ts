import { type TermOf, terms } from "./terms.js";
import { addDays, type LocalDate } from "./time.js";
import { type Bilingual, say } from "./words.js";

/** Which days are worked. Made from the reference rows of holidays and swap days. */
export interface WorkCalendar {
  isWorkingDay(day: LocalDate): boolean;
  /** Whether the yearly decision on holidays of this year is known; without it only the weekends are sure. */
  covers(year: number): boolean;
}

export const SPECIAL_DAY_KINDS = terms(
  "SpecialDayKind",
  "A day off (nghỉ lễ, nghỉ bù, hoán đổi), or a Saturday or Sunday worked for one (làm bù).",
  {
    OFF: say("ngày nghỉ", "day off"),
    WORKED: say("ngày làm bù", "worked for a day off"),
  },
);

/**
 * One day that is not as its weekday says. OFF: a public holiday (ngày nghỉ lễ, tết), the day given for one that fell on
 * a weekend (nghỉ bù), or a working day given up for a Saturday. WORKED: the Saturday or Sunday worked for it (hoán đổi).
 */
export interface SpecialDay {
  readonly day: LocalDate;
  readonly kind: TermOf<typeof SPECIAL_DAY_KINDS>;
  readonly name: Bilingual;
}

/** Saturday and Sunday are off, unless a row makes one a working day; other days are worked, unless a row says not. */
export function workCalendarOf(specialDays: Iterable<SpecialDay>): WorkCalendar {
  const kinds = new Map<LocalDate, SpecialDay["kind"]>();
  const years = new Set<number>();
  for (const { day, kind } of specialDays) {
    kinds.set(day, kind);
    years.add(yearOf(day));
  }
  return {
    isWorkingDay: (day) => {
      const kind = kinds.get(day);
      return kind === undefined ? !isWeekend(day) : kind === "WORKED";
    },
    covers: (year) => years.has(year),
  };
}

/** No run of days off comes near this; a calendar without a working day in it is a mistake of its rows. */
const LONGEST_REST_DAYS = 60;

/** The day itself if it is worked, else the next one that is. */
export function workingDayFrom(day: LocalDate, calendar: WorkCalendar): LocalDate {
  for (let ahead = 0; ahead <= LONGEST_REST_DAYS; ahead++) {
    const candidate = addDays(day, ahead);
    if (calendar.isWorkingDay(candidate)) return candidate;
  }
  throw new Error(`The calendar has no working day within ${LONGEST_REST_DAYS} days of ${day}.`);
}

/** The `count`-th working day after the given one; with 0 the day itself, worked or not. */
export function addWorkingDays(from: LocalDate, count: number, calendar: WorkCalendar): LocalDate {
  let day = from;
  for (let counted = 0; counted < count; counted++) day = workingDayFrom(addDays(day, 1), calendar);
  return day;
}

/** How many working days lie after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count++;
  return count;
}

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
