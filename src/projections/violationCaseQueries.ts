import type { Database } from "better-sqlite3";
import type { LawBook } from "../domain/law/lawBook.js";
import type { DeadlineKey, SubjectKind } from "../domain/law/terms.js";
import { decisionDueFrom } from "../domain/violationCase/deadlines.js";
import { factOf } from "../domain/violationCase/evolve.js";
import { CASE_STATUSES } from "../domain/violationCase/terms.js";
import type { CaseFact } from "../domain/violationCase/violationCase.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { Position } from "../eventstore/contract.js";
import { type Direction, prepared, readPage, type Rows, type Window } from "./paging.js";
import { NOW, type SqlValue, standsAt } from "./temporal.js";
import { detailOf, type ViolationCaseRow } from "./violationCases.js";

/** Where a case stands with its decisions: DECIDED, being carried out, or carried out for every party. */
export const SHOWN_CASE_STATUSES = [...CASE_STATUSES, "DECIDED", "IN_EXECUTION", "EXECUTED"] as const;
export type ShownCaseStatus = (typeof SHOWN_CASE_STATUSES)[number];

/** A version of a case with its status as its decisions make it at the same position. */
export interface ShownCaseRow extends ViolationCaseRow {
  readonly shown_status: ShownCaseStatus;
}

/** A case that is closed, void or away is that; any other is what its standing decisions make of it. */
const SHOWN_STATUS = `CASE WHEN c.status IN ('CLOSED', 'VOIDED', 'IN_CRIMINAL_PROCEEDINGS') THEN c.status
  ELSE coalesce((
    SELECT CASE
      WHEN sum(s.status = 'SIGNED') = count(*) THEN 'DECIDED'
      WHEN sum(s.status = 'EXECUTED') = count(*)
        AND count(DISTINCT s.party_id) = json_array_length(c.detail_json, '$.state.parties') THEN 'EXECUTED'
      ELSE 'IN_EXECUTION' END
    FROM sanction s
    WHERE s.case_id = c.id AND s.status <> 'ANNULLED' AND ${standsAt("s")} HAVING count(*) > 0), c.status) END`;

const SELECT = `c.*, ${SHOWN_STATUS} AS shown_status`;

/** Cases that wait for a decision: with minutes, and neither decided nor done with. */
const AWAITS_DECISION = `c.minutes_made_on IS NOT NULL
  AND c.status IN ('MINUTES_MADE', 'EXPLANATION_OPEN', 'EXPLAINED', 'EXPLANATION_WAIVED')
  AND NOT EXISTS (SELECT 1 FROM sanction s
    WHERE s.case_id = c.id AND s.status <> 'ANNULLED' AND ${standsAt("s")})`;

export interface ViolationCaseFilter {
  /** The unit that has it. */
  readonly unitId?: string | null | undefined;
  readonly inspectionId?: string | null | undefined;
  readonly statuses?: readonly ShownCaseStatus[] | null | undefined;
  readonly partyKinds?: readonly SubjectKind[] | null | undefined;
  readonly violationCode?: string | null | undefined;
  /** Days of detection, both included. */
  readonly detectedFrom?: string | null | undefined;
  readonly detectedTo?: string | null | undefined;
  /** Only cases that wait for a decision whose last day is before this one. */
  readonly decisionOverdueOn?: string | null | undefined;
  /** Only what may have begun by this day. */
  readonly begunBy?: LocalDate | undefined;
}

export class ViolationCaseQueries {
  private readonly byId;
  private readonly ofInspection;

  constructor(private readonly db: Database) {
    this.byId = db.prepare(`SELECT ${SELECT} FROM violation_case c WHERE c.id = :id AND ${standsAt("c")}`);
    this.ofInspection = db.prepare(
      `SELECT ${SELECT} FROM violation_case c WHERE c.inspection_id = :inspectionId AND ${standsAt("c")}
       ORDER BY c.detected_on, c.id LIMIT ${MAX_OF_INSPECTION}`,
    );
  }

