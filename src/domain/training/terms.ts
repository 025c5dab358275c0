import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which courses are told. */

export const TRAINING_STATUSES = terms("TrainingCourseStatus", "Where a course stands.", {
  PLANNED: say("đã lên kế hoạch", "planned"),
  HELD: say("đã tổ chức", "held"),
  ATTENDED: say("đã có số người dự", "held, and its attendance recorded"),
  EVALUATED: say("đã đánh giá", "evaluated"),
  CANCELLED: say("không tổ chức", "cancelled"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});
export type TrainingStatus = TermOf<typeof TRAINING_STATUSES>;

export const TRAINING_FIELDS = terms("TrainingField", "In what a course trains (lĩnh vực tập huấn).", {
  INFORMATION_TECHNOLOGY: say("công nghệ thông tin", "information technology"),
  PRESS_AND_STATEMENTS: say("báo chí, phát ngôn và cung cấp thông tin", "press, statements and information"),
  OTHER: say("lĩnh vực khác", "another field"),
});
export type TrainingField = TermOf<typeof TRAINING_FIELDS>;
