import type { Command, CommandMeta } from "../domain/kernel/decider.js";
import { isRefused, lacksNumber } from "../domain/kernel/decider.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { LawBook } from "../domain/law/lawBook.js";
import { encode } from "../eventstore/codec.js";
import {
  type AppendResult,
  AppendTooLarge,
  EventIdTaken,
  type StreamStore,
  WrongExpectedRevision,
} from "../eventstore/contract.js";
import { AggregateLoader, notBegun } from "./aggregateLoader.js";
import { CLAIM_TERMS, claimIdOf, claimsSeen, type ClaimTerms, HeldClaims } from "./claims.js";
import { Entries } from "./entries.js";
import type { CommandRecord, Facts } from "./facts.js";
import type { LedgerClock } from "./ledgerClock.js";
import { type Job, jobOf, type Principal, revisionConflict } from "./job.js";
import { Freshness, refs, streamsOf } from "./leaning.js";
import { metaOf } from "./meta.js";
import { numbersTakenBack, PaperNumber } from "./numbering.js";
import { type Origin, originOf } from "./origin.js";
import { commandRefusals } from "./refusals.js";
import type { CommandInput, CommandSpec, Outcome, ResolveContext } from "./spec.js";
import { type Hold, type Holds, Turns } from "./turns.js";

export type { Principal } from "./job.js";

export interface BusDependencies {
  readonly store: StreamStore;
  readonly facts: Facts;
  readonly law: LawBook;
  /** Resolves to true once the read model holds the position, to false when it takes too long. */
  readonly reached: (position: number) => Promise<boolean>;
  readonly now: () => Date;
  /** Whether that clock can be believed; absent where it is nobody's question. */
  readonly clock?: LedgerClock;
  /** How long claimants of other nodes are waited for; the usual times when absent. */
  readonly claimTerms?: ClaimTerms;
}

const MAX_ATTEMPTS = 8;

/** How the command stands to the ledger: what it came of, the number of the paper that it issues, what it claims. */
interface Standing {
  readonly meta: CommandMeta;
  readonly origin: Origin;
  readonly paper: PaperNumber;
  readonly claims: HeldClaims;
  /** Nothing is known of it, and its stream has no events yet; the append finds out if that is wrong. */
  readonly takenForNew: boolean;
}

/** Turns that the command needs and does not have: its record was not remembered, or records lead elsewhere by now. */
interface Lacking {
  readonly lacking: Holds;
}

/** Load, decide, append: the one way in which anything gets into the ledger. */
export class CommandBus {
  private readonly loader: AggregateLoader;
  private readonly turns = new Turns();
  private readonly freshness: Freshness;
  private readonly claiming;

  constructor(private readonly deps: BusDependencies) {
    const { store, reached, claimTerms: terms = CLAIM_TERMS } = deps;
    const loader = (this.loader = new AggregateLoader(store));
    const freshness = (this.freshness = new Freshness(reached));
    this.claiming = { loader, freshness, terms, seen: claimsSeen(), isShared: store.isShared };
  }

  /**
   * Carries out a command once, however often it is sent.
   * @returns where its events stand, or why nothing was changed.
   * @throws StoreUnavailable when the ledger cannot be written now; the caller may send the same command again.
   * @throws ClockWrong when it would be entered by a clock that is wrong; later, the same command may be sent again.
   */
  async run<I extends CommandInput, C extends Command, S>(
    spec: CommandSpec<I, C, S>,
    input: I,
    principal: Principal,
  ): Promise<Outcome> {
    if (!spec.may.includes(principal.role)) return { refusal: commandRefusals.NOT_ALLOWED([]) };
    const job = jobOf(spec, input, principal);
    let holds: Holds = this.holdsOf(job, this.loader.remembered(job.stream, spec.aggregate));
    for (;;) {
      const outcome = await this.turns.take(holds, () => this.inTurn(job, holds));
      if (!("lacking" in outcome)) return outcome;
      holds = outcome.lacking;
    }
  }

  /** The command and its record alone, and what it claims; shared, all that it leans on and that leads on from there. */
  private holdsOf<I extends CommandInput, C extends Command, S>(
    { spec, input, principal, stream }: Job<I, C, S>,
    state: S,
  ): Map<string, Hold> {
    const holds = new Map<string, Hold>([
      [commandKey(input.commandId), "alone"],
      [stream, "alone"],
    ]);
    for (const wanted of spec.claims?.(input, state) ?? []) holds.set(`claimed:${claimIdOf(wanted)}`, "alone");
    const leans = [
      ...refs("Unit", principal.unitId),
      ...(spec.leansOn?.(input) ?? []),
      ...(spec.aggregate.leansOn?.(state) ?? []),
    ];
    const others = [...streamsOf(leans, this.deps.facts), ...(input.causedBy ? [commandKey(input.causedBy)] : [])];
    for (const key of others) if (!holds.has(key)) holds.set(key, "shared");
    return holds;
  }

  /** All turns that it had and needs, if it lacks one. */
  private lackingIn<I extends CommandInput, C extends Command, S>(
    holds: Holds,
    job: Job<I, C, S>,
    state: S,
  ): Lacking | undefined {
    const needed = this.holdsOf(job, state);
    for (const [key, hold] of needed) {
      const had = holds.get(key);
      if (had !== "alone" && had !== hold) return { lacking: new Map([...holds, ...needed]) };
    }
    return undefined;
  }

  private async inTurn<I extends CommandInput, C extends Command, S>(
    job: Job<I, C, S>,
    holds: Holds,
  ): Promise<Outcome | Lacking> {
    const { spec, input } = job;
    if (job.beginsStream && !spec.numbered && !spec.claims && !this.deps.store.isShared) {
      // Its stream is named after the command, and nobody else writes: a repetition meets itself in the append.
      const outcome = await this.carryOut(job, holds, true);
      if (!("refusal" in outcome)) return outcome;
    }
    const known = this.deps.facts.command(input.commandId);
    if (known) return this.replay(job, known);
    return this.carryOut(job, holds, false);
  }

