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
  TRAINING_COURSE: say("tổ chức lớp tập huấn theo kế hoạch", "holding a course that was planned"),
});
export type DueKind = TermOf<typeof DUE_KINDS>;
