import {
  blankOf,
  choice,
  count,
  type DataOf,
  day,
  lines,
  many,
  needed,
  NOBODY,
  optional,
  part,
  ref,
  text,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { RATINGS } from "../staff/terms.js";
import { TRAINING_FIELDS, TRAINING_STATUSES } from "./terms.js";

/**
 * A course of training (lớp đào tạo, tập huấn) of officials, from its plan to its evaluation. One stream each. Of those who
 * came it knows from which unit and how many, and no names.
 */

const ATTENDANCE = part(
  "TrainingAttendanceInput",
  {
    unitId: ref("Unit", say("đơn vị", "unit")),
    people: count(say("số người dự", "how many"), { min: 1, max: 100_000 }),
  },
  "How many of a unit attended a course.",
);
export const attendance = many(
  ATTENDANCE,
  say("số người dự của các đơn vị", "attendance"),
  { most: 1_000, least: 1 },
  "Each unit once.",
);

/** What is known of a course, and shown. */
export const TRAINING_COURSE = {
  status: choice(TRAINING_STATUSES, say("trạng thái", "status")),
  title: text(say("tên lớp", "title"), 500, NOBODY),
  field: choice(TRAINING_FIELDS, say("lĩnh vực", "field")),
  organiserId: ref("Unit", say("đơn vị tổ chức", "organiser")),
  organiserName: text(
    say("tên đơn vị tổ chức", "name of the organiser"),
    300,
    NOBODY,
    "As it was when it was planned.",
  ),
  plannedFrom: day(say("dự kiến từ ngày", "planned from")),
  plannedTo: day(say("dự kiến đến ngày", "planned to"), "The last day."),
  plannedPlaces: optional(count(say("số người dự kiến", "places planned"), { min: 1, max: 100_000 })),
  heldFrom: optional(day(say("tổ chức từ ngày", "held from"))),
  heldTo: optional(day(say("tổ chức đến ngày", "held to"), "The last day.")),
  attendance: many(ATTENDANCE, say("số người dự của các đơn vị", "attendance"), { most: 1_000, least: 0 }),
  rating: optional(choice(RATINGS, say("xếp loại", "rating"))),
  evaluatedOn: optional(day(say("ngày đánh giá", "evaluated on"))),
  evaluation: optional(lines(say("nội dung đánh giá", "evaluation"), 4000, NOBODY)),
  endedOn: optional(day(say("ngày hủy kế hoạch", "cancelled on"))),
  endReason: optional(lines(say("lý do", "reason"), 1000, NOBODY)),
};
export type TrainingCourse = DataOf<typeof TRAINING_COURSE>;

/** What may be corrected: what was planned, who attended, when it was held, how it was evaluated. */
export const CORRECTED = {
  ...needed(TRAINING_COURSE, "title", "field", "plannedFrom", "plannedTo", "plannedPlaces"),
  attendance,
  ...needed(TRAINING_COURSE, "heldFrom", "heldTo", "rating", "evaluatedOn", "evaluation"),
};
export type Attendance = TrainingCourse["attendance"];

export const BLANK = blankOf(TRAINING_COURSE);

export const peopleIn = (attended: Attendance): number => attended.reduce((sum, { people }) => sum + people, 0);
