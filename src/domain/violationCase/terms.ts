import { someOf, type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** Where a case stands with its decisions. */
export const SHOWN_CASE_STATUSES = terms(
  "ViolationCaseStatus",
  "Where a case stands. DECIDED, IN_EXECUTION and EXECUTED follow from its decisions; EXECUTED: those of all its " +
    "parties. VOIDED ones count for nothing.",
  {
    DETECTED: say("mới được phát hiện", "detected and not minuted"),
    MINUTES_MADE: say("đã được lập biên bản", "minuted"),
    EXPLANATION_OPEN: say("đang chờ giải trình", "waiting for an explanation"),
    EXPLAINED: say("đã được giải trình", "explained"),
    EXPLANATION_WAIVED: say("không có yêu cầu giải trình", "free of explanations, the right being waived"),
    IN_CRIMINAL_PROCEEDINGS: say("đang ở cơ quan tiến hành tố tụng", "with the investigating body"),
    CLOSED: say("đã kết thúc", "closed"),
    VOIDED: say("đã hủy vì nhập nhầm", "void, as it was entered in error"),
    DECIDED: say("đã có quyết định xử phạt", "decided"),
    IN_EXECUTION: say("đang thi hành quyết định xử phạt", "in execution"),
    EXECUTED: say("đã thi hành xong quyết định xử phạt", "executed"),
  },
);
export type ShownCaseStatus = TermOf<typeof SHOWN_CASE_STATUSES>;

export const CASE_STATUSES = someOf(
  SHOWN_CASE_STATUSES,
  "CaseStatus",
  "Where a case stands by itself; what its decisions make of it is told by them.",
  "DETECTED",
  "MINUTES_MADE",
  "EXPLANATION_OPEN",
  "EXPLAINED",
  "EXPLANATION_WAIVED",
  "IN_CRIMINAL_PROCEEDINGS",
  "CLOSED",
  "VOIDED",
);
export type CaseStatus = TermOf<typeof CASE_STATUSES>;

/** With minutes, and neither closed, nor void, nor with the investigating body. */
export const MINUTED = [
  "MINUTES_MADE",
  "EXPLANATION_OPEN",
  "EXPLAINED",
  "EXPLANATION_WAIVED",
] as const satisfies readonly CaseStatus[];
/** The same with or without minutes. */
export const AT_WORK = ["DETECTED", ...MINUTED] as const satisfies readonly CaseStatus[];

export const CASE_PROCEDURES = terms(
  "CaseProcedure",
  "Xử phạt có lập biên bản; không lập biên bản: a warning or a small fine, decided where the act was seen (Law on " +
    "Handling Administrative Violations, Art. 56).",
  {
    WITH_MINUTES: say("có lập biên bản", "with minutes"),
    ON_THE_SPOT: say("không lập biên bản", "on the spot, without minutes"),
  },
);
export type CaseProcedure = TermOf<typeof CASE_PROCEDURES>;

/** Why the minutes have longer than two working days (Decree 118/2021, Art. 12.2). */
export const MINUTES_GROUNDS = terms(
  "MinutesGround",
  "Why the minutes have longer: five working days where the case has many complex circumstances or a wide scope; three " +
    "from the result of an appraisal, a test or a technical device (Decree 118/2021, Art. 12.2).",
  {
    COMPLEX_OR_WIDE: say("nhiều tình tiết phức tạp hoặc phạm vi rộng", "many complex circumstances, or a wide scope"),
    APPRAISAL: say(
      "có kết quả giám định, kiểm nghiệm, phương tiện kỹ thuật",
      "the result of an appraisal, a test or a technical device",
    ),
  },
);
export type MinutesGround = TermOf<typeof MINUTES_GROUNDS>;

export const MINOR_AGES = terms(
  "MinorAge",
  "Người chưa thành niên: warned, or fined at most half (Law on Handling Administrative Violations, Art. 134 and 135).",
  {
    FROM_14_TO_16: say("từ đủ 14 đến dưới 16 tuổi", "from 14 to under 16 years"),
    FROM_16_TO_18: say("từ đủ 16 đến dưới 18 tuổi", "from 16 to under 18 years"),
  },
);
export type MinorAge = TermOf<typeof MINOR_AGES>;

export const EXPLANATION_FORMS = terms("ExplanationForm", "How the offender explains (giải trình).", {
  WRITTEN: say("bằng văn bản", "in writing"),
  ORAL: say("trực tiếp", "at a hearing that was asked for"),
});
export type ExplanationForm = TermOf<typeof EXPLANATION_FORMS>;

export const EXPLANATION_STATES = terms(
  "ExplanationState",
  "What of the explanation a sanction decision must wait for. OPEN until everybody who has the right has explained or " +
    "waived it.",
  {
    NONE: say("không ai có quyền giải trình", "nobody has the right"),
    OPEN: say("đang chờ giải trình", "open"),
    EXPLAINED: say("đã giải trình", "explained"),
    WAIVED: say("không yêu cầu giải trình", "waived"),
  },
);
export type ExplanationState = TermOf<typeof EXPLANATION_STATES>;

export const CLOSING_GROUNDS = terms(
  "ClosingGround",
  "Why a case is closed: without a sanction (Law on Handling Administrative Violations, Art. 11 and 65), or with every " +
    "decision carried out.",
  {
    NOT_A_VIOLATION: say("không có vi phạm hành chính", "there was no violation"),
    EXEMPT_CIRCUMSTANCES: say("trường hợp không xử phạt", "circumstances that exempt from sanctions"),
    TIME_BARRED: say("hết thời hiệu, thời hạn xử phạt", "the time for a sanction has run out"),
    STATE_TASK: say(
      "hành vi thuộc nhiệm vụ quản lý nhà nước được giao, chuyển xem xét kỷ luật",
      "an act of a state body in its state task, passed on for discipline",
    ),
    WARNED_ORALLY: say("nhắc nhở", "an oral warning was enough"),
    OFFENDER_UNKNOWN: say("không xác định được người vi phạm", "the offender is unknown"),
    DEATH: say("người vi phạm đã chết", "the offender has died"),
    DISSOLUTION: say("tổ chức vi phạm đã giải thể, phá sản", "the offending organisation was dissolved"),
    PROSECUTED: say("đã truy cứu trách nhiệm hình sự", "the act was prosecuted"),
    EXECUTED: say("đã thi hành xong quyết định xử phạt", "every decision was carried out"),
  },
);
export type ClosingGround = TermOf<typeof CLOSING_GROUNDS>;
