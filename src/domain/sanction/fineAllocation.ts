import { eachField } from "../kernel/fields.js";
import { dong, vnd } from "../kernel/money.js";
import { least, most } from "./fineAccount.js";
import { interestAccrued } from "./interest.js";
import { outstandingOf, type Payment, type Reckoned, SHARES } from "./fine.js";
import type { Sanction } from "./sanction.js";

/** Where the money of one payment goes. The payment is `toFine` + `toInterest` + `excess`. */
type Allocation = Reckoned<typeof SHARES>;

/** As an event tells them. */
export const sharesTold = (shares: Allocation) => eachField(SHARES, (name) => vnd(shares[name]));

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
  payment: Pick<Payment, "paidOn" | "amount">,
  ratePerDay: bigint,
): Allocation {
  const { paidOn } = payment;
  const amount = dong(payment.amount);
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
