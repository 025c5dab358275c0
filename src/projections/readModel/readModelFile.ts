import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { syncFile } from "../../eventstore/embedded/copyDatabase.js";
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
 * Opens the read model for writing, making it when there is none. No commit waits for the disk, as what a power cut takes
 * is taken in again; but what was moved from the write-ahead log into the file is safe before that log is used anew
 * (NORMAL), so a power cut leaves an older read model and never a damaged one.
 */
export function openForWriting(path: string, parts = PARTS): Database {
  if (!existsSync(path)) create(path, parts);
  const db = new BetterSqlite3(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("cache_size = -32000");
  db.pragma("journal_size_limit = 134217728");
  // Pages of indexes are written over and over; the fewer checkpoints, the fewer of these copies go to the file.
  db.pragma("wal_autocheckpoint = 32000");
  return db;
}

/** So large a write-ahead log is worth the work. */
const WAL_WORTH_BYTES = 4_194_304;
const BUSY_MS = 5_000;

/**
 * Moves what the write-ahead log holds into the file, and gives its room back: else it stays as large as it ever was.
 * Waits for nobody, as whoever writes next waits for this.
 * @returns false while a reader stands in the way
 */
export function shortenWal(db: Database): boolean {
  const wal = statSync(`${db.name}-wal`, { throwIfNoEntry: false });
  if (!wal || wal.size < WAL_WORTH_BYTES) return true;
  db.pragma("busy_timeout = 0");
  try {
    const [told] = db.pragma("wal_checkpoint(TRUNCATE)") as readonly { readonly busy: number }[];
    return told?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

/** A file that stands under its name has all its tables: until then it has another one, and is worth nothing. */
export const unfinishedPath = (path: string): string => `${path}.new`;

function create(path: string, parts: readonly ReadModelPart[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = unfinishedPath(path);
  dropReadModel(path);
  const db = new BetterSqlite3(unfinished);
  // Should the process die meanwhile, the file is thrown away: so its hundreds of tables are one write, synced once.
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.transaction(() => createParts(db, parts))();
  db.close();
  syncFile(unfinished);
  renameSync(unfinished, path);
}

/** Deletes a read model and what SQLite keeps beside it. The log is untouched. */
export function dropReadModel(path: string): void {
  for (const file of [path, unfinishedPath(path)]) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true, recursive: true });
  }
}

/** So many files that were set aside are kept, for whoever wants to know what became of them. */
const KEPT_ASIDE = 2;
const ASIDE = /\.db\.set-aside-(\d+)$/;

/**
 * Takes a read model that is of no use out of the way, with what SQLite keeps beside it, whatever it may be: it may be
 * somebody's file under the wrong name. Of earlier ones only the last stay.
 * @returns its new name
 */
export function setAside(path: string): string {
  const folder = dirname(path);
  const earlier = readdirSync(folder)
    .flatMap((file) => {
      const number = ASIDE.exec(file)?.[1];
      return number === undefined ? [] : [{ file: join(folder, file), number: Number(number) }];
    })
    .sort((a, b) => b.number - a.number);
  const aside = `${path}.set-aside-${(earlier[0]?.number ?? 0) + 1}`;
  for (const suffix of ["-wal", "-shm", ""]) {
    if (lstatSync(path + suffix, { throwIfNoEntry: false })) renameSync(path + suffix, aside + suffix);
  }
  for (const { file } of earlier.slice(KEPT_ASIDE - 1)) {
    // A folder is nothing that was ever made here: it is not ours to delete.
    if (!lstatSync(file).isDirectory())
      for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  }
  return basename(aside);
}

/** All read models in a folder, of whatever version. */
export const readModelsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.startsWith(PREFIX) && file.endsWith(".db"))
        .map((file) => join(folder, file))
    : [];

/** The read models of other versions beside this one, the newest first. */
export const otherReadModels = (path: string): readonly string[] =>
  readModelsIn(dirname(path))
    .filter((other) => basename(other) !== basename(path))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/** Deletes them but the newest, which an older node may still be serving from. */
export function dropOldReadModels(path: string): void {
  for (const old of otherReadModels(path).slice(1)) dropReadModel(old);
}
