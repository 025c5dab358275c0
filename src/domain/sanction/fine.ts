import {
  choice,
  type DataOf,
  day,
  id,
  lines,
  many,
  NOBODY,
  OFFENDERS,
  one,
  optional,
  part,
  serialNumber,
  shownAs,
  text,
  vnd,
} from "../kernel/fields.js";
import { dong, type Vnd } from "../kernel/money.js";
import { nameKey } from "../kernel/names.js";
import { serialKey } from "../kernel/paperNumber.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { document } from "./fields.js";
import { COERCIVE_MEASURES, FINE_STEPS, LAPSE_GROUNDS } from "./terms.js";

/** The fine after it was decided: paid, late, postponed, in instalments, reduced, enforced, lapsed. */

const RECEIPT = part(
  "FineReceiptInput",
  {
    number: serialNumber(say("số biên lai", "number"), 100, NOBODY, "As printed, with the zeros before it."),
    issuedBy: text(say("nơi thu", "issued by"), 200, NOBODY),
    total: vnd(say("tổng số tiền", "total"), "What the receipt is over, for all the decisions that it pays for."),
  },
  "Biên lai, chứng từ nộp tiền. One receipt may pay for several decisions.",
);
/** Two receipts are the same paper when issuer and number are, however they are typed. */
export const receiptKey = ({ number, issuedBy }: Pick<Payment["receipt"], "number" | "issuedBy">): string =>
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

const INSTALMENT = part("FineInstalmentInput", {
  dueOn: day(say("hạn nộp", "due on")),
  amount: vnd(say("số tiền", "amount")),
});
export type Instalment = DataOf<typeof INSTALMENT.fields>;

/** Where the money of a payment went. */
export const SHARES = {
  toFine: vnd(say("nộp vào tiền phạt", "paid on the fine")),
  toInterest: vnd(say("nộp vào tiền chậm nộp", "paid on the interest")),
  excess: vnd(say("tiền nộp thừa", "paid in excess"), "Beyond all that was owed: owed back."),
  interestReturned: vnd(
    say("tiền chậm nộp phải hoàn trả", "interest to be returned"),
    "Interest of payments recorded before, which with this earlier one was never owed; it is owed back.",
  ),
};
export const PAYMENT = part(
  "FinePayment",
  {
    paymentId: shownAs("id", id(say("mã định danh", "identifier"))),
    paidOn: day(say("ngày nộp", "paid on")),
    amount: vnd(say("số tiền đã nộp", "amount paid")),
    ...SHARES,
    receipt: one(RECEIPT, say("biên lai, chứng từ", "receipt")),
    paidBy: optional(text(say("người nộp thay", "paid by"), 200, OFFENDERS, "Who paid, if it was not the offender.")),
  },
  "amount = toFine + toInterest + excess; the excess is owed back.",
);
export type Payment = DataOf<typeof PAYMENT.fields>;

export const REFUND = part(
  "FineRefund",
  {
    refundId: shownAs("id", id(say("mã định danh", "identifier"))),
    amount: vnd(say("số tiền hoàn trả", "amount refunded")),
    refundedOn: day(say("ngày hoàn trả", "refunded on")),
    document,
  },
  "Money given back.",
);
export type Refund = DataOf<typeof REFUND.fields>;

export const FINE_STEP = part(
  "FineStep",
  {
    kind: choice(FINE_STEPS, say("việc xử lý tiền phạt", "kind of step")),
    on: day(say("ngày", "on"), "The day, or the first day."),
    to: optional(day(say("đến hết ngày", "to"), "The last day of a postponement, a plan or an evasion.")),
    amount: optional(
      vnd(
        say("số tiền giảm, miễn, không còn thu", "amount reduced or lapsed"),
        "By how much it was reduced, or how much lapsed.",
      ),
    ),
    document: optional(document),
    measure: optional(choice(COERCIVE_MEASURES, say("biện pháp cưỡng chế", "coercive measure"))),
    ground: optional(choice(LAPSE_GROUNDS, say("lý do không còn phải thi hành", "why the fine lapsed"))),
    note: optional(lines(say("ghi chú", "note"), 2000, OFFENDERS, "What was asked or noted.")),
  },
  "What was asked, granted or done about a fine besides its payment.",
);
export type FineStep = DataOf<typeof FINE_STEP.fields>;

/** What the account adds up: fine and interest are two balances. decided = collected + outstanding + reduced + lapsed, always. */
export const SUMS = {
  decided: vnd(say("tiền phạt theo quyết định", "fine decided"), "As the decision stands now; 0 once it is annulled."),
  collected: vnd(
    say("tiền phạt đã thu", "fine collected"),
    "Paid towards the fine and kept: never more than was decided.",
  ),
  reduced: vnd(say("tiền phạt được giảm, miễn", "fine reduced")),
  lapsed: vnd(say("tiền phạt không còn thu được", "fine lapsed")),
  interestCollected: vnd(say("tiền chậm nộp đã thu", "interest collected")),
  refundDue: vnd(say("tiền phải hoàn trả", "refund due"), "Owed back and not refunded yet."),
  refunded: vnd(say("tiền đã hoàn trả", "refunded")),
};
const ENTERED = { most: 1000, least: 0 };
/** What was entered in it. */
export const ENTRIES = {
  payments: many(PAYMENT, say("các lần nộp phạt", "payments"), ENTERED, "In the order in which they were entered."),
  refunds: many(REFUND, say("các lần hoàn trả", "refunds"), ENTERED),
  // More than any law allows; how many it does allow is the rules' to say.
  instalments: many(
    INSTALMENT,
    say("các lần nộp", "instalments"),
    { most: 12 },
    "The plan that was granted; empty when there is none.",
  ),
  steps: many(FINE_STEP, say("các bước xử lý tiền phạt", "steps about the fine"), ENTERED),
};

/** Sums as they are reckoned with. */
export type Reckoned<F> = { readonly [K in keyof F]: bigint };

export interface FineAccount extends Reckoned<typeof SUMS>, DataOf<typeof ENTRIES> {
  /** When it lapsed; a payment made before that day and entered after it takes the lapse back. */
  readonly lapsedOn: LocalDate | null;
  /** From which day how much was owed, payments apart: what interest is reckoned on. */
  readonly owed: readonly OwedChange[];
  readonly pauses: readonly InterestPause[];
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
