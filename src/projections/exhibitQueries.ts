import type { Database, Statement } from "better-sqlite3";
import type { SeizureFact } from "../domain/exhibit/seizure.js";
import type { SeizureStatus } from "../domain/exhibit/terms.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { Position } from "../eventstore/contract.js";
import { type ExhibitLineRow, headOf, lineOf, type SeizureRow } from "./exhibitRow.js";
import type { CustodyStepRow } from "./exhibitSteps.js";
import { fold } from "./fold.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import { NOW, type SqlValue, standsAt } from "./temporal.js";

export interface SeizureFilter {
  readonly caseId?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly statuses?: readonly SeizureStatus[] | null | undefined;
  /** Days of the seizure, both included. */
  readonly seizedFrom?: string | null | undefined;
  readonly seizedTo?: string | null | undefined;
  /** A text that stands in the title of one of its lines, with or without marks. */
  readonly title?: string | null | undefined;
  /** Only those in custody on this day beyond their time. */
  readonly overdueOn?: string | null | undefined;
  /** Only what may have begun by this day. */
  readonly begunBy?: LocalDate | undefined;
}

export class ExhibitQueries {
  private readonly byId: Statement;
  private readonly ofCase: Statement;
  private readonly linesOfSeizure: Statement;

  constructor(private readonly db: Database) {
    this.byId = db.prepare(`SELECT s.* FROM seizure s WHERE s.id = :id AND ${standsAt("s")}`);
    this.ofCase = db.prepare(
      `SELECT s.* FROM seizure s WHERE s.case_id = :id AND ${standsAt("s")} ORDER BY s.seized_on, s.id`,
    );
    this.linesOfSeizure = db.prepare(
      `SELECT l.* FROM exhibit_line l WHERE l.seizure_id = :id AND ${standsAt("l")} ORDER BY l.line_no`,
    );
  }

  get(id: string, at: Position): SeizureRow | undefined {
    return this.byId.get({ id, at }) as SeizureRow | undefined;
  }

  /** The seizures of a case in order of their day. */
  ofCaseAt(caseId: string, at: Position): SeizureRow[] {
    return this.ofCase.all({ id: caseId, at }) as SeizureRow[];
  }

  /** All lines of the inventory. */
  linesAt(seizureId: string, at: Position): ExhibitLineRow[] {
    return this.linesOfSeizure.all({ id: seizureId, at }) as ExhibitLineRow[];
  }

  /** In order of the day of seizure. */
  list(filter: SeizureFilter, direction: Direction, window: Window, at: Position): Rows<SeizureRow> {
    const where = [standsAt("s")];
    const params: Record<string, SqlValue> = { at };
    const add = (condition: string, name: string, value: SqlValue): void => {
      where.push(condition);
      params[name] = value;
    };
    if (filter.caseId) add(`s.case_id = :case`, "case", filter.caseId);
    if (filter.unitId) add(`s.unit_id = :unit`, "unit", filter.unitId);
    if (filter.statuses) {
      add(`s.status IN (SELECT value FROM json_each(:statuses))`, "statuses", JSON.stringify(filter.statuses));
    }
    if (filter.seizedFrom) add(`s.seized_on >= :from`, "from", filter.seizedFrom);
    if (filter.seizedTo) add(`s.seized_on <= :to`, "to", filter.seizedTo);
    if (filter.title) {
      add(
        `EXISTS (SELECT 1 FROM exhibit_line l WHERE l.seizure_id = s.id AND ${standsAt("l")}
           AND instr(l.title_folded, :title) > 0)`,
        "title",
        fold(filter.title),
      );
    }
    if (filter.overdueOn) add(`s.status = 'IN_CUSTODY' AND s.due_on < :today`, "today", filter.overdueOn);
    if (filter.begunBy) add(`s.seized_on <= :begunBy`, "begunBy", filter.begunBy);
    const sort = { terms: ["s.seized_on", "s.id"], direction };
    return readPage<SeizureRow>(this.db, { select: "s.*", from: "seizure s", where, params, sort }, window);
  }

  /** The lines of a seizure in the order of its inventory. */
  lines(seizureId: string, window: Window, at: Position): Rows<ExhibitLineRow> {
    const where = [standsAt("l"), `l.seizure_id = :seizure`];
    const params = { at, seizure: seizureId };
    const sort = { terms: ["l.line_no", "l.id"], direction: "ASC" as const };
    return readPage<ExhibitLineRow>(this.db, { select: "l.*", from: "exhibit_line l", where, params, sort }, window);
  }

  /** The chain of custody of a seizure, in the order in which it was recorded; what was done by a day, if one is given. */
  steps(
    seizureId: string,
    direction: Direction,
    window: Window,
    at: Position,
    doneBy?: LocalDate | undefined,
  ): Rows<CustodyStepRow> {
    const where = [`c.seizure_id = :seizure`, `c.position <= :at`];
    const params: Record<string, SqlValue> = { at, seizure: seizureId };
    if (doneBy !== undefined) {
      // The first step may bear a day that was corrected since; corrections hold whatever their day.
      where.push(`(c.day <= :doneBy OR c.kind IN ('SEIZED', 'CORRECTED', 'VOIDED'))`);
      params["doneBy"] = doneBy;
    }
    const sort = { terms: ["c.position"], direction };
    return readPage<CustodyStepRow>(this.db, { select: "c.*", from: "custody_step c", where, params, sort }, window);
  }

  /** What commands may know of a seizure. */
  fact(id: string, at: Position = NOW): SeizureFact | undefined {
    const row = this.get(id, at);
    return row && this.toFact(row, at);
  }

  factsOfCase(caseId: string, at: Position = NOW): SeizureFact[] {
    return this.ofCaseAt(caseId, at).map((row) => this.toFact(row, at));
  }

  private toFact(row: SeizureRow, at: Position): SeizureFact {
    return {
      seizureId: row.id,
      caseId: row.case_id,
      unitId: row.unit_id,
      status: row.status,
      minutesNumber: row.minutes_number,
      seizedOn: row.seized_on,
      extensions: headOf(row).extensions,
      lines: this.linesAt(row.id, at).map(lineOf),
    };
  }
}
