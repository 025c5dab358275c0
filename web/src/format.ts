import type { Language } from "./words/words.ts";

/** Days, moments and numbers as people in Vietnam write them; a browser's own zone and locale do not matter. */

const VIETNAM_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const two = (number: number): string => String(number).padStart(2, "0");

/** `2019-11-18` → `18/11/2019`. */
export const dayText = (day: string): string => day.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, "$3/$2/$1");

/** A moment in Vietnam: `18/11/2019 17:05`. */
export function momentText(moment: string): string {
  const at = new Date(Date.parse(moment) + VIETNAM_MS);
  if (Number.isNaN(at.getTime())) return moment;
  const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** The day in Vietnam of a moment: `2019-11-18`. */
export const dayOf = (moment: string | number | Date): string =>
  new Date(new Date(moment).getTime() + VIETNAM_MS).toISOString().slice(0, 10);

export const todayInVietnam = (): string => dayOf(Date.now());

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** `115000000` → `115.000.000` in Vietnamese, `115,000,000` in English. */
export function numberText(value: number | string, language: Language): string {
  const text = String(value);
  const [whole = "", part] = text.replace("-", "").split(".");
  const [group, point] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${text.startsWith("-") ? "−" : ""}${grouped}${part ? point + part : ""}`;
}

export const moneyText = (value: number | string, language: Language): string =>
  `${numberText(value, language)} ${language === "vi" ? "đồng" : "VND"}`;

/** With its sign, for differences. */
export const signedText = (value: number | string, language: Language): string =>
  /^-/.test(String(value)) || Number(value) === 0 ? numberText(value, language) : `+${numberText(value, language)}`;

/** A day as people type it, `5/10/2019`, `05-10-2019` or `051019`; null when it is none. */
export function dayTyped(text: string): string | null {
  const found =
    /^\s*(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4}|\d{2})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4}|\d{2})\s*$/.exec(text);
  if (!found) return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) && isDay(text.trim()) ? text.trim() : null;
  const [, day = "", month = "", year = ""] = found;
  const whole = year.length === 2 ? `20${year}` : year;
  const iso = `${whole}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}

const isDay = (iso: string): boolean => {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
};

/** A day and a time in Vietnam as an instant: `2019-11-18`, `17:05` → `2019-11-18T10:05:00.000Z`. */
export const momentIn = (day: string, time: string): string =>
  new Date(Date.parse(`${day}T${time}:00Z`) - VIETNAM_MS).toISOString();

/** The time in Vietnam of a moment: `17:05`. */
export const timeOf = (moment: string): string => momentText(moment).slice(11);

/** `17:05`, `17h05`, `1705`, `8h`; null when it is none. */
export function timeTyped(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*(?:[:h.g]\s*(\d{2})?|(\d{2}))?\s*$/i.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}
