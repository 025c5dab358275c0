import type { AnyField, Fields, Naming, Part, RecordKind } from "../../../src/domain/kernel/fields.js";
import { addDays, type LocalDate, localDateOf } from "../../../src/domain/kernel/time.js";
import { isPerson, SUBJECT_KINDS } from "../../../src/domain/law/terms.js";
import type { Dice } from "../../support/fuzz/dice.js";

/** A value that the API showed of a record, and where. */
export interface ShownValue {
  readonly path: string;
  readonly value: unknown;
}

/** What somebody knows of a ledger who fills in a form about it. */
export interface Known {
  readonly now: Date;
  /** The global ids of the records of a kind, those met last at the end. */
  records(kind: RecordKind): readonly string[];
  /** All that a record shows. */
  shown(id: string): readonly ShownValue[];
  /** Texts that the law has under that name: codes of violations. */
  lawTexts(name: string): readonly string[];
}

/** Begins every person's name, and stands nowhere else. */
export const MARK = "Zqx";
/** Where a text that somebody writes freely names a person: which one is known when the form is full. */
export const SOMEBODY = "⟪ai⟫";

/** Days from today, the likelier ones more often: most facts are of today or lie a little back. */
const DAYS_FROM_TODAY = [0, 0, 0, 0, 0, -1, -2, -3, -5, -10, -30, -200, -600, 1, 5, 10, 20, 30, 90, 200];
const COUNTS = [0, 0, 0, 1, 1, 1, 2, 2, 3, 5, 12, 24, 40, 600];
const SUMS = [1, 2, 5, 10, 20, 30, 60, 100].map((millions) => String(millions * 1_000_000));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const GLOBAL_ID = /^[A-Z][A-Za-z]+:[0-9a-f-]{36}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const ISBN = "978-0-306-40615-7";
const HASH = "0123456789abcdef".repeat(4);

/** There is nothing yet that could stand in a field that must be filled in. */
export class NothingKnown extends Error {}

/** Fills declared fields in at random: nothing in it knows one subject from another. */
export class FillIn {
  private texts = 0;
  /** The records that the form speaks of so far: parts are looked for in them. */
  private about: string[] = [];
  private of: string | undefined;

  constructor(
    private readonly dice: Dice,
    private readonly known: Known,
  ) {}

  /** A form, filled in. `about`: the record that it is of, if there is one. */
  whole(fields: Fields, about: string | undefined): Record<string, unknown> {
    this.of = about;
    this.about = about === undefined ? [] : [about];
    const filled: Record<string, unknown> = {};
    // The records come first, as the form may ask for parts of them.
    const names = Object.keys(fields).sort((one, two) => Number(isRef(fields[two])) - Number(isRef(fields[one])));
    if (this.dice.chance(0.5))
      names.reverse().sort((one, two) => Number(isRef(fields[two])) - Number(isRef(fields[one])));
    for (const name of names) this.put(filled, fields, name);
    return this.dice.chance(0.8) ? inOrderOfDays(fields, filled) : filled;
  }

  /** Another value for a field of a form; one that may be left out may be left out now. */
  again(fields: Fields, filled: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
    const { [name]: before, ...rest } = filled;
    this.about = [this.of, ...Object.values(rest).flat()].filter(
      (one) => typeof one === "string" && GLOBAL_ID.test(one),
    ) as string[];
    this.put(rest, fields, name, before === undefined ? 1 : 0.7);
    return rest;
  }

  private put(filled: Record<string, unknown>, fields: Fields, name: string, share = 0.4): void {
    const field = fields[name];
    if (!field || (field.optional && !this.dice.chance(share))) return;
    const value = this.valueOf(name, field, filled);
    if (value !== undefined) filled[name] = value;
    else if (!field.optional) throw new NothingKnown(name);
  }

  /** Undefined: nothing is known that could stand there. */
  private valueOf(name: string, field: AnyField, beside: Readonly<Record<string, unknown>>): unknown {
    const { dice } = this;
    switch (field.shape) {
      case "text":
        return this.text(name, field, beside);
      case "texts":
        return this.some(field, () => this.free(field.names, field.max));
      case "day":
        return this.day();
      case "moment":
        return new Date(this.known.now.getTime() - dice.of([0, 1, 3, 20, 30, 100, -24, -72]) * 3_600_000).toISOString();
      case "vnd":
        return dice.of(SUMS);
      case "yes":
        return dice.chance(0.5);
      case "count":
        return dice.of(COUNTS.map((one) => Math.min(Math.max(one, field.min), field.max)));
      case "ref":
        return this.record(field.to);
      case "refs":
        return distinct(this.some(field, () => this.record(field.to)));
      case "records":
        return distinct(this.some(field, () => this.record(dice.of(["Visit", "Unit", "Reporter", "Inspection"]))));
      case "id":
        return this.partId(name);
      case "ids":
        return distinct(this.some(field, () => this.partId(name)));
      case "choice":
        return dice.of(field.terms.values);
      case "choices":
        return distinct(this.some({ ...field, most: 2 }, () => dice.of(field.terms.values)));
      case "one":
        return this.part(field.part);
      case "many":
        return this.some(field, () => this.part(field.part));
      default:
        return field satisfies never;
    }
  }

  private part({ fields }: Part): Record<string, unknown> {
    const filled: Record<string, unknown> = {};
    for (const name of Object.keys(fields)) this.put(filled, fields, name);
    return this.dice.chance(0.8) ? inOrderOfDays(fields, filled) : filled;
  }

