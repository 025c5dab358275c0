import {
  blankOf,
  choice,
  count,
  type DataOf,
  day,
  id,
  lines,
  many,
  meantEmpty,
  needed,
  NOBODY,
  optional,
  part,
  ref,
  text,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { UNIT_KINDS } from "../unit/terms.js";
import { IT_USES, RATINGS, STAFF_ASSESSORS, STAFF_SNAPSHOT_STATUSES } from "./terms.js";

/**
 * The staff for information technology of a unit on a day (nhân lực công nghệ thông tin), and how far the unit uses it:
 * numbers, and no names. One stream for each; of a unit and a day there is one.
 */

const MOST = { max: 1_000_000 };

/** The numbers of people. All by degree are all that there are: dedicated and part-time. */
export const NUMBERS = {
  plannedPosts: count(say("vị trí theo kế hoạch", "posts planned"), MOST, "How many the unit is to have."),
  dedicated: count(say("chuyên trách", "dedicated"), MOST, "Who do nothing else."),
  partTime: count(say("kiêm nhiệm", "part-time"), MOST, "Who do it beside other work."),
  bachelorOrAbove: count(say("trình độ đại học trở lên", "bachelor and above"), MOST),
  college: count(say("trình độ cao đẳng", "college"), MOST),
  otherDegree: count(say("trình độ khác", "another degree or none"), MOST),
  securityCertificates: count(say("có chứng chỉ an toàn thông tin", "with a certificate in security"), MOST),
  trainedWithinYear: count(say("được đào tạo trong năm", "trained within the year"), MOST, "The twelve months before."),
};
export type StaffNumber = keyof typeof NUMBERS;
export const STAFF_NUMBERS = Object.keys(NUMBERS) as readonly StaffNumber[];

const USE = part(
  "StaffItUseInput",
  {
    use: choice(IT_USES, say("nội dung ứng dụng", "use")),
    done: count(say("số đã thực hiện", "how many")),
    base: count(say("trên tổng số", "out of"), { min: 1 }),
  },
  "How far information technology is used in something: so many out of so many.",
);
export const uses = many(USE, say("ứng dụng công nghệ thông tin", "uses of information technology"), {
  most: IT_USES.values.length,
  least: 0,
});

const note = lines(say("ghi chú", "note"), 2000, NOBODY);

export const ASSESSMENT = {
  assessor: choice(STAFF_ASSESSORS, say("bên đánh giá", "assessed by")),
  rating: choice(RATINGS, say("xếp loại", "rating")),
  assessedOn: day(say("ngày đánh giá", "assessed on")),
  note: optional(note),
};
const ASSESSED = part(
  "StaffAssessment",
  { assessmentId: id(say("đánh giá", "assessment")), ...ASSESSMENT },
  "How the staff of a unit and its use of information technology were assessed.",
);

/** What is known of a snapshot, and shown. */
export const STAFF_SNAPSHOT = {
  status: choice(STAFF_SNAPSHOT_STATUSES, say("trạng thái", "status")),
  unitId: ref("Unit", say("đơn vị", "unit")),
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was on that day."),
  unitKind: choice(UNIT_KINDS, say("loại đơn vị", "kind of the unit")),
  takenOn: day(say("ngày thống kê", "taken on"), "The day of which the numbers tell."),
  ...NUMBERS,
  uses,
  note: optional(note),
  assessments: many(ASSESSED, say("đánh giá", "assessments"), { most: 50, least: 0 }),
};
export type StaffSnapshot = DataOf<typeof STAFF_SNAPSHOT>;

/** What may be corrected. */
export const CORRECTED = { ...NUMBERS, uses: meantEmpty(uses), ...needed(STAFF_SNAPSHOT, "note") };
export type StaffAssessment = StaffSnapshot["assessments"][number];

export const BLANK = blankOf(STAFF_SNAPSHOT);

export const staffOf = ({ dedicated, partTime }: Pick<StaffSnapshot, "dedicated" | "partTime">): number =>
  dedicated + partTime;
