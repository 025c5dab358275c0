import type { ExpectedRevision } from "../eventstore/contract.js";
import { catalog, say } from "../domain/kernel/refusal.js";

/** Refusals that any command can meet, whatever its subject. */
export const commandRefusals = catalog({
  NOT_ALLOWED: () => say("Vai trò của bạn không được làm việc này.", "Your role may not do this."),
  ACTOR_UNIT_UNKNOWN: () =>
    say("Đơn vị trong thẻ truy cập không có trong sổ đơn vị.", "The unit named in your token is not in the register."),
  INVALID_INPUT: () => say("Dữ liệu nhập chưa đúng dạng.", "The input does not have the right form."),
  COMMAND_ID_REUSED: () =>
    say(
      "Mã lệnh này đã dùng cho một lệnh khác, hoặc bởi tài khoản khác; hãy tạo mã mới.",
      "The id of this command was used for another one, or by another account; make a new one.",
    ),
  CAUSE_NOT_FOUND: () =>
    say(
      "Không có lệnh nào mang mã được nêu là nguyên nhân.",
      "The command that is named as the cause is not in the ledger.",
    ),
  CAUSE_IS_ITSELF: () =>
    say("Một lệnh không thể là nguyên nhân của chính nó.", "A command cannot be the cause of itself."),
  REVISION_CONFLICT: (expected: number, actual: ExpectedRevision) =>
    actual === "no_stream"
      ? say("Hồ sơ này chưa có.", `You based this on revision ${expected}, but there is no such record yet.`)
      : say(
          "Có người vừa sửa hồ sơ này sau khi bạn đọc. Hãy đọc lại rồi gửi lại.",
          `The record has changed: you based this on revision ${expected}, it is now ${actual}. Read it again and resend.`,
        ),
  TOO_MUCH_CONTENTION: () =>
    say("Nhiều người đang ghi cùng hồ sơ; hãy thử lại.", "Too many are writing to the same record; try again."),
  COMMAND_TOO_LARGE: () => say("Lệnh có nội dung quá lớn.", "The command carries too much content."),
});
