import type { Database } from "better-sqlite3";
import { asIn, choices, day, type FilterOf } from "../../domain/kernel/fields.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { representativeOfficeHistory } from "../../domain/representativeOffice/events.js";
import { OFFICE, type RepresentativeOffice } from "../../domain/representativeOffice/representativeOffice.js";
import { REPRESENTATIVE_OFFICE_STATUSES } from "../../domain/representativeOffice/terms.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "../table/basis.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import type { One } from "../table/ones.js";
import { found } from "../table/foundTexts.js";
import { recordPart } from "../table/recordPart.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { maybeText, numberColumn, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type RepresentativeOfficeVersion = Version<RepresentativeOffice>;

const representativeOfficeTable = recordTable(representativeOfficeHistory, {
  name: "representative_office",
  columns: {
    agency_id: textColumn(({ agencyId }) => agencyId),
    decided_on: maybeText(({ decidedOn }) => decidedOn),
    is_rejected: numberColumn(({ rejectionReason }) => (rejectionReason === null ? 0 : 1)),
    /** Each with its first day: whether the post is vacant is a matter of the day. */
    heads_json: textColumn(({ heads }) => JSON.stringify(heads.map(({ from, reporterId }) => [from, reporterId]))),
    notified_on: textColumn(({ notifiedOn }) => notifiedOn),
    starts_on: textColumn(({ startsOn }) => startsOn),
    closed_on: maybeText(({ closedOn }) => closedOn),
  },
  order: "starts_on",
  indexes: { by_agency: ["agency_id", "starts_on", "id"] },
});

export const representativeOfficesPart = recordPart({
  name: "representativeOffices",
  source: import.meta.url,
  table: representativeOfficeTable,
  found: {
    by: ({ agencyName, address, notifiedOn }) => ({
      since: notifiedOn,
      texts: [...found("ADDRESS", address), ...found("NAME", agencyName, { sort: "BODY" })],
    }),
  },
});

/** By what the list may be narrowed. */
export const OFFICE_FILTER = {
  ...asIn(OFFICE, "agencyId"),
  statuses: choices(
    REPRESENTATIVE_OFFICE_STATUSES,
    say("trạng thái", "statuses"),
    {},
    "As they stand on the day of the answer's basis.",
  ),
  openOn: day(say("hoạt động vào ngày", "at work on"), "Only accepted offices that are at work on this day."),
};
export type RepresentativeOfficeFilter = Omit<FilterOf<typeof OFFICE_FILTER>, "agencyId"> & {
  readonly agency?: One | undefined;
  /** Only offices of which notice had been given by this day. */
  readonly begunBy?: LocalDate | undefined;
};

/** As `statusOn` has it in the domain. */
const STATUS = `
  CASE WHEN r.closed_on <= :today THEN 'CLOSED'
    WHEN r.decided_on IS NULL OR r.decided_on > :today THEN 'NOTIFIED'
    WHEN r.is_rejected = 1 THEN 'REJECTED'
    WHEN (SELECT h.value ->> 1 FROM json_each(r.heads_json) h
      WHERE h.key = 0 OR h.value ->> 0 <= :today ORDER BY h.key DESC LIMIT 1) IS NULL THEN 'HEAD_VACANT'
    ELSE 'ACCEPTED' END`;

const AT_WORK = `r.decided_on IS NOT NULL AND r.is_rejected = 0 AND r.starts_on <= :day
  AND (r.closed_on IS NULL OR r.closed_on > :day)`;

export class RepresentativeOfficeQueries {
  private readonly reader: RecordReader<RepresentativeOffice>;

  constructor(db: Database) {
    this.reader = new RecordReader(db, representativeOfficeTable);
  }

  get(id: string, at: Position): RepresentativeOfficeVersion | undefined {
    return this.reader.get(id, at);
  }

  /** In order of the day on which they start. */
  list(
    filter: RepresentativeOfficeFilter,
    direction: Direction,
    window: Window,
    { position: at, today }: Pick<Basis, "position" | "today">,
  ): Rows<RepresentativeOfficeVersion> {
    const { agency, statuses, openOn, begunBy } = filter;
    const conditions = new Conditions().oneOf("r.agency_id", "agency", agency?.ids).oneOf(STATUS, "statuses", statuses);
    if (statuses) conditions.params["today"] = today;
    if (openOn) conditions.add(AT_WORK, "day", openOn);
    if (begunBy) conditions.add(`r.notified_on <= :begunBy`, "begunBy", begunBy);
    return this.reader.list({ ...conditions, direction, window, at });
  }
}
