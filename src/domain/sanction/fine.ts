import { dong, type Vnd } from "../kernel/money.js";
import { nameKey } from "../kernel/names.js";
import { serialKey } from "../kernel/paperNumber.js";
import type { LocalDate } from "../kernel/time.js";
import type { CoerciveMeasure, FineStepKind, LapseGround } from "./terms.js";

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
  [nameKey(issuedBy), serialKey(number)].join(":");

/** What other decisions hold of a receipt, and over how much they say it is. */
export interface ReceiptElsewhere {
  readonly used: Vnd;
  readonly total: Vnd;
}

/** A stretch of days in which no interest runs; `to` null: it still lasts. Both days included. */
export interface InterestPause {
  readonly kind: "POSTPONED" | "REDUCTION_PENDING" | "INSTALMENTS_PENDING" | "INSTALMENTS" | "SUSPENDED";
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** Execution stands still, interest does not. */
  readonly interestRuns?: true | undefined;
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

/** `amount` = `toFine` + `toInterest` + `excess`. */
export interface Payment {
  readonly paymentId: string;
  readonly paidOn: LocalDate;
  readonly amount: bigint;
  readonly toFine: bigint;
  readonly toInterest: bigint;
  /** Owed back. */
  readonly excess: bigint;
  /** Interest of payments recorded before, which with this earlier one was never owed. */
  readonly interestReturned: bigint;
  readonly receipt: Receipt;
  /** Who paid, when it was not the offender. */
  readonly paidBy: string | null;
}

export interface Refund {
  readonly refundId: string;
  readonly amount: Vnd;
  readonly refundedOn: LocalDate;
  readonly document: string;
}

/** What was asked, granted or done about a fine besides its payment. */
export interface FineStep {
  readonly kind: FineStepKind;
  readonly on: LocalDate;
  /** The last day of a postponement, a plan or an evasion; null: none, or not known yet. */
  readonly to: LocalDate | null;
  readonly amount: Vnd | null;
  readonly document: string | null;
  readonly note: string | null;
  readonly measure: CoerciveMeasure | null;
  readonly ground: LapseGround | null;
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
  /** In the order in which they were entered. */
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly steps: readonly FineStep[];
  /** From which day how much was owed, payments apart: what interest is reckoned on. */
  readonly owed: readonly OwedChange[];
  readonly pauses: readonly InterestPause[];
  readonly instalments: readonly Instalment[];
  /** It was postponed once: there is no second time, and only then can it be reduced. */
  readonly postponed: boolean;
  readonly reductionRequestedOn: LocalDate | null;
  readonly instalmentsRequestedOn: LocalDate | null;
  readonly enforcedFrom: LocalDate | null;
  /** The last day of evasion; null while there was none. */
  readonly evadedUntil: LocalDate | "STILL" | null;
}

export const outstandingOf = ({ decided, collected, reduced, lapsed }: FineAccount): bigint =>
  decided - collected - reduced - lapsed;

/** An instalment, and which of the plan it is, from 1 on. */
type NthInstalment = Instalment & { readonly nth: number };

/**
 * The instalments that are not covered yet, the first one first. A plan is over what was outstanding when it was granted,
 * so what had been paid before covers none of it.
 */
export function openInstalments(fine: FineAccount): readonly NthInstalment[] {
  const planned = fine.instalments.reduce((sum, { amount }) => sum + dong(amount), 0n);
  let covered = planned - outstandingOf(fine);
  return fine.instalments.flatMap((instalment, index) => {
    covered -= dong(instalment.amount);
    return covered < 0n ? [{ ...instalment, nth: index + 1 }] : [];
  });
}

/** What the account hangs on besides itself. */
interface Owing {
  readonly executionDueOn: LocalDate | null;
  readonly suspendedFrom: LocalDate | null;
  readonly fine: FineAccount;
}

/**
 * The last day on which what is owed now is paid in time: as notified, or as put off by a postponement, or the day of
 * the first instalment that is not covered yet. While execution is suspended nothing can be demanded.
 */
export function payableUntil({ executionDueOn, suspendedFrom, fine }: Owing): LocalDate | null {
  if (executionDueOn === null || suspendedFrom !== null || outstandingOf(fine) === 0n) return null;
  const [next] = openInstalments(fine);
  if (next) return next.dueOn;
  const putOff = fine.pauses.flatMap(({ kind, to }) => (kind === "POSTPONED" && to !== null ? [to] : []));
  return [executionDueOn, ...putOff].reduce((latest, day) => (day > latest ? day : latest));
}
