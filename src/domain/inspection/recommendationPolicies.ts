import { localDateOf } from "../kernel/time.js";
import { unitExistsOn } from "../unit/policies.js";
import type { MakeRecommendation, Recommendation, RecordRecommendationProgress } from "./inspection.js";
import type { StepContext, StepPolicy } from "./stepPolicy.js";
import { inspectionRefusals } from "./refusals.js";
import type { RecommendationState } from "./terms.js";

/** What may follow each state. What was done in part or not at all can be gone on with, or verified as it is. */
const NEXT: Readonly<Record<RecommendationState, readonly RecommendationState[]>> = {
  ISSUED: ["ASSIGNED"],
  ASSIGNED: ["IN_PROGRESS", "ASSIGNED"],
  IN_PROGRESS: ["DONE", "PARTLY", "NOT_DONE"],
  DONE: ["VERIFIED"],
  PARTLY: ["IN_PROGRESS", "VERIFIED"],
  NOT_DONE: ["IN_PROGRESS", "VERIFIED"],
  VERIFIED: [],
};

const recommendationOf = ({
  inspection,
  command,
}: StepContext<RecordRecommendationProgress>): Recommendation | undefined =>
  inspection.recommendations.find((one) => one.recommendationId === command.data.recommendationId);

const makePolicies: readonly StepPolicy<MakeRecommendation>[] = [
  function madeWithTheConclusion({ inspection, meta }) {
    const early = inspection.concludedOn === null || localDateOf(meta.occurredAt) < inspection.concludedOn;
    return early ? inspectionRefusals.RECOMMENDATION_BEFORE_CONCLUSION(["occurredAt"]) : undefined;
  },
  function restsOnAFinding({ inspection, command: { data } }) {
    const known = data.findingId === null || inspection.findings.some((one) => one.findingId === data.findingId);
    return known ? undefined : inspectionRefusals.INSPECTION_FINDING_NOT_FOUND(["findingId"]);
  },
  function addresseeExists({ command: { data }, meta }) {
    const { addressee } = data;
    if (!("unit" in addressee)) return undefined;
    return unitExistsOn(addressee.unit, localDateOf(meta.occurredAt), ["addressee", "unitId"]);
  },
  function isDueLater({ command: { data }, meta }) {
    const early = data.dueOn !== null && data.dueOn < localDateOf(meta.occurredAt);
    return early ? inspectionRefusals.RECOMMENDATION_DUE_IN_PAST(["dueOn"]) : undefined;
  },
];

const progressPolicies: readonly StepPolicy<RecordRecommendationProgress>[] = [
  function recommendationExists(context) {
    return recommendationOf(context) ? undefined : inspectionRefusals.RECOMMENDATION_NOT_FOUND(["recommendationId"]);
  },
  function stateFollows(context) {
    const from = recommendationOf(context)?.state;
    const { state } = context.command.data;
    return from && !NEXT[from].includes(state)
      ? inspectionRefusals.RECOMMENDATION_STATE_FORBIDS(["state"], from, state)
      : undefined;
  },
  function assignmentNamesItsBody({ command: { data } }) {
    const fits = (data.state === "ASSIGNED") === (data.assignee !== null);
    return fits ? undefined : inspectionRefusals.RECOMMENDATION_ASSIGNMENT(["assignee"]);
  },
  function assigneeExists({ command: { data }, meta }) {
    const { assignee } = data;
    if (!assignee || !("unit" in assignee)) return undefined;
    return unitExistsOn(assignee.unit, localDateOf(meta.occurredAt), ["assignee", "unitId"]);
  },
  function progressInOrder(context) {
    const lastOn = recommendationOf(context)?.lastOn;
    return lastOn !== undefined && localDateOf(context.meta.occurredAt) < lastOn
      ? inspectionRefusals.RECOMMENDATION_PROGRESS_OUT_OF_ORDER(["occurredAt"], lastOn)
      : undefined;
  },
];

export const recommendationPolicies = {
  MakeRecommendation: makePolicies,
  RecordRecommendationProgress: progressPolicies,
} as const;
