import { personOrder } from "../../domain/kernel/nameOrder.js";
import { nameKey } from "../../domain/kernel/names.js";
import { reporterHistory } from "../../domain/reporter/events.js";
import type { IntroductionLetter } from "../../domain/reporter/papers.js";
import type { Engagement, Reporter, ReporterEntry } from "../../domain/reporter/reporter.js";
import { lineTable } from "../table/lineTable.js";
import { ALL_ALONG, goesOn } from "../table/ones.js";
import { maybeText, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type ReporterVersion = Version<ReporterEntry>;

export const reporterTable = recordTable(reporterHistory, {
  name: "reporter",
  columns: {
    /** Given name first, as Vietnamese lists of persons are ordered. */
    sort_name: textColumn(({ name }) => personOrder(name)),
    kind: textColumn(({ kind }) => kind),
    since: textColumn(({ since }) => since),
    /** What all spellings of the name have in common. */
    name_key: textColumn(({ name }) => nameKey(name)),
    merged_into_id: maybeText(({ mergedIntoId }) => mergedIntoId),
  },
  order: "sort_name",
  orderNamesPersons: true,
  indexes: { by_merger: ["merged_into_id"], by_name: ["name_key"] },
  apart: ["letters"],
});

/** An entry that was merged goes on in the other, whichever day is asked about: it is the same person's all along. */
export const reporterGoesOn = goesOn<Reporter>("Reporter", ({ mergedIntoId }) =>
  mergedIntoId === null ? null : { intoId: mergedIntoId, fromDay: ALL_ALONG },
);

export const reporterEngagements = lineTable<Reporter, Engagement>({
  name: "reporter_engagement",
  record: "reporter_id",
  key: { ordinal: "INTEGER" },
  columns: { agency_id: "TEXT", holds_from: "TEXT" },
  indexes: { by_agency: ["agency_id"] },
  lines: ({ engagements }) => engagements,
  row: ({ agencyId, from }, at) => ({
    ordinal: at,
    agency_id: agencyId,
    // The first engagement is the best there is for the days before it: it holds from the beginning of time.
    holds_from: at === 0 ? "" : from,
  }),
});

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

export const introductionLetters = lineTable<Reporter, IntroductionLetter>({
  name: "introduction_letter",
  record: "reporter_id",
  key: { agency_id: "TEXT", number: "TEXT", issued_on: "TEXT" },
  columns: { agency_name: "TEXT", valid_to: "TEXT", units_json: "TEXT", content: "TEXT" },
  lines: ({ letters }) => letters,
  row: ({ agencyId, number, issuedOn, agencyName, validTo, units, content }) => ({
    agency_id: agencyId,
    number,
    issued_on: issuedOn,
    agency_name: agencyName,
    valid_to: validTo,
    units_json: JSON.stringify(units),
    content,
  }),
});
