import type { Database } from "better-sqlite3";
import { nameKey } from "../domain/kernel/names.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type {
  PressAgencyFact,
  PressAgencyKind,
  PressAgencyLevel,
  PressAgencyStatus,
} from "../domain/pressAgency/pressAgency.js";
import type { Position } from "../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import { namesOf, type PressAgencyRow } from "./pressAgencies.js";
import { NOW, type SqlValue, standsAt } from "./temporal.js";

export interface PressAgencyFilter {
  readonly kinds?: readonly PressAgencyKind[] | null | undefined;
  readonly levels?: readonly PressAgencyLevel[] | null | undefined;
  /** As last recorded. */
  readonly statuses?: readonly PressAgencyStatus[] | null | undefined;
  /** Only agencies that are registered and have not ended on this day. */
  readonly liveOn?: string | null | undefined;
  /** Only agencies that had been registered by this day. */
  readonly begunBy?: LocalDate | undefined;
}

export class PressAgencyQueries {
  private readonly byId;
  private readonly predecessors;
  private readonly byName;
  private readonly lastTakenIn;

  constructor(private readonly db: Database) {
    const agency = `SELECT a.* FROM press_agency a WHERE ${standsAt("a")}`;
    this.byId = db.prepare(`${agency} AND a.id = :id`);
    this.byName = db.prepare(`${agency} AND a.name_key = :key ORDER BY a.id`);
    this.predecessors = db.prepare(`${agency} AND a.merged_into_id = :id ORDER BY a.ends_on, a.id`);
    this.lastTakenIn = db
      .prepare(`SELECT max(a.ends_on) FROM press_agency a WHERE ${standsAt("a")} AND a.merged_into_id = :id`)
      .pluck();
  }

  get(id: string, at: Position): PressAgencyRow | undefined {
    return this.byId.get({ id, at }) as PressAgencyRow | undefined;
  }

  /** In order of name. */
  list(filter: PressAgencyFilter, direction: Direction, window: Window, at: Position): Rows<PressAgencyRow> {
    const where = [standsAt("a")];
    const params: Record<string, SqlValue> = { at };
    if (filter.kinds) {
      where.push(
        `EXISTS (SELECT 1 FROM json_each(a.kinds_json) k WHERE k.value IN (SELECT value FROM json_each(:kinds)))`,
      );
      params["kinds"] = JSON.stringify(filter.kinds);
    }
    if (filter.levels) {
      where.push(`a.level IN (SELECT value FROM json_each(:levels))`);
      params["levels"] = JSON.stringify(filter.levels);
    }
    if (filter.statuses) {
      where.push(`a.status IN (SELECT value FROM json_each(:statuses))`);
      params["statuses"] = JSON.stringify(filter.statuses);
    }
    if (filter.liveOn) {
      where.push(`a.registered_on <= :day AND (a.ends_on IS NULL OR a.ends_on > :day)`);
      params["day"] = filter.liveOn;
    }
    if (filter.begunBy) {
      where.push(`a.registered_on <= :begunBy`);
      params["begunBy"] = filter.begunBy;
    }
    const sort = { terms: ["a.sort_name", "a.id"], direction };
    return readPage<PressAgencyRow>(this.db, { select: "a.*", from: "press_agency a", where, params, sort }, window);
  }

  /** The agencies that were merged into this one, in the order in which they ended. */
  mergedInto(id: string, at: Position): readonly PressAgencyRow[] {
    return this.predecessors.all({ id, at }) as PressAgencyRow[];
  }

  /** What commands may know of it. */
  fact(id: string, at: Position = NOW): PressAgencyFact | undefined {
    const row = this.get(id, at);
    return row && factOf(row);
  }

  /** Those whose latest name is the same, ended ones too, now. */
  named(name: string): readonly PressAgencyFact[] {
    return (this.byName.all({ key: nameKey(name), at: NOW }) as PressAgencyRow[]).map(factOf);
  }

  /** The last day on which another agency was merged into this one, now. */
  tookInOn(id: string): LocalDate | null {
    return this.lastTakenIn.get({ id, at: NOW }) as LocalDate | null;
  }
}

const factOf = (row: PressAgencyRow): PressAgencyFact => ({
  agencyId: row.id,
  name: row.name,
  names: namesOf(row),
  status: row.status,
  registeredOn: row.registered_on,
  endsOn: row.ends_on,
  mergedIntoId: row.merged_into_id,
});
