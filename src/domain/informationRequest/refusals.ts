import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import { cited, type PressLawKey } from "../law/pressLaw.js";

export const informationRequestRefusals = catalog({
  INFORMATION_REQUEST_NOT_FOUND: () =>
    say("Không có yêu cầu cung cấp thông tin này trong sổ.", "There is no such request for information."),
  INFORMATION_REQUEST_AHEAD: () => say("Ngày này còn ở phía trước.", "This day lies ahead."),
  INFORMATION_REQUEST_STEP_OUT_OF_ORDER: (day: LocalDate) =>
    say(
      `Việc này không thể diễn ra trước ngày ${viDay(day)}.`,
      `This cannot have been before ${enDay(day)}, as the record stands.`,
    ),
  INFORMATION_REQUEST_RECEIVED_LATER: (day: LocalDate) =>
    say(
      `Ngày nhận không thể sau ngày ${viDay(day)}, khi yêu cầu đã được xử lý.`,
      `It was acted on on ${enDay(day)}, so it cannot have been received later.`,
    ),
  PRESS_ASKER_NEEDED: () =>
    say(
      "Yêu cầu của báo chí phải nêu ai hỏi: người đứng đầu cơ quan báo chí, phóng viên, hay đơn thư chuyển đến.",
      "Say who of the press asks: the head of an agency, a reporter, or an agency that passes on a petition.",
    ),
  PRESS_AGENCY_NEEDED: () => say("Phải nêu cơ quan báo chí.", "Name the press agency."),
  REPORTER_NEEDED: () => say("Phải nêu phóng viên hỏi.", "Name the reporter who asks."),
  ASKER_NAME_NEEDED: () => say("Phải nêu họ tên công dân yêu cầu.", "Name the citizen who asks."),
  ASKER_NOT_OF_REGIME: () =>
    say(
      "Thông tin này không dùng cho người hỏi thuộc diện đã chọn.",
      "This is not told of an asker of the kind that was chosen.",
    ),
  ACCESS_LAW_NOT_IN_FORCE: (day: LocalDate) =>
    say(
      `Ngày ${viDay(day)} chưa có quy định về quyền tiếp cận thông tin của công dân.`,
      `On ${enDay(day)} no law gave citizens access to information in this way.`,
    ),
  INFORMATION_REQUEST_VISIT_ELSEWHERE: () =>
    say("Đơn vị này không tiếp lượt tác nghiệp đó.", "This unit was not a host of that visit."),
  INFORMATION_REQUEST_PROMISE_NOT_FOUND: () =>
    say("Lượt tác nghiệp không có lời hẹn này.", "The visit has no such promise."),
  INFORMATION_REQUEST_HAS_NO_NOTICE: () =>
    say(
      "Với yêu cầu này pháp luật không quy định thông báo thời hạn giải quyết.",
      "The law knows no notice of the time for a request like this.",
    ),
  INFORMATION_REQUEST_NOTIFIED: (day: LocalDate) =>
    say(
      `Đã thông báo thời hạn giải quyết ngày ${viDay(day)}.`,
      `The asker was told of the time on ${enDay(day)} already.`,
    ),
  INFORMATION_REQUEST_NOT_EXTENDABLE: () =>
    say("Thời hạn của yêu cầu này không được gia hạn.", "No law lets the period of this request be extended."),
  INFORMATION_REQUEST_EXTENDED_ALREADY: (day: LocalDate) =>
    say(
      `Đã gia hạn ngày ${viDay(day)}; chỉ được gia hạn một lần.`,
      `It was extended on ${enDay(day)}, and may be once only.`,
    ),
  INFORMATION_REQUEST_EXTENDED_TOO_LATE: (day: LocalDate) =>
    say(
      `Phải thông báo gia hạn chậm nhất ngày ${viDay(day)}.`,
      `The asker had to be told of an extension by ${enDay(day)}.`,
    ),
  INFORMATION_REQUEST_EXTENSION_NEEDS_NOTICE: () =>
    say(
      "Phải thông báo thời hạn giải quyết đúng hạn thì mới được gia hạn.",
      "Only after a notice of the time, in time, may it be extended.",
    ),
  INFORMATION_REQUEST_EXTENDED_TOO_FAR: (from: LocalDate, to: LocalDate) =>
    say(
      `Hạn mới phải sau ngày ${viDay(from)} và chậm nhất ngày ${viDay(to)}.`,
      `The new day must be after ${enDay(from)} and by ${enDay(to)}.`,
    ),
  INFORMATION_REQUEST_GROUND_NOT_OF_PRESS_LAW: (day: LocalDate, law: PressLawKey) =>
    say(
      `Căn cứ này không có trong ${cited(law, "REFUSING").vi}, áp dụng ngày ${viDay(day)}; hãy chọn căn cứ khác.`,
      `This is no ground of the ${cited(law, "REFUSING").en}, which holds on ${enDay(day)}; choose another one.`,
    ),
  INFORMATION_REQUEST_GROUND_NOT_OF_ACCESS_LAW: () =>
    say(
      "Căn cứ này không có trong Luật Tiếp cận thông tin, Điều 28; hãy chọn căn cứ khác.",
      "This is no ground of the Law on Access to Information, Art. 28; choose another one.",
    ),
  INFORMATION_REQUEST_FORWARDED_TO_ITSELF: () =>
    say("Đơn vị nhận phải khác đơn vị đang giữ yêu cầu.", "It cannot be forwarded to the unit that has it."),
});
