import type { TrainingCourse } from "../../domain/training/course.js";
import type { TrainingEvent } from "../../domain/training/events.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const MEASURES = {
  TRAINING_COURSES: count(
    ["UNIT", "TRAINING_FIELD"],
    "Số lớp tập huấn",
    "Courses held, by their organiser, on their last day.",
  ),
  TRAINING_ATTENDANCES: count(
    ["UNIT", "TRAINING_FIELD"],
    "Số lượt người được tập huấn",
    "Who attended, by the unit from which they came; whoever was in two courses is counted twice.",
  ),
};

export const trainingTally: Tally<Version<TrainingCourse>, Recorded<TrainingEvent>, EntryOf<typeof MEASURES>> = {
  record: "TrainingCourse",
  streams: ["trainingCourse"],
  measures: MEASURES,
  causes: {
    TrainingCourseCorrected: "CORRECTED",
    TrainingCourseVoided: "VOIDED",
  },
  idOf: ({ id }) => id,
  counts: ({ state: { status, heldTo: on, organiserId, field: TRAINING_FIELD, attendance } }) =>
    status === "VOIDED" || on === null
      ? []
      : [
          { measure: "TRAINING_COURSES", UNIT: organiserId, TRAINING_FIELD, on, amount: 1 },
          ...attendance.map(
            ({ unitId: UNIT, people: amount }) =>
              ({ measure: "TRAINING_ATTENDANCES", UNIT, TRAINING_FIELD, on, amount, part: UNIT }) as const,
          ),
        ],
};
