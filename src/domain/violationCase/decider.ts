import type { Decider } from "../kernel/decider.js";
import type { ViolationCaseCommand } from "./commands.js";
import { decide } from "./decide.js";
import { evolve } from "./evolve.js";
import type { ViolationCaseEvent, ViolationCaseState } from "./violationCase.js";

/** The aggregate: how its state grows (./evolve.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const violationCaseDecider: Decider<ViolationCaseCommand, ViolationCaseState, ViolationCaseEvent> = {
  initial: { status: "NONE" },
  evolve,
  decide,
};
