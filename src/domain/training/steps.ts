import { actsForOneOf } from "../kernel/authority.js";
import { asIn, day, lines, needed, NOBODY } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import { attendance, CORRECTED, TRAINING_COURSE, type TrainingCourse } from "./course.js";
import type { TrainingEvent } from "./events.js";
import { trainingRefusals as refusals } from "./refusals.js";
import { attendedOnce, daysInOrder, hasCome, notBackwards } from "./rules.js";
import { TRAINING_STATUSES } from "./terms.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);
const NOT_VOIDED = TRAINING_STATUSES.values.filter((status) => status !== "VOIDED");
const OF_HOLDING = ["heldFrom", "heldTo"] as const;
const OF_EVALUATION = ["rating", "evaluatedOn", "evaluation"] as const;

const { begin, correction, step, voiding } = stepsOf<TrainingCourse, TrainingEvent, "trainingCourseId">();

/** What may be done about a course. */
export const trainingSteps = {
  PlanTrainingCourse: begin({
    does: say("lên kế hoạch lớp tập huấn", "plan a course"),
    begins: "trainingCourse",
    fields: asIn(TRAINING_COURSE, "title", "field", "organiserId", "plannedFrom", "plannedTo", "plannedPlaces"),
    looked: looked<{ readonly organiser: UnitFact }>(),
    rules: [
      function clerkIsOfTheOrganiser({ data, meta }) {
        return actsForOneOf(meta, [data.organiser.unitId], ["organiserId"]);
      },
      function organiserExistsThen({ data }) {
        return unitExistsOn(data.organiser, data.plannedFrom, ["organiserId"]);
      },
      function doesNotEndBeforeItBegins({ data }) {
        return notBackwards(data.plannedFrom, data.plannedTo, "plannedTo");
      },
    ],
    event: "TrainingCoursePlanned",
    besides: ({ data: { organiser, ...data } }) => ({
      organiserName: nameOn(organiser.names, data.plannedFrom),
    }),
  }),
  HoldTrainingCourse: step({
    does: say("ghi nhận lớp đã tổ chức", "record that the course was held"),
    settles: ["TRAINING_COURSE"],
    fields: needed(TRAINING_COURSE, "heldFrom", "heldTo"),
    from: ["PLANNED"],
    rules: [
      function doesNotEndBeforeItBegins({ data }) {
        return notBackwards(data.heldFrom, data.heldTo, "heldTo");
      },
      function wasHeld({ data, meta }) {
        return hasCome(data.heldTo, localDateOf(meta.now), ["heldTo"]);
      },
    ],
    event: "TrainingCourseHeld",
  }),
  RecordTrainingAttendance: step({
    does: say("ghi số người dự", "record the attendance"),
    note: "How many of each unit, and no names.",
    fields: { attendance },
    looked: looked<{ readonly units: readonly UnitFact[] }>(),
    from: ["HELD"],
    rules: [
      function eachUnitOnce({ state, data }) {
        return attendedOnce(data.attendance, data.units, state.heldTo ?? state.plannedTo);
      },
    ],
    event: "TrainingAttendanceRecorded",
    besides: ({ state }) => ({ heldTo: state.heldTo ?? state.plannedTo }),
  }),
  EvaluateTrainingCourse: step({
    does: say("đánh giá lớp tập huấn", "evaluate the course"),
    fields: { ...needed(TRAINING_COURSE, "evaluatedOn", "rating"), evaluation: TRAINING_COURSE.evaluation },
    from: ["ATTENDED"],
    rules: [
      function afterItsLastDay({ state, data, meta }) {
        return (
          daysInOrder({ ...state, evaluatedOn: data.evaluatedOn }) ??
          hasCome(data.evaluatedOn, localDateOf(meta.now), ["evaluatedOn"])
        );
      },
    ],
    event: "TrainingCourseEvaluated",
  }),
  CancelTrainingCourse: step({
    does: say("không tổ chức lớp", "cancel the course"),
    fields: { endedOn: day(say("ngày", "on")), reason },
    from: ["PLANNED"],
    rules: [
      function decidedAlready({ data, meta }) {
        return hasCome(data.endedOn, localDateOf(meta.now), ["endedOn"]);
      },
    ],
    event: "TrainingCourseCancelled",
    besides: ({ data }) => ({ reason: data.reason }),
  }),

  // Corrections
  CorrectTrainingCourse: correction({
    event: "TrainingCourseCorrected",
    note: "The attendance is told again as a whole.",
    fields: CORRECTED,
    looked: looked<{ readonly units: readonly UnitFact[] }>(),
    from: NOT_VOIDED,
    rules: [
      function correctsWhatWasEntered({ state, data }) {
        const early = OF_HOLDING.find((key) => data[key] !== null && state[key] === null);
        if (early) return refusals.TRAINING_NOT_HELD_YET([early]);
        if (data.attendance !== null && state.attendance.length === 0)
          return refusals.TRAINING_NOT_HELD_YET(["attendance"]);
        const unrated = OF_EVALUATION.find((key) => data[key] !== null && state.evaluatedOn === null);
        return unrated ? refusals.TRAINING_NOT_EVALUATED_YET([unrated]) : undefined;
      },
      function correctedToWhatCanBe({ state, data, changes, meta }) {
        const ahead = (["heldTo", "evaluatedOn"] as const).find((key) => (data[key] ?? "") > localDateOf(meta.now));
        return ahead ? refusals.TRAINING_AHEAD([ahead]) : daysInOrder({ ...state, ...changes });
      },
      function eachUnitOnce({ state, data }) {
        const on = data.heldTo ?? state.heldTo ?? state.plannedTo;
        return data.attendance === null ? undefined : attendedOnce(data.attendance, data.units, on);
      },
    ],
  }),
  VoidTrainingCourse: voiding({ event: "TrainingCourseVoided", from: NOT_VOIDED }),
};
