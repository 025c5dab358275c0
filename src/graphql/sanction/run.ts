import type { Done } from "../../commands/spec.js";
import type { CommandSpec } from "../../commands/spec.js";
import type { SanctionCommand } from "../../domain/sanction/sanction.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { SanctionChanged, type SanctionResult } from "./types.js";

export type Answer = Promise<typeof SanctionResult>;

/** Carries out a command on a decision and answers with the decision. */
export const run = <I extends CommandFields, C extends SanctionCommand>(
  context: LedgerContext,
  spec: CommandSpec<I, C>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new SanctionChanged(done));
