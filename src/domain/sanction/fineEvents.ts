import { eventsOf } from "../kernel/history.js";
import { blankOf, eachField } from "../kernel/fields.js";
import { dong, sumOf, vnd, type Vnd } from "../kernel/money.js";
import { termWords } from "../kernel/terms.js";
import type { LocalDate } from "../kernel/time.js";
import { enCount, enDay, enVnd, say, viCount, viDay, viVnd } from "../kernel/words.js";
import type { LawReference } from "../law/lawBook.js";
import {
  FINE_STEP,
  type FineAccount,
  type FineStep,
  type Instalment,
  outstandingOf,
  type Payment,
  type Refund,
  SHARES,
} from "./fine.js";
import { allocate, sharesTold } from "./fineAllocation.js";
import { most, owedFrom, paused, resumed } from "./fineAccount.js";
import type { Sanction } from "./sanction.js";
import { COERCIVE_MEASURES, type CoerciveMeasure, LAPSE_GROUNDS, type LapseGround } from "./terms.js";

const { happens } = eventsOf<Sanction, { readonly sanctionId: string }>();

/** What can have happened to the fine. The status of the decision as such follows from all of it; see ./events.ts. */
export const fineEvents = {
  /**
   * `amount` = `toFine` + `toInterest` + `excess`; the excess is owed back. `interestReturned`: interest that was counted
   * from payments recorded before, and that, now that this earlier one is entered, was never owed; it is owed back too.
   * `toFine` beyond what was outstanding takes back a lapse: the money had come in before it.
   */
  FinePaymentRecorded: happens<PaymentRecorded>({
    says({ paidOn, amount, toInterest }) {
      const late = dong(toInterest) > 0n;
      return say(
        `Nộp ${viVnd(amount)} ngày ${viDay(paidOn)}${late ? `, trong đó tiền chậm nộp ${viVnd(toInterest)}` : ""}.`,
        `${enVnd(amount)} were paid on ${enDay(paidOn)}${late ? `, ${enVnd(toInterest)} of it late interest` : ""}.`,
      );
    },
    on: "paidOn",
    leadsTo: ["EXECUTED"],
    // Where an earlier payment was never made, this one went to what that had covered.
    anew: (sanction, data) => ({ ...data, ...allocated(sanction, data) }),
    changes: ({ fine }, data) => ({ fine: paid(fine, data) }),
  }),
  /** Money given back: an excess, or what was paid on a decision later annulled or amended. */
  FineRefunded: happens<Refund>({
    says: ({ amount, refundedOn }) =>
      say(
        `Hoàn trả ${viVnd(amount)} ngày ${viDay(refundedOn)}.`,
        `${enVnd(amount)} were given back on ${enDay(refundedOn)}.`,
      ),
    on: "refundedOn",
    changes({ fine }, { refundId, amount, refundedOn, document }) {
      const sum = dong(amount);
      const refunds = [...fine.refunds, { refundId, amount, refundedOn, document }];
      return { fine: { ...fine, refunds, refundDue: fine.refundDue - sum, refunded: fine.refunded + sum } };
    },
  }),
  FinePostponed: happens<{ from: LocalDate; to: LocalDate; document: string; law: readonly LawReference[] }>({
    touches: () => ["standstill", "relief"],
    says: ({ from, to }) =>
      say(
        `Hoãn thi hành quyết định phạt tiền từ ngày ${viDay(from)} đến hết ngày ${viDay(to)}.`,
        `The payment of the fine was postponed from ${enDay(from)} to ${enDay(to)}.`,
      ),
    on: "from",
    changes: ({ fine }, { from, to, document }) => ({
      fine: {
        ...withStep(fine, { kind: "POSTPONED", on: from, to, document }),
        postponed: true,
        pauses: [...fine.pauses, { kind: "POSTPONED", from, to }],
      },
    }),
  }),
  /** The offender has asked to pay in instalments: interest waits for the answer. */
  FineInstalmentsRequested: happens<{ requestedOn: LocalDate; requestText: string }>({
    says: ({ requestedOn }) =>
      say(
        `Đề nghị nộp tiền phạt nhiều lần ngày ${viDay(requestedOn)}.`,
        `Payment in instalments was asked for on ${enDay(requestedOn)}.`,
      ),
    on: "requestedOn",
    changes: ({ fine }, { requestedOn, requestText }) => ({
      fine: {
        ...paused(
          withStep(fine, { kind: "INSTALMENTS_REQUESTED", on: requestedOn, note: requestText }),
          "INSTALMENTS_PENDING",
          requestedOn,
        ),
        instalmentsRequestedOn: requestedOn,
      },
    }),
  }),
  FineInstalmentsRefused: happens<{ refusedOn: LocalDate; document: string }>({
    says: ({ refusedOn }) =>
      say(
        `Không cho nộp tiền phạt nhiều lần, ngày ${viDay(refusedOn)}.`,
        `Payment in instalments was refused on ${enDay(refusedOn)}.`,
      ),
    on: "refusedOn",
    changes: ({ fine }, { refusedOn, document }) => ({
      fine: {
        ...resumed(
          withStep(fine, { kind: "INSTALMENTS_REFUSED", on: refusedOn, document }),
          "INSTALMENTS_PENDING",
          refusedOn,
        ),
        instalmentsRequestedOn: null,
      },
    }),
  }),
  FineInstalmentsGranted: happens<InstalmentsGranted>({
    touches: () => ["standstill", "service"],
    says({ instalments }) {
      const last = instalments.at(-1)?.dueOn ?? "";
      return say(
        `Cho nộp tiền phạt ${viCount(instalments.length)} lần, lần cuối hạn ngày ${viDay(last)}.`,
        `Payment in ${enCount(instalments.length)} instalments was granted, the last one due on ${enDay(last)}.`,
      );
    },
    on: "grantedOn",
    holds: ({ fine }, { instalments }) => sumOf(instalments.map((one) => dong(one.amount))) === outstandingOf(fine),
    changes: ({ fine }, data) => ({ fine: inInstalments(fine, data) }),
  }),
  /** The offender has asked for a reduction or an exemption: interest waits for the answer. */
  FineReductionRequested: happens<{ requestedOn: LocalDate; requestText: string }>({
    touches: () => ["standstill", "relief"],
    says: ({ requestedOn }) =>
      say(
        `Đề nghị giảm, miễn tiền phạt ngày ${viDay(requestedOn)}.`,
        `A reduction of the fine was asked for on ${enDay(requestedOn)}.`,
      ),
    on: "requestedOn",
    changes: ({ fine }, { requestedOn, requestText }) => ({
      fine: {
        ...paused(
          withStep(fine, { kind: "REDUCTION_REQUESTED", on: requestedOn, note: requestText }),
          "REDUCTION_PENDING",
          requestedOn,
        ),
        reductionRequestedOn: requestedOn,
      },
    }),
  }),
  FineReductionRefused: happens<{ refusedOn: LocalDate; document: string }>({
    touches: () => ["standstill", "relief"],
    says: ({ refusedOn }) =>
      say(
        `Không chấp nhận giảm, miễn tiền phạt, ngày ${viDay(refusedOn)}.`,
        `The reduction of the fine was refused on ${enDay(refusedOn)}.`,
      ),
    on: "refusedOn",
    changes: ({ fine }, { refusedOn, document }) => ({
      fine: answered(withStep(fine, { kind: "REDUCTION_REFUSED", on: refusedOn, document }), refusedOn),
    }),
  }),
  /** `exempts`: by all that remained, an exemption (miễn); absent in what was entered before it was told. */
  FineReduced: happens<{ by: Vnd; exempts?: boolean; grantedOn: LocalDate; document: string }>({
    touches: () => ["standstill", "relief"],
    says: ({ by, grantedOn }) =>
      say(
        `Giảm, miễn tiền phạt ${viVnd(by)}, ngày ${viDay(grantedOn)}.`,
        `The fine was reduced by ${enVnd(by)} on ${enDay(grantedOn)}.`,
      ),
    on: "grantedOn",
    leadsTo: ["EXECUTED"],
    anew: ({ fine }, data) => (data.exempts ? { ...data, by: vnd(outstandingOf(fine)) } : data),
    changes({ fine }, { by, grantedOn, document }) {
      const amount = dong(by);
      return {
        fine: {
          ...answered(withStep(fine, { kind: "REDUCED", on: grantedOn, amount: by, document }), grantedOn),
          reduced: fine.reduced + amount,
          owed: owedFrom(fine, grantedOn, -amount),
        },
      };
    },
  }),
  FineEnforcementStarted: happens<{ measure: CoerciveMeasure; startedOn: LocalDate; document: string }>({
    touches: () => ["standstill", "service"],
    says({ measure, startedOn }) {
      const { vi, en } = termWords(COERCIVE_MEASURES, measure);
      return say(
        `Cưỡng chế thi hành quyết định từ ngày ${viDay(startedOn)}: ${vi}.`,
        `Coercive enforcement began on ${enDay(startedOn)}: ${en}.`,
      );
    },
    on: "startedOn",
    changes: ({ fine }, { measure, startedOn, document }) => ({
      fine: {
        ...withStep(fine, { kind: "ENFORCEMENT_STARTED", on: startedOn, measure, document }),
        enforcedFrom: fine.enforcedFrom ?? startedOn,
      },
    }),
  }),
  /** Evasion (trốn tránh, trì hoãn): the period of execution starts anew when it ends. */
  FineEvasionRecorded: happens<{ from: LocalDate; to: LocalDate | null; note: string }>({
    touches: () => ["evasion"],
    says: ({ from, to }) =>
      say(
        `Ghi nhận việc trốn tránh, trì hoãn thi hành từ ngày ${viDay(from)}${to === null ? "" : ` đến ngày ${viDay(to)}`}.`,
        `Evasion of the execution was recorded, from ${enDay(from)}${to === null ? "" : ` to ${enDay(to)}`}.`,
      ),
    on: "from",
    changes: ({ fine }, { from, to, note }) => ({
      fine: { ...withStep(fine, { kind: "EVASION", on: from, to, note }), evadedUntil: to ?? "STILL" },
    }),
  }),
  FineLapsed: happens<{ ground: LapseGround; lapsedOn: LocalDate; amount: Vnd }>({
    touches: () => ["evasion"],
    says({ ground, amount }) {
      const { vi, en } = termWords(LAPSE_GROUNDS, ground);
      return say(
        `Chấm dứt thi hành phần tiền phạt còn lại ${viVnd(amount)}: ${vi}.`,
        `What was outstanding of the fine lapsed, ${enVnd(amount)}: ${en}.`,
      );
    },
    on: "lapsedOn",
    leadsTo: ["EXECUTED"],
    anew: ({ fine }, data) => ({ ...data, amount: vnd(outstandingOf(fine)) }),
    changes({ fine }, { ground, lapsedOn, amount }) {
      const gone = dong(amount);
      return {
        fine: {
          ...withStep(fine, { kind: "LAPSED", on: lapsedOn, amount, ground }),
          lapsed: fine.lapsed + gone,
          lapsedOn,
          owed: owedFrom(fine, lapsedOn, -gone),
        },
      };
    },
  }),
};

