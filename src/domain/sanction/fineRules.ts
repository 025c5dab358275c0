import type { CommandMeta, Policy } from "../kernel/decider.js";
import { dong, sumOf, type Vnd } from "../kernel/money.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import type { ParameterRule } from "../law/lawBook.js";
import { outstandingOf } from "./fine.js";
import { fineRefusals } from "./fineRefusals.js";
import { happened } from "./rules.js";
import type { Sanction } from "./sanction.js";

/** Rules that several steps of a fine have in common. */

type OfFine = Policy<{ readonly state: Sanction }>;

export const somethingOutstanding: OfFine = ({ state }) =>
  outstandingOf(state.fine) > 0n ? undefined : fineRefusals.FINE_NOTHING_OUTSTANDING(["sanctionId"]);

export const requestIsOpen: OfFine = ({ state }) =>
  state.fine.reductionRequestedOn === null ? fineRefusals.FINE_REDUCTION_NOT_REQUESTED(["sanctionId"]) : undefined;

export const instalmentsAreWanted: OfFine = ({ state }) =>
  state.fine.instalmentsRequestedOn === null ? fineRefusals.FINE_INSTALMENTS_NOT_REQUESTED(["sanctionId"]) : undefined;

export const isZero = (amount: Vnd, path: Path): Refusal | undefined =>
  dong(amount) === 0n ? fineRefusals.FINE_AMOUNT_ZERO(path) : undefined;

export const belowThreshold = ({ fine }: Sanction, { value }: ParameterRule): Refusal | undefined =>
  fine.decided < value ? fineRefusals.FINE_BELOW_THRESHOLD(["sanctionId"], value) : undefined;

/** @param requestedOn the day of the request that is answered; null: there was none */
export function answeredAfterTheRequest(
  asked: { readonly state: Sanction; readonly meta: CommandMeta },
  requestedOn: LocalDate | null,
  day: LocalDate,
  path: Path,
): Refusal | undefined {
  const early = requestedOn !== null && day < requestedOn;
  return early ? fineRefusals.FINE_ANSWERED_BEFORE_REQUEST(path, requestedOn) : happened(asked, day, path);
}

/** A plan of instalments holds enforcement up only while it is kept: not once more is unpaid than is still to come. */
export function heldUp({ fine }: Sanction, day: LocalDate): boolean {
  const toCome = sumOf(fine.instalments.filter((one) => one.dueOn >= day).map((one) => dong(one.amount)));
  const inArrears = outstandingOf(fine) > toCome;
  return fine.pauses.some(
    ({ kind, from, to }) => from <= day && (to === null || day <= to) && !(kind === "INSTALMENTS" && inArrears),
  );
}
