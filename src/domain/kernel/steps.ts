import type { Role } from "./actor.js";
import {
  changesOf,
  changesSomething,
  CORRECT,
  type CorrectionFields,
  correctionFields,
  type NoFields,
  STAYS,
  VOID,
  VOIDED_NOTE,
  type Wanted,
} from "./corrections.js";
import { type Command, type CommandMeta, type DomainEvent, firstRefusal, type Policy } from "./decider.js";
import type { DueKind } from "../due/terms.js";
import type { CorrectionOf, CorrectionSaid, DataOf, Field, Fields, Naming } from "./fields.js";
import type { None, StatusOf } from "./history.js";
import type { Refusal } from "./refusal.js";
import type { ClaimWanted, DecisionNumber, NumberWanted } from "./taking.js";
import { TAKE_BACK, takeBackFields, type Story, type TakingBack } from "./takeBack.js";
import { type Bilingual, uncapital } from "./words.js";

/**
 * The other half of a subject's declaration: what may be done about a record, in which states, with which fields, under
 * which rules, and which events come of it. The API's inputs and mutations follow; ./record.ts makes the decider of it.
 */

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

/**
 * What comes of a step. Mostly one `event`, which tells what was said: each field under its own name, and the ids of what
 * the step makes; a reason stands beside the event. What it tells more, or otherwise than it was said, is told `besides`.
 * Where several events come of it, or one that does not tell all that was said, `tells` says of each what it tells.
 */
type Outcome<A, E extends DomainEvent, Id extends string, Said, K extends E["type"]> = {
  readonly event?: K;
  readonly besides?: (asked: A) => Besides<ToldIn<E, Id>[K], Said>;
  readonly tells?: Tells<A, E, Id>;
} & ([K] extends [never]
  ? { readonly tells: unknown; readonly besides?: never }
  : { readonly tells?: never } & TellsAllOf<Said, ToldIn<E, Id>[K]>);
/** What each event tells, but for the record's id. */
type ToldIn<E extends DomainEvent, Id extends string> = { readonly [K in E["type"]]: Omit<DataIn<E, K>, Id> };

/** What an event tells that the step says under the same name, and as the same. */
type Alike<D, Said> = {
  [K in keyof D & keyof Said]: Said[K] extends D[K] ? K : never;
}[keyof D & keyof Said];
/** What it tells that nobody says, or that is said as something else. */
type Missing<D, Said> = Omit<D, keyof Said> & Required<Pick<D, Exclude<keyof D & keyof Said, Alike<D, Said>>>>;
type Besides<D, Said> = Missing<D, Said> & Partial<Pick<D, Alike<D, Said>>>;
type TellsAllOf<Said, D> = [Exclude<keyof Said, keyof D>] extends [never]
  ? object extends Missing<D, Said>
    ? object
    : { readonly besides: (asked: never) => Missing<D, Said> }
  : { readonly event: { readonly doesNotTell: Exclude<keyof Said, keyof D> } };

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
  /** What is no longer owed once it is done: whoever is shown that it is due is shown this step beside it. */
  readonly settles?: readonly DueKind[];
  readonly fields: F;
  /** What is looked up in other records and in the law before the rules are asked: `looked<{ hosts: UnitFact[] }>()`. */
  readonly looked?: L | undefined;
  /** Ids of what the step brings into being: `{ promiseId: "promise" }`. */
  readonly makes?: M;
}
/** What a step knows before anything is looked up for it. */
type SaidData<F extends Fields, M> = DataOf<F> & { readonly [K in keyof M]: string };
/** What is looked up is what the step says that it is, never what one of its rules happens to ask for. */
type StepData<F extends Fields, L extends object, M> = Omit<SaidData<F, M>, keyof L> & NoInfer<L>;
/** What of it an event tells that tells what was said. */
type Said<F extends Fields, L extends object, M> = {
  readonly [K in Exclude<keyof F | keyof M, typeof REASON>]: K extends keyof L
    ? L[K]
    : K extends keyof F
      ? DataOf<F>[K]
      : string;
};
/** The field that says why: it is kept beside the event. */
const REASON = "reason";

/** A step that says which register numbers its paper has that number when it tells its events. */
type Drawn<N> = [N] extends [never] ? object : { readonly drawn: DecisionNumber };

