import type { Due } from "../due/due.js";
import { periodsOf } from "./periods.js";
import { type Inspection, type Recommendation, onSiteOf, stepDaysOf, unitIdsOf } from "./inspection.js";
import { SETTLED_STATES } from "./recommendation.js";

/**
 * What whoever leads an inspection owes: its end on site, the draft, the conclusion, its publication and its implementation;
 * and what those owe to whom something was recommended.
 */
export function inspectionOwes(inspection: Inspection): readonly Due[] {
  const { status, lead, startedOn, recommendations } = inspection;
  if (status === "VOIDED" || status === "CANCELLED") return [];
  const unitIds = unitIdsOf([lead]);
  // What is closed is done with; what it recommended is followed on.
  const periods = status === "CLOSED" ? [] : periodsOf(stepDaysOf(inspection));
  const isOnSite = status === "IN_PROGRESS" && startedOn !== null;
  return [
    ...(isOnSite
      ? [{ kind: "INSPECTION_ON_SITE", unitIds, since: startedOn, by: onSiteOf(inspection).to, rule: null } as const]
      : []),
    ...periods
      .filter(({ doneOn }) => doneOn === null)
      .map(({ key, from, notified }): Due => {
        return { kind: key, unitIds, since: from, by: notified ?? { key, from }, rule: null };
      }),
    ...recommendations.flatMap(recommendationDue),
  ];
}

function recommendationDue({ recommendationId, dueOn, madeOn, state, assignee, addressee }: Recommendation): Due[] {
  if (dueOn === null || SETTLED_STATES.includes(state)) return [];
  const unitIds = unitIdsOf([assignee ?? addressee]);
  const common = { kind: "INSPECTION_RECOMMENDATION", partId: recommendationId, unitIds } as const;
  return [{ ...common, since: madeOn, by: dueOn, rule: null }];
}
