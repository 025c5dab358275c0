import { catalog, say } from "../kernel/refusal.js";
import type { ComplaintStatus } from "./terms.js";

export const complaintRefusals = catalog({
  COMPLAINT_NOT_FOUND: () => say("Quyết định không có khiếu nại này.", "The decision has no such complaint."),
  COMPLAINT_STATUS_FORBIDS: (status: ComplaintStatus) =>
    say(
      `Khiếu nại đang ở trạng thái ${status} nên không làm được việc này.`,
      `A complaint that is ${status} does not allow this.`,
    ),
  COMPLAINT_OPEN: () => say("Đang có một khiếu nại ở cấp này.", "A complaint of this stage is open already."),
  COMPLAINT_STAGE_CONCLUDED: () =>
    say("Cấp này đã được giải quyết.", "This stage has been resolved; it is not opened again."),
  COMPLAINT_WITHOUT_FIRST: () =>
    say(
      "Chỉ khiếu nại lần hai khi lần đầu đã được giải quyết, hoặc đã quá hạn giải quyết.",
      "A second complaint follows the resolution of the first one, or the end of the time for it.",
    ),
  COMPLAINT_OUT_OF_TIME: (latest: string) =>
    say(`Hạn khiếu nại, khởi kiện là ngày ${latest}.`, `It could be lodged until ${latest}.`),
  COMPLAINT_IN_TIME: (latest: string | null) =>
    say(
      latest === null ? "Thời hiệu chưa chạy." : `Còn trong hạn, đến ngày ${latest}.`,
      latest === null ? "No time has run yet." : `It was lodged in time: the last day is ${latest}.`,
    ),
  COMPLAINT_BEFORE_LODGING: (lodgedOn: string) =>
    say(`Khiếu nại nộp ngày ${lodgedOn}.`, `The complaint was lodged on ${lodgedOn}.`),
  COMPLAINT_BEFORE_ACCEPTANCE: (acceptedOn: string) =>
    say(`Khiếu nại được thụ lý ngày ${acceptedOn}.`, `The complaint was accepted on ${acceptedOn}.`),
  COMPLAINT_AMENDMENT_MISSING: () =>
    say("Sửa đổi thì phải nêu nội dung mới.", "Where the decision is amended, its new content is given."),
  COMPLAINT_AMENDMENT_WITHOUT_NEED: () =>
    say("Chỉ nêu nội dung mới khi sửa đổi.", "New content is given only where the decision is amended."),
});
