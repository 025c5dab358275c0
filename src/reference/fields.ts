import { INVISIBLE, LOST } from "../domain/kernel/text.js";
import { type Instant, minutesAfter, startOfDay } from "../domain/kernel/time.js";

/** Reads the fields of one JSON object strictly: each is asked for once, and what nobody asked for is a mistake. */

export class Fields {
  private readonly asked = new Set<string>();
  private readonly fields: Readonly<Record<string, unknown>>;

  /** @param at how messages name the object, e.g. `units "so-tnmt"` */
  constructor(
    value: unknown,
    readonly at: string,
    private readonly problems: string[],
  ) {
    if (!isObject(value)) this.wrong("expected an object", value);
    this.fields = isObject(value) ? value : {};
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  text(name: string, max = 300): string {
    const value = this.take(name);
    if (typeof value !== "string" || value.trim() === "" || value.length > max) {
      this.wrong(`${name}: expected text of 1 to ${max} characters`, value);
      return "";
    }
    if (!READABLE.test(value)) this.problem(`${name}: it holds a sign that nobody can see, or that was lost`);
    return value.normalize("NFC").trim();
  }

  optionalText(name: string, max = 300): string | undefined {
    return this.has(name) ? this.text(name, max) : undefined;
  }

  key(name: string): string {
    const value = this.take(name);
    if (typeof value === "string" && KEY.test(value)) return value;
    this.wrong(`${name}: expected a key of small letters, digits and hyphens`, value);
    return "";
  }

  day(name: string): string {
    const value = this.take(name);
    if (typeof value === "string" && isDay(value)) return value;
    this.wrong(`${name}: expected a day such as 2019-09-01`, value);
    return "";
  }

  /** A minute by the clock on a wall in Vietnam. */
  minute(name: string): Instant {
    const value = this.take(name);
    const [, day = "", hour, minute] = (typeof value === "string" && MINUTE.exec(value)) || [];
    if (isDay(day)) return minutesAfter(startOfDay(day), Number(hour) * 60 + Number(minute));
    this.wrong(`${name}: expected a minute such as 2019-09-01 08:30`, value);
    return "";
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T {
    const value = this.take(name);
    const known = values.find((one) => one === value);
    if (known !== undefined) return known;
    this.wrong(`${name}: expected one of ${values.join(", ")}`, value);
    return values[0] as T;
  }

  someOf<T extends string>(name: string, values: readonly T[], min: number): T[] {
    const items = this.texts(name, min);
    const unknown = items.find((item) => !values.some((one) => one === item));
    if (unknown !== undefined) this.wrong(`${name}: expected some of ${values.join(", ")}`, unknown);
    return items as T[];
  }

  /** A list of keys or words, each once. */
  texts(name: string, min: number): string[] {
    const value = this.take(name) ?? (min === 0 ? [] : undefined);
    const fits = Array.isArray(value) && value.length >= min && value.every((item) => typeof item === "string");
    if (!fits) {
      this.wrong(`${name}: expected a list of at least ${min} text(s)`, value);
      return [];
    }
    const twice = (value as string[]).find((item, index) => value.indexOf(item) !== index);
    if (twice !== undefined) this.problem(`${name}: "${twice}" is named twice`);
    return value as string[];
  }

  /** The raw value of a list. */
  list(name: string): readonly unknown[] {
    const value = this.take(name) ?? [];
    if (Array.isArray(value)) return value as unknown[];
    this.wrong(`${name}: expected a list`, value);
    return [];
  }

  /** The raw value of an object. */
  object(name: string): Readonly<Record<string, unknown>> {
    const value = this.take(name);
    if (isObject(value)) return value;
    this.wrong(`${name}: expected an object`, value);
    return {};
  }

  /** A day, or null where the field is null or absent. */
  optionalDay(name: string): string | null {
    if (this.isGiven(name)) return this.day(name);
    this.take(name);
    return null;
  }

  flag(name: string): boolean {
    const value = this.take(name);
    if (typeof value === "boolean") return value;
    this.wrong(`${name}: expected true or false`, value);
    return false;
  }

  whole(name: string, min: number, max: number): number {
    const value = this.take(name);
    if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value;
    this.wrong(`${name}: expected a whole number from ${min} to ${max}`, value);
    return min;
  }

  optionalWhole(name: string, min: number, max: number): number | null {
    if (this.isGiven(name)) return this.whole(name, min, max);
    this.take(name);
    return null;
  }

  /** The object under the name, read; null where the field is null or absent. */
  optional<T>(name: string, read: (fields: Fields) => T): T | null {
    if (!this.isGiven(name)) {
      this.take(name);
      return null;
    }
    const fields = this.inner(name);
    const value = read(fields);
    fields.nothingElse();
    return value;
  }

  inner(name: string): Fields {
    return new Fields(this.take(name), `${this.at}.${name}`, this.problems);
  }

  names(): readonly string[] {
    return Object.keys(this.fields);
  }

  problem(text: string): void {
    this.problems.push(`${this.at}: ${text}.`);
  }

  /** To be called last: a field that was not asked for is more likely mistyped than meant to be passed over. */
  nothingElse(): void {
    for (const name of Object.keys(this.fields)) {
      if (!this.asked.has(name)) this.problem(`"${name}" is not a field that stands here`);
    }
  }

  private isGiven(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  private take(name: string): unknown {
    this.asked.add(name);
    return this.fields[name];
  }

  private wrong(expected: string, value: unknown): void {
    this.problem(`${expected}, found ${value === undefined ? "nothing" : shown(value)}`);
  }
}

/** What the ledger takes into a text: what it would refuse later, entry by entry, is told before anything is sent. */
const READABLE = new RegExp(`^(?:(?!${INVISIBLE})[^${LOST}])*$`, "u");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MINUTE = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):([0-5]\d)$/;

export function isDay(text: string): boolean {
  const midnight = Date.parse(`${text}T00:00:00Z`);
  // A day that no month has is either no date at all or read as one of the next month.
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
