import { lstatSync } from "node:fs";
import type Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../eventstore/embedded/sqlite.js";
import { StoreUnavailable } from "../../eventstore/contract.js";
import { fingerprintsOf } from "./fingerprint.js";
import type { ReadModelPart } from "../table/part.js";
import { builtParts, createParts, READ_MODEL_ID } from "./partTable.js";
import { openForReading } from "./openFile.js";

/** An error by its name and SQLite's code; one that comes from another thread has lost its class. */
type Named = Pick<Error, "name" | "message"> & { readonly code?: unknown };

const codeOf = ({ code }: Named): string => (typeof code === "string" ? code : "");

/** SQLite itself says that the file is not what it wrote. */
export const isDamage = (error: Named): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));

/** SQLite's words for a disk that does not do as it is told; nothing is wrong with the file. */
const OF_THE_DISK = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|NOMEM|PERM|AUTH)/;
/** The log's own: it holds what cannot be read, or ends before the place that was reached. */
const OF_THE_LOG: readonly string[] = ["UnknownSchemaVersion", "UnreadableEvent", "RangeError"];

/**
 * What made the thread fail that takes events in. `doubt`: neither log nor disk is to blame, so the rows that it met are
 * not those that it wrote; or the program has a fault, which shows when a file made anew fails in the same way.
 */
export type Blame = "log" | "disk" | "damage" | "doubt";

export function blameFor(error: Named): Blame {
  if (isDamage(error)) return "damage";
  if (OF_THE_LOG.includes(error.name)) return "log";
  return OF_THE_DISK.test(codeOf(error)) ? "disk" : "doubt";
}

/** What is the matter and what to do, in one sentence. */
export function whyFailed(error: Named): string {
  const code = codeOf(error);
  if (code.startsWith("SQLITE_FULL")) return "The disk of the read model is full: make room there, it then goes on.";
  if (code.startsWith("SQLITE_READONLY")) {
    return `The read model cannot be written (${code}): its file or file system is read-only, or its folder is gone.`;
  }
  if (code.startsWith("SQLITE_CANTOPEN")) {
    return "The read model cannot be opened: see that its folder (DATA_DIR) is there and may be written.";
  }
  if (OF_THE_DISK.test(code)) return `The disk of the read model fails (${code}): see to the disk.`;
  // Their messages repeat what they stumbled over, and that may name a person.
  if (["SyntaxError", "TypeError"].includes(error.name)) return `Its rows could not be used (${error.name}).`;
  if (error.name === "RangeError") return `${error.message} Stop this node; see docs/OPERATIONS.md.`;
  return error.message;
}

/** Why a file is no read model that these parts could go on with; undefined when nothing speaks against it at sight. */
export function whyUnfit(path: string, parts: readonly ReadModelPart[]): string | undefined {
  if (!lstatSync(path).isFile()) return "is no file";
  let db: Database | undefined;
  try {
    db = openForReading(path);
    if (Number(db.pragma("application_id", { simple: true })) !== READ_MODEL_ID) return "is not a read model";
    const fingerprints = fingerprintsOf(parts);
    const built = new Map(builtParts(db).map((part) => [part.name, part]));
    if (parts.some((part) => built.get(part.name)?.fingerprint !== fingerprints.get(part))) {
      return "was built by another program";
    }
    const found = schemaOf(db);
    if ([...schemaMade(parts)].some((made) => !found.has(made))) return "lacks a table or an index";
    const last = db.prepare(`SELECT coalesce(max(position), 0) FROM event`).pluck().get() as number;
    if (parts.length === built.size && last > Math.max(...[...built.values()].map(({ place }) => place.position))) {
      return "holds events beyond its own place in the log";
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    return `is damaged (${error.code})`;
  } finally {
    db?.close();
  }
}

const schemaOf = (db: Database): ReadonlySet<string> =>
  new Set(
    db.prepare(`SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema`).pluck().all() as string[],
  );

const MADE = new WeakMap<readonly ReadModelPart[], ReadonlySet<string>>();

/** The tables and indexes that these parts make. */
function schemaMade(parts: readonly ReadModelPart[]): ReadonlySet<string> {
  let made = MADE.get(parts);
  if (!made) {
    const db = new BetterSqlite3(":memory:");
    createParts(db, parts);
    made = schemaOf(db);
    db.close();
    MADE.set(parts, made);
  }
  return made;
}

/** A connection whose damage is told, once met, and answers as a ledger that cannot be reached now. */
export function watched(db: Database, onDamage: (code: string) => void): Database {
  const guard = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BetterSqlite3.SqliteError) || !isDamage(error)) throw error;
      onDamage(error.code);
      const message = "The read model is damaged, and is built anew.";
      throw new StoreUnavailable(message, "nothing-written", { cause: error });
    }
  };
  const prepare = db.prepare.bind(db) as (sql: string) => Sqlite.Statement;
  db.prepare = ((sql: string) => guard(() => watchedStatement(prepare(sql), guard))) as Database["prepare"];
  return db;
}

type Guard = <T>(read: () => T) => T;

function watchedStatement(statement: Sqlite.Statement, guard: Guard): Sqlite.Statement {
  const get = statement.get.bind(statement);
  const all = statement.all.bind(statement);
  const iterate = statement.iterate.bind(statement);
  statement.get = (...values) => guard(() => get(...values));
  statement.all = (...values) => guard(() => all(...values));
  statement.iterate = (...values) => {
    const rows = guard(() => iterate(...values));
    const next = rows.next.bind(rows);
    rows.next = () => guard(() => next());
    return rows;
  };
  return statement;
}
