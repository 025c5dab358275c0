import { vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import { least, most } from "./fineAccount.js";
import { interestAccrued } from "./interest.js";
import { outstandingOf } from "./fine.js";
import type { Sanction } from "./sanction.js";

/** Where the money of one payment goes. Of the payment, `toFine` + `toInterest` + `excess`. */
export interface Allocation {
  readonly toFine: bigint;
  readonly toInterest: bigint;
  /** Beyond all that was owed: owed back. */
  readonly excess: bigint;
  /** Interest taken from payments recorded before, which with this one was never owed: owed back too. */
  readonly interestReturned: bigint;
}

/** As an event tells them. */
export const sharesTold = ({ toFine, toInterest, excess, interestReturned }: Allocation) => ({
  toFine: vnd(toFine),
  toInterest: vnd(toInterest),
  excess: vnd(excess),
  interestReturned: vnd(interestReturned),
});

/**
 * Money goes to the fine first, then to interest, and what is left is owed back (Circular 18/2023/TT-BTC: the fine
 * before its interest).
 *
 * Payments are entered in any order, but count from their own day. One that is entered after a later one can show that
 * the fine was paid in time after all: interest that was taken since is then returned; and if the fine had been written
 * off on a later day, it was not outstanding then, and so much of the lapse is taken back.
 * @param ratePerDay ten-thousandths of the unpaid fine a day
 */
export function allocate(
  { fine, interestAfter }: Pick<Sanction, "fine" | "interestAfter">,
  payment: { readonly paidOn: LocalDate; readonly amount: bigint },
  ratePerDay: bigint,
): Allocation {
  const { paidOn, amount } = payment;
  const outstanding = outstandingOf(fine);
  const beforeLapse = fine.lapsedOn !== null && paidOn < fine.lapsedOn;
  const toFine = least(amount, beforeLapse ? outstanding + fine.lapsed : outstanding);
  const rest = amount - toFine;
  const stillLapsed = fine.lapsed > most(toFine - outstanding, 0n);
  const owing = stillLapsed ? 0n : interestOwing();
  const toInterest = least(rest, most(owing, 0n));
  return { toFine, toInterest, excess: rest - toInterest, interestReturned: most(-owing, 0n) };

  /** What is owed of interest now that this payment is known; negative: so much was taken too much. */
  function interestOwing(): bigint {
    const payments = [...fine.payments, payment];
    const lastOn = payments.reduce((last, one) => (one.paidOn > last ? one.paidOn : last), paidOn);
    return interestAccrued({ ...fine, payments }, interestAfter, lastOn, ratePerDay) - fine.interestCollected;
  }
}
