import { actsForOneOf } from "../kernel/authority.js";
import { type None, record } from "../kernel/record.js";
import { say } from "../kernel/words.js";
import { visitEvents, type VisitEvent } from "./events.js";
import { visitRefusals } from "./refusals.js";
import { idsOf } from "./rules.js";
import { visitSteps } from "./steps.js";
import { VISIT_STATUSES } from "./terms.js";
import { BLANK, type Visit } from "./visit.js";

/** A visit (lượt tác nghiệp) with its events (./events.ts) and its steps and their rules (./steps.ts). */
export const visit = record({
  kind: "Visit",
  category: "visit",
  timeline: "VISIT",
  id: "visitId",
  words: say("lượt tác nghiệp", "visit"),
  statuses: VISIT_STATUSES,
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  events: visitEvents,
  steps: visitSteps,
  blank: BLANK,
  authority: function clerkKeepsOwnVisits({ state, meta }) {
    return actsForOneOf(meta, idsOf(state.hosts), ["visitId"]);
  },
  order: function notBeforeTheLastStep({ state, meta }) {
    const early = meta.occurredAt < state.lastStepAt;
    return early ? visitRefusals.STEP_OUT_OF_ORDER(["occurredAt"], state.lastStepAt) : undefined;
  },
  settle(after: Visit, event: VisitEvent, before: Visit | None) {
    const isStep = before.status !== "NONE" && !NOT_STEPS.includes(event.type);
    return isStep ? { ...after, lastStepAt: event.occurredAt } : after;
  },
  refusals: { notFound: visitRefusals.VISIT_NOT_FOUND, statusForbids: "VISIT_STATUS_FORBIDS" },
});

/** What is told about a visit whenever it comes to light. */
const NOT_STEPS: readonly VisitEvent["type"][] = [
  "VisitAmended",
  "VisitDuplicateJudged",
  "VisitVoided",
  "VisitPressItemLinked",
  "VisitObstacleReported",
];
