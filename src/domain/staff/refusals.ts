import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enCount, enDay, say, viCount, viDay } from "../kernel/words.js";

export const staffRefusals = catalog({
  STAFF_SNAPSHOT_NOT_FOUND: () =>
    say("Không có số liệu nhân lực này trong sổ.", "There is no such snapshot of the staff."),
  STAFF_SNAPSHOT_AHEAD: () =>
    say("Ngày này chưa đến; chỉ ghi điều đã có.", "That day has not come; only what was is entered."),
  STAFF_SNAPSHOT_TWICE: (unit: string, on: LocalDate) =>
    say(
      `${unit} đã có số liệu nhân lực của ngày ${viDay(on)}; hãy đính chính số liệu đó, hoặc hủy nếu nhập nhầm.`,
      `${unit} has numbers of ${enDay(on)} already; correct those, or void them if they were entered in error.`,
    ),
  STAFF_DEGREES_DO_NOT_ADD_UP: (degrees: number, staff: number) =>
    say(
      `Số người theo trình độ (${viCount(degrees)}) phải bằng số chuyên trách và kiêm nhiệm (${viCount(staff)}).`,
      `Those by degree (${enCount(degrees)}) must be all who are dedicated or part-time (${enCount(staff)}).`,
    ),
  STAFF_MORE_THAN_THERE_ARE: (staff: number) =>
    say(
      `Không thể nhiều hơn số chuyên trách và kiêm nhiệm (${viCount(staff)}).`,
      `There cannot be more than all who are dedicated or part-time (${enCount(staff)}).`,
    ),
  STAFF_USE_TWICE: () => say("Nội dung ứng dụng này đã nêu ở trên.", "This use is given above already."),
  STAFF_USE_BEYOND_BASE: (base: number) =>
    say(
      `Số đã thực hiện không thể vượt tổng số (${viCount(base)}).`,
      `There cannot be more than there are in all (${enCount(base)}).`,
    ),
  STAFF_ASSESSED_BEFORE: (on: LocalDate) =>
    say(
      `Chỉ có thể đánh giá từ ngày thống kê ${viDay(on)} trở đi.`,
      `It can be assessed from ${enDay(on)} on, of which the numbers tell.`,
    ),
  STAFF_ENTRY_OF_OTHERS: () =>
    say(
      "Đánh giá do bên đánh giá hủy bỏ, số liệu do đơn vị hủy bỏ.",
      "An assessment is taken back by those who assess, a number by those who count.",
    ),
});
