import type { LocalDate } from "../kernel/time.js";
import type { Recommendation, RecommendationStep } from "./inspection.js";
import type { RecommendationState } from "./terms.js";

/** How a recommendation is followed. */

/** What may follow each state. What was done in part or not at all can be gone on with, or verified as it is. */
export const NEXT_STATES: Readonly<Record<RecommendationState, readonly RecommendationState[]>> = {
  ISSUED: ["ASSIGNED"],
  ASSIGNED: ["IN_PROGRESS", "ASSIGNED"],
  IN_PROGRESS: ["DONE", "PARTLY", "NOT_DONE"],
  DONE: ["VERIFIED"],
  PARTLY: ["IN_PROGRESS", "VERIFIED"],
  NOT_DONE: ["IN_PROGRESS", "VERIFIED"],
  VERIFIED: [],
};

/** The day of its last progress. */
export const lastProgressOn = ({ madeOn, steps }: Recommendation): LocalDate => steps.at(-1)?.on ?? madeOn;

/** What has been done, whether or not somebody has verified it, is overdue no more. */
export const SETTLED_STATES: readonly RecommendationState[] = ["DONE", "VERIFIED"];

export const isOverdue = ({ state, dueOn }: Recommendation, today: LocalDate): boolean =>
  dueOn !== null && dueOn < today && !SETTLED_STATES.includes(state);

/** The recommendation one step of its follow-up further. */
export const progressed = (recommendation: Recommendation, step: RecommendationStep): Recommendation => ({
  ...recommendation,
  state: step.state,
  assignee: step.assignee ?? recommendation.assignee,
  steps: [...recommendation.steps, step],
});
