import { catalog } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";

export const pressItemRefusals = catalog({
  PRESS_ITEM_NOT_FOUND: () => say("Không có tin, bài này trong sổ.", "There is no such press item."),
  PRESS_ITEM_NEEDS_OUTLET: () =>
    say(
      "Nêu cơ quan báo chí trong sổ, hoặc tên cơ quan đăng, phát.",
      "Name the press agency, or the outlet by its name.",
    ),
  PRESS_ITEM_ADDRESS_SAYS_NOTHING: () =>
    say(
      "Nêu địa chỉ của tin, bài hoặc mã băm của bản thu thập.",
      "Give the address, or the hash of what was captured, or both.",
    ),
  PRESS_ITEM_ADDRESS_KNOWN: () => say("Địa chỉ này đã có trong hồ sơ.", "This address is recorded already."),
  PRESS_ITEM_AHEAD: () => say("Thời điểm này còn ở phía trước.", "This lies ahead."),
  PRESS_ITEM_OUT_OF_ORDER: (on: LocalDate) =>
    say(
      `Việc này không thể diễn ra trước ngày đăng, phát, ${viDay(on)}.`,
      `This cannot have been before the item was published on ${enDay(on)}.`,
    ),
  PRESS_ITEM_JOINED: () =>
    say(
      "Tin, bài này thuộc nhóm của tin, bài khác: xử lý ở tin, bài đứng đầu nhóm.",
      "This item belongs to the cluster of another: handle that one.",
    ),
  PRESS_ITEM_NOT_JOINED: () => say("Tin, bài này không thuộc nhóm nào.", "This item belongs to no other."),
  PRESS_ITEM_IS_HEAD: () =>
    say(
      "Tin, bài này đứng đầu một nhóm: tách các tin, bài trong nhóm ra trước.",
      "Other items belong to this one: split them from it first.",
    ),
  PRESS_ITEM_HEAD_BELONGS_ELSEWHERE: () =>
    say(
      "Tin, bài được chọn thuộc nhóm khác hoặc đã hủy: chọn tin, bài đứng đầu nhóm.",
      "The one chosen belongs to another itself, or is void: choose the head of its cluster.",
    ),
  PRESS_ITEM_JOINED_TO_ITSELF: () =>
    say("Không thể ghép tin, bài vào chính nó.", "An item cannot be joined to itself."),
  PRESS_ITEM_CLAIM_NOT_FOUND: () => say("Không có nội dung nêu này.", "There is no such claim."),
  PRESS_ITEM_CLAIM_VERIFIED: () => say("Nội dung này đã được xác minh.", "This claim was verified."),
  PRESS_ITEM_CLAIM_TWICE: () => say("Nội dung này được kết luận hai lần.", "This claim is judged twice."),
  PRESS_ITEM_CLAIM_LEFT_OUT: () =>
    say(
      "Phải kết luận từng nội dung mà tin, bài nêu, và có ít nhất một nội dung.",
      "Each claim of the item is to be judged, and there must be one at least.",
    ),
  PRESS_DEADLINE_NEEDS_DAY: () =>
    say("Nêu thời hạn và văn bản quy định thời hạn đó.", "Give the last day, and the paper that sets it."),
  PRESS_DEADLINE_NOT_GIVEN: () =>
    say(
      "Thời hạn này do pháp luật hoặc quy chế trong sổ quy định, không nhập.",
      "This deadline follows from the law or a registered rule; it is not given.",
    ),
  PRESS_DEADLINE_WITHOUT_LAW: (on: LocalDate) =>
    say(
      `Ngày ${viDay(on)} không có quy định về thời hạn này; chọn căn cứ khác.`,
      `On ${enDay(on)} no rule sets this period; choose another source.`,
    ),
  PRESS_DEADLINE_BEFORE_ASSIGNMENT: () =>
    say("Thời hạn không thể trước ngày giao.", "The deadline cannot be before the assignment."),
  PRESS_DEADLINE_NOT_LATER: (on: LocalDate) =>
    say(`Thời hạn mới phải sau ngày ${viDay(on)}.`, `The new deadline must be after ${enDay(on)}.`),
  PRESS_CORRECTION_NEEDS_CONCLUSION: () =>
    say(
      "Yêu cầu cải chính phải căn cứ kết luận bằng văn bản (Luật Báo chí 2016, Điều 42): nêu số kết luận.",
      "A correction is asked for on a written conclusion (Press Law 2016, Art. 42): give its number.",
    ),
  PRESS_CORRECTION_OF_WHAT_IS_TRUE: () =>
    say(
      "Chỉ yêu cầu cải chính tin, bài đã được xác minh là sai, hoặc sai một phần.",
      "Only an item that was found false, or partly so, is to be corrected.",
    ),
  PRESS_REQUEST_NOT_FOUND: () => say("Không có yêu cầu này trong hồ sơ.", "There is no such request."),
  PRESS_REQUEST_ANSWERED: (on: LocalDate) =>
    say(`Yêu cầu này đã được trả lời ngày ${viDay(on)}.`, `This was answered on ${enDay(on)} already.`),
  PRESS_ITEM_IS_TO_BE_HANDLED: () =>
    say(
      "Tin, bài nêu vấn đề hoặc nghi sai sự thật phải được giao xử lý.",
      "An item that raises an issue or may be false is to be assigned and handled.",
    ),
  PRESS_ITEM_CONSEQUENCE_NOT_FOUND: () => say("Không có hồ sơ này trong sổ.", "There is no such record."),
  PRESS_ITEM_CONSEQUENCE_NOT_LINKED: () =>
    say("Hồ sơ này không được gắn là hệ quả.", "This record is not linked as a consequence."),
  PRESS_ITEM_CONSEQUENCE_LINKED: () =>
    say("Hồ sơ này đã được gắn, hoặc là chính tin, bài này.", "This record is linked already, or is this item itself."),
});
