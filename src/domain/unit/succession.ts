import { addDays, type LocalDate } from "../kernel/time.js";
import type { Unit } from "./unit.js";

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

/** Under which unit a unit stands on a day; one that is no more stays where it stood on its last day. */
export function parentOn(
  { parentId, endsOn }: Pick<Unit, "parentId" | "endsOn">,
  day: LocalDate,
  find: FindUnit,
): string | null {
  if (parentId === null) return null;
  return inHandsOf(parentId, endsOn !== null && endsOn <= day ? addDays(endsOn, -1) : day, find);
}
