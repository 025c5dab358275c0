import type { TimePart } from "./periods.js";

/** What something that is counted is called, and what it is, for those who read figures. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/**
 * By what figures can be told apart, besides the part of the year in which the day is on which they count. Each measure says which of these
 * its entries have.
 */
export const DIMENSIONS = {
  UNIT: {
    vi: "Đơn vị",
    en: "Whose figure it is, as recorded: the host, the leading or coordinating unit, the issuer of the decision.",
  },
  AGENCY: { vi: "Cơ quan báo chí", en: "The press agency that came, or that published the item." },
  TOPIC: { vi: "Lĩnh vực", en: "What the visit or the press item was about." },
  REPORTER: { vi: "Phóng viên", en: "Who came; of reporters entered twice, the one that goes on." },
  VIOLATION_CODE: { vi: "Hành vi vi phạm", en: "Code of the violation, such as `159.27.1.a`." },
  SUBJECT_KIND: { vi: "Đối tượng vi phạm", en: "Of what kind the one is that was sanctioned." },
  PRESS_TONE: { vi: "Phân loại tin, bài", en: "What a press item is to those it is about; none: not classified yet." },
  PRESS_VERDICT: { vi: "Kết quả xác minh", en: "What verification found of a press item, or of a claim of one." },
  INSPECTION_KIND: { vi: "Loại cuộc kiểm tra", en: "An inspection or a check." },
  REGIME: { vi: "Chế độ", en: "Whether the press asks, or a citizen." },
  CHANNEL: { vi: "Kênh tiếp nhận", en: "How a request for information came in." },
  GROUND: { vi: "Căn cứ từ chối", en: "On what ground information was refused." },
  STATEMENT_FORM: { vi: "Hình thức phát ngôn", en: "In what form a unit spoke to the press." },
  TRAINING_FIELD: { vi: "Lĩnh vực tập huấn", en: "In what a course trains." },
} as const satisfies Readonly<Record<string, Words>>;

export type Dimension = keyof typeof DIMENSIONS;

/** By what the lines of a table can differ. */
export type LineDimension = Dimension | TimePart;