// How the account grows ---------------------------------------------------------------------------------------------

interface PaymentRecorded extends Payment {
  /** Ten-thousandths of the unpaid fine a day, as the law had it; absent in what was entered before it was told. */
  readonly interestPerDay?: Vnd;
}

/** The rate of all years for which payments were entered without it: 0.05 % a day (Circulars 153/2013 and 18/2023). */
const RATE_NOT_TOLD = "5";

const allocated = (sanction: Sanction, { paidOn, amount, interestPerDay = RATE_NOT_TOLD }: PaymentRecorded) =>
  sharesTold(allocate(sanction, { paidOn, amount }, BigInt(interestPerDay)));

function paid(account: FineAccount, { paymentId, paidOn, amount, receipt, paidBy, ...told }: Payment): FineAccount {
  const shares = eachField(SHARES, (name) => told[name]);
  const { toFine, toInterest, excess, interestReturned } = eachField(SHARES, (name) => dong(shares[name]));
  const outOfLapse = most(toFine - outstandingOf(account), 0n);
  const stillLapsed = account.lapsed - outOfLapse;
  return {
    ...account,
    collected: account.collected + toFine,
    lapsed: stillLapsed,
    lapsedOn: stillLapsed === 0n ? null : account.lapsedOn,
    interestCollected: account.interestCollected + toInterest - interestReturned,
    refundDue: account.refundDue + excess + interestReturned,
    payments: [...account.payments, { paymentId, paidOn, amount, ...shares, receipt, paidBy }],
  };
}

