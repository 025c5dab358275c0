import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type VisitEvent, visitHistory } from "./events.js";
import { visitRefusals } from "./refusals.js";
import { idsOf } from "./rules.js";
import { visitSteps } from "./steps.js";
import type { Visit } from "./visit.js";

const { takeBack } = stepsOf<Visit, VisitEvent, "visitId">();

/** A visit (lượt tác nghiệp): its state (./visit.ts), its events (./events.ts), its steps and their rules (./steps.ts). */
export const visit = record(visitHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: { ...visitSteps, TakeBackVisitEntry: takeBack({ naming: NOBODY, event: "VisitEntryTakenBack" }) },
  authority: function clerkKeepsOwnVisits({ state, meta }) {
    return actsForOneOf(meta, idsOf(state.hosts), ["visitId"]);
  },
  order: function notBeforeTheLastStep({ state, meta }) {
    const early = meta.occurredAt < state.lastStepAt;
    return early ? visitRefusals.STEP_OUT_OF_ORDER(["occurredAt"], state.lastStepAt) : undefined;
  },
  lastStepAt: ({ lastStepAt }) => lastStepAt,
  leansOn: ({ hosts, reporters }) => [
    ...hosts.map(({ unitId }) => ({ kind: "Unit", id: unitId }) as const),
    ...reporters.map(({ reporterId }) => ({ kind: "Reporter", id: reporterId }) as const),
  ],
  refusals: { notFound: visitRefusals.VISIT_NOT_FOUND, statusForbids: "VISIT_STATUS_FORBIDS" },
});
