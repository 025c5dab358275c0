import { type Config, type Limits, loadConfig } from "../../../src/config.js";
import type { ClockHealth } from "../../../src/commands/ledgerClock.js";
import type { Role } from "../../../src/domain/kernel/actor.js";
import type { AppendCounts } from "../../../src/eventstore/countedStore.js";
import type { Ledger, LogHealth } from "../../../src/ledger.js";
import type { ReadModel } from "../../../src/projections/readModel/readModel.js";
import { developmentKey } from "../../../src/server/developmentKey.js";
import { type RunningServer, startServer } from "../../../src/server/server.js";
import { newFolder, tracked } from "../../eventstore/support/stores.js";
import { tinySchema } from "./tinySchema.js";

export interface TestServer extends RunningServer {
  readonly config: Config;
  /** The ledger behind it, to be made ill. */
  readonly ledger: StubLedger;
  /** Everything logged so far, parsed. */
  readonly lines: Record<string, unknown>[];
  readonly endpoint: string;
  token(claims?: { role?: Role; subject?: string; unitId?: string | null; hours?: number }): Promise<string>;
  /** Sends a query by POST, as a client does. */
  ask(query: string, options?: AskOptions): Promise<Answer>;
}

export interface AskOptions {
  readonly variables?: object;
  readonly token?: string;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: { message: string; path?: unknown[]; extensions: { code: string; errorId?: string } }[];
}

export interface StubLedger {
  health: LogHealth;
  logHealth: () => LogHealth;
  reads: {
    state: string;
    reason: string | undefined;
    isServing: boolean;
    isWhole: boolean;
    position: number;
    onFailure: ReadModel["onFailure"];
    events: Pick<ReadModel["events"], "unknownTypes">;
  };
  log: { head: () => Promise<number> };
  appends: () => AppendCounts;
  now: () => Date;
  clock: { health: ClockHealth };
}

export interface TestOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
}

/**
 * The settings of a server that a test starts in its own process, on a free port. Nobody asks it anything that is worth a
 * thread of its own, and each of those loads the program for itself: half a second of processor. So there are none, and
 * the thread that takes requests in answers them, too. What the threads do is proved in `reading/`, and by the program.
 */
export function withoutThreads(env: Readonly<Record<string, string>>): Config {
  return { ...loadConfig({ PORT: "0", ...env }), readingThreads: 0 };
}

/** A server with the tiny schema, on a free port, closed after the test. */
export async function start({ env = {}, limits = {} }: TestOptions = {}): Promise<TestServer> {
  // Threads would not do: they know the ledger's own API only.
  const read = withoutThreads({ DATA_DIR: newFolder(), ...env });
  const config = { ...read, limits: { ...read.limits, ...limits } };
  const ledger: StubLedger = {
    health: { state: "ok" },
    logHealth: () => ledger.health,
    reads: {
      state: "live",
      reason: undefined,
      isServing: true,
      isWhole: true,
      position: 0,
      onFailure: () => () => undefined,
      events: { unknownTypes: () => [] },
    },
    log: { head: () => Promise.resolve(0) },
    appends: () => ({ appended: 0, conflict: 0, unavailable: 0, refused: 0 }),
    now: () => new Date("2019-09-10T03:00:00.000Z"),
    clock: { health: { state: "ok", offMs: 0 } },
  };
  const lines: Record<string, unknown>[] = [];
  const logTo = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const server = tracked(
    await startServer({ config, ledger: ledger as unknown as Ledger, schema: tinySchema(), logTo }),
  );
  const endpoint = `${server.url}/graphql`;
  return {
    ...server,
    config,
    ledger,
    lines,
    endpoint,
    token: async ({ role = "PRESS_OFFICER", subject = "officer-1", unitId = null, hours = 1 } = {}) => {
      const key = await developmentKey(config.dataDir, config.auth);
      return key.issue({ role, subject, unitId, hours });
    },
    ask: (query, options) => ask(endpoint, query, options),
  };
}

export async function ask(endpoint: string, query: string, options: AskOptions = {}): Promise<Answer> {
  const { variables, token, accept = "application/graphql-response+json", headers = {} } = options;
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return answerOf(response);
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: Answer["data"]; errors?: Answer["errors"] };
  return { status: response.status, headers: response.headers, text, data, errors };
}

export const codes = ({ errors }: Answer): string[] => errors.map((error) => error.extensions.code);
