import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { loadConfig } from "../config.js";
import { backUpLog } from "../eventstore/embedded/backup.js";
import { syncFolder } from "../eventstore/embedded/schema.js";
import { copyReadModel } from "../projections/readModel/copyReadModel.js";
import { Misused } from "./commandLine.js";
import { progress } from "./terminal.js";

export interface BackupAsked {
  /** A folder that is made for it. */
  readonly to: string;
  readonly withReadModel: boolean;
}

/** Copies the ledger of this environment, and reads the copy back. */
export async function copyLedger({ to, withReadModel }: BackupAsked): Promise<void> {
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
}

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
  if (existsSync(to)) throw new Misused(`${to} exists already, and a backup overwrites nothing.`);
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
