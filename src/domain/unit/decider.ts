import type { Decider } from "../kernel/decider.js";
import { decide } from "./decide.js";
import { evolve, initial, type UnitCommand, type UnitEvent, type UnitRegister } from "./unit.js";

/** The aggregate: how its state grows (./unit.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const unitDecider: Decider<UnitCommand, UnitRegister, UnitEvent> = { initial, evolve, decide };
