import { someOf, type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";
import { ANSWER_FORMS, DECLINE_GROUNDS } from "../visit/terms.js";

/** The closed lists of words with which requests for information are told. */

export const REQUEST_STATUSES = terms("InformationRequestStatus", "Where a request for information stands.", {
  RECEIVED: say("đã tiếp nhận", "received"),
  CLASSIFIED: say("đã phân loại", "classified"),
  ASSIGNED: say("đã giao xử lý", "assigned"),
  ESCALATED: say("đã báo cáo cấp trên", "escalated"),
  ANSWERED: say("đã trả lời", "answered"),
  PARTLY_ANSWERED: say("đã trả lời một phần", "answered in part"),
  REFUSED: say("đã từ chối cung cấp", "refused"),
  FORWARDED: say("đã chuyển, đơn vị nhận chưa ghi nhận", "forwarded, and its receipt not recorded yet"),
  REOPENED: say("đã mở lại", "taken up again"),
  CLOSED: say("đã kết thúc", "closed"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});
export type RequestStatus = TermOf<typeof REQUEST_STATUSES>;

export const REQUEST_REGIMES = terms(
  "InformationRequestRegime",
  "Under which law information is asked for: by the press (Press Law, Art. 38 and 39), or by a citizen (Law on Access to " +
    "Information 104/2016/QH13, from 1 July 2018).",
  {
    PRESS: say("cung cấp thông tin cho báo chí", "asked by the press"),
    CITIZEN: say("công dân tiếp cận thông tin", "asked by a citizen"),
  },
);
export type RequestRegime = TermOf<typeof REQUEST_REGIMES>;

export const PRESS_ASKERS = terms(
  "PressAsker",
  "Who of the press asks. By law there is a period for what the head of a press agency asks, and for petitions that an " +
    "agency passes on; for a reporter only the unit's own rule gives one.",
  {
    AGENCY_HEAD: say("người đứng đầu cơ quan báo chí", "the head of a press agency"),
    PETITION: say("cơ quan báo chí chuyển đơn thư", "a press agency, passing on a petition"),
    REPORTER: say("phóng viên", "a reporter"),
  },
);
export type PressAsker = TermOf<typeof PRESS_ASKERS>;

export const REQUEST_CHANNELS = terms("InformationRequestChannel", "How a request for information came in.", {
  IN_PERSON: say("trực tiếp", "in person"),
  INTERNET: say("qua mạng điện tử", "by internet"),
  POST: say("qua dịch vụ bưu chính", "by post"),
  FAX: say("qua fax", "by fax"),
});
export type RequestChannel = TermOf<typeof REQUEST_CHANNELS>;

export const REQUEST_COMPLEXITIES = terms(
  "InformationRequestComplexity",
  "Whether what is asked is at hand. COMPLEX: a citizen is told in writing, in time, how long it will take.",
  {
    SIMPLE: say("đơn giản, có sẵn", "at hand"),
    COMPLEX: say("phức tạp, phải tập hợp hoặc lấy ý kiến", "to be gathered, or asked of other offices"),
  },
);

export const REQUEST_OUTCOMES = terms("InformationRequestOutcomeKind", "What became of a request for information.", {
  ANSWERED: say("đã trả lời", "answered"),
  PARTLY_ANSWERED: say("đã trả lời một phần", "answered in part"),
  REFUSED: say("đã từ chối", "refused"),
});

export const REQUEST_ANSWER_FORMS = someOf(
  ANSWER_FORMS,
  "InformationAnswerForm",
  "How information is given.",
  "ORAL",
  "WRITTEN",
  "DOCUMENTS_GIVEN",
);

const press = DECLINE_GROUNDS.words;

/** The press law's are those of visits; which hold on a day is said in ./grounds.ts. */
export const REQUEST_GROUNDS = terms(
  "InformationRequestGround",
  "On what ground information is refused. The first seven are the press law's, each while that law says it (see " +
    "`DeclineGround`); the others are those of the Law on Access to Information 104/2016/QH13, Art. 28, for citizens.",
  {
    SECRET: press.SECRET,
    PERSONAL_SECRET: press.PERSONAL_SECRET,
    UNDER_INVESTIGATION: press.UNDER_INVESTIGATION,
    INSPECTION_WITHOUT_CONCLUSION: press.INSPECTION_WITHOUT_CONCLUSION,
    COMPLAINT_IN_PROGRESS: press.COMPLAINT_IN_PROGRESS,
    DISPUTE_WITHOUT_CONCLUSION: press.DISPUTE_WITHOUT_CONCLUSION,
    PAPER_BEING_DRAFTED: press.PAPER_BEING_DRAFTED,
    NOT_ACCESSIBLE: say("thông tin công dân không được tiếp cận", "citizens have no access to it (Art. 6)"),
    CONDITION_NOT_MET: say("chưa đủ điều kiện tiếp cận", "a condition of access is not met (Art. 7)"),
    ALREADY_PUBLIC: say("thông tin đã được công khai", "it is public already"),
    NOT_COMPETENT: say("không thuộc trách nhiệm cung cấp", "the unit is not the one that must give it"),
    GIVEN_TWICE: say("đã được cung cấp hai lần cho chính người yêu cầu", "it was given to the same person twice"),
    BEYOND_CAPACITY: say(
      "vượt quá khả năng đáp ứng hoặc ảnh hưởng đến hoạt động bình thường của cơ quan",
      "it is beyond what the unit can do",
    ),
    FEE_NOT_PAID: say("người yêu cầu không thanh toán chi phí", "the cost was not paid"),
  },
);
export type RequestGround = TermOf<typeof REQUEST_GROUNDS>;

/** The states in which the unit owes an answer. */
export const OPEN = [
  "RECEIVED",
  "CLASSIFIED",
  "ASSIGNED",
  "ESCALATED",
  "PARTLY_ANSWERED",
  "REOPENED",
] as const satisfies readonly RequestStatus[];
export const NOT_VOIDED = REQUEST_STATUSES.values.filter((status) => status !== "VOIDED");
