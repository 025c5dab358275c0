import type { Actor } from "./actor.js";
import type { Refusal } from "./refusal.js";
import type { Instant, LocalDate } from "./time.js";
import type { Bilingual } from "./words.js";

/** A fact of the domain. What the ledger adds around it (position, actor, command) is the envelope's. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
  /** When it happened in the world. */
  readonly occurredAt: Instant;
  /** Why: compulsory on corrections and late entries. */
  readonly reason?: string;
  /**
   * Of an event that takes others back: all that its stream holds before it, from the first event on. Whoever reads the
   * event puts it there; it is never written. Null: what it takes back is left out of the story already.
   */
  readonly story?: readonly StoryEvent[] | null;
}

/** An event of a story: which one it is, and of which command. Its place in the story is its revision. */
export interface StoryEvent extends DomainEvent {
  readonly id: string;
  readonly commandId: string;
}

/** What every command carries besides its own data: the domain reads no clock and draws no lot. */
export interface CommandMeta {
  readonly commandId: string;
  /** The server's clock when the command came in. */
  readonly now: Instant;
  /** When the fact happened; when it was entered, unless the caller says otherwise. */
  readonly occurredAt: Instant;
  /** When the caller's device took it down, where that was before it was sent; absent: it was sent at once. */
  readonly enteredAt?: Instant;
  /** Why the fact is entered on a later day than it happened. */
  readonly lateEntryReason?: string;
  readonly actor: Actor;
  /**
   * The units for which the actor may keep records on the day of `now`: its own, and those it has succeeded by then. Rights
   * are a matter of the day on which something is entered, not of the day on which it happened.
   */
  readonly actsFor: readonly string[];
  /** Since when the actor's own unit is no more, and who carries on; absent: it is there, or the actor has none. */
  readonly unitEnded?: { readonly on: LocalDate; readonly heirs: Bilingual | undefined };
}

export interface Command<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
  readonly meta: CommandMeta;
}

/** All is in order but for the number of the paper that the command issues: it is drawn only now, and then decided anew. */
export const LACKS_NUMBER = { lacks: "NUMBER" } as const;

export type Decision<E> = { readonly events: readonly E[] } | { readonly refusal: Refusal } | typeof LACKS_NUMBER;

export const accept = <E>(...events: E[]): Decision<E> => ({ events });
export const refuse = (refusal: Refusal): { readonly refusal: Refusal } => ({ refusal });
export const isRefused = <E>(decision: Decision<E>): decision is { readonly refusal: Refusal } => "refusal" in decision;
export const lacksNumber = <E>(decision: Decision<E>): decision is typeof LACKS_NUMBER => "lacks" in decision;
export const isAccepted = <E>(decision: Decision<E>): decision is { readonly events: readonly E[] } =>
  "events" in decision;

/** One aggregate: how its state grows from events, and which events a command leads to. Pure. */
export interface Decider<C, S, E> {
  readonly initial: S;
  evolve(state: S, event: E): S;
  decide(command: C, state: S): Decision<E>;
}

/** A named rule. It speaks only to refuse. */
export type Policy<Context> = (context: Context) => Refusal | undefined;

/** The first rule that refuses wins; rules are asked in the order in which a person would check them. */
export function firstRefusal<Context>(policies: readonly Policy<Context>[], context: Context): Refusal | undefined {
  for (const policy of policies) {
    const refusal = policy(context);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Accepts the events unless one of the policies refuses, or a paper among them has no number yet. */
export function unlessRefused<Context, E>(
  policies: readonly Policy<Context>[],
  context: Context,
  events: () => readonly E[] | typeof LACKS_NUMBER,
): Decision<E> {
  const refusal = firstRefusal(policies, context);
  if (refusal) return refuse(refusal);
  const made = events();
  return "lacks" in made ? made : { events: made };
}
