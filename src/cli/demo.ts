import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { buildLedgerSchema } from "../graphql/schema.js";
import { type Ledger, openLedger } from "../ledger.js";
import { type RunningServer, startServer } from "../server/server.js";
import { dossierLines } from "./demo/dossier.js";
import { AFTERWARDS, figureOf, PERIOD, REPORT_MOMENT, reportedFigures } from "./demo/figures.js";
import { figureLines, whereToLook } from "./demo/report.js";
import { InProcess } from "./inProcess.js";
import { playScene, SceneStopped } from "./scene/play.js";
import { BadScene, readScene } from "./scene/readScene.js";
import { helpAsked, progress } from "./terminal.js";

/**
 * `npm run demo [-- --port N]`: plays the scene of Thanh Hóa into a throw-away ledger, says its figures as
 * of 18 November 2019 and as of today, and serves the ledger until it is stopped.
 */

const USAGE = "Usage: npm run demo [-- --port <port>]";
const HOST = "127.0.0.1";
const DEFAULT_PORT = 4000;
const STOP_DEADLINE_MS = 10_000;

/** What the user can mend; told in one line. */
class CannotStart extends Error {}

/** What is open, so that a stop at any moment closes it. */
const open: { server?: RunningServer; ledger?: Ledger } = {};

async function main(): Promise<void> {
  const port = portAsked();
  // Before the scene is played: nobody should wait for a server that cannot start.
  await isFree(port);
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-demo-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  const commands = readScene();
  console.log(
    `Playing the scene: ${commands.length} commands of 2019 and after, into a throw-away ledger (${folder}).`,
  );
  const startedAt = Date.now();
  await playScene({ folder, commands, progress: progress("commands carried out", commands.length) });
  console.log(`Played in ${((Date.now() - startedAt) / 1_000).toFixed(1)} s.`);

  // The scene's clock has stopped in the past; from here on the ledger runs by the real one.
  const ledger = (open.ledger = await openLedger({ folder }));
  const schema = await buildLedgerSchema();
  const ask = new InProcess(schema, ledger).as({ subject: "ban-vhxh.hdnd", role: "OVERSIGHT", unitId: null });
  await ledger.reads.reached(await ledger.log.head());
  const [then, now] = [await reportedFigures(ask, PERIOD, REPORT_MOMENT), await reportedFigures(ask, PERIOD)];
  const later = (["finesDecided", "interestCollected", "copiesConfiscated"] as const).map((name) =>
    figureOf(ask, name, AFTERWARDS),
  );
  const lines = [...figureLines(then, now, await Promise.all(later)), ...(await dossierLines(ask))];
  for (const line of lines) console.log(line);

  const config = loadConfig({
    // Only these: the demo is the same wherever it is started, and reachable from this machine alone.
    ...{ HOST, PORT: String(port), DATA_DIR: folder, LEDGER_MODE: "development" },
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
  });
  open.server = await startServer({ config, ledger, schema });
  for (const line of whereToLook(open.server.url)) console.log(line);
}

function portAsked(): number {
  const text = portText() ?? process.env["PORT"] ?? String(DEFAULT_PORT);
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CannotStart(`The port must be a number from 0 to 65535, not "${text}".`);
}

function portText(): string | undefined {
  try {
    return parseArgs({ options: { port: { type: "string" } } }).values.port;
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n${USAGE}`);
  }
}

function isFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(error));
    probe.listen({ host: HOST, port }, () => probe.close(() => resolve()));
  });
}

let stopping: Promise<void> | undefined;

/** Closes what is open and ends the process; the folder goes with it. */
function stop(exitCode: number): Promise<void> {
  return (stopping ??= (async () => {
    setTimeout(() => process.exit(exitCode), STOP_DEADLINE_MS).unref();
    try {
      await open.server?.close();
      await open.ledger?.close();
    } finally {
      process.exit(exitCode);
    }
  })());
}

function explanation(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  if (error instanceof SceneStopped) return `The ledger refused a command of the scene. ${error.message}`;
  if (error instanceof BadScene)
    return `The scene cannot be read. It has ${error.problems.length} problem(s):\n${error.message}`;
  const { code, port, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program; choose another one: npm run demo -- --port ${(port ?? DEFAULT_PORT) + 1}`;
  }
  if (code === "EACCES") return `Port ${port} may not be used by this account; choose one above 1023.`;
  return stack ?? String(error);
}

if (!helpAsked(USAGE)) {
  main().catch(async (error: unknown) => {
    console.error(`The demo does not start. ${explanation(error)}`);
    await stop(1);
  });
}
