import { cpSync } from "node:fs";
import type { Ask } from "../../src/cli/commandSender.js";
import { InProcess } from "../../src/cli/inProcess.js";
import { playScene } from "../../src/cli/scene/play.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import { removed, temporaryFolder } from "./support.js";

/** The scene in a ledger of its own, asked by the council's board. */
export interface PlayedScene {
  readonly ledger: Ledger;
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

let played: Promise<string> | undefined;

async function play(): Promise<string> {
  const folder = temporaryFolder();
  process.once("exit", () => removed(folder));
  await playScene({ folder });
  return folder;
}

/**
 * A folder of the caller's own with the ledger of the scene. It is played once for all tests of this process, since it is
 * the same events whenever it is played (scene.test.ts), and each has a copy to do with as it likes.
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
  return { ledger, ask, close };
}
