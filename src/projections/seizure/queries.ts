import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Seizure, SeizureFact } from "../../domain/seizure/seizure.js";
import type { SeizureStatus } from "../../domain/seizure/terms.js";
import type { Position } from "../../eventstore/contract.js";
import { fold } from "../table/fold.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import type { CustodyStepRow } from "./steps.js";
import { seizureTable, type SeizureVersion } from "./table.js";
import type { One } from "../table/ones.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, type SqlValue, standsAt } from "../table/temporal.js";

export interface SeizureFilter {
  readonly caseId?: string | null | undefined;
  readonly unit?: One | undefined;
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

export class SeizureQueries {
  private readonly reader: RecordReader<Seizure>;
  private readonly ofCase;

  constructor(private readonly db: Database) {
    this.reader = new RecordReader(db, seizureTable);
    this.ofCase = db
      .prepare<[{ readonly id: string; readonly at: Position }], number>(
        `SELECT r.rowid FROM seizure r WHERE r.case_id = :id AND ${standsAt("r")} ORDER BY r.seized_on, r.id`,
      )
      .pluck();
  }

  get(id: string, at: Position): SeizureVersion | undefined {
    return this.reader.get(id, at);
  }

  /** The seizures of a case in order of their day. */
  ofCaseAt(caseId: string, at: Position): readonly SeizureVersion[] {
    return this.ofCase.all({ id: caseId, at }).map((rowid) => this.reader.version(rowid));
  }

  /** In order of the day of seizure. */
  list(filter: SeizureFilter, direction: Direction, window: Window, at: Position): Rows<SeizureVersion> {
    const conditions = new Conditions()
      .is("r.case_id", "case", filter.caseId)
      .oneOf("r.unit_id", "unit", filter.unit?.ids)
      .oneOf("r.status", "statuses", filter.statuses)
      .between("r.seized_on", "seized", filter.seizedFrom, filter.seizedTo)
      .between("r.seized_on", "begun", undefined, filter.begunBy);
    if (filter.title) {
      conditions.add(
        `EXISTS (SELECT 1 FROM exhibit_line l WHERE l.seizure_id = r.id AND ${standsAt("l")}
           AND instr(l.title_folded, :title) > 0)`,
        "title",
        fold(filter.title),
      );
    }
    if (filter.overdueOn) {
      conditions.add(`r.status = 'IN_CUSTODY' AND r.due_on < :today`, "today", filter.overdueOn);
    }
    return this.reader.list({ ...conditions, direction, window, at });
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
      where.push(`(c.day <= :doneBy OR c.kind IN ('SEIZED', 'CORRECTED', 'TAKEN_BACK', 'VOIDED'))`);
      params["doneBy"] = doneBy;
    }
    const sort = { terms: ["c.position"], direction };
    return readPage<CustodyStepRow>(this.db, { select: "c.*", from: "custody_step c", where, params, sort }, window);
  }

  /** What commands may know of a seizure, now. */
  fact(id: string): SeizureFact | undefined {
    return this.get(id, NOW)?.state;
  }

  factsOfCase(caseId: string): readonly SeizureFact[] {
    return this.ofCaseAt(caseId, NOW).map(({ state }) => state);
  }
}
