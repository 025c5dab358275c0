import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { UnitKind } from "../../domain/unit/terms.js";
import { latestName, type Unit, type UnitFact } from "../../domain/unit/unit.js";
import type { Position } from "../../eventstore/contract.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, standsAt } from "../table/temporal.js";
import { unitTable, type UnitVersion } from "./table.js";

export interface UnitFilter {
  readonly kinds?: readonly UnitKind[] | null | undefined;
  readonly parentId?: string | null | undefined;
  /** Only units that exist on this day. */
  readonly activeOn?: string | null | undefined;
  /** Only units that had begun by this day. */
  readonly begunBy?: LocalDate | undefined;
}

export class UnitQueries {
  private readonly reader: RecordReader<Unit>;
  private readonly order;
  private readonly cameInto;
  private readonly allEnded;

  constructor(db: Database) {
    this.reader = new RecordReader(db, unitTable);
    this.order = db.prepare(`SELECT u.sort_name FROM unit u WHERE u.id = :id AND ${standsAt("u")}`).pluck();
    this.cameInto = db
      .prepare(
        `SELECT l.unit_id FROM unit_link l WHERE l.kind = 'SUCCESSOR' AND l.ref = :id AND ${standsAt("l")}
         ORDER BY l.unit_id`,
      )
      .pluck();
    this.allEnded = db.prepare(`SELECT u.rowid FROM unit u WHERE u.ends_on IS NOT NULL AND ${standsAt("u")}`).pluck();
  }

  get(id: string, at: Position): UnitVersion | undefined {
    return this.reader.get(id, at);
  }

  /** In order of name. */
  list(filter: UnitFilter, direction: Direction, window: Window, at: Position): Rows<UnitVersion> {
    const { kinds, parentId, activeOn, begunBy } = filter;
    const conditions = new Conditions()
      .oneOf("r.kind", "kinds", kinds)
      .is("r.parent_id", "parent", parentId)
      .between("r.starts_on", "begun", undefined, begunBy);
    if (activeOn) {
      conditions.add(`r.starts_on <= :day AND (r.ends_on IS NULL OR r.ends_on > :day)`, "day", activeOn);
    }
    return this.reader.list({ ...conditions, direction, window, at });
  }

  /** By what it is ordered among units. */
  orderAt(id: string, at: Position): string {
    return (this.order.get({ id, at }) as string | undefined) ?? "";
  }

  /** The units that came after it. */
  successorsOf(id: string, at: Position): readonly string[] {
    return this.get(id, at)?.state.successorIds.toSorted() ?? [];
  }

  /** The units that ended in it. */
  predecessorsOf(id: string, at: Position): readonly string[] {
    return this.cameInto.all({ id, at }) as string[];
  }

  /** The unit and all it came from, however far back. */
  withPredecessors(id: string, at: Position): readonly string[] {
    const found = new Set([id]);
    for (const one of found) for (const before of this.predecessorsOf(one, at)) found.add(before);
    return [...found];
  }

  /**
   * Each ended unit and the one unit that stands in its place now. A unit that was split has no single successor and is
   * not in the map: its figures stay under its own name, as nobody can say which part they belong to.
   */
  soleSuccessors(at: Position): ReadonlyMap<string, string> {
    const ended = (this.allEnded.all({ at }) as number[]).map((rowid) => this.reader.version(rowid));
    const into = new Map(ended.map(({ id, state }) => [id, state.successorIds]));
    const lastOf = (id: string): string => {
      const next = into.get(id);
      return next?.length === 1 && next[0] !== undefined ? lastOf(next[0]) : id;
    };
    return new Map([...into.keys()].map((id) => [id, lastOf(id)] as const).filter(([id, last]) => id !== last));
  }

  /** What commands may know of it, now. */
  fact(id: string): UnitFact | undefined {
    const unit = this.get(id, NOW);
    if (!unit) return undefined;
    const { kind, names, startsOn, endsOn } = unit.state;
    return { unitId: id, kind, name: latestName(unit.state), names, startsOn, endsOn };
  }
}
