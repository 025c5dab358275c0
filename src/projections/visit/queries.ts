import type { Database } from "better-sqlite3";
import { choices, day, type FilterOf, ref } from "../../domain/kernel/fields.js";
import { addDays, startOfDay } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { VISIT_STATUSES, VISIT_TOPICS } from "../../domain/visit/terms.js";
import { type Visit, visitDay, type VisitFact } from "../../domain/visit/visit.js";
import type { Position } from "../../eventstore/contract.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import type { Basis } from "../table/basis.js";
import type { One } from "../table/ones.js";
import { Conditions, type LinkedTo, RecordReader } from "../table/recordReader.js";
import { NOW } from "../table/temporal.js";
import { type VisitVersion, visitTable } from "./table.js";

/** By what the list may be narrowed. */
export const VISIT_FILTER = {
  hostId: ref("Unit", say("đơn vị tiếp", "host unit")),
  reporterId: ref("Reporter", say("phóng viên", "reporter")),
  agencyId: ref("PressAgency", say("cơ quan báo chí", "press agency")),
  topics: choices(VISIT_TOPICS, say("lĩnh vực", "topics")),
  statuses: choices(VISIT_STATUSES, say("trạng thái", "statuses")),
  from: day(say("từ ngày", "from"), "The first day of visits."),
  to: day(say("đến ngày", "to"), "The last day of visits."),
};
export type VisitFilter = Omit<FilterOf<typeof VISIT_FILTER>, "hostId" | "reporterId" | "agencyId"> & {
  readonly host?: One | undefined;
  readonly reporter?: One | undefined;
  readonly agency?: One | undefined;
};

export class VisitQueries {
  private readonly reader: RecordReader<Visit>;

  constructor(db: Database) {
    this.reader = new RecordReader(db, visitTable);
  }

  get(id: string, at: Position): VisitVersion | undefined {
    return this.reader.get(id, at);
  }

  /** Visits in order of arrival (until then: of registration); on a day, those that may have begun by then. */
  list(filter: VisitFilter, direction: Direction, window: Window, basis: Basis): Rows<VisitVersion> {
    const { topics, statuses, from, to } = filter;
    const conditions = new Conditions()
      .oneOf("r.topic", "topics", topics)
      .oneOf("r.status", "statuses", statuses)
      .between("r.day", "day", from, to);
    if (basis.validAt !== undefined) {
      // Those that can have begun by then: an arrival may have been corrected to a day before the registration.
      conditions.add(`(r.day <= :begunOn OR r.registered_at < :begunBefore)`, "begunOn", basis.validAt).params[
        "begunBefore"
      ] = startOfDay(addDays(basis.validAt, 1));
    }
    const links = linksIn(filter);
    const { position: at, latestOccurredAt: latest } = basis;
    return this.reader.list({ ...conditions, links, direction, window, at, latest });
  }

  /** What commands may know of a visit, now. */
  fact(id: string): VisitFact | undefined {
    const visit = this.get(id, NOW);
    if (!visit) return undefined;
    const { status, hosts, reporters, promises } = visit.state;
    return {
      visitId: id,
      status,
      hostIds: hosts.map((host) => host.unitId),
      day: visitDay(visit.state),
      reporterIds: reporters.map((reporter) => reporter.reporterId),
      promiseIds: promises.map((promise) => promise.promiseId),
    };
  }
}

const linksIn = ({ reporter, agency, host }: VisitFilter): readonly LinkedTo[] => [
  ...(reporter ? [{ kinds: ["REPORTER"], refs: reporter.ids }] : []),
  ...(agency ? [{ kinds: ["AGENCY"], refs: agency.ids }] : []),
  ...(host ? [{ kinds: ["HOST"], refs: host.ids }] : []),
];
