import { closeSync, fsyncSync, openSync } from "node:fs";
import type Sqlite from "better-sqlite3";
import Database from "./sqlite.js";
import type { Connection } from "./schema.js";

const PAGES_AT_ONCE = 2_000;

/** What a copy holds, told from inside the copied state. */
export interface CopyOf<T> {
  readonly bytes: number;
  readonly told: T;
}

/**
 * Copies a database to a new file while others write to it, as it stood at one moment.
 *
 * SQLite's backup starts over whenever somebody has written between two of its steps, and under load would never end;
 * with a read transaction open around it, it copies the state of that transaction. Until it ends, the source's
 * write-ahead log is not shortened.
 * @param tell read in the same transaction, so that it describes exactly what is copied
 * @param onPage called now and then with the share that is done, from 0 to 1
 */
export async function copyDatabase<T>(
  source: Connection,
  path: string,
  tell: (db: Connection) => T,
  onPage: (share: number) => void = () => undefined,
): Promise<CopyOf<T>> {
  source.exec("BEGIN");
  try {
    const told = tell(source);
    const progress = ({ totalPages, remainingPages }: Sqlite.BackupMetadata): number => {
      onPage(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
      return PAGES_AT_ONCE;
    };
    const { totalPages } = await source.backup(path, { progress });
    const pageSize = Number(source.pragma("page_size", { simple: true }));
    return { bytes: totalPages * pageSize, told };
  } finally {
    source.exec("COMMIT");
  }
}

/** A copy that is not what it should be; most often because its source is not. */
export class DamagedCopy extends Error {
  override readonly name = "DamagedCopy";
}

/**
 * Reads a copy back: sound, and with the same to tell as its source. The file then stands alone and is on the disk.
 * @throws DamagedCopy when it is damaged or tells something else.
 */
export function checkCopy<T>(path: string, tell: (db: Connection) => T, expected: T): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    const finding: unknown = db.pragma("quick_check(1)", { simple: true });
    if (finding !== "ok") throw new DamagedCopy(`The copy ${path} is damaged: ${finding}.`);
    const told = tell(db);
    if (JSON.stringify(told) !== JSON.stringify(expected)) {
      throw new DamagedCopy(`The copy ${path} differs from its source.`);
    }
  } finally {
    db.close();
  }
  syncFile(path);
}

/** Returns when the file is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}
