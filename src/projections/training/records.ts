import { choices, day, ref } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { TRAINING_COURSE, type TrainingCourse } from "../../domain/training/course.js";
import { trainingHistory } from "../../domain/training/events.js";
import { trainingOwes } from "../../domain/training/record.js";
import { TRAINING_FIELDS, TRAINING_STATUSES } from "../../domain/training/terms.js";
import { among, declaredRecords, linkedTo, since, until } from "../declared/declaredRecords.js";
import { found } from "../table/foundTexts.js";
import { textColumn } from "../table/recordTable.js";
import { trainingTally } from "./figures.js";

/** The day by which a course is listed: on which it began, or is to begin. */
const dayOf = ({ heldFrom, plannedFrom }: TrainingCourse): string => heldFrom ?? plannedFrom;

/** Courses by their day. */
export const trainingCourses = declaredRecords(trainingHistory, {
  name: "training_course",
  source: import.meta.url,
  columns: {
    status: textColumn(({ status }) => status),
    field: textColumn(({ field }) => field),
    day: textColumn(dayOf),
  },
  order: "day",
  links: {
    kinds: {
      ORGANISER: ({ organiserId }) => [organiserId],
      ATTENDING: ({ attendance }) => attendance.map(({ unitId }) => unitId),
    },
  },
  filter: {
    organiserId: linkedTo(["ORGANISER"], TRAINING_COURSE.organiserId),
    attendedById: linkedTo(["ATTENDING"], ref("Unit", say("đơn vị có người dự", "a unit of which somebody attended"))),
    fields: among("field", choices(TRAINING_FIELDS, say("lĩnh vực", "fields"))),
    statuses: among("status", choices(TRAINING_STATUSES, say("trạng thái", "statuses")), true),
    from: since("day", day(say("từ ngày", "from"))),
    to: until("day", day(say("đến ngày", "to"))),
  },
  owes: trainingOwes,
  counts: trainingTally,
  found: { by: (state) => ({ since: dayOf(state), texts: found("TRAINING_COURSE", state.title) }) },
});
