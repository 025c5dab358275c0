import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import type { Basis } from "../../projections/basis.js";
import { type Rows, UnknownRow, type Window } from "../../projections/paging.js";
import type { SqlValue } from "../../projections/temporal.js";
import { AsOf, BasisType } from "./asOf.js";
import { decodeCursor, encodeCursor } from "./cursor.js";
import { badInput } from "./faults.js";

export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 20;

/** The arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start; at most ${MAX_PAGE}, ${DEFAULT_PAGE} if neither is given.`,
  })
  first?: number;
  @Field(() => String, { nullable: true })
  after?: string;
  @Field(() => Int, {
    nullable: true,
    description: `How many from the end; at most ${MAX_PAGE}. Not together with \`first\`.`,
  })
  last?: number;
  @Field(() => String, { nullable: true })
  before?: string;
}

/** The arguments of every list that starts a question: they also say as of when. */
@ArgsType()
export class ListArgs extends PageArgs {
  @Field(() => AsOf, { nullable: true })
  asOf?: AsOf;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
  @Field(() => Boolean)
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true })
  startCursor!: string | null;
  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface ConnectionOf<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly basis: BasisType;
}

/** The Relay connection of a node type, as every list of this API returns it. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T> | object,
): ClassType<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;
    @Field(node as () => ClassType<T>)
    node!: T;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge])
    edges!: Edge[];
    @Field(() => [node() as ClassType<T>], { description: "The nodes of the edges, for those who need no cursors." })
    nodes!: T[];
    @Field(() => PageInfo)
    pageInfo!: PageInfo;
    @Field(() => BasisType, {
      description: "What this answer rests on; give it as `asOf` to page through an unmoving list.",
    })
    basis!: BasisType;
  }
  return Connection;
}

/** An entry of a list. Its cursor takes a hash, so it is made when somebody asks for it. */
class EdgeOf<T> {
  constructor(
    readonly node: T,
    private readonly binding: unknown,
    private readonly key: readonly SqlValue[],
  ) {}

  get cursor(): string {
    return encodeCursor(this.binding, this.key);
  }
}

/** Reads one page of a list and dresses it as a connection. `binding` is what its cursors belong to. */
export function connect<R, T>(
  args: PageArgs,
  basis: Basis,
  binding: unknown,
  read: (window: Window) => Rows<R>,
  toNode: (row: R) => T,
): ConnectionOf<T> {
  const window = windowOf(args, binding);
  const { rows, more } = readOrFault(read, window);
  const edges = rows.map(({ row, key }) => new EdgeOf(toNode(row), binding, key));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: window.fromEnd ? window.before !== undefined : more,
      hasPreviousPage: window.fromEnd ? more : window.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    basis: new BasisType(basis),
  };
}

function readOrFault<R>(read: (window: Window) => Rows<R>, window: Window): Rows<R> {
  try {
    return read(window);
  } catch (error) {
    throw error instanceof UnknownRow ? badInput("The cursor is not one that this ledger gave out.") : error;
  }
}

function windowOf(args: PageArgs, binding: unknown): Window {
  const { first, last, after, before } = args;
  if (first != null && last != null) throw badInput("Give `first` or `last`, not both.");
  for (const [name, count] of Object.entries({ first, last })) {
    if (count != null && (count < 1 || count > MAX_PAGE)) throw badInput(`\`${name}\` must be from 1 to ${MAX_PAGE}.`);
  }
  return {
    limit: first ?? last ?? DEFAULT_PAGE,
    fromEnd: last != null,
    after: after == null ? undefined : decodeCursor(binding, after),
    before: before == null ? undefined : decodeCursor(binding, before),
  };
}
