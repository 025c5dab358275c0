import type { Sanction } from "../../domain/sanction/sanction.js";
import type { ComplaintStage, ComplaintStatus } from "../../domain/sanction/terms.js";
import type { Follower } from "../table/recordPart.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";

/** A version of a complaint: what it is found by. What it says stands with its decision. */
export interface ComplaintRow {
  id: string;
  sanction_id: string;
  issuer_id: string;
  stage: ComplaintStage;
  status: ComplaintStatus;
  lodged_on: string;
  /** The last day for its resolution; null: not accepted yet, or answered already. */
  due_on: string | null;
}

const COLUMNS = ["sanction_id", "issuer_id", "stage", "status", "lodged_on", "due_on"] as const;

export const sanctionComplaints: Follower<Sanction> = {
  ddl: `
    CREATE TABLE sanction_complaint (
      id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      sanction_id TEXT NOT NULL,
      issuer_id TEXT NOT NULL,
      stage TEXT NOT NULL,
      status TEXT NOT NULL,
      lodged_on TEXT NOT NULL,
      due_on TEXT,
      PRIMARY KEY (id, from_position)
    ) STRICT, WITHOUT ROWID;
  `,
  indexes: `CREATE INDEX sanction_complaint_in_order ON sanction_complaint (lodged_on, id, from_position, to_position);`,
  open({ db }) {
    const rows = new TemporalTable<ComplaintRow>(db, "sanction_complaint", ["id"], COLUMNS);
    return {
      changed({ event, before, after }) {
        if (before?.state.complaints === after.state.complaints) return;
        const old = new Map(before ? rowsOf(before.state).map((row) => [row.id, JSON.stringify(row)]) : []);
        for (const row of rowsOf(after.state)) {
          if (old.get(row.id) !== JSON.stringify(row)) rows.put(event.position, row);
          old.delete(row.id);
        }
        for (const id of old.keys()) rows.end(event.position, { id });
      },
    };
  },
};

const ANSWERED: readonly ComplaintStatus[] = ["REJECTED", "RESOLVED", "WITHDRAWN", "JUDGED"];

const rowsOf = ({ sanctionId, issuer, complaints }: Sanction): ComplaintRow[] =>
  complaints.map(({ complaintId, stage, status, lodgedOn, resolutionDueOn }) => ({
    id: complaintId,
    sanction_id: sanctionId,
    issuer_id: issuer.unitId,
    stage,
    status,
    lodged_on: lodgedOn,
    due_on: ANSWERED.includes(status) ? null : resolutionDueOn,
  }));
