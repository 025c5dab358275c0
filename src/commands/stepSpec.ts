import type { DomainEvent } from "../domain/kernel/decider.js";
import { type DataOf, hasDefaults, recordsNamedIn, saidBesidesDefaults, saidIn } from "../domain/kernel/fields.js";
import { isNone, NONE, type None } from "../domain/kernel/history.js";
import type { RecordType } from "../domain/kernel/record.js";
import { aboutOf, type AnyStep, type Steps } from "../domain/kernel/steps.js";
import { type Finder, finderIn, refusalIn } from "./finder.js";
import type { Aggregate, AnySpec, CommandInput, ResolveContext } from "./spec.js";

/*
 * From a declared step to what the bus carries out: what was said, what it makes, and what is looked up for it become
 * the command's data. Objects are put together by `Object.assign`: every command passes here, and V8 takes many times
 * as long for fields that come after a leading spread.
 */

type LookedUpBy<T> = T extends { readonly looked?: infer L } ? Exclude<L, undefined> : never;
type MadeBy<T> = T extends { readonly makes?: infer M }
  ? { readonly [K in keyof Exclude<M, undefined>]: string }
  : object;
type SaidIn<T extends AnyStep> = DataOf<T["fields"]> & MadeBy<T>;
type StateOf<S, T extends AnyStep> = T extends { readonly named: string }
  ? S | None
  : T extends { readonly begins: string }
    ? None
    : S;

/** What is known when a step's references are looked up. */
export interface LookupContext<S = unknown> extends ResolveContext<S> {
  readonly id: string;
  /** Finds the records that the step names, or refuses. */
  readonly the: Finder;
}

/** How what a step needs to know of other records and of the law is found: ids become facts, or it ends by `Refused`. */
type Lookup<S, T extends AnyStep> = (said: SaidIn<T>, context: LookupContext<StateOf<S, T>>) => LookedUpBy<T>;

/** One for each step that declares what is looked up for it, beside the story of its record, and for no other. */
export type LookupsOf<Type> =
  Type extends RecordType<infer S, DomainEvent, infer R, string, infer _InStream>
    ? { readonly [K in keyof R as Exclude<keyof LookedUpBy<R[K]>, "story"> extends never ? never : K]: Lookup<S, R[K]> }
    : never;

/** A step as the API offers it. */
export interface StepSpec {
  readonly name: string;
  readonly step: AnyStep;
  readonly spec: AnySpec;
}

type AnyLookup = (said: never, context: never) => object;
/** As much of a record as its steps need to be carried out. */
type Own = Pick<
  RecordType<object, DomainEvent, Steps, string, unknown>,
  "id" | "may" | "refusals" | "register" | "recordIn" | "nextSteps"
>;

/** The steps of a record, ready for the bus. */
export function specsOf<S extends object, E extends DomainEvent, R extends Steps, Id extends string, InStream>(
  record: RecordType<S, E, R, Id, InStream>,
  lookups: LookupsOf<RecordType<S, E, R, Id, InStream>>,
): readonly StepSpec[] {
  const { category, decider, revisionIn, leansOn } = record;
  const aggregate: Aggregate<unknown> = {
    category,
    decider: decider as never,
    ...(revisionIn && { revisionOf: (state, id) => revisionIn(state as InStream, id) }),
    leansOn: (state) => (isNone(state as object) ? [] : (leansOn?.(state as S) ?? [])),
  };
  return Object.entries<AnyStep>(record.steps).map(([name, step]) => {
    const own = (lookups as Readonly<Partial<Record<string, AnyLookup>>>)[name];
    const lookup = own ?? (step.takesBack ? onItsStory : undefined);
    return { name, step, spec: specOf(name, step, record, lookup, aggregate) };
  });
}

