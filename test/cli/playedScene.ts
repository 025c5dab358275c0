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

export async function playedScene(): Promise<PlayedScene> {
  const folder = temporaryFolder();
  await playScene({ folder });
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
