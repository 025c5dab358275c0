import { randomUUID } from "node:crypto";
import type { Command } from "../domain/kernel/decider.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import { decisionRegisterRefusals } from "../domain/decisionRegister/refusals.js";
import type { DecisionNumber } from "../domain/sanction/decision.js";
import { StoreUnavailable } from "../eventstore/contract.js";
import type { AggregateLoader } from "./aggregateLoader.js";
import { drawNumber, registerAggregate, registerIdOf, registerStream, releaseNumber } from "./decisionRegister.js";
import type { CommandInput, CommandSpec, NumberWanted, Outcome } from "./spec.js";

type Run = <I extends CommandInput, C extends Command>(spec: CommandSpec<I, C>, input: I) => Promise<Outcome>;

const { code: NOT_DRAWN } = decisionRegisterRefusals.NUMBER_NOT_DRAWN([]);

/**
 * The number of the paper that one command issues, while the command is carried out.
 *
 * A number is drawn only when nothing else speaks against the command, by an event of its own in the register's stream:
 * that stream's order keeps two officers, on one node or on several, from one number. Then the command is decided again,
 * with its number. If it is refused after all, the number is given back and is the next to be drawn. If the process
 * dies in between, the same command takes its number over; unless it comes again, the register shows the number as
 * drawn and on no paper. A number taken over is never given back: the earlier attempt may have issued the paper.
 */
export class PaperNumber {
  number: DecisionNumber | null = null;
  private readonly attemptId = randomUUID();
  private forId = "";

  constructor(
    private readonly caller: { readonly commandId: string; readonly correlationId: string },
    private readonly run: Run,
    private readonly loader: AggregateLoader,
  ) {}

  isAllThatLacks({ code }: Refusal): boolean {
    return code === NOT_DRAWN && this.number === null;
  }

  /** @returns why there is no number, e.g. a given one that is taken; undefined once `number` is there. */
  async draw({ issuerId, year, symbol, given, forId, sanctionId }: NumberWanted): Promise<Refusal | undefined> {
    const { attemptId } = this;
    const registerId = registerIdOf({ issuerId, year, symbol });
    const name = { registerId, issuerId, year, symbol };
    const outcome = await this.run(drawNumber, {
      ...this.command(attemptId),
      ...{ ...name, forId, attemptId, sanctionId, number: given },
    });
    if ("refusal" in outcome) return outcome.refusal;
    const { state } = await this.loader.load(registerStream(registerId), registerAggregate);
    const number = state.held.get(forId)?.number;
    if (number === undefined) throw new Error("A number that was drawn is not in its register.");
    this.forId = forId;
    this.number = { registerId, year, symbol, number, text: `${number}/${symbol}` };
    return undefined;
  }

  /** After a refusal. What cannot be given back now stays drawn; the refusal is told all the same. */
  async giveBack(): Promise<void> {
    if (this.number === null) return;
    const { forId, attemptId } = this;
    const { registerId } = this.number;
    try {
      await this.run(releaseNumber, { ...this.command(randomUUID()), registerId, forId, attemptId });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }

  /** The register's own command, caused by the one that needs the number. */
  private command(commandId: string): CommandInput {
    return { commandId, correlationId: this.caller.correlationId, causedBy: this.caller.commandId };
  }
}
