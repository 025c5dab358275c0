import { expect } from "chai";
import {
  type Command,
  type CommandMeta,
  type Decider,
  type Decision,
  type DomainEvent,
  isAccepted,
  isRefused,
  LACKS_NUMBER,
} from "../../src/domain/kernel/decider.js";
import type { Path } from "../../src/domain/kernel/refusal.js";
import type { Instant } from "../../src/domain/kernel/time.js";

/** The clock of every script: 10 September 2019, 10:00 in Vietnam. */
export const CLOCK: Instant = "2019-09-10T03:00:00.000Z";

/** Who speaks, when nothing else is said: a press officer of the department, about something that happened just now. */
export const commandMeta = (more: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: "c0000000-0000-4000-8000-000000000001",
  now: CLOCK,
  occurredAt: CLOCK,
  actor: { subject: "officer-1", role: "PRESS_OFFICER", unitId: null, unitName: null },
  actsFor: [],
  ...more,
});

/** A clerk who keeps the records of these units. */
export const clerkOf = (...unitIds: readonly string[]): CommandMeta =>
  commandMeta({
    actor: { subject: "clerk-1", role: "CLERK", unitId: unitIds[0] ?? null, unitName: "Đơn vị" },
    actsFor: unitIds,
  });

// `Decider` has methods, so any one of them fits here, and what it decides on is read off its own type.
type AnyDecider = Decider<never, unknown, DomainEvent>;
type EventOf<D> = D extends Decider<infer _C, infer _S, infer E> ? E : never;
type CommandOf<D> = D extends Decider<infer C, infer _S, infer _E> ? C : never;

/** An event that may leave out when it happened: it is the script's clock then. */
export type Told<E> = E extends DomainEvent ? Omit<E, "occurredAt"> & { readonly occurredAt?: Instant } : never;
/** A command that may leave out who speaks and when. */
export type Said<C> = C extends Command ? Omit<C, "meta"> & { readonly meta?: CommandMeta } : never;

export interface Given<D> {
  when(command: Said<CommandOf<D>>): Outcome<EventOf<D>>;
}

export interface Outcome<E> {
  /** Exactly these events came of it, in this order. */
  then(...events: Told<E>[]): void;
  /** Something came of it; what, another script tells. */
  thenAccepted(): void;
  /** All is in order, but the paper that it issues has no number yet. */
  thenLacksNumber(): void;
  /** Nothing came of it, for this reason, which a person can read in both languages. */
  thenRefused(code: string, path?: Path): void;
}

/** `given(decider, ...history).when(command).then(...events)`, or `.thenRefused(code, path)`. */
export function given<D extends AnyDecider>(decider: D, ...history: Told<EventOf<D>>[]): Given<D> {
  const aggregate = decider as unknown as Decider<Command, unknown, DomainEvent>;
  const state = history.map(dated).reduce((before, event) => aggregate.evolve(before, event), aggregate.initial);
  return {
    when: (command) =>
      outcomeOf(aggregate.decide({ meta: commandMeta(), ...(command as Omit<Command, "meta">) }, state)),
  };
}

function outcomeOf<E>(decision: Decision<DomainEvent>): Outcome<E> {
  const accepted = (): readonly DomainEvent[] =>
    isAccepted(decision) ? decision.events : expect.fail(`not accepted: ${JSON.stringify(decision)}`);
  return {
    then: (...events) => expect(accepted()).to.deep.equal(events.map(dated)),
    thenAccepted: () => expect(accepted()).to.not.be.empty,
    thenLacksNumber: () => expect(decision).to.equal(LACKS_NUMBER),
    thenRefused(code, path) {
      if (!isRefused(decision)) expect.fail(`not refused: ${JSON.stringify(decision)}`);
      const { refusal } = decision;
      expect(refusal.code).to.equal(code);
      if (path !== undefined) expect(refusal.path).to.deep.equal(path);
      expect(refusal.message.vi).to.be.a("string").that.is.not.empty;
      expect(refusal.message.en).to.be.a("string").that.is.not.empty;
    },
  };
}

const dated = (event: object): DomainEvent => ({ occurredAt: CLOCK, ...(event as Omit<DomainEvent, "occurredAt">) });
