/** The words of exhibits (tang vật, phương tiện vi phạm hành chính) in temporary seizure (tạm giữ). */

/**
 * What is still to be done. IN_CUSTODY: copies wait for a decision. CONFISCATED: none do, but confiscated ones wait for
 * disposal. CLOSED: nothing is held any more. VOIDED: entered by mistake. That the time for it is over (OVERDUE) is no
 * state: it follows from the day that is asked.
 */
export const SEIZURE_STATUSES = ["IN_CUSTODY", "CONFISCATED", "CLOSED", "VOIDED"] as const;
export type SeizureStatus = (typeof SEIZURE_STATUSES)[number];

/**
 * For what alone exhibits may be seized (Law on Handling Administrative Violations 2012, Art. 125.1): to verify facts
 * without which no decision can be made, to stop the act, to secure the execution of the decision.
 */
export const SEIZURE_GROUNDS = ["VERIFICATION", "STOP_ACT", "SECURE_EXECUTION"] as const;
export type SeizureGround = (typeof SEIZURE_GROUNDS)[number];

/** What is counted: copies (bản, cuốn) of a publication, sheets (tờ) of semi-finished ones, other items (chiếc). */
export const EXHIBIT_UNITS = ["COPY", "SHEET", "ITEM"] as const;
export type ExhibitUnit = (typeof EXHIBIT_UNITS)[number];

/** The first extension, and the one for complex cases. */
export const SEIZURE_EXTENSIONS = ["ORDINARY", "COMPLEX"] as const;
export type SeizureExtensionKind = (typeof SEIZURE_EXTENSIONS)[number];

/** Not there (thiếu), more than was minuted (thừa), or ruined in store so that nothing is left of it (hư hỏng). */
export const DISCREPANCY_KINDS = ["MISSING", "SURPLUS", "DAMAGED"] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

/**
 * What a count that differs from the record means: the record was wrong from the first day (CORRECTION), or copies came
 * to be missing or were found since (DISCREPANCY).
 */
export const COUNT_DIFFERENCES = ["CORRECTION", "DISCREPANCY"] as const;
export type CountDifference = (typeof COUNT_DIFFERENCES)[number];

/** The steps by which the chain of custody is told. */
export const CUSTODY_STEPS = [
  "SEIZED",
  "EXTENDED",
  "COUNTED",
  "MOVED",
  "UNSEALED",
  "RESEALED",
  "ANNOUNCED",
  "RETURNED",
  "CONFISCATED",
  "DISCREPANCY",
  "DESTROYED",
  "TRANSFERRED",
  "SOLD",
  "REVOKED",
  "SPLIT",
  "MERGED",
  "CORRECTED",
  "VOIDED",
] as const;
export type CustodyStepKind = (typeof CUSTODY_STEPS)[number];
