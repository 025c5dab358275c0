import { addDays, dayText } from "../format.ts";
import type { Params } from "../place.ts";

/** A period as the API takes it: by days, or as reports name it. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
  readonly kind?: PeriodKind;
  readonly year?: number;
  readonly nth?: number;
  readonly cutOff?: "REPORTING";
}

export const PERIOD_KINDS = ["MONTH", "QUARTER", "HALF_YEAR", "NINE_MONTHS", "YEAR"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
/** How many a year has. */
export const PER_YEAR: Readonly<Record<PeriodKind, number>> = {
  MONTH: 12,
  QUARTER: 4,
  HALF_YEAR: 2,
  NINE_MONTHS: 1,
  YEAR: 1,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `?from=2019-09-01&to=2019-11-18`, or `?period=QUARTER&year=2019&nth=3&cutoff=REPORTING`; null: the address names none. */
export function periodNamed(query: URLSearchParams): Period | null {
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? ""];
  if (DAY.test(from) && DAY.test(to) && from <= to) return { from, to };
  const kind = PERIOD_KINDS.find((one) => one === query.get("period"));
  const year = Number(query.get("year"));
  const nth = Number(query.get("nth") ?? 1);
  if (kind && year >= 1900 && year < 2200 && nth >= 1 && nth <= PER_YEAR[kind]) {
    return {
      ...{ kind, year },
      ...(PER_YEAR[kind] > 1 ? { nth } : {}),
      ...(query.get("cutoff") === "REPORTING" ? { cutOff: "REPORTING" as const } : {}),
    };
  }
  return null;
}

/** The year up to the day. */
export const yearTo = (day: string): Period => ({ from: `${day.slice(0, 4)}-01-01`, to: day });

/** The parameters of an address with this period. */
export const periodParams = ({ from, to, kind, year, nth, cutOff }: Period): Params => ({
  from: from ?? null,
  to: to ?? null,
  period: kind ?? null,
  year: year ?? null,
  nth: nth ?? null,
  cutoff: cutOff ?? null,
});

interface PeriodWords {
  readonly month: (nth: string, year: string) => string;
  readonly quarter: (nth: string, year: string) => string;
  readonly half: (nth: string, year: string) => string;
  readonly nine: (year: string) => string;
  readonly year: (year: string) => string;
  readonly days: (from: string, to: string) => string;
}

export function periodText({ from = "", to = "", kind, year, nth = 1 }: Period, words: PeriodWords): string {
  switch (kind) {
    case "MONTH":
      return words.month(String(nth), String(year));
    case "QUARTER":
      return words.quarter(String(nth), String(year));
    case "HALF_YEAR":
      return words.half(String(nth), String(year));
    case "NINE_MONTHS":
      return words.nine(String(year));
    case "YEAR":
      return words.year(String(year));
    case undefined:
      return words.days(dayText(from), dayText(to));
    default:
      return kind satisfies never;
  }
}

/** `2019-10`, `2019-Q3`, `2019-H2`, `2019`: where a row stands in a dimension of time. */
export function periodOfRow(text: string, cutOff: Period["cutOff"]): Period {
  const [year = "", part = ""] = text.split("-");
  const nth = Number(part.replace(/\D/g, ""));
  const kind: PeriodKind =
    part === "" ? "YEAR" : part.startsWith("Q") ? "QUARTER" : part.startsWith("H") ? "HALF_YEAR" : "MONTH";
  return {
    ...{ kind, year: Number(year) },
    ...(kind === "YEAR" ? {} : { nth }),
    ...(cutOff ? { cutOff } : {}),
  };
}

/** The part of a period of days that lies in a row's period of the calendar. */
export function within(whole: Period, row: Period): Period {
  if (whole.kind || !row.year || !row.kind) return row;
  const months = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, NINE_MONTHS: 9, YEAR: 12 }[row.kind];
  const first = ((row.nth ?? 1) - 1) * months;
  const from = `${row.year}-${String(first + 1).padStart(2, "0")}-01`;
  const after = first + months;
  const next = `${row.year + Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, "0")}-01`;
  const to = addDays(next, -1);
  return {
    from: whole.from && whole.from > from ? whole.from : from,
    to: whole.to && whole.to < to ? whole.to : to,
  };
}

export interface Preset {
  readonly name: "thisMonth" | "thisQuarter" | "lastQuarter" | "toDate" | "lastYear";
  readonly period: Period;
}

/** The periods that are asked for most, by the day. */
export function presets(today: string): readonly Preset[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  return [
    { name: "thisMonth", period: { kind: "MONTH", year, nth: month } },
    { name: "thisQuarter", period: { kind: "QUARTER", year, nth: quarter } },
    {
      name: "lastQuarter",
      period: quarter > 1 ? { kind: "QUARTER", year, nth: quarter - 1 } : { kind: "QUARTER", year: year - 1, nth: 4 },
    },
    { name: "toDate", period: yearTo(today) },
    { name: "lastYear", period: { kind: "YEAR", year: year - 1 } },
  ];
}
