import type { Role } from "./actor.js";
import {
  type Command,
  type CommandMeta,
  type Decider,
  type Decision,
  type DomainEvent,
  firstRefusal,
  type Policy,
  refuse,
} from "./decider.js";
import type { DataOf, Fields, RecordKind } from "./fields.js";
import type { Links } from "./links.js";
import { notInFuture, timePolicies } from "./occurrence.js";
import type { Refusal } from "./refusal.js";
import { stampOf } from "./stamp.js";
import { forbidden, StepGraph } from "./stepGraph.js";
import { type TermOf, type Terms, terms } from "./terms.js";
import { type Instant, type LocalDate, localDateOf } from "./time.js";
import { type Bilingual, say } from "./words.js";

/**
 * A subject of the ledger, declared once. Its **events** say what can have happened, what that does to the record, on
 * which day it counts, whom it is about, and how a timeline tells it. Its **steps** say what may be done: by whom, in which
 * states, with which fields, under which rules, and which events come of it. The decider, the table of states, what may
 * be done next, the API's inputs and mutations, timelines and `validAt` follow from the two.
 */

/** A record that was never begun. */
export interface None {
  readonly status: "NONE";
}
export type StatusOf<S> = S extends { readonly status: infer T extends string } ? T : never;

// Events ------------------------------------------------------------------------------------------------------------

/** When an event occurred, and why it was told. */
export type Occurrence = Pick<DomainEvent, "occurredAt" | "reason">;

interface EventDeclaration<D extends object> {
  /** The line of a timeline. It names amounts, numbers, days and titles, and no person. */
  readonly says: Bilingual | ((data: D) => Bilingual);
  /** The day from which it counts; absent: the day on which it occurred. */
  readonly on?: (data: D) => LocalDate | null;
  /** It speaks of the record, not of a day: what it tells was so all along. */
  readonly corrects?: true;
  /** Whom or what it is about, besides its own record. */
  readonly about?: (data: D) => Links;
  /** For the compiler only. */
  readonly data?: D;
}

/** The event with which a record begins. */
export interface BeginningEvent<S extends object, D extends object> extends EventDeclaration<D> {
  readonly begins: (data: D, event: Occurrence) => S;
}

/** An event of a record that is there. */
export interface LaterEvent<S extends object, D extends object> extends EventDeclaration<D> {
  /** The state that it leads to; absent: the same, or what `changes` says. */
  readonly to?: StatusOf<S>;
  /** The states of which `changes`, or what follows from it, makes one. */
  readonly leadsTo?: readonly StatusOf<S>[];
  readonly changes?: (state: S, data: D, event: Occurrence) => Partial<S>;
}

/** Helpers that know the record's state and the name of its id, so that an event says only its own data. */
export const eventsOf = <S extends object, Id extends object>() => ({
  begins: <D extends object>(event: BeginningEvent<S, Id & D>): BeginningEvent<S, Id & D> => event,
  happens: <D extends object = object>(event: LaterEvent<S, Id & D>): LaterEvent<S, Id & D> => event,
});

/** The union of the events of a table. */
export type EventsOf<T> = {
  [K in keyof T & string]: T[K] extends { readonly data?: infer D } ? DomainEvent<K, D & object> : never;
}[keyof T & string];

// Steps -------------------------------------------------------------------------------------------------------------

/** What a rule is asked about: the command, and how its record stands. */
export interface Asked<S, D> {
  readonly state: S;
  readonly data: D;
  readonly meta: CommandMeta;
  /** Of the record; for a step that begins one, of the record to be. */
  readonly id: string;
}
/** As of a step that begins a record: there is no state yet. */
export type AskedToBegin<D> = Omit<Asked<never, D>, "state">;
/** What can be asked before anything is filled in. */
export type Now<S> = Pick<Asked<S, object>, "state" | "meta">;

type DataIn<E extends DomainEvent, K extends string> = Extract<E, { readonly type: K }>["data"];
/** The events that come of a step, in this order, each with its data but for the record's id; undefined: not this time. */
export type Tells<A, E extends DomainEvent, Id extends string> = {
  readonly [K in E["type"]]?: (asked: A) => Omit<DataIn<E, K>, Id> | readonly Omit<DataIn<E, K>, Id>[] | undefined;
};

