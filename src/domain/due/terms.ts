import { someOf, type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** What can be due. Each subject says in its `owes` which of these its records owe. */
export const DUE_KINDS = terms("DueKind", "What is due (việc đến hạn).", {
  PROMISED_INFORMATION: say("cung cấp thông tin đã hẹn", "information promised in a visit"),
  APPOINTMENT_PUBLICATION: say("công bố người phát ngôn", "publishing a spokesperson"),
  APPOINTMENT_ENDS: say("hết hạn phân công, ủy quyền phát ngôn", "an appointment or authorisation to speak runs out"),
  OVERSIGHT_REPORT: say("báo cáo đoàn giám sát", "a report asked for in a supervision"),
  URGENT_STATEMENT: say("phát ngôn đột xuất, bất thường", "an urgent statement"),
  CONFERENCE_NOTICE: say("thông báo về việc họp báo", "notice of a press conference"),
  OVERSIGHT_RECOMMENDATION: say("thực hiện kiến nghị giám sát", "a recommendation of a supervision"),
  PRESS_ITEM_ACKNOWLEDGEMENT: say("tiếp nhận tin, bài được giao xử lý", "acknowledging a press item"),
  PRESS_ITEM_HANDLING: say("xử lý thông tin báo chí nêu", "handling what the press reports"),
  PRESS_REQUEST_ANSWER: say(
    "cơ quan báo chí đăng phản hồi, cải chính",
    "a press agency's answer to a reply or correction",
  ),
  INFORMATION_REQUEST_ANSWER: say("trả lời yêu cầu cung cấp thông tin", "the answer to a request for information"),
  INFORMATION_REQUEST_NOTICE: say(
    "thông báo thời hạn giải quyết yêu cầu cung cấp thông tin",
    "telling a citizen how long a request for information takes",
  ),
  CASE_MINUTES: say("lập biên bản vi phạm hành chính", "the minutes of a violation"),
  CASE_EXPLANATION: say("hết thời hạn giải trình", "the time to explain runs out"),
  CASE_HEARING_NOTICE: say("thông báo phiên giải trình trực tiếp", "notice of a hearing"),
  CASE_HEARING: say("tổ chức phiên giải trình trực tiếp", "holding a hearing"),
  CASE_DECISION: say("ra quyết định xử phạt", "a sanction decision"),
  CASE_LIMITATION: say("hết thời hiệu xử phạt", "the limitation for a sanction runs out"),
  SANCTION_SENDING: say("gửi quyết định xử phạt", "sending a sanction decision"),
  SANCTION_PAYMENT: say("nộp tiền phạt", "payment of a fine"),
  SANCTION_INSTALMENT: say("nộp tiền phạt từng lần", "an instalment of a fine"),
  SANCTION_POSTPONEMENT_ENDS: say("hết thời hạn hoãn nộp phạt", "the postponement of a fine ends"),
  SANCTION_MEASURE: say("thi hành hình thức xử phạt bổ sung, biện pháp khắc phục hậu quả", "an ordered measure"),
  SANCTION_LIMITATION: say("hết thời hiệu thi hành quyết định", "the limitation of carrying out a decision runs out"),
  COMPLAINT_ACCEPTANCE: say("thông báo thụ lý khiếu nại", "notice whether a complaint is accepted"),
  COMPLAINT_RESOLUTION: say("giải quyết khiếu nại", "resolving a complaint"),
  SEIZURE_CUSTODY: say("hết thời hạn tạm giữ tang vật", "the custody of exhibits runs out"),
  INSPECTION_ON_SITE: say("kết thúc tiến hành trực tiếp", "the end of an inspection on site"),
  INSPECTION_DRAFT_ASSIGNMENT: say("giao xây dựng dự thảo kết luận", "assigning the draft of a conclusion"),
  INSPECTION_DRAFT_CONCLUSION: say("xây dựng dự thảo kết luận", "the draft of a conclusion"),
  INSPECTION_CONCLUSION: say("ban hành kết luận thanh tra", "the conclusion of an inspection"),
  INSPECTION_PUBLICATION: say("công khai kết luận thanh tra", "publishing a conclusion"),
  INSPECTION_IMPLEMENTATION: say("ban hành văn bản thực hiện kết luận", "the document that carries out a conclusion"),
  INSPECTION_RECOMMENDATION: say("thực hiện kiến nghị thanh tra, kiểm tra", "a recommendation of an inspection"),
  PRESS_CARD_ENDS: say("hết hạn thẻ nhà báo", "a press card runs out"),
  INTRODUCTION_LETTER_ENDS: say("hết hạn giấy giới thiệu", "a letter of introduction runs out"),
  AGENCY_SUSPENSION_ENDS: say("hết thời hạn đình bản, tạm đình chỉ", "the suspension of a press agency ends"),
  TRAINING_COURSE: say("tổ chức lớp tập huấn theo kế hoạch", "holding a course that was planned"),
});
export type DueKind = TermOf<typeof DUE_KINDS>;

/** What ends by itself: nobody is late with it, and once its day has passed nothing is owed any more. */
export const ENDING_KINDS = someOf(
  DUE_KINDS,
  "EndingKind",
  "What ends by itself: it is told until its day, and is never overdue.",
  "APPOINTMENT_ENDS",
  "CASE_EXPLANATION",
  "CASE_LIMITATION",
  "SANCTION_POSTPONEMENT_ENDS",
  "SANCTION_LIMITATION",
  "PRESS_CARD_ENDS",
  "INTRODUCTION_LETTER_ENDS",
  "AGENCY_SUSPENSION_ENDS",
);
