import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The words of the law as data. Lists are closed; a law that brings a new word brings a new value. */

export const LAW_FIELDS = ["PRESS", "PUBLISHING", "IT"] as const;
export type LawField = (typeof LAW_FIELDS)[number];

/** For whom a frame is written (mức phạt áp dụng đối với tổ chức / cá nhân). */
export const SUBJECT_BASES = ["ORGANISATION", "INDIVIDUAL"] as const;
export type SubjectBasis = (typeof SUBJECT_BASES)[number];

export const SUBJECT_KINDS = terms(
  "SubjectKind",
  "Who is sanctioned. Cá nhân; hộ kinh doanh (fined as an individual); tổ chức; không xác định được: then only " +
    "confiscation and remedies.",
  {
    INDIVIDUAL: say("cá nhân", "individual"),
    HOUSEHOLD_BUSINESS: say("hộ kinh doanh", "household business"),
    ORGANISATION: say("tổ chức", "organisation"),
    UNKNOWN: say("không xác định được", "unknown"),
  },
);
export type SubjectKind = TermOf<typeof SUBJECT_KINDS>;

/** For the fine, a household business is an individual. */
export const basisOf = (kind: Exclude<SubjectKind, "UNKNOWN">): SubjectBasis =>
  kind === "ORGANISATION" ? "ORGANISATION" : "INDIVIDUAL";

/** What bears a person's name: a person, or a household business. */
export const isPerson = (kind: SubjectKind): boolean => kind === "INDIVIDUAL" || kind === "HOUSEHOLD_BUSINESS";

/** Posts that sign sanction decisions. */
export const SIGNER_POSTS = terms(
  "SignerPost",
  "Người có thẩm quyền xử phạt: thanh tra viên; trưởng đoàn thanh tra; Chánh Thanh tra sở; Giám đốc sở; Chủ tịch UBND xã, huyện, tỉnh.",
  {
    INSPECTOR: say("thanh tra viên", "inspector"),
    INSPECTION_TEAM_HEAD: say("trưởng đoàn thanh tra", "head of an inspection team"),
    DEPARTMENT_CHIEF_INSPECTOR: say("Chánh Thanh tra sở", "chief inspector of a department"),
    DEPARTMENT_DIRECTOR: say("Giám đốc sở", "director of a department"),
    COMMUNE_CHAIR: say("Chủ tịch UBND xã", "chair of a commune"),
    DISTRICT_CHAIR: say("Chủ tịch UBND huyện", "chair of a district"),
    PROVINCE_CHAIR: say("Chủ tịch UBND tỉnh", "chair of the province"),
  },
);
export type SignerPost = TermOf<typeof SIGNER_POSTS>;

/** Remedial measures. */
export const REMEDY_KINDS = terms(
  "RemedyKind",
  "Biện pháp khắc phục hậu quả: cải chính, xin lỗi; gỡ bỏ; thu hồi; tiêu hủy; nộp lại số lợi bất hợp pháp; khôi phục tình trạng ban đầu; trả lại phương tiện, tài liệu.",
  {
    CORRECTION_APOLOGY: say("cải chính, xin lỗi", "correction and apology"),
    TAKE_DOWN: say("gỡ bỏ", "taking down"),
    RECALL: say("thu hồi", "recall"),
    DESTROY: say("tiêu hủy", "destruction"),
    RETURN_ILLEGAL_GAINS: say("nộp lại số lợi bất hợp pháp", "return of illegal gains"),
    RESTORE: say("khôi phục tình trạng ban đầu", "restoration"),
    RETURN_ITEMS: say("trả lại phương tiện, tài liệu", "return of equipment and documents"),
  },
);
export type RemedyKind = TermOf<typeof REMEDY_KINDS>;

export const DEADLINE_KEYS = [
  "LIMITATION_PRESS",
  "LIMITATION_PUBLISHING",
  "LIMITATION_IT",
  "MINUTES",
  "EXPLANATION_WRITTEN",
  "EXPLANATION_WRITTEN_EXTENSION",
  "EXPLANATION_ORAL_REQUEST",
  "DECISION",
  "DECISION_TRANSFERRED",
  "DECISION_EXPLAINED",
  "DECISION_COMPLEX",
  "SENDING",
  "EXECUTION",
  "EXECUTION_LIMITATION",
  "POSTPONEMENT",
  "INSTALMENTS",
  "SEIZURE",
  "SEIZURE_EXTENSION",
  "SEIZURE_COMPLEX_EXTENSION",
  "COMPLAINT_LODGING",
  "COMPLAINT_FIRST_RESOLUTION",
  "COMPLAINT_FIRST_RESOLUTION_COMPLEX",
  "COMPLAINT_SECOND_LODGING",
  "COMPLAINT_SECOND_RESOLUTION",
  "COURT_ACTION",
  "RELAPSE_WARNING",
  "RELAPSE_OTHER",
  "INSPECTION_DRAFT_CONCLUSION",
  "INSPECTION_CONCLUSION",
  "INSPECTION_PUBLICATION",
  "INSPECTION_IMPLEMENTATION",
] as const;
export type DeadlineKey = (typeof DEADLINE_KEYS)[number];

/** The period of limitation in a field (thời hiệu xử phạt). */
export const limitationOf = (field: LawField): DeadlineKey => `LIMITATION_${field}`;

export const PARAMETER_KEYS = [
  /** Ten-thousandths of the unpaid fine a day (0.05 % = 5). */
  "LATE_INTEREST_PER_DAY",
  /** From this fine on (đồng) the payment may be postponed. */
  "POSTPONEMENT_FROM_INDIVIDUAL",
  "POSTPONEMENT_FROM_ORGANISATION",
  /** From this fine on (đồng) it may be paid in instalments. */
  "INSTALMENTS_FROM_INDIVIDUAL",
  "INSTALMENTS_FROM_ORGANISATION",
  "INSTALMENTS_AT_MOST",
  "FIRST_INSTALMENT_PERCENT",
  /** From this maximum of the frame on (đồng) the offender may explain. */
  "EXPLANATION_FROM_INDIVIDUAL",
  "EXPLANATION_FROM_ORGANISATION",
  /** Up to this fine (đồng) a decision may be made on the spot, without minutes. */
  "ON_THE_SPOT_UP_TO_INDIVIDUAL",
  "ON_THE_SPOT_UP_TO_ORGANISATION",
] as const;
export type ParameterKey = (typeof PARAMETER_KEYS)[number];
