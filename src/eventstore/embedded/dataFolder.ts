import { accessSync, constants, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotOpenLedger } from "./schema.js";

/**
 * The folder in which a node keeps its files, made when there is none. What it holds is personal: a folder made here
 * is its owner's alone.
 * @throws CannotOpenLedger saying what is in the way, and what helps.
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A folder that is there already may still be one that nobody can write to.
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotOpenLedger(whyUnusable(folder, error as NodeJS.ErrnoException), { cause: error });
  }
}

/** One sentence: what is the matter with the folder, and what to do. */
export function whyUnusable(folder: string, { code = "", message }: NodeJS.ErrnoException): string {
  const named = `The data folder ${folder} (DATA_DIR)`;
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return `${named} is a file or lies below one: name a folder.`;
    case "EROFS":
      return `${named} lies on a read-only file system: mount it for writing, or name a copy of the folder on another disk.`;
    case "EACCES":
    case "EPERM":
      return `${named} may not be read and written by the user of this process: give that user the right to.`;
    case "ENOSPC":
      return `${named} cannot be made, as its disk has no room left: make room there.`;
    default:
      return `${named} cannot be used: ${message}.`;
  }
}

const RESERVE_FILE = "ledger.reserve";
/** What a start needs on a disk: SQLite's shared memory of log and read model, their write-ahead logs, the pid. */
const RESERVE_BYTES = 512 * 1_024;

/**
 * A start writes a few pages before it can read, and on a full disk it could not. So some room is kept in a file that
 * is given up when the disk is full, and taken again at a start that finds room.
 */
export function holdReserve(folder: string): void {
  const path = join(folder, RESERVE_FILE);
  if (roomIn(folder) < RESERVE_BYTES) return rmSync(path, { force: true });
  if (statSync(path, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return;
  try {
    // Written, not only sized: a hole in a file takes no room.
    writeFileSync(path, Buffer.alloc(RESERVE_BYTES, 1));
  } catch {
    rmSync(path, { force: true });
  }
}

/** Bytes that the disk of a folder has left for this process. */
export function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
