import { catalog } from "../kernel/refusal.js";
import { termWords } from "../kernel/terms.js";
import { enDay, say, viDay } from "../kernel/words.js";
import { COMPLAINT_STATUSES, type ComplaintStatus } from "./terms.js";

export const complaintRefusals = catalog({
  COMPLAINT_NOT_FOUND: () => say("Quyết định không có khiếu nại này.", "The decision has no such complaint."),
  COMPLAINT_STATUS_FORBIDS: (status: ComplaintStatus) =>
    say(
      `Khiếu nại ${termWords(COMPLAINT_STATUSES, status).vi} nên không làm được việc này.`,
      `The complaint is ${termWords(COMPLAINT_STATUSES, status).en}; that does not allow this.`,
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
    say(`Hạn khiếu nại, khởi kiện là ngày ${viDay(latest)}.`, `It could be lodged until ${enDay(latest)}.`),
  COMPLAINT_IN_TIME: (latest: string | null) =>
    say(
      latest === null ? "Thời hiệu chưa chạy." : `Còn trong hạn, đến ngày ${viDay(latest)}.`,
      latest === null ? "No time has run yet." : `It was lodged in time: the last day is ${enDay(latest)}.`,
    ),
  COMPLAINT_ABOUT_ANNULLED: () =>
    say(
      "Quyết định đã bị hủy bỏ: khiếu nại chỉ còn được giải quyết là giữ nguyên.",
      "The decision is annulled: a complaint about it can only be resolved by leaving it so.",
    ),
  COMPLAINT_BEFORE_LODGING: (lodgedOn: string) =>
    say(`Khiếu nại nộp ngày ${viDay(lodgedOn)}.`, `The complaint was lodged on ${enDay(lodgedOn)}.`),
  COMPLAINT_BEFORE_ACCEPTANCE: (acceptedOn: string) =>
    say(`Khiếu nại được thụ lý ngày ${viDay(acceptedOn)}.`, `The complaint was accepted on ${enDay(acceptedOn)}.`),
  COMPLAINT_AMENDMENT_MISSING: () =>
    say("Sửa đổi thì phải nêu nội dung mới.", "Where the decision is amended, its new content is given."),
  COMPLAINT_AMENDMENT_WITHOUT_NEED: () =>
    say("Chỉ nêu nội dung mới khi sửa đổi.", "New content is given only where the decision is amended."),
});
