import { dueOn } from "../kernel/deadline.js";
import { asIn, day, lines, needed, noted, OFFENDERS, optional, vnd as sum } from "../kernel/fields.js";
import { dong, MOST_VND, sumOf, vnd } from "../kernel/money.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { WorkCalendar } from "../kernel/workCalendar.js";
import { type DeadlineRule, type LawReference, type ParameterRule, referenceTo } from "../law/lawBook.js";
import type { SanctionEvent } from "./events.js";
import { document } from "./fields.js";
import { ENTRIES, FINE_STEP, outstandingOf, PAYMENT, receiptKey, type ReceiptElsewhere, REFUND } from "./fine.js";
import { allocate, sharesTold } from "./fineAllocation.js";
import { fineRefusals } from "./fineRefusals.js";
import {
  answeredAfterTheRequest,
  belowThreshold,
  heldUp,
  instalmentsAreWanted,
  isZero,
  requestIsOpen,
  somethingOutstanding,
} from "./fineRules.js";
import { beforeSigning, happened, STANDING } from "./rules.js";
import type { Sanction } from "./sanction.js";

const { step } = stepsOf<Sanction, SanctionEvent, "sanctionId">();

const REQUEST = {
  requestedOn: day(say("ngày đề nghị", "requested on")),
  requestText: lines(say("nội dung đề nghị", "request"), 2000, OFFENDERS),
};
const REFUSAL = { refusedOn: day(say("ngày trả lời", "refused on")), document };

