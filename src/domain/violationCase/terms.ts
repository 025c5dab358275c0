/** The closed lists of words with which violation cases (vụ việc vi phạm hành chính) are told. */

/** Where a case stands by itself; what its sanction decisions make of it is told by them. */
export const CASE_STATUSES = [
  "DETECTED",
  "MINUTES_MADE",
  "EXPLANATION_OPEN",
  "EXPLAINED",
  "EXPLANATION_WAIVED",
  "IN_CRIMINAL_PROCEEDINGS",
  "CLOSED",
  "VOIDED",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * WITH_MINUTES (lập biên bản), or ON_THE_SPOT (không lập biên bản): a warning or a small fine is decided where the act
 * was seen (Law on Handling Administrative Violations, Art. 56).
 */
export const CASE_PROCEDURES = ["WITH_MINUTES", "ON_THE_SPOT"] as const;
export type CaseProcedure = (typeof CASE_PROCEDURES)[number];

/** Minors (người chưa thành niên) are warned, or fined at most half (the same law, Art. 134 and 135). */
export const MINOR_AGES = ["FROM_14_TO_16", "FROM_16_TO_18"] as const;
export type MinorAge = (typeof MINOR_AGES)[number];

/** How the offender explains (giải trình): in writing, or at a hearing asked for (trực tiếp). */
export const EXPLANATION_FORMS = ["WRITTEN", "ORAL"] as const;
export type ExplanationForm = (typeof EXPLANATION_FORMS)[number];

/** What of the explanation a sanction decision must wait for. */
export const EXPLANATION_STATES = ["NONE", "OPEN", "EXPLAINED", "WAIVED"] as const;
export type ExplanationState = (typeof EXPLANATION_STATES)[number];

/** Why a case is closed: without a sanction (the same law, Art. 11 and 65), or with every decision carried out. */
export const CLOSING_GROUNDS = [
  "NOT_A_VIOLATION",
  "EXEMPT_CIRCUMSTANCES",
  "TIME_BARRED",
  "WARNED_ORALLY",
  "OFFENDER_UNKNOWN",
  "DEATH",
  "DISSOLUTION",
  "PROSECUTED",
  "EXECUTED",
] as const;
export type ClosingGround = (typeof CLOSING_GROUNDS)[number];
