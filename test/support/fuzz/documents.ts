import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import type { Dice } from "./dice.js";
import type { Values } from "./values.js";

export type Operation = "query" | "mutation" | "subscription";

export interface MadeRequest {
  readonly operation: Operation;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
  /** The variables that say after which cursor a page begins; the answer tells where it ends. */
  readonly pages: readonly string[];
}

const MOST_FIELDS = 60;

/** Makes one document of the schema itself, with its variables. */
export class DocumentMaker {
  private readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private readonly pages: string[] = [];
  /** The share of the document's parts that are broken on purpose: unknown names, wrong places, cut texts. */
  private readonly brokenness: number;
  private left = MOST_FIELDS;
  private made = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
    private readonly values: Values,
    /** The share of documents that are broken. */
    wildness: number,
  ) {
    this.brokenness = dice.chance(wildness) ? dice.of([0.03, 0.3]) : 0;
  }

  make(operation: Operation): MadeRequest {
    const { dice } = this;
    const root = {
      query: this.schema.getQueryType(),
      mutation: this.schema.getMutationType(),
      subscription: this.schema.getSubscriptionType(),
    }[operation];
    if (!root) throw new Error(`The schema has no ${operation}.`);
    const fields = Object.values(root.getFields());
    const count = operation === "query" ? dice.of([1, 1, 1, 2, 3]) : 1;
    const levels = dice.of([2, 3, 4, 5, 7]);
    const selections = Array.from({ length: count }, () => this.field(dice.of(fields), levels, count > 1));
    if (operation === "query" && dice.chance(0.02)) selections.push(dice.of(INTROSPECTIONS));
    const named = dice.chance(0.3);
    const declared = this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
    const head = `${operation} ${named ? "Fuzz" : ""}${declared}`;
    const text = [`${head} { ${selections.join(" ")} }`, ...this.fragments].join("\n");
    const operationName = named ? { operationName: dice.chance(this.brokenness) ? "Other\ud800" : "Fuzz" } : {};
    return {
      operation,
      query: this.perhapsBroken(text),
      variables: this.variables,
      pages: this.pages,
      ...operationName,
    };
  }

  private field(field: GraphQLField<unknown, unknown>, levels: number, aliased = false): string {
    const { dice } = this;
    this.left -= 1;
    const name = dice.chance(this.brokenness / 3) ? `${field.name}x` : field.name;
    const alias = aliased || dice.chance(0.05) ? `a${(this.made += 1)}: ` : "";
    const page = this.pageOf(field);
    const args = this.args(
      page ? field.args.filter(({ name }) => !/^(last|before|after)$/.test(name)) : field.args,
      page,
    );
    const below = this.selection(field.type, levels - 1);
    const end = page && below !== "" ? below.replace(/}$/, `z${(this.made += 1)}: pageInfo { endCursor } }`) : below;
    return `${alias}${name}${args}${this.directives()}${end}`;
  }

  /** The argument by which the same question can be asked again for its next page. */
  private pageOf({ type, args }: GraphQLField<unknown, unknown>): string | undefined {
    const below = getNamedType(type);
    const isPaged = isObjectType(below) && "pageInfo" in below.getFields() && args.some(({ name }) => name === "after");
    if (!isPaged || this.dice.chance(0.5)) return undefined;
    const variable = `p${(this.made += 1)}`;
    this.declared.push(`$${variable}: String`);
    this.pages.push(variable);
    return `after: $${variable}`;
  }

  private args(args: readonly GraphQLArgument[], page?: string): string {
    const { dice } = this;
    const chosen = args.filter((arg) => {
      if (isRequiredArgument(arg)) return !dice.chance(this.brokenness / 3);
      return arg.name === "first" ? dice.chance(0.8) : dice.chance(arg.name === "last" ? 0.05 : 0.3);
    });
    if (dice.chance(this.brokenness / 5)) return `(nothing: 1)`;
    const given = [...chosen.map((arg) => `${arg.name}: ${this.argument(arg)}`), ...(page ? [page] : [])];
    return given.length === 0 ? "" : `(${given.join(", ")})`;
  }

  private argument({ name, type }: GraphQLArgument): string {
    const { dice } = this;
    const value = this.values.valueFor(type, name);
    if (dice.chance(0.5)) return literal(value, type);
    const variable = `v${(this.made += 1)}`;
    const as = dice.chance(this.brokenness / 3)
      ? dice.of(["Int", "String", "[String!]!", "ID", "Nothing"])
      : String(type);
    const byDefault = dice.chance(0.1) && !as.endsWith("!") ? ` = ${literal(value, type)}` : "";
    this.declared.push(`$${variable}: ${as}${byDefault}`);
    if (byDefault === "" || dice.chance(0.5)) this.variables[variable] = value;
    return `$${variable}`;
  }

  private selection(of: GraphQLOutputType, levels: number): string {
    const { dice } = this;
    const type = getNamedType(of);
    if (isLeafType(type)) return dice.chance(this.brokenness / 10) ? " { id }" : "";
    if (dice.chance(this.brokenness / 10)) return "";
    if (isAbstractType(type)) {
      const members = dice.some(this.schema.getPossibleTypes(type), 1.5);
      // Members' fields of one name may differ in type, so most of the time each goes by a name of its own.
      const parts = members.map((member) => this.fragment(member, levels, dice.chance(0.95)));
      // Why a command was refused is counted: a fuzz that looks at one refusal only would be a poor one.
      if (type.name.endsWith("Result")) parts.push(`... on UserError { refusedAs: code }`);
      return ` { __typename ${parts.join(" ")} }`;
    }
    return isObjectType(type) ? ` { ${this.fieldsOf(type, levels, false)} }` : "";
  }

  private fragment(type: GraphQLObjectType, levels: number, aliased: boolean): string {
    const { dice } = this;
    const inside = `{ ${this.fieldsOf(type, levels, aliased)} }`;
    if (dice.chance(0.8)) return `... on ${type.name}${this.directives()} ${inside}`;
    const name = `F${(this.made += 1)}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${inside}`);
    return dice.chance(this.brokenness / 5) ? `...${name}x` : `...${name}`;
  }

  private fieldsOf(type: GraphQLObjectType, levels: number, aliased: boolean): string {
    const { dice } = this;
    const all = Object.values(type.getFields());
    const affordable = all.filter((field) => isLeafType(getNamedType(field.type)) || (levels > 0 && this.left > 0));
    const chosen = dice.some(affordable, dice.of([1, 2, 4, 8]));
    const inside = chosen.map((field) => this.field(field, isListed(field) ? levels - 1 : levels, aliased));
    if (dice.chance(0.05)) inside.push(`... { __typename }`);
    return inside.length === 0 ? "__typename" : inside.join(" ");
  }

  private directives(): string {
    const { dice } = this;
    if (dice.chance(0.97)) return "";
    if (dice.chance(this.brokenness)) return dice.of([" @include(if: $no)", " @nothing", ' @skip(if: "x")']);
    return dice.of([" @include(if: true)", " @skip(if: false)", " @skip(if: true)"]);
  }

  private perhapsBroken(text: string): string {
    const { dice } = this;
    if (!dice.chance(this.brokenness)) return text;
    const at = dice.below(text.length);
    const more = dice.of(["\ud800", "\u0000", "{", "}", '"', '"""', "\\", "...", "@", "$", "#", "🦊", "(", ":"]);
    return dice.chance(0.3) ? text.slice(0, at) : text.slice(0, at) + more + text.slice(at + dice.below(3));
  }
}

const INTROSPECTIONS = [
  "__schema { types { name } }",
  '__type(name: "Visit") { fields { name type { ofType { ofType { ofType { name } } } } } }',
  '__type(name: "\\u0000") { name }',
  "__typename",
];

const isListed = ({ type }: GraphQLField<unknown, unknown>): boolean => isListType(getNullableType(type));

const NAME = /^[_A-Za-z]\w*$/;

/** A value as GraphQL writes it; what JSON alone can say is said by JSON. */
function literal(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type) as GraphQLInputType;
  if (Array.isArray(value)) {
    const inner = isListType(nullable) ? (nullable.ofType as GraphQLInputType) : type;
    return `[${value.map((one) => literal(one, inner)).join(", ")}]`;
  }
  const named = getNamedType(type);
  if (typeof value === "object" && value !== null) {
    const fields = isInputObjectType(named) ? named.getFields() : {};
    const parts = Object.entries(value).map(([key, one]) => `${key}: ${literal(one, fields[key]?.type ?? type)}`);
    return `{${parts.join(", ")}}`;
  }
  if (isEnumType(named) && typeof value === "string" && NAME.test(value)) return value;
  return JSON.stringify(value) ?? "null";
}
