import { hash } from "node:crypto";
import type { Actor, Role } from "../domain/kernel/actor.js";
import type { Command, CommandMeta } from "../domain/kernel/decider.js";
import { isRefused } from "../domain/kernel/decider.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { LawBook } from "../domain/law/lawBook.js";
import { canonicalJson, isEmptyList } from "../eventstore/canonicalJson.js";
import { encode, entityId } from "../eventstore/codec.js";
import {
  type AppendResult,
  AppendTooLarge,
  EventIdTaken,
  type StreamStore,
  WrongExpectedRevision,
} from "../eventstore/contract.js";
import { AggregateLoader, type Loaded, notBegun } from "./aggregateLoader.js";
import type { CommandRecord, Facts } from "./facts.js";
import { PaperNumber } from "./numbering.js";
import { type Origin, originOf } from "./origin.js";
import { commandRefusals } from "./refusals.js";
import type { CommandInput, CommandSpec, Outcome } from "./spec.js";
import { Turns } from "./turns.js";

/** Who asks, as the token says. The unit's name is looked up when the command comes in. */
export interface Principal {
  readonly subject: string;
  readonly role: Role;
  readonly unitId: string | null;
}

export interface BusDependencies {
  readonly store: StreamStore;
  readonly facts: Facts;
  readonly law: LawBook;
  /** Resolves to true once the read model holds the position, to false when it takes too long. */
  readonly reached: (position: number) => Promise<boolean>;
  readonly now: () => Date;
}

const MAX_ATTEMPTS = 8;

/** What one command is carried out on, and with. */
interface Target {
  readonly id: string;
  readonly stream: string;
  readonly hash: string;
  readonly newId: (entity: string) => string;
}

/** How the command stands to the ledger: what it came of, and the number of the paper that it issues. */
interface Standing {
  readonly origin: Origin;
  readonly paper: PaperNumber;
  /** Nothing is known of it, and its stream has no events yet; the append finds out if that is wrong. */
  readonly takenForNew: boolean;
}

/** Load, decide, append: the one way in which anything gets into the ledger. */
export class CommandBus {
  private readonly loader: AggregateLoader;
  private readonly turns = new Turns();

  constructor(private readonly deps: BusDependencies) {
    this.loader = new AggregateLoader(deps.store);
  }

  /**
   * Carries out a command once, however often it is sent.
   * @returns where its events stand, or why nothing was changed.
   * @throws StoreUnavailable when the ledger cannot be written now; the caller may send the same command again.
   */
  async run<I extends CommandInput, C extends Command, S>(
    spec: CommandSpec<I, C, S>,
    input: I,
    principal: Principal,
  ): Promise<Outcome> {
    if (!spec.may.includes(principal.role)) return { refusal: commandRefusals.NOT_ALLOWED([]) };
    const newId = newIds(input.commandId);
    const { id, isNew } = entityOf(spec, input, newId);
    const stream = `${spec.aggregate.category}-${spec.streamKey ?? id}`;
    const hash = hashOf(spec, input, principal);
    const claims = spec.claims?.(input, this.deps.facts) ?? [];
    const target = { id, stream, hash, newId };
    return this.turns.take([`command:${input.commandId}`, stream, ...claims], async () => {
      const beginsStream = isNew && spec.streamKey === undefined;
      if (beginsStream && !spec.numbered && !this.deps.store.isShared) {
        // Its stream is named after the command, and nobody else writes: a repetition meets itself in the append.
        const outcome = await this.carryOut(spec, input, principal, target, true);
        if ("done" in outcome) return outcome;
      }
      const known = this.deps.facts.command(input.commandId);
      if (known) return this.replay(known, hash, input.commandId, id);
      return this.carryOut(spec, input, principal, target, false);
    });
  }

  private async carryOut<I extends CommandInput, C extends Command, S>(
    spec: CommandSpec<I, C, S>,
    input: I,
    principal: Principal,
    target: Target,
    takenForNew: boolean,
  ): Promise<Outcome> {
    const origin = originOf(input, this.deps.facts, spec.precedesCause);
    if ("refusal" in origin) return origin;
    const caller = { commandId: input.commandId, correlationId: origin.correlationId };
    const paper = new PaperNumber(caller, (draw, of) => this.run(draw, of, principal), this.loader);
    const outcome = await this.attempt(spec, input, principal, target, { origin, paper, takenForNew });
    if ("refusal" in outcome) await paper.giveBack();
    return outcome;
  }

