import { getNamedType, type GraphQLSchema, isObjectType, isRequiredArgument } from "graphql";
import { WebSocket } from "ws";
import { loadConfig } from "../../../src/config.js";
import { TIMELINE_KINDS } from "../../../src/domain/kernel/history.js";
import { ROLES } from "../../../src/domain/kernel/actor.js";
import { buildLedgerSchema } from "../../../src/graphql/schema.js";
import { openLedger } from "../../../src/ledger.js";
import { developmentKey } from "../../../src/server/developmentKey.js";
import { startServer } from "../../../src/server/server.js";
import { type Closing, SocketClient } from "../../server/support/sockets.js";
import { StreamClient } from "../../server/support/streams.js";
import { Dice } from "./dice.js";
import { DocumentMaker, type MadeRequest, type Operation } from "./documents.js";
import { Pool } from "./pool.js";
import { Values } from "./values.js";

/** What no request may bring about, of a kind once: told with the first request that did. */
export interface Finding {
  readonly what: string;
  readonly kind: string;
  readonly seen: number;
  readonly request: string;
}

export interface FuzzReport {
  /** How many answers had no error, and how many each code. */
  readonly answers: Readonly<Record<string, number>>;
  /** How often each refusal. */
  readonly refusals: Readonly<Record<string, number>>;
  /** How many events the mutations have entered: without any, the fuzz would have looked at refusals only. */
  readonly entered: number;
  readonly findings: readonly Finding[];
}

export interface FuzzOptions {
  /** A folder with a ledger in it, which the mutations will change. */
  readonly folder: string;
  readonly requests: number;
  readonly seed: number;
  readonly progress?: (done: number) => void;
}

const AT_ONCE = 8;
const NO_ANSWER_MS = 30_000;
const FIRST_ITEM_MS = 100;
const STACK = /\n\s+at \S|\.js:\d+:\d+|node:internal|SQLITE_|SqliteError/;
/** Those who may enter most; of others most commands are refused before anything else is looked at. */
const POWERFUL = ["PRESS_OFFICER", "INSPECTOR", "ADMIN"];
/** Nothing that a request could ask brings these about on a ledger that is well. */
const NEVER = ["INTERNAL_SERVER_ERROR", "LEDGER_UNAVAILABLE"];

/**
 * Asks a server, over its own transports, what its schema allows and much that it does not; by every role, with values
 * that it has itself shown and with hostile ones. Each request follows from the seed, its number and earlier answers.
 */
export async function fuzz({ folder, requests, seed, progress }: FuzzOptions): Promise<FuzzReport> {
  const schema = await buildLedgerSchema();
  const ledger = await openLedger({ folder });
  await ledger.reads.reached(await ledger.log.head(), 60_000);
  const before = await ledger.log.head();
  const config = loadConfig({ PORT: "0", DATA_DIR: folder, LOG_LEVEL: "error" });
  const findings = new Findings();
  const logTo = { write: (line: string) => findings.logged(line) };
  const server = await startServer({ config, ledger, schema, logTo });
  const callers = await Promise.all(
    [undefined, ...ROLES.values].map(async (role): Promise<Caller> => {
      if (role === undefined) return { role: "nobody", token: undefined };
      const key = await developmentKey(config.dataDir, config.auth);
      const unitId = role === "CLERK" ? await anyUnit(server.url) : null;
      // Read only of a subscriber.
      const scopes = { subjects: TIMELINE_KINDS.values, unitIds: ["*"] };
      const claims = { role, subject: `fuzz-${role.toLowerCase()}`, unitId, scopes, hours: 24 };
      return { role, token: await key.issue(claims) };
    }),
  );
  const asked = new Asked(server.url, schema, callers, findings, seed);
  try {
    await asked.lists();
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < requests) {
        await asked.one((next += 1));
        if (next % 100 === 0) progress?.(next);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const entered = (await ledger.log.head()) - before;
    return { answers: asked.answers, refusals: asked.refusals, entered, findings: findings.all };
  } finally {
    await asked.close();
    await server.close();
    await ledger.close();
  }
}

interface Caller {
  readonly role: string;
  readonly token: string | undefined;
}

async function anyUnit(url: string): Promise<string | null> {
  const query = "{ units(first: 1) { nodes { id } } }";
  const { body } = await post(url, { operation: "query", query, variables: {}, pages: [] }, undefined);
  const { data } = JSON.parse(body) as { data: { units: { nodes: { id: string }[] } } };
  return data.units.nodes[0]?.id.slice("Unit:".length) ?? null;
}