/** The money after the decision. Law on Handling Administrative Violations, Art. 73–79. */
export const fineSteps = {
  RecordFinePayment: step({
    does: say("ghi nhận tiền nộp phạt", "record a payment"),
    settles: ["SANCTION_PAYMENT", "SANCTION_INSTALMENT"],
    note: "Money came in: to the fine first, then to its late interest; what is too much is owed back.",
    fields: {
      paidOn: PAYMENT.fields.paidOn,
      amount: noted(PAYMENT.fields.amount, "What of the receipt is paid on this decision: to the fine first."),
      ...asIn(PAYMENT.fields, "receipt", "paidBy"),
    },
    looked: looked<{
      /** What other decisions already hold of this receipt. */
      readonly receiptElsewhere: ReceiptElsewhere | null;
      readonly interest: ParameterRule;
    }>(),
    makes: { paymentId: "finePayment" },
    // One receipt may pay for several decisions: two at once must not both use the rest of it.
    claims: ({ data }) => [{ kind: "RECEIPT", key: receiptKey(data.receipt) }],
    when: [
      function hadAFine({ state: { fine, lines: acts } }) {
        const fined = fine.decided > 0n || fine.payments.length > 0 || acts.some((line) => line.amount !== "0");
        return fined ? undefined : fineRefusals.FINE_NONE(["sanctionId"]);
      },
    ],
    rules: [
      function somethingPaid({ data }) {
        return isZero(data.amount, ["amount"]);
      },
      function paidInTheRightOrder(asked) {
        return happened(asked, asked.data.paidOn, ["paidOn"]);
      },
      function accountHoldsIt({ state: { fine }, data }) {
        const received = sumOf([...fine.payments, data].map((one) => dong(one.amount)));
        const beyond = received > MOST_VND;
        return beyond ? fineRefusals.FINE_PAID_BEYOND_REASON(["amount"], MOST_VND) : undefined;
      },
      function receiptOnce({ state, data }) {
        const known = state.fine.payments.some((one) => receiptKey(one.receipt) === receiptKey(data.receipt));
        return known ? fineRefusals.FINE_RECEIPT_RECORDED(["receipt", "number"]) : undefined;
      },
      function receiptAgrees({ data }) {
        const elsewhere = data.receiptElsewhere?.total;
        const differs = elsewhere !== undefined && dong(elsewhere) !== dong(data.receipt.total);
        return differs ? fineRefusals.FINE_RECEIPT_TOTAL_DIFFERS(["receipt", "total"], elsewhere) : undefined;
      },
      function receiptSuffices({ data }) {
        const left = dong(data.receipt.total) - dong(data.receiptElsewhere?.used ?? "0");
        const beyond = dong(data.amount) > left;
        return beyond ? fineRefusals.FINE_RECEIPT_EXCEEDED(["amount"], left > 0n ? left : 0n) : undefined;
      },
    ],
    tells: {
      FinePaymentRecorded({ state, data: { paymentId, paidOn, amount, receipt, paidBy, interest } }) {
        const shares = allocate(state, { paidOn, amount }, interest.value);
        const interestPerDay = vnd(interest.value);
        return { paymentId, paidOn, amount, ...sharesTold(shares), interestPerDay, receipt, paidBy };
      },
    },
  }),
  RecordFineRefund: step({
    does: say("hoàn trả tiền đã nộp", "record money given back"),
    fields: asIn(REFUND.fields, "amount", "refundedOn", "document"),
    makes: { refundId: "fineRefund" },
    when: [
      function somethingIsOwedBack({ state: { fine } }) {
        return fine.refundDue > 0n ? undefined : fineRefusals.FINE_REFUND_BEYOND_DUE(["amount"], fine.refundDue);
      },
    ],
    rules: [
      function somethingRefunded({ data }) {
        return isZero(data.amount, ["amount"]);
      },
      function refundedInTheRightOrder(asked) {
        return happened(asked, asked.data.refundedOn, ["refundedOn"]);
      },
      function owedBack({ state: { fine }, data }) {
        const beyond = dong(data.amount) > fine.refundDue;
        return beyond ? fineRefusals.FINE_REFUND_BEYOND_DUE(["amount"], fine.refundDue) : undefined;
      },
    ],
    event: "FineRefunded",
  }),

  // Postponement, instalments, reduction
  GrantFinePostponement: step({
    does: say("hoãn thi hành quyết định phạt tiền", "postpone the fine"),
    fields: { from: day(say("từ ngày", "from")), to: day(say("đến ngày", "to"), "The last day."), document },
    looked: looked<{
      /** The least fine for which it may be granted, and the last day it may reach. */
      readonly threshold: ParameterRule;
      readonly limit: DeadlineRule;
      readonly latestTo: LocalDate;
    }>(),
    from: STANDING,
    when: [
      somethingOutstanding,
      function postponedOnce({ state }) {
        return state.fine.postponed ? fineRefusals.FINE_POSTPONED_ALREADY(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function largeEnoughToPostpone({ state, data }) {
        return belowThreshold(state, data.threshold);
      },
      function postponedAfterSigning({ state, data }) {
        return beforeSigning(state, data.from, ["from"]);
      },
      function postponementRunsForward({ data }) {
        return data.to < data.from ? fineRefusals.FINE_PERIOD_REVERSED(["to"]) : undefined;
      },
      function postponementIsShort({ data }) {
        const long = data.to > data.latestTo;
        return long ? fineRefusals.FINE_POSTPONED_TOO_LONG(["to"], data.latestTo) : undefined;
      },
    ],
    event: "FinePostponed",
    besides: ({ data: { threshold, limit } }) => ({ law: lawOf(threshold, limit) }),
  }),
  RequestFineInstalments: step({
    does: say("đề nghị nộp tiền phạt nhiều lần", "ask for payment in instalments"),
    note: "The offender asks; no late interest runs until the answer (Circular 18/2023, Art. 5.2).",
    fields: REQUEST,
    from: STANDING,
    when: [
      somethingOutstanding,
      function noPlanYet({ state }) {
        const already = state.fine.instalments.length > 0;
        return already ? fineRefusals.FINE_INSTALMENTS_GRANTED(["sanctionId"]) : undefined;
      },
      function oneWishAtATime({ state }) {
        const open = state.fine.instalmentsRequestedOn !== null;
        return open ? fineRefusals.FINE_INSTALMENTS_PENDING(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function requestedInTheRightOrder(asked) {
        return happened(asked, asked.data.requestedOn, ["requestedOn"]);
      },
    ],
    event: "FineInstalmentsRequested",
  }),
  RefuseFineInstalments: step({
    does: say("không cho nộp tiền phạt nhiều lần", "refuse payment in instalments"),
    fields: REFUSAL,
    from: STANDING,
    when: [instalmentsAreWanted],
    rules: [
      function refusedInTheRightOrder(asked) {
        const { instalmentsRequestedOn } = asked.state.fine;
        return answeredAfterTheRequest(asked, instalmentsRequestedOn, asked.data.refusedOn, ["refusedOn"]);
      },
    ],
    event: "FineInstalmentsRefused",
  }),
  GrantFineInstalments: step({
    does: say("cho nộp tiền phạt nhiều lần", "grant payment in instalments"),
    note: "Asked for or not; a request that is open is answered by it.",
    fields: {
      grantedOn: day(say("ngày cho phép", "granted on")),
      instalments: noted(ENTRIES.instalments, "In the order in which they are due."),
      document,
    },
    looked: looked<{
      readonly threshold: ParameterRule;
      readonly atMost: ParameterRule;
      readonly firstPercent: ParameterRule;
      /** The last day on which the last instalment may be due. */
      readonly limit: DeadlineRule;
      readonly latestDueOn: LocalDate;
    }>(),
    from: STANDING,
    when: [
      somethingOutstanding,
      function onePlan({ state }) {
        const already = state.fine.instalments.length > 0;
        return already ? fineRefusals.FINE_INSTALMENTS_GRANTED(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function largeEnoughForInstalments({ state, data }) {
        return belowThreshold(state, data.threshold);
      },
      function grantedInTheRightOrder(asked) {
        const { instalmentsRequestedOn } = asked.state.fine;
        return answeredAfterTheRequest(asked, instalmentsRequestedOn, asked.data.grantedOn, ["grantedOn"]);
      },
      function fewInstalments({ data }) {
        const count = BigInt(data.instalments.length);
        const wrong = count < 2n || count > data.atMost.value;
        return wrong ? fineRefusals.FINE_INSTALMENT_COUNT(["instalments"], data.atMost.value) : undefined;
      },
      function eachInstalmentIsMoney({ data }) {
        const at = data.instalments.findIndex((one) => dong(one.amount) === 0n);
        return at < 0 ? undefined : fineRefusals.FINE_AMOUNT_ZERO(["instalments", at, "amount"]);
      },
      function instalmentsInOrder({ data }) {
        const days = data.instalments.map((one) => one.dueOn);
        const at = days.findIndex((due, index) =>
          index === 0 ? due < data.grantedOn : due <= (days[index - 1] ?? due),
        );
        return at < 0 ? undefined : fineRefusals.FINE_INSTALMENTS_NOT_IN_ORDER(["instalments", at, "dueOn"]);
      },
      function instalmentsEndInTime({ data }) {
        const at = data.instalments.findIndex((one) => one.dueOn > data.latestDueOn);
        return at < 0
          ? undefined
          : fineRefusals.FINE_INSTALMENTS_TOO_LATE(["instalments", at, "dueOn"], data.latestDueOn);
      },
      function instalmentsMakeWhatIsOutstanding({ state, data }) {
        const outstanding = outstandingOf(state.fine);
        const all = sumOf(data.instalments.map((one) => dong(one.amount)));
        return all === outstanding ? undefined : fineRefusals.FINE_INSTALMENTS_SUM(["instalments"], outstanding);
      },
      function firstInstalmentIsLarge({ state: { fine }, data }) {
        const paid = fine.collected + dong(data.instalments[0]?.amount ?? "0");
        const percent = data.firstPercent.value;
        const enough = paid * 100n >= fine.decided * percent;
        return enough ? undefined : fineRefusals.FINE_FIRST_INSTALMENT_TOO_SMALL(["instalments", 0, "amount"], percent);
      },
    ],
    tells: {
      FineInstalmentsGranted({ data: { grantedOn, instalments, document: paper, ...law } }) {
        const { threshold, atMost, firstPercent, limit } = law;
        return { grantedOn, instalments, document: paper, law: lawOf(threshold, atMost, firstPercent, limit) };
      },
    },
  }),
  RequestFineReduction: step({
    does: say("đề nghị giảm, miễn tiền phạt", "ask for a reduction or an exemption"),
    note: "The offender asks.",
    fields: REQUEST,
    from: STANDING,
    when: [
      somethingOutstanding,
      function oneRequestAtATime({ state }) {
        const open = state.fine.reductionRequestedOn !== null;
        return open ? fineRefusals.FINE_REDUCTION_PENDING(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function requestedInTheRightOrder(asked) {
        return happened(asked, asked.data.requestedOn, ["requestedOn"]);
      },
      function postponedBefore({ state: { fine }, data }) {
        const since = fine.pauses.find((pause) => pause.kind === "POSTPONED")?.from;
        const postponed = since !== undefined && since <= data.requestedOn;
        return postponed ? undefined : fineRefusals.FINE_NOT_POSTPONED(["sanctionId"]);
      },
    ],
    event: "FineReductionRequested",
  }),
  RefuseFineReduction: step({
    does: say("không chấp nhận giảm, miễn tiền phạt", "refuse the reduction"),
    fields: REFUSAL,
    from: STANDING,
    when: [requestIsOpen],
    rules: [
      function refusedInTheRightOrder(asked) {
        return answeredAfterTheRequest(asked, asked.state.fine.reductionRequestedOn, asked.data.refusedOn, [
          "refusedOn",
        ]);
      },
    ],
    event: "FineReductionRefused",
  }),
  GrantFineReduction: step({
    does: say("giảm, miễn tiền phạt", "reduce the fine"),
    fields: {
      by: optional(sum(say("số tiền giảm", "by"), "Absent: all that remains, an exemption (miễn).")),
      grantedOn: day(say("ngày giảm, miễn", "granted on")),
      document,
    },
    from: STANDING,
    when: [requestIsOpen, somethingOutstanding],
    rules: [
      function grantedInTheRightOrder(asked) {
        return answeredAfterTheRequest(asked, asked.state.fine.reductionRequestedOn, asked.data.grantedOn, [
          "grantedOn",
        ]);
      },
      function somethingReduced({ data }) {
        return data.by === null ? undefined : isZero(data.by, ["by"]);
      },
      function notBelowZero({ state, data }) {
        const outstanding = outstandingOf(state.fine);
        const beyond = data.by !== null && dong(data.by) > outstanding;
        return beyond ? fineRefusals.FINE_REDUCED_BEYOND_OUTSTANDING(["by"], outstanding) : undefined;
      },
    ],
    event: "FineReduced",
    besides: ({ state, data: { by } }) => ({
      by: by ?? vnd(outstandingOf(state.fine)),
      ...(by === null ? { exempts: true } : {}),
    }),
  }),

  // Enforcement and lapse
  StartFineEnforcement: step({
    does: say("cưỡng chế thi hành", "begin coercive enforcement"),
    fields: {
      ...needed(FINE_STEP.fields, "measure"),
      startedOn: day(say("ngày bắt đầu", "started on")),
      document,
    },
    from: STANDING,
    when: [
      somethingOutstanding,
      function wasServed({ state }) {
        return state.receivedOn === null ? fineRefusals.FINE_NOT_SERVED(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function startedInTheRightOrder(asked) {
        return happened(asked, asked.data.startedOn, ["startedOn"]);
      },
      function deadlineHasPassed({ state: { executionDueOn }, data }) {
        const early = executionDueOn !== null && data.startedOn <= executionDueOn;
        return early ? fineRefusals.FINE_NOT_OVERDUE(["startedOn"], executionDueOn) : undefined;
      },
      function nothingHoldsItUp({ state, data }) {
        return heldUp(state, data.startedOn) ? fineRefusals.FINE_EXECUTION_PAUSED(["startedOn"]) : undefined;
      },
    ],
    event: "FineEnforcementStarted",
  }),
  RecordFineEvasion: step({
    does: say("ghi nhận việc trốn tránh, trì hoãn thi hành", "record that the offender evades payment"),
    note: "While it lasts, the time in which the decision can be executed does not run out.",
    fields: {
      from: day(say("từ ngày", "from")),
      to: optional(day(say("đến ngày", "to"), "The last day; absent: it still goes on.")),
      note: lines(say("diễn biến", "note"), 1000, OFFENDERS),
    },
    from: STANDING,
    when: [somethingOutstanding],
    rules: [
      function evadedInTheRightOrder(asked) {
        return happened(asked, asked.data.from, ["from"]);
      },
      function evasionRunsForward({ data }) {
        return data.to !== null && data.to < data.from ? fineRefusals.FINE_PERIOD_REVERSED(["to"]) : undefined;
      },
      function evasionEndedAlready(asked) {
        const { to } = asked.data;
        return to === null ? undefined : happened(asked, to, ["to"]);
      },
      function evasionIsNew({ state: { fine }, data }) {
        const until = fine.evadedUntil;
        const known = until === "STILL" ? data.to === null : until !== null && data.to !== null && data.to <= until;
        return known ? fineRefusals.FINE_EVASION_KNOWN(["to"]) : undefined;
      },
    ],
    event: "FineEvasionRecorded",
  }),
  RecordFineLapse: step({
    does: say("chấm dứt thi hành tiền phạt", "record that the fine has lapsed"),
    note: "What is outstanding is not collected any more (hết thời hiệu, chết, giải thể, phá sản).",
    fields: {
      ...needed(FINE_STEP.fields, "ground"),
      lapsedOn: day(say("từ ngày", "lapsed on")),
    },
    looked: looked<{
      /** How long a decision can be executed, from its day or from the end of an evasion. */
      readonly limitation: DeadlineRule;
      readonly calendar: WorkCalendar;
    }>(),
    from: STANDING,
    when: [somethingOutstanding],
    rules: [
      function lapsedInTheRightOrder(asked) {
        return happened(asked, asked.data.lapsedOn, ["lapsedOn"]);
      },
      function lapseFitsTheSubject({ state: { party }, data: { ground } }) {
        const outlived = ground === "DEATH" && party.kind === "ORGANISATION";
        const ofABody = ground === "DISSOLUTION" || ground === "BANKRUPTCY";
        const misfits = outlived || (ofABody && party.kind === "INDIVIDUAL");
        return misfits ? fineRefusals.FINE_LAPSE_OF_OTHER_SUBJECT(["ground"]) : undefined;
      },
      function limitationHasRun({ state: { fine, signedOn }, data }) {
        if (data.ground !== "EXECUTION_LIMITATION") return undefined;
        if (fine.evadedUntil === "STILL") return fineRefusals.FINE_STILL_EVADED(["ground"]);
        const until = dueOn(data.limitation.term, fine.evadedUntil ?? signedOn, data.calendar);
        return data.lapsedOn <= until ? fineRefusals.FINE_STILL_EXECUTABLE(["lapsedOn"], until) : undefined;
      },
    ],
    event: "FineLapsed",
    besides: ({ state }) => ({ amount: vnd(outstandingOf(state.fine)) }),
  }),
};

const lawOf = (...rules: readonly (ParameterRule | DeadlineRule)[]): readonly LawReference[] =>
  rules.map((rule) => referenceTo(rule.key, rule));
