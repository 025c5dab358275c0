import { existsSync, lstatSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../eventstore/embedded/sqlite.js";
import { type LogReader, START } from "../../eventstore/contract.js";
import { checkCopy, copyDatabase, DamagedCopy, syncFile } from "../../eventstore/embedded/copyDatabase.js";
import { makeDataFolder } from "../../eventstore/embedded/dataFolder.js";
import { continues } from "./continuity.js";
import { isDamage, whyUnfit } from "./damage.js";
import { fingerprintsOf } from "./fingerprint.js";
import type { ReadModelPart } from "../table/part.js";
import { PARTS } from "./parts.js";
import { builtParts, isWhole, keepParts } from "./partTable.js";
import { openForReading } from "./openFile.js";
import {
  dropOldReadModels,
  dropReadModel,
  openForWriting,
  otherReadModels,
  setAside,
  unfinishedPath,
} from "./readModelFile.js";

type Log = Pick<LogReader, "readAll" | "checkpointAt" | "positionOf" | "head">;

export interface Provided {
  /** Every part of it stands at the same place; else the emptied ones have yet to catch up. */
  readonly isWhole: boolean;
  /** Nothing was kept from before: all of it is built from the log. */
  readonly isNew: boolean;
  /** A file of its name was there, and was of no use. */
  readonly wasSetAside: boolean;
}

export interface ProvideOptions {
  /** Takes a line for the operator. */
  readonly say?: ((line: string) => void) | undefined;
  /** What was found wrong with the file while it was used: it is not looked at again, nor is any other trusted. */
  readonly doubt?: string | undefined;
}

/**
 * Sees to it that the file is a read model of this log by this program, with as little to build as can be: its own from
 * before; else a copy of another version's, of which only the parts are emptied whose code differs; else an empty one.
 * The other's file stays as it is, for the way back and for whoever serves from it. A file that is of no use, whatever
 * it may hold, is set aside and never in the way: all that a read model has is in the log.
 */
export async function provide(
  path: string,
  log: Log,
  parts = PARTS,
  { say = () => undefined, doubt }: ProvideOptions = {},
): Promise<Provided> {
  makeDataFolder(dirname(path));
  let wasSetAside = false;
  const giveUp = (why: string): void => {
    wasSetAside = true;
    say(`The read model ${path} ${why}: it is set aside as ${setAside(path)}, and built anew from the log.`);
  };
  if (lstatSync(path, { throwIfNoEntry: false })) {
    const why = doubt ?? whyUnfit(path, parts);
    if (why !== undefined) giveUp(why);
    // Its index of events was being built anew, so that nobody can say whether it is of this log.
    else if (!(await isOf(path, log, () => true))) dropReadModel(path);
  }
  if (!existsSync(path) && !wasSetAside) await takeOver(path, log, parts);
  try {
    return { ...begin(path, parts), wasSetAside };
  } catch (error) {
    if (wasSetAside || !(error instanceof BetterSqlite3.SqliteError) || !isDamage(error)) throw error;
    giveUp(`is damaged (${error.code})`);
    return { ...begin(path, parts), wasSetAside };
  } finally {
    dropOldReadModels(path);
  }
}

function begin(path: string, parts: readonly ReadModelPart[]): Omit<Provided, "wasSetAside"> {
  const db = openForWriting(path, parts);
  try {
    const built = builtParts(db);
    return { isWhole: isWhole(built), isNew: built.every(({ place }) => place.position === START) };
  } finally {
    db.close();
  }
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
      if (!(error instanceof BetterSqlite3.SqliteError) && !(error instanceof DamagedCopy)) throw error;
      dropReadModel(path);
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
  // A copy has its source's damage, and would have it found only when somebody meets it.
  checkCopy(unfinished, () => undefined, undefined);
  const db = new BetterSqlite3(unfinished);
  // Should the process die meanwhile, the file is thrown away.
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.transaction(() => keepParts(db, parts))();
  db.close();
  syncFile(unfinished);
  renameSync(unfinished, path);
}
