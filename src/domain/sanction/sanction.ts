import type { DecisionNumber } from "../kernel/taking.js";
import type { LocalDate } from "../kernel/time.js";
import type { LawReference } from "../law/lawBook.js";
import type { Complaint } from "./complaint.js";
import type {
  DecisionContent,
  DecisionPaper,
  ExecutionSuspension,
  Issuer,
  MeasureStanding,
  SanctionedParty,
  SanctionPublication,
  Signer,
} from "./decision.js";
import type { FineAccount } from "./fine.js";
import type { DecisionKind, NoFineGround, SanctionStatus, ServiceWay } from "./terms.js";

/**
 * A sanction decision with all that follows it: what was decided (./decision.ts), the fine's way (./fine.ts), and
 * complaints about it (./complaint.ts). One stream, so that decided = collected + outstanding + reduced + lapsed holds
 * at every event.
 */
export interface Sanction {
  readonly status: SanctionStatus;
  readonly sanctionId: string;
  readonly caseId: string;
  readonly kind: DecisionKind;
  readonly number: DecisionNumber;
  readonly issuer: Issuer;
  readonly signer: Signer;
  /** The power used; null for a decision without a fine. */
  readonly power: LawReference | null;
  readonly party: SanctionedParty;
  readonly content: DecisionContent;
  /** Why there is no fine, for REMEDY_ONLY. */
  readonly noFineBecause: NoFineGround | null;
  readonly signedOn: LocalDate;
  readonly lateEntryReason: string | null;
  /** The annulled decision that this one replaces. */
  readonly replacesId: string | null;
  /** Handed over, or counting as served. */
  readonly receivedOn: LocalDate | null;
  readonly servedBy: ServiceWay | null;
  /** As notified; it does not move with the calendar later. */
  readonly executionDueOn: LocalDate | null;
  /** The last day without late interest. */
  readonly interestAfter: LocalDate | null;
  /** The period of execution. */
  readonly executionLaw: LawReference | null;
  readonly annulledOn: LocalDate | null;
  /** The decision and what was issued about it. */
  readonly papers: readonly DecisionPaper[];
  readonly measures: readonly MeasureStanding[];
  /** Since when execution is suspended; null: it is not. */
  readonly suspendedFrom: LocalDate | null;
  /** The complaint for which it is suspended: what ends the complaint ends the suspension. */
  readonly suspendedFor: string | null;
  readonly suspensions: readonly ExecutionSuspension[];
  /** Where it was made public. */
  readonly publications: readonly SanctionPublication[];
  readonly fine: FineAccount;
  /** In the order in which they were lodged. */
  readonly complaints: readonly Complaint[];
}

/** What a decision has none of at first. */
export const BLANK = {
  receivedOn: null,
  servedBy: null,
  executionDueOn: null,
  interestAfter: null,
  executionLaw: null,
  annulledOn: null,
  suspendedFrom: null,
  suspendedFor: null,
  suspensions: [],
  publications: [],
  complaints: [],
} as const satisfies Partial<Sanction>;
