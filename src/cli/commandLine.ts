import { parseArgs, type ParseArgsConfig } from "node:util";
import { helpAsked } from "./terminal.js";

/** What is wrong is how the program was started: its usage is told, too. */
export class Misused extends Error {}

/** A program of the command line, in two halves, so that who mistypes a flag does not wait for the program to be loaded. */
export interface CommandLine<Flags extends ParseArgsConfig, Asked> {
  readonly usage: string;
  readonly flags: Flags;
  /**
   * What is asked for by the flags. It stands in the program's first file, which imports next to nothing.
   * @throws what is said to the user
   */
  readonly asked: (given: ReturnType<typeof parseArgs<Flags>>) => Asked | Promise<Asked>;
  /** Loads what does it. What that throws is said to the user. */
  readonly does: () => Promise<(asked: Asked) => void | Promise<void>>;
  /** The exit code where it throws; 1 when absent. */
  readonly failsWith?: number;
  /** What is said before what was thrown. */
  readonly failing?: string;
}

/** Runs the program, unless only its usage was asked for; whatever goes wrong is one clear line. */
export async function run<const Flags extends ParseArgsConfig, Asked>(
  program: CommandLine<Flags, Asked>,
): Promise<void> {
  const { usage, failsWith = 1, failing } = program;
  if (helpAsked(usage)) return;
  try {
    const asked = await program.asked(flagsGiven(program.flags));
    const doIt = await program.does();
    await doIt(asked);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const said = failing === undefined ? what : `${failing} ${what}`;
    console.error(error instanceof Misused ? `${said}\n${usage}` : said);
    process.exitCode = failsWith;
  }
}

function flagsGiven<Flags extends ParseArgsConfig>(flags: Flags): ReturnType<typeof parseArgs<Flags>> {
  try {
    return parseArgs(flags);
  } catch (error) {
    throw new Misused((error as Error).message, { cause: error });
  }
}
