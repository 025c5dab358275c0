import type { Database } from "better-sqlite3";
import type { ComplaintStage, ComplaintStatus } from "../../domain/sanction/terms.js";
import type { Position } from "../../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import type { One } from "../table/ones.js";
import type { ComplaintRow } from "./complaints.js";
import { type SqlValue, standsAt } from "../table/temporal.js";

export interface ComplaintFilter {
  readonly issuer?: One | undefined;
  readonly sanctionId?: string | null | undefined;
  readonly stages?: readonly ComplaintStage[] | null | undefined;
  readonly statuses?: readonly ComplaintStatus[] | null | undefined;
  /** Days of lodging, both included. */
  readonly lodgedFrom?: string | null | undefined;
  readonly lodgedTo?: string | null | undefined;
  /** Not answered yet, though the last day for it lies before this one. */
  readonly overdueOn?: string | null | undefined;
}

export class ComplaintQueries {
  constructor(private readonly db: Database) {}

  /** Complaints by day of lodging. */
  list(filter: ComplaintFilter, direction: Direction, window: Window, at: Position): Rows<ComplaintRow> {
    const where = [standsAt("c")];
    const params: Record<string, SqlValue> = { at };
    const add = (condition: string, name: string, value: SqlValue | undefined): void => {
      if (value === null || value === undefined) return;
      where.push(condition);
      params[name] = value;
    };
    const among = (column: string, name: string, values: readonly string[] | null | undefined): void =>
      add(`${column} IN (SELECT value FROM json_each(:${name}))`, name, values && JSON.stringify(values));
    among(`c.issuer_id`, "issuer", filter.issuer?.ids);
    add(`c.sanction_id = :sanctionId`, "sanctionId", filter.sanctionId);
    among(`c.stage`, "stages", filter.stages);
    among(`c.status`, "statuses", filter.statuses);
    add(`c.lodged_on >= :lodgedFrom`, "lodgedFrom", filter.lodgedFrom);
    add(`c.lodged_on <= :lodgedTo`, "lodgedTo", filter.lodgedTo);
    add(`c.due_on < :overdueOn`, "overdueOn", filter.overdueOn);
    const sort = { terms: ["c.lodged_on", "c.id"], direction };
    return readPage<ComplaintRow>(
      this.db,
      { select: "c.*", from: "sanction_complaint c", where, params, sort },
      window,
    );
  }
}