class Asked {
  readonly answers: Record<string, number> = {};
  readonly refusals: Record<string, number> = {};
  private readonly pool: Pool;
  private readonly sockets = new Map<string, Promise<SocketClient>>();

  constructor(
    private readonly url: string,
    private readonly schema: GraphQLSchema,
    private readonly callers: readonly Caller[],
    private readonly findings: Findings,
    private readonly seed: number,
  ) {
    this.pool = new Pool(new Dice(seed));
  }

  /** What a stranger to the ledger would first ask: its lists, page by page, so that there are ids to ask with. */
  async lists(): Promise<void> {
    const lists = Object.values(this.schema.getQueryType()?.getFields() ?? {}).filter(({ type, args }) => {
      const listed = getNamedType(type);
      return isObjectType(listed) && "edges" in listed.getFields() && !args.some(isRequiredArgument);
    });
    for (const { name } of lists) {
      const query = `{ ${name}(first: 100) { edges { cursor node { __typename id } } } }`;
      const variables = {};
      const admin = this.callers.find(({ role }) => role === "ADMIN");
      const answer = await post(this.url, { operation: "query", query, variables, pages: [] }, admin?.token);
      this.pool.learn((JSON.parse(answer.body) as Body).data);
    }
    if (!this.pool.anyId(new Dice(this.seed))) throw new Error("The ledger's lists showed no record to ask with.");
  }

  async one(nth: number): Promise<void> {
    const dice = new Dice(Math.imul(this.seed, 1_000_003) + nth);
    const wildness = dice.of([0, 0, 0, 0.02, 0.1, 0.3]);
    const maker = new DocumentMaker(this.schema, dice, new Values(dice, this.pool, wildness), wildness);
    const operation: Operation = dice.of(["query", "query", "query", "mutation", "mutation", "subscription"]);
    const powerful = operation === "mutation" && dice.chance(0.5);
    const caller = dice.of(powerful ? this.callers.filter(({ role }) => POWERFUL.includes(role)) : this.callers);
    const request = maker.make(operation);
    const shown = `${nth} by ${caller.role}: ${JSON.stringify(request)}`;
    const pass =
      operation === "subscription" ? dice.of(["stream", "socket", "post"]) : dice.of(["post", "post", "get"]);
    try {
      await within(NO_ANSWER_MS, this.send(request, caller, pass, nth, shown));
    } catch (error) {
      this.findings.add("no answer", String(error), shown);
    }
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.values()) await socket.then((one) => one.close()).catch(() => undefined);
  }

  private async send(request: MadeRequest, caller: Caller, pass: string, nth: number, shown: string): Promise<void> {
    if (pass === "stream") return this.streamed(request, caller, shown);
    if (pass === "socket") return this.socketed(request, caller, nth, shown);
    const url = pass === "get" && request.operation === "query" ? getUrl(this.url, request) : undefined;
    const answer =
      url && url.length < 8_000 ? await get(url, caller.token) : await post(this.url, request, caller.token);
    this.told(answer, shown);
    await this.nextPage(request, answer, caller, shown);
  }

  /** The same question once more, from where its page ended. */
  private async nextPage({ pages, ...request }: MadeRequest, { body }: Answer, { token }: Caller, shown: string) {
    const ends = [...body.matchAll(/"endCursor":"([^"]+)"/g)].map(([, cursor]) => cursor);
    if (pages.length === 0 || ends.length === 0) return;
    const variables = { ...request.variables, ...Object.fromEntries(pages.map((name) => [name, ends.at(-1)])) };
    this.told(await post(this.url, { ...request, pages, variables }, token), `${shown}, and the next page`);
  }

  private async streamed(request: MadeRequest, { token }: Caller, shown: string): Promise<void> {
    const options = { variables: request.variables, ...(token === undefined ? {} : { token }) };
    const client = await StreamClient.open(this.url, request.query, options);
    const first = client.status === 200 ? client.next() : client.json();
    const body = await Promise.race([first, nothingFor(FIRST_ITEM_MS)]);
    client.leave();
    const data = body && "event" in body ? body.data : body;
    this.told({ status: client.status ?? 0, body: JSON.stringify(data ?? { data: {} }) }, shown);
  }

  private async socketed(request: MadeRequest, { role, token }: Caller, nth: number, shown: string): Promise<void> {
    const before = await this.sockets.get(role);
    const isOpen = before !== undefined && before.socket.readyState === WebSocket.OPEN;
    const opened = isOpen ? Promise.resolve(before) : SocketClient.ready(`${this.url}/graphql`, token ? { token } : {});
    this.sockets.set(role, opened);
    const client = await opened;
    const id = String(nth);
    const { query, variables, operationName } = request;
    client.send({ id, type: "subscribe", payload: { query, variables, operationName } });
    const first = client.first(id).catch(async () => tooLong(await client.closed));
    const message = await Promise.race([first, nothingFor(FIRST_ITEM_MS)]);
    client.send({ id, type: "complete" });
    client.forget(id);
    const payload = message?.type === "error" ? { errors: message.payload } : (message?.payload ?? { data: {} });
    this.told({ status: 200, body: JSON.stringify(payload) }, shown);
  }

  private told({ status, body }: Answer, shown: string): void {
    if (STACK.test(body)) this.findings.add("a stack in the answer", body.slice(0, 500), shown);
    let answer: Body;
    try {
      answer = JSON.parse(body) as Body;
    } catch {
      return this.findings.add("no JSON", `${status} ${body.slice(0, 200)}`, shown);
    }
    this.pool.learn(answer.data);
    for (const [, code = ""] of body.matchAll(/"refusedAs":"(\w+)"/g)) count(this.refusals, code);
    const codes = new Set((answer.errors ?? []).map(({ extensions }) => extensions?.code ?? "no code"));
    for (const code of codes.size === 0 ? ["no error"] : codes) count(this.answers, code);
    for (const { extensions, message } of answer.errors ?? []) {
      if (extensions?.code !== undefined && !NEVER.includes(extensions.code)) continue;
      this.findings.add(extensions?.code ?? "an error without a code", extensions?.errorId ?? message, shown);
    }
    if (codes.size === 0 && answer.data === undefined) this.findings.add("neither data nor errors", body, shown);
  }
}

