import type { Database, Statement } from "better-sqlite3";
import type { Position } from "../../eventstore/contract.js";

/** `to_position` of a version that is still open: later than any event. */
export const OPEN: Position = Number.MAX_SAFE_INTEGER;

/** As a position to be asked at: after every event so far. */
export const NOW: Position = OPEN - 1;

export type SqlValue = string | number | bigint | null;

/** The two columns that make a table temporal; put them first in its DDL. */
export const TEMPORAL_COLUMNS = `from_position INTEGER NOT NULL, to_position INTEGER NOT NULL`;

/** The condition "this version stood at :at". It takes the position as the named parameter `at`. */
export const standsAt = (alias: string): string => `${alias}.from_position <= :at AND ${alias}.to_position > :at`;

/**
 * A table whose rows are versions: `put` closes the version that stands and opens the next. No row changes otherwise,
 * so a query at a position is the query of today with two more comparisons.
 */
export class TemporalTable<Row extends object> {
  private readonly all: readonly (keyof Row & string)[];
  private readonly current: Statement;
  private readonly insert: Statement;
  private readonly close: Statement;
  private readonly drop: Statement;

  constructor(
    db: Database,
    table: string,
    private readonly key: readonly (keyof Row & string)[],
    columns: readonly (keyof Row & string)[],
  ) {
    this.all = [...key, ...columns];
    // The plus: of a bare parameter SQLite asks, at each run, whether its value be that of a partial index, and so plans anew.
    const open = `${key.map((column) => `${column} = +?`).join(" AND ")} AND to_position = ${OPEN}`;
    this.current = db.prepare(`SELECT from_position, ${this.all.join(", ")} FROM ${table} WHERE ${open}`);
    this.insert = db.prepare(
      `INSERT INTO ${table} (from_position, to_position, ${this.all.join(", ")})
       VALUES (?, ?, ${this.all.map(() => "?").join(", ")})`,
    );
    this.close = db.prepare(`UPDATE ${table} SET to_position = ? WHERE ${open} AND from_position < ?`);
    this.drop = db.prepare(`DELETE FROM ${table} WHERE ${open} AND from_position = ?`);
  }

  /** The version that stands now. */
  get(key: Partial<Row>): Row | undefined {
    return this.current.get(...this.keyOf(key)) as Row | undefined;
  }

  /** The row as from this position. Returns its rowid, where the table has rowids. */
  put(at: Position, row: Row): number {
    this.end(at, row);
    return this.begin(at, row);
  }

  /** As `put`, for a row of which no version stands. */
  begin(at: Position, row: Row): number {
    return this.record(at, OPEN, row);
  }

  /** A version that stood, or stands, for these positions. */
  record(from: Position, to: Position, row: Row): number {
    return Number(this.insert.run(from, to, ...this.all.map((column) => row[column])).lastInsertRowid);
  }

  /** From this position on there is no such row. */
  end(at: Position, key: Partial<Row>): void {
    const values = this.keyOf(key);
    // A version opened at this very position never stood for anyone: the event has not been shown yet.
    if (this.close.run(at, ...values, at).changes === 0) this.drop.run(...values, at);
  }

  /** From this position on these rows stand in place of those: what is the same in both is left as it is. */
  turn(at: Position, those: readonly Row[], these: readonly Row[]): void {
    const named = (row: Row): string => JSON.stringify(this.keyOf(row));
    const stood = new Map(those.map((row) => [named(row), row]));
    const stands = new Map(these.map((row) => [named(row), row]));
    for (const [key, row] of stood) if (!stands.has(key)) this.end(at, row);
    for (const [key, row] of stands) {
      const before = stood.get(key);
      if (!before || this.all.some((column) => before[column] !== row[column])) this.put(at, row);
    }
  }

  private keyOf(row: Partial<Row>): unknown[] {
    return this.key.map((column) => row[column]);
  }
}
