import type { Decider } from "../kernel/decider.js";
import type { SeizureCommand } from "./commands.js";
import { decide } from "./decide.js";
import { evolve } from "./evolve.js";
import type { SeizureEvent, SeizureState } from "./seizure.js";

/** The aggregate: how its state grows (./evolve.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const seizureDecider: Decider<SeizureCommand, SeizureState, SeizureEvent> = {
  initial: { status: "NONE" },
  evolve,
  decide,
};
