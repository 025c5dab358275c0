import type { Decider } from "../kernel/decider.js";
import { decide } from "./decide.js";
import { evolve } from "./evolve.js";
import type { SanctionCommand, SanctionEvent, SanctionState } from "./sanction.js";

/**
 * The aggregate: the decision (./decisionEvolve.ts, ./decisionDecide.ts), its fine (./fineEvolve.ts, ./fineDecide.ts)
 * and the complaints about it (./complaintEvolve.ts, ./complaintDecide.ts) on one state.
 */
export const sanctionDecider: Decider<SanctionCommand, SanctionState, SanctionEvent> = {
  initial: { status: "NONE" },
  evolve,
  decide,
};
