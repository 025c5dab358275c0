import type { Principal } from "../../commands/bus.js";
import { buildLedgerSchema } from "../../graphql/schema.js";
import { parseGlobalId } from "../../graphql/shared/scalars.js";
import { openLedger } from "../../ledger.js";
import { type Ask, CommandSender, type IdOf, NothingMade, RequestFailed } from "../commandSender.js";
import { InProcess } from "../inProcess.js";
import { type Account, readScene, type SceneCommand } from "./readScene.js";

/** The ledger refused what the scene wants: the scene or the ledger is wrong, and going on would hide it. */
export class SceneStopped extends Error {}

export interface PlayOptions {
  /** An empty folder: the ledger's files are made there. */
  readonly folder: string;
  readonly commands?: readonly SceneCommand[];
  readonly progress?: (done: number) => void;
}

/**
 * Plays the scene into a new ledger through the API's own mutations, each by the account that would send it and at the
 * moment at which it would: so what was recorded when is as true as in a ledger that was kept since 2019.
 * @throws SceneStopped at the first refusal, naming the command.
 */
export async function playScene({ folder, commands = readScene(), progress }: PlayOptions): Promise<void> {
  // The clock stands until the next command is given.
  let now = new Date(commands[0]?.at ?? 0);
  const ledger = await openLedger({ folder, now: () => now });
  try {
    const api = new InProcess(await buildLedgerSchema(), ledger);
    const sender = new CommandSender();
    for (const [index, command] of commands.entries()) {
      now = new Date(command.at);
      await send(command, sender, (principal) => api.as(principal));
      progress?.(index + 1);
    }
  } finally {
    await ledger.close();
  }
}

async function send(
  command: SceneCommand,
  sender: CommandSender,
  asking: (principal: Principal) => Ask,
): Promise<void> {
  const stopped = (why: string): SceneStopped => new SceneStopped(`${command.entry}, on ${command.at}: ${why}`);
  try {
    const principal = principalOf(command.by, (name) => sender.idOf(name));
    const sent = await sender.send(command, asking(principal));
    if (!("refused" in sent)) return;
    const { code, message, path } = sent.refused;
    throw stopped(`${code} [${path.join(".")}] ${message}`);
  } catch (error) {
    throw error instanceof NothingMade || error instanceof RequestFailed ? stopped(error.message) : error;
  }
}

function principalOf({ subject, role, unit }: Account, idOf: IdOf): Principal {
  const unitId = unit === undefined ? null : (parseGlobalId(idOf(`unit:${unit}`))?.id ?? null);
  return { subject, role, unitId };
}
