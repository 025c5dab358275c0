import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type OversightEvent, oversightHistory } from "./events.js";
import { type Oversight, unitsOf } from "./oversight.js";
import { oversightRefusals } from "./refusals.js";
import { oversightSteps } from "./steps.js";

const { takeBack } = stepsOf<Oversight, OversightEvent, "oversightId">();

/**
 * A supervision: state (./oversight.ts), events (./events.ts), steps and their rules (./steps.ts). The committee writes
 * it; the units report, comment, answer and carry out.
 */
export const oversight = record(oversightHistory, {
  may: ["OVERSIGHT", "ADMIN"],
  steps: {
    ...oversightSteps,
    TakeBackOversightEntry: takeBack({ naming: NOBODY, event: "OversightEntryTakenBack" }),
  },
  since: ({ decidedOn }) => decidedOn,
  leansOn: (state) => unitsOf(state).map((id) => ({ kind: "Unit", id }) as const),
  refusals: { notFound: oversightRefusals.OVERSIGHT_NOT_FOUND, statusForbids: "OVERSIGHT_STATUS_FORBIDS" },
});
