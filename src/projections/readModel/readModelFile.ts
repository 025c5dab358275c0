import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../eventstore/embedded/sqlite.js";
import { fingerprintOfAll, fingerprintsOf } from "./fingerprint.js";
import type { ReadModelPart } from "../table/part.js";
import { PARTS } from "./parts.js";
import { createParts } from "./partTable.js";

const PREFIX = "read-model-";

/** Which read model a program builds: another version of the program builds its own file beside this one. */
export const readModelVersion = (parts: readonly ReadModelPart[] = PARTS): string =>
  fingerprintOfAll(fingerprintsOf(parts)).slice(0, 12);

export const readModelPath = (folder: string, version = readModelVersion()): string =>
  join(folder, `${PREFIX}${version}.db`);

/**
 * Opens the read model for writing, making it when there is none. It can always be built again from the log, so it
 * need not survive a power cut: nothing waits for the disk.
 */
export function openForWriting(path: string, parts = PARTS): Database {
  if (!existsSync(path)) create(path, parts);
  const db = new BetterSqlite3(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -32000");
  db.pragma("journal_size_limit = 134217728");
  // Pages of indexes are written over and over; the fewer checkpoints, the fewer of these copies go to the file.
  db.pragma("wal_autocheckpoint = 32000");
  return db;
}

/** A file that stands under its name has all its tables: until then it has another one, and is worth nothing. */
export const unfinishedPath = (path: string): string => `${path}.new`;

function create(path: string, parts: readonly ReadModelPart[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = unfinishedPath(path);
  dropReadModel(path);
  const db = new BetterSqlite3(unfinished);
  createParts(db, parts);
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
  for (const file of [path, unfinishedPath(path)]) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  }
}

/** The read models of other versions beside this one, the newest first. */
export const otherReadModels = (path: string): readonly string[] =>
  readdirSync(dirname(path))
    .filter((file) => file.startsWith(PREFIX) && file.endsWith(".db") && file !== basename(path))
    .map((file) => join(dirname(path), file))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/** Deletes them but the newest, which an older node may still be serving from. */
export function dropOldReadModels(path: string): void {
  for (const old of otherReadModels(path).slice(1)) dropReadModel(old);
}
