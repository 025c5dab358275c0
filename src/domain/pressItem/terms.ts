import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which press items are told. */

export const PRESS_ITEM_STATUSES = terms("PressItemStatus", "Where the handling of a press item stands.", {
  CAPTURED: say("đã thu thập, chưa phân loại", "captured and not classified yet"),
  CLASSIFIED: say("đã phân loại", "classified"),
  ASSIGNED: say("đã giao đơn vị xử lý", "assigned"),
  ACKNOWLEDGED: say("đơn vị đã tiếp nhận", "acknowledged by the unit"),
  VERIFIED: say("đã xác minh", "verified"),
  REMEDIED: say("đã khắc phục, chấn chỉnh", "remedied"),
  REPLY_SENT: say("đã gửi phản hồi cho cơ quan báo chí", "replied to"),
  CORRECTION_REQUESTED: say("đã yêu cầu cải chính", "with a correction asked for"),
  PUBLISHED: say("đã đăng phản hồi, cải chính", "with its reply or correction published"),
  REFUSED: say("cơ quan báo chí không đăng phản hồi, cải chính", "with its reply or correction refused"),
  ESCALATED: say("đã chuyển cấp trên, cơ quan quản lý báo chí", "escalated"),
  CLOSED: say("đã kết thúc", "closed"),
  REOPENED: say("đã mở lại", "reopened"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});
export type PressItemStatus = TermOf<typeof PRESS_ITEM_STATUSES>;

export const PRESS_TONES = terms("PressTone", "What a press item is to those it is about (phân loại tin, bài).", {
  POSITIVE: say("tích cực", "positive"),
  NEUTRAL: say("trung tính", "neutral"),
  ISSUE: say("nêu vấn đề cần xử lý", "raises an issue"),
  SUSPECTED_FALSE: say("nghi sai sự thật", "suspected to be false"),
});
export type PressTone = TermOf<typeof PRESS_TONES>;

/** Worst last: the verdict on an item follows from those on its claims. */
export const PRESS_VERDICTS = terms("PressVerdict", "What verification found (kết quả xác minh).", {
  TRUE: say("đúng", "true"),
  PARTLY: say("đúng một phần", "partly true"),
  FALSE: say("sai sự thật", "false"),
  UNDETERMINED: say("chưa đủ căn cứ kết luận", "undetermined"),
});
export type PressVerdict = TermOf<typeof PRESS_VERDICTS>;

/** There is no period by default: Article 39 of the Press Law is for what a press agency asks or passes on. */
export const PRESS_DEADLINE_SOURCES = terms(
  "PressDeadlineSource",
  "Where the deadline for handling a press item comes from (căn cứ thời hạn).",
  {
    PROVINCE_RULE: say("quy định của tỉnh", "the province's rule"),
    UNIT_RULE: say("quy chế của đơn vị", "the unit's own rule"),
    ASSIGNING_PAPER: say("văn bản giao việc", "the assigning paper"),
    URGENT: say("khẩn, đột xuất", "it is urgent"),
    PRESS_FORWARDED: say(
      "cơ quan báo chí yêu cầu, chuyển đơn thư (Luật Báo chí, Điều 39)",
      "a press agency asked or passed it on (Press Law, Art. 39)",
    ),
  },
);
export type PressDeadlineSource = TermOf<typeof PRESS_DEADLINE_SOURCES>;

export const PRESS_REQUEST_KINDS = terms(
  "PressItemRequestKind",
  "What a press agency is asked to publish (Press Law 2016, Art. 42 and 43).",
  { REPLY: say("phản hồi", "a reply"), CORRECTION: say("cải chính, xin lỗi", "a correction and apology") },
);
export const PRESS_REQUEST_OUTCOMES = terms("PressItemRequestOutcome", "What came of asking a press agency.", {
  PENDING: say("chưa trả lời", "not answered yet"),
  PUBLISHED: say("đã đăng", "published"),
  REFUSED: say("không đăng", "refused"),
});

export const NOT_VOIDED = PRESS_ITEM_STATUSES.values.filter((status) => status !== "VOIDED");
/** A unit has it in hand and has not handled it. */
export const IN_HAND = ["ASSIGNED", "ACKNOWLEDGED", "VERIFIED"] as const satisfies readonly PressItemStatus[];
/** What was verified may be answered in more than one way, and again after a refusal. */
export const ANSWERABLE = [
  ...(["VERIFIED", "REMEDIED", "REPLY_SENT", "CORRECTION_REQUESTED"] as const),
  ...(["PUBLISHED", "REFUSED", "ESCALATED"] as const),
] as const satisfies readonly PressItemStatus[];
