import type { RecordKind } from "../../domain/kernel/fields.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { EntryCause } from "./causes.js";
import type { Dimension, Words } from "./dimensions.js";

/** A measure whose figures are sums of entries, and what each of its entries is told apart by. */
interface Sum<Kind extends "COUNT" | "MONEY", By extends readonly Dimension[]> extends Words {
  readonly kind: Kind;
  readonly by: By;
  /** It tells by how much something grew in the period, and may be less than nothing. */
  readonly grows?: true;
}

/** How many different values there are among what another measure counts. No sum: the lines of a table do not add up. */
export interface Distinct extends Words {
  readonly kind: "DISTINCT";
  readonly each: Dimension;
  readonly of: string;
}

export type Measure = Sum<"COUNT" | "MONEY", readonly Dimension[]> | Distinct;
export type Measures = Readonly<Record<string, Measure>>;

/** How many. */
export const count = <const By extends readonly Dimension[]>(by: By, vi: string, en: string): Sum<"COUNT", By> => ({
  kind: "COUNT",
  by,
  vi,
  en,
});

/** How many đồng. */
export const money = <const By extends readonly Dimension[]>(by: By, vi: string, en: string): Sum<"MONEY", By> => ({
  kind: "MONEY",
  by,
  vi,
  en,
});

/** How many đồng more, or fewer, of something there are at the end of the period than before it. */
export const moneyGrown = <const By extends readonly Dimension[]>(
  by: By,
  vi: string,
  en: string,
): Sum<"MONEY", By> => ({
  ...money(
    by,
    `${vi}: tăng, giảm trong kỳ`,
    `By how much ${en} grew in the period; less than nothing where it shrank.`,
  ),
  grows: true,
});

/** How many different ones: those whose entries under `of`, added up, leave something. */
export const distinct = (each: Dimension, of: string, vi: string, en: string): Distinct => ({
  kind: "DISTINCT",
  each,
  of,
  vi,
  en,
});

interface Counted<Name, Amount> {
  readonly measure: Name;
  readonly amount: Amount;
  /** The day on which it counts; without one, what an event changes of it counts on the event's own day. */
  readonly on?: LocalDate;
  /** Entries that are alike but of different parts of the record stay entries of their own. */
  readonly part?: string;
}

/** What a record counts for: of each measure, with a value (perhaps none) for each dimension that the measure has. */
export type EntryOf<M extends Measures> = {
  [Name in keyof M & string]: M[Name] extends Sum<infer Kind, infer By>
    ? Counted<Name, Kind extends "MONEY" ? bigint : number> & Readonly<Record<By[number], string | null>>
    : never;
}[keyof M & string];

/** An entry of any tally. */
export type AnyEntry = Counted<string, bigint | number> & Readonly<Partial<Record<Dimension, string | null>>>;

/**
 * What the records of a subject count for. This is all that a subject says: the entries of an event are the difference
 * between what its record counted for before it and after it, so their sum is what the records as they stand count for,
 * whatever was corrected, annulled or merged on the way.
 */
export interface Tally<State, Event extends LedgerEvent, Entry extends AnyEntry = AnyEntry> {
  /** What its records are: no other tally has the same. */
  readonly record: RecordKind;
  /** The categories of the streams whose events may change what they count for. */
  readonly streams: readonly string[];
  readonly measures: Measures;
  readonly idOf: (state: State) => string;
  readonly counts: (state: State) => readonly Entry[];
  /** The day on which an event counts what has no day of its own; without it, the day on which it happened. */
  readonly dayOf?: (event: Event) => LocalDate;
  /** Why entries stand that these events made; those of any other are new, or late. */
  readonly causes: Readonly<Partial<Record<Event["type"], EntryCause>>>;
}
