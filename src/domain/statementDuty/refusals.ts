import { catalog } from "../kernel/refusal.js";
import type { Instant, LocalDate } from "../kernel/time.js";
import { enDay, enMoment, say, viDay, viMoment } from "../kernel/words.js";

export const statementDutyRefusals = catalog({
  STATEMENT_DUTY_NOT_FOUND: () =>
    say("Không có nghĩa vụ phát ngôn này trong sổ.", "There is no such duty to speak in the ledger."),
  STATEMENT_DUTY_AHEAD: () => say("Việc này chưa đến.", "That lies ahead."),
  STATEMENT_DUTY_WITHOUT_RULE: (on: LocalDate) =>
    say(
      `Ngày ${viDay(on)} không có quy định nào về nghĩa vụ này đối với đơn vị.`,
      `On ${enDay(on)} no rule lays this duty on the unit.`,
    ),
  STATEMENT_DUTY_SUBJECT_NOT_FOUND: () => say("Không có hồ sơ này trong sổ.", "There is no such record in the ledger."),
  STATEMENT_DUTY_IS_PERIODIC: () =>
    say(
      "Nghĩa vụ định kỳ được tính từ các lần cung cấp thông tin, không ghi hoàn thành.",
      "A periodic duty follows from what was said and held; nothing is recorded as fulfilling it.",
    ),
  STATEMENT_OF_ANOTHER_UNIT: () =>
    say("Lần phát ngôn phải của chính đơn vị.", "The statement must be one of the unit itself."),
  STATEMENT_NOT_MADE: () => say("Lần phát ngôn đã bị hủy hoặc rút lại.", "The statement is void, or was withdrawn."),
  STATEMENT_BEFORE_DUTY: (since: Instant) =>
    say(
      `Lần phát ngôn phải sau khi nghĩa vụ phát sinh (${viMoment(since)}).`,
      `The statement must come after what triggered the duty (${enMoment(since)}).`,
    ),
});
