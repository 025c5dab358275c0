import { dueOn } from "../domain/kernel/deadline.js";
import type { Vnd } from "../domain/kernel/money.js";
import type { SubjectBasis } from "../domain/law/terms.js";
import type { SanctionFact } from "../domain/sanction/decision.js";
import type * as fine from "../domain/sanction/fine.js";
import { receiptKey } from "../domain/sanction/fine.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import type { CoerciveMeasure, LapseGround } from "../domain/sanction/terms.js";
import { entityId } from "../eventstore/codec.js";
import { onSanction, type SanctionInput } from "./sanctions.js";
import type { ResolveContext, Resolved } from "./spec.js";

/** The money after the decision: paid, given back, postponed, in instalments, reduced, enforced, lapsed. */

type FineInput = SanctionInput;

/** For what is reckoned from the decision's day, or differs by who was fined. */
function ofDecision<I extends FineInput, D>(
  reckon: (input: I, decision: SanctionFact, context: ResolveContext) => D,
): (input: I, context: ResolveContext) => Resolved<D> {
  return (input, context) => {
    const decision = context.facts.sanction(input.sanctionId);
    if (!decision) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
    return { data: reckon(input, decision, context) };
  };
}

/** By whom the thresholds differ. Without anybody known there is no fine, and the thresholds are never asked. */
const basisOf = ({ basis }: SanctionFact): SubjectBasis => basis ?? "INDIVIDUAL";

// Payments ------------------------------------------------------------------------------------------------------------

export interface ReceiptInput {
  readonly number: string;
  readonly issuedBy: string;
  /** What the receipt is over, for all the decisions that it pays for. */
  readonly total: Vnd;
}

export interface RecordFinePaymentInput extends FineInput {
  readonly paidOn: string;
  /** What of the receipt is paid on this decision. */
  readonly amount: Vnd;
  readonly receipt: ReceiptInput;
  /** Absent: the offender. */
  readonly paidBy?: string | null | undefined;
}

/** The payment that a command records. */
export const paymentIdOf = (commandId: string): string => entityId(commandId, "finePayment");

export const recordFinePayment = onSanction<RecordFinePaymentInput, fine.RecordFinePayment>(
  "RecordFinePayment",
  ({ sanctionId, commandId, paidOn, amount, receipt, paidBy }, { facts, law }) => ({
    data: {
      paymentId: paymentIdOf(commandId),
      paidOn,
      amount,
      receipt: { number: receipt.number, issuedBy: receipt.issuedBy, total: receipt.total },
      paidBy: paidBy ?? null,
      receiptElsewhere: facts.receiptElsewhere(receipt.number, receipt.issuedBy, sanctionId),
      interest: law.parameter("LATE_INTEREST_PER_DAY", paidOn),
    },
  }),
  // One receipt may pay for several decisions: two at once must not both use the rest of it.
  { claims: ({ receipt }) => [{ kind: "RECEIPT", key: receiptKey(receipt) }] },
);

export interface RecordFineRefundInput extends FineInput {
  readonly amount: Vnd;
  readonly refundedOn: string;
  readonly document: string;
}
/** The refund that a command records. */
export const refundIdOf = (commandId: string): string => entityId(commandId, "fineRefund");

export const recordFineRefund = onSanction<RecordFineRefundInput, fine.RecordFineRefund>(
  "RecordFineRefund",
  ({ commandId, amount, refundedOn, document }) => ({
    data: { refundId: refundIdOf(commandId), amount, refundedOn, document },
  }),
);

// Postponement, instalments, reduction ---------------------------------------------------------------------------------

export interface GrantFinePostponementInput extends FineInput {
  readonly from: string;
  readonly to: string;
  readonly document: string;
}
export const grantFinePostponement = onSanction<GrantFinePostponementInput, fine.GrantFinePostponement>(
  "GrantFinePostponement",
  ofDecision(({ from, to, document }, decision, { law }) => {
    const limit = law.deadline("POSTPONEMENT", from);
    return {
      from,
      to,
      document,
      threshold: law.parameter(`POSTPONEMENT_FROM_${basisOf(decision)}`, from),
      limit,
      latestTo: dueOn(limit.term, from, law.calendar),
    };
  }),
);