interface BeginningDeclaration<
  F extends Fields,
  L extends object,
  M extends Readonly<Record<string, string>>,
  N extends NumberWanted,
  B extends object,
> extends StepDeclaration<F, L, M> {
  /** The word from which, with the command's id, the record's id follows. */
  readonly begins: string;
  readonly rules?: readonly Policy<AskedToBegin<StepData<F, NoInfer<L>, NoInfer<M>>> & B>[];
  /** What it takes that is unique, or can be taken once only, on any number of nodes. */
  readonly claims?: (asked: { readonly data: DataOf<F> }) => readonly ClaimWanted[];
  /** Which register numbers the paper that it issues. The number is drawn when the rules have let the step pass. */
  readonly numbered?: (asked: AskedToBegin<SaidData<F, M>>) => N;
}

interface LaterDeclaration<
  S extends object,
  F extends Fields,
  L extends object,
  M extends Readonly<Record<string, string>>,
  N extends NumberWanted,
  B extends object,
> extends StepDeclaration<F, L, M> {
  /** The field that names the record, where that is not called as its id. */
  readonly named?: keyof F & string;
  /** The states in which it makes sense; absent: any. */
  readonly from?: readonly StatusOf<S>[];
  /** It is done now, whenever the facts were: a correction of the record. */
  readonly corrects?: true;
  /** It corrects fields of its record or of a part of it, and tells of no other: see ./corrections.ts. */
  readonly ofFields?: true;
  /** It takes back what was entered in error: see ./takeBack.ts. */
  readonly takesBack?: true;
  /** The rules that need nothing filled in: what may be done next is known by them. */
  readonly when?: readonly Policy<Now<S>>[];
  /** Asked in order; the first refusal wins. */
  readonly rules?: readonly Policy<Asked<S, StepData<F, NoInfer<L>, NoInfer<M>>> & B>[];
  /** As of a step that begins a record. */
  readonly claims?: (asked: { readonly state: S; readonly data: DataOf<F> }) => readonly ClaimWanted[];
  readonly numbered?: (asked: Asked<S, SaidData<F, M>>) => N;
}

/** A step that begins a record, or goes on with one that is there, if the caller names it. */
interface BeginningOrLaterDeclaration<
  S extends object,
  F extends Fields,
  L extends object,
  M extends Readonly<Record<string, string>>,
  B extends object,
> extends StepDeclaration<F, L, M> {
  /** As of a step that begins a record. */
  readonly begins: string;
  /** The field in which the caller may name the record that is there. */
  readonly named: keyof F & string;
  /** The states of that record in which it makes sense; absent: any. */
  readonly from?: readonly StatusOf<S>[];
  readonly rules?: readonly Policy<Asked<S | None, StepData<F, NoInfer<L>, NoInfer<M>>> & B>[];
}

/** A step of a record that is there, with what each of its events tells. */
export interface LaterStep<
  S extends object,
  E extends DomainEvent,
  Id extends string,
  F extends Fields,
  L extends object,
  M extends Readonly<Record<string, string>>,
  N extends NumberWanted,
  B extends object,
> extends LaterDeclaration<S, F, L, M, N, B> {
  readonly tells: Tells<Asked<S, StepData<F, NoInfer<L>, NoInfer<M>> & Drawn<N>> & B, E, Id>;
}

/**
 * Helpers that know the record's state and events, so that each step's own types follow from its fields. `B`: what its
 * rules may look at beside the record.
 */
