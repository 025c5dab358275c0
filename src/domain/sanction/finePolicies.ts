import { dueOn } from "../kernel/deadline.js";
import { firstRefusal, type Policy } from "../kernel/decider.js";
import { dong, MOST_VND, sumOf, vnd } from "../kernel/money.js";
import { timePolicies } from "../kernel/occurrence.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { ParameterRule } from "../law/lawBook.js";
import { type FineCommand, receiptKey } from "./fine.js";
import { fineRefusals } from "./fineRefusals.js";
import { sanctionRefusals } from "./refusals.js";
import { outstandingOf, type Sanction } from "./sanction.js";

/** The rules for the money after the decision. Law on Handling Administrative Violations, Art. 73–79. */

interface FineContext<C extends FineCommand = FineCommand> {
  readonly sanction: Sanction;
  readonly command: C;
}
type FinePolicy<C extends FineCommand = FineCommand> = Policy<FineContext<C>>;
type CommandOf<T extends FineCommand["type"]> = Extract<FineCommand, { type: T }>;

/** Money comes in and goes back whatever has become of the decision; all else is for one that stands. */
const EVEN_ANNULLED: readonly FineCommand["type"][] = ["RecordFinePayment", "RecordFineRefund"];

const common: readonly FinePolicy[] = [
  ({ command }) => firstRefusal(timePolicies, command),
  function decisionStands({ sanction: { status }, command }) {
    const forbidden = status === "ANNULLED" && !EVEN_ANNULLED.includes(command.type);
    return forbidden ? sanctionRefusals.SANCTION_STATUS_FORBIDS(["sanctionId"], status) : undefined;
  },
  function notBeforeSigning({ sanction, command }) {
    return beforeSigning(sanction, localDateOf(command.meta.occurredAt), ["occurredAt"]);
  },
];

const somethingOutstanding: FinePolicy = ({ sanction }) =>
  outstandingOf(sanction.fine) > 0n ? undefined : fineRefusals.FINE_NOTHING_OUTSTANDING(["sanctionId"]);

const requestIsOpen: FinePolicy = ({ sanction }) =>
  sanction.fine.reductionRequestedOn === null ? fineRefusals.FINE_REDUCTION_NOT_REQUESTED(["sanctionId"]) : undefined;

