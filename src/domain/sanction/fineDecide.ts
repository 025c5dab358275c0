import { type Decision, unlessRefused } from "../kernel/decider.js";
import { dong, vnd } from "../kernel/money.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import { type DeadlineRule, type LawReference, type ParameterRule, referenceTo } from "../law/lawBook.js";
import type { FineCommand, FineEvent, RecordFinePayment } from "./fine.js";
import { allocate } from "./fineAllocation.js";
import { finePolicies } from "./finePolicies.js";
import { outstandingOf, type Sanction, type SanctionEvent } from "./sanction.js";

export function decideFine(command: FineCommand, sanction: Sanction): Decision<SanctionEvent> {
  return unlessRefused(finePolicies(command.type), { sanction, command }, () => [step(command, sanction)]);
}

function step(command: FineCommand, sanction: Sanction): FineEvent {
  const { sanctionId, fine } = sanction;
  const stamp = stampOf(command.meta);
  switch (command.type) {
    case "RecordFinePayment":
      return paid(command, sanction, stamp);
    case "RecordFineRefund": {
      const { refundId, amount, refundedOn, document } = command.data;
      return { type: "FineRefunded", data: { sanctionId, refundId, amount, refundedOn, document }, ...stamp };
    }
    case "GrantFinePostponement": {
      const { from, to, document, threshold, limit } = command.data;
      return {
        type: "FinePostponed",
        data: { sanctionId, from, to, document, law: lawOf(threshold, limit) },
        ...stamp,
      };
    }
    case "GrantFineInstalments": {
      const { grantedOn, instalments, document, threshold, atMost, firstPercent, limit } = command.data;
      const law = lawOf(threshold, atMost, firstPercent, limit);
      const data = { sanctionId, grantedOn, instalments, document, law };
      return { type: "FineInstalmentsGranted", data, ...stamp };
    }
    case "RequestFineReduction": {
      const { requestedOn, requestText } = command.data;
      return { type: "FineReductionRequested", data: { sanctionId, requestedOn, requestText }, ...stamp };
    }
    case "RefuseFineReduction": {
      const { refusedOn, document } = command.data;
      return { type: "FineReductionRefused", data: { sanctionId, refusedOn, document }, ...stamp };
    }
    case "GrantFineReduction": {
      const { by, grantedOn, document } = command.data;
      const data = { sanctionId, by: by ?? vnd(outstandingOf(fine)), grantedOn, document };
      return { type: "FineReduced", data, ...stamp };
    }
    case "StartFineEnforcement": {
      const { measure, startedOn, document } = command.data;
      return { type: "FineEnforcementStarted", data: { sanctionId, measure, startedOn, document }, ...stamp };
    }
    case "RecordFineEvasion": {
      const { from, to, note } = command.data;
      return { type: "FineEvasionRecorded", data: { sanctionId, from, to, note }, ...stamp };
    }
    case "RecordFineLapse": {
      const { ground, lapsedOn } = command.data;
      const data = { sanctionId, ground, lapsedOn, amount: vnd(outstandingOf(fine)) };
      return { type: "FineLapsed", data, ...stamp };
    }
    default:
      return command satisfies never;
  }
}

function paid({ data }: RecordFinePayment, sanction: Sanction, stamp: Stamp): FineEvent {
  const { paymentId, paidOn, amount, receipt, paidBy, interest } = data;
  const shares = allocate(sanction, { paidOn, amount: dong(amount) }, interest.value);
  return {
    type: "FinePaymentRecorded",
    data: {
      sanctionId: sanction.sanctionId,
      paymentId,
      paidOn,
      amount,
      toFine: vnd(shares.toFine),
      toInterest: vnd(shares.toInterest),
      excess: vnd(shares.excess),
      interestReturned: vnd(shares.interestReturned),
      receipt,
      paidBy,
    },
    ...stamp,
  };
}

const lawOf = (...rules: readonly (ParameterRule | DeadlineRule)[]): readonly LawReference[] =>
  rules.map((rule) => referenceTo(rule.key, rule));
