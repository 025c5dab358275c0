import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../config.js";
import { buildLedgerSchema } from "../../graphql/schema.js";
import { type Ledger, openLedger } from "../../ledger.js";
import { type RunningServer, startServer } from "../../server/server.js";
import { InProcess } from "../inProcess.js";
import { playScene, SceneStopped } from "../scene/play.js";
import { BadScene, readScene } from "../scene/readScene.js";
import { progress } from "../terminal.js";
import { dossierLines } from "./dossier.js";
import { AFTERWARDS, figureOf, PERIOD, REPORT_MOMENT, reportedFigures } from "./figures.js";
import { HOST, whyNoPort } from "./port.js";
import { figureLines, whereToLook } from "./report.js";

const STOP_DEADLINE_MS = 10_000;

/** What is open, so that a stop at any moment closes it. */
const open: { server?: RunningServer; ledger?: Ledger } = {};

/**
 * Plays the scene, says its figures, and serves the ledger until the process is told to stop.
 * @throws with what the user can do, when all is closed again.
 */
export async function playAndServe(port: number): Promise<void> {
  try {
    await untilItServes(port);
  } catch (error) {
    await close();
    throw new Error(explanation(error), { cause: error });
  }
}

async function untilItServes(port: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-demo-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());

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

let closing: Promise<void> | undefined;

/** Closes what is open, once. */
function close(): Promise<void> {
  return (closing ??= (async () => {
    // When that hangs, the process ends all the same.
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    await open.server?.close();
    await open.ledger?.close();
  })());
}

/** Closes what is open and ends the process; the folder goes with it. */
async function stop(): Promise<void> {
  try {
    await close();
  } finally {
    process.exit(0);
  }
}

function explanation(error: unknown): string {
  if (error instanceof SceneStopped) return `The ledger refused a command of the scene. ${error.message}`;
  if (error instanceof BadScene)
    return `The scene cannot be read. It has ${error.problems.length} problem(s):\n${error.message}`;
  return whyNoPort(error) ?? (error instanceof Error ? error.stack : undefined) ?? String(error);
}
