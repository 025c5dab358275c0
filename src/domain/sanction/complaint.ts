import type { LocalDate } from "../kernel/time.js";
import type { WorkCalendar } from "../kernel/workCalendar.js";
import type { DeadlineRule, LawReference } from "../law/lawBook.js";
import type { ComplaintRejection, ComplaintResult, ComplaintStage, ComplaintStatus } from "./terms.js";

/**
 * A complaint about a decision, or a court action (khiếu nại, khởi kiện; Law on Complaints 2011). It lives with the
 * decision: what it leads to (amended, annulled, suspended) is told in the same breath.
 */
export interface Complaint {
  readonly complaintId: string;
  readonly stage: ComplaintStage;
  readonly status: ComplaintStatus;
  readonly lodgedOn: LocalDate;
  readonly lodgedBy: string;
  readonly grounds: string;
  readonly acceptedOn: LocalDate | null;
  /** As notified when it was accepted; null: not accepted, or a court, which has its own times. */
  readonly resolutionDueOn: LocalDate | null;
  /** The period for its resolution. */
  readonly law: LawReference | null;
  readonly rejected: { readonly ground: ComplaintRejection; readonly on: LocalDate } | null;
  readonly result: ComplaintResult | null;
  readonly resolvedOn: LocalDate | null;
  /** The resolution or the judgment. */
  readonly document: string | null;
  /** Why it was rejected, withdrawn or resolved so. */
  readonly reason: string | null;
}

export const OPEN_COMPLAINT: readonly ComplaintStatus[] = ["LODGED", "ACCEPTED", "IN_COURT"];

/** The periods of a stage: to lodge, and to resolve from acceptance (null: a court's own affair). */
export interface ComplaintTerms {
  readonly lodging: DeadlineRule;
  readonly resolution: DeadlineRule | null;
}
/** Which stage it is, the decision's own state tells; so the terms of all of them come along. */
export interface ComplaintReckoning {
  readonly terms: Readonly<Record<ComplaintStage, ComplaintTerms>>;
  readonly calendar: WorkCalendar;
}
