import { catalog } from "../kernel/refusal.js";
import type { Instant, LocalDate } from "../kernel/time.js";
import { enDay, enMoment, say, viDay, viMoment } from "../kernel/words.js";

export const pressConferenceRefusals = catalog({
  PRESS_CONFERENCE_NOT_FOUND: () =>
    say("Không có cuộc họp báo này trong sổ.", "There is no such press conference in the ledger."),
  PRESS_CONFERENCE_AHEAD: () => say("Việc này chưa đến.", "That lies ahead."),
  PRESS_CONFERENCE_NOTICE_AFTER_IT: (at: Instant) =>
    say(
      `Thông báo phải trước khi họp báo (${viMoment(at)}).`,
      `A notice is given before the conference (${enMoment(at)}).`,
    ),
  PRESS_CONFERENCE_NOT_OF_OTHERS: () =>
    say("Chỉ thông báo họp báo của nơi khác mới được trả lời.", "Only a notice of others is answered."),
  PRESS_CONFERENCE_NOT_ITS_OWN: () =>
    say(
      "Đây là họp báo của nơi khác; thông báo đã ghi khi đăng ký.",
      "It is held by others, whose notice is registered.",
    ),
  PRESS_CONFERENCE_NEEDS_SPEAKER: () =>
    say("Họp báo của đơn vị phải nêu người phát ngôn.", "A unit's own conference names who speaks."),
  PRESS_CONFERENCE_SPEAKER_OF_OTHERS: () =>
    say(
      "Họp báo của nơi khác không có người phát ngôn của đơn vị.",
      "At a conference of others nobody speaks for the unit.",
    ),
  PRESS_CONFERENCE_CHANGE_OUT_OF_ORDER: (on: LocalDate) =>
    say(`Chỉ có thể từ ngày ${viDay(on)} trở đi.`, `This can be from ${enDay(on)} on, not before.`),
  PRESS_CONFERENCE_STATEMENT_RESTS_ON_IT: () =>
    say(
      "Đã có phát ngôn ghi tại cuộc họp báo này; hãy hủy lần phát ngôn đó trước.",
      "A statement is recorded as made at this conference: void that one first.",
    ),
});
