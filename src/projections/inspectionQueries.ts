import type { Database } from "better-sqlite3";
import { type InspectionFact, type InspectionTarget, isDecided } from "../domain/inspection/inspection.js";
import type { InspectionKind, InspectionStatus } from "../domain/inspection/terms.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { Position } from "../eventstore/contract.js";
import { fold } from "./fold.js";
import { listRecommendations, type RecommendationFilter, type RecommendationRow } from "./inspectionRecommendations.js";
import { unitIdsOf } from "./inspectionNames.js";
import { fromRow, type InspectionRow, type InspectionVersion, sortOn } from "./inspectionRow.js";
import { targetRef } from "./inspections.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import { NOW, type SqlValue, standsAt } from "./temporal.js";

export interface InspectionFilter {
  readonly unitId?: string | null | undefined;
  /** Of the unit; in either role when absent. */
  readonly role?: "LEAD" | "COORDINATOR" | null | undefined;
  readonly kinds?: readonly InspectionKind[] | null | undefined;
  readonly statuses?: readonly InspectionStatus[] | null | undefined;
  /** Days of the decision, both included; planned ones have none. */
  readonly decidedFrom?: string | null | undefined;
  readonly decidedTo?: string | null | undefined;
  /** Part of a target's name, with or without marks. */
  readonly target?: string | null | undefined;
  /** Only what may have begun by this day. */
  readonly begunBy?: LocalDate | undefined;
}

export interface InspectionListing {
  readonly direction: Direction;
  readonly window: Window;
  readonly at: Position;
  /** Whether targets who are persons may be searched for by name. */
  readonly persons: boolean;
}

/** Another inspection of a target in the same year. */
export interface Overlap {
  readonly target: InspectionTarget;
  readonly inspection: InspectionVersion;
}

/** More is no longer a warning but a list, and there is a query for that. */
const MAX_OVERLAPS = 20;
const MAX_REINSPECTIONS = 20;

export class InspectionQueries {
  private readonly byId;
  private readonly again;
  private readonly sameTarget;
  private readonly recommendationById;

  constructor(private readonly db: Database) {
    this.byId = db.prepare(`SELECT i.* FROM inspection i WHERE i.id = :id AND ${standsAt("i")}`);
    this.recommendationById = db.prepare(
      `SELECT r.* FROM inspection_recommendation r WHERE r.id = :id AND ${standsAt("r")}`,
    );
    this.again = db.prepare(
      `SELECT i.* FROM inspection i WHERE i.reinspects_id = :id AND ${standsAt("i")} AND i.status <> 'VOIDED'
       ORDER BY i.sort_on, i.id LIMIT ${MAX_REINSPECTIONS}`,
    );
    this.sameTarget = db.prepare(
      `SELECT i.* FROM inspection_link l JOIN inspection i ON i.id = l.inspection_id
       WHERE l.kind = 'TARGET' AND l.ref = :ref AND l.sort_on BETWEEN :from AND :to AND ${standsAt("l")}
         AND l.inspection_id <> :id AND ${standsAt("i")} AND i.status NOT IN ('CANCELLED', 'VOIDED')
       ORDER BY l.sort_on, l.inspection_id LIMIT ${MAX_OVERLAPS}`,
    );
  }

  get(id: string, at: Position): InspectionVersion | undefined {
    const row = this.byId.get({ id, at }) as InspectionRow | undefined;
    return row && fromRow(row);
  }

  /** Inspections in order of their decision (until then: of the first planned day on site). */
  list(filter: InspectionFilter, { direction, window, at, persons }: InspectionListing): Rows<InspectionRow> {
    const where = [standsAt("i")];
    const params: Record<string, SqlValue> = { at };
    const add = (condition: string, name: string, value: SqlValue): void => {
      where.push(condition);
      params[name] = value;
    };
    const { unitId } = filter;
    if (unitId) {
      const roles = filter.role ? `'${filter.role}'` : `'LEAD', 'COORDINATOR'`;
      add(`l.ref = :unit AND l.kind IN (${roles}) AND ${standsAt("l")}`, "unit", unitId);
    }
    if (filter.kinds) add(`i.kind IN (SELECT value FROM json_each(:kinds))`, "kinds", JSON.stringify(filter.kinds));
    if (filter.statuses) {
      add(`i.status IN (SELECT value FROM json_each(:statuses))`, "statuses", JSON.stringify(filter.statuses));
    }
    if (filter.decidedFrom) add(`i.decided_on >= :from`, "from", filter.decidedFrom);
    if (filter.decidedTo) add(`i.decided_on <= :to`, "to", filter.decidedTo);
    // A plan may have been made long before the days on site; whether it had, the fold tells.
    if (filter.begunBy) {
      add(`(i.sort_on <= :begunBy OR i.detail_json ->> '$.plan' IS NOT NULL)`, "begunBy", filter.begunBy);
    }
    if (filter.target) {
      const names = persons ? `i.organisations || char(10) || i.persons` : `i.organisations`;
      add(`instr(${names}, :target) > 0`, "target", fold(filter.target));
    }
    const from = unitId ? `inspection_link l CROSS JOIN inspection i ON i.id = l.inspection_id` : `inspection i`;
    const sort = { terms: unitId ? ["l.sort_on", "l.inspection_id"] : ["i.sort_on", "i.id"], direction };
    return readPage<InspectionRow>(this.db, { select: "i.*", from, where, params, sort }, window);
  }

  /** Which of its targets are examined again in the same calendar year, by an inspection that stands. */
  overlapsOf(inspection: InspectionVersion, at: Position): readonly Overlap[] {
    const { id, status, reinspectsId, detail } = inspection;
    if (status === "CANCELLED" || status === "VOIDED") return [];
    const year = sortOn(detail).slice(0, 4);
    const asked = { id, from: `${year}-01-01`, to: `${year}-12-31`, at };
    const found = detail.content.targets.flatMap((target) => {
      const rows = this.sameTarget.all({ ...asked, ref: targetRef(target) }) as InspectionRow[];
      return rows.map((row): Overlap => ({ target, inspection: fromRow(row) }));
    });
    // To inspect again on purpose is no overlap.
    const others = found.filter((one) => one.inspection.id !== reinspectsId && one.inspection.reinspectsId !== id);
    return others.slice(0, MAX_OVERLAPS);
  }

  /** The inspections that did this one again. */
  reinspectionsOf(id: string, at: Position): readonly InspectionVersion[] {
    return (this.again.all({ id, at }) as InspectionRow[]).map(fromRow);
  }

  recommendation(id: string, at: Position): RecommendationRow | undefined {
    return this.recommendationById.get({ id, at }) as RecommendationRow | undefined;
  }

  /** @param today the day by which a recommendation is overdue */
  recommendations(
    filter: RecommendationFilter,
    today: string,
    listing: { readonly direction: Direction; readonly window: Window; readonly at: Position },
  ): Rows<RecommendationRow> {
    return listRecommendations(this.db, filter, today, listing);
  }

  /** What commands may know of an inspection, now. */
  fact(id: string): InspectionFact | undefined {
    const known = this.get(id, NOW);
    if (!known) return undefined;
    const { content } = known.detail;
    return {
      inspectionId: id,
      status: known.status,
      kind: content.kind,
      leadUnitId: content.lead.unitId,
      coordinatingUnitIds: unitIdsOf(content.coordinators),
      decidedOn: isDecided(content) ? content.decidedOn : null,
    };
  }
}
