import type { ReporterKind } from "../domain/reporter/reporter.js";
import { TEMPORAL_COLUMNS } from "./temporal.js";

/** A version of a reporter. */
export interface ReporterRow {
  id: string;
  name: string;
  /** Given name first, as Vietnamese lists of persons are ordered. */
  sort_name: string;
  kind: ReporterKind;
  since: string;
  /** The entry into which this one was merged; it may have been merged further since. */
  merged_into_id: string | null;
  /** The last of the chain of mergers; its own id where there is none. */
  survivor_id: string;
  revision: number;
}
export const REPORTER_COLUMNS = [
  "name",
  "sort_name",
  "kind",
  "since",
  "merged_into_id",
  "survivor_id",
  "revision",
] as const;

export interface EngagementRow {
  reporter_id: string;
  /** In the order recorded, from 0. */
  ordinal: number;
  agency_id: string;
  /** On the day on which the engagement begins. */
  agency_name: string;
  starts_on: string;
  /** The first engagement is the best there is for the days before it: it holds from the beginning of time, "". */
  holds_from: string;
}
export const ENGAGEMENT_COLUMNS = ["agency_id", "agency_name", "starts_on", "holds_from"] as const;

export interface PressCardRow {
  reporter_id: string;
  number: string;
  issue: string;
  issued_on: string;
  valid_to: string;
  withdrawn_on: string | null;
  withdrawal_basis: string | null;
}
export const PRESS_CARD_COLUMNS = ["issue", "issued_on", "valid_to", "withdrawn_on", "withdrawal_basis"] as const;

export interface LetterRow {
  reporter_id: string;
  agency_id: string;
  number: string;
  issued_on: string;
  /** Names in it are those on the day of issue. */
  agency_name: string;
  valid_to: string;
  units_json: string;
  content: string;
}
export const LETTER_KEY = ["reporter_id", "agency_id", "number", "issued_on"] as const;
export const LETTER_COLUMNS = ["agency_name", "valid_to", "units_json", "content"] as const;

export const REPORTERS_DDL = `
  CREATE TABLE reporter (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    since TEXT NOT NULL,
    merged_into_id TEXT,
    survivor_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (id, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reporter_by_name ON reporter (sort_name, id);
  CREATE INDEX reporter_by_survivor ON reporter (survivor_id);
  CREATE INDEX reporter_by_merger ON reporter (merged_into_id) WHERE merged_into_id IS NOT NULL;

  CREATE TABLE reporter_engagement (
    reporter_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    ${TEMPORAL_COLUMNS},
    agency_id TEXT NOT NULL,
    agency_name TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    holds_from TEXT NOT NULL,
    PRIMARY KEY (reporter_id, ordinal, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reporter_engagement_by_agency ON reporter_engagement (agency_id);

  CREATE TABLE press_card (
    reporter_id TEXT NOT NULL,
    number TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    issue TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    withdrawn_on TEXT,
    withdrawal_basis TEXT,
    PRIMARY KEY (reporter_id, number, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX press_card_by_number ON press_card (number);

  CREATE TABLE introduction_letter (
    reporter_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    number TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    agency_name TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    units_json TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (reporter_id, agency_id, number, issued_on, from_position)
  ) STRICT, WITHOUT ROWID;
`;
