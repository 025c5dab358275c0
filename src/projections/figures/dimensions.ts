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
  AGENCY: { vi: "Cơ quan báo chí", en: "The press agency that came." },
  TOPIC: { vi: "Lĩnh vực", en: "What the visit was about." },
  REPORTER: { vi: "Phóng viên", en: "Who came; of reporters entered twice, the one that goes on." },
  VIOLATION_CODE: { vi: "Hành vi vi phạm", en: "Code of the violation, such as `159.27.1.a`." },
  SUBJECT_KIND: { vi: "Đối tượng vi phạm", en: "Of what kind the one is that was sanctioned." },
  INSPECTION_KIND: { vi: "Loại cuộc kiểm tra", en: "An inspection or a check." },
  STATEMENT_FORM: { vi: "Hình thức phát ngôn", en: "In what form a unit spoke to the press." },
  TRAINING_FIELD: { vi: "Lĩnh vực tập huấn", en: "In what a course trains." },
} as const satisfies Readonly<Record<string, Words>>;

export type Dimension = keyof typeof DIMENSIONS;

/** By what the lines of a table can differ. */
export type LineDimension = Dimension | TimePart;
