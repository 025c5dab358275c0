import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { backUpLog } from "../eventstore/embedded/backup.js";
import { syncFolder } from "../eventstore/embedded/schema.js";
import { copyReadModel } from "../projections/readModel/copyReadModel.js";
import { orOneLine, progress } from "./terminal.js";

/**
 * `npm run backup -- --to <folder> [--read-model]`: copies the embedded ledger into a new folder, while the server runs
 * or not, and reads the copy back. With `--read-model` this program's read model comes along (and alone, where the log
 * is in EventStoreDB), so that another node need not build it.
 */

const USAGE = "Usage: npm run backup -- --to <a folder that does not exist yet> [--read-model]";

await orOneLine(USAGE, async () => {
  const { to, withReadModel } = options();
  const { dataDir, eventStoreUrl } = loadConfig(process.env);
  if (eventStoreUrl !== undefined && !withReadModel) {
    throw new Error(
      "The log is in EventStoreDB and is backed up there; see docs/OPERATIONS.md. With --read-model this node's read model is copied.",
    );
  }
  await inNewFolder(to, async (folder) => {
    // First the read model: the log, copied later, then surely holds all that the read model was built from.
    if (withReadModel) told("read model", await requireReadModel(dataDir, folder));
    if (eventStoreUrl === undefined) told("log", await backUpLog(dataDir, folder, percents("log")));
  });
  console.log(`Checked, and safe in ${to}.`);
});

async function requireReadModel(dataDir: string, folder: string) {
  const copy = await copyReadModel(dataDir, folder, percents("read model"));
  if (!copy)
    throw new Error(`There is no read model of this version in ${dataDir}: it is made when the server starts.`);
  return copy;
}

function told(what: string, { position, bytes }: { readonly position: number; readonly bytes: number }): void {
  console.log(`The ${what} up to position ${position}: ${(bytes / 1e6).toFixed(1)} MB.`);
}

function percents(what: string): (share: number) => void {
  const say = progress(`% of the ${what}`, 100);
  return (share) => say(Math.floor(share * 100));
}

/** Works under another name first: a folder that stands under its own has all of the backup, on the disk. */
async function inNewFolder(to: string, fill: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(to)) throw new Error(`${to} exists already, and a backup overwrites nothing.\n${USAGE}`);
  const unfinished = `${to}.unfinished-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  // The log holds personal data: the backup is its owner's alone.
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    await fill(unfinished);
    syncFolder(unfinished);
    renameSync(unfinished, to);
    syncFolder(dirname(to));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function options(): { readonly to: string; readonly withReadModel: boolean } {
  try {
    const { values } = parseArgs({
      options: { to: { type: "string" }, "read-model": { type: "boolean", default: false } },
    });
    if (!values.to) throw new Error("--to says where the backup goes.");
    return { to: resolve(values.to), withReadModel: values["read-model"] };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`, { cause: error });
  }
}
