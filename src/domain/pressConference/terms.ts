import { terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which press conferences are told. */

export const PRESS_CONFERENCE_STATUSES = terms("PressConferenceStatus", "Where a press conference stands.", {
  PLANNED: say("đã lên kế hoạch", "planned"),
  NOTIFIED: say("đã có thông báo, chưa trả lời", "notified and not answered, so it may be held"),
  ANSWERED: say("đã trả lời thông báo", "answered"),
  HELD: say("đã họp báo", "held"),
  CANCELLED: say("không tổ chức", "cancelled"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});

export const CONFERENCE_HOLDERS = terms("PressConferenceHolder", "Who holds a press conference.", {
  UNIT: say("chính đơn vị", "the unit itself"),
  OTHERS: say("tổ chức, công dân khác, có thông báo bằng văn bản", "others, who gave written notice"),
});

export const NOTICE_ANSWERS = terms(
  "ConferenceNoticeAnswer",
  "What was answered to a notice. Silence lets it be held.",
  {
    AGREED: say("đồng ý", "it may be held"),
    NOT_AGREED: say("không đồng ý", "it may not be held"),
  },
);
