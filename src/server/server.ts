import type { AddressInfo } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { JWTVerifyGetKey } from "jose";
import type { Config } from "../config.js";
import { localDateOf } from "../domain/kernel/time.js";
import { buildLedgerSchema } from "../graphql/schema.js";
import type { Ledger } from "../ledger.js";
import { NOW } from "../projections/table/temporal.js";
import { startApollo } from "./apollo.js";
import { authenticator } from "./auth.js";
import { type DevelopmentKey, developmentKey } from "./developmentKey.js";
import { Checker } from "./checker.js";
import { Documents } from "./documents.js";
import { watchClock } from "./clockWatch.js";
import { Callers } from "./callers.js";
import { examplesOf } from "./exampleFacts.js";
import { ErrorFormatter, type Report, tellable } from "./errors.js";
import { EventStreams } from "./eventStreams.js";
import { addExplorer } from "./explorer.js";
import { Gate } from "./gate.js";
import { addRoutes, type LogDestination, newFastify } from "./http.js";
import { addMetrics } from "./metrics.js";
import { addPage } from "./page/page.js";
import { passesBy } from "./reading/passes.js";
import { Reader } from "./reading/reader.js";
import { ReadingThreads } from "./reading/readingThreads.js";
import { loginBy } from "./login/login.js";
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
  const app = newFastify(config, logTo);
  const { keys, development } = await keysOf(config);
  // First: each loads the program for itself, while this thread goes on with its own start.
  const threads = config.readingThreads > 0 ? readingThreads(config, ledger, app.log) : undefined;
  const schema = given ?? (await buildLedgerSchema());
  const gate = new Gate(schema, config.limits, config.mode, ledger.reads);
  const report = reportTo(app.log);
  const formatter = new ErrorFormatter(config.mode, report);
  const unitsOf = (code: string): readonly string[] =>
    ledger.reads.units.withCode(code, NOW, localDateOf(ledger.now().toISOString()));
  const auth = authenticator(config.auth, keys, Date.now, unitsOf, (reason) => app.log.warn(reason));
  const login = loginBy({ config, auth, ledger, development }, app.log);
  const { callerOf } = login.session;
  const documents = new Documents(new Checker(schema, config.limits), formatter, threads);
  const apolloParts = { schema, gate, formatter, documents, limits: config.limits, logger: app.log, threads, report };
  const apollo = await startApollo(apolloParts);
  const passes = threads && passesBy(threads);
  const subscriptions = { schema, ledger, gate, documents, auth, formatter, limits: config.limits, passes };
  const [callers, turn] = [new Callers(config.limits), new Turn()];
  const sockets = new Sockets(config, subscriptionServer(subscriptions), callers, turn, app.log);
  const streams = new EventStreams(config, subscriptions, callerOf, callers, turn, app.log);
  const quiet = new WaitingRoom(config.limits.maxQuietConnections);

  await addRoutes(app, { config, ledger, callerOf, apollo, formatter, streams });
  await login.addRoutes(app);
  addMetrics(app, { ledger, sockets, streams, quiet, threads });
  addPage(app, schema, ledger);
  if (config.explorer) addExplorer(app, examplesOf(schema, ledger), development);
  sockets.attach(app.server);
  keepQuietConnections(app.server, quiet);
  try {
    await threads?.ready;
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await Promise.all([app.close(), threads?.close()]);
    throw error;
  }
  const unwatch = ledger.reads.onFailure((error) => {
    app.log.error({ error: tellable(error) }, "the read model takes in no events; its thread is started again");
  });
  const notRenewed = threads && ledger.reads.onReplaced(() => threads.renew());
  const lookAway = watchClock(ledger, app.log);
  const close = async (): Promise<void> => {
    const { server } = app;
    unwatch();
    lookAway();
    notRenewed?.();
    // A connection whose last request has ended would else be kept open for the next one.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), config.limits.stopPatienceMs);
    streams.close();
    await Promise.all([app.close(), sockets.close()]);
    clearInterval(sweep);
    clearTimeout(cut);
    await Promise.all([apollo.stop(), threads?.close()]);
  };
  let closing: Promise<void> | undefined;
  return { url: urlOf(app.server.address()), log: app.log, close: () => (closing ??= close()) };
}

const readingThreads = (config: Config, ledger: Ledger, log: FastifyBaseLogger): ReadingThreads =>
  new ReadingThreads({
    threads: config.readingThreads,
    maxWorkMs: config.limits.maxWorkMs,
    start: (ready, gone) => new Reader(ledger, config, ready, gone),
    onLost: (error) =>
      log.error({ error: error && tellable(error) }, "a thread that answers questions is started again"),
  });

/** The issuer's keys where an address is set; otherwise (in development only, the configuration sees to it) our own. */
async function keysOf(config: Config): Promise<{ keys: JWTVerifyGetKey; development?: DevelopmentKey }> {
  if (config.auth.jwksUrl) return { keys: remoteKeys(config.auth.jwksUrl) };
  if (config.mode === "production") throw new Error("In production the issuer's keys are needed.");
  const development = await developmentKey(config.dataDir, config.auth);
  return { keys: development.keys, development };
}

/** The original of a masked error, for the operator: its kind, message and stack, nothing of the request. */
function reportTo(log: FastifyBaseLogger): Report {
  return (errorId, error) => log.error({ errorId, error: tellable(error) }, "request failed");
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") throw new Error("The server does not listen on a port.");
  const everywhere = address.address === "0.0.0.0" || address.address === "::";
  const host = everywhere ? "localhost" : address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
