import type Sqlite from "better-sqlite3";
import { closeSync, fsyncSync, openSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { findHole } from "./holes.js";
import Database from "./sqlite.js";

export type Connection = Sqlite.Database;

export const LEDGER_FILE = "ledger.db";
/** "PLG1" in the file's header: tells our file from any other SQLite file. */
export const APPLICATION_ID = 0x504c4731;
export const SCHEMA_VERSION = 1;

/** Older libraries can corrupt a WAL file that two connections checkpoint at once. */
const OLDEST_SAFE_SQLITE = "3.51.3";
const SYNCHRONOUS_FULL = 2;
const BUSY_TIMEOUT_MS = 5_000;
const WRITER_CACHE_KIB = 8_192;
const READER_CACHE_KIB = 4_096;
const WAL_CHECKPOINT_PAGES = 4_000;
const WAL_KEPT_BYTES = 64 * 1_048_576;

/**
 * AUTOINCREMENT, because a position must never be given twice; and what was given out shows that a newest row is missing.
 * The category is computed by SQLite, so that it cannot disagree with the stream's name; its index ends in the
 * position (every index ends in the rowid), so a filtered read walks only over what matches.
 * The event id is kept as 16 bytes: a random key is the costliest index, and this halves it.
 */
const SCHEMA = `
  CREATE TABLE events (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    stream      TEXT    NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision >= 0),
    event_id    BLOB    NOT NULL CHECK (length(event_id) = 16),
    type        TEXT    NOT NULL,
    data        TEXT    NOT NULL,
    metadata    TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL, -- milliseconds since 1970, UTC
    category    TEXT    NOT NULL GENERATED ALWAYS AS (
      CASE instr(stream, '-') WHEN 0 THEN stream ELSE substr(stream, 1, instr(stream, '-') - 1) END
    ) VIRTUAL,
    UNIQUE (stream, revision),
    UNIQUE (event_id)
  ) STRICT;
  CREATE INDEX events_by_category ON events (category);
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** The log cannot be opened as it is; the message is one sentence for the operator. */
export class CannotOpenLedger extends Error {
  override readonly name = "CannotOpenLedger";
}

/**
 * Opens the log for the one writer, creating it when the folder has none. That it is whole is for `openWhole` to say.
 * @throws CannotOpenLedger for another program's or a newer version's file, or where durability does not hold.
 */
export function openForWriting(folder: string): Connection {
  const db = connect(folder, { timeout: BUSY_TIMEOUT_MS }, (db, path) => {
    requireSqlite(sqliteVersion(db));
    // Nothing is set on the file before it is known to be ours: setting the journal mode would already change it.
    const fresh = isEmpty(db);
    if (!fresh) requireOurs(db, path);
    makeDurable(db);
    db.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
    if (fresh) db.transaction(() => db.exec(SCHEMA)).immediate();
  });
  syncFolder(folder);
  return db;
}

/**
 * Opens the log for reading only; any thread or process may, while the writer writes.
 * @throws CannotOpenLedger when there is no log, or it is another program's or a newer version's.
 */
export function openForReading(folder: string): Connection {
  return connect(folder, { timeout: BUSY_TIMEOUT_MS, readonly: true, fileMustExist: true }, (db, path) => {
    requireSqlite(sqliteVersion(db));
    requireOurs(db, path);
    db.pragma("query_only = ON");
    db.pragma(`cache_size = -${READER_CACHE_KIB}`);
  });
}

/**
 * Opens the log as a start finds it, for reading only, so that a log which is refused is left as it was: whoever mends
 * it needs the write-ahead log that a writer would move into the file.
 * @returns undefined when the folder has no log yet
 * @throws CannotOpenLedger when it is not ours, damaged, has holes, or lacks one of its two files.
 */
export function openWhole(folder: string): Connection | undefined {
  const path = join(folder, LEDGER_FILE);
  const size = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size(path) === 0) {
    if (size(`${path}-wal`) === 0) return undefined;
    // SQLite would begin an empty file and throw these events away.
    throw new CannotOpenLedger(
      `The log ${path} is missing, but events of it are in ${path}-wal: put the file back beside it, from where it went.`,
    );
  }
  let empty = false;
  const db = connect(folder, { timeout: BUSY_TIMEOUT_MS, readonly: true, fileMustExist: true }, (db) => {
    requireSqlite(sqliteVersion(db));
    empty = isEmpty(db);
    if (empty) return;
    requireOurs(db, path);
    requireSound(db, path);
    requireNoHoles(db, path);
    db.pragma("query_only = ON");
  });
  if (!empty) return db;
  db.close();
  return undefined;
}

/**
 * Every commit reaches the disk before it is acknowledged. The driver's own default does not promise that, so what
 * was set is read back.
 * @throws CannotOpenLedger when the setting does not hold.
 */
export function makeDurable(db: Connection): void {
  const mode: unknown = db.pragma("journal_mode = WAL", { simple: true });
  db.pragma("synchronous = FULL");
  const synchronous: unknown = db.pragma("synchronous", { simple: true });
  if (mode !== "wal" || synchronous !== SYNCHRONOUS_FULL) {
    throw new CannotOpenLedger(
      `The log cannot be kept durable here: journal mode is ${mode}, synchronous is ${synchronous}; wal and ${SYNCHRONOUS_FULL} are needed.`,
    );
  }
  db.pragma(`wal_autocheckpoint = ${WAL_CHECKPOINT_PAGES}`);
  db.pragma(`journal_size_limit = ${WAL_KEPT_BYTES}`);
}

/** @throws CannotOpenLedger when the SQLite library is older than the first safe one. */
export function requireSqlite(version: string): void {
  const [have, need] = [version, OLDEST_SAFE_SQLITE].map((text) => text.split(".").map(Number));
  const differs = need!.findIndex((part, index) => part !== (have![index] ?? 0));
  if (differs >= 0 && !((have![differs] ?? 0) > need![differs]!)) {
    throw new CannotOpenLedger(`SQLite ${version} can corrupt the log; ${OLDEST_SAFE_SQLITE} or later is needed.`);
  }
}

function connect(folder: string, options: Sqlite.Options, prepare: (db: Connection, path: string) => void): Connection {
  const path = join(folder, LEDGER_FILE);
  let db: Connection | undefined;
  try {
    db = new Database(path, options);
    prepare(db, path);
    return db;
  } catch (error) {
    db?.close();
    throw error instanceof CannotOpenLedger ? error : asCannotOpen(error, path);
  }
}

function asCannotOpen(error: unknown, path: string): CannotOpenLedger {
  const code = error instanceof Database.SqliteError ? error.code : "";
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT")) {
    return new CannotOpenLedger(`The file ${path} is damaged or is no ledger: ${code}.`, { cause: error });
  }
  if (NO_ROOM.has(code) && isFull(path)) {
    return new CannotOpenLedger(`The disk of the ledger ${path} is full: make room there.`, { cause: error });
  }
  const why = error instanceof Error ? error.message : String(error);
  return new CannotOpenLedger(`The ledger ${path} cannot be opened: ${why}${code && ` (${code})`}.`, { cause: error });
}

/** SQLite's words when it finds no room for the files that it keeps beside a database. */
const NO_ROOM: ReadonlySet<string> = new Set([
  "SQLITE_FULL",
  "SQLITE_IOERR_SHMSIZE",
  "SQLITE_IOERR_SHMMAP",
  "SQLITE_IOERR_WRITE",
  "SQLITE_CANTOPEN",
]);
const LEAST_ROOM_BYTES = 65_536;

function isFull(path: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize < LEAST_ROOM_BYTES;
}

function sqliteVersion(db: Connection): string {
  return String(db.prepare("SELECT sqlite_version()").pluck().get());
}

function isEmpty(db: Connection): boolean {
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
  return tables === 0 && headerNumber(db, "application_id") === 0 && headerNumber(db, "user_version") === 0;
}

function requireOurs(db: Connection, path: string): void {
  if (headerNumber(db, "application_id") !== APPLICATION_ID) {
    throw new CannotOpenLedger(`The file ${path} is not a ledger of this program.`);
  }
  const version = headerNumber(db, "user_version");
  if (version > SCHEMA_VERSION) {
    throw new CannotOpenLedger(
      `The ledger ${path} was written by a newer version (format ${version}); this one reads up to format ${SCHEMA_VERSION}.`,
    );
  }
}

function requireSound(db: Connection, path: string): void {
  const finding: unknown = db.pragma("quick_check(1)", { simple: true });
  if (finding === "ok") return;
  throw new CannotOpenLedger(
    `The ledger ${path} is damaged (${oneLine(finding)}): restore it from a backup, see docs/OPERATIONS.md.`,
  );
}

/** SQLite tells of a finding in several lines. */
export const oneLine = (finding: unknown): string => String(finding).replace(/\s+/g, " ").trim();

function requireNoHoles(db: Connection, path: string): void {
  const hole = findHole(db);
  if (hole === undefined) return;
  throw new CannotOpenLedger(
    `The ledger ${path} has lost events: ${hole}. Restore it from a backup, see docs/OPERATIONS.md; it was left as it is.`,
  );
}

function headerNumber(db: Connection, name: "application_id" | "user_version"): number {
  return Number(db.pragma(name, { simple: true }));
}

/** A new file is safe only when its name in the folder is, too. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and journals names by itself.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
