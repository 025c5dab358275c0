import type { Database } from "better-sqlite3";
import { choices, day, type FilterOf, ref } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { COMPLAINT } from "../../domain/sanction/complaint.js";
import { SANCTION } from "../../domain/sanction/sanction.js";
import { COMPLAINT_STAGES, COMPLAINT_STATUSES } from "../../domain/sanction/terms.js";
import type { Position } from "../../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import type { One } from "../table/ones.js";
import type { ComplaintRow } from "./complaints.js";
import { type SqlValue, standsAt } from "../table/temporal.js";

/** By what the list may be narrowed. */
export const COMPLAINT_FILTER = {
  issuerId: ref("Unit", SANCTION.issuer.words, "The unit that issued the decision."),
  sanctionId: COMPLAINT.fields.sanctionId,
  stages: choices(COMPLAINT_STAGES, say("cấp giải quyết", "stages")),
  statuses: choices(COMPLAINT_STATUSES, say("trạng thái", "statuses")),
  lodgedFrom: day(say("nộp từ ngày", "lodged from"), "The first day of lodging."),
  lodgedTo: day(say("nộp đến ngày", "lodged up to"), "The last day of lodging."),
  overdueOn: day(
    say("quá hạn vào ngày", "overdue on"),
    "Accepted, not answered yet, and the last day for it lies before this day.",
  ),
};
export type ComplaintFilter = Omit<FilterOf<typeof COMPLAINT_FILTER>, "issuerId"> & {
  readonly issuer?: One | undefined;
};

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
