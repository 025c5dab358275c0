import type { Vnd } from "./money.js";
import { normalPaperNumber, normalSerial, normalSymbol } from "./paperNumber.js";
import type { Terms } from "./terms.js";
import type { Instant, LocalDate } from "./time.js";
import type { Bilingual } from "./words.js";

/**
 * What a person fills in, as data: what each field is called, what it takes, and whom it may name. The types of a
 * command, the API's input types with their rules, and the labels of a form follow from it. What a record is, is said in
 * the same way: the type of its state (`DataOf`) and what the API shows of it follow. Knows no package.
 *
 * `text(say("Nội dung làm việc", "Subject"), 500, NOBODY)`
 */

/**
 * Whom a text may name. NOBODY: no person, or one who acts in an office or profession that the register shows openly (a
 * reporter, a signer). OFFENDERS: somebody who broke the law, reports it or is bound up with it; such a text is read by
 * those only who may read the names of offenders. NAMED: those whom the record is about, and nobody else; where these are
 * organisations, everyone reads it, else it is read as a text that names offenders. SUBJECTS: the name itself of whom a
 * record is about: an organisation's is for all, of a person others see the initials. PAPERS: the number of a person's
 * paper, of which others see the end.
 */
export type Naming = "NOBODY" | "OFFENDERS" | "NAMED" | "SUBJECTS" | "PAPERS";
export const NOBODY = "NOBODY";
export const OFFENDERS = "OFFENDERS";
export const NAMED = "NAMED";
export const SUBJECTS = "SUBJECTS";
export const PAPERS = "PAPERS";

/** The kinds of records that have an id of their own, in the order in which the API tells of them. */
export const RECORD_KINDS = [
  "Unit",
  "PressAgency",
  "RepresentativeOffice",
  "Reporter",
  "Visit",
  "Inspection",
  "ViolationCase",
  "Sanction",
  "Seizure",
  "Spokesperson",
  "Oversight",
  "InformationRequest",
  "UnitRule",
  "Statement",
  "StatementDuty",
  "PressConference",
  "PressItem",
  "StaffSnapshot",
  "TrainingCourse",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record by its kind and id: one that a command or another record names. */
export interface RecordReference {
  readonly kind: RecordKind;
  readonly id: string;
}

/** What a field takes. Lengths are in characters, of lists in entries. */
export type Shape =
  /** A line, or with `lines` several. `as` narrows what is written in it. */
  | {
      readonly shape: "text";
      readonly max: number;
      readonly lines: boolean;
      readonly names: Naming;
      readonly as?: TextForm;
    }
  | {
      readonly shape: "texts";
      readonly most: number;
      readonly least: number;
      readonly max: number;
      readonly names: Naming;
    }
  | { readonly shape: "day" | "moment" | "vnd" | "yes" | "id" }
  | { readonly shape: "count"; readonly min: number; readonly max: number }
  | { readonly shape: "ref"; readonly to: RecordKind }
  | { readonly shape: "refs"; readonly to: RecordKind; readonly most: number; readonly least: number }
  /** Records of any kind, by their global ids: `Visit:<UUID>`. */
  | { readonly shape: "records"; readonly most: number; readonly least: number }
  | { readonly shape: "ids"; readonly most: number; readonly least: number }
  | { readonly shape: "choice"; readonly terms: Terms }
  | { readonly shape: "choices"; readonly terms: Terms; readonly least: number }
  | { readonly shape: "one"; readonly part: Part }
  | { readonly shape: "many"; readonly part: Part; readonly most: number; readonly least: number };

/** A web address, an ISBN, what numbers a paper (./paperNumber.ts), or a text of a pattern. */
export type TextForm = "URL" | "ISBN" | keyof typeof NORMAL | RegExp;
/** What is taken in every form in which papers bear it, and kept in one. */
const NORMAL = { PAPER_NUMBER: normalPaperNumber, SYMBOL: normalSymbol, SERIAL: normalSerial } as const;

interface Told {
  readonly words: Bilingual;
  /** More for whoever calls the API, in English. */
  readonly note?: string | undefined;
  /** Whom it may name: of a text, or of a part of which those who may not read names are shown nothing. */
  readonly names?: Naming;
  /** What the API calls it where it shows it, if that is not what the record calls it. */
  readonly shown?: string;
  readonly optional?: boolean;
  /** What it is when it is left out. */
  readonly orElse?: unknown;
  /** An empty list says something here: that there are none, or none any more. Else it says as little as none at all. */
  readonly meantEmpty?: boolean;
  /** Of a part of a record that is corrected field by field; of a list of such parts, the field that says which is meant. */
  readonly fieldwise?: true | { readonly by: string };
}
export type AnyField = Shape & Told;
/** `type` is for the compiler only. */
export type Field<T> = AnyField & { readonly type?: T };
/** A part of a record, or some of a list, to be corrected field by field. `told`: what of it changes; for the compiler only. */
export type Fieldwise<T, C> = Field<T> & { readonly told?: C };
export type Optional<T> = Field<T> & { readonly optional: true };
export type Fields = Readonly<Record<string, AnyField>>;

/** Fields that go together, as an input type of its own: a signer, a line of a decision. */
export interface Part<F extends Fields = Fields> {
  readonly name: string;
  readonly note?: string | undefined;
  readonly fields: F;
}

type ValueOf<F> = F extends { readonly type?: infer T } ? Exclude<T, undefined> : never;
/** What a command says in these fields: what is optional and left out is null. */
export type DataOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends { readonly optional: true } ? ValueOf<F[K]> | null : ValueOf<F[K]>;
};

