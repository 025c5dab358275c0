import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";

const mayThenVi = (on: LocalDate, posts?: string): string =>
  posts === undefined
    ? `Ngày ${viDay(on)} đơn vị chưa có ai được phát ngôn; hãy phân công trước.`
    : `Người được phát ngôn ngày ${viDay(on)}: ${posts}.`;
const mayThenEn = (on: LocalDate, posts?: string): string =>
  posts === undefined
    ? `On ${enDay(on)} nobody may speak for the unit: appoint somebody first.`
    : `Who may speak on ${enDay(on)}: ${posts}.`;

export const spokespersonRefusals = catalog({
  SPOKESPERSON_NOT_FOUND: () =>
    say("Không có người phát ngôn này trong sổ.", "There is no such spokesperson in the register."),
  AUTHORISATION_NEEDS_MATTER: () =>
    say(
      "Ủy quyền phát ngôn phải nêu vụ việc và thời hạn (Nghị định 09/2017/NĐ-CP, Điều 2).",
      "An authorisation to speak is for one matter and a time: give both (Decree 09/2017/NĐ-CP, Art. 2).",
    ),
  AUTHORISATION_PASSED_ON: () =>
    say(
      "Người được ủy quyền phát ngôn không được ủy quyền tiếp cho người khác (Nghị định 09/2017/NĐ-CP, Điều 2).",
      "Whoever is authorised to speak may not pass that on (Decree 09/2017/NĐ-CP, Art. 2).",
    ),
  AUTHORISED_BY_ANOTHER_UNIT: () =>
    say("Người ủy quyền không thuộc đơn vị này.", "Whoever authorises must speak for the same unit."),
  AUTHORISER_DOES_NOT_SPEAK: (on: LocalDate) =>
    say(
      `Ngày ${viDay(on)} người ủy quyền không có quyền phát ngôn cho đơn vị.`,
      `On ${enDay(on)} whoever authorises does not speak for the unit.`,
    ),
  APPOINTMENT_ENDS_BEFORE_IT_BEGINS: () =>
    say("Ngày kết thúc phải từ ngày bắt đầu trở đi.", "It cannot end before it begins."),
  APPOINTMENT_CHANGE_OUT_OF_ORDER: (on: LocalDate) =>
    say(
      `Chỉ có thể có hiệu lực từ ngày ${viDay(on)} trở đi.`,
      `This can take effect from ${enDay(on)} on, not before.`,
    ),
  REPLACEMENT_OF_ANOTHER_UNIT: () =>
    say("Người thay thế phải phát ngôn cho cùng đơn vị.", "The replacement must speak for the same unit."),
  REPLACED_BY_ITSELF: () =>
    say("Người thay thế phải là phân công khác.", "The replacement must be another appointment."),
  SPEAKER_OF_ANOTHER_UNIT: (on: LocalDate, posts?: string) =>
    say(
      `Người này không phát ngôn cho đơn vị. ${mayThenVi(on, posts)}`,
      `This person does not speak for the unit. ${mayThenEn(on, posts)}`,
    ),
  SPEAKER_MAY_NOT_SPEAK: (on: LocalDate, posts?: string) =>
    say(
      `Ngày ${viDay(on)} người này không có quyền phát ngôn cho đơn vị. ${mayThenVi(on, posts)}`,
      `On ${enDay(on)} this person may not speak for the unit. ${mayThenEn(on, posts)}`,
    ),
  SPEAKER_FOR_ANOTHER_MATTER: () =>
    say(
      "Người được ủy quyền chỉ phát ngôn về vụ việc được ủy quyền; hãy nêu đúng vụ việc đó (Nghị định 09/2017/NĐ-CP, Điều 2).",
      "Whoever is authorised speaks about the one matter only: name that matter (Decree 09/2017/NĐ-CP, Art. 2).",
    ),
});
