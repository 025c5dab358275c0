import { catalog, say } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, listed, viDay } from "../kernel/words.js";

export const unitRefusals = catalog({
  UNIT_NOT_FOUND: () => say("Không có đơn vị này trong sổ.", "There is no such unit in the register."),
  UNIT_NAME_TAKEN: (name: string) =>
    say(`Đang có đơn vị khác cùng loại tên “${name}”.`, `Another active unit of this kind is named “${name}”.`),
  /** Who carries on, in words, as far as it is known. */
  UNIT_ENDED: (name: string, endsOn: LocalDate, heirsVi?: string, heirsEn?: string) =>
    say(
      `${name} đã kết thúc hoạt động từ ngày ${viDay(endsOn)}: từ ngày đó hãy nêu đơn vị kế tục${listed(heirsVi)}; việc xảy ra trước đó thì nêu ngày xảy ra.`,
      `${name} ended on ${enDay(endsOn)}: from that day on, name the unit that carries on its work${listed(heirsEn)}; for what happened before, give its day.`,
    ),
  UNIT_NOT_YET_STARTED: (name: string, startsOn: LocalDate) =>
    say(`${name} chỉ hoạt động từ ngày ${viDay(startsOn)}.`, `${name} exists only from ${enDay(startsOn)}.`),
  UNIT_ENDS_BEFORE_TAKING_IN: (name: string, day: LocalDate) =>
    say(
      `${name} đã tiếp nhận đơn vị khác ngày ${viDay(day)} nên không thể kết thúc trước ngày đó.`,
      `${name} took in another unit on ${enDay(day)}; it cannot have ended before.`,
    ),
  MERGER_NEEDS_PREDECESSOR: () =>
    say("Sáp nhập cần ít nhất một đơn vị được nhập.", "A merger needs at least one unit that ends in it."),
  MERGER_INTO_NEW_NEEDS_TWO: () =>
    say(
      "Thành lập đơn vị mới do sáp nhập cần ít nhất hai đơn vị cũ; một đơn vị thì hãy đổi tên.",
      "A new unit by merger needs at least two old ones; for one, rename it.",
    ),
  SPLIT_NEEDS_TWO: () =>
    say("Chia, tách cần ít nhất hai đơn vị kế tiếp.", "A split needs at least two successor units."),
  UNIT_NAMED_TWICE: () => say("Đơn vị được nêu hai lần.", "The same unit is named twice."),
  FUNCTION_NOT_HELD: () =>
    say("Đơn vị chuyển đi không có chức năng này.", "The unit does not hold the function that is to move."),
  FUNCTION_ALREADY_HELD: () =>
    say("Đơn vị nhận đã có chức năng này.", "The receiving unit already holds this function."),
  UNIT_HAS_NO_SUCCESSOR: () =>
    say(
      "Đơn vị này chưa được ghi là nhập vào hay chia, tách thành đơn vị khác.",
      "No merger or split of this unit was recorded.",
    ),
  UNIT_CORRECTION_NEEDS_REASON: () =>
    say("Đính chính sổ đơn vị phải nêu lý do.", "A correction of the register of units needs a reason."),
  UNIT_UNDER_ITSELF: (name: string) =>
    say(
      `${name} sẽ trực thuộc chính mình. Hãy chuyển đơn vị bên dưới sang trực thuộc đơn vị khác trước.`,
      `${name} would stand under itself. First place the unit below it under another.`,
    ),
  UNIT_PARENT_UNCHANGED: () =>
    say("Đơn vị đang trực thuộc đúng đơn vị này.", "The unit stands under this very unit already."),
  UNIT_PARENT_NOT_RECORDED: (day: LocalDate) =>
    say(
      `Không có đơn vị cấp trên nào được ghi từ ngày ${viDay(day)}. Hãy nêu ngày đã ghi.`,
      `No parent was entered as of ${enDay(day)}. Give the day that was entered.`,
    ),
  CALENDAR_HASH_MALFORMED: () =>
    say(
      "Mã băm phải là SHA-256 của khóa bí mật, viết bằng chữ số thập lục phân thường.",
      "The hash must be the SHA-256 of the secret, in small hexadecimal digits.",
    ),
  CALENDAR_SECRET_TAKEN: () =>
    say(
      "Khóa bí mật này đã dùng cho lịch khác. Hãy tạo khóa mới.",
      "Another calendar has this secret. Make a new one.",
    ),
  CALENDARS_TOO_MANY: () =>
    say(
      "Đơn vị đã có quá nhiều lịch. Hãy thu hồi lịch không còn dùng.",
      "The unit has too many calendars. Withdraw those that nobody uses.",
    ),
  CALENDAR_NOT_FOUND: () =>
    say("Đơn vị không có lịch này, hoặc lịch đã thu hồi.", "The unit has no such calendar, or it was withdrawn."),
  UNIT_NAME_UNCHANGED: () => say("Tên mới trùng tên hiện tại.", "The new name is the present one."),
});
