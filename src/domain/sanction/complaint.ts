import type { Command, DomainEvent } from "../kernel/decider.js";
import type { LocalDate } from "../kernel/time.js";
import type { WorkCalendar } from "../kernel/workCalendar.js";
import type { DeadlineRule, LawReference } from "../law/lawBook.js";
import type { Amendment } from "./decision.js";
import type { ComplaintRejection, ComplaintResult, ComplaintStage } from "./terms.js";

/**
 * A complaint about a decision, or a court action (khiếu nại, khởi kiện; Law on Complaints 2011). It lives with the
 * decision: what it leads to (amended, annulled, suspended) is told in the same breath.
 */

// Events ------------------------------------------------------------------------------------------------------------

export type ComplaintEvent =
  | DomainEvent<
      "ComplaintLodged",
      {
        sanctionId: string;
        complaintId: string;
        stage: ComplaintStage;
        lodgedOn: LocalDate;
        grounds: string;
        lodgedBy: string;
      }
    >
  /** Thụ lý. `resolutionDueOn` as notified to the complainant. */
  | DomainEvent<
      "ComplaintAccepted",
      {
        sanctionId: string;
        complaintId: string;
        acceptedOn: LocalDate;
        resolutionDueOn: LocalDate | null;
        law: LawReference | null;
      }
    >
  | DomainEvent<
      "ComplaintRejected",
      { sanctionId: string; complaintId: string; ground: ComplaintRejection; rejectedOn: LocalDate }
    >
  | DomainEvent<"ComplaintWithdrawn", { sanctionId: string; complaintId: string; withdrawnOn: LocalDate }>
  /** The resolver's or the court's word; a SanctionAmended or SanctionAnnulled follows in the same command. */
  | DomainEvent<
      "ComplaintResolved",
      { sanctionId: string; complaintId: string; result: ComplaintResult; resolvedOn: LocalDate; document: string }
    >;

// Commands ----------------------------------------------------------------------------------------------------------

type OnComplaint<Type extends string, Data extends object = object> = Command<
  Type,
  { sanctionId: string; complaintId: string } & Data
>;

export type LodgeComplaint = OnComplaint<
  "LodgeComplaint",
  { stage: ComplaintStage; lodgedOn: LocalDate; grounds: string; lodgedBy: string }
>;
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
export type AcceptComplaint = OnComplaint<"AcceptComplaint", { acceptedOn: LocalDate } & ComplaintReckoning>;
export type RejectComplaint = OnComplaint<
  "RejectComplaint",
  { ground: ComplaintRejection; rejectedOn: LocalDate; reason: string } & ComplaintReckoning
>;
export type WithdrawComplaint = OnComplaint<"WithdrawComplaint", { withdrawnOn: LocalDate; reason: string }>;
export type ResolveComplaint = OnComplaint<
  "ResolveComplaint",
  {
    result: ComplaintResult;
    resolvedOn: LocalDate;
    document: string;
    reason: string;
    /** The decision as amended, for AMENDED. */
    amended: Amendment | null;
  }
>;
export type ComplaintCommand =
  LodgeComplaint | AcceptComplaint | RejectComplaint | WithdrawComplaint | ResolveComplaint;
