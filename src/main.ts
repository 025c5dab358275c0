import { type Config, loadConfig, WrongSetting } from "./config.js";
import { StoreUnavailable } from "./eventstore/contract.js";
import { DataFolderInUse } from "./eventstore/embedded/lock.js";
import { CannotOpenLedger } from "./eventstore/embedded/schema.js";
import { type Ledger, type LogHealth, openLedger } from "./ledger.js";
import { WrongLawFile } from "./reference/lawFiles.js";
import { type RunningServer, startServer } from "./server/server.js";

/** Starts the ledger and its server, and ends both in order. Nothing else puts the parts together. */

/** When the stop itself hangs, the process ends all the same: everything acknowledged is on disk. */
const STOP_DEADLINE_MS = 20_000;
const LOOK_MS = 1_000;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const { dataDir: folder, eventStoreUrl, lawFile } = config;
  const ledger = await openLedger({ folder, eventStoreUrl, lawFile });
  const server = await startServer({ config, ledger }).catch(async (error: unknown) => {
    await ledger.close();
    throw error;
  });
  watch(server, ledger);
  tellOfTheLog(server, ledger);
  process.stdout.write(welcome(config, server, ledger));
}

function watch(server: RunningServer, ledger: Ledger): void {
  let stopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    await server.close();
    await ledger.close();
    process.exit(exitCode);
  };
  const stopBecause = (what: string, error: unknown): void => {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    server.log.fatal({ error: { name, message, stack } }, what);
    // What state the process is in is not known any more.
    void stop(1).catch(() => process.exit(1));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void stop(0).catch((error: unknown) => stopBecause("the stop failed", error)));
  }
  process.on("unhandledRejection", (error) => stopBecause("unhandled rejection", error));
  process.on("uncaughtException", (error) => stopBecause("uncaught exception", error));
}

/** The operator reads in the log why writing stopped, also when it never began, and that it goes on. */
function tellOfTheLog({ log }: RunningServer, { logHealth }: Ledger): void {
  let told: LogHealth = { state: "ok" };
  const look = (): void => {
    const { state, reason } = logHealth();
    // A line without the cause helps nobody; it takes seconds to find.
    if (state === "unreachable" && reason === undefined) return;
    if (state === told.state && reason === told.reason) return;
    told = { state, ...(reason !== undefined && { reason }) };
    if (state === "ok") log.warn({ state }, "the event log answers again");
    else log.warn({ state }, `the event log is ${state}: ${reason}`);
  };
  setInterval(look, LOOK_MS).unref();
}

function welcome({ mode, explorer }: Config, { url }: RunningServer, { reads }: Ledger): string {
  const addresses = [...(explorer ? [`explorer ${url}/`] : []), `GraphQL ${url}/graphql`];
  const state = reads.isServing ? "is ready" : "listens, and is ready when it has read the log";
  return `press-ledger (${mode}) ${state}: ${addresses.join(" · ")}\n`;
}

/** Their messages are written for the operator. */
const EXPLAINED = [WrongSetting, WrongLawFile, DataFolderInUse, CannotOpenLedger];

/** One line for the operator; a stack only for what nobody foresaw. */
function explanation(error: unknown): string {
  if (EXPLAINED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof StoreUnavailable) return `EventStoreDB is needed, and cannot be used: ${error.message}`;
  const { code, message, stack, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} of ${address} is taken by another program; set PORT to a free one.`;
    case "EACCES":
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EPERM":
    case "EROFS":
    case "ENOSPC":
      return `${message}.`;
    default:
      return stack ?? String(error);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`press-ledger does not start. ${explanation(error)}\n`);
  process.exit(1);
});