  private async attempt<I extends CommandInput, C extends Command, S>(
    spec: CommandSpec<I, C, S>,
    input: I,
    principal: Principal,
    target: Target,
    { origin, paper, takenForNew }: Standing,
  ): Promise<Outcome> {
    const { facts, law, store } = this.deps;
    const { id, stream, hash, newId } = target;
    const actor = actorOf(principal, facts);
    if (!actor) return { refusal: commandRefusals.ACTOR_UNIT_UNKNOWN([]) };
    const meta = this.metaOf(input, actor);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const isNew = takenForNew && attempt === 0;
      const loaded = isNew ? notBegun(spec.aggregate) : await this.loader.load(stream, spec.aggregate);
      const known = loaded.commands.get(input.commandId);
      if (known) return this.replay(known, hash, input.commandId, id);
      const conflict = revisionConflict(spec, input, loaded, id);
      if (conflict) return { refusal: conflict };

      const context = { state: loaded.state, facts, law, meta, newId, number: paper.number };
      const resolved = spec.resolve(input, context);
      if ("refusal" in resolved) return resolved;
      const decision = spec.aggregate.decider.decide({ type: spec.type, data: resolved.data, meta }, loaded.state);
      if (isRefused(decision)) {
        if (!spec.numbered || !paper.isAllThatLacks(decision.refusal)) return { refusal: decision.refusal };
        const refusal = await paper.draw(spec.numbered(input, context));
        if (refusal) return { refusal };
        continue;
      }

      const events = encode(decision.events, { actor, commandId: input.commandId, commandHash: hash, ...origin });
      try {
        const written = await store.append(stream, loaded.revision, events);
        // It was not new: whether it had the same body shows when the stream is read.
        if (written.repeated && isNew) continue;
        return await this.answer(input.commandId, hash, id, written);
      } catch (error) {
        if (error instanceof WrongExpectedRevision) continue;
        if (error instanceof EventIdTaken) return { refusal: commandRefusals.COMMAND_ID_REUSED(["commandId"]) };
        if (error instanceof AppendTooLarge) return { refusal: commandRefusals.COMMAND_TOO_LARGE([]) };
        throw error;
      }
    }
    return { refusal: commandRefusals.TOO_MUCH_CONTENTION([]) };
  }

  /** What a command of this caller would carry now; undefined when its token names a unit that the register has not. */
  metaNow(principal: Principal): CommandMeta | undefined {
    const actor = actorOf(principal, this.deps.facts);
    return actor && this.metaOf({ commandId: "" }, actor);
  }

  private metaOf(input: CommandInput, actor: Actor): CommandMeta {
    const now = this.deps.now().toISOString();
    return {
      commandId: input.commandId,
      now,
      occurredAt: input.occurredAt?.toISOString() ?? now,
      ...(input.lateEntryReason ? { lateEntryReason: input.lateEntryReason } : {}),
      actor,
      actsFor: actor.unitId === null ? [] : this.deps.facts.unitAndPredecessors(actor.unitId),
    };
  }

  /**
   * The append may have met its own earlier events (another node took the same command a moment ago); whether those
   * had the same body shows once the read model holds them. Where nobody else writes, no such node is there.
   */
  private async answer(
    commandId: string,
    hash: string,
    id: string,
    { position, revision }: AppendResult,
  ): Promise<Outcome> {
    const { reached, facts, store } = this.deps;
    const readable = await reached(position);
    const recorded = readable && store.isShared ? facts.command(commandId) : undefined;
    if (recorded && recorded.hash !== hash) return { refusal: commandRefusals.COMMAND_ID_REUSED(["commandId"]) };
    return { done: { commandId, entityId: id, position, revision, replayed: false, readable } };
  }

  private async replay(
    known: Omit<CommandRecord, "stream">,
    hash: string,
    commandId: string,
    entityId: string,
  ): Promise<Outcome> {
    if (known.hash !== hash) return { refusal: commandRefusals.COMMAND_ID_REUSED(["commandId"]) };
    const { position, revision } = known;
    const readable = await this.deps.reached(position);
    return { done: { commandId, entityId, position, revision, replayed: true, readable } };
  }
}

/** The ids of what a command brings into being; each is asked for several times, and takes a hash to make. */
function newIds(commandId: string): (entity: string) => string {
  const made = new Map<string, string>();
  return (entity) => {
    let id = made.get(entity);
    if (id === undefined) made.set(entity, (id = entityId(commandId, entity)));
    return id;
  };
}

/** What the command is about, and whether it is to begin with this command. */
function entityOf<I extends CommandInput, C extends Command, S>(
  spec: CommandSpec<I, C, S>,
  input: I,
  newId: (entity: string) => string,
): { readonly id: string; readonly isNew: boolean } {
  if (spec.begins === undefined) return { id: spec.entityId(input), isNew: false };
  const named = spec.entityId?.(input);
  return named ? { id: named, isNew: false } : { id: newId(spec.begins), isNew: true };
}

function revisionConflict<I extends CommandInput, C extends Command, S>(
  spec: CommandSpec<I, C, S>,
  input: I,
  loaded: Loaded<S>,
  id: string,
): Refusal | undefined {
  const expected = input.expectedRevision;
  if (expected === undefined || expected === null) return undefined;
  const { revisionOf } = spec.aggregate;
  const actual = revisionOf ? (revisionOf(loaded.state, id) ?? "no_stream") : loaded.revision;
  return actual === expected ? undefined : commandRefusals.REVISION_CONFLICT(["expectedRevision"], expected, actual);
}

/** Undefined when the token names a unit that the register does not have. */
function actorOf(principal: Principal, facts: Facts): Actor | undefined {
  const { subject, role, unitId } = principal;
  if (unitId === null) return { subject, role, unitId, unitName: null };
  const unit = facts.unit(unitId);
  return unit && { subject, role, unitId, unitName: unit.name };
}

/**
 * Over everything the caller said but the commandId, and who said it: nobody is shown another's answer. What is null or
 * an empty list says nothing, unless the empty list is meant.
 */
function hashOf<I extends CommandInput, C extends Command>(
  { type, hashedAs = type, meantEmpty }: CommandSpec<I, C>,
  input: I,
  { subject }: Principal,
): string {
  const body = { ...input, commandId: undefined };
  const lists = Object.entries(meantEmpty?.(input) ?? {});
  const emptied = lists.flatMap(([field, list]) => (isEmptyList(list) ? [field] : []));
  return hash("sha256", canonicalJson({ type: hashedAs, body, emptied, subject }, "absent"), "base64url");
}
