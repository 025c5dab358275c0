import {
  blankOf,
  choice,
  count,
  type DataOf,
  day,
  lines,
  many,
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

export const title = text(say("tên lớp", "title"), 500, NOBODY);
export const field = choice(TRAINING_FIELDS, say("lĩnh vực", "field"));
export const plannedFrom = day(say("dự kiến từ ngày", "planned from"));
export const plannedTo = day(say("dự kiến đến ngày", "planned to"), "The last day.");
export const plannedPlaces = count(say("số người dự kiến", "places planned"), { min: 1, max: 100_000 });
export const heldFrom = day(say("tổ chức từ ngày", "held from"));
export const heldTo = day(say("tổ chức đến ngày", "held to"), "The last day.");

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

export const rating = choice(RATINGS, say("xếp loại", "rating"));
export const evaluatedOn = day(say("ngày đánh giá", "evaluated on"));
export const evaluation = lines(say("nội dung đánh giá", "evaluation"), 4000, NOBODY);

/** What may be corrected: what was planned, who attended, when it was held, how it was evaluated. */
export const CORRECTED = {
  ...{ title, field, plannedFrom, plannedTo, plannedPlaces, attendance },
  ...{ heldFrom, heldTo, rating, evaluatedOn, evaluation },
};

/** What is known of a course, and shown. */
export const TRAINING_COURSE = {
  status: choice(TRAINING_STATUSES, say("trạng thái", "status")),
  title,
  field,
  organiserId: ref("Unit", say("đơn vị tổ chức", "organiser")),
  organiserName: text(
    say("tên đơn vị tổ chức", "name of the organiser"),
    300,
    NOBODY,
    "As it was when it was planned.",
  ),
  plannedFrom,
  plannedTo,
  plannedPlaces: optional(plannedPlaces),
  heldFrom: optional(heldFrom),
  heldTo: optional(heldTo),
  attendance: many(ATTENDANCE, say("số người dự của các đơn vị", "attendance"), { most: 1_000, least: 0 }),
  rating: optional(rating),
  evaluatedOn: optional(evaluatedOn),
  evaluation: optional(evaluation),
  endedOn: optional(day(say("ngày hủy kế hoạch", "cancelled on"))),
  endReason: optional(lines(say("lý do", "reason"), 1000, NOBODY)),
};
export type TrainingCourse = DataOf<typeof TRAINING_COURSE>;
export type Attendance = TrainingCourse["attendance"];

export const BLANK = blankOf(TRAINING_COURSE);

export const peopleIn = (attended: Attendance): number => attended.reduce((sum, { people }) => sum + people, 0);
