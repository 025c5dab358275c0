import type { Database } from "better-sqlite3";
import { addDays, startOfDay, VIETNAM_OFFSET_HOURS } from "../../domain/kernel/time.js";
import type { DuplicateVerdict } from "../../domain/visit/terms.js";
import type { VisitEvent } from "../../domain/visit/events.js";
import { type Visit, visitDay } from "../../domain/visit/visit.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { Position } from "../../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import type { Follower } from "../table/recordPart.js";
import type { Change } from "../table/recordTable.js";
import type { StandingRecords } from "../table/standingRecords.js";
import { OPEN, type SqlValue, standsAt, TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";
import type { VisitVersion } from "./table.js";

/** Two visits of the same reporter to the same unit, at most a day apart, and what somebody said of them. */
export interface DuplicateRow {
  /** The smaller id of the two, so that a pair is one row. */
  visit_a: string;
  visit_b: string;
  verdict: DuplicateVerdict | null;
  reason: string | null;
}

const DUPLICATES_DDL = `
  CREATE TABLE visit_duplicate (
    visit_a TEXT NOT NULL,
    visit_b TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    verdict TEXT,
    reason TEXT,
    PRIMARY KEY (visit_a, visit_b, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX visit_duplicate_b ON visit_duplicate (visit_b);
`;

/**
 * A visit is ordered by its arrival, and that is of its day: so visits of a day are found in the order of the links, and
 * only those to come have an index by day.
 */
const isOfAnotherDay = (of = ""): string => `${of}day <> date(${of}sort_at, '+${VIETNAM_OFFSET_HOURS} hours')`;
const VISITS_TO_COME_DDL = `
  CREATE INDEX visit_link_to_come ON visit_link (ref, day, visit_id)
    WHERE kind = 'REPORTER' AND to_position = ${OPEN} AND ${isOfAnotherDay()};
`;

/** The visits of the reporter to one of the hosts, on one of the days. */
const visitsWhere = (which: string): string =>
  `SELECT l.visit_id FROM visit_link l
   WHERE l.kind = 'REPORTER' AND l.ref = :reporterId AND ${which} AND l.day BETWEEN :from AND :to
     AND l.to_position = ${OPEN} AND l.visit_id <> :id AND EXISTS (
       SELECT 1 FROM visit_link h WHERE h.kind = 'HOST' AND h.ref IN (SELECT value FROM json_each(:hostIds))
         AND h.sort_at = l.sort_at AND h.visit_id = l.visit_id AND h.to_position = ${OPEN})`;

interface Asked {
  readonly id: string;
  readonly reporterId: string;
  readonly hostIds: string;
  /** Days, both included; and the moments of their beginning and end. */
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly until: string;
}

/** Somebody who enters one visit a thousand times shall not make a million pairs. */
const MAX_SUSPECTS = 20;

/** Keeps the pairs of visits that may be one. */
export const visitDuplicates: Follower<Visit> = {
  ddl: VISITS_TO_COME_DDL + DUPLICATES_DDL,
  open: ({ db }, visits) => ({ changed: openDuplicates(db, visits) }),
};

/** Keeps the pairs true after each change of a visit. */
function openDuplicates(db: Database, visits: StandingRecords<Visit>): (change: Change<Visit>) => void {
  const pairs = new TemporalTable<DuplicateRow>(db, "visit_duplicate", ["visit_a", "visit_b"], ["verdict", "reason"]);
  const ofVisit = db.prepare(
    `SELECT visit_a, visit_b, verdict, reason FROM visit_duplicate
     WHERE (visit_a = :id OR visit_b = :id) AND to_position = ${OPEN}`,
  );
  const here = visitsWhere(`l.sort_at >= :since AND l.sort_at < :until AND NOT (${isOfAnotherDay("l.")})`);
  const toCome = visitsWhere(isOfAnotherDay("l."));
  const any = db.prepare(`${here} UNION ALL ${toCome} LIMIT 1`).pluck();
  const near = [
    db.prepare(`${here} ORDER BY l.sort_at DESC, l.visit_id DESC`).pluck(),
    db.prepare(`${toCome} ORDER BY l.day DESC, l.visit_id DESC`).pluck(),
  ];

  const suspects = (asked: Asked): string[] => {
    // Nearly always there is none, and that is cheaper to learn without walking.
    if (any.get(asked) === undefined) return [];
    const found: string[] = [];
    for (const some of near) {
      for (const id of some.iterate(asked) as Iterable<string>) {
        if (visits.get(id)?.state.status === "VOIDED") continue;
        if (found.push(id) === MAX_SUSPECTS) return found;
      }
    }
    return found;
  };

  const candidates = ({ id, state }: VisitVersion): Set<string> => {
    const { status, hosts, reporters } = state;
    if (status === "VOIDED") return new Set();
    const day = visitDay(state);
    const [from, to] = [addDays(day, -1), addDays(day, 1)];
    const [since, until] = [startOfDay(from), startOfDay(addDays(to, 1))];
    const hostIds = JSON.stringify(hosts.map((host) => host.unitId));
    const asked = { id, from, to, since, until, hostIds };
    return new Set(reporters.flatMap(({ reporterId }) => suspects({ reporterId, ...asked })));
  };

  return ({ event, before, after }) => {
    if (event.type === "VisitDuplicateJudged") {
      const { otherVisitId, verdict } = (event as Recorded<Extract<VisitEvent, { type: "VisitDuplicateJudged" }>>).data;
      pairs.put(event.position, { ...pairOf(after.id, otherVisitId), verdict, reason: event.reason ?? null });
      return;
    }
    if (before && !affectsPairs(before.state, after.state)) return;
    const standing = before ? (ofVisit.all({ id: after.id }) as DuplicateRow[]) : [];
    const wanted = candidates(after);
    for (const pair of standing) {
      const other = pair.visit_a === after.id ? pair.visit_b : pair.visit_a;
      // A verdict stays on record even when the pair is no pair any more.
      if (!wanted.delete(other) && pair.verdict === null) pairs.end(event.position, pair);
    }
    for (const other of wanted)
      pairs.begin(event.position, { ...pairOf(after.id, other), verdict: null, reason: null });
  };
}

const pairOf = (one: string, other: string): Pick<DuplicateRow, "visit_a" | "visit_b"> =>
  one < other ? { visit_a: one, visit_b: other } : { visit_a: other, visit_b: one };

function affectsPairs(before: Visit, after: Visit): boolean {
  return (
    before.hosts !== after.hosts ||
    before.reporters !== after.reporters ||
    (before.status === "VOIDED") !== (after.status === "VOIDED") ||
    visitDay(before) !== visitDay(after)
  );
}

export class VisitDuplicateQueries {
  private readonly ofVisit;

  constructor(private readonly db: Database) {
    this.ofVisit = db.prepare(
      `SELECT d.* FROM visit_duplicate d WHERE (d.visit_a = :id OR d.visit_b = :id) AND d.verdict IS NULL
         AND ${standsAt("d")} ORDER BY d.visit_a, d.visit_b LIMIT ${MAX_SUSPECTS}`,
    );
  }

  /** The other visits of the unjudged pairs of a visit. */
  suspectedOf(visitId: string, at: Position): readonly string[] {
    const rows = this.ofVisit.all({ id: visitId, at }) as DuplicateRow[];
    return rows.map((row) => (row.visit_a === visitId ? row.visit_b : row.visit_a));
  }

  /** @param judged only pairs with a verdict, or only those without */
  list(judged: boolean, direction: Direction, window: Window, at: Position): Rows<DuplicateRow> {
    const where = [standsAt("d"), `d.verdict IS ${judged ? "NOT NULL" : "NULL"}`];
    const params: Record<string, SqlValue> = { at };
    const sort = { terms: ["d.visit_a", "d.visit_b"], direction };
    return readPage<DuplicateRow>(this.db, { select: "d.*", from: "visit_duplicate d", where, params, sort }, window);
  }
}
