import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../eventstore/embedded/sqlite.js";
import type { LogReader } from "../../eventstore/contract.js";
import { copyDatabase } from "../../eventstore/embedded/copyDatabase.js";
import { continues } from "./continuity.js";
import { fingerprintsOf } from "./fingerprint.js";
import type { ReadModelPart } from "../table/part.js";
import { PARTS } from "./parts.js";
import { builtParts, isWhole, keepParts } from "./partTable.js";
import {
  dropOldReadModels,
  dropReadModel,
  openForReading,
  openForWriting,
  otherReadModels,
  unfinishedPath,
} from "./readModelFile.js";

type Log = Pick<LogReader, "readAll" | "checkpointAt">;

/**
 * Sees to it that the file is a read model of this log by this program, with as little to build as can be: its own from
 * before; else a copy of another version's, of which only the parts are emptied whose code differs; else an empty one.
 * The other's file stays as it is, for the way back and for whoever serves from it.
 * @returns whether every part of it stands at the same place; else the emptied ones have yet to catch up
 */
export async function provide(path: string, log: Log, parts = PARTS): Promise<boolean> {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && !(await isOf(path, log, () => true))) dropReadModel(path);
  if (!existsSync(path)) await takeOver(path, log, parts);
  const db = openForWriting(path, parts);
  const whole = isWhole(builtParts(db));
  db.close();
  dropOldReadModels(path);
  return whole;
}

async function takeOver(path: string, log: Log, parts: readonly ReadModelPart[]): Promise<void> {
  const fingerprints = new Set(fingerprintsOf(parts).values());
  const isOfUse = (db: Database): boolean => {
    const built = builtParts(db);
    return isWhole(built) && built.some(({ fingerprint }) => fingerprints.has(fingerprint));
  };
  for (const other of otherReadModels(path)) {
    try {
      if (await isOf(other, log, isOfUse)) return await copyOf(other, path, parts);
    } catch (error) {
      // A file that cannot be read is of no use either: what it might have saved is built.
      if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    }
  }
}

async function isOf(path: string, log: Log, isOfUse: (db: Database) => boolean): Promise<boolean> {
  const db = openForReading(path);
  try {
    return isOfUse(db) && (await continues(db, log));
  } finally {
    db.close();
  }
}

async function copyOf(other: string, path: string, parts: readonly ReadModelPart[]): Promise<void> {
  const unfinished = unfinishedPath(path);
  dropReadModel(path);
  const source = openForReading(other);
  await copyDatabase(source, unfinished, () => undefined);
  source.close();
  const db = new BetterSqlite3(unfinished);
  // Should the process die meanwhile, the file is thrown away.
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.transaction(() => keepParts(db, parts))();
  db.close();
  renameSync(unfinished, path);
}
