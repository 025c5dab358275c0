import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";

/** The sentences name neither persons nor numbers of papers: they go into logs and onto screens. */
export const reporterRefusals = catalog({
  REPORTER_NOT_FOUND: () => say("Không có phóng viên này trong sổ.", "There is no such reporter in the register."),
  REPORTER_IS_DUPLICATE: () =>
    say(
      "Hồ sơ này đã được gộp vào hồ sơ khác; hãy ghi vào hồ sơ còn lại.",
      "This entry was merged into another one; write to that one.",
    ),
  REPORTER_CORRECTION_NEEDS_REASON: () =>
    say("Đính chính hồ sơ phải nêu lý do.", "A correction of the register needs a reason."),
  PRESS_CARD_NOT_FOUND: () =>
    say("Phóng viên không có thẻ nhà báo số này.", "The reporter has no press card of this number."),
  REPORTER_HAS_NO_PRESS_CARD: () =>
    say("Phóng viên không có thẻ nhà báo nào trong sổ.", "The reporter has no press card in the register."),
  // Whose it is may be read by those alone who may read numbers of cards; whoever has the card in hand is helped without.
  PRESS_CARD_TAKEN: () =>
    say(
      "Thẻ nhà báo số này đã ghi cho phóng viên khác. Hãy xem lại số thẻ, tìm phóng viên theo tên trong sổ, hoặc hỏi cán bộ quản lý báo chí.",
      "The press card of this number is recorded for another reporter. Check the number, look for the reporter by name, or ask a press officer.",
    ),
  PRESS_CARD_ALREADY_RECORDED: () => say("Thẻ nhà báo này đã được ghi nhận.", "This press card is recorded already."),
  PRESS_CARD_TERM_REVERSED: () =>
    say("Thẻ hết hạn trước ngày cấp.", "The press card would expire before it was issued."),
  PRESS_CARD_WITHDRAWN_ALREADY: (on: LocalDate) =>
    say(`Thẻ nhà báo này đã bị thu hồi ngày ${viDay(on)}.`, `This press card was withdrawn on ${enDay(on)}.`),
  PRESS_CARD_WITHDRAWN_BEFORE_ISSUE: (issuedOn: LocalDate) =>
    say(
      `Thẻ nhà báo chỉ được cấp ngày ${viDay(issuedOn)}; ngày thu hồi không thể trước ngày đó.`,
      `The press card was issued only on ${enDay(issuedOn)}; it cannot have been withdrawn before that day.`,
    ),
  PRESS_CARD_ISSUED_AFTER_WITHDRAWAL: (withdrawnOn: LocalDate) =>
    say(
      `Thẻ nhà báo này đã bị thu hồi ngày ${viDay(withdrawnOn)}; ngày cấp không thể sau ngày đó.`,
      `This press card was withdrawn on ${enDay(withdrawnOn)}; it cannot have been issued after that day.`,
    ),
  LETTER_NEEDS_UNIT: () =>
    say("Giấy giới thiệu phải ghi tên cơ quan, đơn vị nơi đến.", "A letter of introduction names the unit."),
  LETTER_NEEDS_CONTENT: () =>
    say("Giấy giới thiệu phải ghi nội dung làm việc.", "A letter of introduction names what it is about."),
  LETTER_NAMES_UNIT_TWICE: () =>
    say("Giấy giới thiệu nêu một đơn vị hai lần.", "The letter names the same unit twice."),
  LETTER_TERM_REVERSED: () =>
    say("Giấy giới thiệu hết hạn trước ngày cấp.", "The letter would expire before it was issued."),
  LETTER_ALREADY_RECORDED: () =>
    say("Giấy giới thiệu này đã được ghi nhận.", "This letter of introduction is recorded already."),
  TRANSFER_TO_SAME_AGENCY: () =>
    say("Phóng viên đang thuộc cơ quan báo chí này.", "The reporter works for this press agency already."),
  TRANSFER_BEFORE_START: (since: LocalDate) =>
    say(
      `Phóng viên làm việc từ ngày ${viDay(since)}; chỉ có thể chuyển sau ngày đó.`,
      `The reporter's first engagement begins on ${enDay(since)}; a transfer lies after that day.`,
    ),
  REPORTER_NOT_MERGED: () =>
    say("Hồ sơ này chưa được gộp vào hồ sơ nào.", "This entry was not merged into another one."),
  REPORTER_INTO_ITSELF: () => say("Không thể gộp hồ sơ vào chính nó.", "An entry cannot be merged into itself."),
});
