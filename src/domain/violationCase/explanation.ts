import type { ViolationRule } from "../law/lawBook.js";
import { basisOf, type SubjectKind } from "../law/terms.js";
import { frameForKind } from "../sanction/frame.js";
import type { ExplanationThresholds } from "./commands.js";
import type { ExplanationState } from "./terms.js";
import type { ActRule, CaseParty, Explanation, RecordedViolation } from "./violationCase.js";

/**
 * The right to explain (quyền giải trình; Law on Handling Administrative Violations, Art. 61): for acts that may cost a
 * licence or stop an activity, and for those whose frame reaches a threshold. It is the frame that counts, not the fine.
 */

/** The parties that may explain, in the order of the case. Nobody known: nobody to explain. */
export function entitledParties(
  parties: readonly CaseParty[],
  violations: readonly Pick<RecordedViolation, "partyId" | "rule">[],
  thresholds: ExplanationThresholds,
): string[] {
  const entitled = ({ partyId, kind }: CaseParty): boolean =>
    violations.some((violation) => violation.partyId === partyId && mayExplain(violation.rule, kind, thresholds));
  return parties.filter(entitled).map((party) => party.partyId);
}

function mayExplain(rule: ActRule, kind: SubjectKind, { individual, organisation }: ExplanationThresholds): boolean {
  if (kind === "UNKNOWN") return false;
  if (rule.maySuspend) return true;
  const threshold = basisOf(kind) === "INDIVIDUAL" ? individual : organisation;
  const frame = frameForKind(rule, kind);
  return frame !== null && frame.max >= threshold.value;
}

export const actRuleOf = (rule: ViolationRule, law: ActRule["law"]): ActRule => ({
  law,
  field: rule.field,
  fine: rule.fine,
  basis: rule.basis,
  maySuspend: rule.suspensionMonths !== null,
});

export const NO_EXPLANATION: Explanation = {
  partyIds: [],
  dueOn: null,
  oralRequestDueOn: null,
  extended: false,
  answers: [],
};

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
