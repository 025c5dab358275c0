import type { Database } from "better-sqlite3";
import { type Checkpoint, type Position, START } from "../../eventstore/contract.js";
import { fingerprintsOf } from "./fingerprint.js";
import type { OwnRows, ReadModelPart } from "../table/part.js";

/** "PLR1" in the file's header: tells a read model from any other SQLite file. */
export const READ_MODEL_ID = 0x504c5231;

/**
 * Which parts a read model has, by which code each was built, how far, and what is to be deleted when it is built anew;
 * that may be a part which the program no longer knows. A part that is behind the others has a position of its own; those
 * that have none stand at `common_place`, so that each page of events moves one row.
 */
const PART_DDL = `
  CREATE TABLE part (
    name TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    position INTEGER,
    checkpoint TEXT,
    tables_json TEXT NOT NULL,
    own_rows_json TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE common_place (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    position INTEGER NOT NULL,
    checkpoint TEXT
  ) STRICT;
  PRAGMA application_id = ${READ_MODEL_ID};
`;

/** How far a part has taken in the log. */
export interface Place {
  readonly position: Position;
  /** Undefined at the log's beginning. */
  readonly checkpoint: Checkpoint | undefined;
}

export const isSamePlace = (a: Place, b: Place): boolean => a.position === b.position && a.checkpoint === b.checkpoint;

/** A part as a read model has it. */
export interface BuiltPart {
  readonly name: string;
  readonly fingerprint: string;
  readonly place: Place;
}

/** Makes all tables of the parts, in an empty database. */
export function createParts(db: Database, parts: readonly ReadModelPart[]): void {
  db.exec(PART_DDL);
  addParts(db, parts);
}

/** Makes those indexes of the parts that only questions need, where they are not there yet. */
export function completeIndexes(db: Database, parts: readonly ReadModelPart[]): void {
  const made = parts.map(({ indexes = "" }) => indexes.replaceAll("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"));
  db.transaction(() => db.exec(made.join("\n")))();
}

/** The parts that a database has; none where a program made it that did not keep account of them. */
export function builtParts(db: Database): readonly BuiltPart[] {
  const tables = tablesIn(db);
  if (!["part", "common_place"].every((table) => tables.includes(table))) return [];
  const rows = db
    .prepare(
      `SELECT name, fingerprint, coalesce(p.position, c.position) AS position,
         iif(p.position IS NULL, c.checkpoint, p.checkpoint) AS checkpoint
       FROM part p LEFT JOIN common_place c ORDER BY name`,
    )
    .all() as {
    readonly name: string;
    readonly fingerprint: string;
    readonly position: Position;
    readonly checkpoint: Checkpoint | null;
  }[];
  return rows.map(({ name, fingerprint, position, checkpoint }) => ({
    name,
    fingerprint,
    place: { position, checkpoint: checkpoint ?? undefined },
  }));
}

/** Every part has taken in the log up to one and the same place. */
export const isWhole = (built: readonly BuiltPart[]): boolean => {
  const [first] = built;
  return built.every(({ place }) => !first || isSamePlace(place, first.place));
};

/** Writes down that parts have moved on: those at these positions, which are so many, to the place. */
export function partMover(db: Database): (moved: ReadonlyMap<Position, number>, to: Place) => void {
  const moveOwn = db.prepare(`UPDATE part SET position = ?, checkpoint = ? WHERE position = ?`);
  const moveCommon = db.prepare(`UPDATE common_place SET position = ?, checkpoint = ? WHERE position = ?`);
  const setCommon = db.prepare(`INSERT OR REPLACE INTO common_place VALUES (1, ?, ?)`);
  const join = db.prepare(`UPDATE part SET position = NULL, checkpoint = NULL`);
  const all = db.prepare(`SELECT count(*) FROM part`).pluck().get() as number;
  let behind = db.prepare(`SELECT count(*) FROM part WHERE position IS NOT NULL`).pluck().get() as number;
  return (moved, to) => {
    let count = 0;
    // From the last on, so that nobody is moved twice.
    for (const from of [...moved.keys()].sort((a, b) => b - a)) {
      const own = behind > 0 ? moveOwn.run(to.position, to.checkpoint, from).changes : 0;
      const common = moveCommon.run(to.position, to.checkpoint, from).changes * (all - behind);
      // Somebody else moving a part would mean two projectors on one file: everything is rolled back.
      if (own + common !== moved.get(from)) throw new Error("The read model was moved on by somebody else.");
      count += own + common;
    }
    if (behind === 0 || count < all) return;
    setCommon.run(to.position, to.checkpoint);
    join.run();
    behind = 0;
  };
}

/** Leaves the parts that were built by this very code as they are, and empties all others, which then begin anew. */
export function keepParts(db: Database, parts: readonly ReadModelPart[]): void {
  const fingerprints = fingerprintsOf(parts);
  const current = new Map(parts.map((part) => [part.name, fingerprints.get(part)]));
  const built = builtParts(db);
  const kept = built.filter(({ name, fingerprint }) => current.get(name) === fingerprint).map(({ name }) => name);
  const others = built.map(({ name }) => name).filter((name) => !kept.includes(name));
  dropParts(db, others);
  const missing = parts.filter(({ name }) => !kept.includes(name));
  addParts(db, missing);
}

function addParts(db: Database, parts: readonly ReadModelPart[]): void {
  const fingerprints = fingerprintsOf(parts);
  const insert = db.prepare(`INSERT INTO part VALUES (?, ?, ${START}, NULL, ?, ?)`);
  for (const part of parts) {
    const before = tablesIn(db);
    db.exec(part.ddl);
    const made = tablesIn(db).filter((table) => !before.includes(table));
    const ownRows: RowsToDelete[] = (part.ownRows ?? []).map(({ table, column, value }) => ({ table, column, value }));
    insert.run(part.name, fingerprints.get(part), JSON.stringify(made), JSON.stringify(ownRows));
  }
}

type RowsToDelete = Omit<OwnRows, "of">;

function dropParts(db: Database, names: readonly string[]): void {
  const find = db.prepare(`SELECT tables_json, own_rows_json FROM part WHERE name = ?`);
  const dropped = names.map((name) => find.get(name) as { tables_json: string; own_rows_json: string });
  // Rows first, as the table that they are in may be dropped too.
  for (const { own_rows_json } of dropped) {
    for (const { table, column, value } of JSON.parse(own_rows_json) as RowsToDelete[]) {
      db.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(value);
    }
  }
  for (const { tables_json } of dropped) {
    // What full-text search keeps beside a table goes with it, and is not there any more when its turn comes.
    for (const table of JSON.parse(tables_json) as string[]) db.exec(`DROP TABLE IF EXISTS ${table}`);
  }
  const forget = db.prepare(`DELETE FROM part WHERE name = ?`);
  for (const name of names) forget.run(name);
}

const tablesIn = (db: Database): string[] =>
  db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`).pluck().all() as string[];
