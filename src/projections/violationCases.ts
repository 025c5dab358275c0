import { decisionDeadlineOf } from "../domain/violationCase/deadlines.js";
import { evolve, factOf } from "../domain/violationCase/evolve.js";
import type { DeadlineKey } from "../domain/law/terms.js";
import type { CaseStatus } from "../domain/violationCase/terms.js";
import type { ViolationCase, ViolationCaseEvent } from "../domain/violationCase/violationCase.js";
import type { LedgerEvent, Recorded } from "../eventstore/codec.js";
import { figuresDdl } from "./figures/tables.js";
import { TallyWriter } from "./figures/writer.js";
import type { ReadModelPart } from "./part.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";
import { violationCaseTally } from "./violationCaseFigures.js";

/** What a case shows besides the columns by which it is found. */
export interface CaseDetail {
  readonly state: ViolationCase;
  readonly recordedAt: string;
  readonly lateEntryReason: string | null;
}

/** A version of a violation case. */
export interface ViolationCaseRow {
  id: string;
  /** By itself; what its decisions make of it is told by them. */
  status: CaseStatus;
  unit_id: string;
  inspection_id: string | null;
  detected_on: string;
  minutes_made_on: string | null;
  /** What the last day for the decision follows from, with the minutes and the law. */
  decision_key: DeadlineKey;
  paused_days: number;
  /** JSON lists. */
  party_kinds: string;
  codes: string;
  revision: number;
  detail_json: string;
}

const COLUMNS = [
  "status",
  "unit_id",
  "inspection_id",
  "detected_on",
  "minutes_made_on",
  "decision_key",
  "paused_days",
  "party_kinds",
  "codes",
  "revision",
  "detail_json",
] as const;

const VIOLATION_CASES_DDL = `
  CREATE TABLE violation_case (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    status TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    inspection_id TEXT,
    detected_on TEXT NOT NULL,
    minutes_made_on TEXT,
    decision_key TEXT NOT NULL,
    paused_days INTEGER NOT NULL,
    party_kinds TEXT NOT NULL,
    codes TEXT NOT NULL,
    revision INTEGER NOT NULL,
    detail_json TEXT NOT NULL,
    PRIMARY KEY (id, from_position, to_position)
  ) STRICT;
  CREATE INDEX violation_case_in_order ON violation_case (detected_on, id, from_position, to_position);
  CREATE INDEX violation_case_of_unit ON violation_case (unit_id, detected_on, id, from_position, to_position);
  CREATE INDEX violation_case_of_inspection ON violation_case (inspection_id, detected_on, id)
    WHERE inspection_id IS NOT NULL;
`;

export const detailOf = (row: ViolationCaseRow): CaseDetail => JSON.parse(row.detail_json) as CaseDetail;

export function toRow(detail: CaseDetail, revision: number): ViolationCaseRow {
  const { state } = detail;
  const fact = factOf(state);
  const listed = (values: readonly string[]): string => JSON.stringify([...new Set(values)]);
  return {
    id: state.caseId,
    status: state.status,
    unit_id: state.unit.unitId,
    inspection_id: state.inspectionId,
    detected_on: state.detectedOn,
    minutes_made_on: fact.minutesMadeOn,
    decision_key: decisionDeadlineOf(fact),
    paused_days: state.pausedDays,
    party_kinds: listed(state.parties.map(({ kind }) => kind)),
    codes: listed(state.violations.map(({ code }) => code)),
    revision,
    detail_json: JSON.stringify(detail),
  };
}

/** The next version; undefined for a step of a case that the ledger does not have. */
export function advance(before: CaseDetail | undefined, event: Recorded<ViolationCaseEvent>): CaseDetail | undefined {
  const state = evolve(before?.state ?? { status: "NONE" }, event);
  if (state.status === "NONE") return undefined;
  if (before) return { ...before, state };
  return { state, recordedAt: event.recordedAt, lateEntryReason: event.reason ?? null };
}

/** Violation cases and their figures. */
export const violationCasesPart: ReadModelPart = {
  name: "violationCases",
  source: import.meta.url,
  ddl: VIOLATION_CASES_DDL + figuresDdl(violationCaseTally),
  open({ db }) {
    const cases = new TemporalTable<ViolationCaseRow>(db, "violation_case", ["id"], COLUMNS);
    const figures = new TallyWriter(db, violationCaseTally);
    return (event: LedgerEvent) => {
      if (!event.stream.startsWith("violationCase-")) return;
      const caseEvent = event as Recorded<ViolationCaseEvent>;
      const row = cases.get({ id: caseEvent.data.caseId });
      const before = row && detailOf(row);
      const after = advance(before, caseEvent);
      if (!after) return;
      cases.put(event.position, toRow(after, event.revision));
      figures.changed(caseEvent, before?.state, after.state);
    };
  },
};
