import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import { representativeOfficeHistory } from "../../domain/representativeOffice/events.js";
import type { RepresentativeOffice } from "../../domain/representativeOffice/representativeOffice.js";
import type { RepresentativeOfficeStatus } from "../../domain/representativeOffice/terms.js";
import type { Position } from "../../eventstore/contract.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import { recordPart } from "../table/recordPart.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { maybeText, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type RepresentativeOfficeVersion = Version<RepresentativeOffice>;

const representativeOfficeTable = recordTable(representativeOfficeHistory, {
  name: "representative_office",
  columns: {
    agency_id: textColumn(({ agencyId }) => agencyId),
    status: textColumn(({ status }) => status),
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
});

export interface RepresentativeOfficeFilter {
  readonly agencyId?: string | null | undefined;
  readonly statuses?: readonly RepresentativeOfficeStatus[] | null | undefined;
  /** Only accepted offices that are at work on this day. */
  readonly openOn?: string | null | undefined;
  /** Only offices of which notice had been given by this day. */
  readonly begunBy?: LocalDate | undefined;
}

const AT_WORK = `r.status NOT IN ('NOTIFIED', 'REJECTED') AND r.starts_on <= :day
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
    at: Position,
  ): Rows<RepresentativeOfficeVersion> {
    const { agencyId, statuses, openOn, begunBy } = filter;
    const conditions = new Conditions().is("r.agency_id", "agency", agencyId).oneOf("r.status", "statuses", statuses);
    if (openOn) conditions.add(AT_WORK, "day", openOn);
    if (begunBy) conditions.add(`r.notified_on <= :begunBy`, "begunBy", begunBy);
    return this.reader.list({ ...conditions, direction, window, at });
  }
}