export const stepsOf = <S extends object, E extends DomainEvent, Id extends string, B extends object = object>() => ({
  begin: <
    const F extends Fields,
    L extends object = object,
    const M extends Readonly<Record<string, string>> = Record<never, string>,
    N extends NumberWanted = never,
    K extends E["type"] = never,
  >(
    step: BeginningDeclaration<F, L, M, N, B> &
      Outcome<AskedToBegin<StepData<F, NoInfer<L>, NoInfer<M>> & Drawn<N>> & B, E, Id, Said<F, L, M>, K>,
  ): BeginningDeclaration<F, L, M, N, B> & Telling => telling(step),
  beginOrGoOn: <
    const F extends Fields,
    L extends object = object,
    const M extends Readonly<Record<string, string>> = Record<never, string>,
    K extends E["type"] = never,
  >(
    step: BeginningOrLaterDeclaration<S, F, L, M, B> &
      Outcome<Asked<S | None, StepData<F, NoInfer<L>, NoInfer<M>>> & B, E, Id, Omit<Said<F, L, M>, Id>, K> &
      ([K] extends [never] ? object : { readonly named: Id }),
  ): BeginningOrLaterDeclaration<S, F, L, M, B> & Telling => telling(step),
  step: <
    const F extends Fields,
    L extends object = object,
    const M extends Readonly<Record<string, string>> = Record<never, string>,
    N extends NumberWanted = never,
    K extends E["type"] = never,
  >(
    step: LaterDeclaration<S, F, L, M, N, B> &
      Outcome<Asked<S, StepData<F, NoInfer<L>, NoInfer<M>> & Drawn<N>> & B, E, Id, Said<F, L, M>, K>,
  ): LaterDeclaration<S, F, L, M, N, B> & Telling => telling(step),
  ...mendingStepsOf<S, E, Id, B>(),
});

/** What comes of a step, however it was declared. */
type Telling = Pick<AnyStep, "tells">;
type Untold = Omit<AnyStep, "tells"> & {
  readonly tells?: AnyStep["tells"] | undefined;
  readonly event?: string;
  readonly besides?: (asked: never) => object;
};
/** The step as it is carried out: of an event that tells what was said, how that is told. */
function telling<D extends Untold>(declared: D): D & Telling;
function telling({ event, besides, ...step }: Untold): object {
  if (event === undefined) return step;
  /** The record's own id is in every event. */
  const own = step.begins === undefined ? undefined : step.named;
  const names = Object.keys({ ...step.makes, ...step.fields }).filter((name) => name !== REASON && name !== own);
  const tell = (asked: { readonly data: Readonly<Record<string, unknown>> }): object => {
    const told: Record<string, unknown> = {};
    for (const name of names) told[name] = asked.data[name];
    return besides ? Object.assign(told, besides(asked as never)) : told;
  };
  return { ...step, tells: { [event]: tell } };
}

/** The steps that put right what was entered: corrected, void, or taken back. The fact itself is as it was. */
const mendingStepsOf = <S extends object, E extends DomainEvent, Id extends string, B extends object>() => ({
  /** The step that corrects what was entered wrongly: of these fields those that are said, each if it differs. */
  correction: <
    const F extends Fields,
    K extends E["type"],
    L extends object = object,
    const N extends Fields = NoFields,
  >({
    event,
    reason,
    note,
    names,
    fields,
    wanted,
    recorded,
    follows,
    told,
    rules = [],
    ...more
  }: CorrectionStep<S, E, Id, F, K, L, N, B> & WantedWhereOther<F, ChangesIn<E, K, F>> & ToldWhereOther<E, K>) => {
    const changes = (asked: Asked<S, object>) => changesOf({ fields, wanted, recorded, follows }, asked);
    const holds = (asked: Asked<S, object>): Refusal | undefined => {
      const known = { ...asked, changes: changes(asked) };
      return firstRefusal(rules as readonly Policy<Asked<S, object>>[], known) ?? changesSomething(known.changes);
    };
    return {
      does: CORRECT,
      note: note === undefined ? STAYS : `${STAYS} ${note}`,
      corrects: true,
      ofFields: true,
      fields: correctionFields(fields, reason, names),
      ...more,
      rules: [holds],
      tells: {
        [event](asked: Asked<S, object>) {
          const known = { changes: changes(asked) };
          return told ? told({ ...asked, ...known } as never) : known;
        },
      },
    } as unknown as LaterStep<S, E, Id, CorrectionFields<F, N>, L, Record<never, string>, never, B>;
  },
  /** The step that voids a whole record: it was entered in error. */
  voiding: <L extends object = object>({ event, reason, note, ...more }: VoidingStep<S, E, Id, L, B>) =>
    ({
      does: VOID,
      note: note === undefined ? VOIDED_NOTE : `${VOIDED_NOTE} ${note}`,
      corrects: true,
      fields: correctionFields({}, reason),
      ...more,
      tells: { [event]: () => ({}) },
    }) as unknown as LaterStep<S, E, Id, CorrectionFields<NoFields>, L, Record<never, string>, never, B>,
  /** The step that takes back what was entered in error. Its rules know what is taken, and the record without it. */
  takeBack: <L extends object = object>({ naming, event, ...more }: TakeBackStep<S, E, L, B>) =>
    ({
      does: TAKE_BACK,
      note: TAKE_BACK_NOTE,
      corrects: true,
      takesBack: true,
      fields: takeBackFields(naming),
      ...more,
      tells: { [event]: ({ data }: { readonly data: TakingBack }) => data.told },
    }) as unknown as LaterStep<
      S,
      E,
      Id,
      TakeBackFields,
      L & { readonly story: Story },
      Record<never, string>,
      never,
      B
    >,
});

