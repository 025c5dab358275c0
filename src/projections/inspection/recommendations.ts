import type { Database } from "better-sqlite3";
import type { Inspection, Recommendation } from "../../domain/inspection/inspection.js";
import { SETTLED_STATES } from "../../domain/inspection/recommendation.js";
import type { RecommendationState } from "../../domain/inspection/terms.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import type { InspectionVersion } from "./table.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import type { One } from "../table/ones.js";
import type { Follower } from "../table/recordPart.js";
import { Conditions, type RecordReader } from "../table/recordReader.js";
import { standsAt, TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";

/** A version of a recommendation: by what it is found and ordered. What it says is in its inspection. */
interface RecommendationRow {
  id: string;
  inspection_id: string;
  state: RecommendationState;
  sort_due: string;
  /** The unit of the register that is to do it: the assignee, until then the addressee. */
  unit_id: string | null;
}

const COLUMNS = ["inspection_id", "state", "sort_due", "unit_id"] as const;

const DDL = `
  CREATE TABLE inspection_recommendation (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    inspection_id TEXT NOT NULL,
    state TEXT NOT NULL,
    sort_due TEXT NOT NULL,
    unit_id TEXT,
    PRIMARY KEY (id, from_position)
  ) STRICT, WITHOUT ROWID;
`;
const INDEXES = `
  CREATE INDEX inspection_recommendation_in_order ON inspection_recommendation (sort_due, id, state);
  CREATE INDEX inspection_recommendation_of ON inspection_recommendation (inspection_id, sort_due, id);
`;

/** Recommendations are listed across inspections, in order of the day by which they are due. */
export const inspectionRecommendations: Follower<Inspection> = {
  ddl: DDL,
  indexes: INDEXES,
  open({ db }) {
    const table = new TemporalTable<RecommendationRow>(db, "inspection_recommendation", ["id"], COLUMNS);
    return {
      changed({ event, before, after }) {
        const known = before?.state.recommendations ?? [];
        const changed = after.state.recommendations.filter((one) => !known.includes(one));
        for (const one of changed) table.put(event.position, rowOf(after.id, one));
        const standing = new Set(after.state.recommendations.map(({ recommendationId }) => recommendationId));
        for (const { recommendationId: id } of known) if (!standing.has(id)) table.end(event.position, { id });
      },
    };
  },
};

const rowOf = (inspectionId: string, recommendation: Recommendation): RecommendationRow => ({
  id: recommendation.recommendationId,
  inspection_id: inspectionId,
  state: recommendation.state,
  sort_due: sortDue(recommendation),
  unit_id: (recommendation.assignee ?? recommendation.addressee).unitId,
});

const NEVER_DUE = "9999-12-31";

/** The day by which it is due, or a day after all others: by what lists are ordered. */
const sortDue = ({ dueOn }: Recommendation): LocalDate => dueOn ?? NEVER_DUE;

/** Its place in the order of lists. */
export const placeOf = (recommendation: Recommendation): readonly string[] => [
  sortDue(recommendation),
  recommendation.recommendationId,
];

/** The recommendations of one inspection in the order of lists. */
export const inOrderOfDays = ({ recommendations }: Inspection): readonly Recommendation[] =>
  recommendations.toSorted((one, other) => (placeOf(one).join(" ") < placeOf(other).join(" ") ? -1 : 1));

export interface RecommendationFilter {
  readonly inspectionId?: string | null | undefined;
  readonly states?: readonly RecommendationState[] | null | undefined;
  /** True: those not verified yet; false: those that are. */
  readonly open?: boolean | null | undefined;
  /** Only those, or only others than those, that should have been done before today. */
  readonly overdue?: boolean | null | undefined;
  readonly unit?: One | undefined;
}

/** A recommendation, and its inspection as it stood with it. */
export interface FoundRecommendation {
  readonly inspection: InspectionVersion;
  readonly recommendation: Recommendation;
}

/** Recommendations of inspections that stand, in order of the day by which they are due; those without one last. */
export function listRecommendations(
  db: Database,
  inspections: RecordReader<Inspection>,
  filter: RecommendationFilter,
  today: string,
  { direction, window, at }: { readonly direction: Direction; readonly window: Window; readonly at: Position },
): Rows<FoundRecommendation> {
  const conditions = new Conditions()
    .is("r.inspection_id", "inspection", filter.inspectionId)
    .oneOf("r.state", "states", filter.states)
    .oneOf("r.unit_id", "unit", filter.unit?.ids);
  if (filter.overdue != null) {
    const overdue = `(r.sort_due < :today AND r.state NOT IN ('${SETTLED_STATES.join("', '")}'))`;
    conditions.add(filter.overdue ? overdue : `NOT ${overdue}`, "today", today);
  }
  if (filter.open != null) conditions.where.push(`r.state ${filter.open ? "<>" : "="} 'VERIFIED'`);
  const where = [standsAt("r"), standsAt("i"), `i.status <> 'VOIDED'`, ...conditions.where];
  const params = { ...conditions.params, at };
  const from = "inspection_recommendation r JOIN inspection i ON i.id = r.inspection_id";
  const sort = { terms: ["r.sort_due", "r.id"], direction };
  const select = "r.id, i.rowid AS version";
  const page = readPage<{ id: string; version: number }>(db, { select, from, where, params, sort }, window);
  return {
    ...page,
    rows: page.rows.flatMap(({ row, key }) => {
      const inspection = inspections.version(row.version);
      const recommendation = inspection.state.recommendations.find((one) => one.recommendationId === row.id);
      return recommendation ? [{ row: { inspection, recommendation }, key }] : [];
    }),
  };
}
