import type { Due } from "../due/due.js";
import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import type { TrainingCourse } from "./course.js";
import { type TrainingEvent, trainingHistory } from "./events.js";
import { trainingRefusals } from "./refusals.js";
import { daysInOrder } from "./rules.js";
import { trainingSteps } from "./steps.js";

const { takeBack } = stepsOf<TrainingCourse, TrainingEvent, "trainingCourseId">();

/** A course of training: state (./course.ts), events (./events.ts), steps and their rules (./steps.ts). */
export const trainingCourse = record(trainingHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...trainingSteps,
    TakeBackTrainingCourseEntry: takeBack({ naming: NOBODY, event: "TrainingEntryTakenBack" }),
  },
  authority: function clerkKeepsOwnUnit({ state, meta }) {
    return actsForOneOf(meta, [state.organiserId], ["trainingCourseId"]);
  },
  check: (after) => {
    if (daysInOrder(after)) throw new Error("The days of a course are not in order.");
  },
  leansOn: ({ organiserId }) => [{ kind: "Unit", id: organiserId }],
  refusals: { notFound: trainingRefusals.TRAINING_COURSE_NOT_FOUND, statusForbids: "TRAINING_COURSE_STATUS_FORBIDS" },
});

/** A course that was planned is to be held by its last day. */
export function trainingOwes({ status, organiserId, plannedFrom, plannedTo }: TrainingCourse): readonly Due[] {
  if (status !== "PLANNED") return [];
  return [{ kind: "TRAINING_COURSE", unitIds: [organiserId], since: plannedFrom, by: plannedTo, rule: null }];
}
