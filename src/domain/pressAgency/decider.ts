import type { Decider } from "../kernel/decider.js";
import { decide } from "./decide.js";
import { evolve, initial, type PressAgencyCommand, type PressAgencyEvent, type PressAgency } from "./pressAgency.js";

/** The aggregate: how its state grows (./pressAgency.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const pressAgencyDecider: Decider<PressAgencyCommand, PressAgency | null, PressAgencyEvent> = {
  initial,
  evolve,
  decide,
};
