import { catalog, say } from "../kernel/refusal.js";

/** Why the ledger does not take something about a fine. Sums are in đồng. */
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
      `Ở quyết định khác, biên lai này được ghi là ${total} đồng.`,
      `Another decision has this receipt with a total of ${total} đồng.`,
    ),
  FINE_RECEIPT_EXCEEDED: (left: string) =>
    say(`Biên lai này chỉ còn ${left} đồng.`, `Only ${left} đồng of this receipt are left.`),
  FINE_PAID_BEYOND_REASON: (most: string) =>
    say(
      `Tổng số tiền đã nộp của một quyết định không thể quá ${most} đồng; hãy kiểm tra lại.`,
      `All that was paid on one decision cannot be more than ${most} đồng; check the amount.`,
    ),
  FINE_REFUND_BEYOND_DUE: (due: string) => say(`Chỉ còn phải hoàn trả ${due} đồng.`, `Only ${due} đồng are owed back.`),

  // Postponement, instalments, reduction
  FINE_BELOW_THRESHOLD: (least: string) =>
    say(`Chỉ áp dụng cho tiền phạt từ ${least} đồng.`, `This is for fines of ${least} đồng and more.`),
  FINE_POSTPONED_ALREADY: () => say("Việc nộp phạt đã được hoãn một lần.", "The payment was postponed once already."),
  FINE_POSTPONED_TOO_LONG: (latest: string) =>
    say(`Chỉ được hoãn đến ngày ${latest}.`, `It may be postponed until ${latest} at the latest.`),
  FINE_INSTALMENTS_GRANTED: () => say("Đã cho nộp nhiều lần.", "Instalments were granted already."),
  FINE_INSTALMENT_COUNT: (atMost: string) =>
    say(`Nộp từ 2 đến ${atMost} lần.`, `There are two to ${atMost} instalments.`),
  FINE_INSTALMENTS_NOT_IN_ORDER: () =>
    say("Các lần nộp phải theo thứ tự ngày, từ ngày cho phép.", "Instalments follow one another, from the grant on."),
  FINE_INSTALMENTS_TOO_LATE: (latest: string) =>
    say(`Lần nộp cuối không được sau ngày ${latest}.`, `The last instalment is due on ${latest} at the latest.`),
  FINE_INSTALMENTS_SUM: (outstanding: string) =>
    say(`Tổng các lần nộp phải bằng ${outstanding} đồng.`, `The instalments make ${outstanding} đồng together.`),
  FINE_FIRST_INSTALMENT_TOO_SMALL: (percent: string) =>
    say(
      `Đến hết lần nộp đầu phải nộp ít nhất ${percent} % tiền phạt.`,
      `With the first instalment at least ${percent} % of the fine is paid.`,
    ),
  FINE_NOT_POSTPONED: () =>
    say(
      "Chỉ xét giảm, miễn sau khi đã được hoãn nộp phạt (Luật XLVPHC, Điều 77).",
      "A reduction is considered only after a postponement (the Law, Art. 77).",
    ),
  FINE_REDUCTION_PENDING: () => say("Đã có đơn đề nghị giảm, miễn.", "A reduction has been asked for already."),
  FINE_REDUCTION_NOT_REQUESTED: () => say("Chưa có đơn đề nghị giảm, miễn.", "No reduction has been asked for."),
  FINE_ANSWERED_BEFORE_REQUEST: (requestedOn: string) =>
    say(`Đơn đề nghị đề ngày ${requestedOn}.`, `The request is of ${requestedOn}.`),
  FINE_REDUCED_BEYOND_OUTSTANDING: (outstanding: string) =>
    say(`Chỉ còn phải nộp ${outstanding} đồng.`, `Only ${outstanding} đồng are outstanding.`),

  // Enforcement, evasion, lapse
  FINE_NOT_SERVED: () => say("Quyết định chưa được giao.", "The decision has not been served."),
  FINE_NOT_OVERDUE: (dueOn: string) =>
    say(`Hạn thi hành là ngày ${dueOn}.`, `The fine may be paid until ${dueOn}; it is enforced after that.`),
  FINE_EXECUTION_PAUSED: () =>
    say(
      "Đang tạm đình chỉ, hoãn, chờ xét giảm hoặc nộp nhiều lần đúng hạn.",
      "Execution is suspended or postponed, a reduction is being considered, or instalments are paid as granted.",
    ),
  FINE_EVASION_KNOWN: () => say("Việc trốn tránh này đã được ghi.", "This evasion is recorded already."),
  FINE_STILL_EVADED: () =>
    say(
      "Đang trốn tránh thì thời hiệu thi hành chưa chạy (Điều 74).",
      "While the offender evades execution, its limitation does not run (Art. 74).",
    ),
  FINE_STILL_EXECUTABLE: (until: string) =>
    say(`Quyết định còn thời hiệu thi hành đến ngày ${until}.`, `The decision can be executed until ${until}.`),
  FINE_LAPSE_OF_OTHER_SUBJECT: () =>
    say(
      "Cá nhân chết; tổ chức giải thể, phá sản (Điều 75).",
      "A person dies; an organisation is dissolved or goes bankrupt (Art. 75).",
    ),
});
