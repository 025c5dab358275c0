import type { Decider } from "../kernel/decider.js";
import { decide } from "./decide.js";
import { evolve, initial, type ReporterCommand, type ReporterEvent, type Reporter } from "./reporter.js";

/** The aggregate: how its state grows (./reporter.ts) and what a command leads to (./decide.ts, with its rules in ./policies.ts). */
export const reporterDecider: Decider<ReporterCommand, Reporter | null, ReporterEvent> = { initial, evolve, decide };
