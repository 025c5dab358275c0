import type { Database } from "better-sqlite3";
import { type LocalDate, localDateOf } from "../domain/kernel/time.js";
import type {
  RepresentativeOfficeEvent,
  RepresentativeOfficeFact,
  RepresentativeOfficeStatus,
} from "../domain/representativeOffice/representativeOffice.js";
import type { LedgerEvent } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import { type ReadModelPart, when } from "./part.js";
import { NOW, type SqlValue, standsAt, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

/** A version of a representative office. */
export interface RepresentativeOfficeRow {
  id: string;
  agency_id: string;
  /** On the day of the notice. */
  agency_name: string;
  address: string;
  status: RepresentativeOfficeStatus;
  notified_on: string;
  starts_on: string;
  /** The day on which it was accepted or rejected. */
  decided_on: string | null;
  rejection_reason: string | null;
  /** The head recorded last; `heads_json` has all, with their days. */
  head_id: string | null;
  heads_json: string;
  closed_on: string | null;
  closing_reason: string | null;
  revision: number;
}

/** Who heads the office from a day on, with the name at the time of the record; null: nobody. */
export interface OfficeHead {
  readonly reporterId: string | null;
  readonly name: string | null;
  readonly from: string;
}

const COLUMNS = [
  "agency_id",
  "agency_name",
  "address",
  "status",
  "notified_on",
  "starts_on",
  "decided_on",
  "rejection_reason",
  "head_id",
  "heads_json",
  "closed_on",
  "closing_reason",
  "revision",
] as const;

export const headsOf = (row: RepresentativeOfficeRow): OfficeHead[] => JSON.parse(row.heads_json) as OfficeHead[];

export const representativeOfficesPart: ReadModelPart = {
  name: "representativeOffices",
  source: import.meta.url,
  ddl: `
    CREATE TABLE representative_office (
      id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      agency_id TEXT NOT NULL,
      agency_name TEXT NOT NULL,
      address TEXT NOT NULL,
      status TEXT NOT NULL,
      notified_on TEXT NOT NULL,
      starts_on TEXT NOT NULL,
      decided_on TEXT,
      rejection_reason TEXT,
      head_id TEXT,
      heads_json TEXT NOT NULL,
      closed_on TEXT,
      closing_reason TEXT,
      revision INTEGER NOT NULL,
      PRIMARY KEY (id, from_position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX representative_office_by_start ON representative_office (starts_on, id);
    CREATE INDEX representative_office_by_agency ON representative_office (agency_id, starts_on, id);
  `,
  open({ db }) {
    const offices = new TemporalTable<RepresentativeOfficeRow>(db, "representative_office", ["id"], COLUMNS);

    const change = (
      event: LedgerEvent & { readonly data: { readonly officeId: string } },
      fields: (row: RepresentativeOfficeRow) => Partial<RepresentativeOfficeRow>,
    ): void => {
      const row = offices.get({ id: event.data.officeId });
      if (row) offices.put(event.position, { ...row, ...fields(row), revision: event.revision });
    };

    return when<RepresentativeOfficeEvent>({
      RepresentativeOfficeNotified(event) {
        const { officeId, agencyId, agencyName, address, headReporterId, headName, startsOn, notifiedOn } = event.data;
        offices.put(event.position, {
          id: officeId,
          agency_id: agencyId,
          agency_name: agencyName,
          address,
          status: "NOTIFIED",
          notified_on: notifiedOn,
          starts_on: startsOn,
          decided_on: null,
          rejection_reason: null,
          head_id: headReporterId,
          heads_json: JSON.stringify([{ reporterId: headReporterId, name: headName, from: startsOn }]),
          closed_on: null,
          closing_reason: null,
          revision: event.revision,
        });
      },
      RepresentativeOfficeAccepted: (event) =>
        change(event, () => ({ status: "ACCEPTED", decided_on: localDateOf(event.occurredAt) })),
      RepresentativeOfficeRejected: (event) =>
        change(event, () => ({
          status: "REJECTED",
          decided_on: localDateOf(event.occurredAt),
          rejection_reason: event.data.reason,
        })),
      RepresentativeOfficeHeadChanged(event) {
        const { headReporterId, headName, effectiveOn } = event.data;
        change(event, (row) => ({
          status: headReporterId === null ? "HEAD_VACANT" : "ACCEPTED",
          head_id: headReporterId,
          heads_json: JSON.stringify([
            ...headsOf(row),
            { reporterId: headReporterId, name: headName, from: effectiveOn },
          ]),
        }));
      },
      RepresentativeOfficeClosed: (event) =>
        change(event, () => ({
          status: "CLOSED",
          closed_on: event.data.effectiveOn,
          closing_reason: event.data.reason,
        })),
    });
  },
};

export interface RepresentativeOfficeFilter {
  readonly agencyId?: string | null | undefined;
  readonly statuses?: readonly RepresentativeOfficeStatus[] | null | undefined;
  /** Only accepted offices that are at work on this day. */
  readonly openOn?: string | null | undefined;
  /** Only offices of which notice had been given by this day. */
  readonly begunBy?: LocalDate | undefined;
}

export class RepresentativeOfficeQueries {
  private readonly byId;

  constructor(private readonly db: Database) {
    this.byId = db.prepare(`SELECT o.* FROM representative_office o WHERE o.id = :id AND ${standsAt("o")}`);
  }

  get(id: string, at: Position): RepresentativeOfficeRow | undefined {
    return this.byId.get({ id, at }) as RepresentativeOfficeRow | undefined;
  }

  /** In order of the day on which they start. */
  list(
    filter: RepresentativeOfficeFilter,
    direction: Direction,
    window: Window,
    at: Position,
  ): Rows<RepresentativeOfficeRow> {
    const where = [standsAt("o")];
    const params: Record<string, SqlValue> = { at };
    if (filter.agencyId) {
      where.push(`o.agency_id = :agency`);
      params["agency"] = filter.agencyId;
    }
    if (filter.statuses) {
      where.push(`o.status IN (SELECT value FROM json_each(:statuses))`);
      params["statuses"] = JSON.stringify(filter.statuses);
    }
    if (filter.openOn) {
      where.push(`o.status NOT IN ('NOTIFIED', 'REJECTED') AND o.starts_on <= :day`);
      where.push(`(o.closed_on IS NULL OR o.closed_on > :day)`);
      params["day"] = filter.openOn;
    }
    if (filter.begunBy) {
      where.push(`o.notified_on <= :begunBy`);
      params["begunBy"] = filter.begunBy;
    }
    const sort = { terms: ["o.starts_on", "o.id"], direction };
    const from = "representative_office o";
    return readPage<RepresentativeOfficeRow>(this.db, { select: "o.*", from, where, params, sort }, window);
  }

  /** What commands may know of it. */
  fact(id: string, at: Position = NOW): RepresentativeOfficeFact | undefined {
    const row = this.get(id, at);
    return (
      row && {
        officeId: row.id,
        agencyId: row.agency_id,
        status: row.status,
        startsOn: row.starts_on,
        notifiedOn: row.notified_on,
        headReporterId: row.head_id,
        closedOn: row.closed_on,
      }
    );
  }
}
