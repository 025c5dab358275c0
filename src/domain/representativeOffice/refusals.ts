import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { cited, type PressLawKey } from "../law/pressLaw.js";
import { enDay, say, viDay } from "../kernel/words.js";

export const representativeOfficeRefusals = catalog({
  OFFICE_NOTICE_DECIDED_ON: () =>
    say(
      "Thông báo đã được xét; hãy hủy bỏ mục xét nhầm trước khi đính chính.",
      "The notice was decided on as it was; first take that decision back.",
    ),
  REPRESENTATIVE_OFFICE_NOT_FOUND: () =>
    say("Không có văn phòng đại diện này trong sổ.", "There is no such representative office in the register."),
  OFFICE_NOTICE_TOO_SHORT: (days: number, law: PressLawKey) =>
    say(
      `Phải thông báo chậm nhất ${days} ngày trước khi hoạt động (${cited(law, "OFFICES").vi}).`,
      `Notice is due at least ${days} days before the start (${cited(law, "OFFICES").en}).`,
    ),
  OFFICE_HEAD_NOT_OF_AGENCY: (day: LocalDate) =>
    say(
      `Ngày ${viDay(day)} trưởng văn phòng không thuộc cơ quan báo chí này.`,
      `On ${enDay(day)} the head does not work for this press agency.`,
    ),
  OFFICE_HEAD_WITHOUT_CARD: (day: LocalDate, law: PressLawKey) =>
    say(
      `Ngày ${viDay(day)} trưởng văn phòng không có thẻ nhà báo còn giá trị của cơ quan báo chí này (${cited(law, "OFFICES").vi}).`,
      `On ${enDay(day)} the head holds no valid press card of this press agency (${cited(law, "OFFICES").en}).`,
    ),
  OFFICE_HEAD_UNCHANGED: () => say("Trưởng văn phòng không thay đổi.", "The head of the office would stay the same."),
  OFFICE_CLOSES_ALREADY: (day: LocalDate) =>
    say(
      `Đã ghi nhận văn phòng chấm dứt hoạt động từ ngày ${viDay(day)}.`,
      `It is recorded that the office is closed from ${enDay(day)} on.`,
    ),
  OFFICE_CHANGE_OUT_OF_ORDER: (day: LocalDate) =>
    say(
      `Chỉ có thể có hiệu lực từ ngày ${viDay(day)} trở đi.`,
      `This can take effect from ${enDay(day)} on, not before.`,
    ),
});