/** What a correction of these fields tells: those that it changes. */
export type CorrectionOf<F extends Fields> = {
  readonly [K in keyof F]?: F[K] extends { readonly told?: infer C }
    ? Exclude<C, undefined>
    : Exclude<DataOf<F>[K], null>;
};
/** What was said in a correction of these fields. */
export type CorrectionSaid<F extends Fields> = { readonly [K in keyof F]?: Exclude<DataOf<F>[K], null> };
/** What is told of one of several parts: which it is, and what of it changes. */
export type PartCorrected<By extends string, F extends Fields> = { readonly [K in By]: string } & {
  readonly changes: CorrectionOf<F>;
};

type BlankKey<F extends Fields, K extends keyof F> = F[K] extends { readonly optional: true }
  ? K
  : ValueOf<F[K]> extends readonly unknown[]
    ? K
    : never;
/** What of these fields a record has none of at first. */
export type BlankOf<F extends Fields> = {
  readonly [K in keyof F as BlankKey<F, K>]: F[K] extends { readonly optional: true } ? null : readonly [];
};

/** A record's fields of which it has none at first: null, or an empty list. */
export function blankOf<const F extends Fields>(fields: F): BlankOf<F>;
export function blankOf(fields: Fields): object {
  const blank: Record<string, null | readonly []> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.optional) blank[name] = null;
    else if (LISTS.has(field.shape)) blank[name] = [];
  }
  return blank;
}
const LISTS: ReadonlySet<Shape["shape"]> = new Set(["texts", "refs", "records", "ids", "choices", "many"]);

export const text = (words: Bilingual, max: number, names: Naming, note?: string): Field<string> => ({
  shape: "text",
  words,
  max,
  lines: false,
  names,
  note,
});
export const lines = (words: Bilingual, max: number, names: Naming, note?: string): Field<string> => ({
  shape: "text",
  words,
  max,
  lines: true,
  names,
  note,
});
/** A text that is a web address, an ISBN, or of a pattern. */
export const written = (as: TextForm, words: Bilingual, max: number, names: Naming, note?: string): Field<string> => ({
  shape: "text",
  as,
  words,
  max,
  lines: false,
  names,
  note,
});
/** The number of a paper, with its symbol if it has one; kept in its normal form. */
export const paperNumber = (words: Bilingual, max: number, names: Naming, note?: string): Field<string> =>
  written("PAPER_NUMBER", words, max, names, [...(note === undefined ? [] : [note]), IN_ANY_FORM].join(" "));
const IN_ANY_FORM = "Taken in every form in which papers bear it, and kept in one: `05/BB-VPHC`.";
/** A number that is printed beforehand, as on receipts. */
export const serialNumber = (words: Bilingual, max: number, names: Naming, note?: string): Field<string> =>
  written("SERIAL", words, max, names, note);
