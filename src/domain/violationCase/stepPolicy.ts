import type { CommandMeta, Policy } from "../kernel/decider.js";
import type { CaseStep } from "./commands.js";
import type { ViolationCase } from "./violationCase.js";

export interface StepContext<C extends CaseStep = CaseStep> {
  readonly violationCase: ViolationCase;
  readonly command: C;
  readonly meta: CommandMeta;
}

export type StepPolicy<C extends CaseStep = CaseStep> = Policy<StepContext<C>>;
