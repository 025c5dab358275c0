import { parseArgs } from "node:util";
import { NotUtf8, readTextFile } from "../reference/textFile.js";
import { CommandSender, RequestFailed } from "./commandSender.js";
import { askOverHttp } from "./import/http.js";
import { load, told } from "./import/load.js";
import { fileUntil, planOf } from "./import/plan.js";
import { BadRegisterFile, readRegisterFile } from "./import/readRegisterFile.js";
import type { RegisterFile } from "./import/registerFile.js";
import { helpAsked, progress } from "./terminal.js";

/**
 * `npm run import -- <file>`: loads a register file (units and their changes, press agencies, reporters; the format is
 * told in reference/README.md) into a running server, by the mutations that everybody uses. Loading it again changes
 * nothing. Exit code: 0 all there, 1 something was refused, 2 nothing could be loaded.
 */

const USAGE = `Usage: npm run import -- <file.json> [--url http://127.0.0.1:4000/graphql] [--token <access token>]
                     [--changes-until 2019-12-31] [--dry-run]
The token is one of an ADMIN or a PRESS_OFFICER; it may also stand in the environment as IMPORT_TOKEN.
On a developer's machine: npm run import -- <file.json> --token "$(npm run --silent token -- --role ADMIN)"`;

/** What the operator has to mend; told without a stack. */
class CannotImport extends Error {}

async function main(): Promise<void> {
  const { path, url, token, changesUntil, dryRun } = options();
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

function options() {
  const { values, positionals } = parsedArguments();
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CannotImport(`Name one file.\n${USAGE}`);
  const changesUntil = values["changes-until"];
  if (changesUntil !== undefined && !/^\d{4}-\d\d-\d\d$/.test(changesUntil)) {
    throw new CannotImport(`--changes-until must be a day such as 2019-12-31.\n${USAGE}`);
  }
  if (!URL.canParse(values.url) || !/^https?:/.test(values.url)) {
    throw new CannotImport(`--url must be an http(s) address.\n${USAGE}`);
  }
  return {
    path,
    url: endpointOf(values.url),
    token: values.token ?? process.env["IMPORT_TOKEN"],
    changesUntil,
    dryRun: values["dry-run"],
  };
}

/** The server's address as it prints it at its start will do: without a path, the API's own is meant. */
function endpointOf(address: string): string {
  const url = new URL(address);
  if (url.pathname === "/") url.pathname = "/graphql";
  return url.href;
}

function parsedArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: "string", default: "http://127.0.0.1:4000/graphql" },
        token: { type: "string" },
        "changes-until": { type: "string" },
        "dry-run": { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new CannotImport(`${(error as Error).message}\n${USAGE}`);
  }
}

function read(path: string): RegisterFile {
  let text: string;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new CannotImport(`The file was not loaded, as ${reasonOf(error)}.`);
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

function explanation(error: unknown): string {
  if (error instanceof BadRegisterFile) {
    return `The file was not loaded. It has ${error.problems.length} problem(s):\n${error.message}`;
  }
  if (error instanceof CannotImport) return error.message;
  if (error instanceof RequestFailed) {
    const hint = HINTS[error.code];
    return `The import stopped. ${error.message}${hint === undefined ? "" : `\n${hint}`}`;
  }
  return (error as Error).stack ?? String(error);
}

const HINTS: Readonly<Record<string, string>> = {
  NO_CONNECTION: "Is the server running (npm start)? Another address is given by --url.",
  UNAUTHENTICATED: `Give an access token by --token.\n${USAGE}`,
  NOT_ALLOWED: "Registers are loaded by an ADMIN or a PRESS_OFFICER.",
  NOT_READABLE: "Run the import again: what is stored already is passed over.",
};

if (!helpAsked(USAGE)) {
  main().catch((error: unknown) => {
    console.error(explanation(error));
    process.exitCode = 2;
  });
}
