import type { Decider, DomainEvent } from "./decider.js";
import { entriesOf, type History, isNone, NONE } from "./history.js";
import { decisionsOf, nextStepsOf, type RecordDeclaration, type RecordType } from "./record.js";
import { type CommandsOf, type Steps, stepsOf } from "./steps.js";

/**
 * Records that stand in one stream, because rules hold between them: names that must differ, mergers and splits. Each is
 * declared as any other record is; its rules may look at the others too, and one event may change several.
 */
export interface Register<S> {
  /** Of the register's last event. */
  readonly revision: number;
  readonly records: Entries<S>;
  /** Of the last event that changed each. */
  readonly revisions: ReadonlyMap<string, number>;
}
export type Entries<S> = ReadonlyMap<string, S>;

/** What the rules of a register may look at beside the record itself. */
export interface InRegister<S> {
  readonly register: Entries<S>;
}

/** As `stepsOf`, for the records of a register. */
export const registerStepsOf = <S extends object, E extends DomainEvent>() => stepsOf<S, E, never, InRegister<S>>();

export type RegisterType<S extends object, E extends DomainEvent, R extends Steps, Id extends string> = RecordType<
  S,
  E,
  R,
  Id,
  Register<S>
>;

/** Makes the records of a register of their history and of what may be done about them. */
export function register<S extends object, E extends DomainEvent, R extends Steps, Id extends string>(
  history: History<S, E, Id>,
  declared: Omit<RecordDeclaration<S, R>, "check" | "leansOn">,
): RegisterType<S, E, R, Id> {
  const decide = decisionsOf(history, declared);
  const recordIn = ({ records }: Register<S>, id: string) => records.get(id) ?? NONE;
  const decider: Decider<CommandsOf<R, Id>, Register<S>, E> = {
    initial: { revision: -1, records: new Map(), revisions: new Map() },
    evolve: (before, event) => evolve(history, before, event),
    decide: (command, stream) =>
      decide(command, recordIn(stream, String(command.data[history.id])), { register: stream.records }),
  };
  return {
    ...history,
    ...declared,
    decider,
    recordIn,
    revisionIn: ({ revisions }, id) => revisions.get(id),
    nextSteps: nextStepsOf(history, declared),
  };
}

function evolve<S extends object, E extends DomainEvent, Id extends string>(
  history: History<S, E, Id>,
  before: Register<S>,
  event: E,
): Register<S> {
  const revision = before.revision + 1;
  const records = new Map(before.records);
  const revisions = new Map(before.revisions);
  for (const id of entriesOf(history, event)) {
    const after = history.evolve(records.get(id) ?? NONE, event);
    if (isNone(after)) continue;
    records.set(id, after);
    revisions.set(id, revision);
  }
  return { revision, records, revisions };
}
