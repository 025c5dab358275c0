import type { VisitLine } from "./visits.js";

type AnswerForm = "ORAL" | "WRITTEN" | "DOCUMENTS_GIVEN";

/** Several wordings of each kind of answer, taken in turn so that the records do not all read the same. */
const SUMMARIES: Readonly<Record<AnswerForm, readonly string[]>> = {
  ORAL: [
    "Đã trao đổi trực tiếp, cung cấp số liệu và nêu hướng giải quyết trong thời gian tới.",
    "Người phát ngôn đã trả lời các câu hỏi; phóng viên ghi âm, ghi hình theo thỏa thuận.",
    "Đã làm việc, bố trí cán bộ đưa phóng viên đi thực tế ở cơ sở.",
    "Đã trả lời những nội dung thuộc thẩm quyền; nội dung khác đề nghị liên hệ đơn vị liên quan.",
  ],
  WRITTEN: [
    "Đã tiếp nhận câu hỏi và trả lời bằng văn bản ngay trong buổi làm việc.",
    "Đã cung cấp văn bản trả lời do lãnh đạo đơn vị ký.",
  ],
  DOCUMENTS_GIVEN: [
    "Đã cung cấp báo cáo và các văn bản liên quan được phép công khai.",
    "Đã sao gửi tài liệu theo đề nghị của phóng viên.",
  ],
};

/** Posts, not persons: who held the post that day is not for a made-up scene to say. */
const PEOPLE_MET: readonly (readonly [prefix: string, people: string])[] = [
  ["so-", "Phó Giám đốc Sở, Chánh Văn phòng Sở"],
  ["huyen-", "Phó Chủ tịch UBND huyện, Chánh Văn phòng HĐND và UBND huyện"],
  ["tp-", "Phó Chủ tịch UBND thành phố"],
  ["tx-", "Phó Chủ tịch UBND thị xã"],
  ["", "Lãnh đạo đơn vị và người phát ngôn"],
];

export function outcome({ key, hosts }: VisitLine, answerForm: AnswerForm) {
  const wordings = SUMMARIES[answerForm];
  const nth = Number(key.slice(1));
  const host = hosts[0] ?? "";
  return {
    answerForm,
    summary: wordings[nth % wordings.length],
    peopleMet: PEOPLE_MET.find(([prefix]) => host.startsWith(prefix))?.[1],
    recordingAllowed: answerForm === "ORAL",
  };
}
