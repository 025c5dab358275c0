import {
  type Ask,
  type CommandSender,
  NothingMade,
  type PlannedCommand,
  type Refused,
  RequestFailed,
} from "../commandSender.js";

/** What became of the entries of a file. */
export interface Loaded {
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly refused: readonly { readonly entry: string; readonly why: Refused }[];
  /** Not sent, because what they speak of was refused. */
  readonly notSent: readonly { readonly entry: string; readonly missing: string }[];
}

/** Refusals of the account: every further entry would be refused for the same reason. */
const OF_THE_ACCOUNT = ["NOT_ALLOWED", "ACTOR_UNIT_UNKNOWN"];

/**
 * Sends the commands in order. A refused entry is kept for the end; only what speaks of it is held back.
 * @throws RequestFailed when the account or the server cannot do any of it.
 */
export async function load(
  commands: readonly PlannedCommand[],
  sender: CommandSender,
  ask: Ask,
  progress: (done: number) => void = () => undefined,
): Promise<Loaded> {
  const added: string[] = [];
  const alreadyThere: string[] = [];
  const refused: { entry: string; why: Refused }[] = [];
  const notSent: { entry: string; missing: string }[] = [];
  for (const [index, command] of commands.entries()) {
    const { entry } = command;
    try {
      const sent = await sender.send(command, ask);
      if ("refused" in sent) {
        const { code, message } = sent.refused;
        if (OF_THE_ACCOUNT.includes(code)) throw new RequestFailed(code, message);
        refused.push({ entry, why: sent.refused });
      } else (sent.done.replayed ? alreadyThere : added).push(entry);
    } catch (error) {
      if (!(error instanceof NothingMade)) throw error;
      notSent.push({ entry, missing: error.missing });
    }
    progress(index + 1);
  }
  return { added, alreadyThere, refused, notSent };
}

/** Lines for a person; the last one is the sum. */
export function told({ added, alreadyThere, refused, notSent }: Loaded): string[] {
  const lines = [
    ...refused.map(({ entry, why }) => `${entry}: ${why.code}${placeOf(why)}: ${why.message}`),
    ...(refused.some(({ why }) => why.code === "COMMAND_ID_REUSED") ? [REUSED] : []),
    ...notSent.map(({ entry, missing }) => `${entry}: not sent, as ${missing} is not there.`),
  ];
  const counts = [
    `${added.length} added`,
    `${alreadyThere.length} already there`,
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
    ...(notSent.length > 0 ? [`${notSent.length} not sent`] : []),
  ];
  return [...lines, `${counts.join(", ")}.`];
}

const placeOf = ({ path }: Refused): string => (path.length === 0 ? "" : ` at ${path.join(".")}`);

const REUSED =
  "COMMAND_ID_REUSED: the ledger has an entry of this key with other content, or another account loaded it. " +
  "What has changed since is told as a change, not by another content under the same key.";
