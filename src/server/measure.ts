import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { DEFAULT_PAGE } from "../graphql/shared/connection.js";
import { LINES_COST } from "../graphql/figures/question.js";
import { LOOKS_FAR } from "../graphql/shared/looksFar.js";

/** A size that a variable tells, which is known with the request only. */
interface SizeOfVariable {
  readonly variable: string;
  readonly byDefault: number | undefined;
}
type Size = number | SizeOfVariable;

/** How often something is answered: a number, or the largest of the sizes asked for. */
export type Times = number | { readonly any: readonly Size[]; readonly otherwise: number };

/** Fields that are answered together `times` times: `own` of them here, more below. */
export interface CostNode {
  readonly times: Times;
  own: number;
  readonly below: CostNode[];
}

/** What one operation asks for, with every fragment put in its place. */
export interface Measure {
  depth: number;
  aliases: number;
  directives: number;
  selections: number;
  introspects: boolean;
  /** Fields besides those that ask what the API is. */
  fields: number;
  /** A field whose answer may rest on any number of entries, however short it is. */
  looksFar: string | undefined;
  readonly cost: CostNode;
}

/** A list that takes no length, and whose field gives none as its `complexity`, is taken to have so many entries. */
const LIST_LENGTH_GUESS = 5;
/** The schema as a whole has some ten thousand values; nobody needs it twice in one answer. */
const SCHEMA_COST = 10_001;
const TYPE_COST = 500;

/**
 * Measures an operation. One walk serves all limits; it ends early once `maxSelections` is passed, so that fragments
 * that spread each other cannot make it long. Unknown fields and types are passed over: validation tells them.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  maxSelections: number,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const walk = new Walk(schema, fragments, maxSelections);
  walk.operation(operation);
  return walk.result;
}

/** The operation's cost with these variables: about the number of values in its answer. */
export function costOf({ cost }: Measure, variables: Readonly<Record<string, unknown>>): number {
  const sum = ({ times, own, below }: CostNode): number =>
    timesOf(times, variables) * below.reduce((total, node) => total + sum(node), own);
  return sum(cost);
}

/** The largest size that is asked for: a caller who gives two is not believed the smaller. */
function timesOf(times: Times, variables: Readonly<Record<string, unknown>>): number {
  if (typeof times === "number") return times;
  const sizes = times.any.flatMap((size) => (typeof size === "number" ? size : (given(size, variables) ?? [])));
  return sizes.length === 0 ? times.otherwise : Math.max(...sizes);
}

function given(
  { variable, byDefault }: SizeOfVariable,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  const value = variables[variable];
  if (value === undefined) return byDefault;
  if (Array.isArray(value)) return value.length;
  return typeof value === "number" && value >= 0 ? value : undefined;
}