  private async carryOut<I extends CommandInput, C extends Command, S>(
    job: Job<I, C, S>,
    holds: Holds,
    takenForNew: boolean,
  ): Promise<Outcome | Lacking> {
    const { spec, input, principal, stream } = job;
    const { facts, store, now } = this.deps;
    await this.freshness.ensure(holds);
    this.deps.clock?.requireRight();
    const origin = originOf(input, facts);
    if ("refusal" in origin) return origin;
    const meta = metaOf(input, principal, now().toISOString(), facts);
    if (!meta) return { refusal: commandRefusals.ACTOR_UNIT_UNKNOWN([]) };
    const { actor } = meta;
    const entries = new Entries({ commandId: input.commandId, correlationId: origin.correlationId, actor }, store, now);
    const paper = new PaperNumber(entries, this.loader, this.turns);
    const claims = new HeldClaims({ stream, aggregate: spec.aggregate }, { entries, ...this.claiming });
    const outcome = await this.attempt(job, holds, { meta, origin, paper, claims, takenForNew });
    if ("done" in outcome) {
      this.freshness.ended(holds, outcome.done.position, outcome.done.readable);
      return outcome;
    }
    await paper.giveBack();
    await claims.giveBack();
    return outcome;
  }

  private async attempt<I extends CommandInput, C extends Command, S>(
    job: Job<I, C, S>,
    holds: Holds,
    { meta, origin, paper, claims, takenForNew }: Standing,
  ): Promise<Outcome | Lacking> {
    const { facts, law, store } = this.deps;
    const { spec, input, stream, hash, newId } = job;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const isNew = takenForNew && attempt === 0;
      const loaded = isNew ? notBegun(spec.aggregate) : await this.loader.load(stream, spec.aggregate);
      const known = loaded.commands.get(input.commandId);
      if (known) return this.replay(job, known);
      const lacking = this.lackingIn(holds, job, loaded.state);
      if (lacking) return lacking;
      const conflict = revisionConflict(job, loaded);
      if (conflict) return { refusal: conflict };

      const story = spec.takesBack ? await this.loader.story(stream, loaded) : [];
      const context = { state: loaded.state, story, facts, law, meta, newId, number: paper.number };
      const resolved = spec.resolve(input, context);
      if ("refusal" in resolved) return resolved;
      const decision = spec.aggregate.decider.decide({ type: spec.type, data: resolved.data, meta }, loaded.state);
      if (isRefused(decision)) return decision;
      const claiming = spec.claims ? await claims.take(spec.claims(input, loaded.state)) : "held";
      if (claiming === "decide again") continue;
      if (claiming !== "held") return claiming;
      if (lacksNumber(decision)) {
        const refusal = await this.drawn(paper, job, context);
        if (refusal) return { refusal };
        continue;
      }

      const events = encode(decision.events, {
        actor: meta.actor,
        commandId: input.commandId,
        commandHash: hash,
        ...origin,
        ...(meta.enteredAt === undefined ? {} : { enteredAt: meta.enteredAt }),
      });
      try {
        const written = await store.append(stream, loaded.revision, events);
        // It was not new: whether it had the same body shows when the stream is read.
        if (written.repeated && isNew) continue;
        if (spec.takesBack) await paper.free(numbersTakenBack(decision.events));
        return await this.answer(job, written);
      } catch (error) {
        if (error instanceof WrongExpectedRevision) continue;
        if (error instanceof EventIdTaken) return { refusal: commandRefusals.COMMAND_ID_REUSED(["commandId"]) };
        if (error instanceof AppendTooLarge) return { refusal: commandRefusals.COMMAND_TOO_LARGE([]) };
        throw error;
      }
    }
    return { refusal: commandRefusals.TOO_MUCH_CONTENTION([]) };
  }

  private drawn<I extends CommandInput, C extends Command, S>(
    paper: PaperNumber,
    { spec, input }: Job<I, C, S>,
    context: ResolveContext<S>,
  ): Promise<Refusal | undefined> {
    if (!spec.numbered) throw new Error(`${spec.type} does not say which register numbers its paper.`);
    return paper.draw(spec.numbered(input, context));
  }

  /**
   * The append may have met its own earlier events (another node took the same command a moment ago); whether those
   * had the same body shows once the read model holds them. Where nobody else writes, no such node is there.
   */
  private async answer<I extends CommandInput, C extends Command, S>(
    { input: { commandId }, id, isHashOf }: Job<I, C, S>,
    { position, revision }: AppendResult,
  ): Promise<Outcome> {
    const { reached, facts, store } = this.deps;
    const readable = await reached(position);
    const recorded = readable && store.isShared ? facts.command(commandId) : undefined;
    if (recorded && !isHashOf(recorded.hash)) return { refusal: commandRefusals.COMMAND_ID_REUSED(["commandId"]) };
    return { done: { commandId, entityId: id, position, revision, replayed: false, readable } };
  }

  private async replay<I extends CommandInput, C extends Command, S>(
    { input: { commandId }, id: entityId, isHashOf }: Job<I, C, S>,
    known: Omit<CommandRecord, "stream">,
  ): Promise<Outcome> {
    if (!isHashOf(known.hash)) return { refusal: commandRefusals.COMMAND_ID_REUSED(["commandId"]) };
    const { position, revision } = known;
    const readable = await this.deps.reached(position);
    return { done: { commandId, entityId, position, revision, replayed: true, readable } };
  }
}

const commandKey = (commandId: string): string => `command:${commandId}`;
