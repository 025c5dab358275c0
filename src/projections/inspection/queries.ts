import type { Database } from "better-sqlite3";
import {
  type Inspection,
  type InspectionFact,
  type InspectionTarget,
  sortOn,
} from "../../domain/inspection/inspection.js";
import type { InspectionKind, InspectionStatus, InspectionUnitRole } from "../../domain/inspection/terms.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import { fold } from "../table/fold.js";
import { type FoundRecommendation, listRecommendations, type RecommendationFilter } from "./recommendations.js";
import { inspectionTable, type InspectionVersion, targetRef } from "./table.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import type { Basis } from "../table/basis.js";
import { type One, Ones } from "../table/ones.js";
import { namesNoPerson } from "../table/persons.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW } from "../table/temporal.js";

export interface InspectionFilter {
  readonly unit?: One | undefined;
  /** Of the unit; in either role when absent. */
  readonly role?: InspectionUnitRole | null | undefined;
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
  private readonly reader: RecordReader<Inspection>;
  private readonly ones;

  constructor(private readonly db: Database) {
    this.reader = new RecordReader(db, inspectionTable);
    this.ones = new Ones(db);
  }

  get(id: string, at: Position): InspectionVersion | undefined {
    return this.reader.get(id, at);
  }

  /** Inspections in order of their decision (until then: of the first planned day on site). */
  list(filter: InspectionFilter, { direction, window, at, persons }: InspectionListing): Rows<InspectionVersion> {
    const { unit, role, kinds, statuses, decidedFrom, decidedTo, target, begunBy } = filter;
    const conditions = new Conditions()
      .oneOf("r.kind", "kinds", kinds)
      .oneOf("r.status", "statuses", statuses)
      .between("r.decided_on", "decided", decidedFrom, decidedTo);
    // A plan may have been made long before the days on site, and the day of a decision corrected to an earlier one.
    if (begunBy) conditions.add(`(r.sort_on <= :begunBy OR r.begun_on <= :begunBy)`, "begunBy", begunBy);
    if (target) {
      const others = `t.value ->> 1 = 0 AND ${namesNoPerson("TARGET", "t.value ->> 0")}`;
      const which = persons ? "TRUE" : others;
      const named = `SELECT 1 FROM json_each(r.targets) t WHERE instr(t.value ->> 2, :target) > 0 AND ${which}`;
      conditions.add(`EXISTS (${named})`, "target", fold(target));
    }
    const links = unit ? [{ kinds: [role ?? "TAKES_PART"], refs: unit.ids }] : [];
    return this.reader.list({ ...conditions, links, direction, window, at });
  }

  /** Which of its targets are examined again in the same calendar year, by an inspection that stands. */
  overlapsOf({ id, state }: InspectionVersion, basis: Pick<Basis, "position" | "today">): readonly Overlap[] {
    if (state.status === "CANCELLED" || state.status === "VOIDED") return [];
    const year = sortOn(state).slice(0, 4);
    const found = state.targets.flatMap((target) => {
      const conditions = new Conditions()
        .between("r.sort_on", "sort", `${year}-01-01`, `${year}-12-31`)
        .add("r.id <> :id", "id", id);
      conditions.where.push("r.status NOT IN ('CANCELLED', 'VOIDED')");
      const others = this.first(MAX_OVERLAPS, "TARGET", this.refsOf(target, basis), conditions, basis.position);
      return others.map((inspection): Overlap => ({ target, inspection }));
    });
    // To inspect again on purpose is no overlap.
    const others = found.filter(
      ({ inspection }) => inspection.id !== state.reinspectsId && inspection.state.reinspectsId !== id,
    );
    return others.slice(0, MAX_OVERLAPS);
  }

  /** The inspections that did this one again. */
  reinspectionsOf(id: string, at: Position): readonly InspectionVersion[] {
    const standing = new Conditions();
    standing.where.push("r.status <> 'VOIDED'");
    return this.first(MAX_REINSPECTIONS, "REINSPECTS", [id], standing, at);
  }

  private first(
    limit: number,
    kind: string,
    refs: readonly string[],
    conditions: Conditions,
    at: Position,
  ): InspectionVersion[] {
    const links = [{ kinds: [kind], refs }];
    const { rows } = this.reader.list({ ...conditions, links, direction: "ASC", window: { limit }, at });
    return rows.map(({ row }) => row);
  }

  /** By what a target is known again: of a unit or an agency, by all that are one with it. */
  private refsOf(target: InspectionTarget, basis: Pick<Basis, "position" | "today">): readonly string[] {
    const unit = this.ones.of("Unit", target.unitId, basis);
    const agency = this.ones.of("PressAgency", target.pressAgencyId, basis);
    if (unit) return unit.ids.map((unitId) => targetRef({ ...target, unitId }));
    return (agency?.ids ?? [null]).map((pressAgencyId) => targetRef({ ...target, pressAgencyId }));
  }

  /** @param today the day by which a recommendation is overdue */
  recommendations(
    filter: RecommendationFilter,
    today: string,
    listing: { readonly direction: Direction; readonly window: Window; readonly at: Position },
  ): Rows<FoundRecommendation> {
    return listRecommendations(this.db, this.reader, filter, today, listing);
  }

  /** What commands may know of an inspection, now. */
  fact(id: string): InspectionFact | undefined {
    const known = this.get(id, NOW);
    return known && { inspectionId: id, status: known.state.status };
  }
}
