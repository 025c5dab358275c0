import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ask } from "../../src/cli/commandSender.js";
import { InProcess } from "../../src/cli/inProcess.js";
import { playScene } from "../../src/cli/scene/play.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import { removed, temporaryFolder } from "./support.js";

/** The scene in a ledger of its own, asked by the council's board. */
export interface PlayedScene {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

/** When a process began, so that a later one of the same number is told from it; nothing where that is not told. */
function beganAt(pid: number): string {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) ? (readFileSync(stat, "utf8").split(") ").pop()?.split(" ")[19] ?? "") : "";
}

/** The processes of one run of the tests have one parent: they share what the first of them has played. */
const SHARED = join(tmpdir(), `press-ledger-scene-${process.ppid}-${beganAt(process.ppid)}`);
const DONE = join(SHARED, "done");
const LEDGER = join(SHARED, "ledger");
const LOOK_MS = 50;

let played: Promise<string> | undefined;

async function play(): Promise<string> {
  if (mayPlay()) {
    process.once("exit", () => removed(SHARED));
    await playScene({ folder: LEDGER });
    writeFileSync(DONE, "");
  }
  const end = Date.now() + 60_000;
  while (!existsSync(DONE)) {
    // Who plays it has failed, and says why where it failed.
    if (Date.now() > end || !existsSync(SHARED)) throw new Error("The scene was not played.");
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  // Who has played it may be gone, and the folder with it, before the last of the others asks.
  const folder = temporaryFolder();
  process.once("exit", () => removed(folder));
  cpSync(LEDGER, folder, { recursive: true });
  return folder;
}

/** A folder is made by one process only. */
function mayPlay(): boolean {
  try {
    mkdirSync(SHARED);
    return true;
  } catch {
    return false;
  }
}

/**
 * A folder of the caller's own with the ledger of the scene. It is played once for all tests of a run, since it is the
 * same events whenever it is played (scene.test.ts), and each has a copy to do with as it likes.
 */
export async function sceneFolder(): Promise<string> {
  const from = await (played ??= play());
  const folder = temporaryFolder();
  cpSync(from, folder, { recursive: true });
  return folder;
}

export async function playedScene(): Promise<PlayedScene> {
  const folder = await sceneFolder();
  const ledger = await openLedger({ folder });
  await ledger.reads.reached(await ledger.log.head());
  const ask = new InProcess(await buildLedgerSchema(), ledger).as({
    subject: "board",
    role: "OVERSIGHT",
    unitId: null,
  });
  const close = async (): Promise<void> => {
    await ledger.close();
    removed(folder);
  };
  return { folder, ledger, ask, close };
}
