import { catalog } from "../kernel/refusal.js";
import { type Bilingual, enCount, enDay, enVnd, say, viCount, viDay, viVnd } from "../kernel/words.js";
import type { ClosingGround } from "./terms.js";

const bandOf = (from: number, to: number | null): Bilingual =>
  to === null
    ? say(`từ ${viCount(from)} bản trở lên`, `${enCount(from)} copies or more`)
    : say(`từ ${viCount(from)} đến ${viCount(to)} bản`, `${enCount(from)} to ${enCount(to)} copies`);

export const violationCaseRefusals = catalog({
  VIOLATION_CASE_NOT_FOUND: () => say("Không có vụ việc này.", "There is no such case."),
  CASE_DAY_IN_FUTURE: (today: string) =>
    say(
      `Ngày này chưa đến (hôm nay là ngày ${viDay(today)}).`,
      `This day has not come yet (today is ${enDay(today)}).`,
    ),
  CASE_STEP_TOO_EARLY: (day: string) =>
    say(`Việc này không thể xảy ra trước ngày ${viDay(day)}.`, `This cannot have happened before ${enDay(day)}.`),
  CASE_INSPECTION_CALLED_OFF: () =>
    say("Cuộc thanh tra, kiểm tra này đã bị hủy.", "That inspection was called off or entered in error."),
  UNKNOWN_PARTY_NOT_ALONE: () =>
    say(
      "Chưa rõ người vi phạm thì không nêu thêm ai khác.",
      "An offender who is not known is the only party of the case.",
    ),
  UNKNOWN_PARTY_IS_DESCRIBED: () =>
    say(
      "Người chưa xác định thì không có tên, giấy tờ hay tuổi.",
      "An offender who is not known has no name, papers or age.",
    ),
  PARTY_NEEDS_NAME: () => say("Phải nêu tên.", "This party needs a name."),
  PARTY_NAMED_TWICE: () => say("Một người được nêu hai lần.", "The same party is named twice."),
  PARTY_NOT_A_PERSON: () => say("Chỉ cá nhân mới có độ tuổi chưa thành niên.", "Only an individual can be a minor."),
  PARTY_NOT_FOUND: () => say("Vụ việc không có người này.", "The case has no such party."),
  VIOLATIONS_NEEDED: () => say("Phải nêu ít nhất một hành vi vi phạm.", "At least one violation must be stated."),
  VIOLATIONS_BELONG_IN_MINUTES: () =>
    say(
      "Vụ việc có lập biên bản thì hành vi được nêu trong biên bản.",
      "In a case with minutes the violations are stated there.",
    ),
  VIOLATION_OF_STRANGER: () =>
    say("Hành vi phải là của một người trong vụ việc.", "A violation is that of a party to the case."),
  VIOLATION_CODE_NOT_IN_FORCE: (day: string) =>
    say(
      `Ngày ${viDay(day)} không có quy định nào mang mã này; hành vi áp dụng pháp luật của ngày chấm dứt.`,
      `On ${enDay(day)} no rule of this code was in force: an act is judged by the law of its day.`,
    ),
  VIOLATION_ENDS_AFTER_DETECTION: (day: string) =>
    say(
      `Hành vi chưa chấm dứt khi phát hiện (ngày ${viDay(day)}) thì bỏ trống ngày chấm dứt.`,
      `An act that was still going on when it was detected (on ${enDay(day)}) has no last day.`,
    ),
  VIOLATION_NEEDS_TITLE: () =>
    say("Khung phạt này tính theo từng đầu sách, phải nêu tên.", "This frame goes by the title: name it."),
  VIOLATION_COPIES_OUTSIDE_BAND: (from: number, to: number | null) =>
    say(
      `Mã này áp dụng cho ${bandOf(from, to).vi} mỗi đầu sách.`,
      `This code is for ${bandOf(from, to).en} of one title; choose the code of the right band.`,
    ),
  VIOLATION_STATED_TWICE: () =>
    say("Một hành vi được nêu hai lần.", "The same violation (party, code, title, last day) is stated twice."),
  VIOLATION_NOT_FOUND: () => say("Vụ việc không có hành vi này.", "The case has no such violation."),
  VIOLATION_IS_DECIDED: () =>
    say(
      "Đã có quyết định xử phạt dựa trên hành vi này; hãy sửa đổi hoặc hủy quyết định trước.",
      "A decision rests on this; amend or annul the decision first.",
    ),
  ON_THE_SPOT_FINE_TOO_HIGH: (limit: bigint) =>
    say(
      `Không lập biên bản chỉ khi phạt cảnh cáo hoặc phạt tiền đến ${viVnd(limit)}; nếu không, hãy lập biên bản.`,
      `Without minutes there can be only a warning, or a fine of up to ${enVnd(limit)}; draw up minutes instead.`,
    ),
  ON_THE_SPOT_NEEDS_OFFENDER: () =>
    say("Không rõ người vi phạm thì phải lập biên bản.", "With nobody known there must be minutes."),
  NO_MINUTES_ON_THE_SPOT: () =>
    say("Vụ việc xử phạt tại chỗ không lập biên bản.", "A case dealt with on the spot has no minutes."),
  MINUTES_TOO_FEW_COPIES: () => say("Biên bản phải lập ít nhất hai bản.", "Minutes are made in at least two copies."),
  MINUTES_NEED_REFUSAL_REASON: () =>
    say("Người vi phạm không ký thì phải ghi lý do.", "When the offender did not sign, the minutes say why."),
  MINUTES_NEED_WITNESS: () =>
    say(
      "Người vi phạm không ký thì phải có đại diện chính quyền cấp xã hoặc người chứng kiến ký.",
      "When the offender did not sign, the commune's representative or a witness does.",
    ),
  MINUTES_SIGNED_AND_NOT: () =>
    say("Người vi phạm đã ký thì không có lý do không ký.", "An offender who signed has no reason for not signing."),
  VERIFICATION_CHANGES_ONE_TWICE: () =>
    say("Một hành vi hoặc một người được sửa hai lần.", "The same violation or party is changed twice."),
  EXPLANATION_NOTIFIED: () =>
    say("Đã thông báo quyền giải trình.", "The parties have been told of their right to explain."),
  EXPLANATION_NOT_NOTIFIED: () =>
    say("Chưa thông báo quyền giải trình.", "The parties have not been told of their right to explain yet."),
  NO_RIGHT_TO_EXPLAIN: () => say("Người này không có quyền giải trình.", "This party has no right to explain."),
  ALREADY_ANSWERED: () =>
    say("Người này đã giải trình hoặc đã từ bỏ.", "This party has explained, or waived it, already."),
  EXPLANATION_PERIOD_OVER: (dueOn: string) =>
    say(`Thời hạn giải trình đã hết ngày ${viDay(dueOn)}.`, `The period to explain ended on ${enDay(dueOn)}.`),
  HEARING_NEEDS_REQUEST: () =>
    say("Giải trình trực tiếp phải có ngày yêu cầu.", "An oral explanation needs the day on which it was asked for."),
  HEARING_REQUESTED: () =>
    say("Người này đã yêu cầu giải trình trực tiếp.", "This party has asked for a hearing already."),
  HEARING_NOT_REQUESTED: () =>
    say("Người này chưa yêu cầu giải trình trực tiếp.", "This party has not asked for a hearing."),
  HEARING_BEFORE_NOTICE: (notifiedOn: string) =>
    say(
      `Phiên giải trình phải sau khi thông báo, từ ngày ${viDay(notifiedOn)}.`,
      `A hearing follows its notice: it is held on ${enDay(notifiedOn)} or later.`,
    ),
  MINUTES_GROUND_NEEDS_RESULT: () =>
    say("Phải nêu ngày có kết quả giám định, kiểm nghiệm.", "Give the day of the result of the appraisal or test."),
  MINUTES_GROUND_TAKES_NO_RESULT: () =>
    say(
      "Chỉ nêu ngày có kết quả khi có giám định, kiểm nghiệm, phương tiện kỹ thuật.",
      "A day of a result is given only for an appraisal, a test or a technical device.",
    ),
  HEARING_ASKED_TOO_LATE: (dueOn: string) =>
    say(
      `Yêu cầu giải trình trực tiếp phải gửi chậm nhất ngày ${viDay(dueOn)}.`,
      `An oral explanation had to be asked for by ${enDay(dueOn)}.`,
    ),
  EXPLANATION_EXTENDED: () => say("Thời hạn chỉ được gia hạn một lần.", "The period was extended already."),
  VERIFICATION_REQUESTED: () =>
    say("Đã ghi nhận cần xác minh.", "It is recorded already that the case needs verification."),
  CASE_IS_COMPLEX: () => say("Đã ghi nhận vụ việc phức tạp.", "The case is marked as complex already."),
  TRANSFERRED_TO_SAME_UNIT: () => say("Đơn vị này đang thụ lý.", "That unit has the case already."),
  CLOSING_GROUND_WRONG: (ground: ClosingGround) =>
    ground === "PROSECUTED"
      ? say(
          "Chỉ kết thúc vì đã truy cứu trách nhiệm hình sự khi hồ sơ đang ở cơ quan tiến hành tố tụng.",
          "A case is closed as prosecuted only while its file is with the investigating body.",
        )
      : say(
          "Hồ sơ đang ở cơ quan tiến hành tố tụng thì chưa kết thúc được với căn cứ này; hãy nhận lại hồ sơ trước.",
          "While the file is with the investigating body this is no ground; take the file back first.",
        ),
  CASE_NOT_OF_STATE_BODY: () =>
    say(
      "Căn cứ này chỉ dành cho vụ việc mà mọi đối tượng đều là cơ quan nhà nước.",
      "This is a ground only where every party of the case is a state body.",
    ),
  CASE_HAS_DECISIONS: () =>
    say(
      "Vụ việc đang có quyết định xử phạt; chỉ được kết thúc khi đã thi hành xong.",
      "A decision stands in the case: it can be closed only as executed, and not be voided.",
    ),
  CASE_NOT_EXECUTED: () =>
    say("Chưa thi hành xong quyết định nào, hoặc chưa hết.", "Not every decision of the case has been carried out."),
  CASE_NOT_TIME_BARRED: (until: string) =>
    say(`Còn xử phạt được đến hết ngày ${viDay(until)}.`, `The acts can still be fined until ${enDay(until)}.`),
  CASE_HAS_SEIZURES: () =>
    say("Vụ việc đang có tang vật bị tạm giữ.", "Exhibits were seized in the case; it cannot be voided."),
});
