import { dong } from "../kernel/money.js";
import type { FineEvent } from "./fine.js";
import { most, owedFrom, paused, resumed } from "./fineAccount.js";
import { type FineAccount, outstandingOf, type Sanction } from "./sanction.js";

/** How the fine's account grows. The status of the decision as such is not touched. */
export const evolveFine = (sanction: Sanction, event: FineEvent): Sanction => ({
  ...sanction,
  fine: next(sanction.fine, event),
});

type EventOf<T extends FineEvent["type"]> = Extract<FineEvent, { type: T }>;

function next(account: FineAccount, event: FineEvent): FineAccount {
  switch (event.type) {
    case "FinePaymentRecorded":
      return paid(account, event.data);
    case "FineRefunded": {
      const amount = dong(event.data.amount);
      return { ...account, refundDue: account.refundDue - amount, refunded: account.refunded + amount };
    }
    case "FinePostponed": {
      const { from, to } = event.data;
      return { ...account, postponed: true, pauses: [...account.pauses, { kind: "POSTPONED", from, to }] };
    }
    case "FineInstalmentsGranted":
      return inInstalments(account, event.data);
    case "FineReductionRequested": {
      const { requestedOn } = event.data;
      return { ...paused(account, "REDUCTION_PENDING", requestedOn), reductionRequestedOn: requestedOn };
    }
    case "FineReductionRefused":
      return { ...resumed(account, "REDUCTION_PENDING", event.data.refusedOn), reductionRequestedOn: null };
    case "FineReduced":
      return reduced(account, event.data);
    case "FineEnforcementStarted":
      return { ...account, enforcedFrom: account.enforcedFrom ?? event.data.startedOn };
    case "FineEvasionRecorded":
      return { ...account, evadedUntil: event.data.to ?? "STILL" };
    case "FineLapsed":
      return lapsed(account, event.data);
    default:
      return event satisfies never;
  }
}

function paid(account: FineAccount, data: EventOf<"FinePaymentRecorded">["data"]): FineAccount {
  const { paymentId, paidOn, receipt } = data;
  const [amount, toFine, toInterest] = [dong(data.amount), dong(data.toFine), dong(data.toInterest)];
  const returned = dong(data.interestReturned);
  const outOfLapse = most(toFine - outstandingOf(account), 0n);
  const stillLapsed = account.lapsed - outOfLapse;
  return {
    ...account,
    collected: account.collected + toFine,
    lapsed: stillLapsed,
    lapsedOn: stillLapsed === 0n ? null : account.lapsedOn,
    interestCollected: account.interestCollected + toInterest - returned,
    refundDue: account.refundDue + dong(data.excess) + returned,
    payments: [...account.payments, { paymentId, paidOn, amount, toFine, toInterest, receipt }],
  };
}

/** While a plan runs, from the day it was granted to the day of its last instalment, there is no interest. */
function inInstalments(account: FineAccount, data: EventOf<"FineInstalmentsGranted">["data"]): FineAccount {
  const { grantedOn: from, instalments } = data;
  const to = instalments.at(-1)?.dueOn ?? null;
  return { ...account, instalments, pauses: [...account.pauses, { kind: "INSTALMENTS", from, to }] };
}

function reduced(account: FineAccount, { by, grantedOn }: EventOf<"FineReduced">["data"]): FineAccount {
  const amount = dong(by);
  return {
    ...resumed(account, "REDUCTION_PENDING", grantedOn),
    reductionRequestedOn: null,
    reduced: account.reduced + amount,
    owed: owedFrom(account, grantedOn, -amount),
  };
}

function lapsed(account: FineAccount, { amount, lapsedOn }: EventOf<"FineLapsed">["data"]): FineAccount {
  const gone = dong(amount);
  return { ...account, lapsed: account.lapsed + gone, lapsedOn, owed: owedFrom(account, lapsedOn, -gone) };
}
