import type { Path, Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { Attendance, TrainingCourse } from "./course.js";
import { trainingRefusals as refusals } from "./refusals.js";

/** Rules that several steps of a course have in common. */

export const notBackwards = (from: LocalDate, to: LocalDate, field: string): Refusal | undefined =>
  to < from ? refusals.TRAINING_ENDS_BEFORE_IT_BEGINS([field]) : undefined;

export const hasCome = (of: LocalDate, today: LocalDate, path: Path): Refusal | undefined =>
  of > today ? refusals.TRAINING_AHEAD(path) : undefined;

/** @param units of the lines, one for each */
export function attendedOnce(attended: Attendance, units: readonly UnitFact[], on: LocalDate): Refusal | undefined {
  for (const [index, { unitId }] of attended.entries()) {
    const path = ["attendance", index, "unitId"];
    if (attended.findIndex((one) => one.unitId === unitId) < index) return refusals.TRAINING_UNIT_TWICE(path);
    const unit = units[index];
    const refusal = unit && unitExistsOn(unit, on, path);
    if (refusal) return refusal;
  }
  return undefined;
}

type Days = Pick<TrainingCourse, "plannedFrom" | "plannedTo" | "heldFrom" | "heldTo" | "evaluatedOn">;

/** What the days of a course must be among themselves. */
export function daysInOrder({ plannedFrom, plannedTo, heldFrom, heldTo, evaluatedOn }: Days): Refusal | undefined {
  const planned = notBackwards(plannedFrom, plannedTo, "plannedTo");
  if (planned || heldFrom === null || heldTo === null) return planned;
  if (evaluatedOn !== null && evaluatedOn < heldTo) return refusals.TRAINING_EVALUATED_BEFORE(["evaluatedOn"], heldTo);
  return notBackwards(heldFrom, heldTo, "heldTo");
}
