import { terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which statements are told. */

export const STATEMENT_STATUSES = terms("StatementStatus", "Where a statement stands.", {
  MADE: say("đã phát ngôn", "made"),
  WITHDRAWN: say("đã rút lại", "withdrawn"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});

/** Decree 09/2017/NĐ-CP Art. 4. */
export const STATEMENT_FORMS = terms(
  "StatementForm",
  "In what form a unit speaks to the press (Decree 09/2017/NĐ-CP, Art. 4).",
  {
    PRESS_CONFERENCE: say("họp báo", "a press conference"),
    PORTAL: say("đăng trên cổng, trang thông tin điện tử", "publication on the portal"),
    INTERVIEW: say("phát ngôn trực tiếp, trả lời phỏng vấn", "speaking or answering directly"),
    IN_WRITING: say("cung cấp bằng văn bản, thư điện tử", "in writing or by e-mail"),
    PRESS_BRIEFING: say("cung cấp tại giao ban báo chí", "at the regular briefing of the press"),
    CORRECTION_REQUEST: say("đề nghị đăng, phát phản hồi, cải chính", "a request to publish a reply or a correction"),
  },
);

export const STATEMENT_OCCASIONS = terms("StatementOccasion", "On what occasion a unit speaks.", {
  PERIODIC: say("định kỳ", "periodic"),
  URGENT: say("đột xuất, bất thường", "urgent"),
  OTHER: say("trường hợp khác", "another"),
});

export const CORRECTION_OUTCOMES = terms(
  "CorrectionRequestOutcome",
  "What came of a request to publish a reply or a correction (Press Law 2016, Art. 42 and 43).",
  {
    PUBLISHED: say("đã đăng, phát", "published"),
    REFUSED: say("bị từ chối", "refused"),
    UNANSWERED: say("không được trả lời", "not answered"),
  },
);
