import type { CommandMeta, Policy } from "../kernel/decider.js";
import type { SeizureStep } from "./commands.js";
import type { Seizure } from "./seizure.js";

export interface StepContext<C extends SeizureStep = SeizureStep> {
  readonly seizure: Seizure;
  readonly command: C;
  readonly meta: CommandMeta;
}

export type StepPolicy<C extends SeizureStep = SeizureStep> = Policy<StepContext<C>>;
