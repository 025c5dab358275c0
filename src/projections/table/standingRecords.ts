import type { Database } from "better-sqlite3";
import type { Position } from "../../eventstore/contract.js";
import { keptUpTo } from "./kept.js";
import { OPEN, TemporalTable } from "./temporal.js";
import { columnsOf, fromRow, type RecordRow, type RecordTable, toRow, type Version } from "./recordTable.js";

/** Records change most in their first days; of those no longer kept, the table is asked. */
const KEPT_RECORDS = 4_000;

/**
 * The records of a table as they stand, for the projections. A version is written when it has ended or when the page of
 * events has been taken in: most versions come and go within one page, and are written once instead of being closed
 * again. Whoever asks the table with SQL in between settles it first.
 */
export class StandingRecords<S extends object> {
  private readonly rows: TemporalTable<RecordRow>;
  private readonly unwritten = new Map<string, { readonly from: Position; readonly version: Version<S> }>();
  private readonly kept = keptUpTo<string, Version<S>>(KEPT_RECORDS);

  constructor(
    db: Database,
    private readonly table: RecordTable<S>,
  ) {
    this.rows = new TemporalTable<RecordRow>(db, table.name, ["id"], columnsOf(table));
  }

  get(id: string): Version<S> | undefined {
    return this.unwritten.get(id)?.version ?? this.kept.get(id) ?? this.read(id);
  }

  /** The next version of the record; `before` is the one that stood, if any. */
  put(at: Position, before: Version<S> | undefined, after: Version<S>): void {
    const opened = this.unwritten.get(after.id);
    if (opened === undefined) {
      if (before) this.rows.end(at, { id: after.id });
    } else if (opened.from !== at) {
      this.rows.record(opened.from, at, toRow(this.table, opened.version));
    }
    this.unwritten.set(after.id, { from: at, version: after });
  }

  settle(): void {
    for (const { from, version } of this.unwritten.values()) {
      this.rows.record(from, OPEN, toRow(this.table, version));
      this.kept.set(version.id, version);
    }
    this.unwritten.clear();
  }

  private read(id: string): Version<S> | undefined {
    const row = this.rows.get({ id });
    return row && fromRow(this.table, row);
  }
}
