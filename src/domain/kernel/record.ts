import type { Role } from "./actor.js";
import {
  type Command,
  type CommandMeta,
  type Decider,
  type Decision,
  type DomainEvent,
  firstRefusal,
  LACKS_NUMBER,
  type Policy,
  refuse,
} from "./decider.js";
import type { RecordReference } from "./fields.js";
import { type History, isNone, NONE, type None, type StatusOf } from "./history.js";
import { correctionTimePolicies, noEarlierThan, timePolicies } from "./occurrence.js";
import type { Path, Refusal } from "./refusal.js";
import { stampOf } from "./stamp.js";
import { forbidden, StepGraph } from "./stepGraph.js";
import { aboutOf, type AnyStep, type CommandsOf, type Now, type Steps } from "./steps.js";
import { takenOut, type Story } from "./takeBack.js";
import { type Instant, type LocalDate, localDateOf } from "./time.js";

/**
 * A record: what can have happened to it (./history.ts) and what may be done about it (./steps.ts), joined with who may keep
 * it. The decider, the table of states and what may be done next follow.
 */

export interface RecordDeclaration<S extends object, R extends Steps> {
  /** Who may keep it. */
  readonly may: readonly Role[];
  readonly steps: R;
  /** Whose records the actor may keep. */
  readonly authority?: Policy<Now<S>>;
  /** In which order the steps of a record happen; not asked of corrections. */
  readonly order?: Policy<Now<S>>;
  /**
   * When its last step was taken, where that is known to the moment: a step that comes after it in the ledger came after
   * it, though a caller's clock put it a little before.
   */
  readonly lastStepAt?: (state: S) => Instant;
  /**
   * Its status on the day of a step, where what was recorded may lie ahead: an office that is to close is open until then.
   * Absent: as recorded.
   */
  readonly statusOn?: (state: S, day: LocalDate) => StatusOf<S>;
  /**
   * The day that no paper about it bears an earlier one than. A correction of that day is not taken back where a later entry
   * would then lie before it. Absent: there is no such day.
   */
  readonly since?: (state: S) => LocalDate | null;
  /** What is true of it after every step. Throws where it is not: a rule that let such a step pass is at fault. */
  readonly check?: (after: S) => void;
  /** The records that it names itself. None of them changes while a step is taken on it. */
  readonly leansOn?: (state: S) => readonly RecordReference[];
  readonly refusals: RefusalsOfRecord & StatusForbids<S>;
}
interface RefusalsOfRecord {
  readonly notFound: (path: Path) => Refusal;
  /** The code of a step that the record's state does not allow. */
  readonly statusForbids?: string;
}
/** Of a record that has states. */
type StatusForbids<S> = [StatusOf<S>] extends [never] ? object : { readonly statusForbids: string };

export interface NextStep {
  readonly name: string;
  readonly step: AnyStep;
  /** Why it would be refused now; undefined: it may be done. */
  readonly refusal: Refusal | undefined;
}

/** A declared record, with what follows from its declaration. */
export interface RecordType<
  S extends object = object,
  E extends DomainEvent = DomainEvent,
  R extends Steps = Steps,
  Id extends string = string,
  InStream = S | None,
>
  extends History<S, E, Id>, Pick<RecordDeclaration<S, R>, "may" | "steps" | "leansOn"> {
  readonly refusals: RefusalsOfRecord;
  readonly decider: Decider<CommandsOf<R, Id>, InStream, E>;
  /** The record of that id, of what its stream holds. */
  recordIn(stream: InStream, id: string): S | None;
  /** Its revision, where the stream is that of a register; undefined: it is not there. */
  revisionIn?(stream: InStream, id: string): number | undefined;
  /** The steps that may follow now, and those that may not, with the refusal that would come. */
  nextSteps(state: S, meta: CommandMeta): readonly NextStep[];
}

/** Makes a record of its history and of what may be done about it. */
export function record<S extends object, E extends DomainEvent, R extends Steps, Id extends string>(
  history: History<S, E, Id>,
  declared: RecordDeclaration<S, R>,
): RecordType<S, E, R, Id> {
  return {
    ...history,
    ...declared,
    decider: { initial: NONE, evolve: history.evolve, decide: decisionsOf(history, declared) },
    recordIn: (state) => state,
    nextSteps: nextStepsOf(history, declared),
  };
}

