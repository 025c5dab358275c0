import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";

export const trainingRefusals = catalog({
  TRAINING_COURSE_NOT_FOUND: () => say("Không có lớp tập huấn này trong sổ.", "There is no such course."),
  TRAINING_ENDS_BEFORE_IT_BEGINS: () =>
    say("Ngày kết thúc phải từ ngày bắt đầu trở đi.", "It cannot end before it begins."),
  TRAINING_AHEAD: () =>
    say("Ngày này chưa đến; chỉ ghi việc đã diễn ra.", "That day has not come; only what happened is entered."),
  TRAINING_EVALUATED_BEFORE: (on: LocalDate) =>
    say(
      `Chỉ có thể đánh giá từ ngày kết thúc lớp ${viDay(on)} trở đi.`,
      `It can be evaluated from its last day on, ${enDay(on)}.`,
    ),
  TRAINING_UNIT_TWICE: () => say("Đơn vị này đã nêu ở trên.", "This unit is given above already."),
  TRAINING_NOT_HELD_YET: () =>
    say("Lớp chưa tổ chức nên chưa có điều này để đính chính.", "It was not held yet, so there is none to correct."),
  TRAINING_NOT_EVALUATED_YET: () =>
    say(
      "Lớp chưa được đánh giá nên chưa có điều này để đính chính.",
      "It was not evaluated yet; there is none to correct.",
    ),
});
