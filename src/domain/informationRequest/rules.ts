import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { InformationRequest } from "./informationRequest.js";
import { informationRequestRefusals as refusals } from "./refusals.js";
import type { PressAsker, RequestRegime } from "./terms.js";

/** Rules that several steps of a request have in common. */

export const hasCome = (of: LocalDate, now: string, path: Path): Refusal | undefined =>
  of > localDateOf(now) ? refusals.INFORMATION_REQUEST_AHEAD(path) : undefined;

/** The last day on which the unit that has it did something; else that of its receipt. */
const lastDay = ({ receivedOn, forwards, reopenedOn, outcomes }: InformationRequest): LocalDate => {
  const days = [receivedOn, reopenedOn ?? receivedOn, forwards.at(-1)?.on ?? receivedOn];
  const answered = outcomes.at(-1)?.on;
  return [...days, ...(answered === undefined ? [] : [answered])].reduce((one, other) => (one > other ? one : other));
};

/** Of what happened to a request: after what is known of it, and not ahead. */
export function inTime<F extends string>(field: F) {
  return function happenedInOrder({
    state,
    data,
    meta,
  }: {
    readonly state: InformationRequest;
    readonly data: Readonly<Record<F, LocalDate>>;
    readonly meta: { readonly now: string };
  }): Refusal | undefined {
    const told: LocalDate = data[field];
    const last = lastDay(state);
    if (told < last) return refusals.INFORMATION_REQUEST_STEP_OUT_OF_ORDER([field], last);
    return hasCome(told, meta.now, [field]);
  };
}

interface Asker {
  readonly regime: RequestRegime;
  readonly pressAsker: PressAsker | null;
  readonly agencyId: string | null;
  readonly reporterId: string | null;
  readonly askerName: string | null;
}

/** Who asks is told as the regime has it, and no more. */
export function askerIsOfRegime({ regime, pressAsker, agencyId, reporterId, askerName }: Asker): Refusal | undefined {
  if (regime === "CITIZEN") {
    const told = { pressAsker, agencyId, reporterId };
    const stray = Object.entries(told).find(([, one]) => one !== null);
    if (stray) return refusals.ASKER_NOT_OF_REGIME([stray[0]]);
    return askerName === null ? refusals.ASKER_NAME_NEEDED(["askerName"]) : undefined;
  }
  if (pressAsker === null) return refusals.PRESS_ASKER_NEEDED(["pressAsker"]);
  if (askerName !== null && pressAsker !== "PETITION") return refusals.ASKER_NOT_OF_REGIME(["askerName"]);
  if (pressAsker === "REPORTER") {
    if (reporterId === null) return refusals.REPORTER_NEEDED(["reporterId"]);
    // The agency is the reporter's own on the day.
    return agencyId === null ? undefined : refusals.ASKER_NOT_OF_REGIME(["agencyId"]);
  }
  if (reporterId !== null) return refusals.ASKER_NOT_OF_REGIME(["reporterId"]);
  return agencyId === null ? refusals.PRESS_AGENCY_NEEDED(["agencyId"]) : undefined;
}

/** A receipt told anew cannot come after what was done since, nor before it was passed on. */
export function receiptFits(state: InformationRequest, receivedOn: LocalDate): Refusal | undefined {
  const passedOn = state.forwards.at(-1)?.on;
  if (passedOn !== undefined && receivedOn < passedOn)
    return refusals.INFORMATION_REQUEST_STEP_OUT_OF_ORDER(["receivedOn"], passedOn);
  const since = [state.assignedOn, state.noticeOn, state.extendedOn, ...state.outcomes.map(({ on }) => on)];
  const later = since.find((on) => on !== null && on >= state.receivedOn && on < receivedOn);
  return later ? refusals.INFORMATION_REQUEST_RECEIVED_LATER(["receivedOn"], later) : undefined;
}
