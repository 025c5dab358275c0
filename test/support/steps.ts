import { expect } from "chai";
import type { CommandInput, CommandSpec } from "../../src/commands/spec.js";
import type { StepSpec } from "../../src/commands/stepSpec.js";
import type { Command } from "../../src/domain/kernel/decider.js";

/** A command of a step, with whatever the step's fields are. */
export type StepInput = CommandInput & Readonly<Record<string, unknown>>;

/** The step of this name, as the bus carries it out. */
export const specIn = (specs: readonly StepSpec[], name: string): CommandSpec<StepInput, Command> =>
  specs.find((one) => one.name === name)?.spec ?? expect.fail(`There is no step ${name}.`);
