import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which visits are told. */

export const VISIT_STATUSES = terms("VisitStatus", "Where a visit stands. VOIDED ones count for nothing.", {
  REGISTERED: say("đã đăng ký, chờ xác nhận", "registered and not confirmed yet"),
  CONFIRMED: say("đã được xác nhận lịch hẹn", "confirmed for its appointment"),
  DECLINED: say("đã bị từ chối", "declined"),
  REDIRECTED: say("đã được hướng dẫn sang cơ quan khác", "redirected to another unit"),
  ARRIVED: say("đã đến, chưa kiểm tra giấy tờ", "at the stage of arrival, its documents not checked yet"),
  DOCUMENTS_CHECKED: say("đã kiểm tra giấy tờ", "past the check of documents"),
  IN_SESSION: say("đang làm việc", "in session"),
  COMPLETED: say("đã có kết quả", "completed"),
  FOLLOW_UP_OPEN: say("còn thông tin hẹn cung cấp", "waiting for promised information"),
  CLOSED: say("đã kết thúc", "closed"),
  NO_SHOW: say("đã ghi nhận phóng viên không đến", "recorded as a no-show"),
  CANCELLED: say("đã hủy lịch", "cancelled"),
  VOIDED: say("đã hủy vì nhập nhầm", "voided, as it was entered in error"),
});
export type VisitStatus = TermOf<typeof VISIT_STATUSES>;

/** The field (lĩnh vực) that the reporters came about. */
export const VISIT_TOPICS = terms("VisitTopic", "Lĩnh vực: what the reporters came about.", {
  LAND: say("đất đai", "land"),
  ENVIRONMENT: say("môi trường", "environment"),
  CONSTRUCTION: say("xây dựng", "construction"),
  TRANSPORT: say("giao thông", "transport"),
  HEALTH: say("y tế", "health"),
  EDUCATION: say("giáo dục", "education"),
  SOCIAL_POLICY: say("chính sách xã hội", "social policy"),
  AGRICULTURE: say("nông nghiệp", "agriculture"),
  INDUSTRY_AND_TRADE: say("công thương", "industry and trade"),
  CULTURE_AND_TOURISM: say("văn hóa, du lịch", "culture and tourism"),
  SECURITY: say("an ninh, trật tự", "security"),
  ADMINISTRATION: say("cải cách hành chính", "administration"),
  FINANCE: say("tài chính", "finance"),
  OTHER: say("lĩnh vực khác", "another field"),
});
export type VisitTopic = TermOf<typeof VISIT_TOPICS>;

/** Grounds for declining; which of them hold on a day is said in ./declineGrounds.ts. */
export const DECLINE_GROUNDS = terms(
  "DeclineGround",
  "Căn cứ từ chối. DOCUMENTS_INSUFFICIENT, NOT_COMPETENT and OTHER concern the visit itself; the others are those of the " +
    "press law of the day: PAPER_BEING_DRAFTED until 30 June 2026 (Press Law 2016, Art. 38.2), PERSONAL_SECRET from 1 " +
    "July 2026 (Press Law 2025), the rest under both.",
  {
    DOCUMENTS_INSUFFICIENT: say("giấy tờ không đủ", "the documents do not suffice"),
    NOT_COMPETENT: say("không thuộc thẩm quyền", "the unit is not competent"),
    SECRET: say("thông tin bí mật", "the information is secret"),
    PERSONAL_SECRET: say("bí mật cá nhân, bí mật gia đình", "a personal or family secret"),
    UNDER_INVESTIGATION: say(
      "vụ án đang được điều tra hoặc chưa xét xử",
      "the case is under investigation or has not been tried",
    ),
    INSPECTION_WITHOUT_CONCLUSION: say("thanh tra chưa có kết luận", "an inspection has no conclusion yet"),
    COMPLAINT_IN_PROGRESS: say("khiếu nại, tố cáo đang được giải quyết", "a complaint is being resolved"),
    DISPUTE_WITHOUT_CONCLUSION: say("tranh chấp chưa có kết luận chính thức", "a dispute has no conclusion yet"),
    PAPER_BEING_DRAFTED: say(
      "văn bản, đề án đang soạn thảo chưa được phép công bố",
      "the paper is being drafted and may not be published yet",
    ),
    OTHER: say("căn cứ khác", "another ground"),
  },
);
export type DeclineGround = TermOf<typeof DECLINE_GROUNDS>;

export const DOCUMENT_KINDS = terms(
  "DocumentKind",
  "Thẻ nhà báo, giấy giới thiệu, giấy phép của Bộ Ngoại giao, giấy tờ tùy thân. A holder of a press card never needs a " +
    "letter; a foreign reporter needs the permit.",
  {
    PRESS_CARD: say("thẻ nhà báo", "press card"),
    INTRODUCTION_LETTER: say("giấy giới thiệu", "letter of introduction"),
    FOREIGN_PERMIT: say(
      "giấy phép hoạt động thông tin, báo chí của Bộ Ngoại giao",
      "permit of the Ministry of Foreign Affairs",
    ),
    IDENTITY_PAPER: say("giấy tờ tùy thân", "identity paper"),
    OTHER: say("giấy tờ khác", "another paper"),
  },
);
export type DocumentKind = TermOf<typeof DOCUMENT_KINDS>;

export const ANSWER_FORMS = terms("AnswerForm", "Hình thức trả lời: how the reporters were answered.", {
  ORAL: say("trả lời trực tiếp", "orally"),
  WRITTEN: say("trả lời bằng văn bản", "in writing"),
  DOCUMENTS_GIVEN: say("cung cấp tài liệu", "with documents"),
  NONE: say("không trả lời", "not at all"),
});
export type AnswerForm = TermOf<typeof ANSWER_FORMS>;

export const DUPLICATE_VERDICTS = terms("DuplicateVerdict", "Whether two records are of one visit.", {
  DUPLICATE: say("trùng nhau", "one and the same"),
  DISTINCT: say("hai lượt khác nhau", "two visits"),
});
export type DuplicateVerdict = TermOf<typeof DUPLICATE_VERDICTS>;