  private some<T>({ least, most }: { readonly least: number; readonly most: number }, make: () => T): NonNullable<T>[] {
    const length = Math.min(most, Math.max(least, this.dice.of([1, 1, 1, 2, 3])));
    const made = Array.from({ length }, make).filter((one) => one !== undefined && one !== null) as NonNullable<T>[];
    if (made.length < least) throw new NothingKnown("an entry of a list");
    return made;
  }

  /** Mostly one that has to do with what the form speaks of, or was met lately: as with those who work on something. */
  private record(kind: RecordKind): string | undefined {
    const { dice, known, about } = this;
    const all = known.records(kind);
    if (all.length === 0) return undefined;
    const near = all.filter((one) => about.some((id) => this.names(id, one) || this.names(one, id)));
    const id = dice.of(near.length > 0 && dice.chance(0.75) ? near : dice.chance(0.6) ? all.slice(-3) : all);
    about.push(id);
    return id;
  }

  /** Whether a record shows that it has to do with the other. */
  private names(id: string, other: string): boolean {
    return this.known.shown(id).some(({ value }) => value === other);
  }

  /** A part of a record that the form speaks of; one from a list of that name, if there is such a list. */
  private partId(name: string): string | undefined {
    const shown = this.about.flatMap((id) => this.known.shown(id)).filter(({ value }) => isUuid(value));
    const stem = name.replace(/Ids?$/, "").slice(-5).toLowerCase().slice(0, 4);
    const likely = shown.filter(({ path }) => path.toLowerCase().includes(stem));
    const from = likely.length > 0 && this.dice.chance(0.9) ? likely : shown;
    return from.length === 0 ? undefined : String(this.dice.of(from).value);
  }

  private day(): LocalDate {
    const { dice, known } = this;
    const shown = this.about.flatMap((id) => known.shown(id)).filter(({ value }) => isDay(value));
    if (shown.length > 0 && dice.chance(0.25)) return String(dice.of(shown).value);
    return addDays(localDateOf(known.now.toISOString()), dice.of(DAYS_FROM_TODAY));
  }

  private text(
    name: string,
    field: Extract<AnyField, { shape: "text" }>,
    beside: Readonly<Record<string, unknown>>,
  ): string {
    const { dice, known } = this;
    const law = known.lawTexts(name);
    if (law.length > 0 && dice.chance(0.95)) return dice.of(law);
    const who = field.names === "OFFENDERS" ? Object.values(beside) : [];
    if (who.some((value) => PERSONS.has(value))) return `${MARK} ${(this.texts += 1)} Văn An`;
    // What is told of an organisation is no person's name: it is shown to whoever may read the record.
    const names = who.some((value) => OTHERS.has(value)) ? "NOBODY" : field.names;
    if (names === "NOBODY" && dice.chance(0.1)) {
      const shown = this.about.flatMap((id) => known.shown(id)).filter(({ path }) => path.split(".").at(-1) === name);
      const open = shown
        .map(({ value }) => value)
        .filter((value) => typeof value === "string" && !value.includes(MARK));
      if (open.length > 0) return dice.of(open) as string;
    }
    const nth = (this.texts += 1);
    switch (field.as) {
      case undefined:
        return this.free(names, field.max);
      case "URL":
        return `https://thanhhoa.gov.vn/${nth}`;
      case "ISBN":
        return ISBN;
      case "SYMBOL":
        return dice.of(["QĐ-XPHC", "QĐ-STTTT", "BB-VPHC"]);
      case "SERIAL":
      case "PAPER_NUMBER":
        return names === "NOBODY" ? `${nth}/BB` : `${MARK} ${nth} 0${dice.below(900)}`;
      default:
        return HASH;
    }
  }

  /** A text that somebody writes freely: it names somebody wherever it may. */
  private free(names: Naming, max: number): string {
    const nth = (this.texts += 1);
    const ofSomebody = `Của ${SOMEBODY}`;
    const texts = { NOBODY: `Việc ${nth}`, PAPERS: `${MARK} ${nth} 000` };
    const text = names === "NOBODY" || names === "PAPERS" ? texts[names] : ofSomebody;
    return text.slice(0, max);
  }
}

const isRef = (field: AnyField | undefined): boolean => field?.shape === "ref" || field?.shape === "refs";
const isUuid = (value: unknown): boolean => typeof value === "string" && UUID.test(value);
const isDay = (value: unknown): boolean => typeof value === "string" && DAY.test(value);
const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** As what kind somebody is named by a name of a person, and as what not. */
const PERSONS: ReadonlySet<unknown> = new Set(SUBJECT_KINDS.values.filter(isPerson));
const OTHERS: ReadonlySet<unknown> = new Set(SUBJECT_KINDS.values.filter((kind) => !isPerson(kind)));

/** The same days, the earlier ones in the fields that are declared earlier: a term begins before it ends. */
function inOrderOfDays(fields: Fields, filled: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.keys(fields).filter((name) => fields[name]?.shape === "day" && filled[name] !== undefined);
  const days = names.map((name) => String(filled[name])).sort();
  return { ...filled, ...Object.fromEntries(names.map((name, nth) => [name, days[nth]])) };
}

/** The names of persons in what was filled in. */
export const namesIn = (filled: unknown): readonly string[] => [
  ...new Set(JSON.stringify(filled).match(new RegExp(`${MARK} \\d+ Văn An`, "g"))),
];

/** The form with somebody's name wherever a text speaks of somebody. */
export const speakingOf = <T>(filled: T, name: string): T =>
  JSON.parse(JSON.stringify(filled).replaceAll(SOMEBODY, name)) as T;
