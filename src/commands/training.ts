import type { Attendance } from "../domain/training/course.js";
import { trainingCourse } from "../domain/training/record.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import type { UnitFacts } from "./facts.js";
import type { Resolved } from "./spec.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

function unitsOf(attendance: Attendance, facts: UnitFacts): Resolved<{ readonly units: readonly UnitFact[] }> {
  const units: UnitFact[] = [];
  for (const [index, { unitId }] of attendance.entries()) {
    const unit = facts.unit(unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["attendance", index, "unitId"]) };
    units.push(unit);
  }
  return { data: { units } };
}

/** What is looked up for the steps of a course. */
const lookups: LookupsOf<typeof trainingCourse> = {
  PlanTrainingCourse({ organiserId }, { facts }) {
    const organiser = facts.unit(organiserId);
    return organiser ? { data: { organiser } } : { refusal: unitRefusals.UNIT_NOT_FOUND(["organiserId"]) };
  },
  RecordTrainingAttendance: ({ attendance }, { facts }) => unitsOf(attendance, facts),
  CorrectTrainingCourse: ({ attendance }, { facts }) => unitsOf(attendance ?? [], facts),
};

export const trainingSpecs = specsOf(trainingCourse, lookups);
