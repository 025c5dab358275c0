import { type ClassType, Ctx, Field, getMetadataStorage, ObjectType } from "type-graphql";
import {
  type AnyField,
  type DataOf,
  type Fields,
  type Part,
  referenceIn,
  SUBJECTS,
} from "../../domain/kernel/fields.js";
import type { Basis } from "../../projections/table/basis.js";
import type { LedgerContext } from "../shared/context.js";
import { type Found, present } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { described } from "./describe.js";
import { typeOf } from "./fieldTypes.js";
import { recordAt, shownAs } from "./registry.js";
import { type JudgesNames, NamingField } from "./shown.js";
import { Called } from "./words.js";

/** What the API shows of a record or of its parts, made of declared fields by type-graphql's own decorators. */

/** Something that shows what stands in its fields, at a basis. */
export interface Showing<S = Readonly<Record<string, unknown>>> {
  readonly state: S;
  readonly basis: Basis;
  /** Who may read the texts that name those whom the record is about. Parts have it from what they are parts of. */
  readonly mayReadNames?: JudgesNames["mayReadNames"];
}

/** What shows a part: for a resolver that shows more of it. */
export interface Shows<F extends Fields> {
  readonly shown: Showing<DataOf<F>>;
}
type ShownPart<F extends Fields> = new (shown: Showing<DataOf<F>>) => Shows<F>;

const PARTS = new Map<string, { readonly part: Part; readonly type: ShownPart<Fields> }>();

/**
 * The type that shows a part. Make it where a file is loaded, not in a decorator's function: type-graphql looks for all
 * types at once. A part that is filled in as well is shown under its name without `Input`.
 */
export function shownPart<const F extends Fields>(part: Part<F>): ShownPart<F>;
export function shownPart(part: Part): ShownPart<Fields> {
  const name = part.name.replace(/Input$/, "");
  const known = PARTS.get(name);
  if (known && known.part !== part) throw new Error(`There are two parts called ${name}.`);
  if (known) return known.type;
  const type = {
    [name]: class {
      constructor(readonly shown: Showing<DataOf<Fields>>) {}

      get mayReadNames(): JudgesNames["mayReadNames"] {
        return this.shown.mayReadNames;
      }
    },
  }[name] as ShownPart<Fields>;
  PARTS.set(name, { part, type });
  ObjectType(part.note === undefined ? {} : { description: part.note })(type);
  showFields(type, part.fields, ({ shown }) => shown as Showing);
  return type;
}

/**
 * Gives the type of a record a field for each of those that its state is declared by. They come before those that the type
 * has of its own: in this order the page shows them.
 */
export function showState<const F extends Fields>(
  type: abstract new (...args: never[]) => Showing<DataOf<F>>,
  fields: F,
): void;
export function showState(type: abstract new (...args: never[]) => Showing, fields: Fields): void {
  const all = getMetadataStorage().fields;
  const before = all.length;
  showFields(type, fields, (shown) => shown);
  const own = all.findIndex(({ target }) => target === type);
  all.splice(own, 0, ...all.splice(before));
}

/** Gives the type a field for each of the declared ones; a reference shows the record that it names. */
export function showFields<T extends object>(
  type: abstract new (...args: never[]) => T,
  fields: Fields,
  shownOf: (shown: T) => Showing,
): void {
  const target = type.prototype as object;
  for (const [key, field] of Object.entries(fields)) {
    if (isReference(field)) linkField(target, key, field, shownOf);
    else valueField(target, key, field, shownOf);
  }
}

type Reference = Extract<AnyField, { readonly shape: "ref" | "refs" | "records" }>;
const isReference = (field: AnyField): field is Reference =>
  field.shape === "ref" || field.shape === "refs" || field.shape === "records";

function linkField<T>(target: object, key: string, field: Reference, shownOf: (shown: T) => Showing): void {
  const isList = field.shape !== "ref";
  const name = nameOfLink(field, key);
  const method = function (this: T, context: LedgerContext): Found<Node> | Node[] | Promise<Node[]> {
    const { state, basis } = shownOf(this);
    const find = (id: string): Found<Node> => {
      const { kind, id: ref } = field.shape === "records" ? (referenceIn(id) ?? NOWHERE) : { kind: field.to, id };
      return kind === null ? null : recordAt(context, kind, ref, basis);
    };
    if (isList) return present((state[key] as readonly string[]).map(find));
    const id = state[key] as string | null;
    return id === null ? null : find(id);
  };
  Object.defineProperty(target, name, { value: method, writable: true, configurable: true });
  Ctx()(target, name, 0);
  const type = (): ClassType => (field.shape === "records" ? (Node as unknown as ClassType) : shownAs(field.to).type);
  const description = described(field.words, field.note);
  const descriptor = Object.getOwnPropertyDescriptor(target, name) as PropertyDescriptor;
  const options = isList ? { description } : { description, nullable: true };
  Field(() => (isList ? [type()] : type()) as never, options)(target, name, descriptor);
  Called(field.words)(target, name);
}

/** `unitIds` is shown as `units`, `evidenceIds` as `evidence`: records of any kind are no plural of one. */
function nameOfLink({ shape, shown }: Reference, key: string): string {
  return shown ?? key.replace(/Ids?$/, shape === "refs" ? "s" : "");
}

const NOWHERE = { kind: null, id: "" };

type Value = Exclude<AnyField, Reference>;

function valueField<T>(target: object, key: string, field: Value, shownOf: (shown: T) => Showing): void {
  const name = field.shown ?? key;
  const get = function (this: T): unknown {
    const shown = shownOf(this);
    return shownValue(field, shown.state[key], shown);
  };
  // Whose name it is, and so who reads it, a resolver of the part says: without one nobody reads it.
  const { names } = field;
  if (names !== SUBJECTS) Object.defineProperty(target, name, { get, configurable: true });
  const options = { description: described(field.words, field.note), nullable: field.optional ?? false };
  const type = typeOf(field, shownPart);
  (names ? NamingField(names, () => type, options) : Field(() => type as never, options))(target, name);
  Called(field.words)(target, name);
}

function shownValue(field: Value, value: unknown, { basis, mayReadNames }: Showing): unknown {
  if (value === null || value === undefined) return null;
  const shown = (part: Part, state: unknown): object =>
    new (shownPart(part))({ state: state as DataOf<Fields>, basis, mayReadNames });
  switch (field.shape) {
    case "moment":
      return new Date(value as string);
    case "one":
      return shown(field.part, value);
    case "many":
      return (value as readonly unknown[]).map((one) => shown(field.part, one));
    default:
      return value;
  }
}
