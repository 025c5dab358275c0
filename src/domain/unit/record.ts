import { register } from "../kernel/register.js";
import { unitHistory } from "./events.js";
import { unitRefusals } from "./refusals.js";
import { unitSteps } from "./steps.js";

/**
 * A unit (cơ quan, đơn vị): its state (./unit.ts), its events (./events.ts), its steps (./steps.ts). The organisation of
 * the province is kept by the department that runs the ledger.
 */
export const unit = register(unitHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: unitSteps,
  refusals: { notFound: unitRefusals.UNIT_NOT_FOUND },
});
