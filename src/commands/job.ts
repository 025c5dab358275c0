import { hash } from "node:crypto";
import type { Role } from "../domain/kernel/actor.js";
import type { Command } from "../domain/kernel/decider.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { Scopes } from "../domain/kernel/scopes.js";
import { canonicalJson, isEmptyList } from "../eventstore/canonicalJson.js";
import { entityId } from "../eventstore/codec.js";
import type { Loaded } from "./aggregateLoader.js";
import { commandRefusals } from "./refusals.js";
import type { CommandInput, CommandSpec } from "./spec.js";

/** Who asks, as the token says. The unit's name is looked up when the command comes in. */
export interface Principal {
  readonly subject: string;
  readonly role: Role;
  readonly unitId: string | null;
  /** Of a subscriber; others have none. */
  readonly scopes?: Scopes;
}

/** One command to be carried out: on what, with what. */
export interface Job<I extends CommandInput, C extends Command, S> {
  readonly spec: CommandSpec<I, C, S>;
  readonly input: I;
  readonly principal: Principal;
  /** The record that the command is about. */
  readonly id: string;
  readonly stream: string;
  /** The record, and its stream, begin with this command. */
  readonly beginsStream: boolean;
  /** Of its body: what the ledger keeps of it. */
  readonly hash: string;
  /** Whether that is the hash of this command, as it is made now or was made before. */
  readonly isHashOf: (hash: string) => boolean;
  readonly newId: (entity: string) => string;
}

export function jobOf<I extends CommandInput, C extends Command, S>(
  spec: CommandSpec<I, C, S>,
  input: I,
  principal: Principal,
): Job<I, C, S> {
  const newId = newIds(input.commandId);
  const { id, isNew } = entityOf(spec, input, newId);
  const stream = `${spec.aggregate.category}-${spec.streamKey ?? id}`;
  const beginsStream = isNew && spec.streamKey === undefined;
  const hash = hashOf(spec, spec.said?.(input) ?? input, principal);
  // Before it was taken for left out, what was given as its default was part of the body.
  const isHashOf = (known: string): boolean =>
    known === hash || (!!spec.said && known === hashOf(spec, input, principal));
  return { spec, input, principal, id, stream, beginsStream, hash, isHashOf, newId };
}

/** Why the command does not fit the record as it stands, if its caller said on which revision it is based. */
export function revisionConflict<I extends CommandInput, C extends Command, S>(
  { spec, input, id }: Job<I, C, S>,
  loaded: Loaded<S>,
): Refusal | undefined {
  const expected = input.expectedRevision;
  if (expected === undefined || expected === null) return undefined;
  const { revisionOf } = spec.aggregate;
  const actual = revisionOf ? (revisionOf(loaded.state, id) ?? "no_stream") : loaded.revision;
  return actual === expected ? undefined : commandRefusals.REVISION_CONFLICT(["expectedRevision"], expected, actual);
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

/**
 * Over everything the caller said but the commandId, and who said it: nobody is shown another's answer. What is null or
 * an empty list says nothing, unless the empty list is meant; nor does what is given as it is when it is left out.
 */
function hashOf<I extends CommandInput, C extends Command, S>(
  { type, hashedAs = type, meantEmpty = [] }: CommandSpec<I, C, S>,
  said: object,
  { subject }: Principal,
): string {
  const body = { ...said, commandId: undefined };
  const emptied = Object.entries(said).flatMap(([field, value]) =>
    meantEmpty.includes(field) && isEmptyList(value) ? [field] : [],
  );
  return hash("sha256", canonicalJson({ type: hashedAs, body, emptied, subject }, "absent"), "base64url");
}
