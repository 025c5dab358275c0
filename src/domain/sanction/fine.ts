import type { Command, DomainEvent } from "../kernel/decider.js";
import type { Vnd } from "../kernel/money.js";
import { nameKey } from "../kernel/names.js";
import type { LocalDate } from "../kernel/time.js";
import type { WorkCalendar } from "../kernel/workCalendar.js";
import type { DeadlineRule, LawReference, ParameterRule } from "../law/lawBook.js";
import type { CoerciveMeasure, LapseGround } from "./terms.js";

/** The fine after it was decided: paid, late, postponed, in instalments, reduced, enforced, lapsed. */

/** A receipt (biên lai, chứng từ): one may pay for several decisions. */
export interface Receipt {
  readonly number: string;
  readonly issuedBy: string;
  /** What the receipt is over, for all the decisions that it pays for. */
  readonly total: Vnd;
}

/** Two receipts are the same paper when issuer and number are, however they are typed. */
export const receiptKey = ({ number, issuedBy }: Pick<Receipt, "number" | "issuedBy">): string =>
  [issuedBy, number].map(nameKey).join(":");

/** A stretch of days in which no interest runs; `to` null: it still lasts. Both days included. */
export interface InterestPause {
  readonly kind: "POSTPONED" | "REDUCTION_PENDING" | "INSTALMENTS" | "SUSPENDED";
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** What is owed of the fine changes by this much from this day on; payments are not among the changes. */
export interface OwedChange {
  readonly from: LocalDate;
  readonly by: bigint;
}

export interface Instalment {
  readonly dueOn: LocalDate;
  readonly amount: Vnd;
}

// Events ------------------------------------------------------------------------------------------------------------

export type FineEvent =
  /**
   * `amount` = `toFine` + `toInterest` + `excess`; the excess is owed back. `interestReturned`: interest that was counted
   * from payments recorded before, and that, now that this earlier one is entered, was never owed; it is owed back too.
   * `toFine` beyond what was outstanding takes back a lapse: the money had come in before it.
   */
  | DomainEvent<
      "FinePaymentRecorded",
      {
        sanctionId: string;
        paymentId: string;
        paidOn: LocalDate;
        amount: Vnd;
        toFine: Vnd;
        toInterest: Vnd;
        excess: Vnd;
        interestReturned: Vnd;
        receipt: Receipt;
        /** Who paid, when it was not the offender. */
        paidBy: string | null;
      }
    >
  /** Money given back: an excess, or what was paid on a decision later annulled or amended. */
  | DomainEvent<
      "FineRefunded",
      { sanctionId: string; refundId: string; amount: Vnd; refundedOn: LocalDate; document: string }
    >
  | DomainEvent<
      "FinePostponed",
      { sanctionId: string; from: LocalDate; to: LocalDate; document: string; law: readonly LawReference[] }
    >
  | DomainEvent<
      "FineInstalmentsGranted",
      {
        sanctionId: string;
        grantedOn: LocalDate;
        instalments: readonly Instalment[];
        document: string;
        law: readonly LawReference[];
      }
    >
  /** The offender has asked for a reduction or an exemption: interest waits for the answer. */
  | DomainEvent<"FineReductionRequested", { sanctionId: string; requestedOn: LocalDate; requestText: string }>
  | DomainEvent<"FineReductionRefused", { sanctionId: string; refusedOn: LocalDate; document: string }>
  /** `by` = what remained: an exemption (miễn). */
  | DomainEvent<"FineReduced", { sanctionId: string; by: Vnd; grantedOn: LocalDate; document: string }>
  | DomainEvent<
      "FineEnforcementStarted",
      { sanctionId: string; measure: CoerciveMeasure; startedOn: LocalDate; document: string }
    >
  /** Evasion (trốn tránh, trì hoãn): the period of execution starts anew when it ends. */
  | DomainEvent<"FineEvasionRecorded", { sanctionId: string; from: LocalDate; to: LocalDate | null; note: string }>
  | DomainEvent<"FineLapsed", { sanctionId: string; ground: LapseGround; lapsedOn: LocalDate; amount: Vnd }>;

// Commands ----------------------------------------------------------------------------------------------------------

type OnFine<Type extends string, Data extends object> = Command<Type, { sanctionId: string } & Data>;

export type RecordFinePayment = OnFine<
  "RecordFinePayment",
  {
    paymentId: string;
    paidOn: LocalDate;
    amount: Vnd;
    receipt: Receipt;
    paidBy: string | null;
    /** What other decisions already hold of this receipt, and over how much they say it is. */
    receiptElsewhere: { readonly used: Vnd; readonly total: Vnd } | null;
    interest: ParameterRule;
  }
>;
export type RecordFineRefund = OnFine<
  "RecordFineRefund",
  { refundId: string; amount: Vnd; refundedOn: LocalDate; document: string }
>;
export type GrantFinePostponement = OnFine<
  "GrantFinePostponement",
  {
    from: LocalDate;
    to: LocalDate;
    document: string;
    /** The least fine for which it may be granted, and the last day it may reach. */
    threshold: ParameterRule;
    limit: DeadlineRule;
    latestTo: LocalDate;
  }
>;
export type GrantFineInstalments = OnFine<
  "GrantFineInstalments",
  {
    grantedOn: LocalDate;
    instalments: readonly Instalment[];
    document: string;
    threshold: ParameterRule;
    atMost: ParameterRule;
    firstPercent: ParameterRule;
    /** The last day on which the last instalment may be due. */
    limit: DeadlineRule;
    latestDueOn: LocalDate;
  }
>;
export type RequestFineReduction = OnFine<"RequestFineReduction", { requestedOn: LocalDate; requestText: string }>;
export type RefuseFineReduction = OnFine<"RefuseFineReduction", { refusedOn: LocalDate; document: string }>;
export type GrantFineReduction = OnFine<
  "GrantFineReduction",
  { /** Null: all that remains. */ by: Vnd | null; grantedOn: LocalDate; document: string }
>;
export type StartFineEnforcement = OnFine<
  "StartFineEnforcement",
  { measure: CoerciveMeasure; startedOn: LocalDate; document: string }
>;
export type RecordFineEvasion = OnFine<"RecordFineEvasion", { from: LocalDate; to: LocalDate | null; note: string }>;
export type RecordFineLapse = OnFine<
  "RecordFineLapse",
  {
    ground: LapseGround;
    lapsedOn: LocalDate;
    /** How long a decision can be executed, from its day or from the end of an evasion. */
    limitation: DeadlineRule;
    calendar: WorkCalendar;
  }
>;

export type FineCommand =
  | RecordFinePayment
  | RecordFineRefund
  | GrantFinePostponement
  | GrantFineInstalments
  | RequestFineReduction
  | RefuseFineReduction
  | GrantFineReduction
  | StartFineEnforcement
  | RecordFineEvasion
  | RecordFineLapse;
