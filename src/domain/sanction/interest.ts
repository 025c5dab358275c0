import { dong } from "../kernel/money.js";
import { addDays, daysBetween, type LocalDate } from "../kernel/time.js";
import type { FineAccount, Payment } from "./fine.js";

/**
 * Late interest (tiền chậm nộp): 0.05 % a day of the unpaid fine, from the day after the deadline to the day before the
 * payment, holidays counted (Circular 18/2023/TT-BTC, Art. 5). No day of a postponement, of an undecided request for a
 * reduction or for instalments, or of a plan of instalments is counted; nor of a suspension of execution, if the ledger
 * is to read the circular so.
 */

const TEN_THOUSAND = 10_000n;

/** What interest is reckoned on. */
export interface InterestBasis extends Pick<FineAccount, "owed" | "pauses"> {
  readonly payments: readonly Pick<Payment, "paidOn" | "amount">[];
}

/** So many days of interest on the same sum. */
export interface InterestStretch {
  readonly base: bigint;
  readonly days: number;
}

/**
 * What is unpaid of the fine on a day. A payment lowers it from its own day on. As money goes to the fine first, it is
 * what was owed by then less all the money that had come in by then, whenever either was entered.
 */
export function unpaidOn(basis: InterestBasis, day: LocalDate): bigint {
  const balance = balanceOn(basis, day);
  return balance > 0n ? balance : 0n;
}

/** As `unpaidOn`, and negative where more has come in than was owed. */
export function balanceOn({ owed, payments }: InterestBasis, day: LocalDate): bigint {
  let balance = 0n;
  for (const change of owed) if (change.from <= day) balance += change.by;
  for (const payment of payments) if (payment.paidOn <= day) balance -= dong(payment.amount);
  return balance;
}

/** The stretches of equal base, in their order. A pause leaves days out; it does not end a stretch. */
export function stretchesOf(basis: InterestBasis, interestAfter: LocalDate, on: LocalDate): InterestStretch[] {
  const stretches: { base: bigint; days: number }[] = [];
  for (const { from, days } of segmentsOf(basis, addDays(interestAfter, 1), on)) {
    if (isPausedOn(basis, from)) continue;
    const base = unpaidOn(basis, from);
    const last = stretches.at(-1);
    if (last?.base === base) last.days += days;
    else stretches.push({ base, days });
  }
  return stretches;
}

/**
 * The interest of all days up to the day before `on`, paid or not. Rounded down to a whole đồng once for each stretch of
 * equal base: base × rate × days ÷ 10,000.
 * @param interestAfter the last day without interest; null: not served yet, so none runs
 * @param ratePerDay ten-thousandths of the base a day: 5 for 0.05 %
 */
export function interestAccrued(
  basis: InterestBasis,
  interestAfter: LocalDate | null,
  on: LocalDate,
  ratePerDay: bigint,
): bigint {
  if (interestAfter === null) return 0n;
  let total = 0n;
  for (const { base, days } of stretchesOf(basis, interestAfter, on)) {
    total += (base * ratePerDay * BigInt(days)) / TEN_THOUSAND;
  }
  return total;
}

/**
 * The interest that is owed by one who pays on the day `on`: the days up to the one before, less what was paid of it.
 * Parameters as for `interestAccrued`. With a fine that has lapsed its interest is no longer owed.
 */
export function interestDue(
  account: FineAccount,
  interestAfter: LocalDate | null,
  on: LocalDate,
  ratePerDay: bigint,
): bigint {
  if (account.lapsed > 0n) return 0n;
  const due = interestAccrued(account, interestAfter, on, ratePerDay) - account.interestCollected;
  return due > 0n ? due : 0n;
}

/** Whether interest stands still on the day. */
export const isPausedOn = ({ pauses }: Pick<FineAccount, "pauses">, day: LocalDate): boolean =>
  pauses.some(({ from, to, interestRuns }) => !interestRuns && from <= day && (to === null || day <= to));

interface Segment {
  readonly from: LocalDate;
  readonly days: number;
}

/** The days from `start` to before `end`, cut wherever what is owed changes or a pause begins or ends. */
function segmentsOf({ owed, payments, pauses }: InterestBasis, start: LocalDate, end: LocalDate): Segment[] {
  const cuts = new Set<LocalDate>([start]);
  for (const change of owed) cuts.add(change.from);
  for (const payment of payments) cuts.add(payment.paidOn);
  for (const { from, to } of pauses) {
    cuts.add(from);
    if (to !== null) cuts.add(addDays(to, 1));
  }
  const days = [...cuts].filter((day) => start <= day && day < end).sort();
  return days.map((from, index) => ({ from, days: daysBetween(from, days[index + 1] ?? end) }));
}
