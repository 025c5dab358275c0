import { nameBasedUuid } from "../../eventstore/nameBasedUuid.js";
import type { Principal } from "../../commands/bus.js";
import { buildLedgerSchema } from "../../graphql/schema.js";
import { parseGlobalId } from "../../graphql/shared/scalars.js";
import { openLedger } from "../../ledger.js";
import { CommandSender, type IdOf, NothingMade } from "../commandSender.js";
import { InProcess } from "../inProcess.js";
import { SceneClock } from "./clock.js";
import { script } from "./script.js";
import type { Account, Step } from "./step.js";

/** The ids of the scene's commands derive from it, so that the scene is the same whenever it is played. */
const SCENE = "3f0e7a52-9b1d-5c64-8a77-0d1f2e3c4b5a";

/** The ledger refused what the scene wants: the scene or the ledger is wrong, and going on would hide it. */
export class SceneStopped extends Error {}

export interface PlayOptions {
  /** An empty folder: the ledger's files are made there. */
  readonly folder: string;
  readonly steps?: readonly Step[];
  readonly progress?: (done: number) => void;
}

/**
 * Plays the scene into a new ledger through the API's own mutations, each by the account that would send it and at the
 * moment at which it would: so what was recorded when is as true as in a ledger that was kept since 2019.
 * @throws SceneStopped at the first refusal, naming the entry.
 */
export async function playScene({ folder, steps = script(), progress }: PlayOptions): Promise<void> {
  const [first] = steps;
  if (!first) return;
  const clock = new SceneClock(first.at);
  const ledger = await openLedger({ folder, now: clock.now });
  try {
    const api = new InProcess(await buildLedgerSchema(), ledger);
    const sender = new CommandSender();
    const timesSaid = new Map<string, number>();
    for (const [index, step] of steps.entries()) {
      clock.moveTo(step.at);
      const ask = api.as(principalOf(step.by, (name) => sender.idOf(name)));
      const sent = await sender
        .send({ ...step, commandId: commandIdOf(step, timesSaid) }, ask)
        .catch((error: unknown) => {
          throw error instanceof NothingMade ? new SceneStopped(`${step.entry}: ${error.message}`) : error;
        });
      if ("refused" in sent) {
        const { code, message, path } = sent.refused;
        throw new SceneStopped(`${step.entry}, on ${step.at}: ${code} [${path.join(".")}] ${message}`);
      }
      progress?.(index + 1);
    }
  } finally {
    await ledger.close();
  }
}

/** The ids of the steps' commands, each beside its step: what a step did is found in the ledger by it. */
export function commandIds(steps: readonly Step[]): readonly string[] {
  const timesSaid = new Map<string, number>();
  return steps.map((step) => commandIdOf(step, timesSaid));
}

/** From what the step is, not from where it stands: a scene that grows keeps the ids of what was there before. */
function commandIdOf({ entry }: Step, timesSaid: Map<string, number>): string {
  const nth = (timesSaid.get(entry) ?? 0) + 1;
  timesSaid.set(entry, nth);
  return nameBasedUuid(`${entry}#${nth}`, SCENE);
}

function principalOf({ subject, role, unit }: Account, idOf: IdOf): Principal {
  const unitId = unit === undefined ? null : (parseGlobalId(idOf(`unit:${unit}`))?.id ?? null);
  return { subject, role, unitId };
}
