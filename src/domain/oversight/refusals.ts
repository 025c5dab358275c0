import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";

export const oversightRefusals = catalog({
  OVERSIGHT_NOT_FOUND: () => say("Không có cuộc giám sát này trong sổ.", "There is no such supervision."),
  OVERSIGHT_PERIOD_BACKWARDS: () =>
    say("Thời kỳ giám sát kết thúc trước khi bắt đầu.", "The period examined ends before it begins."),
  OVERSIGHT_UNIT_NOT_SUPERVISED: () =>
    say("Đơn vị này không chịu sự giám sát của cuộc này.", "This unit is not among those supervised."),
  OVERSIGHT_STEP_OUT_OF_ORDER: (day: LocalDate) =>
    say(
      `Việc này không thể diễn ra trước ngày quyết định giám sát, ${viDay(day)}.`,
      `This cannot have been before the day of the decision, ${enDay(day)}.`,
    ),
  OVERSIGHT_REPORT_NOT_FOUND: () =>
    say("Không có yêu cầu báo cáo này.", "There is no such report asked for in this supervision."),
  OVERSIGHT_REPORT_RECEIVED: (day: LocalDate) =>
    say(`Đã nhận báo cáo này ngày ${viDay(day)}.`, `The report came on ${enDay(day)} already.`),
  OVERSIGHT_FIGURE_UNKNOWN: (measure: string) =>
    say(`Không có chỉ tiêu “${measure}”.`, `No figure is called “${measure}”.`),
  OVERSIGHT_FIGURE_NOT_SO: () =>
    say("Chỉ tiêu này không phân theo tiêu chí đã nêu.", "This figure cannot be told apart by what is asked."),
  OVERSIGHT_FIGURE_NOT_FOUND: () => say("Không có số liệu này trong hồ sơ.", "No such figure was laid."),
  OVERSIGHT_FIGURE_IN_FINDING: () =>
    say(
      "Số liệu này đang được một nhận định dẫn chứng; rút nhận định trước.",
      "A finding rests on this figure; withdraw the finding first.",
    ),
  OVERSIGHT_FINDING_NOT_FOUND: () => say("Không có nhận định này.", "There is no such finding."),
  OVERSIGHT_RECOMMENDATION_NOT_FOUND: () => say("Không có kiến nghị này.", "There is no such recommendation."),
  OVERSIGHT_RECOMMENDATION_ANSWERED: () =>
    say(
      "Kiến nghị này đã được đơn vị trả lời hoặc thực hiện nên không rút được.",
      "The unit has answered or begun to carry out this recommendation; it cannot be withdrawn.",
    ),
  OVERSIGHT_RECOMMENDATION_NOT_DONE: () =>
    say("Chỉ xác nhận được kiến nghị đã báo cáo thực hiện.", "Only what was reported as carried out can be confirmed."),
  OVERSIGHT_RECOMMENDATION_CONFIRMED: () =>
    say("Kiến nghị này đã được xác nhận thực hiện.", "It was confirmed that this is carried out."),
  OVERSIGHT_RECOMMENDATION_STANDS_OPEN: () =>
    say("Kiến nghị này đang mở.", "This recommendation is open as it stands."),
  OVERSIGHT_EVIDENCE_NOT_FOUND: () =>
    say("Không có hồ sơ dẫn chứng này trong sổ.", "There is no such record in the ledger."),
  OVERSIGHT_FOLLOWED_BY_ITSELF: () =>
    say("Cuộc giám sát tiếp theo phải là cuộc khác.", "It cannot be taken up in itself."),
  OVERSIGHT_AHEAD: () => say("Ngày này còn ở phía trước.", "This day lies ahead."),
});
