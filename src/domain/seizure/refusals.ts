import { catalog } from "../kernel/refusal.js";
import { enCount, enDay, say, viCount, viDay } from "../kernel/words.js";

export const seizureRefusals = catalog({
  SEIZURE_NOT_FOUND: () => say("Không có lần tạm giữ tang vật này.", "There is no such seizure."),
  EXHIBIT_LINE_NOT_FOUND: () =>
    say("Bảng kê không có mục tang vật này.", "The inventory of this seizure has no such line."),
  SEIZURE_CASE_OVER: () =>
    say("Vụ việc đã kết thúc hoặc đã hủy.", "The case is closed or void; nothing can be seized for it."),
  SEIZURE_RECORDED_ALREADY: () =>
    say("Biên bản tạm giữ này của vụ việc đã được ghi.", "These minutes of seizure stand in the case already."),
  SEIZURE_WITHOUT_LINES: () => say("Bảng kê phải có ít nhất một mục.", "An inventory has at least one line."),
  EXHIBIT_LINE_TWICE: () =>
    say("Bảng kê có hai mục giống nhau; hãy gộp lại.", "The inventory has the same line twice; put them together."),
  EXHIBIT_LINE_NAMED_TWICE: () => say("Một mục được nêu hai lần.", "The same line is named twice."),
  EXHIBIT_LINES_NOT_NAMED: () => say("Phải nêu ít nhất một mục.", "At least one line must be named."),
  EXHIBIT_COPIES_NOT_POSITIVE: () =>
    say("Số lượng phải là số nguyên lớn hơn 0.", "A number of copies is a whole number above 0."),
  EXHIBITS_BEFORE_SEIZURE: (seizedOn: string) =>
    say(
      `Không thể xảy ra trước ngày tạm giữ ${viDay(seizedOn)}.`,
      `This cannot have been done before the seizure on ${enDay(seizedOn)}.`,
    ),
  SEIZURE_CASE_NOT_TRANSFERRED: () =>
    say(
      "Hồ sơ vụ việc chưa được chuyển đến người có thẩm quyền khác.",
      "The file of the case was not passed to another with the power.",
    ),
  SEIZURE_EXTENSION_OUT_OF_ORDER: () =>
    say(
      "Kéo dài thời hạn lần đầu trước, kéo dài vì vụ việc phức tạp sau, mỗi loại một lần.",
      "The ordinary extension comes first, the one for complex cases after it, each once.",
    ),
  SEIZURE_EXTENSION_TOO_LATE: (dueOn: string) =>
    say(
      `Thời hạn tạm giữ đã hết ngày ${viDay(dueOn)}; việc kéo dài phải được quyết định trước đó. Nay hãy trả lại hoặc tịch thu tang vật.`,
      `The time ended on ${enDay(dueOn)}; it is extended before it ends. What is left is to return or to confiscate the exhibits.`,
    ),
  SEIZURE_EXTENSION_GIVES_NO_TIME: (dueOn: string) =>
    say(
      `Việc kéo dài không vượt quá ngày ${viDay(dueOn)} hiện có.`,
      `The extension does not reach beyond ${enDay(dueOn)} as it stands.`,
    ),
  EXHIBITS_SEALED: () =>
    say("Tang vật đang niêm phong; phải mở niêm phong trước.", "The exhibits are sealed; unseal them first."),
  EXHIBITS_NOT_SEALED: () => say("Tang vật không có niêm phong.", "The exhibits are not sealed."),
  EXHIBITS_NOT_HELD: () => say("Mục này không còn gì trong kho.", "Nothing of this line is held any more."),
  EXHIBITS_NOT_COUNTED: () =>
    say("Số lượng mới là ước tính; phải kiểm đếm trước.", "The quantity is an estimate; count the exhibits first."),
  EXHIBIT_COUNT_DIFFERS: (held: number) =>
    say(
      `Kiểm đếm khác sổ (sổ ghi ${viCount(held)}); phải nêu đó là đính chính hay chênh lệch, và lý do.`,
      `The count differs from the record (${enCount(held)}); say whether that is a correction or a discrepancy, and why.`,
    ),
  EXHIBIT_COUNT_WAS_EXACT: () =>
    say(
      "Mục này đã được kiểm đếm: khác đi là chênh lệch; nếu biên bản ghi sai thì đính chính bảng kê.",
      "The line was counted before: a difference is a discrepancy; if the minutes were wrong, correct the inventory.",
    ),
  EXHIBITS_MORE_THAN_IN_CUSTODY: (inCustody: number) =>
    say(`Chỉ còn ${viCount(inCustody)} đang tạm giữ.`, `Only ${enCount(inCustody)} are in custody.`),
  EXHIBITS_MORE_THAN_CONFISCATED: (held: number) =>
    say(
      `Theo quyết định này chỉ còn ${viCount(held)} đã tịch thu chưa xử lý.`,
      `Of what this decision confiscated only ${enCount(held)} are still held.`,
    ),
  EXHIBITS_OF_ANOTHER_CASE: () => say("Quyết định thuộc vụ việc khác.", "The decision belongs to another case."),
  EXHIBITS_NOT_ORDERED_CONFISCATED: () =>
    say(
      "Quyết định không (hoặc không còn) tịch thu tang vật của lần tạm giữ này; hình thức tịch thu trong quyết định phải nêu lần tạm giữ này, nếu thiếu thì sửa đổi quyết định.",
      "The decision does not, or no longer, confiscate the exhibits of this seizure: its confiscation must name this seizure. If it does not, amend the decision.",
    ),
  EXHIBITS_BEFORE_DECISION: (signedOn: string) =>
    say(
      `Không thể trước ngày ký quyết định ${viDay(signedOn)}.`,
      `This cannot have been done before the decision of ${enDay(signedOn)}.`,
    ),
  EXHIBITS_BEFORE_CONFISCATION: (day: string) =>
    say(
      `Không thể trước ngày tịch thu ${viDay(day)}.`,
      `This cannot have been done before the confiscation on ${enDay(day)}.`,
    ),
  EXHIBITS_BEFORE_ANNULMENT: (day: string) =>
    say(
      `Không thể trước ngày hủy quyết định ${viDay(day)}.`,
      `This cannot have been done before the annulment on ${enDay(day)}.`,
    ),
  EXHIBITS_OWNER_NOT_SOUGHT: () =>
    say(
      "Chưa thông báo tìm chủ sở hữu; tang vật không rõ chủ chỉ bị tịch thu sau thông báo.",
      "The owner was not sought by a public notice; only then are exhibits of nobody known confiscated.",
    ),
  CONFISCATION_STILL_ORDERED: () =>
    say(
      "Quyết định vẫn tịch thu tang vật này; phải hủy hoặc sửa quyết định trước.",
      "The decision still confiscates these exhibits; it is annulled or amended first.",
    ),
  EXHIBITS_NOT_CONFISCATED: () =>
    say("Quyết định này chưa tịch thu gì ở đây.", "This decision has confiscated nothing here."),
  CONFISCATION_CARRIED_TO_ITSELF: () =>
    say("Không thể chuyển sang chính quyết định đó.", "A confiscation is not carried over to the same decision."),
  EXHIBIT_SURPLUS_NOT_CONFISCATED: () =>
    say(
      "Số thừa chưa bị tịch thu: ghi thừa trong tạm giữ rồi mới xử lý.",
      "What is found in excess is not confiscated: record it as a surplus in custody.",
    ),
  DESTRUCTION_COUNCIL_TOO_SMALL: () =>
    say(
      "Hội đồng tiêu hủy có ít nhất ba người khác nhau.",
      "A destruction council has at least three different members.",
    ),
  EXHIBITS_TO_BE_DESTROYED: () =>
    say("Quyết định buộc tiêu hủy nên không được bán.", "The decision orders destruction: these are not sold."),
  EXHIBITS_MORE_THAN_A_STORE_HOLDS: (most: number) =>
    say(
      `Một lần tạm giữ không thể có quá ${viCount(most)} bản; hãy kiểm tra lại số.`,
      `One seizure has at most ${enCount(most)} copies in all; check the numbers.`,
    ),
  EXHIBIT_SPLIT_TAKES_ALL: () =>
    say("Phải để lại ít nhất một trong mục cũ.", "At least one must stay in the line that is split."),
  EXHIBIT_LOTS_DIFFER: () =>
    say(
      "Chỉ gộp các mục cùng tên và cùng đơn vị tính.",
      "Only lines of the same title and unit of counting are merged.",
    ),
  EXHIBIT_LOT_MERGED_WITH_ITSELF: () => say("Không thể gộp với chính nó.", "A line is not merged with itself."),
  EXHIBIT_LOT_TOUCHED: () =>
    say("Mục đã có biến động nên không gộp được.", "Something of this line was disposed of or found to differ."),
  EXHIBITS_FEWER_THAN_DISPOSED: (least: number) =>
    say(
      `Không thể ít hơn số đã xử lý (${viCount(least)}).`,
      `This would be fewer than are disposed of already (${enCount(least)}).`,
    ),
  SEIZURE_AFTER_ITS_STEPS: () =>
    say("Ngày tạm giữ không thể sau việc đã ghi.", "The seizure cannot lie after what was recorded of it."),
  EXHIBITS_DISPOSED: () =>
    say(
      "Đã có tang vật được trả, tịch thu hoặc xử lý nên không hủy bản ghi được.",
      "Exhibits were returned, confiscated or disposed of; the record can no longer be voided.",
    ),
});
