import type { Position } from "../../eventstore/contract.js";
import type { EntryCause } from "./causes.js";
import type { Dimension } from "./dimensions.js";
import type { Sheet } from "./sheet.js";

/** One signed entry. Entries are only ever added: a correction adds the opposite of what it corrects. */
export interface FigureEntry {
  readonly position: Position;
  /** Its place among the entries of its event. */
  readonly seq: number;
  readonly cause: EntryCause;
  readonly measure: string;
  readonly recordId: string;
  /** The day on which it counts. */
  readonly on: string;
  /** How many, or how many đồng. */
  readonly amount: bigint;
  /** Of each dimension that its measure has. */
  readonly values: Readonly<Partial<Record<Dimension, string | null>>>;
}

/** An entry without what all entries of its event have in common. */
export type NewEntry = Omit<FigureEntry, "position" | "seq" | "cause">;

/** The entries of one event, in order: one row, as a row costs what an entry does, and a record has several entries. */
export interface EntriesRow {
  readonly position: Position;
  readonly cause: EntryCause;
  readonly entries_json: string;
}

type Written = [measure: string, record: string, on: string, amount: string, ...values: (string | null)[]];

/** Amounts are text: a JSON number holds no sum of đồng beyond 2^53. */
export const entriesJson = (sheet: Sheet, entries: readonly NewEntry[]): string =>
  JSON.stringify(
    entries.map(({ measure, recordId, on, amount, values }): Written => {
      const texts = sheet.dimensionsOf(measure).map((dimension) => values[dimension] ?? null);
      return [measure, recordId, on, amount.toString(), ...texts];
    }),
  );

export const entriesIn = (sheet: Sheet, { position, cause, entries_json }: EntriesRow): FigureEntry[] =>
  (JSON.parse(entries_json) as Written[]).map(([measure, recordId, on, amount, ...texts], seq) => {
    const values = Object.fromEntries(
      sheet.dimensionsOf(measure).map((dimension, at) => [dimension, texts[at] ?? null]),
    );
    return { position, seq, cause, measure, recordId, on, amount: BigInt(amount), values };
  });
