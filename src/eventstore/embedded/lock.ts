import type Sqlite from "better-sqlite3";
import Database from "./sqlite.js";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotOpenLedger } from "./schema.js";

const LOCK_FILE = "ledger.lock";
const HOLDER_FILE = "ledger.pid";

/** Another process, or another store of this one, has the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = "DataFolderInUse";
  constructor(
    readonly folder: string,
    /** The holder's process id, when it could be learned. */
    readonly pid: number | undefined,
  ) {
    super(`The data folder ${folder} is in use by ${pid === undefined ? "another process" : `process ${pid}`}.`);
  }
}

export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process until `release`. The lock is an open exclusive transaction on a small
 * SQLite file: the operating system frees it when the process ends, however it ends, so no stale lock can remain.
 * The process id stands beside it for people only. (Nothing else in this process may open the lock file: closing any
 * handle of it would drop the lock.)
 * @throws DataFolderInUse when it is taken; CannotOpenLedger when the folder cannot be used at all.
 */
export function lockFolder(folder: string): FolderLock {
  const holderFile = join(folder, HOLDER_FILE);
  const db = holdExclusively(folder, holderFile);
  writePid(holderFile);
  return {
    release: () => {
      if (!db.open) return;
      rmSync(holderFile, { force: true });
      db.close();
    },
  };
}

function holdExclusively(folder: string, holderFile: string): Sqlite.Database {
  let db: Sqlite.Database | undefined;
  try {
    db = new Database(join(folder, LOCK_FILE), { timeout: 0 });
    // A lock needs no journal, for which a full disk would have no room.
    db.pragma("journal_mode = OFF");
    db.exec("BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new DataFolderInUse(folder, readPid(holderFile));
    }
    throw new CannotOpenLedger(`The data folder ${folder} cannot be locked: ${String(error)}.`, { cause: error });
  }
}

/** On a full disk the log can still be read; that the pid finds no room must not prevent it. */
function writePid(holderFile: string): void {
  try {
    writeFileSync(holderFile, `${process.pid}\n`);
  } catch {
    rmSync(holderFile, { force: true });
  }
}

function readPid(holderFile: string): number | undefined {
  try {
    const text = readFileSync(holderFile, "utf8").trim();
    return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}
