import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Basis } from "../../projections/table/basis.js";
import { type Counted, MAX_COUNTED, type Rows, UnknownRow, type Window } from "../../projections/table/paging.js";
import type { SqlValue } from "../../projections/table/temporal.js";
import { AsOf, BasisType, VALID_AT } from "./asOf.js";
import { decodeCursor, encodeCursor } from "./cursor.js";
import { badInput } from "./faults.js";
import type { Found } from "./found.js";
import { LooksFar } from "./looksFar.js";
import { GraphQLLocalDate } from "./scalars.js";

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

/** The arguments of a list that can also say what was true on a day. */
@ArgsType()
export class DatedListArgs extends ListArgs {
  @Field(() => GraphQLLocalDate, VALID_AT)
  validAt?: string;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
  @Field(() => Boolean)
  hasPreviousPage!: boolean;
  @TextField(NOBODY, { nullable: true })
  startCursor!: string | null;
  @TextField(NOBODY, { nullable: true })
  endCursor!: string | null;
}

/** So many are looked up when those that had begun by a day are counted: each is folded from its own events. */
const MAX_FOUND = 1_000;
/** What has to be looked at for it, however little is shown. */
const COUNTING_COST = 500;

@ObjectType({ description: "How many a list has, all its pages together." })
export class TotalCount {
  @Field(() => Int)
  readonly value: number;
  @Field(() => Boolean, { description: "False: there are so many at least; they were not counted further." })
  readonly isExact: boolean;

  constructor({ value, isExact }: Counted) {
    this.value = value;
    this.isExact = isExact;
  }
}

export interface ConnectionOf<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly basis: BasisType;
  readonly totalCount: TotalCount | Promise<TotalCount>;
}

/** The Relay connection of a node type, as every list of this API returns it. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T> | object,
): ClassType<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @TextField(NOBODY)
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
    @Field(() => TotalCount, {
      description:
        `How many there are on all pages together, counted up to ${MAX_COUNTED} (\`validAt\` a day: among the first ` +
        `${MAX_FOUND} that may have begun by then). Only a query may ask it.`,
      complexity: COUNTING_COST,
    })
    @LooksFar()
    totalCount!: TotalCount | Promise<TotalCount>;
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

/** Reads one page of a list and dresses it as a connection. `list` is what its cursors belong to. */
export function connect<R, T>(
  args: PageArgs,
  basis: Basis,
  list: unknown,
  read: (window: Window) => Rows<R>,
  toNode: (row: R) => T,
): ConnectionOf<T> {
  const page = pageRead(args, basis, list, read);
  return page.with(
    page.rows.map(({ row }) => toNode(row)),
    page.count,
  );
}

/**
 * As `connect`, of rows each of which must be found once more: on a day a row may not have begun, and is left out; so a
 * page may hold fewer than were asked for, and the next one still follows it.
 */
export function connectFound<R, T>(
  args: PageArgs,
  basis: Basis,
  list: unknown,
  read: (window: Window) => Rows<R>,
  toNode: (row: R) => Found<T>,
): ConnectionOf<T> | Promise<ConnectionOf<T>> {
  const page = pageRead(args, basis, list, read);
  const nodes = page.rows.map(({ row }) => toNode(row));
  const count = basis.validAt === undefined ? page.count : () => countFound(read({ limit: MAX_FOUND }), toNode);
  const found = nodes.filter((node): node is T | null => !(node instanceof Promise));
  if (found.length === nodes.length) return page.with(found, count);
  return Promise.all(nodes.map((node) => Promise.resolve(node))).then((all) => page.with(all, count));
}

async function countFound<R>({ rows, more }: Rows<R>, toNode: (row: R) => Found<unknown>): Promise<Counted> {
  let value = 0;
  for (const { row } of rows) if ((await toNode(row)) !== null) value += 1;
  return { value, isExact: !more };
}

/** The rows of a page, and how they become a connection once each has its node, or null for what is left out. */
function pageRead<R>(args: PageArgs, basis: Basis, list: unknown, read: (window: Window) => Rows<R>) {
  // What had begun by another day is another list.
  const binding = basis.validAt === undefined ? list : [list, basis.validAt];
  const window = windowOf(args, binding);
  const { rows, more, count } = readOrFault(read, window);
  const cursorOf = (row: { readonly key: readonly SqlValue[] } | undefined): string | null =>
    row ? encodeCursor(binding, row.key) : null;
  const connected = <T>(nodes: readonly (T | null)[], counts: () => Counted | Promise<Counted>): ConnectionOf<T> => {
    const edges = nodes.flatMap((node, index) =>
      node === null ? [] : [new EdgeOf(node, binding, rows[index]?.key ?? [])],
    );
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      pageInfo: {
        hasNextPage: window.fromEnd ? window.before !== undefined : more,
        hasPreviousPage: window.fromEnd ? more : window.after !== undefined,
        startCursor: cursorOf(rows[0]),
        endCursor: cursorOf(rows.at(-1)),
      },
      basis: new BasisType(basis),
      get totalCount() {
        const found = counts();
        return found instanceof Promise ? found.then((one) => new TotalCount(one)) : new TotalCount(found);
      },
    };
  };
  return { rows, count, with: connected };
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
