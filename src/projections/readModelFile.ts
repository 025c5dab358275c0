import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import BetterSqlite3, { type Database } from "better-sqlite3";
import { READ_MODEL_DDL } from "./projector.js";

const PREFIX = "read-model-";

/**
 * Which read model this program builds: a fingerprint of the code that builds it. Another version of the program
 * builds its own file beside this one, and nobody has to remember to raise a number.
 */
export function readModelVersion(): string {
  const hash = createHash("sha256").update(READ_MODEL_DDL);
  for (const folder of [".", "../domain"]) {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.[jt]s$/.test(file));
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

export const readModelPath = (folder: string, version = readModelVersion()): string =>
  join(folder, `${PREFIX}${version}.db`);

/**
 * Opens the read model for writing, making it when there is none. It can always be built again from the log, so it
 * need not survive a power cut: nothing waits for the disk.
 */
export function openForWriting(path: string): Database {
  if (!existsSync(path)) create(path);
  const db = new BetterSqlite3(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -32000");
  db.pragma("journal_size_limit = 134217728");
  // Pages of indexes are written over and over; the fewer checkpoints, the fewer of these copies go to the file.
  db.pragma("wal_autocheckpoint = 32000");
  return db;
}

/** Made under another name first: a file that stands under its name has all its tables. */
function create(path: string): void {
  mkdirSync(join(path, ".."), { recursive: true });
  const unfinished = `${path}.new`;
  rmSync(unfinished, { force: true });
  const db = new BetterSqlite3(unfinished);
  db.exec(READ_MODEL_DDL);
  db.close();
  renameSync(unfinished, path);
}

export function openForReading(path: string): Database {
  const db = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  db.pragma("query_only = ON");
  db.pragma("cache_size = -16000");
  return db;
}

/** Deletes a read model and what SQLite keeps beside it. The log is untouched. */
export function dropReadModel(path: string): void {
  for (const suffix of ["", "-wal", "-shm", ".new"]) rmSync(path + suffix, { force: true });
}

/** Deletes the read models of other versions but the newest of them, which an older node may still be serving from. */
export function dropOldReadModels(folder: string, keep: string): void {
  const others = readdirSync(folder)
    .filter((file) => file.startsWith(PREFIX) && file.endsWith(".db") && join(folder, file) !== keep)
    .map((file) => join(folder, file))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of others.slice(1)) dropReadModel(path);
}
