import { dayText, momentText } from "../../format.ts";

/** Time from left to right: where a moment stands, which moments stand as one, and what is written beneath. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days and hours begin as they do in Vietnam. */
const VIETNAM = 7 * HOUR;

/** Marks nearer to each other than this would lie on one another. */
const MARK_PX = 24;
const LABEL_PX = 84;
const MOMENT_LABEL_PX = 132;
export const MARGIN_PX = 20;

const BUNDLES = [HOUR / 6, HOUR, 6 * HOUR, ...[1, 2, 4, 7, 14, 28, 56, 112, 365, 730, 3_650].map((days) => days * DAY)];

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface Axis {
  readonly x: (moment: number) => number;
  /** The moments of one bundle have the same number. */
  readonly bundleOf: (moment: number) => number;
  /** Where a mark stands for moments of the bundle, so that it lies on no mark of another. */
  readonly placeOf: (bundle: number, x: number) => number;
  readonly ticks: readonly Tick[];
}

export function axisOf(first: number, last: number, width: number): Axis {
  // A single moment needs some time around it.
  const around = Math.max(0, 6 * HOUR - (last - first)) / 2;
  const [from, to] = [first - around, last + around];
  const wide = Math.max(1, width - 2 * MARGIN_PX);
  const x = (moment: number): number => MARGIN_PX + ((moment - from) / (to - from)) * wide;
  const bundle = BUNDLES.find((one) => (one / (to - from)) * wide >= MARK_PX) ?? to - from;
  const bundleOf = (moment: number): number => Math.floor((moment + VIETNAM) / bundle);
  const placeOf = (number: number, at: number): number => {
    const [start, end] = [x(number * bundle - VIETNAM), x((number + 1) * bundle - VIETNAM)];
    const room = Math.min(MARK_PX, end - start) / 2;
    return Math.min(end - room, Math.max(start + room, at));
  };
  return { x, bundleOf, placeOf, ticks: ticksOf(from, to, wide).map(({ at, label }) => ({ x: x(at), label })) };
}

interface Label {
  readonly at: number;
  readonly label: string;
}

/** As many as there is room for: hours, days, months or years. */
function ticksOf(from: number, to: number, wide: number): readonly Label[] {
  const room = (px: number): number => Math.max(2, wide / px);
  for (const hours of [1, 3, 6, 12]) {
    if ((to - from) / (hours * HOUR) > room(MOMENT_LABEL_PX)) continue;
    return evenly(from, to, hours * HOUR, (at) => momentText(new Date(at).toISOString()));
  }
  for (const days of [1, 2, 7, 14]) {
    if ((to - from) / (days * DAY) > room(LABEL_PX)) continue;
    // Weeks begin on Mondays; the first day of all, 1/1/1970, was a Thursday.
    return evenly(from, to, days * DAY, dayAt, days >= 7 ? 4 * DAY : 0);
  }
  for (const months of [1, 3, 6, 12, 24, 60, 120, 600]) {
    if ((to - from) / (months * 30 * DAY) <= room(LABEL_PX)) return byMonths(from, to, months);
  }
  return [];
}

const dayAt = (at: number): string => dayText(new Date(at + VIETNAM).toISOString());

function evenly(from: number, to: number, step: number, label: (at: number) => string, offset = 0): readonly Label[] {
  const found: Label[] = [];
  let at = Math.ceil((from + VIETNAM - offset) / step) * step - VIETNAM + offset;
  for (; at <= to; at += step) found.push({ at, label: label(at) });
  return found;
}

function byMonths(from: number, to: number, step: number): readonly Label[] {
  const found: Label[] = [];
  const begun = new Date(from + VIETNAM);
  const first = begun.getUTCFullYear() * 12 + begun.getUTCMonth();
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const [year, of] = [Math.floor(month / 12), month % 12];
    const at = Date.UTC(year, of, 1) - VIETNAM;
    if (at > to) return found;
    if (at >= from) found.push({ at, label: step >= 12 ? String(year) : `${of + 1}/${year}` });
  }
}