/** The rules that one command has besides. */
const EXTRA: { readonly [T in FineCommand["type"]]: readonly FinePolicy<CommandOf<T>>[] } = {
  RecordFinePayment: [
    function hadAFine({ sanction: { fine, content } }) {
      const fined = fine.decided > 0n || fine.payments.length > 0 || content.lines.some((line) => line.amount !== "0");
      return fined ? undefined : fineRefusals.FINE_NONE(["sanctionId"]);
    },
    function somethingPaid({ command }) {
      return isZero(command.data.amount, ["amount"]);
    },
    function paidInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.paidOn, ["paidOn"]);
    },
    function accountHoldsIt({ sanction: { fine }, command }) {
      const received = sumOf([...fine.payments.map((one) => one.amount), dong(command.data.amount)]);
      const beyond = received > MOST_VND;
      return beyond ? fineRefusals.FINE_PAID_BEYOND_REASON(["amount"], MOST_VND.toString()) : undefined;
    },
    function receiptOnce({ sanction, command: { data } }) {
      const known = sanction.fine.payments.some((one) => receiptKey(one.receipt) === receiptKey(data.receipt));
      return known ? fineRefusals.FINE_RECEIPT_RECORDED(["receipt", "number"]) : undefined;
    },
    function receiptAgrees({ command: { data } }) {
      const elsewhere = data.receiptElsewhere?.total;
      const differs = elsewhere !== undefined && dong(elsewhere) !== dong(data.receipt.total);
      return differs ? fineRefusals.FINE_RECEIPT_TOTAL_DIFFERS(["receipt", "total"], elsewhere) : undefined;
    },
    function receiptSuffices({ command: { data } }) {
      const left = dong(data.receipt.total) - dong(data.receiptElsewhere?.used ?? "0");
      const beyond = dong(data.amount) > left;
      return beyond ? fineRefusals.FINE_RECEIPT_EXCEEDED(["amount"], vnd(left > 0n ? left : 0n)) : undefined;
    },
  ],
  RecordFineRefund: [
    function somethingRefunded({ command }) {
      return isZero(command.data.amount, ["amount"]);
    },
    function refundedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.refundedOn, ["refundedOn"]);
    },
    function owedBack({ sanction: { fine }, command }) {
      const beyond = dong(command.data.amount) > fine.refundDue;
      return beyond ? fineRefusals.FINE_REFUND_BEYOND_DUE(["amount"], vnd(fine.refundDue)) : undefined;
    },
  ],
  GrantFinePostponement: [
    somethingOutstanding,
    function largeEnoughToPostpone({ sanction, command }) {
      return belowThreshold(sanction, command.data.threshold);
    },
    function postponedOnce({ sanction }) {
      return sanction.fine.postponed ? fineRefusals.FINE_POSTPONED_ALREADY(["sanctionId"]) : undefined;
    },
    function postponedAfterSigning({ sanction, command }) {
      return beforeSigning(sanction, command.data.from, ["from"]);
    },
    function postponementRunsForward({ command: { data } }) {
      return data.to < data.from ? fineRefusals.FINE_PERIOD_REVERSED(["to"]) : undefined;
    },
    function postponementIsShort({ command: { data } }) {
      const long = data.to > data.latestTo;
      return long ? fineRefusals.FINE_POSTPONED_TOO_LONG(["to"], data.latestTo) : undefined;
    },
  ],
  GrantFineInstalments: [
    somethingOutstanding,
    function largeEnoughForInstalments({ sanction, command }) {
      return belowThreshold(sanction, command.data.threshold);
    },
    function onePlan({ sanction }) {
      const already = sanction.fine.instalments.length > 0;
      return already ? fineRefusals.FINE_INSTALMENTS_GRANTED(["sanctionId"]) : undefined;
    },
    function grantedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.grantedOn, ["grantedOn"]);
    },
    function fewInstalments({ command: { data } }) {
      const count = BigInt(data.instalments.length);
      const wrong = count < 2n || count > data.atMost.value;
      return wrong ? fineRefusals.FINE_INSTALMENT_COUNT(["instalments"], String(data.atMost.value)) : undefined;
    },
    function eachInstalmentIsMoney({ command: { data } }) {
      const at = data.instalments.findIndex((one) => dong(one.amount) === 0n);
      return at < 0 ? undefined : fineRefusals.FINE_AMOUNT_ZERO(["instalments", at, "amount"]);
    },
    function instalmentsInOrder({ command: { data } }) {
      const days = data.instalments.map((one) => one.dueOn);
      const at = days.findIndex((day, index) => (index === 0 ? day < data.grantedOn : day <= (days[index - 1] ?? day)));
      return at < 0 ? undefined : fineRefusals.FINE_INSTALMENTS_NOT_IN_ORDER(["instalments", at, "dueOn"]);
    },
    function instalmentsEndInTime({ command: { data } }) {
      const at = data.instalments.findIndex((one) => one.dueOn > data.latestDueOn);
      return at < 0
        ? undefined
        : fineRefusals.FINE_INSTALMENTS_TOO_LATE(["instalments", at, "dueOn"], data.latestDueOn);
    },
    function instalmentsMakeWhatIsOutstanding({ sanction, command: { data } }) {
      const outstanding = outstandingOf(sanction.fine);
      const sum = sumOf(data.instalments.map((one) => dong(one.amount)));
      return sum === outstanding ? undefined : fineRefusals.FINE_INSTALMENTS_SUM(["instalments"], vnd(outstanding));
    },
    function firstInstalmentIsLarge({ sanction: { fine }, command: { data } }) {
      const paid = fine.collected + dong(data.instalments[0]?.amount ?? "0");
      const enough = paid * 100n >= fine.decided * data.firstPercent.value;
      const percent = String(data.firstPercent.value);
      return enough ? undefined : fineRefusals.FINE_FIRST_INSTALMENT_TOO_SMALL(["instalments", 0, "amount"], percent);
    },
  ],
  RequestFineReduction: [
    somethingOutstanding,
    function requestedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.requestedOn, ["requestedOn"]);
    },
    function postponedBefore({ sanction: { fine }, command }) {
      const since = fine.pauses.find((pause) => pause.kind === "POSTPONED")?.from;
      const postponed = since !== undefined && since <= command.data.requestedOn;
      return postponed ? undefined : fineRefusals.FINE_NOT_POSTPONED(["sanctionId"]);
    },
    function oneRequestAtATime({ sanction }) {
      const open = sanction.fine.reductionRequestedOn !== null;
      return open ? fineRefusals.FINE_REDUCTION_PENDING(["sanctionId"]) : undefined;
    },
  ],
  RefuseFineReduction: [
    requestIsOpen,
    function refusedInTheRightOrder({ sanction, command }) {
      return answered(sanction, command, command.data.refusedOn, ["refusedOn"]);
    },
  ],
  GrantFineReduction: [
    requestIsOpen,
    somethingOutstanding,
    function grantedAfterTheRequest({ sanction, command }) {
      return answered(sanction, command, command.data.grantedOn, ["grantedOn"]);
    },
    function somethingReduced({ command: { data } }) {
      return data.by === null ? undefined : isZero(data.by, ["by"]);
    },
    function notBelowZero({ sanction, command: { data } }) {
      const outstanding = outstandingOf(sanction.fine);
      const beyond = data.by !== null && dong(data.by) > outstanding;
      return beyond ? fineRefusals.FINE_REDUCED_BEYOND_OUTSTANDING(["by"], vnd(outstanding)) : undefined;
    },
  ],
  StartFineEnforcement: [
    somethingOutstanding,
    function startedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.startedOn, ["startedOn"]);
    },
    function deadlineHasPassed({ sanction: { executionDueOn }, command }) {
      if (executionDueOn === null) return fineRefusals.FINE_NOT_SERVED(["sanctionId"]);
      const early = command.data.startedOn <= executionDueOn;
      return early ? fineRefusals.FINE_NOT_OVERDUE(["startedOn"], executionDueOn) : undefined;
    },
    function nothingHoldsItUp({ sanction, command }) {
      return heldUp(sanction, command.data.startedOn) ? fineRefusals.FINE_EXECUTION_PAUSED(["startedOn"]) : undefined;
    },
  ],
  RecordFineEvasion: [
    somethingOutstanding,
    function evadedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.from, ["from"]);
    },
    function evasionRunsForward({ command: { data } }) {
      return data.to !== null && data.to < data.from ? fineRefusals.FINE_PERIOD_REVERSED(["to"]) : undefined;
    },
    function evasionEndedAlready({ sanction, command }) {
      const { to } = command.data;
      return to === null ? undefined : happened(sanction, command, to, ["to"]);
    },
    function evasionIsNew({ sanction: { fine }, command: { data } }) {
      const until = fine.evadedUntil;
      const known = until === "STILL" ? data.to === null : until !== null && data.to !== null && data.to <= until;
      return known ? fineRefusals.FINE_EVASION_KNOWN(["to"]) : undefined;
    },
  ],
  RecordFineLapse: [
    somethingOutstanding,
    function lapsedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.lapsedOn, ["lapsedOn"]);
    },
    function lapseFitsTheSubject({ sanction: { party }, command: { data } }) {
      const outlived = data.ground === "DEATH" && party.kind === "ORGANISATION";
      const noBody = OF_A_BODY.includes(data.ground) && party.kind === "INDIVIDUAL";
      return outlived || noBody ? fineRefusals.FINE_LAPSE_OF_OTHER_SUBJECT(["ground"]) : undefined;
    },
    function limitationHasRun({ sanction: { fine, signedOn }, command: { data } }) {
      if (data.ground !== "EXECUTION_LIMITATION") return undefined;
      if (fine.evadedUntil === "STILL") return fineRefusals.FINE_STILL_EVADED(["ground"]);
      const until = dueOn(data.limitation.term, fine.evadedUntil ?? signedOn, data.calendar);
      return data.lapsedOn <= until ? fineRefusals.FINE_STILL_EXECUTABLE(["lapsedOn"], until) : undefined;
    },
  ],
};

