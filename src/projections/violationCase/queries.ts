import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { LawBook } from "../../domain/law/lawBook.js";
import type { SteadyDeadlineKey, SubjectKind } from "../../domain/law/terms.js";
import { decisionDueFrom } from "../../domain/violationCase/deadlines.js";
import { type DecisionStanding, factOf, shownStatusOf } from "../../domain/violationCase/standing.js";
import { MINUTED, type ShownCaseStatus } from "../../domain/violationCase/terms.js";
import type { CaseFact, ViolationCase } from "../../domain/violationCase/violationCase.js";
import type { Position } from "../../eventstore/contract.js";
import { type Direction, prepared, type Rows, type Window } from "../table/paging.js";
import type { One } from "../table/ones.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, standsAt } from "../table/temporal.js";
import { type CaseVersion, type ShownCase, violationCaseTable } from "./table.js";

const STANDING_DECISIONS = `FROM sanction s WHERE s.case_id = r.id AND s.status <> 'ANNULLED' AND ${standsAt("s")}`;

/** What `shownStatusOf` says, in SQL: lists are filtered by it. */
const SHOWN_STATUS = `CASE WHEN r.status IN ('CLOSED', 'VOIDED', 'IN_CRIMINAL_PROCEEDINGS') THEN r.status
  ELSE coalesce((
    SELECT CASE
      WHEN sum(s.status = 'SIGNED') = count(*) THEN 'DECIDED'
      WHEN sum(s.status = 'EXECUTED') = count(*) AND count(DISTINCT s.party_id) = r.parties THEN 'EXECUTED'
      ELSE 'IN_EXECUTION' END
    ${STANDING_DECISIONS} HAVING count(*) > 0), r.status) END`;

/** Cases that wait for a decision: with minutes, and neither decided nor done with. */
const AWAITS_DECISION = `r.minutes_made_on IS NOT NULL
  AND r.status IN (${MINUTED.map((status) => `'${status}'`).join(", ")})
  AND NOT EXISTS (SELECT 1 ${STANDING_DECISIONS})`;

export interface ViolationCaseFilter {
  /** The unit that has it. */
  readonly unit?: One | undefined;
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
  private readonly reader: RecordReader<ViolationCase>;
  private readonly decisions;

  constructor(private readonly db: Database) {
    this.reader = new RecordReader(db, violationCaseTable);
    this.decisions = db.prepare(
      `SELECT s.status, s.party_id AS partyId FROM sanction s WHERE s.case_id = :id AND ${standsAt("s")}`,
    );
  }

  get(id: string, at: Position): ShownCase | undefined {
    const version = this.reader.get(id, at);
    return version && this.shown(version, at);
  }

  /** In order of the day of detection. `law` tells the last days of decisions. */
  list(filter: ViolationCaseFilter, direction: Direction, window: Window, at: Position, law: LawBook): Rows<ShownCase> {
    const conditions = new Conditions()
      .oneOf("r.unit_id", "unit", filter.unit?.ids)
      .is("r.inspection_id", "inspectionId", filter.inspectionId)
      .oneOf(SHOWN_STATUS, "statuses", filter.statuses)
      .between("r.detected_on", "detected", filter.detectedFrom, filter.detectedTo)
      .between("r.detected_on", "begun", undefined, filter.begunBy);
    const { partyKinds, violationCode, decisionOverdueOn } = filter;
    if (partyKinds) {
      const shared = `SELECT 1 FROM json_each(r.party_kinds) p JOIN json_each(:partyKinds) w ON w.value = p.value`;
      conditions.add(`EXISTS (${shared})`, "partyKinds", JSON.stringify(partyKinds));
    }
    if (violationCode) {
      conditions.add(`EXISTS (SELECT 1 FROM json_each(r.codes) v WHERE v.value = :code)`, "code", violationCode);
    }
    if (decisionOverdueOn) {
      const overdue = this.overdueOn(decisionOverdueOn, at, law);
      const among = `SELECT value ->> 0, value ->> 1 FROM json_each(:overdue)`;
      conditions.add(
        `${AWAITS_DECISION} AND (r.decision_from, r.decision_key) IN (${among})`,
        "overdue",
        JSON.stringify(overdue),
      );
    }
    const { rows, ...more } = this.reader.list({ ...conditions, direction, window, at });
    return { ...more, rows: rows.map(({ row, key }) => ({ row: this.shown(row, at), key })) };
  }

  /** What commands may know of a case, now. */
  fact(id: string): CaseFact | undefined {
    const version = this.reader.get(id, NOW);
    return version && factOf(version.state);
  }

  private shown(version: CaseVersion, at: Position): ShownCase {
    const decisions = this.decisions.all({ id: version.id, at }) as DecisionStanding[];
    return { ...version, shown: shownStatusOf(version.state, decisions) };
  }

  /**
   * From what the last day of a decision follows, of cases that wait for one, where that day is over. Such cases are
   * few, and the law (which an operator may change) is in no table.
   */
  private overdueOn(day: string, at: Position, law: LawBook): readonly (readonly [string, SteadyDeadlineKey])[] {
    const open = prepared(
      this.db,
      `SELECT DISTINCT r.decision_from AS since, r.decision_key AS key FROM violation_case r
       WHERE ${standsAt("r")} AND ${AWAITS_DECISION} AND r.decision_from < :day ORDER BY 1, 2`,
    ).all({ at, day }) as { since: string; key: SteadyDeadlineKey }[];
    return open
      .filter(({ since, key }) => decisionDueFrom(since, key, law) < day)
      .map(({ since, key }) => [since, key] as const);
  }
}
