import type { DecisionNumber } from "../kernel/taking.js";
import type { LocalDate } from "../kernel/time.js";
import type { ComplaintCommand, ComplaintEvent } from "./complaint.js";
import type { DecisionCommand, DecisionContent, DecisionEvent, OrderedMeasure, SanctionedParty } from "./decision.js";
import type { FineCommand, FineEvent, Instalment, InterestPause, OwedChange, Receipt } from "./fine.js";
import type {
  ComplaintResult,
  ComplaintStage,
  ComplaintStatus,
  DecisionKind,
  MeasureState,
  SanctionStatus,
} from "./terms.js";

/**
 * A sanction decision with all that follows it: what was decided (./decision.ts), the fine's way (./fine.ts), and
 * complaints about it (./complaint.ts). One stream, so that decided = collected + outstanding + reduced + lapsed holds
 * at every event.
 */

export type SanctionEvent = DecisionEvent | FineEvent | ComplaintEvent;
export type SanctionCommand = DecisionCommand | FineCommand | ComplaintCommand;

export interface MeasureStanding extends OrderedMeasure {
  readonly state: MeasureState;
  readonly doneOn: LocalDate | null;
}

export interface Payment {
  readonly paymentId: string;
  readonly paidOn: LocalDate;
  /** All of it: to the fine, to interest, and what was too much. */
  readonly amount: bigint;
  readonly toFine: bigint;
  readonly toInterest: bigint;
  readonly receipt: Receipt;
}

/** Fine and interest are two balances. decided = collected + outstanding + reduced + lapsed, always. */
export interface FineAccount {
  /** The decision's fine as it stands now; 0 once annulled. */
  readonly decided: bigint;
  /** Paid towards the fine and kept: never more than was decided. */
  readonly collected: bigint;
  readonly reduced: bigint;
  readonly lapsed: bigint;
  /** When it lapsed; a payment made before that day and entered after it takes the lapse back. */
  readonly lapsedOn: LocalDate | null;
  readonly interestCollected: bigint;
  /** Received beyond what was owed, or owed back after an amendment or annulment, and not yet refunded. */
  readonly refundDue: bigint;
  readonly refunded: bigint;
  readonly payments: readonly Payment[];
  /** From which day how much was owed, payments apart: what interest is reckoned on. */
  readonly owed: readonly OwedChange[];
  readonly pauses: readonly InterestPause[];
  readonly instalments: readonly Instalment[];
  /** It was postponed once: there is no second time, and only then can it be reduced. */
  readonly postponed: boolean;
  readonly reductionRequestedOn: LocalDate | null;
  readonly enforcedFrom: LocalDate | null;
  /** The last day of evasion; null while there was none. */
  readonly evadedUntil: LocalDate | "STILL" | null;
}

export const outstandingOf = ({ decided, collected, reduced, lapsed }: FineAccount): bigint =>
  decided - collected - reduced - lapsed;

export interface Complaint {
  readonly complaintId: string;
  readonly stage: ComplaintStage;
  readonly status: ComplaintStatus;
  readonly lodgedOn: LocalDate;
  readonly acceptedOn: LocalDate | null;
  /** As notified when it was accepted; null: not accepted, or a court, which has its own times. */
  readonly resolutionDueOn: LocalDate | null;
  readonly result: ComplaintResult | null;
  readonly resolvedOn: LocalDate | null;
}

export interface Sanction {
  readonly status: SanctionStatus;
  readonly sanctionId: string;
  readonly caseId: string;
  readonly kind: DecisionKind;
  readonly number: DecisionNumber;
  readonly issuerId: string;
  readonly party: SanctionedParty;
  readonly content: DecisionContent;
  readonly signedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly executionDueOn: LocalDate | null;
  readonly measures: readonly MeasureStanding[];
  /** Since when execution is suspended; null: it is not. */
  readonly suspendedFrom: LocalDate | null;
  /** The complaint for which it is suspended: what ends the complaint ends the suspension. */
  readonly suspendedFor: string | null;
  readonly fine: FineAccount;
  readonly complaints: readonly Complaint[];
}

export type SanctionState = { readonly status: "NONE" } | Sanction;
