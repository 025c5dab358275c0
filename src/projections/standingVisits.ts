import type { Database } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { Position } from "../eventstore/contract.js";
import { OPEN, TemporalTable } from "./temporal.js";
import { fromRow, toRow, VISIT_COLUMNS, type VisitRow, type VisitVersion } from "./visitRow.js";

/** Visits change most in their first days; of those no longer kept, the table is asked. */
const KEPT_VISITS = 4_000;

/**
 * The visits as they stand, for the projections. A version is written when it has ended or when the page of events has
 * been taken in: most versions of a visit come and go within one page, and are written once instead of being closed
 * again. Whoever asks the visit table with SQL in between settles it first.
 */
export class StandingVisits {
  private readonly table: TemporalTable<VisitRow>;
  private readonly unwritten = new Map<string, { readonly from: Position; readonly version: VisitVersion }>();
  private readonly kept = new LRUCache<string, VisitVersion>({ max: KEPT_VISITS });

  constructor(db: Database) {
    this.table = new TemporalTable<VisitRow>(db, "visit", ["id"], VISIT_COLUMNS);
  }

  get(id: string): VisitVersion | undefined {
    return this.unwritten.get(id)?.version ?? this.kept.get(id) ?? this.read(id);
  }

  /** The next version of the visit; `before` is the one that stood, if any. */
  put(at: Position, before: VisitVersion | undefined, after: VisitVersion): void {
    const opened = this.unwritten.get(after.id);
    if (opened === undefined) {
      if (before) this.table.end(at, { id: after.id });
    } else if (opened.from !== at) {
      this.table.record(opened.from, at, toRow(opened.version));
    }
    this.unwritten.set(after.id, { from: at, version: after });
    this.kept.set(after.id, after);
  }

  settle(): void {
    for (const { from, version } of this.unwritten.values()) this.table.record(from, OPEN, toRow(version));
    this.unwritten.clear();
  }

  private read(id: string): VisitVersion | undefined {
    const row = this.table.get({ id });
    return row && fromRow(row);
  }
}
