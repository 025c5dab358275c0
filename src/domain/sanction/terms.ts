/** The words of sanction decisions (quyết định xử phạt). */

/**
 * SANCTION (xử phạt), or REMEDY_ONLY: no fine, because the time for it has passed or the offender is unknown or gone,
 * but confiscation and remedies are still ordered (Law on Handling Administrative Violations, Art. 65).
 */
export const DECISION_KINDS = ["SANCTION", "REMEDY_ONLY"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A decision as such; what became of its fine and its measures is told by each of them. */
export const SANCTION_STATUSES = ["SIGNED", "SERVED", "EXECUTED", "ANNULLED"] as const;
export type SanctionStatus = (typeof SANCTION_STATUSES)[number];

/** Why a decision is annulled (hủy bỏ). */
export const ANNULMENT_GROUNDS = [
  "WRONG_POWER",
  "WRONG_PROCEDURE",
  "WRONG_SUBJECT",
  "FALSIFIED_FILE",
  "PROSECUTED",
  "COMPLAINT_UPHELD",
  "COURT_JUDGMENT",
] as const;
export type AnnulmentGround = (typeof ANNULMENT_GROUNDS)[number];

/** What moves a fine within its frame (tình tiết giảm nhẹ, tăng nặng). */
export const CIRCUMSTANCES = [
  "MITIGATING_COOPERATION",
  "MITIGATING_REMEDIED",
  "MITIGATING_HARDSHIP",
  "MITIGATING_OTHER",
  "AGGRAVATING_ORGANISED",
  "AGGRAVATING_REPEATED",
  "AGGRAVATING_RELAPSE",
  "AGGRAVATING_CONCEALMENT",
  "AGGRAVATING_LARGE_SCALE",
  "AGGRAVATING_OTHER",
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** What a decision orders besides the fine; each has its own state of execution. */
export const MEASURE_KINDS = ["WARNING", "SUSPENSION", "CONFISCATION", "REMEDY"] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];
export const MEASURE_STATES = ["ORDERED", "PARTLY_DONE", "DONE", "NOT_DONE", "DROPPED"] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** How a fine stands. OVERDUE is no state: it follows from the day that is asked. */
export const FINE_STATES = ["NONE", "DUE", "PARTLY_PAID", "PAID", "LAPSED", "DROPPED"] as const;
export type FineState = (typeof FINE_STATES)[number];

/** Why a fine is not collected any more: a year has passed (hết thời hiệu thi hành), death, dissolution, bankruptcy. */
export const LAPSE_GROUNDS = ["EXECUTION_LIMITATION", "DEATH", "DISSOLUTION", "BANKRUPTCY"] as const;
export type LapseGround = (typeof LAPSE_GROUNDS)[number];

/** Coercive measures (biện pháp cưỡng chế). */
export const COERCIVE_MEASURES = ["SALARY_DEDUCTION", "ACCOUNT_DEDUCTION", "PROPERTY_SEIZURE", "OTHER"] as const;
export type CoerciveMeasure = (typeof COERCIVE_MEASURES)[number];

export const COMPLAINT_STATUSES = [
  "LODGED",
  "ACCEPTED",
  "REJECTED",
  "RESOLVED",
  "WITHDRAWN",
  "IN_COURT",
  "JUDGED",
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];
/** FIRST and SECOND complaint (khiếu nại lần đầu, lần hai), COURT action (khởi kiện). */
export const COMPLAINT_STAGES = ["FIRST", "SECOND", "COURT"] as const;
export type ComplaintStage = (typeof COMPLAINT_STAGES)[number];
export const COMPLAINT_RESULTS = ["UPHELD", "AMENDED", "CANCELLED"] as const;
/** What became of the decision complained about: it stands (UPHELD, giữ nguyên), is AMENDED (sửa đổi) or CANCELLED (hủy bỏ). */
export type ComplaintResult = (typeof COMPLAINT_RESULTS)[number];
/** Why a complaint is not accepted (không thụ lý): out of time, from one whom the decision does not touch, or another. */
export const COMPLAINT_REJECTIONS = ["OUT_OF_TIME", "NOT_ENTITLED", "OTHER"] as const;
export type ComplaintRejection = (typeof COMPLAINT_REJECTIONS)[number];
