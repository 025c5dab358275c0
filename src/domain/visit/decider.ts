import type { Decider } from "../kernel/decider.js";
import { decide } from "./decide.js";
import { evolve } from "./evolve.js";
import type { VisitCommand, VisitEvent, VisitState } from "./visit.js";

/** The aggregate: how its state grows (./evolve.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const visitDecider: Decider<VisitCommand, VisitState, VisitEvent> = {
  initial: { status: "NONE" },
  evolve,
  decide,
};
