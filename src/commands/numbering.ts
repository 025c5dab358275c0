import type { DecisionRegister, DecisionRegisterCommand } from "../domain/decisionRegister/decisionRegister.js";
import type { DomainEvent } from "../domain/kernel/decider.js";
import type { TakenBack } from "../domain/kernel/history.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { DecisionNumber, NumberWanted } from "../domain/kernel/taking.js";
import { StoreUnavailable } from "../eventstore/contract.js";
import type { AggregateLoader } from "./aggregateLoader.js";
import { registerAggregate, registerIdOf, registerStream } from "./decisionRegister.js";
import { MAX_TRIES, type Entries } from "./entries.js";
import { commandRefusals } from "./refusals.js";
import type { Turns } from "./turns.js";

/** The numbers of the papers that these events take back. */
export const numbersTakenBack = (events: readonly DomainEvent[]): readonly DecisionNumber[] =>
  events.flatMap(({ story, data }) =>
    (data as TakenBack).entries.flatMap((revision) => {
      const { number } = (story?.[revision]?.data ?? {}) as { readonly number?: Partial<DecisionNumber> | null };
      return number?.registerId === undefined ? [] : [number as DecisionNumber];
    }),
  );

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
  private forId = "";

  constructor(
    private readonly entries: Entries,
    private readonly loader: AggregateLoader,
    private readonly turns: Turns,
  ) {}

  /** @returns why there is no number, e.g. a given one that is taken; undefined once `number` is there. */
  async draw({ issuerId, year, symbol, given, forId, recordId }: NumberWanted): Promise<Refusal | undefined> {
    const { attemptId } = this.entries;
    const registerId = registerIdOf({ issuerId, year, symbol });
    const name = { registerId, issuerId, year, symbol };
    const data = { ...name, forId, attemptId, recordId, number: given };
    const entered = await this.enter(registerId, { type: "DrawDecisionNumber", data });
    if ("refusal" in entered) return entered.refusal;
    const number = entered.register.held.get(forId)?.number;
    if (number === undefined) throw new Error("A number that was drawn is not in its register.");
    this.forId = forId;
    this.number = { registerId, year, symbol, number, text: `${number}/${symbol}` };
    return undefined;
  }

  /** After a refusal. What cannot be given back now stays drawn; the refusal is told all the same. */
  async giveBack(): Promise<void> {
    if (this.number === null) return;
    const { registerId } = this.number;
    const data = { registerId, forId: this.forId, attemptId: this.entries.attemptId };
    try {
      await this.enter(registerId, { type: "ReleaseDecisionNumber", data });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }

  /**
   * Frees the numbers of papers that were taken back: they wait for the papers that really bear them. What cannot be freed
   * now stays on the register as it was.
   */
  async free(numbers: readonly DecisionNumber[]): Promise<void> {
    for (const { registerId, number } of numbers) {
      const data = { registerId, number, attemptId: this.entries.attemptId };
      try {
        await this.enter(registerId, { type: "FreeDecisionNumber", data });
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  }

  /** In turn: who draws from one register on this node need not collide. Whoever holds this turn waits for no other. */
  private enter(
    registerId: string,
    command: Pick<DecisionRegisterCommand, "type" | "data">,
  ): Promise<{ readonly register: DecisionRegister } | { readonly refusal: Refusal }> {
    const stream = registerStream(registerId);
    return this.turns.take(new Map([[stream, "alone"]]), async () => {
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const loaded = await this.loader.load(stream, registerAggregate);
        const causedBy = this.entries.caller.commandId;
        const entered = await this.entries.enter(registerAggregate, stream, loaded, command, { causedBy });
        if (entered === "moved") continue;
        if (entered !== "entered") return entered;
        return { register: (await this.loader.load(stream, registerAggregate)).state };
      }
      return { refusal: commandRefusals.TOO_MUCH_CONTENTION([]) };
    });
  }
}