interface InstalmentsGranted {
  readonly grantedOn: LocalDate;
  readonly instalments: readonly Instalment[];
  readonly document: string;
  readonly law: readonly LawReference[];
}

/** While a plan runs, from the day it was granted to the day of its last instalment, there is no interest. */
function inInstalments(
  account: FineAccount,
  { grantedOn: from, instalments, document }: InstalmentsGranted,
): FineAccount {
  const to = instalments.at(-1)?.dueOn ?? null;
  const granted = resumed(account, "INSTALMENTS_PENDING", from);
  return {
    ...withStep(granted, { kind: "INSTALMENTS_GRANTED", on: from, to, document }),
    instalments,
    instalmentsRequestedOn: null,
    pauses: [...granted.pauses, { kind: "INSTALMENTS", from, to }],
  };
}

/** The request for a reduction has its answer. */
const answered = (account: FineAccount, on: LocalDate): FineAccount => ({
  ...resumed(account, "REDUCTION_PENDING", on),
  reductionRequestedOn: null,
});

const NOTHING = blankOf(FINE_STEP.fields);

const withStep = (account: FineAccount, step: Pick<FineStep, "kind" | "on"> & Partial<FineStep>): FineAccount => ({
  ...account,
  steps: [...account.steps, { ...NOTHING, ...step }],
});