  get(id: string, at: Position): ShownCaseRow | undefined {
    return this.byId.get({ id, at }) as ShownCaseRow | undefined;
  }

  /** The cases that came of an inspection, by day of detection; void ones too. */
  casesOfInspection(inspectionId: string, at: Position): readonly ShownCaseRow[] {
    return this.ofInspection.all({ inspectionId, at }) as ShownCaseRow[];
  }

  /** In order of the day of detection. `law` tells the last days of decisions. */
  list(
    filter: ViolationCaseFilter,
    direction: Direction,
    window: Window,
    at: Position,
    law: LawBook,
  ): Rows<ShownCaseRow> {
    const where = [standsAt("c")];
    const params: Record<string, SqlValue> = { at };
    narrow(filter, where, params);
    if (filter.decisionOverdueOn) {
      where.push(AWAITS_DECISION);
      where.push(`(c.minutes_made_on, c.decision_key, c.paused_days) IN (
        SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(:overdue))`);
      params["overdue"] = JSON.stringify(this.overdueOn(filter.decisionOverdueOn, at, law));
    }
    const sort = { terms: ["c.detected_on", "c.id"], direction };
    return readPage<ShownCaseRow>(this.db, { select: SELECT, from: "violation_case c", where, params, sort }, window);
  }

  /** What commands may know of a case, now. */
  fact(id: string): CaseFact | undefined {
    const row = this.get(id, NOW);
    return row && factOf(detailOf(row).state);
  }

  /**
   * From what the last day of a decision follows, of cases that wait for one, where that day is over. Such cases are
   * few, and the law (which an operator may change) is in no table.
   */
  private overdueOn(day: string, at: Position, law: LawBook): readonly (readonly [string, DeadlineKey, number])[] {
    const open = prepared(
      this.db,
      `SELECT DISTINCT c.minutes_made_on AS made, c.decision_key AS key, c.paused_days AS paused FROM violation_case c
       WHERE ${standsAt("c")} AND ${AWAITS_DECISION} AND c.minutes_made_on < :day ORDER BY 1, 2, 3`,
    ).all({ at, day }) as { made: string; key: DeadlineKey; paused: number }[];
    return open
      .filter(({ made, key, paused }) => decisionDueFrom(made, key, paused, law) < day)
      .map(({ made, key, paused }) => [made, key, paused] as const);
  }
}

const MAX_OF_INSPECTION = 500;

function narrow(filter: ViolationCaseFilter, where: string[], params: Record<string, SqlValue>): void {
  const add = (condition: string, name: string, value: SqlValue): void => {
    where.push(condition);
    params[name] = value;
  };
  if (filter.unitId) add(`c.unit_id = :unitId`, "unitId", filter.unitId);
  if (filter.inspectionId) add(`c.inspection_id = :inspectionId`, "inspectionId", filter.inspectionId);
  if (filter.statuses) {
    const listed = `${SHOWN_STATUS} IN (SELECT value FROM json_each(:statuses))`;
    add(listed, "statuses", JSON.stringify(filter.statuses));
  }
  if (filter.partyKinds) {
    const shared = `SELECT 1 FROM json_each(c.party_kinds) p JOIN json_each(:partyKinds) w ON w.value = p.value`;
    add(`EXISTS (${shared})`, "partyKinds", JSON.stringify(filter.partyKinds));
  }
  if (filter.violationCode) {
    add(`EXISTS (SELECT 1 FROM json_each(c.codes) v WHERE v.value = :code)`, "code", filter.violationCode);
  }
  if (filter.detectedFrom) add(`c.detected_on >= :from`, "from", filter.detectedFrom);
  if (filter.detectedTo) add(`c.detected_on <= :to`, "to", filter.detectedTo);
  if (filter.begunBy) add(`c.detected_on <= :begunBy`, "begunBy", filter.begunBy);
}
