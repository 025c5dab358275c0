import { record } from "../kernel/record.js";
import { pressAgencyHistory } from "./events.js";
import { pressAgencyRefusals } from "./refusals.js";
import { pressAgencySteps } from "./steps.js";

/**
 * A press agency (cơ quan báo chí): its state (./pressAgency.ts), its events (./events.ts), its steps (./steps.ts). The
 * registry of the press is kept by the department.
 */
export const pressAgency = record(pressAgencyHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: pressAgencySteps,
  refusals: { notFound: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND },
});
