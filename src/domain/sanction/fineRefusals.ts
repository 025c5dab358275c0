import { catalog } from "../kernel/refusal.js";
import { enCount, enDay, enVnd, say, viCount, viDay, viVnd } from "../kernel/words.js";

/** Why the ledger does not take something about a fine. */
export const fineRefusals = catalog({
  FINE_NONE: () => say("Quyết định này không có tiền phạt.", "This decision has no fine."),
  FINE_NOTHING_OUTSTANDING: () => say("Không còn tiền phạt phải nộp.", "Nothing of the fine is outstanding."),
  FINE_AMOUNT_ZERO: () => say("Số tiền phải lớn hơn 0.", "The amount must be more than zero."),
  FINE_PERIOD_REVERSED: () => say("Ngày cuối trước ngày đầu.", "The last day lies before the first one."),

  // Payments
  FINE_RECEIPT_RECORDED: () =>
    say("Biên lai này đã được ghi cho quyết định này.", "This receipt is recorded for this decision already."),
  FINE_RECEIPT_TOTAL_DIFFERS: (total: string) =>
    say(
      `Ở quyết định khác, biên lai này được ghi là ${viVnd(total)}.`,
      `Another decision has this receipt with a total of ${enVnd(total)}.`,
    ),
  FINE_RECEIPT_EXCEEDED: (left: bigint) =>
    say(`Biên lai này chỉ còn ${viVnd(left)}.`, `Only ${enVnd(left)} of this receipt are left.`),
  FINE_PAID_BEYOND_REASON: (most: bigint) =>
    say(
      `Tổng số tiền đã nộp của một quyết định không thể quá ${viVnd(most)}; hãy kiểm tra lại.`,
      `All that was paid on one decision cannot be more than ${enVnd(most)}; check the amount.`,
    ),
  FINE_REFUND_BEYOND_DUE: (due: bigint) =>
    say(`Chỉ còn phải hoàn trả ${viVnd(due)}.`, `Only ${enVnd(due)} are owed back.`),

  // Postponement, instalments, reduction
  FINE_BELOW_THRESHOLD: (least: bigint) =>
    say(`Chỉ áp dụng cho tiền phạt từ ${viVnd(least)}.`, `This is for fines of ${enVnd(least)} and more.`),
  FINE_POSTPONED_ALREADY: () => say("Việc nộp phạt đã được hoãn một lần.", "The payment was postponed once already."),
  FINE_POSTPONED_TOO_LONG: (latest: string) =>
    say(`Chỉ được hoãn đến ngày ${viDay(latest)}.`, `It may be postponed until ${enDay(latest)} at the latest.`),
  FINE_INSTALMENTS_GRANTED: () => say("Đã cho nộp nhiều lần.", "Instalments were granted already."),
  FINE_INSTALMENTS_PENDING: () => say("Đã có đơn đề nghị nộp nhiều lần.", "Instalments have been asked for already."),
  FINE_INSTALMENTS_NOT_REQUESTED: () =>
    say("Chưa có đơn đề nghị nộp nhiều lần.", "No instalments have been asked for."),
  FINE_INSTALMENT_COUNT: (atMost: bigint) =>
    say(`Nộp từ 2 đến ${viCount(atMost)} lần.`, `There are two to ${enCount(atMost)} instalments.`),
  FINE_INSTALMENTS_NOT_IN_ORDER: () =>
    say("Các lần nộp phải theo thứ tự ngày, từ ngày cho phép.", "Instalments follow one another, from the grant on."),
  FINE_INSTALMENTS_TOO_LATE: (latest: string) =>
    say(
      `Lần nộp cuối không được sau ngày ${viDay(latest)}.`,
      `The last instalment is due on ${enDay(latest)} at the latest.`,
    ),
  FINE_INSTALMENTS_SUM: (outstanding: bigint) =>
    say(`Tổng các lần nộp phải bằng ${viVnd(outstanding)}.`, `The instalments make ${enVnd(outstanding)} together.`),
  FINE_FIRST_INSTALMENT_TOO_SMALL: (percent: bigint) =>
    say(
      `Đến hết lần nộp đầu phải nộp ít nhất ${viCount(percent)} % tiền phạt.`,
      `With the first instalment at least ${enCount(percent)} % of the fine is paid.`,
    ),
  FINE_NOT_POSTPONED: () =>
    say(
      "Chỉ xét giảm, miễn sau khi đã được hoãn nộp phạt (Luật Xử lý vi phạm hành chính, Điều 77).",
      "A reduction is considered only after a postponement (the Law, Art. 77).",
    ),
  FINE_REDUCTION_PENDING: () => say("Đã có đơn đề nghị giảm, miễn.", "A reduction has been asked for already."),
  FINE_REDUCTION_NOT_REQUESTED: () => say("Chưa có đơn đề nghị giảm, miễn.", "No reduction has been asked for."),
  FINE_ANSWERED_BEFORE_REQUEST: (requestedOn: string) =>
    say(`Đơn đề nghị đề ngày ${viDay(requestedOn)}.`, `The request is of ${enDay(requestedOn)}.`),
  FINE_REDUCED_BEYOND_OUTSTANDING: (outstanding: bigint) =>
    say(`Chỉ còn phải nộp ${viVnd(outstanding)}.`, `Only ${enVnd(outstanding)} are outstanding.`),

  // Enforcement, evasion, lapse
  FINE_NOT_SERVED: () => say("Quyết định chưa được giao.", "The decision has not been served."),
  FINE_NOT_OVERDUE: (dueOn: string) =>
    say(
      `Hạn thi hành là ngày ${viDay(dueOn)}.`,
      `The fine may be paid until ${enDay(dueOn)}; it is enforced after that.`,
    ),
  FINE_EXECUTION_PAUSED: () =>
    say(
      "Đang tạm đình chỉ, hoãn, chờ xét giảm, chờ xét nộp nhiều lần hoặc nộp nhiều lần đúng hạn.",
      "Execution is suspended or postponed, a request is being considered, or instalments are paid as granted.",
    ),
  FINE_EVASION_KNOWN: () => say("Việc trốn tránh này đã được ghi.", "This evasion is recorded already."),
  FINE_STILL_EVADED: () =>
    say(
      "Đang trốn tránh thì thời hiệu thi hành chưa chạy (Điều 74).",
      "While the offender evades execution, its limitation does not run (Art. 74).",
    ),
  FINE_STILL_EXECUTABLE: (until: string) =>
    say(
      `Quyết định còn thời hiệu thi hành đến ngày ${viDay(until)}.`,
      `The decision can be executed until ${enDay(until)}.`,
    ),
  FINE_LAPSE_OF_OTHER_SUBJECT: () =>
    say(
      "Cá nhân chết; tổ chức giải thể, phá sản (Điều 75).",
      "A person dies; an organisation is dissolved or goes bankrupt (Art. 75).",
    ),
});