interface StepDeclaration<F extends Fields, L extends object, M extends Readonly<Record<string, string>>> {
  /** What is done, as a phrase: `say("giao quyết định", "serve the decision")`. */
  readonly does: Bilingual;
  /** More for whoever calls the API, in English. */
  readonly note?: string;
  /** The mutation, where it is not called as the step. */
  readonly mutation?: string;
  /** The type under which the command is told apart from others, where it is not the step's name. */
  readonly type?: string;
  /** Who may, where that is not who may keep the record. */
  readonly may?: readonly Role[];
  readonly fields: F;
  /** What is looked up in other records and in the law before the rules are asked: `looked<{ hosts: UnitFact[] }>()`. */
  readonly looked?: L | undefined;
  /** Ids of what the step brings into being: `{ promiseId: "promise" }`. */
  readonly makes?: M;
}
type StepData<F extends Fields, L extends object, M> = Omit<DataOf<F>, keyof L> &
  L & { readonly [K in keyof M]: string };

export interface BeginningStep<
  E extends DomainEvent,
  Id extends string,
  F extends Fields,
  L extends object,
  M extends Readonly<Record<string, string>>,
> extends StepDeclaration<F, L, M> {
  /** The word from which, with the command's id, the record's id follows. */
  readonly begins: string;
  readonly rules?: readonly Policy<AskedToBegin<StepData<F, L, M>>>[];
  readonly tells: Tells<AskedToBegin<StepData<F, L, M>>, E, Id>;
}

export interface LaterStep<
  S extends object,
  E extends DomainEvent,
  Id extends string,
  F extends Fields,
  L extends object,
  M extends Readonly<Record<string, string>>,
> extends StepDeclaration<F, L, M> {
  /** The states in which it makes sense; absent: any. */
  readonly from?: readonly StatusOf<S>[];
  /** It is done now, whenever the facts were: a correction of the record. */
  readonly corrects?: true;
  /** The rules that need nothing filled in: what may be done next is known by them. */
  readonly when?: readonly Policy<Now<S>>[];
  /** Asked in order; the first refusal wins. */
  readonly rules?: readonly Policy<Asked<S, StepData<F, L, M>>>[];
  readonly tells: Tells<Asked<S, StepData<F, L, M>>, E, Id>;
}

/** Helpers that know the record's state and events, so that each step's own types follow from its fields. */
export const stepsOf = <S extends object, E extends DomainEvent, Id extends string>() => ({
  begin: <
    const F extends Fields,
    L extends object = object,
    const M extends Readonly<Record<string, string>> = Record<never, string>,
  >(
    step: BeginningStep<E, Id, F, L, M>,
  ): BeginningStep<E, Id, F, L, M> => step,
  step: <
    const F extends Fields,
    L extends object = object,
    const M extends Readonly<Record<string, string>> = Record<never, string>,
  >(
    step: LaterStep<S, E, Id, F, L, M>,
  ): LaterStep<S, E, Id, F, L, M> => step,
});

/** For the compiler only: the type of what a step looks up. */
export const looked = <L extends object>(): L | undefined => undefined;

/** A step of whatever record, its own types set aside. */
export interface AnyStep {
  readonly does: Bilingual;
  readonly note?: string;
  readonly mutation?: string;
  readonly type?: string;
  readonly may?: readonly Role[];
  readonly fields: Fields;
  readonly looked?: object | undefined;
  readonly makes?: Readonly<Record<string, string>>;
  readonly begins?: string;
  readonly from?: readonly string[];
  readonly corrects?: true;
  readonly when?: readonly Policy<never>[];
  readonly rules?: readonly Policy<never>[];
  readonly tells: Readonly<Record<string, ((asked: never) => object | undefined) | undefined>>;
}
export type Steps = Readonly<Record<string, AnyStep>>;

/** What a step says and knows besides the record's id: what its rules are asked about. */
export type DataOfStep<T> =
  T extends StepDeclaration<infer F, infer L, infer M> ? StepData<F, Exclude<L, undefined>, M> : never;
