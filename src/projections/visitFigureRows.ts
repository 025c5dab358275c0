import type { Position } from "../eventstore/contract.js";
import type { EntryCause, EntryRow } from "./visitFigureTerms.js";

/** The entries of an event in one row, in order: a row costs what an entry does, and each visit has several entries. */
export const FIGURE_ENTRIES_DDL = `
  CREATE TABLE figure_entry (
    position INTEGER PRIMARY KEY,
    cause TEXT NOT NULL,
    entries_json TEXT NOT NULL
  ) STRICT;
`;

/** An entry without what all entries of its event have in common. */
export type Entry = Omit<EntryRow, "position" | "seq" | "cause">;

/** The entries of one event, as the table has them. */
export interface EntriesRow {
  readonly position: Position;
  readonly cause: EntryCause;
  readonly entries_json: string;
}

type Written = [
  Entry["measure"],
  visit: string,
  unit: string,
  agency: string,
  reporter: string | null,
  topic: string,
  day: string,
  amount: number,
];

export const entriesJson = (entries: readonly Entry[]): string =>
  JSON.stringify(
    entries.map(
      // prettier-ignore
      ({ measure, visit_id, unit_id, agency_id, reporter_id, topic, occurred_on, amount }): Written =>
        [measure, visit_id, unit_id, agency_id, reporter_id, topic, occurred_on, amount],
    ),
  );

export const entriesIn = ({ position, cause, entries_json }: EntriesRow): EntryRow[] =>
  (JSON.parse(entries_json) as Written[]).map(
    ([measure, visit_id, unit_id, agency_id, reporter_id, topic, occurred_on, amount], seq) => ({
      position,
      seq,
      cause,
      measure,
      visit_id,
      unit_id,
      agency_id,
      reporter_id,
      topic,
      occurred_on,
      amount,
    }),
  );
