import { blankOf, eachField } from "../kernel/fields.js";
import { dong, type Vnd } from "../kernel/money.js";
import { addDays, type LocalDate } from "../kernel/time.js";
import { ENTRIES, type FineAccount, type InterestPause, outstandingOf, type OwedChange, SUMS } from "./fine.js";
import { balanceOn } from "./interest.js";

/**
 * What the decision itself does to the fine's account. Each keeps decided = collected + outstanding + reduced + lapsed,
 * and money received = collected + interest collected + owed back + refunded.
 */

const FAR = "9999-12-31";

/** The account of a decision just signed. Zero: a decision without a fine. */
export function openAccount(fine: Vnd, signedOn: LocalDate): FineAccount {
  const decided = dong(fine);
  return {
    ...eachField(SUMS, () => 0n),
    ...blankOf(ENTRIES),
    decided,
    lapsedOn: null,
    owed: decided === 0n ? [] : [{ from: signedOn, by: decided }],
    pauses: [],
    postponed: false,
    reductionRequestedOn: null,
    instalmentsRequestedOn: null,
    enforcedFrom: null,
    evadedUntil: null,
  };
}

/**
 * The fine was amended on a day (sửa đổi): interest of the days before is on the old one, and stays. What was collected
 * beyond the new fine is owed back; what was reduced stays reduced as far as the new fine reaches; what had lapsed stays
 * lapsed altogether. What is owed back already stays so: a higher fine is not paid out of it.
 */
export function decidedAnew(account: FineAccount, newFine: Vnd, on: LocalDate): FineAccount {
  const decided = dong(newFine);
  const collected = least(account.collected, decided);
  const reduced = least(account.reduced, decided - collected);
  const lapsed = account.lapsed > 0n ? decided - collected - reduced : 0n;
  const anew: FineAccount = {
    ...account,
    decided,
    collected,
    reduced,
    lapsed,
    lapsedOn: lapsed === 0n ? null : account.lapsedOn,
    refundDue: account.refundDue + account.collected - collected,
  };
  const owed = owedFrom(account, on, decided - account.decided);
  // Money that went to interest, or is owed back, pays nothing of a fine that was raised afterwards; nor does what has
  // lapsed become due again. A balance below zero is money too much: it may stay where nothing is outstanding.
  const balance = balanceOn({ ...anew, owed }, FAR);
  const outstanding = outstandingOf(anew);
  return { ...anew, owed: most(balance, 0n) === outstanding ? owed : owedFrom({ owed }, on, outstanding - balance) };
}

/** The decision was annulled (hủy bỏ): nothing was ever due, and all that was paid and kept, interest too, is owed back. */
export const annulled = (account: FineAccount): FineAccount => ({
  ...account,
  decided: 0n,
  collected: 0n,
  reduced: 0n,
  lapsed: 0n,
  lapsedOn: null,
  interestCollected: 0n,
  refundDue: account.refundDue + account.collected + account.interestCollected,
  owed: [],
  instalments: [],
  reductionRequestedOn: null,
  instalmentsRequestedOn: null,
});

/** Execution stands still from the day on, and interest with it unless it is said to run. */
export const paused = (
  account: FineAccount,
  kind: InterestPause["kind"],
  from: LocalDate,
  interestRuns?: true,
): FineAccount => ({
  ...account,
  pauses: [...account.pauses, { kind, from, to: null, ...(interestRuns && { interestRuns }) }],
});

/** Interest runs again from the day on: the open pause of this kind ends on the day before. */
export const resumed = (account: FineAccount, kind: InterestPause["kind"], from: LocalDate): FineAccount => ({
  ...account,
  pauses: account.pauses.map((pause) =>
    pause.kind === kind && pause.to === null ? { ...pause, to: addDays(from, -1) } : pause,
  ),
});

/** No balance is below nothing. */
export const addsUp = (account: FineAccount): boolean =>
  [outstandingOf(account), ...Object.values(eachField(SUMS, (name) => account[name]))].every((sum) => sum >= 0n);

/** @throws where the account does not add up: what led there is at fault. */
export function accountHolds(account: FineAccount): void {
  if (!addsUp(account)) throw new Error("The account of a fine does not add up.");
}

/** The changes of what is owed, with one more. */
export function owedFrom({ owed }: Pick<FineAccount, "owed">, from: LocalDate, by: bigint): readonly OwedChange[] {
  return by === 0n ? owed : [...owed, { from, by }];
}

export const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
export const most = (one: bigint, other: bigint): bigint => (one > other ? one : other);