/** The commands of a table of steps, as the decider takes them. */
export type CommandsOf<R extends Steps, Id extends string> = {
  [K in keyof R & string]: Command<K, { readonly [I in Id]: string } & DataOfStep<R[K]>>;
}[keyof R & string];

export const TIMELINE_KINDS = terms(
  "TimelineKind",
  "Of what kind of record an event is. REGISTER: of units, agencies, offices, reporters, numbers.",
  {
    VISIT: say("lượt tác nghiệp", "visits"),
    INSPECTION: say("thanh tra, kiểm tra", "inspections"),
    CASE: say("vụ việc vi phạm", "violation cases"),
    SANCTION: say("quyết định xử phạt", "sanction decisions"),
    SEIZURE: say("tang vật tạm giữ", "seized exhibits"),
    REGISTER: say("sổ đăng ký", "registers"),
  },
);

// Records -----------------------------------------------------------------------------------------------------------

/** An event of whatever record, its own types set aside. */
export interface AnyEvent {
  readonly says: Bilingual | ((data: never) => Bilingual);
  readonly on?: (data: never) => LocalDate | null;
  readonly corrects?: true;
  readonly about?: (data: never) => Links;
  readonly to?: string;
  readonly leadsTo?: readonly string[];
  readonly begins?: (data: never, event: Occurrence) => object;
  readonly changes?: (state: never, data: never, event: Occurrence) => object;
}

export interface RecordDeclaration<S extends object, E extends DomainEvent, R extends Steps, Id extends string> {
  readonly kind: RecordKind;
  /** Of its streams: the name before the dash. */
  readonly category: string;
  /** The name of its id in events and commands. */
  readonly id: Id;
  /** Among which events a timeline shows its own. */
  readonly timeline: TermOf<typeof TIMELINE_KINDS>;
  /** What one is called within a sentence: `say("lượt tác nghiệp", "visit")`. */
  readonly words: Bilingual;
  readonly statuses: Terms<StatusOf<S>>;
  /** Who may keep it. */
  readonly may: readonly Role[];
  readonly events: { readonly [K in E["type"]]: AnyEvent };
  readonly steps: R;
  /** Whose records the actor may keep. */
  readonly authority?: Policy<Now<S>>;
  /** In which order the steps of a record happen; not asked of corrections. */
  readonly order?: Policy<Now<S>>;
  /** What follows from every event, whichever it was. */
  readonly settle?: (after: S, event: E, before: S | None) => S;
  /** What a record has none of at first, so that it is not written out: null, or an empty list. */
  readonly blank: Partial<S>;
  readonly refusals: {
    readonly notFound: (path: readonly string[]) => Refusal;
    /** The code of a step that the record's state does not allow. */
    readonly statusForbids: string;
  };
}

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
> extends Pick<
  RecordDeclaration<S, E, R, Id>,
  "kind" | "category" | "timeline" | "id" | "words" | "may" | "steps" | "blank" | "refusals"
> {
  readonly statuses: Terms;
  readonly events: Readonly<Record<string, AnyEvent>>;
  readonly decider: Decider<CommandsOf<R, Id>, S | None, E>;
  /** The steps that may follow now, and those that may not, with the refusal that would come. */
  nextSteps(state: S, meta: CommandMeta): readonly NextStep[];
}

/** Makes a record of its declaration. */
export function record<
  S extends { readonly status: string },
  E extends DomainEvent,
  R extends Steps,
  Id extends string,
