import { type Ask, type CommandSender, NothingMade, type PlannedCommand, type Refused } from "../commandSender.js";

/** What became of the entries of a file. */
export interface Loaded {
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly refused: readonly { readonly entry: string; readonly why: Refused }[];
  /** Not sent, because what they speak of was refused. */
  readonly notSent: readonly { readonly entry: string; readonly missing: string }[];
}

/** Sends the commands in order. A refused entry is kept for the end; only what speaks of it is held back. */
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
      if ("refused" in sent) refused.push({ entry, why: sent.refused });
      else (sent.done.replayed ? alreadyThere : added).push(entry);
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
    ...refused.flatMap(({ entry, why }) => [
      `${entry}: ${why.code}${why.path.length === 0 ? "" : ` at ${why.path.join(".")}`}: ${why.message}`,
      ...(why.code === "COMMAND_ID_REUSED" ? [REUSED] : []),
    ]),
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

const REUSED =
  "  The ledger has an entry of this key with other content, or another account loaded it. " +
  "What has changed since is told as a change, not by another entry.";
