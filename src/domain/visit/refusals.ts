import { catalog } from "../kernel/refusal.js";
import { cited, type PressLawKey } from "../law/pressLaw.js";
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
  REPORTER_WITHOUT_DOCUMENT: (law: PressLawKey) =>
    say(
      `Mỗi phóng viên phải xuất trình thẻ nhà báo, hoặc giấy giới thiệu nếu không có thẻ (${cited(law, "PAPERS").vi}).`,
      `Each reporter shows a press card or, without one, a letter of introduction (${cited(law, "PAPERS").en}).`,
    ),
  PRESS_CARD_OF_OTHER_AGENCY: () =>
    say(
      "Thẻ nhà báo được cấp khi phóng viên còn ở cơ quan báo chí khác; chuyển cơ quan thì phải đổi thẻ, hoặc xuất trình giấy giới thiệu của cơ quan hiện nay.",
      "The press card was issued at another press agency; after a transfer it is exchanged. A letter of introduction of the agency of now will do.",
    ),
  LETTER_OF_OTHER_AGENCY: () =>
    say(
      "Giấy giới thiệu không phải của cơ quan báo chí nơi phóng viên đang làm việc.",
      "The letter of introduction is not of the press agency for which the reporter works now.",
    ),
  FOREIGN_REPORTER_WITHOUT_PERMIT: () =>
    say(
      "Phóng viên nước ngoài phải xuất trình giấy phép hoạt động thông tin, báo chí của Bộ Ngoại giao.",
      "A foreign reporter shows the permit of the Ministry of Foreign Affairs.",
    ),
  FOREIGN_PERMIT_NEEDS_VALIDITY: () =>
    say(
      "Giấy phép của Bộ Ngoại giao phải ghi thời hạn.",
      "A permit of the ministry must state until when it is valid.",
    ),
  FOREIGN_PERMIT_NOT_VALID: (day: string) =>
    say(
      `Giấy phép của Bộ Ngoại giao không có giá trị ngày ${viDay(day)}.`,
      `The permit of the Ministry of Foreign Affairs is not valid on ${enDay(day)}.`,
    ),
  DECLINE_GROUND_NOT_OF_LAW: (day: string, law: PressLawKey) =>
    say(
      `Căn cứ này không có trong ${cited(law, "REFUSING").vi}, áp dụng ngày ${viDay(day)}; hãy chọn căn cứ khác.`,
      `This is no ground of the ${cited(law, "REFUSING").en}, which holds on ${enDay(day)}; choose another one.`,
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