>(declared: RecordDeclaration<S, E, R, Id>): RecordType<S, E, R, Id> {
  const { events, id, settle, refusals } = declared;
  const plans = new Map(plansOf(declared).map((plan) => [plan.name, plan]));

  const evolve = (state: S | None, event: E): S | None => {
    const told: AnyEvent | undefined = events[event.type as E["type"]];
    if (!told) return state;
    if (told.begins) {
      const begun = told.begins(event.data as never, event) as S;
      return settle ? settle(begun, event, state) : begun;
    }
    if (isNone(state)) return state;
    const changes = told.changes?.(state as never, event.data as never, event);
    const after: S = { ...state, ...changes, ...(told.to === undefined ? {} : { status: told.to }) };
    return settle ? settle(after, event, state) : after;
  };

  const decide = ({ type, data, meta }: Command, state: S | None): Decision<E> => {
    const plan = plans.get(type);
    if (!plan) throw new Error(`There is no step ${type}.`);
    const begins = plan.step.begins !== undefined;
    if (!begins && isNone(state)) return refuse(refusals.notFound([id]));
    const said = data as Readonly<Record<string, unknown>>;
    const asked = { state, data, meta, id: String(said[id]) };
    const refusal = firstRefusal(plan.rules, asked);
    if (refusal) return refuse(refusal);
    const reason = begins ? undefined : said["reason"];
    const stamp = stampOf(meta, typeof reason === "string" ? reason : undefined);
    return {
      events: plan.tellers.flatMap(([event, tell]) => {
        const told = tell(asked);
        const all = told === undefined ? [] : Array.isArray(told) ? (told as readonly object[]) : [told];
        return all.map((one) => ({ type: event, data: { [id]: asked.id, ...one }, ...stamp }) as unknown as E);
      }),
    };
  };

  return {
    ...declared,
    decider: { initial: { status: "NONE" }, evolve, decide },
    nextSteps: (state, meta) =>
      [...plans.values()]
        .filter(({ step }) => step.begins === undefined)
        .map(({ name, step, standing }) => ({ name, step, refusal: firstRefusal(standing, { state, meta }) })),
  };
}

export const isNone = (state: object): state is None => "status" in state && state.status === "NONE";

/** What any rule may look at; each rule looks at what its own step knows. */
interface AskedOfAny extends Now<unknown> {
  readonly data?: object;
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
  readonly tellers: readonly Teller[];
}

function plansOf<S extends { readonly status: string }, E extends DomainEvent, R extends Steps, Id extends string>(
  declared: RecordDeclaration<S, E, R, Id>,
): readonly Plan[] {
  const graph = new StepGraph(declared);
  return Object.entries<AnyStep>(declared.steps).map(([name, step]) => {
    const own = (step.rules ?? []) as readonly Policy<AskedOfAny>[];
    const tellers = Object.entries(step.tells).flatMap(([event, tell]): Teller[] =>
      tell ? [[event, tell as Teller[1]]] : [],
    );
    if (step.begins !== undefined) return { name, step, tellers, standing: [], rules: [...timePolicies, ...own] };
    const standing = standingRules(declared, graph, name, step) as readonly Policy<AskedOfAny>[];
    const inTime = step.corrects ? [notInFuture] : timePolicies;
    return { name, step, tellers, standing, rules: [...inTime, ...standing, ...own] };
  });
}

function standingRules<
  S extends { readonly status: string },
  E extends DomainEvent,
  R extends Steps,
  Id extends string,
>(declared: RecordDeclaration<S, E, R, Id>, graph: StepGraph, name: string, step: AnyStep): readonly Policy<Now<S>>[] {
  const { authority, order, words, statuses, refusals, id } = declared;
  const statusAllows: Policy<Now<S>> = ({ state: { status } }) =>
    step.from && !step.from.includes(status)
      ? forbidden({ words, statuses, path: [id], code: refusals.statusForbids }, graph, name, status)
      : undefined;
  return [
    ...(authority ? [authority] : []),
    statusAllows,
    ...(order && !step.corrects ? [order] : []),
    ...((step.when ?? []) as readonly Policy<Now<S>>[]),
  ];
}

/** The day from which an event counts; null: it speaks of the record, not of a day. */
export function dayOfEvent(
  events: Readonly<Record<string, AnyEvent>>,
  { type, data, occurredAt }: { readonly type: string; readonly data: object; readonly occurredAt: Instant },
): LocalDate | null {
  const told = events[type];
  if (told?.corrects) return null;
  return told?.on?.(data as never) ?? localDateOf(occurredAt);
}

/** What a timeline says of the event. */
export const sentenceOf = (told: AnyEvent, data: object): Bilingual =>
  typeof told.says === "function" ? told.says(data as never) : told.says;
