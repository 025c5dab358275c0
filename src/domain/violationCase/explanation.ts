import type { ExplanationState } from "./terms.js";
import type { LocalDate } from "../kernel/time.js";
import type { Explanation, Hearing } from "./violationCase.js";

/** OPEN until everybody who may explain has done so or waived it. */
export function explanationStateOf({ partyIds, answers }: Pick<Explanation, "partyIds" | "answers">): ExplanationState {
  if (partyIds.length === 0) return "NONE";
  const given = answers.filter((answer) => partyIds.includes(answer.partyId));
  if (partyIds.some((id) => !given.some((answer) => answer.partyId === id))) return "OPEN";
  return given.some((answer) => answer.form !== null) ? "EXPLAINED" : "WAIVED";
}

/** Somebody has asked for time to explain, or for a hearing, or has explained. */
export const askedToExplain = ({
  extended,
  hearings,
  answers,
}: Pick<Explanation, "extended" | "hearings" | "answers">): boolean =>
  extended || hearings.length > 0 || answers.some((answer) => answer.form !== null);

/** The hearing that a party asked for, if it did. */
export const hearingOf = ({ hearings }: Pick<Explanation, "hearings">, partyId: string): Hearing | undefined =>
  hearings.find((one) => one.partyId === partyId);

type Asked = Pick<Explanation, "hearings" | "answers">;
/** Those that are still to be held. */
export const pendingHearings = ({ hearings, answers }: Asked): readonly Hearing[] =>
  hearings.filter(({ partyId }) => !answers.some((answer) => answer.partyId === partyId));

/** The last day of those that are still to be held; UNSET: one of them was not notified. */
export const hearingOnOf = (explanation: Asked): LocalDate | "UNSET" | null =>
  pendingHearings(explanation).reduce<LocalDate | "UNSET" | null>((last, { heldOn }) => {
    if (last === "UNSET" || heldOn === null) return "UNSET";
    return last === null || heldOn > last ? heldOn : last;
  }, null);
