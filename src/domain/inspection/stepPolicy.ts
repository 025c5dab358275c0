import type { CommandMeta, Policy } from "../kernel/decider.js";
import type { Inspection, InspectionStep } from "./inspection.js";

export interface StepContext<C extends InspectionStep = InspectionStep> {
  readonly inspection: Inspection;
  readonly command: C;
  readonly meta: CommandMeta;
}

export type StepPolicy<C extends InspectionStep = InspectionStep> = Policy<StepContext<C>>;