function specOf(
  name: string,
  step: AnyStep,
  record: Own,
  lookup: AnyLookup | undefined,
  aggregate: Aggregate<unknown>,
): AnySpec {
  const { claims, numbered } = step;
  const about = (input: CommandInput) => aboutOf(step, record.id, input as unknown as Record<string, unknown>);
  const idOf = (input: CommandInput, newId: NewId): string => {
    const which = about(input);
    return "field" in which ? idIn(input, which.field) : newId(which.begins);
  };
  const recordIn = (stream: unknown, input: CommandInput): object => {
    const which = about(input);
    return "field" in which ? record.recordIn(stream, idIn(input, which.field)) : NONE;
  };
  return {
    ...aboutWhich(step, record.id),
    type: name,
    hashedAs: step.type ?? name,
    may: step.may ?? record.may,
    ...(step.takesBack && { takesBack: step.takesBack }),
    aggregate,
    ...(record.register === undefined ? {} : { streamKey: record.register }),
    leansOn: (input) => recordsNamedIn(step.fields, input as unknown as Record<string, unknown>),
    ...(claims && {
      claims(input, stream) {
        const state = recordIn(stream, input);
        const isMissing = "field" in about(input) && isNone(state);
        return isMissing ? [] : claims({ state, data: saidBy(step, input) } as never);
      },
    }),
    ...(numbered && {
      numbered: (input, { state, meta, newId }) =>
        numbered({
          state: recordIn(state, input),
          meta,
          id: idOf(input, newId),
          data: knownOf(step, input, newId),
        } as never),
    }),
    resolve(input, context) {
      const { story, facts, law, meta, newId, number } = context;
      const which = about(input);
      const state = recordIn(context.state, input);
      if ("field" in which && isNone(state)) return { refusal: record.refusals.notFound([which.field]) };
      const id = idOf(input, newId);
      const data = Object.assign({ [record.id]: id }, knownOf(step, input, newId), numbered && { drawn: number });
      if (!lookup) return { data };
      const known: LookupContext = { state, id, story, facts, the: finderIn(facts), law, meta, newId, number };
      try {
        return { data: Object.assign(data, lookup(data as never, known as never)) };
      } catch (error) {
        const refusal = refusalIn(error);
        // Where the record does not allow the step, what it names besides matters to nobody.
        const forbidden = isNone(state) ? [] : record.nextSteps(state, meta).filter((next) => next.name === name);
        return { refusal: forbidden[0]?.refusal ?? refusal };
      }
    },
    ...(hasDefaults(step.fields) && {
      said: (input) => saidBesidesDefaults(step.fields, input as unknown as Record<string, unknown>),
    }),
    meantEmpty: Object.keys(step.fields).filter((key) => step.fields[key]?.meantEmpty),
  };
}

/** What was entered in error is looked for in the story of its record. */
const onItsStory: AnyLookup = (_said: never, { story }: Pick<ResolveContext, "story">) => ({ story });

type NewId = ResolveContext["newId"];

const saidBy = ({ fields }: AnyStep, input: CommandInput): Readonly<Record<string, unknown>> =>
  saidIn(fields, input as unknown as Record<string, unknown>);

/** What was said, with the ids of what the step makes. */
const knownOf = (step: AnyStep, input: CommandInput, newId: NewId): object =>
  Object.assign(saidBy(step, input), madeBy(step, newId));

const madeBy = ({ makes = {} }: AnyStep, newId: NewId): object =>
  Object.fromEntries(Object.entries(makes).map(([key, word]) => [key, newId(word)]));

function aboutWhich({ begins, named }: AnyStep, id: string): Pick<AnySpec, "begins" | "entityId"> {
  if (begins === undefined) return { entityId: (input) => idIn(input, named ?? id) };
  return named === undefined ? { begins } : { begins, entityId: (input) => maybeIdIn(input, named) };
}

const idIn = (input: CommandInput, key: string): string => String((input as unknown as Record<string, unknown>)[key]);
const maybeIdIn = (input: CommandInput, key: string): string | null =>
  ((input as unknown as Record<string, unknown>)[key] ?? null) === null ? null : idIn(input, key);
