import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";

export const statementRefusals = catalog({
  STATEMENT_NOT_FOUND: () => say("Không có lần phát ngôn này trong sổ.", "There is no such statement in the ledger."),
  STATEMENT_AHEAD: () => say("Việc này chưa đến.", "That lies ahead."),
  STATEMENT_NEEDS_OUTLET: () =>
    say(
      "Đề nghị phản hồi, cải chính phải nêu cơ quan báo chí được đề nghị.",
      "A request for a reply or a correction names the press agency that is asked.",
    ),
  STATEMENT_OUTLET_NOT_FOUND: () => say("Không có cơ quan báo chí này trong sổ.", "There is no such press agency."),
  STATEMENT_CONFERENCE_NOT_ITS_OWN: () =>
    say(
      "Cuộc họp báo phải do chính đơn vị tổ chức và đã diễn ra.",
      "The press conference must be one that the unit itself has held.",
    ),
  STATEMENT_CONFERENCE_OF_ANOTHER_FORM: () =>
    say("Chỉ phát ngôn tại họp báo mới nêu cuộc họp báo.", "Only what was said at a press conference names one."),
  STATEMENT_PERIOD_OF_ANOTHER_OCCASION: () =>
    say("Chỉ cung cấp thông tin định kỳ mới nêu kỳ.", "Only periodic information is for a period."),
  STATEMENT_PERIOD_AHEAD: () =>
    say("Kỳ được cung cấp muộn phải trước ngày phát ngôn.", "A period that is served late lies before the statement."),
  STATEMENT_SUBJECT_NOT_FOUND: () => say("Không có hồ sơ này trong sổ.", "There is no such record in the ledger."),
  STATEMENT_IS_NO_REQUEST: () =>
    say(
      "Chỉ đề nghị phản hồi, cải chính mới có kết quả đăng, phát.",
      "Only a request for a reply or a correction has such an outcome.",
    ),
  STATEMENT_CHANGE_OUT_OF_ORDER: (on: LocalDate) =>
    say(`Chỉ có thể từ ngày ${viDay(on)} trở đi.`, `This can be from ${enDay(on)} on, not before.`),
  STATEMENT_FULFILS_DUTY: () =>
    say(
      "Một nghĩa vụ phát ngôn đã được ghi là hoàn thành bằng lần phát ngôn này; hãy mở lại nghĩa vụ đó trước.",
      "An urgent duty is recorded as fulfilled by this statement: reopen that duty first.",
    ),
});
