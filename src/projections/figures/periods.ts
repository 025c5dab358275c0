/** Days, both included: `2019-09-30`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A day as a number whose order is the days': `2019-09-30` is 20190930. */
export const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));

/** Months in a row: of 20190930, that many since the year 0. */
export const monthOfDay = (day: number): number => Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1;

export const nameOfMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

/** The part of the period that lies in the month. Days compare as text, so the 31st does for every month's end. */
export function withinMonth({ from, to }: Period, month: string): Period {
  const [first, last] = [`${month}-01`, `${month}-31`];
  return { from: from > first ? from : first, to: to < last ? to : last };
}
