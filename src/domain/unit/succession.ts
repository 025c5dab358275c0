import { addDays, inForceOn, type LocalDate } from "../kernel/time.js";
import type { DatedParent, Unit } from "./unit.js";

/** Who comes after whom, on a day: an end that is recorded but lies ahead has not come, so nobody has succeeded yet. */

type Ends = Pick<Unit, "endsOn" | "successorIds">;

/** Finds a unit by its id. */
export type FindUnit = (id: string) => Ends | undefined;

/** True from the day on which it is no more. */
export const hasEndedBy = ({ endsOn }: Pick<Unit, "endsOn">, day: LocalDate): boolean =>
  endsOn !== null && endsOn <= day;

/**
 * In whose hands the business of a unit is on a day: its own, or those of the one unit that has succeeded it by then. What
 * a unit had that was split or abolished stays its own, as nobody can say to whom it belongs.
 */
export function inHandsOf(id: string, day: LocalDate, find: FindUnit): string {
  const unit = find(id);
  const [next, ...others] = unit && hasEndedBy(unit, day) ? unit.successorIds : [];
  return next === undefined || others.length > 0 ? id : inHandsOf(next, day, find);
}

/**
 * Under which unit a unit stands on a day: the one under which it was put by then, or who has succeeded that one. One that
 * is no more stays where it stood on its last day.
 */
export function parentOn(
  { parents, endsOn }: Pick<Unit, "parents" | "endsOn">,
  day: LocalDate,
  find: FindUnit,
): string | null {
  const on = endsOn !== null && endsOn <= day ? addDays(endsOn, -1) : day;
  const parentId = inForceOn(parents, on)?.parentId ?? null;
  return parentId === null ? null : inHandsOf(parentId, on, find);
}

/** Where it stands on a day, and where it is to stand from each later day on which it is put elsewhere. */
export const parentsFrom = (
  unit: Pick<Unit, "parents" | "endsOn">,
  day: LocalDate,
  find: FindUnit,
): readonly DatedParent[] =>
  [
    day,
    ...unit.parents.flatMap(({ from }) => (from > day && (unit.endsOn === null || from < unit.endsOn) ? from : [])),
  ].map((from) => ({ parentId: parentOn(unit, from, find), from }));

/** All under whom a unit stands on a day or is to stand later, however far above. */
export function allAbove(parentId: string | null, day: LocalDate, find: (id: string) => Unit | undefined): Set<string> {
  const above = new Set(parentId === null ? [] : [parentId]);
  for (const id of above) {
    const unit = find(id);
    if (!unit) continue;
    for (const next of unit.successorIds) above.add(next);
    for (const { parentId: next } of parentsFrom(unit, day, find)) if (next !== null) above.add(next);
  }
  return above;
}
