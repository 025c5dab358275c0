import type { CorrectionOf } from "../kernel/fields.js";
import { eventsOf, type EventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import type { LocalDate } from "../kernel/time.js";
import { enCount, enDay, say, viCount, viDay } from "../kernel/words.js";
import type { Rating } from "../staff/terms.js";
import { RATINGS } from "../staff/terms.js";
import { type Attendance, BLANK, type CORRECTED, peopleIn, type TrainingCourse } from "./course.js";
import { TRAINING_STATUSES } from "./terms.js";

type Plan = Pick<
  TrainingCourse,
  "title" | "field" | "organiserId" | "organiserName" | "plannedFrom" | "plannedTo" | "plannedPlaces"
>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<
  TrainingCourse,
  { readonly trainingCourseId: string }
>();

const attendants = (attended: Attendance) => ({
  set: { attending: some("Unit", ...attended.map(({ unitId }) => unitId)) },
});
/** What can have happened to a course. */
export const trainingEvents = {
  TrainingCoursePlanned: begins<Plan>({
    stays: VOIDED_INSTEAD,
    says: ({ title, plannedFrom }) =>
      say(
        `Lên kế hoạch lớp “${title}” từ ngày ${viDay(plannedFrom)}.`,
        `The course “${title}” is planned from ${enDay(plannedFrom)} on.`,
      ),
    about: ({ organiserId }) => ({ set: { organiser: some("Unit", organiserId) } }),
    begins: ({ trainingCourseId: _, ...plan }) => ({ ...BLANK, ...plan, status: "PLANNED" }),
  }),
  TrainingCourseHeld: happens<{ heldFrom: LocalDate; heldTo: LocalDate }>({
    says: ({ heldFrom, heldTo }) =>
      heldFrom === heldTo
        ? say(`Tổ chức lớp ngày ${viDay(heldFrom)}.`, `It was held on ${enDay(heldFrom)}.`)
        : say(
            `Tổ chức lớp từ ngày ${viDay(heldFrom)} đến ngày ${viDay(heldTo)}.`,
            `It was held from ${enDay(heldFrom)} to ${enDay(heldTo)}.`,
          ),
    on: "heldTo",
    to: "HELD",
    keeps: true,
  }),
  TrainingAttendanceRecorded: happens<{ heldTo: LocalDate; attendance: Attendance }>({
    says: ({ attendance }) =>
      say(
        `Số người dự: ${viCount(peopleIn(attendance))}, của ${viCount(attendance.length)} đơn vị.`,
        `Attended by ${enCount(peopleIn(attendance))}, of ${enCount(attendance.length)} units.`,
      ),
    on: "heldTo",
    // The day to which it was held may have been corrected, and the correction taken back.
    anew: (course, data) => ({ ...data, heldTo: course.heldTo ?? data.heldTo }),
    about: ({ attendance }) => attendants(attendance),
    to: "ATTENDED",
    changes: (_, { attendance }) => ({ attendance }),
  }),
  TrainingCourseEvaluated: happens<{ evaluatedOn: LocalDate; rating: Rating; evaluation: string | null }>({
    says: ({ rating, evaluatedOn }) =>
      say(
        `Đánh giá lớp ngày ${viDay(evaluatedOn)}: ${RATINGS.words[rating].vi}.`,
        `It was evaluated on ${enDay(evaluatedOn)}: ${RATINGS.words[rating].en}.`,
      ),
    on: "evaluatedOn",
    to: "EVALUATED",
    keeps: true,
  }),
  TrainingCourseCancelled: happens<{ endedOn: LocalDate; reason: string }>({
    says: ({ endedOn }) =>
      say(`Không tổ chức lớp, từ ngày ${viDay(endedOn)}.`, `The course was cancelled on ${enDay(endedOn)}.`),
    on: "endedOn",
    to: "CANCELLED",
    changes: (_, { endedOn, reason }) => ({ endedOn, endReason: reason }),
  }),
  TrainingCourseCorrected: corrects<CorrectionOf<typeof CORRECTED>>({
    says: say("Đính chính hồ sơ lớp tập huấn.", "The record of the course was corrected."),
    about: ({ changes: { attendance } }) => (attendance ? attendants(attendance) : {}),
  }),
  TrainingEntryTakenBack: takesBack(),
  TrainingCourseVoided: voids({
    says: say("Hủy lớp tập huấn nhập nhầm.", "The course was entered in error and is void."),
  }),
};
export type TrainingEvent = EventsOf<typeof trainingEvents>;

export const trainingHistory = history({
  kind: "TrainingCourse",
  category: "trainingCourse",
  timeline: "STAFF",
  id: "trainingCourseId",
  words: say("lớp tập huấn", "course"),
  statuses: TRAINING_STATUSES,
  events: trainingEvents,
  blank: BLANK,
});
