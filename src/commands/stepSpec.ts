import type { DomainEvent } from "../domain/kernel/decider.js";
import { type DataOf, recordsNamedIn, saidIn } from "../domain/kernel/fields.js";
import { isNone, type None } from "../domain/kernel/history.js";
import { aboutOf, type AnyStep, type RecordType, type Steps } from "../domain/kernel/record.js";
import type { Aggregate, AnySpec, CommandInput, ResolveContext, Resolved } from "./spec.js";

/*
 * From a declared step to what the bus carries out: what was said, what it makes, and what is looked up for it become
 * the command's data.
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
export type LookupContext<S> = Omit<ResolveContext, "state"> & { readonly state: S; readonly id: string };

/** How what a step needs to know of other records and of the law is found: ids become facts, or lead nowhere. */
type Lookup<S, T extends AnyStep> = (said: SaidIn<T>, context: LookupContext<StateOf<S, T>>) => Resolved<LookedUpBy<T>>;

/** One for each step that declares what is looked up for it, and for no other. */
export type LookupsOf<Type> =
  Type extends RecordType<infer S, DomainEvent, infer R>
    ? { readonly [K in keyof R as keyof LookedUpBy<R[K]> extends never ? never : K]: Lookup<S, R[K]> }
    : never;

/** A step as the API offers it. */
export interface StepSpec {
  readonly name: string;
  readonly step: AnyStep;
  readonly spec: AnySpec;
}

type AnyLookup = (said: never, context: never) => Resolved<object>;

/** The steps of a record, ready for the bus. */
export function specsOf<S extends object, E extends DomainEvent, R extends Steps, Id extends string>(
  record: RecordType<S, E, R, Id>,
  lookups: LookupsOf<RecordType<S, E, R, Id>>,
): readonly StepSpec[] {
  const aggregate: Aggregate<unknown> = {
    category: record.category,
    decider: record.decider as never,
    leansOn: (state) => (isNone(state as object) ? [] : (record.leansOn?.(state as S) ?? [])),
  };
  return Object.entries<AnyStep>(record.steps).map(([name, step]) => {
    const lookup = (lookups as Readonly<Partial<Record<string, AnyLookup>>>)[name];
    const made = Object.entries(step.makes ?? {});
    const resolve: AnySpec["resolve"] = (input, context) => {
      const { state, newId } = context;
      const said = saidIn(step.fields, input as unknown as Record<string, unknown>);
      const about = aboutOf(step, record.id, said);
      if ("field" in about && isNone(state as object)) return { refusal: record.refusals.notFound([about.field]) };
      const id = "field" in about ? idIn(input, about.field) : newId(about.begins);
      const makes = Object.fromEntries(made.map(([key, word]) => [key, newId(word)]));
      const data = { [record.id]: id, ...said, ...makes };
      if (!lookup) return { data };
      const found = lookup(data as never, { ...context, id } as never);
      return "refusal" in found ? found : { data: { ...data, ...found.data } };
    };
    const leansOn: AnySpec["leansOn"] = (input) =>
      recordsNamedIn(step.fields, input as unknown as Record<string, unknown>);
    const listsMeant = Object.keys(step.fields).filter((key) => step.fields[key]?.meantEmpty);
    return {
      name,
      step,
      spec: {
        ...aboutWhich(step, record.id),
        type: name,
        hashedAs: step.type ?? name,
        may: step.may ?? record.may,
        aggregate,
        leansOn,
        resolve,
        meantEmpty: (input) => picked(input, listsMeant),
      },
    };
  });
}

function aboutWhich({ begins, named }: AnyStep, id: string): Pick<AnySpec, "begins" | "entityId"> {
  if (begins === undefined) return { entityId: (input) => idIn(input, id) };
  return named === undefined ? { begins } : { begins, entityId: (input) => maybeIdIn(input, named) };
}

const picked = (input: object, keys: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(input).filter(([key]) => keys.includes(key)));

const idIn = (input: CommandInput, key: string): string => String((input as unknown as Record<string, unknown>)[key]);
const maybeIdIn = (input: CommandInput, key: string): string | null =>
  ((input as unknown as Record<string, unknown>)[key] ?? null) === null ? null : idIn(input, key);
