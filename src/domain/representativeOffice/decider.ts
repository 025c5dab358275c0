import type { Decider } from "../kernel/decider.js";
import { decide } from "./decide.js";
import {
  evolve,
  initial,
  type RepresentativeOfficeCommand,
  type RepresentativeOfficeEvent,
  type RepresentativeOffice,
} from "./representativeOffice.js";

/** The aggregate: how its state grows (./representativeOffice.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const representativeOfficeDecider: Decider<
  RepresentativeOfficeCommand,
  RepresentativeOffice | null,
  RepresentativeOfficeEvent
> = { initial, evolve, decide };