const count = (counts: Record<string, number>, name: string): void => void (counts[name] = (counts[name] ?? 0) + 1);

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: { code?: string; errorId?: string } }[];
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** By kind: what happened, and where in the program. */
class Findings {
  private readonly kinds = new Map<string, Finding>();
  /** What the server logged of an error, by the id that the caller was told. */
  private readonly causes = new Map<string, string>();
  private readonly unexplained: { what: string; detail: string; request: string }[] = [];

  get all(): readonly Finding[] {
    for (const { what, detail, request } of this.unexplained.splice(0)) {
      const cause = this.causes.get(detail) ?? detail;
      const kind = `${what}: ${cause
        .replace(/"[^"]*"|\d+/g, "…")
        .split("\n", 3)
        .join(" ")
        .slice(0, 300)}`;
      const before = this.kinds.get(kind);
      this.kinds.set(kind, before ? { ...before, seen: before.seen + 1 } : { what: cause, kind, seen: 1, request });
    }
    return [...this.kinds.values()];
  }

  add(what: string, detail: string, request: string): void {
    this.unexplained.push({ what, detail, request });
  }

  logged(line: string): void {
    const { errorId, error, msg, level } = JSON.parse(line) as Logged;
    const stack = error?.stack ?? error?.message ?? msg;
    if (errorId !== undefined) this.causes.set(errorId, stack);
    else if (level >= 50) this.add("logged", stack, msg);
  }
}

interface Logged {
  readonly level: number;
  readonly msg: string;
  readonly errorId?: string;
  readonly error?: { readonly stack?: string; readonly message?: string };
}

async function post(url: string, request: MadeRequest, token: string | undefined): Promise<Answer> {
  const { query, variables, operationName } = request;
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization(token) },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return { status: response.status, body: await response.text() };
}

async function get(url: string, token: string | undefined): Promise<Answer> {
  const response = await fetch(url, { headers: { "apollo-require-preflight": "1", ...authorization(token) } });
  return { status: response.status, body: await response.text() };
}

function getUrl(url: string, { query, variables, operationName }: MadeRequest): string {
  const named = operationName === undefined ? {} : { operationName };
  return `${url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables), ...named }).toString()}`;
}

const authorization = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

/** A socket on which somebody says too much at once is closed, whatever else runs on it; with any other code it may not be. */
function tooLong({ code, reason }: Closing): undefined {
  if (code !== 1009) throw new Error(`The socket was closed with ${code} ${reason}.`);
}

const nothingFor = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms);
  });

async function within<T>(ms: number, what: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`There was no answer within ${ms} ms.`)), ms);
  });
  return Promise.race([what, late]).finally(() => clearTimeout(timer));
}