/** All rules that a command about the fine must pass, in the order in which they are asked. */
export const finePolicies = (type: FineCommand["type"]): readonly FinePolicy[] => [
  ...common,
  ...(EXTRA[type] as readonly FinePolicy[]),
];

// Shared --------------------------------------------------------------------------------------------------------------

const OF_A_BODY: readonly string[] = ["DISSOLUTION", "BANKRUPTCY"];

const isZero = (amount: string, path: Path): Refusal | undefined =>
  dong(amount) === 0n ? fineRefusals.FINE_AMOUNT_ZERO(path) : undefined;

const belowThreshold = ({ fine }: Sanction, { value }: ParameterRule): Refusal | undefined =>
  fine.decided < value ? fineRefusals.FINE_BELOW_THRESHOLD(["sanctionId"], value.toString()) : undefined;

const beforeSigning = ({ signedOn }: Sanction, day: LocalDate, path: Path): Refusal | undefined =>
  day < signedOn ? sanctionRefusals.SANCTION_DAY_BEFORE_SIGNING(path, signedOn) : undefined;

/** A day on which something is said to have happened: after the decision was signed, and not ahead. */
function happened(sanction: Sanction, { meta }: FineCommand, day: LocalDate, path: Path): Refusal | undefined {
  if (day > localDateOf(meta.now)) return sanctionRefusals.SANCTION_DAY_IN_FUTURE(path, day);
  return beforeSigning(sanction, day, path);
}

function answered(sanction: Sanction, command: FineCommand, day: LocalDate, path: Path): Refusal | undefined {
  const { reductionRequestedOn } = sanction.fine;
  const early = reductionRequestedOn !== null && day < reductionRequestedOn;
  if (early) return fineRefusals.FINE_ANSWERED_BEFORE_REQUEST(path, reductionRequestedOn);
  return happened(sanction, command, day, path);
}

/** A plan of instalments holds enforcement up only while it is kept: not once more is unpaid than is still to come. */
function heldUp({ fine }: Sanction, day: LocalDate): boolean {
  const toCome = sumOf(fine.instalments.filter((one) => one.dueOn >= day).map((one) => dong(one.amount)));
  const inArrears = outstandingOf(fine) > toCome;
  return fine.pauses.some(
    ({ kind, from, to }) => from <= day && (to === null || day <= to) && !(kind === "INSTALMENTS" && inArrears),
  );
}
