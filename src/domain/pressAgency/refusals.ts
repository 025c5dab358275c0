import { catalog, say } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, viDay } from "../kernel/words.js";

export const pressAgencyRefusals = catalog({
  PRESS_AGENCY_NOT_FOUND: () =>
    say("Không có cơ quan báo chí này trong sổ.", "There is no such press agency in the register."),
  PRESS_AGENCY_NEEDS_KIND: () =>
    say("Cơ quan báo chí phải có ít nhất một loại hình.", "A press agency has at least one kind."),
  PRESS_AGENCY_NAME_TAKEN: (name: string) =>
    say(`Đang có cơ quan báo chí khác tên “${name}”.`, `Another active press agency is named “${name}”.`),
  PRESS_AGENCY_NAME_UNCHANGED: () => say("Tên mới trùng tên hiện tại.", "The new name is the present one."),
  /** `heir`: the agency that carries on. */
  PRESS_AGENCY_ENDED: (name: string, endsOn: LocalDate, heir?: string) =>
    say(
      `${name} đã kết thúc hoạt động từ ngày ${viDay(endsOn)}${heir === undefined ? "" : `; cơ quan kế tục: ${heir}`}.`,
      `${name} ended on ${enDay(endsOn)}${heir === undefined ? "" : `; ${heir} carries on its work`}.`,
    ),
  PRESS_AGENCY_NOT_YET_REGISTERED: (name: string, registeredOn: LocalDate) =>
    say(
      `${name} chỉ được ghi nhận từ ngày ${viDay(registeredOn)}.`,
      `${name} is registered only from ${enDay(registeredOn)}.`,
    ),
  PRESS_AGENCY_SUSPENDED_ALREADY: (from: LocalDate) =>
    say(
      `Thời gian này trùng với lần đình chỉ từ ngày ${viDay(from)}.`,
      `This term overlaps the suspension that began on ${enDay(from)}.`,
    ),
  SUSPENSION_ENDS_BEFORE_IT_BEGINS: () =>
    say("Ngày cuối đình chỉ phải từ ngày bắt đầu trở đi.", "A suspension cannot end before it begins."),
  PRESS_AGENCY_NOT_SUSPENDED: () =>
    say("Cơ quan báo chí này không bị đình chỉ.", "This press agency is not suspended."),
  REINSTATED_BEFORE_SUSPENSION: (from: LocalDate) =>
    say(`Chỉ có thể cho hoạt động lại sau ngày ${viDay(from)}.`, `It can be reinstated only after ${enDay(from)}.`),
  PRESS_AGENCY_NOT_MERGED: () =>
    say(
      "Cơ quan báo chí này chưa được ghi là sáp nhập vào cơ quan khác.",
      "No merger of this press agency into another was recorded.",
    ),
  PRESS_AGENCY_CORRECTION_NEEDS_REASON: () =>
    say("Đính chính sổ cơ quan báo chí phải nêu lý do.", "A correction of the register of the press needs a reason."),
  PRESS_AGENCY_INTO_ITSELF: () =>
    say("Không thể nhập cơ quan báo chí vào chính nó.", "A press agency cannot be merged into itself."),
  PRESS_AGENCY_ENDS_BEFORE_TAKING_IN: (name: string, day: LocalDate) =>
    say(
      `${name} đã tiếp nhận cơ quan khác ngày ${viDay(day)} nên phải kết thúc sau ngày đó.`,
      `${name} took in another agency on ${enDay(day)}; it can end only after that day.`,
    ),
});
