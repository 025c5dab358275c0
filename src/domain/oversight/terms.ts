import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which the council's oversight is told. */

export const OVERSIGHT_STATUSES = terms("OversightStatus", "Where a supervision of the people's council stands.", {
  PROGRAMMED: say("đã đưa vào chương trình giám sát", "in the programme"),
  DECIDED: say("đã quyết định giám sát", "decided"),
  NOTIFIED: say("đã thông báo cho đơn vị chịu sự giám sát", "notified to those supervised"),
  FIELD_WORK: say("đang làm việc, khảo sát tại đơn vị", "at work on site"),
  DRAFTED: say("đã có dự thảo báo cáo", "drafted"),
  COMMENTED: say("đã lấy ý kiến về dự thảo", "commented on"),
  IN_SESSION: say("đã họp, làm việc với đơn vị", "heard in session"),
  CONCLUDED: say("đã kết luận", "concluded"),
  SENT: say("đã gửi kết luận", "concluded, and the conclusion sent"),
  PUBLISHED: say("đã công khai kết luận", "concluded, and the conclusion published"),
  CLOSED: say("đã kết thúc", "closed"),
  RE_SUPERVISED: say("giám sát lại", "taken up in another supervision"),
  QUESTIONED: say("chuyển sang chất vấn", "taken up by questioning"),
  CANCELLED: say("không tiến hành", "cancelled"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});
export type OversightStatus = TermOf<typeof OVERSIGHT_STATUSES>;

export const OVERSIGHT_ENDINGS = terms("OversightEnding", "How a supervision ends (kết thúc giám sát).", {
  CLOSED: say("đã kết thúc", "closed"),
  RE_SUPERVISED: say("giám sát lại", "taken up in another supervision"),
  QUESTIONED: say("chuyển sang chất vấn", "taken up by questioning"),
});

/** What the committee supervises: the four duties, and what it asks besides. */
export const OVERSIGHT_MATTERS = terms("OversightMatter", "What is supervised (nội dung giám sát).", {
  STATEMENTS: say("phát ngôn", "statements"),
  PROVIDING_INFORMATION: say("cung cấp thông tin cho báo chí", "providing information"),
  PUBLISHING: say("đăng, phát", "publishing and broadcasting"),
  PRESS_HANDLING: say("xử lý thông tin báo chí nêu", "handling what the press reports"),
  ENFORCEMENT: say("thanh tra, kiểm tra, xử lý vi phạm", "inspections and enforcement"),
  STAFF: say("đội ngũ, đào tạo và ứng dụng công nghệ thông tin", "staff, training and the use of IT"),
  OTHER: say("nội dung khác", "other matters"),
});

export const RECOMMENDATION_RESPONSES = terms(
  "OversightResponse",
  "What the addressee of a recommendation says to it (ý kiến về kiến nghị).",
  {
    PENDING: say("chưa trả lời", "not answered yet"),
    ACCEPTED: say("tiếp thu", "accepted"),
    CONTESTED: say("không tiếp thu", "contested"),
  },
);

export const RECOMMENDATION_PROGRESS = terms(
  "OversightProgress",
  "How far a recommendation has been carried out (thực hiện kiến nghị). Overdue follows from the day that is asked.",
  {
    OPEN: say("chưa thực hiện", "open"),
    PLANNED: say("đã có kế hoạch", "planned"),
    DONE: say("báo cáo đã thực hiện", "reported as done"),
    CONFIRMED: say("đã được xác nhận", "confirmed by the committee"),
  },
);

/** The states of a supervision that is concluded and has not ended. */
export const CONCLUDED = ["CONCLUDED", "SENT", "PUBLISHED"] as const satisfies readonly OversightStatus[];
export const NOT_VOIDED = OVERSIGHT_STATUSES.values.filter((status) => status !== "VOIDED");
