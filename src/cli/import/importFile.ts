import { NotUtf8, readTextFile } from "../../reference/textFile.js";
import { Misused } from "../commandLine.js";
import { CommandSender, RequestFailed } from "../commandSender.js";
import { progress } from "../terminal.js";
import { askOverHttp } from "./http.js";
import { load, told } from "./load.js";
import { fileUntil, planOf } from "./plan.js";
import { BadRegisterFile, readRegisterFile } from "./readRegisterFile.js";
import type { RegisterFile } from "./registerFile.js";

/** The file cannot be read as text. */
class Unreadable extends Error {}

export interface ImportAsked {
  readonly path: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly changesUntil: string | undefined;
  readonly dryRun: boolean;
}

/**
 * Loads a register file into a running server. Some of it refused is told, and makes the exit code 1.
 * @throws with what the operator has to mend, when nothing could be loaded.
 */
export async function importFile(asked: ImportAsked): Promise<void> {
  try {
    await loadFile(asked);
  } catch (error) {
    throw explained(error);
  }
}

async function loadFile({ path, url, token, changesUntil, dryRun }: ImportAsked): Promise<void> {
  const whole = read(path);
  const file = changesUntil === undefined ? whole : fileUntil(whole, changesUntil);
  const commands = planOf(file);
  console.log(`${file.title}: ${commands.length} entries to load.`);
  for (const line of doubts(file)) console.log(line);
  if (dryRun) {
    for (const { mutation, entry } of commands) console.log(`would send ${mutation} for ${entry}`);
    return;
  }
  const say = progress("entries sent", commands.length);
  const result = await load(commands, new CommandSender(), askOverHttp(url, token), say);
  for (const line of told(result)) console.log(line);
  if (result.refused.length > 0 || result.notSent.length > 0) process.exitCode = 1;
}

function read(path: string): RegisterFile {
  let text: string;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new Unreadable(`The file was not loaded, as ${reasonOf(error)}.`);
  }
  return readRegisterFile(text);
}

const reasonOf = (error: unknown): string =>
  error instanceof NotUtf8 ? error.message : `it cannot be read: ${(error as Error).message}`;

/** What the file itself is not sure of: the operator should see it before it stands in the ledger. */
function doubts({ units, changes, pressAgencies, agencyChanges, reporters }: RegisterFile): string[] {
  const unsure = Object.entries({ units, changes, pressAgencies, agencyChanges, reporters }).flatMap(
    ([list, entries]) =>
      entries
        .filter(({ confidence }) => confidence !== "HIGH")
        .map(({ key, confidence }) => `  ${list} "${key}": ${confidence}`),
  );
  return unsure.length === 0 ? [] : ["The file is not sure of these; check them against their sources:", ...unsure];
}

/** A stack only for what nobody foresaw. */
function explained(error: unknown): Error {
  if (error instanceof Unreadable) return error;
  if (error instanceof BadRegisterFile) {
    return new Error(`The file was not loaded. It has ${error.problems.length} problem(s):\n${error.message}`);
  }
  if (!(error instanceof RequestFailed)) return new Error((error as Error).stack ?? String(error));
  const stopped = `The import stopped. ${error.message}`;
  if (error.code === "UNAUTHENTICATED") return new Misused(`${stopped}\nGive an access token by --token.`);
  const hint = HINTS[error.code];
  return new Error(hint === undefined ? stopped : `${stopped}\n${hint}`);
}

const HINTS: Readonly<Record<string, string>> = {
  NO_CONNECTION: "Is the server running (npm start)? Another address is given by --url.",
  NOT_ALLOWED: "Registers are loaded by an ADMIN or a PRESS_OFFICER.",
  NOT_READABLE: "Run the import again: what is stored already is passed over.",
};
