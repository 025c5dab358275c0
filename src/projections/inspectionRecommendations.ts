import type { Database } from "better-sqlite3";
import type { Body, InspectionEvent } from "../domain/inspection/inspection.js";
import type { RecommendationState } from "../domain/inspection/terms.js";
import { localDateOf } from "../domain/kernel/time.js";
import type { Recorded } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import { type SqlValue, standsAt, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

/** A step of a recommendation's follow-up. */
export interface RecommendationStep {
  readonly on: string;
  readonly state: RecommendationState;
  readonly assignee: Body | null;
  readonly note: string | null;
}

export interface RecommendationDetail {
  readonly findingId: string | null;
  readonly addressee: Body;
  readonly assignee: Body | null;
  readonly what: string;
  readonly madeOn: string;
  readonly steps: readonly RecommendationStep[];
}

/** A version of a recommendation. */
export interface RecommendationRow {
  id: string;
  inspection_id: string;
  state: RecommendationState;
  due_on: string | null;
  /** `due_on`, or a day after all others: by what lists are ordered. */
  sort_due: string;
  /** The unit of the register that is to do it: the assignee, until then the addressee. */
  unit_id: string | null;
  detail_json: string;
}

export const RECOMMENDATIONS_DDL = `
  CREATE TABLE inspection_recommendation (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    inspection_id TEXT NOT NULL,
    state TEXT NOT NULL,
    due_on TEXT,
    sort_due TEXT NOT NULL,
    unit_id TEXT,
    detail_json TEXT NOT NULL,
    PRIMARY KEY (id, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX inspection_recommendation_in_order ON inspection_recommendation (sort_due, id, state);
  CREATE INDEX inspection_recommendation_of ON inspection_recommendation (inspection_id, sort_due, id);
`;

const NEVER_DUE = "9999-12-31";

export const recommendationDetail = (row: RecommendationRow): RecommendationDetail =>
  JSON.parse(row.detail_json) as RecommendationDetail;

export function openRecommendations(db: Database): (event: Recorded<InspectionEvent>) => void {
  const columns = ["inspection_id", "state", "due_on", "sort_due", "unit_id", "detail_json"] as const;
  const table = new TemporalTable<RecommendationRow>(db, "inspection_recommendation", ["id"], columns);
  return (event) => {
    if (event.type !== "InspectionRecommendationMade" && event.type !== "InspectionRecommendationProgressed") return;
    const after = recommendationAfter(table.get({ id: event.data.recommendationId }), event);
    if (after) table.put(event.position, after);
  };
}

type OfRecommendation = Extract<
  Recorded<InspectionEvent>,
  { type: "InspectionRecommendationMade" | "InspectionRecommendationProgressed" }
>;

/** The next version of a recommendation; undefined for progress of one that was never made. */
export function recommendationAfter(
  row: RecommendationRow | undefined,
  event: OfRecommendation,
): RecommendationRow | undefined {
  const on = localDateOf(event.occurredAt);
  if (event.type === "InspectionRecommendationMade") {
    const { inspectionId, recommendationId, findingId, addressee, what, dueOn } = event.data;
    const detail: RecommendationDetail = { findingId, addressee, assignee: null, what, madeOn: on, steps: [] };
    return {
      id: recommendationId,
      inspection_id: inspectionId,
      state: "ISSUED",
      due_on: dueOn,
      sort_due: dueOn ?? NEVER_DUE,
      unit_id: addressee.unitId,
      detail_json: JSON.stringify(detail),
    };
  }
  if (!row) return undefined;
  const { state, assignee, note } = event.data;
  const before = recommendationDetail(row);
  const detail: RecommendationDetail = {
    ...before,
    assignee: assignee ?? before.assignee,
    steps: [...before.steps, { on, state, assignee, note }],
  };
  return { ...row, state, unit_id: assignee ? assignee.unitId : row.unit_id, detail_json: JSON.stringify(detail) };
}

export interface RecommendationFilter {
  readonly inspectionId?: string | null | undefined;
  readonly states?: readonly RecommendationState[] | null | undefined;
  /** True: those not verified yet; false: those that are. */
  readonly open?: boolean | null | undefined;
  /** Only those, or only others than those, that should have been done before today. */
  readonly overdue?: boolean | null | undefined;
  readonly unitId?: string | null | undefined;
}

/** What has been done, whether or not somebody has verified it, is overdue no more. */
const SETTLED: readonly RecommendationState[] = ["DONE", "VERIFIED"];

export const isOverdue = (row: Pick<RecommendationRow, "state" | "due_on">, today: string): boolean =>
  row.due_on !== null && row.due_on < today && !SETTLED.includes(row.state);

/** Recommendations of inspections that stand, in order of the day by which they are due; those without one last. */
export function listRecommendations(
  db: Database,
  filter: RecommendationFilter,
  today: string,
  { direction, window, at }: { readonly direction: Direction; readonly window: Window; readonly at: Position },
): Rows<RecommendationRow> {
  const where = [standsAt("r"), standsAt("i"), `i.status <> 'VOIDED'`];
  const params: Record<string, SqlValue> = { at };
  const add = (condition: string, name: string, value: SqlValue): void => {
    where.push(condition);
    params[name] = value;
  };
  if (filter.inspectionId) add(`r.inspection_id = :inspection`, "inspection", filter.inspectionId);
  if (filter.states) {
    add(`r.state IN (SELECT value FROM json_each(:states))`, "states", JSON.stringify(filter.states));
  }
  if (filter.open != null) where.push(`r.state ${filter.open ? "<>" : "="} 'VERIFIED'`);
  if (filter.overdue != null) {
    const overdue = `(r.sort_due < :today AND r.state NOT IN ('${SETTLED.join("', '")}'))`;
    add(filter.overdue ? overdue : `NOT ${overdue}`, "today", today);
  }
  if (filter.unitId) add(`r.unit_id = :unit`, "unit", filter.unitId);
  const from = "inspection_recommendation r JOIN inspection i ON i.id = r.inspection_id";
  const sort = { terms: ["r.sort_due", "r.id"], direction };
  return readPage<RecommendationRow>(db, { select: "r.*", from, where, params, sort }, window);
}