export const texts = (
  words: Bilingual,
  { most, least = 1, max }: { readonly most: number; readonly least?: number; readonly max: number },
  names: Naming,
  note?: string,
): Field<readonly string[]> => ({ shape: "texts", words, most, least, max, names, note });
/** A day in Vietnam, of a year that can be meant. */
export const day = (words: Bilingual, note?: string): Field<LocalDate> => ({ shape: "day", words, note });
export const moment = (words: Bilingual, note?: string): Field<Instant> => ({ shape: "moment", words, note });
/** A sum of money in đồng. */
export const vnd = (words: Bilingual, note?: string): Field<Vnd> => ({ shape: "vnd", words, note });
export const yes = (words: Bilingual, note?: string): Field<boolean> => ({ shape: "yes", words, note });
/** A whole number. */
export const count = (
  words: Bilingual,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { readonly min?: number; readonly max?: number } = {},
  note?: string,
): Field<number> => ({ shape: "count", words, min, max, note });
/** A record of the ledger, by its global id outside and its UUID inside. Who does this step waits for who changes it. */
export const ref = (to: RecordKind, words: Bilingual, note?: string): Field<string> => ({
  shape: "ref",
  to,
  words,
  note,
});
export const refs = (
  to: RecordKind,
  words: Bilingual,
  { most, least = 1 }: { readonly most: number; readonly least?: number },
  note?: string,
): Field<readonly string[]> => ({ shape: "refs", to, words, most, least, note });
/** Records of any kind, each by its global id, inside too: what proves something. */
export const records = (
  words: Bilingual,
  { most, least = 1 }: { readonly most: number; readonly least?: number },
  note?: string,
): Field<readonly string[]> => ({ shape: "records", words, most, least, note });
/** A part of a record: a party, a line, a measure, a promise; the record shows its id. */
export const id = (words: Bilingual, note?: string): Field<string> => ({ shape: "id", words, note });
export const ids = (
  words: Bilingual,
  { most, least = 1 }: { readonly most: number; readonly least?: number },
  note?: string,
): Field<readonly string[]> => ({ shape: "ids", words, most, least, note });
export const choice = <T extends string>(terms: Terms<T>, words: Bilingual, note?: string): Field<T> => ({
  shape: "choice",
  terms,
  words,
  note,
});
/** Some terms of a list, each once. */
export const choices = <T extends string>(
  terms: Terms<T>,
  words: Bilingual,
  { least = 1 }: { readonly least?: number } = {},
  note?: string,
): Field<readonly T[]> => ({ shape: "choices", terms, words, least, note });

export const part = <const F extends Fields>(name: string, fields: F, note?: string): Part<F> => ({
  name,
  fields,
  note,
});
export const one = <F extends Fields>(of: Part<F>, words: Bilingual, note?: string): Field<DataOf<F>> => ({
  shape: "one",
  part: of,
  words,
  note,
});
export const many = <F extends Fields>(
  of: Part<F>,
  words: Bilingual,
  { most, least = 1 }: { readonly most: number; readonly least?: number },
  note?: string,
): Field<readonly DataOf<F>[]> => ({ shape: "many", part: of, words, most, least, note });

/** Those only who may read the names of offenders are shown it; of a part, any of it. */
export const ofOffenders = <T>(field: Field<T>): Field<T> => ({ ...field, names: OFFENDERS });

/** The API shows it under this name. */
export const shownAs = <const F extends AnyField>(name: string, field: F): F => ({ ...field, shown: name });

/** It may be left out; then it is null. */
export const optional = <T>(field: Field<T>): Optional<T> => ({ ...field, optional: true });

/** Something for each of these fields, under its name. */
export function eachField<const F extends Fields, T>(
  fields: F,
  of: (name: keyof F & string) => T,
): { readonly [K in keyof F]: T };
export function eachField(fields: Fields, of: (name: string) => unknown): object {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, of(name)]));
}

/** Fields of a record, by their names: what it may lack may be left out. */
export function asIn<const F extends Fields, K extends keyof F & string>(fields: F, ...names: readonly K[]): Pick<F, K>;
export function asIn(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));
}

/** Fields of a record, by their names, each of which must be said, though the record may lack it. */
export function needed<const F extends Fields, K extends keyof F & string>(
  fields: F,
  ...names: readonly K[]
): { readonly [N in K]: Field<ValueOf<F[N]>> };
export function needed(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(asIn(fields, ...names)).map(([name, { optional: _, ...field }]) => [name, field]),
  );
}

/** These fields, of which each may be left out. */
export type EachOptional<F extends Fields> = { readonly [K in keyof F]: F[K] & { readonly optional: true } };
export function eachOptional<const F extends Fields>(fields: F): EachOptional<F>;
export function eachOptional(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, optional: true }]));
}

/** What is asked of these fields where a list is narrowed. */
export type FilterOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | null | undefined };

/** A part of a record, of which what is said is corrected: what is left out stays. */
export const fieldsOf = <const F extends Fields>(
  { name, fields, note: about }: Part<F>,
  words: Bilingual,
  note?: string,
): Fieldwise<DataOf<EachOptional<F>>, CorrectionOf<F>> => ({
  shape: "one",
  part: { name, fields: eachOptional(fields), note: about },
  fieldwise: true,
  words,
  note,
});
/** Some of a record's parts, each named by one of its fields, of which what is said besides is corrected. */
export const fieldsOfEach = <const F extends Fields, const By extends string>(
  by: { readonly [K in By]: Field<string> },
  { name, fields, note: about }: Part<F>,
  words: Bilingual,
  most: number,
): Fieldwise<
  readonly DataOf<{ readonly [K in By]: Field<string> } & EachOptional<F>>[],
  readonly PartCorrected<By, F>[]
