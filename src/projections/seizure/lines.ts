import type { Seizure } from "../../domain/seizure/seizure.js";
import { fold } from "../table/fold.js";
import type { Follower } from "../table/recordPart.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";

/** A line of an inventory, by what it is found. All else of it stands in the seizure's own row. */
interface LineRow {
  readonly seizure_id: string;
  readonly line_id: string;
  readonly title_folded: string;
}

/** The lines of all inventories, by their titles. */
export const seizureLines: Follower<Seizure> = {
  ddl: `
    CREATE TABLE exhibit_line (
      seizure_id TEXT NOT NULL,
      line_id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      title_folded TEXT NOT NULL,
      PRIMARY KEY (seizure_id, line_id, from_position)
    ) STRICT, WITHOUT ROWID;
  `,
  open({ db }) {
    const rows = new TemporalTable<LineRow>(db, "exhibit_line", ["seizure_id", "line_id"], ["title_folded"]);
    return {
      changed({ event: { position }, before, after }) {
        const gone = new Map(before?.state.lines.map((line) => [line.lineId, line]));
        for (const { lineId, title } of after.state.lines) {
          const was = gone.get(lineId);
          gone.delete(lineId);
          if (was?.title === title) continue;
          rows.put(position, { seizure_id: after.id, line_id: lineId, title_folded: fold(title) });
        }
        for (const line_id of gone.keys()) rows.end(position, { seizure_id: after.id, line_id });
      },
    };
  },
};
