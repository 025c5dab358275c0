import { run } from "./cli/commandLine.js";
import { loadConfig, WrongSetting } from "./config.js";
import { StoreUnavailable } from "./eventstore/contract.js";
import { DataFolderInUse } from "./eventstore/embedded/lock.js";
import { CannotOpenLedger } from "./eventstore/embedded/schema.js";
import { type Ledger, type LogHealth, openLedger } from "./ledger.js";
import { OtherLog } from "./projections/readModel/continuity.js";
import { whyFailed } from "./projections/readModel/damage.js";
import { WrongLawFile } from "./reference/lawFiles.js";
import { unknownIn, unknownTypes } from "./server/health.js";
import type { RunningServer } from "./server/server.js";
import { welcome } from "./server/welcome.js";

/** Starts the ledger and its server, and ends both in order. Nothing else puts the parts together. */

const NOT_STARTED = "press-ledger does not start.";
/** When the stop itself hangs, the process ends all the same: everything acknowledged is on disk. */
const STOP_DEADLINE_MS = 20_000;
const LOOK_MS = 1_000;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const { dataDir: folder, eventStoreUrl, lawFile, acceptOtherLog, acceptsClock } = config;
  const lines = new Lines();
  const say = (line: string): void => lines.say(line);
  const ledger = await openLedger({ folder, eventStoreUrl, lawFile, acceptOtherLog, acceptsClock, say });
  // The largest part of the program: what speaks against a start is told before it is loaded.
  const { startServer } = await import("./server/server.js");
  const server = await startServer({ config, ledger }).catch(async (error: unknown) => {
    await ledger.close();
    throw error;
  });
  lines.to(server.log);
  watch(server, ledger);
  tellOfChanges(server, ledger);
  welcome(config, server, ledger, (line) => void process.stdout.write(line));
}

/** Lines for the operator: those from before there is a log of the program wait for it. */
class Lines {
  private readonly early: string[] = [];
  private log: Pick<RunningServer["log"], "warn"> | undefined;

  say(line: string): void {
    if (this.log) this.log.warn(line);
    else this.early.push(line);
  }

  to(log: RunningServer["log"]): void {
    this.log = log;
    for (const line of this.early.splice(0)) log.warn(line);
  }
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

/** The operator reads in the log why writing stopped, also when it never began, and that it goes on; and what else speaks against this node. */
function tellOfChanges({ log }: RunningServer, { logHealth, reads }: Ledger): void {
  let told: LogHealth = { state: "ok" };
  let types = 0;
  const look = (): void => {
    const { state, reason } = logHealth();
    // A line without the cause helps nobody; it takes seconds to find.
    const isFound = state !== "unreachable" || reason !== undefined;
    if (isFound && (state !== told.state || reason !== told.reason)) {
      told = { state, ...(reason !== undefined && { reason }) };
      if (state === "ok") log.warn({ state }, "the event log answers again");
      else log.warn({ state }, `the event log is ${state}: ${reason}`);
    }
    // Once for each new type, not for each of its events.
    const { length } = unknownIn(reads);
    if (length > types) log.warn(unknownTypes(reads));
    types = Math.max(types, length);
  };
  setInterval(look, LOOK_MS).unref();
}

/** Their messages are written for the operator. */
const EXPLAINED = [WrongSetting, WrongLawFile, DataFolderInUse, CannotOpenLedger, OtherLog];

/** One line for the operator; a stack only for what nobody foresaw. */
function explanation(error: unknown): string {
  if (EXPLAINED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof StoreUnavailable) {
    const { EVENTSTORE_URL: url } = process.env;
    return url ? `EventStoreDB is needed, and cannot be used: ${error.message}` : error.message;
  }
  const { code, message, stack, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code?.startsWith("SQLITE_")) return whyFailed(error as Error);
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

const start = (): Promise<void> =>
  main().catch((error: unknown) => {
    process.stderr.write(`${NOT_STARTED} ${explanation(error)}\n`);
    // Parts of it may run already.
    process.exit(1);
  });

await run({
  usage: "Usage: npm start; its settings are environment variables, listed in README.md",
  flags: {},
  asked: () => undefined,
  does: () => Promise.resolve(start),
  failing: NOT_STARTED,
});