/** What a step may say beside its fields that corrects or voids a record. `A`: what its rules know. */
interface MendingStep<S extends object, F extends Fields, L extends object, A> extends Pick<
  StepDeclaration<Fields, L, Record<never, string>>,
  "note" | "may" | "looked"
> {
  /** What is done, where that is called otherwise. */
  readonly does?: Bilingual;
  /** Where it may name somebody, or be of another length. */
  readonly reason?: Field<string>;
  readonly from?: readonly StatusOf<S>[];
  readonly when?: readonly Policy<Now<S>>[];
  readonly rules?: readonly Policy<A>[];
  readonly claims?: (asked: { readonly state: S; readonly data: DataOf<F> }) => readonly ClaimWanted[];
}
type AskedToCorrect<S, F extends Fields, L extends object, N extends Fields, B> = Asked<
  S,
  StepData<CorrectionFields<F, N>, NoInfer<L>, Record<never, string>>
> &
  B;

/** What is changed, as its event tells it, or else as it was said. */
type ChangesIn<E extends DomainEvent, K extends string, F extends Fields> =
  DataIn<E, K> extends { readonly changes: infer C } ? C : CorrectionOf<F>;

interface CorrectionStep<
  S extends object,
  E extends DomainEvent,
  Id extends string,
  F extends Fields,
  K extends string,
  L extends object,
  N extends Fields,
  B extends object,
> extends MendingStep<
  S,
  CorrectionFields<F, N>,
  L,
  AskedToCorrect<S, F, L, N, B> & { readonly changes: ChangesIn<E, NoInfer<K>, F> }
> {
  /** The event that comes of it. */
  readonly event: K;
  /** What says which part of the record is corrected, where it is one of several. */
  readonly names?: N;
  /** What may be corrected. Each may be left out. */
  readonly fields: F;
  /** Each change as it is to be told, where that is not the field as it was said. */
  readonly wanted?: (
    asked: AskedToCorrect<S, F, L, N, B> & { readonly said: CorrectionSaid<F> },
  ) => Wanted<ChangesIn<E, NoInfer<K>, F>, F>;
  /** What is recorded under the names of the changes, where that is not the record itself. */
  readonly recorded?: (
    state: S,
    asked: AskedToCorrect<S, F, L, N, B>,
  ) => { readonly [C in keyof ChangesIn<E, NoInfer<K>, F>]?: unknown };
  /** What is told with the changes, as it follows from them. */
  readonly follows?: (
    asked: AskedToCorrect<S, F, L, N, B> & { readonly changes: ChangesIn<E, NoInfer<K>, F> },
  ) => Partial<ChangesIn<E, NoInfer<K>, F>>;
  /** What the event tells, where that is not simply its `changes`. */
  readonly told?: (
    asked: AskedToCorrect<S, F, L, N, B> & { readonly changes: ChangesIn<E, NoInfer<K>, F> },
  ) => Omit<DataIn<E, NoInfer<K>>, Id>;
}
/** An event that tells its changes in another shape is told by the step. */
type ToldWhereOther<E extends DomainEvent, K extends string> =
  DataIn<E, K> extends { readonly changes: object } ? object : { readonly told: (asked: never) => object };
/** A correction whose fields are not what its event tells says what is wanted. */
type WantedWhereOther<F extends Fields, C> = [keyof F, CorrectionOf<F>] extends [keyof C, Wanted<C>]
  ? object
  : { readonly wanted: (asked: never) => object };

interface VoidingStep<
  S extends object,
  E extends DomainEvent,
  Id extends string,
  L extends object,
  B extends object,
> extends MendingStep<S, CorrectionFields<NoFields>, L, AskedToCorrect<S, NoFields, L, NoFields, B>> {
  /** The event that comes of it, which tells nothing more. */
  readonly event: {
    [K in E["type"]]: object extends Omit<DataIn<E, K>, Id> ? K : never;
  }[E["type"]];
}

