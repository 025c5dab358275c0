import type { Attendance } from "../domain/training/course.js";
import { trainingCourse } from "../domain/training/record.js";
import type { UnitFact } from "../domain/unit/unit.js";
import type { Finder } from "./finder.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

const unitsOf = (attendance: Attendance, the: Finder): readonly UnitFact[] =>
  attendance.map(({ unitId }, at) => the.unit(unitId, "attendance", at, "unitId"));

/** What is looked up for the steps of a course. */
const lookups: LookupsOf<typeof trainingCourse> = {
  PlanTrainingCourse: ({ organiserId }, { the }) => ({ organiser: the.unit(organiserId, "organiserId") }),
  RecordTrainingAttendance: ({ attendance }, { the }) => ({ units: unitsOf(attendance, the) }),
  CorrectTrainingCourse: ({ attendance }, { the }) => ({ units: unitsOf(attendance ?? [], the) }),
};

export const trainingSpecs = specsOf(trainingCourse, lookups);
