import { catalog } from "../kernel/refusal.js";
import { enDay, enMoment, say, viDay, viMoment } from "../kernel/words.js";

export const visitRefusals = catalog({
  VISIT_NOT_FOUND: () => say("Không có lượt tác nghiệp này.", "There is no such visit."),
  VISIT_NEEDS_HOST: () => say("Hãy nêu đơn vị tiếp phóng viên.", "Name the units that receive the reporters."),
  HOST_NAMED_TWICE: () => say("Một đơn vị tiếp được nêu hai lần.", "The same host unit is named twice."),
  REPORTER_NAMED_TWICE: () => say("Một phóng viên được nêu hai lần.", "The same reporter is named twice."),
  REPORTER_WITHOUT_AGENCY: (day: string) =>
    say(
      `Ngày ${viDay(day)} cơ quan báo chí của phóng viên không còn hoạt động.`,
      `On ${enDay(day)} the reporter's press agency had closed; transfer the reporter first.`,
    ),
  STEP_OUT_OF_ORDER: (after: string) =>
    say(
      `Bước này không thể xảy ra trước bước đã ghi lúc ${viMoment(after)}.`,
      `This cannot have happened before the step recorded at ${enMoment(after)}.`,
    ),
  APPOINTMENT_HAS_PASSED: () =>
    say(
      "Lịch hẹn phải sau thời điểm đăng ký; khách đã đến thì bỏ trống lịch hẹn.",
      "An appointment lies after its registration; for reporters who have come, leave it out.",
    ),
  APPOINTMENT_TAKES_NO_RESULT: () =>
    say("Lịch hẹn chưa thể có giấy tờ hay kết quả.", "An appointment cannot have documents or an outcome yet."),
  APPOINTMENT_NOT_YET_DUE: () => say("Chưa đến giờ hẹn.", "The appointment is not due yet."),
  NO_APPOINTMENT: () => say("Lượt này không có lịch hẹn.", "This visit has no appointment."),
  OUTCOME_NEEDS_DOCUMENTS: () =>
    say("Phải ghi giấy tờ đã xuất trình trước khi ghi kết quả.", "The documents shown come before the outcome."),
  DOCUMENT_OF_STRANGER: () =>
    say("Giấy tờ của người không thuộc lượt này.", "The document belongs to somebody who is not on this visit."),
  REPORTER_WITHOUT_DOCUMENT: () =>
    say(
      "Mỗi phóng viên phải xuất trình thẻ nhà báo, hoặc giấy giới thiệu nếu không có thẻ (Luật Báo chí 2016, Điều 25).",
      "Each reporter shows a press card or, without one, a letter of introduction (Press Law 2016, Art. 25).",
    ),
  PRESS_CARD_NOT_VALID: (day: string) =>
    say(
      `Ngày ${viDay(day)} phóng viên không có thẻ nhà báo còn giá trị trong sổ.`,
      `On ${enDay(day)} the register has no valid press card of this reporter.`,
    ),
  LETTER_NEEDS_VALIDITY: () =>
    say("Giấy giới thiệu phải ghi thời hạn.", "A letter of introduction must state until when it is valid."),
  LETTER_NOT_VALID: (day: string) =>
    say(
      `Giấy giới thiệu không có giá trị ngày ${viDay(day)}.`,
      `The letter of introduction is not valid on ${enDay(day)}.`,
    ),
  LETTER_FOR_OTHER_UNIT: () =>
    say(
      "Giấy giới thiệu không gửi đơn vị tiếp nào của lượt này.",
      "The letter of introduction is addressed to none of the hosts.",
    ),
  PROMISE_NOT_FOUND: () => say("Không có lời hứa cung cấp thông tin này.", "There is no such promise."),
  PROMISE_FULFILLED: () => say("Lời hứa này đã được thực hiện.", "This promise has been kept already."),
  PROMISE_DUE_IN_PAST: () =>
    say("Hạn cung cấp không thể trước ngày hứa.", "A promise cannot be due before it is made."),
  AMENDMENT_CHANGES_NOTHING: () => say("Không có gì thay đổi.", "Nothing is changed."),
  AMENDMENT_NEEDS_DOCUMENTS: () =>
    say(
      "Giấy tờ đã kiểm tra không còn khớp với người đến hoặc ngày đến; hãy nêu lại giấy tờ đã xuất trình.",
      "The documents checked do not fit other reporters or another day; tell again what was shown.",
    ),
  NOT_ARRIVED_YET: () => say("Phóng viên chưa đến nên chưa có giờ đến để sửa.", "There is no arrival to correct yet."),
  DUPLICATE_OF_ITSELF: () => say("Không thể trùng với chính nó.", "A visit is no duplicate of itself."),
  NOTHING_IN_COMMON: () =>
    say("Hai lượt không có phóng viên và đơn vị tiếp chung.", "The two visits have no reporter and host in common."),
  OTHER_VISIT_VOIDED: () => say("Lượt kia đã bị hủy vì nhập nhầm.", "The other visit is void."),
  REDIRECTED_TO_HOST: () => say("Đơn vị này đang là nơi tiếp.", "That unit is already a host."),
  PRESS_ITEM_NOT_PUBLISHED_YET: () =>
    say("Ngày đăng không thể ở tương lai.", "A press item cannot have been published in the future."),
  PRESS_ITEM_LINKED: () => say("Tác phẩm báo chí này đã được gắn.", "This press item is linked already."),
  PROMISE_NOT_OF_REQUEST: () =>
    say("Yêu cầu này không từ lời hẹn đó mà có.", "This request began from another promise."),
  PROMISE_REQUEST_UNANSWERED: () =>
    say(
      "Yêu cầu này chưa được trả lời nên lời hẹn chưa được thực hiện.",
      "The request has not been answered, so the promise is not kept by it.",
    ),
});
