import { hash, randomUUID } from "node:crypto";
import type { Actor } from "../domain/kernel/actor.js";
import { type Command, type CommandMeta, isRefused, lacksNumber } from "../domain/kernel/decider.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import { canonicalJson } from "../eventstore/canonicalJson.js";
import { encode } from "../eventstore/codec.js";
import { type NewEvent, type StreamStore, WrongExpectedRevision } from "../eventstore/contract.js";
import type { Loaded } from "./aggregateLoader.js";
import type { Aggregate } from "./spec.js";

/** So often is tried anew what others entered before. */
export const MAX_TRIES = 8;

/** The command on whose way something is entered elsewhere. */
export interface Caller {
  readonly commandId: string;
  readonly correlationId: string;
  readonly actor: Actor;
}

/** How an entry ended: the stream moved meanwhile, it may not be, or it stands there. */
export type Entered = "moved" | "entered" | { readonly refusal: Refusal };

/**
 * What one attempt at a command enters on its way into streams that keep order among commands: a number drawn, a claim
 * made. Each entry is a command of its own, of the same business process, and stands whatever becomes of the attempt.
 */
export class Entries {
  readonly attemptId = randomUUID();

  constructor(
    readonly caller: Caller,
    private readonly store: StreamStore,
    private readonly now: () => Date,
  ) {}

  /**
   * @param envelope the cause, where the entry is to be told among what the command led to
   * @throws StoreUnavailable as the store does; the entry may stand then.
   */
  async enter<S>(
    aggregate: Aggregate<S>,
    stream: string,
    loaded: Loaded<S>,
    command: Pick<Command, "type" | "data">,
    envelope: { readonly causedBy?: string } = {},
  ): Promise<Entered> {
    const { actor, correlationId } = this.caller;
    const commandId = randomUUID();
    const now = this.now().toISOString();
    const meta: CommandMeta = { commandId, now, occurredAt: now, actor, actsFor: [] };
    const decision = aggregate.decider.decide({ ...command, meta }, loaded.state);
    if (isRefused(decision)) return decision;
    if (lacksNumber(decision)) throw new Error("An entry is no paper, and has no number.");
    if (decision.events.length === 0) return "entered";
    const commandHash = hash("sha256", canonicalJson(command), "base64url");
    const events = encode(decision.events, { actor, commandId, commandHash, correlationId, ...envelope });
    return this.append(stream, loaded, events);
  }

  private async append(stream: string, { revision }: Loaded, events: readonly NewEvent[]): Promise<Entered> {
    try {
      await this.store.append(stream, revision, events);
      return "entered";
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return "moved";
      throw error;
    }
  }
}
