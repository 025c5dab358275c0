import {
  buildSchema,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { StoreUnavailable } from "../../../src/eventstore/contract.js";
import { forbidden, unauthenticated } from "../../../src/graphql/shared/faults.js";
import { UnitId } from "../../../src/graphql/shared/scalars.js";
import type { RequestContext } from "../../../src/server/context.js";

const SDL = `
  scalar UnitId
  enum Kind { NEWSPAPER MAGAZINE }
  input NoteInput { text: String!, count: Int, kind: Kind, unitId: UnitId, tags: [String!] }
  type Item { id: ID!, name: String!, items(first: Int): ItemConnection!, self: Item!, parts: [Item!]! }
  type ItemEdge { cursor: String!, node: Item! }
  type ItemConnection { edges: [ItemEdge!]!, nodes: [Item!]!, total: Int! }
  type Query {
    hello: String!
    me: String
    item: Item!
    items(first: Int, last: Int): ItemConnection!
    note(input: NoteInput!): String!
    count(of: Int!): Int!
    kind(kind: Kind): String
    brokenNullable: String
    broken: String!
    disguised: String
    storeDown: String!
    needsToken: String!
    mayNot: String
    slow(ms: Int!): String!
  }
  type Mutation { write(input: NoteInput!): String! }
  type Subscription { ticks(count: Int): Int!, waits: Int!, flood: String!, failing: Int!, whoAmI: String! }
`;

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

const fail = (error: Error) => (): never => {
  throw error;
};

const item = { id: "1", name: "one" };
const page = { edges: [{ cursor: "c", node: item }], nodes: [item], total: 1 };

/** How often `write` ran, and how many subscriptions wait now. */
export const seen = { writes: 0, waiting: 0 };

async function* ticks(_root: unknown, { count }: { count?: number }): AsyncGenerator<object> {
  for (let tick = 1; tick <= (count ?? 3); tick++) yield { ticks: tick };
}

async function* flood(): AsyncGenerator<object> {
  while (true) yield { flood: "x".repeat(50_000) };
}

async function* failing(): AsyncGenerator<object> {
  yield { failing: 1 };
  throw new Error("connect to db at 10.0.0.1 failed, password=hunter2");
}

/** Waits for ever, and can be left at any time. */
function waits(): AsyncIterableIterator<object> {
  seen.waiting += 1;
  let end: (result: IteratorResult<object>) => void = () => undefined;
  const ended = new Promise<IteratorResult<object>>((resolve) => (end = resolve));
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => ended,
    return: () => {
      seen.waiting -= 1;
      end({ done: true, value: undefined });
      return ended;
    },
  };
}

const QUERIES: Readonly<Record<string, Resolver>> = {
  hello: () => "world",
  me: (_root, _args, { principal }) => principal && `${principal.role} ${principal.subject} ${principal.unitId}`,
  item: () => item,
  items: () => page,
  note: (_root, { input }) => (input as { text: string }).text,
  count: (_root, { of }) => of as number,
  kind: (_root, { kind }) => kind as string,
  brokenNullable: fail(new Error("SELECT * FROM users; db password=hunter2")),
  broken: fail(new Error("SELECT * FROM users; db password=hunter2")),
  disguised: fail(
    new GraphQLError("internal detail hunter2", { extensions: { code: "SOME_OTHER_CODE", secret: "hunter2" } }),
  ),
  storeDown: fail(new StoreUnavailable("disk /var/secret is full", "nothing-written")),
  needsToken: fail(unauthenticated()),
  mayNot: fail(forbidden()),
  slow: (_root, { ms }) => new Promise((resolve) => setTimeout(() => resolve("done"), ms as number)),
};

function resolve(schema: GraphQLSchema, typeName: string, resolvers: Readonly<Record<string, Resolver>>): void {
  const fields = (schema.getType(typeName) as GraphQLObjectType<unknown, RequestContext>).getFields();
  for (const [name, resolver] of Object.entries(resolvers)) fields[name]!.resolve = resolver;
}

/** A schema that can do what the server has to cope with, and nothing else. */
export function tinySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  Object.assign(schema.getType("UnitId")!, { parseValue: UnitId.parseValue, parseLiteral: UnitId.parseLiteral });
  resolve(schema, "Query", QUERIES);
  resolve(schema, "Item", { items: () => page, self: () => item, parts: () => [item] });
  resolve(schema, "Mutation", { write: () => `written ${(seen.writes += 1)}` });
  const subscriptions = schema.getSubscriptionType()!.getFields();
  subscriptions["ticks"]!.subscribe = ticks as Resolver;
  subscriptions["flood"]!.subscribe = flood;
  subscriptions["failing"]!.subscribe = failing;
  subscriptions["waits"]!.subscribe = waits;
  subscriptions["whoAmI"]!.subscribe = async function* (_root, _args, { principal }: RequestContext) {
    yield { whoAmI: principal?.subject ?? "nobody" };
  } as Resolver;
  return schema;
}
