import { type TermOf, terms } from "../kernel/terms.js";
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
  TRAINING_COURSE: say("tổ chức lớp tập huấn theo kế hoạch", "holding a course that was planned"),
});
export type DueKind = TermOf<typeof DUE_KINDS>;
