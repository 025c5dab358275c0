import { catalog, say } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";

export const representativeOfficeRefusals = catalog({
  REPRESENTATIVE_OFFICE_NOT_FOUND: () =>
    say("Không có văn phòng đại diện này trong sổ.", "There is no such representative office in the register."),
  REPRESENTATIVE_OFFICE_NOT_ACCEPTED: () =>
    say("Văn phòng đại diện chưa được chấp nhận.", "The representative office has not been accepted yet."),
  REPRESENTATIVE_OFFICE_ACCEPTED_ALREADY: () =>
    say("Văn phòng đại diện đã được chấp nhận.", "The representative office was accepted already."),
  REPRESENTATIVE_OFFICE_REJECTED: () =>
    say(
      "Thông báo này đã bị từ chối; cơ quan báo chí phải thông báo lại.",
      "This notice was rejected; the press agency has to give notice anew.",
    ),
  REPRESENTATIVE_OFFICE_CLOSED: () =>
    say("Văn phòng đại diện đã chấm dứt hoạt động.", "The representative office is closed for good."),
  OFFICE_NOTICE_TOO_SHORT: (days: number) =>
    say(
      `Phải thông báo chậm nhất ${days} ngày trước khi hoạt động (Luật Báo chí 2016, Điều 22).`,
      `Notice is due at least ${days} days before the start (Press Law 2016, Art. 22).`,
    ),
  OFFICE_HEAD_NOT_OF_AGENCY: (day: LocalDate) =>
    say(
      `Ngày ${day} trưởng văn phòng không thuộc cơ quan báo chí này.`,
      `On ${day} the head does not work for this press agency.`,
    ),
  OFFICE_HEAD_WITHOUT_CARD: (day: LocalDate) =>
    say(
      `Ngày ${day} trưởng văn phòng không có thẻ nhà báo còn giá trị (Luật Báo chí 2016, Điều 22).`,
      `On ${day} the head holds no valid press card (Press Law 2016, Art. 22).`,
    ),
  OFFICE_HEAD_UNCHANGED: () => say("Trưởng văn phòng không thay đổi.", "The head of the office would stay the same."),
  OFFICE_CHANGE_OUT_OF_ORDER: (day: LocalDate) =>
    say(`Chỉ có thể từ ngày ${day} trở đi.`, `This can take effect from ${day} on, not before.`),
});
