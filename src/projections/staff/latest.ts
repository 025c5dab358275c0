import { addDays, type LocalDate } from "../../domain/kernel/time.js";
import type { StaffSnapshot } from "../../domain/staff/snapshot.js";
import type { UnitKind } from "../../domain/unit/terms.js";
import type { DeclaredReaders } from "../declared/declaredRecords.js";
import type { Basis } from "../table/basis.js";
import type { Ones } from "../table/ones.js";
import type { Version } from "../table/recordTable.js";
import type { UnitQueries } from "../unit/queries.js";
import { staffSnapshots } from "./records.js";

/** The last snapshot of a unit up to a day, and the one before it. */
export interface CountedSnapshot {
  readonly latest: Version<StaffSnapshot>;
  readonly before: Version<StaffSnapshot> | undefined;
}

interface Asked {
  readonly on: LocalDate;
  readonly unitIds?: readonly string[] | null | undefined;
  readonly kinds?: readonly UnitKind[] | null | undefined;
}
interface Known {
  readonly records: DeclaredReaders;
  readonly units: Pick<UnitQueries, "fact">;
  readonly ones: Ones;
}

/** What counts for the staff on a day: of each unit that is there, or of those of which it came. */
export function latestOfStaff(reads: Known, { on, unitIds, kinds }: Asked, basis: Basis): readonly CountedSnapshot[] {
  const then = { ...basis, today: on };
  // There are some hundred units: of each one row.
  const latest = reads.records
    .of(staffSnapshots)
    .all({ latestOn: on, unitKinds: kinds ?? null }, { direction: "DESC", basis: then });
  const takenBy = new Map(latest.map(({ state }) => [state.unitId, state.takenOn]));
  const asked = unitIds && new Set(unitIds.flatMap((id) => reads.ones.of("Unit", id, then).ids));
  return latest
    .filter(({ state: { unitId } }) => {
      if (asked && !asked.has(unitId)) return false;
      const endsOn = reads.units.fact(unitId, basis.position)?.endsOn ?? null;
      if (endsOn === null || endsOn > on) return true;
      const goesOnAs = reads.ones.goesOnAs("Unit", unitId, then);
      const since = takenBy.get(goesOnAs);
      return goesOnAs !== unitId && (since === undefined || since < endsOn);
    })
    .map((version) => ({ latest: version, before: snapshotBefore(reads, version, then) }));
}

/** The snapshot of the same unit before this one. */
export function snapshotBefore(
  { records }: Pick<Known, "records">,
  { state: { unitId, takenOn } }: Pick<Version<StaffSnapshot>, "state">,
  basis: Pick<Basis, "position" | "today">,
): Version<StaffSnapshot> | undefined {
  const filter = { unitId, latestOn: addDays(takenOn, -1) };
  const found = records.of(staffSnapshots).all(filter, { direction: "DESC", basis });
  // Of units that are one each has its own.
  return found.find(({ state }) => state.unitId === unitId);
}