/** What comes of a command for its record. `beside`: what its rules may look at beside the record. */
export function decisionsOf<S extends object, E extends DomainEvent, R extends Steps, Id extends string>(
  history: History<S, E, Id>,
  declared: RecordDeclaration<S, R>,
): (command: Command, state: S | None, beside?: object) => Decision<E> {
  const { id, evolve } = history;
  const { refusals, check, lastStepAt } = declared;
  const plans = new Map(plansOf(history, declared).map((plan) => [plan.name, plan]));

  return ({ type, data, meta: told }, state, beside) => {
    const plan = plans.get(type);
    if (!plan) throw new Error(`There is no step ${type}.`);
    const said = data as Readonly<Record<string, unknown>>;
    const about = aboutOf(plan.step, id, said);
    if ("field" in about && isNone(state)) return refuse(refusals.notFound([about.field]));
    const follows = lastStepAt && !plan.step.corrects && !isNone(state);
    const occurredAt = follows ? noEarlierThan(lastStepAt(state), told.occurredAt) : told.occurredAt;
    const meta = occurredAt === told.occurredAt ? told : { ...told, occurredAt };
    const asked: AskedOfAny = { state, data, meta, id: String(said[id]), ...beside };
    // Events of a register say themselves of which records they are. Nothing is spread first: V8 adds fields after that slowly.
    const named = (one: object): object =>
      history.register === undefined || plan.step.takesBack || plan.step.ofFields ? { [id]: asked.id, ...one } : one;
    const refusal = firstRefusal(plan.rules, asked);
    if (refusal) return refuse(refusal);
    if (plan.step.takesBack) {
      const { story, entryId } = said as { readonly story: Story; readonly entryId: string };
      const out = takenOut(history, declared, { story, entryId, recordId: String(said[id]), meta });
      if ("refusal" in out) return out;
      asked.data = { ...data, ...out };
      const speaksAgainst = firstRefusal(plan.rulesOfTaking, asked);
      if (speaksAgainst) return refuse(speaksAgainst);
    }
    if (plan.step.numbered && said["drawn"] === null) return LACKS_NUMBER;
    const reason = "begins" in about ? undefined : said["reason"];
    // A reason that is part of the fact itself is told there.
    const stampFor = (fact: object) =>
      stampOf(meta, typeof reason === "string" && !("reason" in fact) ? reason : undefined);
    const events: E[] = [];
    for (const [event, tell] of plan.tellers) {
      const told = tell(asked) ?? [];
      const all = Array.isArray(told) ? (told as readonly object[]) : [told];
      const story = plan.step.takesBack && { story: said["story"] };
      for (const one of all) events.push({ type: event, data: named(one), ...stampFor(one), ...story } as unknown as E);
    }
    const after = check ? events.reduce(evolve, state) : state;
    if (check && !isNone(after)) check(after);
    return { events };
  };
}

export function nextStepsOf<S extends object, R extends Steps>(
  history: Pick<History<S>, "words" | "calledAs" | "statuses" | "events" | "id">,
  declared: RecordDeclaration<S, R>,
): (state: S, meta: CommandMeta) => readonly NextStep[] {
  const plans = plansOf(history, declared).filter(({ step: { begins, named } }) => begins === undefined || named);
  return (state, meta) =>
    plans.map(({ name, step, standing }) => ({ name, step, refusal: firstRefusal(standing, { state, meta }) }));
}

/** What any rule may look at; each rule looks at what its own step knows. */
interface AskedOfAny extends Now<unknown> {
  data?: object;
  readonly id?: string;
}
type Teller = readonly [event: string, tell: (asked: AskedOfAny) => object | undefined];

/** A step as it is carried out. */
interface Plan {
  readonly name: string;
  readonly step: AnyStep;
  /** What is asked of the record alone. */
  readonly standing: readonly Policy<AskedOfAny>[];
  /** All rules, in the order in which a person would check them. */
  readonly rules: readonly Policy<AskedOfAny>[];
  /** Of a step that takes entries back: what is asked once it is known what they are. */
  readonly rulesOfTaking: readonly Policy<AskedOfAny>[];
  readonly tellers: readonly Teller[];
}

function plansOf<S extends object, R extends Steps>(
  history: Pick<History<S>, "words" | "calledAs" | "statuses" | "events" | "id">,
  declared: RecordDeclaration<S, R>,
): readonly Plan[] {
  const { authority, order } = declared;
  const statusPolicies = statusPoliciesOf(history, declared);
  return Object.entries<AnyStep>(declared.steps).map(([name, step]) => {
    const own = (step.rules ?? []) as readonly Policy<AskedOfAny>[];
    const tellers = Object.entries(step.tells).flatMap(([event, tell]): Teller[] =>
      tell ? [[event, tell as Teller[1]]] : [],
    );
    if (step.begins !== undefined && step.named === undefined) {
      return { name, step, tellers, standing: [], rules: [...timePolicies, ...own], rulesOfTaking: [] };
    }
    const standing = [
      ...(authority ? [authority] : []),
      ...statusPolicies(name, step),
      ...(order && !step.corrects ? [order] : []),
      ...((step.when ?? []) as readonly Policy<Now<S>>[]),
    ] as readonly Policy<AskedOfAny>[];
    const inTime = step.corrects ? correctionTimePolicies : timePolicies;
    const asItStands: Policy<AskedOfAny> = (asked) =>
      isNone(asked.state as object) ? undefined : firstRefusal(standing, asked);
    const asked = [...inTime, asItStands];
    return step.takesBack
      ? { name, step, tellers, standing, rules: asked, rulesOfTaking: own }
      : { name, step, tellers, standing, rules: [...asked, ...own], rulesOfTaking: [] };
  });
}

/** Refuses a step in a state from which it does not lead on. */
function statusPoliciesOf<S extends object>(
  { statuses, events, words, calledAs, id }: Pick<History<S>, "words" | "calledAs" | "statuses" | "events" | "id">,
  {
    steps,
    statusOn,
    refusals: { statusForbids: code },
  }: Pick<RecordDeclaration<S, Steps>, "steps" | "statusOn"> & { readonly refusals: RefusalsOfRecord },
): (name: string, step: AnyStep) => readonly Policy<Now<S & { readonly status: string }>>[] {
  if (!statuses || code === undefined) return () => [];
  const graph = new StepGraph({ statuses, events, steps });
  return (name, { from, named = id }) => {
    if (!from) return [];
    const statusAllows: Policy<Now<S & { readonly status: string }>> = ({ state, meta }) => {
      const status: string = statusOn?.(state, localDateOf(meta.occurredAt)) ?? state.status;
      if (from.includes(status)) return undefined;
      const called = calledAs?.(state) ?? words;
      return forbidden({ words: called, statuses, path: [named], code }, graph, name, status);
    };
    return [statusAllows];
  };
}
