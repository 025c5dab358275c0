import type { Database } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import { addDays, startOfDay } from "../domain/kernel/time.js";
import type { VisitStatus, VisitTopic } from "../domain/visit/terms.js";
import type { VisitFact } from "../domain/visit/visit.js";
import type { Position } from "../eventstore/contract.js";
import { type Direction, readPageBy, type Rows, type Window } from "./paging.js";
import type { Basis } from "./basis.js";
import { NOW, type SqlValue, standsAt } from "./temporal.js";
import { fromRow, VISIT_COLUMNS, type VisitRow, type VisitVersion } from "./visitRow.js";

export interface VisitFilter {
  readonly hostId?: string | null | undefined;
  readonly reporterId?: string | null | undefined;
  readonly agencyId?: string | null | undefined;
  readonly topics?: readonly VisitTopic[] | null | undefined;
  readonly statuses?: readonly VisitStatus[] | null | undefined;
  /** Days of the visit (or of its appointment), both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** About 2 kB each. */
const KEPT_VERSIONS = 4_000;

export class VisitQueries {
  private readonly byId;
  private readonly byVersion;
  /** A version never changes, so what was read and parsed once need not be again. */
  private readonly kept = new LRUCache<number, VisitVersion>({ max: KEPT_VERSIONS });

  constructor(private readonly db: Database) {
    this.byId = db.prepare(`SELECT v.rowid FROM visit v WHERE v.id = :id AND ${standsAt("v")}`).pluck();
    this.byVersion = db.prepare(`SELECT id, ${VISIT_COLUMNS.join(", ")} FROM visit WHERE rowid = ?`);
  }

  get(id: string, at: Position): VisitVersion | undefined {
    const version = this.byId.get({ id, at }) as number | undefined;
    return version === undefined ? undefined : this.version(version);
  }

  /** Visits in order of arrival (until then: of registration); on a day, those that may have begun by then. */
  list(filter: VisitFilter, direction: Direction, window: Window, basis: Basis): Rows<VisitVersion> {
    const params: Record<string, SqlValue> = { at: basis.position, latest: basis.latestOccurredAt };
    const links = linksIn(filter);
    const [lead, ...others] = links;
    // The list is walked along one link if there is one, else along all visits. What occurred later than the basis
    // need not be stepped over; a cursor that bounds the walk does as well, and SQLite starts from one bound only.
    const where = [standsAt("v")];
    const bounded = (direction === "DESC" ? window.after : window.before) !== undefined;
    if (!bounded) where.push(`${lead ? "l" : "v"}.sort_at <= :latest`);
    if (lead) {
      where.push(standsAt("l"), `l.kind = '${lead.kind}'`, `l.ref = :lead`);
      params["lead"] = lead.ref;
    }
    others.forEach(({ kind, ref }, index) => {
      params[`link${index}`] = ref;
      where.push(
        `EXISTS (SELECT 1 FROM visit_link o WHERE o.kind = '${kind}' AND o.ref = :link${index} AND o.sort_at = v.sort_at
           AND o.visit_id = v.id AND ${standsAt("o")})`,
      );
    });
    narrow(filter, where, params);
    if (basis.validAt !== undefined) {
      // Those that can have begun by then: an arrival may have been corrected to a day before the registration.
      where.push(`(v.day <= :begunOn OR v.detail_json ->> '$.registeredAt' < :begunBefore)`);
      params["begunOn"] = basis.validAt;
      params["begunBefore"] = startOfDay(addDays(basis.validAt, 1));
    }
    const from = lead ? `visit_link l CROSS JOIN visit v ON v.id = l.visit_id` : `visit v`;
    const sort = { terms: lead ? ["l.sort_at", "l.visit_id"] : ["v.sort_at", "v.id"], direction };
    return readPageBy(this.db, { select: "v.rowid", from, where, params, sort }, window, (rowid: number) => {
      const row = this.version(rowid);
      return { row, key: [row.sort_at, row.id] };
    });
  }

  /** What commands may know of a visit, now. */
  fact(id: string): VisitFact | undefined {
    const visit = this.get(id, NOW);
    if (!visit) return undefined;
    const { status, day, detail } = visit;
    return {
      visitId: id,
      status,
      day,
      hostIds: detail.hosts.map((host) => host.unitId),
      reporterIds: detail.reporters.map((reporter) => reporter.reporterId),
    };
  }

  private version(rowid: number): VisitVersion {
    const known = this.kept.get(rowid);
    if (known) return known;
    const read = fromRow(this.byVersion.get(rowid) as VisitRow);
    this.kept.set(rowid, read);
    return read;
  }
}

function linksIn(filter: VisitFilter): { kind: "HOST" | "REPORTER" | "AGENCY"; ref: string }[] {
  return [
    ...(filter.reporterId ? [{ kind: "REPORTER" as const, ref: filter.reporterId }] : []),
    ...(filter.agencyId ? [{ kind: "AGENCY" as const, ref: filter.agencyId }] : []),
    ...(filter.hostId ? [{ kind: "HOST" as const, ref: filter.hostId }] : []),
  ];
}

function narrow(filter: VisitFilter, where: string[], params: Record<string, SqlValue>): void {
  const add = (condition: string, name: string, value: SqlValue): void => {
    where.push(condition);
    params[name] = value;
  };
  if (filter.topics) add(`v.topic IN (SELECT value FROM json_each(:topics))`, "topics", JSON.stringify(filter.topics));
  if (filter.statuses) {
    add(`v.status IN (SELECT value FROM json_each(:statuses))`, "statuses", JSON.stringify(filter.statuses));
  }
  if (filter.from) add(`v.day >= :from`, "from", filter.from);
  if (filter.to) add(`v.day <= :to`, "to", filter.to);
}
