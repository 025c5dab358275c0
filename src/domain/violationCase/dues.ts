import type { Due } from "../due/due.js";
import { limitationOf } from "../law/terms.js";
import { dayOfAct, decisionDeadlineOf, decisionRunsFrom, minutesPeriodOf } from "./deadlines.js";
import { pendingHearings } from "./explanation.js";
import { factOf } from "./standing.js";
import type { ViolationCase } from "./violationCase.js";

/**
 * What the unit that has a case owes: the minutes, the notice of a hearing and the hearing itself, the decision on each
 * party; and what ends by itself: the time to explain, and the limitation of each act. A case that is closed, void or with
 * the investigating body owes nothing; what of a party is decided, neither.
 */
export function violationCaseOwes(state: ViolationCase): readonly Due[] {
  const { status, unit, detectedOn, procedure, minutes } = state;
  if (status === "VOIDED" || status === "CLOSED" || status === "IN_CRIMINAL_PROCEEDINGS") return [];
  const common = { unitIds: [unit.unitId], since: minutes?.madeOn ?? detectedOn, rule: null };
  const isUnminuted = minutes === null && procedure === "WITH_MINUTES";
  return [
    ...(isUnminuted ? [{ ...common, kind: "CASE_MINUTES", by: minutesPeriodOf(state) } as const] : []),
    ...explanationDues(state),
    ...decisionDues(state),
    ...state.violations.map((violation): Due => ({
      ...common,
      kind: "CASE_LIMITATION",
      partId: violation.violationId,
      since: dayOfAct(violation),
      by: { key: limitationOf(violation.rule.field), from: dayOfAct(violation) },
      untilDecidedOn: violation.partyId,
    })),
  ];
}

function explanationDues({ unit, status, explanation }: ViolationCase): readonly Due[] {
  const { since, dueOn, law: rule } = explanation;
  const unitIds = [unit.unitId];
  const isOpen = status === "EXPLANATION_OPEN" && dueOn !== null;
  return [
    ...(isOpen ? [{ kind: "CASE_EXPLANATION", unitIds, since: since ?? dueOn, by: dueOn, rule } as const] : []),
    ...pendingHearings(explanation).map(
      ({ partyId: partId, requestedOn, noticeDueOn, notifiedOn, heldOn, law }): Due => {
        const common = { partId, unitIds, untilDecidedOn: partId };
        return notifiedOn === null || heldOn === null
          ? { ...common, kind: "CASE_HEARING_NOTICE", since: requestedOn, by: noticeDueOn, rule: law }
          : { ...common, kind: "CASE_HEARING", since: notifiedOn, by: heldOn, rule: null };
      },
    ),
  ];
}

function decisionDues(state: ViolationCase): readonly Due[] {
  const fact = factOf(state);
  const from = decisionRunsFrom(fact);
  if (from === null) return [];
  const accused = state.parties.filter(({ partyId }) => state.violations.some((one) => one.partyId === partyId));
  return accused.map(({ partyId }) => ({
    ...{ kind: "CASE_DECISION", partId: partyId, unitIds: [state.unit.unitId], since: from, rule: null },
    by: { key: decisionDeadlineOf(fact), from },
    untilDecidedOn: partyId,
  }));
}
