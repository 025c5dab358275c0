import type { AddressInfo } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { JWTVerifyGetKey } from "jose";
import type { Config } from "../config.js";
import { buildLedgerSchema } from "../graphql/schema.js";
import type { Ledger } from "../ledger.js";
import { startApollo } from "./apollo.js";
import { authenticator } from "./auth.js";
import { type DevelopmentKey, developmentKey } from "./developmentKey.js";
import { watchClock } from "./clockWatch.js";
import { Callers } from "./callers.js";
import { ErrorFormatter, type Report } from "./errors.js";
import { EventStreams } from "./eventStreams.js";
import { addExplorer } from "./explorer.js";
import { Gate } from "./gate.js";
import { addRoutes, type LogDestination, newFastify } from "./http.js";
import { addMetrics } from "./metrics.js";
import { keepQuietConnections } from "./quietConnections.js";
import { remoteKeys } from "./remoteKeys.js";
import { Sockets } from "./sockets.js";
import { subscriptionServer } from "./subscriptions.js";
import { Turn } from "./turn.js";
import { WaitingRoom } from "./waitingRoom.js";

const SWEEP_MS = 50;

export interface ServerOptions {
  readonly config: Config;
  readonly ledger: Ledger;
  /** The API; the ledger's own when absent. */
  readonly schema?: GraphQLSchema;
  /** Where log lines go; standard output when absent. */
  readonly logTo?: LogDestination;
}

export interface RunningServer {
  /** Where it listens, without a path. */
  readonly url: string;
  readonly log: FastifyBaseLogger;
  /** Takes no more requests, lets those under way end, and closes every socket. The ledger stays open. */
  close(): Promise<void>;
}

/** @throws when the address is taken or the development key cannot be read. */
export async function startServer({ config, ledger, schema: given, logTo }: ServerOptions): Promise<RunningServer> {
  const schema = given ?? (await buildLedgerSchema());
  const app = newFastify(config, logTo);
  const gate = new Gate(schema, config.limits, config.mode, ledger.reads);
  const formatter = new ErrorFormatter(config.mode, reportTo(app.log));
  const { keys, development } = await keysOf(config);
  const auth = authenticator(config.auth, keys);
  const apollo = await startApollo({ schema, gate, formatter, logger: app.log });
  const subscriptions = { schema, ledger, gate, auth, formatter, limits: config.limits };
  const [callers, turn] = [new Callers(config.limits), new Turn()];
  const sockets = new Sockets(config, subscriptionServer(subscriptions), callers, turn, app.log);
  const streams = new EventStreams(config, subscriptions, callers, turn, app.log);
  const quiet = new WaitingRoom(config.limits.maxQuietConnections);

  await addRoutes(app, { config, ledger, auth, apollo, formatter, streams });
  addMetrics(app, { ledger, sockets, streams, quiet });
  if (config.explorer) addExplorer(app, development);
  sockets.attach(app.server);
  keepQuietConnections(app.server, quiet);
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const unwatch = ledger.reads.onFailure((error) => {
    app.log.error({ error: told(error) }, "the read model takes in no events; its thread is started again");
  });
  const lookAway = watchClock(ledger, app.log);
  const close = async (): Promise<void> => {
    const { server } = app;
    unwatch();
    lookAway();
    // A connection whose last request has ended would else be kept open for the next one.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), config.limits.stopPatienceMs);
    streams.close();
    await Promise.all([app.close(), sockets.close()]);
    clearInterval(sweep);
    clearTimeout(cut);
    await apollo.stop();
  };
  let closing: Promise<void> | undefined;
  return { url: urlOf(app.server.address()), log: app.log, close: () => (closing ??= close()) };
}

/** The issuer's keys where an address is set; otherwise (in development only, the configuration sees to it) our own. */
async function keysOf(config: Config): Promise<{ keys: JWTVerifyGetKey; development?: DevelopmentKey }> {
  if (config.auth.jwksUrl) return { keys: remoteKeys(config.auth.jwksUrl) };
  if (config.mode === "production") throw new Error("In production the issuer's keys are needed.");
  const development = await developmentKey(config.dataDir, config.auth);
  return { keys: development.keys, development };
}

/** The original of a masked error, for the operator: its kind, message and stack, nothing of the request. */
function reportTo(log: FastifyBaseLogger): Report {
  return (errorId, error) => log.error({ errorId, error: told(error) }, "request failed");
}

function told({ name, message, stack, ...rest }: Error): object {
  const { code } = rest as { code?: unknown };
  return { name, message, stack, ...(typeof code === "string" ? { code } : {}) };
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") throw new Error("The server does not listen on a port.");
  const everywhere = address.address === "0.0.0.0" || address.address === "::";
  const host = everywhere ? "localhost" : address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