> => ({
  shape: "many",
  part: { name, fields: { ...by, ...eachOptional(fields) }, note: about },
  fieldwise: { by: Object.keys(by)[0] ?? "" },
  words,
  most,
  least: 0,
});

/** The field, with more for whoever calls the API. */
export const noted = <const F extends AnyField>(field: F, note: string): F => ({ ...field, note });

/**
 * It may be left out; then it is this. The API shows it as the default; of `orElse(optional(…), …)`, which may be null as
 * well as left out, it says so only in words, and the body of a command without it stays as it was sent.
 */
export const orElse = <T>(field: Field<T>, value: T): Field<T> => ({ ...field, orElse: value });

/** A list that says something when it is empty. */
export const meantEmpty = <T extends readonly unknown[]>(field: Field<T>): Field<T> => ({ ...field, meantEmpty: true });

/** What was said in the fields, with null (or what it is then) for what was left out and instants for moments. */
export function saidIn<F extends Fields>(fields: F, said: Readonly<Record<string, unknown>>): DataOf<F>;
export function saidIn(fields: Fields, said: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) data[name] = valueOf(fields[name], said[name]);
  return data;
}

function valueOf(field: AnyField | undefined, value: unknown): unknown {
  // An empty list that may be left out says as little as none, unless it is meant.
  const emptied = field?.optional && !field.meantEmpty && Array.isArray(value) && value.length === 0;
  if (value === undefined || value === null || emptied) return field?.orElse ?? null;
  if (value instanceof Date) return value.toISOString();
  if (field?.shape === "text" && typeof value === "string") return inNormalForm(field.as, value);
  if (field?.shape === "one" && isRecord(value)) return saidIn(field.part.fields, value);
  if (field?.shape === "many" && Array.isArray(value)) {
    return value.map((entry: unknown) => (isRecord(entry) ? saidIn(field.part.fields, entry) : entry));
  }
  return value;
}

const inNormalForm = (as: TextForm | undefined, value: string): string =>
  typeof as === "string" && as in NORMAL ? NORMAL[as as keyof typeof NORMAL](value) : value;
/** Whether one of the fields, in parts too, may be left out and is something other than none then. */
export const hasDefaults = (fields: Fields): boolean =>
  Object.values(fields).some((field) => isDefaulted(field) || ("part" in field && hasDefaults(field.part.fields)));

/** A default that the API fills in is in every body; of lists an empty one says as little as none anyway. */
const isDefaulted = ({ optional, orElse }: AnyField): boolean =>
  (optional ?? false) && orElse !== undefined && !Array.isArray(orElse);

/** What was said, less what says no more than if it were left out. */
export function saidBesidesDefaults(
  fields: Fields,
  said: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const rest: Record<string, unknown> = { ...said };
  for (const [name, field] of Object.entries(fields)) {
    const value = said[name];
    if (isDefaulted(field) && value === field.orElse) rest[name] = undefined;
    if (field.shape === "one" && isRecord(value)) rest[name] = saidBesidesDefaults(field.part.fields, value);
    if (field.shape !== "many" || !Array.isArray(value)) continue;
    rest[name] = value.map((one: unknown) => (isRecord(one) ? saidBesidesDefaults(field.part.fields, one) : one));
  }
  return rest;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** `Visit:<UUID>` as a record by its kind and id; undefined: it is none. */
export function referenceIn(globalId: string): RecordReference | undefined {
  const [kind, id, ...rest] = globalId.split(":");
  const known = RECORD_KINDS.find((one) => one === kind);
  return known && id !== undefined && rest.length === 0 ? { kind: known, id } : undefined;
}

/** The records that the fields name, in parts too: what a command leans on. */
export function recordsNamedIn(fields: Fields, data: Readonly<Record<string, unknown>>): readonly RecordReference[] {
  const named: RecordReference[] = [];
  for (const name of Object.keys(fields)) {
    const [field, value] = [fields[name], data[name]];
    if (!field || value === undefined || value === null) continue;
    if (field.shape === "ref") named.push({ kind: field.to, id: String(value) });
    if (field.shape === "refs") for (const id of value as readonly string[]) named.push({ kind: field.to, id });
    if (field.shape === "records") named.push(...(value as readonly string[]).flatMap((one) => referenceIn(one) ?? []));
    if (field.shape === "one" && isRecord(value)) named.push(...recordsNamedIn(field.part.fields, value));
    if (field.shape !== "many") continue;
    for (const one of value as readonly unknown[]) {
      if (isRecord(one)) named.push(...recordsNamedIn(field.part.fields, one));
    }
  }
  return named;
}
