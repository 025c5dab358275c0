import type { ExplanationState } from "./terms.js";
import type { Explanation } from "./violationCase.js";

/** OPEN until everybody who may explain has done so or waived it. */
export function explanationStateOf({ partyIds, answers }: Pick<Explanation, "partyIds" | "answers">): ExplanationState {
  if (partyIds.length === 0) return "NONE";
  const given = answers.filter((answer) => partyIds.includes(answer.partyId));
  if (partyIds.some((id) => !given.some((answer) => answer.partyId === id))) return "OPEN";
  return given.some((answer) => answer.form !== null) ? "EXPLAINED" : "WAIVED";
}

/** Somebody has asked for time to explain, or has explained. */
export const askedToExplain = ({ extended, answers }: Pick<Explanation, "extended" | "answers">): boolean =>
  extended || answers.some((answer) => answer.form !== null);
