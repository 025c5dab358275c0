import type { Decider } from "../kernel/decider.js";
import { decide } from "./decide.js";
import { evolve } from "./evolve.js";
import type { InspectionCommand, InspectionEvent, InspectionState } from "./inspection.js";

/** The aggregate: how its state grows (./evolve.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const inspectionDecider: Decider<InspectionCommand, InspectionState, InspectionEvent> = {
  initial: { status: "NONE" },
  evolve,
  decide,
};