class Walk {
  readonly result: Measure = {
    depth: 0,
    aliases: 0,
    directives: 0,
    selections: 0,
    introspects: false,
    fields: 0,
    looksFar: undefined,
    cost: { times: 1, own: 0, below: [] },
  };
  /** Fragments being walked: a fragment that contains itself is told by validation. */
  private readonly open = new Set<string>();
  private defaults: Defaults = new Map();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly maxSelections: number,
  ) {}

  operation(operation: OperationDefinitionNode): void {
    this.defaults = defaultsOf(operation);
    this.result.directives += operation.directives?.length ?? 0;
    for (const definition of operation.variableDefinitions ?? []) {
      this.result.directives += definition.directives?.length ?? 0;
    }
    const root = this.schema.getRootType(operation.operation);
    this.selectionSet(operation.selectionSet, {
      typeName: root?.name,
      depth: 1,
      page: undefined,
      cost: this.result.cost,
    });
  }

  private selectionSet(set: SelectionSetNode, place: Place): void {
    for (const selection of set.selections) this.selection(selection, place);
  }

  private selection(selection: SelectionNode, place: Place): void {
    const { result } = this;
    if (++result.selections > this.maxSelections) return;
    result.directives += selection.directives?.length ?? 0;
    switch (selection.kind) {
      case Kind.FIELD:
        return this.field(selection, place);
      case Kind.INLINE_FRAGMENT:
        return this.selectionSet(selection.selectionSet, {
          ...place,
          typeName: selection.typeCondition?.name.value ?? place.typeName,
        });
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        const fragment = this.fragments.get(name);
        if (!fragment || this.open.has(name)) return;
        this.open.add(name);
        this.selectionSet(fragment.selectionSet, { ...place, typeName: fragment.typeCondition.name.value });
        this.open.delete(name);
      }
    }
  }

  private field(node: FieldNode, place: Place): void {
    const { result } = this;
    const name = node.name.value;
    if (node.alias) result.aliases += 1;
    place.cost.own += 1;
    if (name === "__schema" || name === "__type") {
      // Its depth is bounded by a rule of graphql-js; the usual introspection query is deeper than ours may be.
      result.introspects = true;
      place.cost.own += name === "__schema" ? SCHEMA_COST : TYPE_COST;
      return;
    }
    if (name !== "__typename") result.fields += 1;
    result.depth = Math.max(result.depth, place.depth);
    const field = this.fieldOf(place.typeName, name);
    if (field && LOOKS_FAR in field.extensions) result.looksFar ??= name;
    if (!node.selectionSet) return;
    const page = field && pageOf(node, field, this.defaults);
    const list = field !== undefined && isList(field.type);
    // A field that is no list may state a price of its own: what it has to look at, however little it shows.
    if (field && !list) place.cost.own += statedBy(field) ?? 0;
    const cost: CostNode = { times: list ? (page ?? place.page ?? guessOf(field)) : 1, own: 0, below: [] };
    place.cost.below.push(cost);
    this.selectionSet(node.selectionSet, {
      typeName: field && getNamedType(field.type).name,
      depth: place.depth + 1,
      // A connection hands its page size down to its `edges` and `nodes`.
      page: list ? undefined : page,
      cost,
    });
  }

  private fieldOf(typeName: string | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
    const type = typeName === undefined ? undefined : this.schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }
}

interface Place {
  readonly typeName: string | undefined;
  readonly depth: number;
  readonly page: Times | undefined;
  readonly cost: CostNode;
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

const guessOf = (field: GraphQLField<unknown, unknown>): number => statedBy(field) ?? LIST_LENGTH_GUESS;

function statedBy(field: GraphQLField<unknown, unknown>): number | undefined {
  const stated = field.extensions["complexity"];
  return typeof stated === "number" ? stated : undefined;
}

/** How many entries the arguments ask for; undefined for a field that cannot be told. */
function pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>, defaults: Defaults): Times | undefined {
  if (field.args.some((arg) => arg.name === "groupBy")) return linesOf(node);
  const names = ["first", "last", "ids"].filter((name) => field.args.some((arg) => arg.name === name));
  if (names.length === 0) return undefined;
  const asked = (node.arguments ?? []).filter((argument) => names.includes(argument.name.value));
  return { any: asked.flatMap(({ value }) => sizeOf(value, defaults) ?? []), otherwise: DEFAULT_PAGE };
}

/** A table of figures has one line when the document itself says that nothing tells lines apart. */
function linesOf(node: FieldNode): number {
  const groupBy = node.arguments?.find((argument) => argument.name.value === "groupBy")?.value;
  const isNone = groupBy === undefined || (groupBy.kind === Kind.LIST && groupBy.values.length === 0);
  return isNone ? 1 : LINES_COST;
}

function sizeOf(value: ValueNode, defaults: Defaults): Size | undefined {
  if (value.kind === Kind.INT) return Math.max(0, Number(value.value));
  if (value.kind === Kind.LIST) return value.values.length;
  if (value.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  return { variable: name, byDefault: defaults.get(name) };
}

/** What variables stand for that are not given: their defaults, as sizes. */
type Defaults = ReadonlyMap<string, number>;

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Defaults {
  const sizes = variableDefinitions.map(({ variable, defaultValue }) => {
    const size = defaultValue && sizeOf(defaultValue, new Map());
    return [variable.name.value, typeof size === "number" ? size : undefined] as const;
  });
  return new Map(sizes.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
}
