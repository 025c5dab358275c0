import { someOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";
import { DUTY_KEYS } from "../law/duties.js";

/** The closed lists of words with which duties to speak are told. */

export const STATEMENT_DUTY_STATUSES = terms("StatementDutyStatus", "What was recorded of a duty to speak.", {
  OPEN: say("chưa thực hiện", "open"),
  FULFILLED: say("đã thực hiện", "fulfilled"),
  NOT_APPLICABLE: say("không áp dụng, có lý do", "set aside with a reason"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});

export const DUTY_STANDINGS = terms("DutyStanding", "How a duty stands at a moment.", {
  OPEN: say("trong hạn, chưa thực hiện", "open, and in time"),
  FULFILLED: say("thực hiện đúng hạn", "fulfilled in time"),
  LATE: say("thực hiện muộn", "fulfilled late"),
  MISSED: say("quá hạn, chưa thực hiện", "past its time, and not fulfilled"),
  NOT_APPLICABLE: say("không áp dụng, có lý do", "set aside with a reason"),
});
export type DutyStanding = (typeof DUTY_STANDINGS.values)[number];

export const STATEMENT_DUTY_KINDS = someOf(
  DUTY_KEYS,
  "StatementDutyKind",
  "Duties to speak to the press.",
  "URGENT_STATEMENT",
  "MONTHLY_INFORMATION",
  "PERIODIC_CONFERENCE",
);

/** Decree 09/2017/NĐ-CP Art. 6. */
export const STATEMENT_TRIGGERS = terms(
  "StatementTrigger",
  "What makes a unit speak at once (Decree 09/2017/NĐ-CP, Art. 6).",
  {
    EVENT: say("xảy ra sự kiện, vấn đề quan trọng", "an important event"),
    DIVIDED_OPINION: say("dư luận có nhiều ý kiến không thống nhất", "divided opinion"),
    PRESS_REQUEST: say("cơ quan báo chí yêu cầu", "a request of the press"),
    AUTHORITY_REQUEST: say("cơ quan quản lý báo chí yêu cầu", "a request of the press authority"),
    FALSE_REPORT: say("báo chí thông tin sai sự thật", "a false report"),
  },
);