export interface InstalmentInput {
  readonly dueOn: string;
  readonly amount: Vnd;
}
export interface GrantFineInstalmentsInput extends FineInput {
  readonly grantedOn: string;
  /** In the order in which they are due. */
  readonly instalments: readonly InstalmentInput[];
  readonly document: string;
}
export const grantFineInstalments = onSanction<GrantFineInstalmentsInput, fine.GrantFineInstalments>(
  "GrantFineInstalments",
  ofDecision(({ grantedOn, instalments, document }, decision, { law }) => {
    const limit = law.deadline("INSTALMENTS", grantedOn);
    return {
      grantedOn,
      instalments: instalments.map(({ dueOn: day, amount }) => ({ dueOn: day, amount })),
      document,
      threshold: law.parameter(`INSTALMENTS_FROM_${basisOf(decision)}`, grantedOn),
      atMost: law.parameter("INSTALMENTS_AT_MOST", grantedOn),
      firstPercent: law.parameter("FIRST_INSTALMENT_PERCENT", grantedOn),
      limit,
      // "Not over six months from the day the decision takes effect", which is the day of its signing.
      latestDueOn: dueOn(limit.term, decision.signedOn, law.calendar),
    };
  }),
);

export interface RequestFineReductionInput extends FineInput {
  readonly requestedOn: string;
  readonly requestText: string;
}
export const requestFineReduction = onSanction<RequestFineReductionInput, fine.RequestFineReduction>(
  "RequestFineReduction",
  ({ requestedOn, requestText }) => ({ data: { requestedOn, requestText } }),
);

export interface RefuseFineReductionInput extends FineInput {
  readonly refusedOn: string;
  readonly document: string;
}
export const refuseFineReduction = onSanction<RefuseFineReductionInput, fine.RefuseFineReduction>(
  "RefuseFineReduction",
  ({ refusedOn, document }) => ({ data: { refusedOn, document } }),
);

export interface GrantFineReductionInput extends FineInput {
  /** Absent: all that remains, an exemption (miễn). */
  readonly by?: Vnd | null | undefined;
  readonly grantedOn: string;
  readonly document: string;
}
export const grantFineReduction = onSanction<GrantFineReductionInput, fine.GrantFineReduction>(
  "GrantFineReduction",
  ({ by, grantedOn, document }) => ({ data: { by: by ?? null, grantedOn, document } }),
);

// Enforcement and lapse -----------------------------------------------------------------------------------------------

export interface StartFineEnforcementInput extends FineInput {
  readonly measure: CoerciveMeasure;
  readonly startedOn: string;
  readonly document: string;
}
export const startFineEnforcement = onSanction<StartFineEnforcementInput, fine.StartFineEnforcement>(
  "StartFineEnforcement",
  ({ measure, startedOn, document }) => ({ data: { measure, startedOn, document } }),
);

export interface RecordFineEvasionInput extends FineInput {
  readonly from: string;
  /** Absent: it still goes on. */
  readonly to?: string | null | undefined;
  readonly note: string;
}
export const recordFineEvasion = onSanction<RecordFineEvasionInput, fine.RecordFineEvasion>(
  "RecordFineEvasion",
  ({ from, to, note }) => ({ data: { from, to: to ?? null, note } }),
);

export interface RecordFineLapseInput extends FineInput {
  readonly ground: LapseGround;
  readonly lapsedOn: string;
}
export const recordFineLapse = onSanction<RecordFineLapseInput, fine.RecordFineLapse>(
  "RecordFineLapse",
  ({ ground, lapsedOn }, { law }) => ({
    data: { ground, lapsedOn, limitation: law.deadline("EXECUTION_LIMITATION", lapsedOn), calendar: law.calendar },
  }),
);