const TAKE_BACK_NOTE =
  "What it told is in no figure and no list any more; the history shows both. Refused where later entries rest on it.";
type TakeBackFields = ReturnType<typeof takeBackFields>;
type TakeBackData<S extends object, E extends DomainEvent, L> = DataOf<TakeBackFields> & NoInfer<L> & TakingBack<S, E>;

interface TakeBackStep<S extends object, E extends DomainEvent, L extends object, B extends object> extends Pick<
  StepDeclaration<Fields, object, Record<never, string>>,
  "note" | "may"
> {
  /** Whom the reason may name. */
  readonly naming: Naming;
  /** The event that comes of it. */
  readonly event: E["type"];
  readonly looked?: (L & { readonly story: Story }) | undefined;
  readonly when?: readonly Policy<Now<S>>[];
  readonly rules?: readonly Policy<Asked<S, TakeBackData<S, E, L>> & B>[];
  readonly claims?: (asked: { readonly state: S; readonly data: DataOf<TakeBackFields> }) => readonly ClaimWanted[];
}

/** A step that names one of a list makes sense where there are some. */
export const hasSome =
  <K extends string>(list: K, refusal: (path: readonly string[]) => Refusal, field: string) =>
  ({ state }: { readonly state: { readonly [N in K]: readonly unknown[] } }): Refusal | undefined =>
    state[list].length === 0 ? refusal([field]) : undefined;

/** For the compiler only: the type of what a step looks up. */
export const looked = <L extends object>(): L | undefined => undefined;

/** A step of whatever record, its own types set aside. */
export interface AnyStep extends StepDeclaration<Fields, object, Readonly<Record<string, string>>> {
  readonly begins?: string;
  readonly named?: string;
  readonly from?: readonly string[];
  readonly corrects?: true;
  readonly ofFields?: true;
  readonly takesBack?: true;
  readonly when?: readonly Policy<never>[];
  readonly rules?: readonly Policy<never>[];
  readonly claims?: (asked: never) => readonly ClaimWanted[];
  readonly numbered?: (asked: never) => NumberWanted;
  readonly tells: Readonly<Record<string, ((asked: never) => object | undefined) | undefined>>;
}
export type Steps = Readonly<Record<string, AnyStep>>;

/** The record that a command is about: one that it begins, or the one that it names in a field. */
export const aboutOf = (
  { begins, named }: AnyStep,
  id: string,
  said: Readonly<Record<string, unknown>>,
): { readonly begins: string } | { readonly field: string } =>
  begins !== undefined && (named === undefined || (said[named] ?? null) === null) ? { begins } : { field: named ?? id };

/** What a step says and knows besides the record's id: what its rules are asked about. */
export type DataOfStep<T> =
  T extends StepDeclaration<infer F, infer L, infer M> ? StepData<F, Exclude<L, undefined>, M> : never;
/** Of a step that issues a paper: its number, null until all else is in order and it has been drawn. */
type NumberOf<T> = T extends { readonly numbered?: (asked: never) => infer N }
  ? [N] extends [never]
    ? object
    : { readonly drawn: DecisionNumber | null }
  : object;
/** The mutation of the API that carries out a step. */
export const mutationOf = (name: string, step: Pick<AnyStep, "mutation">): string => step.mutation ?? uncapital(name);

/**
 * The field in which it names the one part of a record that it is about, as the promise that is kept; undefined: it is about
 * the whole of it, or about several. What a step takes back is an entry of the record's history, which is no part of it.
 */
export function partFieldOf({ fields, takesBack }: Pick<AnyStep, "fields" | "takesBack">): string | undefined {
  const named = Object.keys(fields).filter((name) => fields[name]?.shape === "id" && !fields[name].optional);
  return takesBack === undefined && named.length === 1 ? named[0] : undefined;
}

/** The commands of a table of steps, as the decider takes them. */
export type CommandsOf<R extends Steps, Id extends string> = {
  [K in keyof R & string]: Command<K, { readonly [I in Id]: string } & DataOfStep<R[K]> & NumberOf<R[K]>>;
}[keyof R & string];

// Records -----------------------------------------------------------------------------------------------------------
