import type { Database, Statement } from "better-sqlite3";
import { evolve } from "../domain/exhibit/evolve.js";
import type { Seizure, SeizureEvent } from "../domain/exhibit/seizure.js";
import type { LedgerEvent, Recorded } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { exhibitTally } from "./exhibitFigures.js";
import { type ExhibitLineRow, seizureFrom, type SeizureRow, toLineRows, toSeizureRow } from "./exhibitRow.js";
import { stepOf } from "./exhibitSteps.js";
import { figuresDdl } from "./figures/tables.js";
import { TallyWriter } from "./figures/writer.js";
import type { ReadModelPart } from "./part.js";
import type { SearchIndex } from "./search.js";
import { foundAs } from "./searchPart.js";
import { OPEN, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

const DDL = `
  CREATE TABLE seizure (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    case_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    status TEXT NOT NULL,
    minutes_number TEXT NOT NULL,
    seized_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    in_custody INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    revision INTEGER NOT NULL,
    head_json TEXT NOT NULL,
    PRIMARY KEY (id, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seizure_in_order ON seizure (seized_on, id, from_position, to_position);
  CREATE INDEX seizure_of_case ON seizure (case_id, seized_on, id);
  CREATE TABLE exhibit_line (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    seizure_id TEXT NOT NULL,
    line_no INTEGER NOT NULL,
    title_folded TEXT NOT NULL,
    line_json TEXT NOT NULL,
    PRIMARY KEY (id, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX exhibit_line_of_seizure ON exhibit_line (seizure_id, line_no, from_position);
  CREATE TABLE custody_step (
    seizure_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    reason TEXT,
    data_json TEXT NOT NULL,
    PRIMARY KEY (seizure_id, position)
  ) STRICT, WITHOUT ROWID;
`;

const SEIZURE_COLUMNS = [
  "case_id",
  "unit_id",
  "status",
  "minutes_number",
  "seized_on",
  "due_on",
  "in_custody",
  "recorded_at",
  "revision",
  "head_json",
] as const;
const LINE_COLUMNS = ["seizure_id", "line_no", "title_folded", "line_json"] as const;

/** Seizures, their lines, the chain of custody, and what they count for. The rows are the aggregate's own fold. */
export const exhibitsPart: ReadModelPart = {
  name: "exhibits",
  source: import.meta.url,
  ddl: DDL + figuresDdl(exhibitTally),
  ownRows: [foundAs("SEIZURE")],
  open({ db, search }) {
    const seizures = new TemporalTable<SeizureRow>(db, "seizure", ["id"], SEIZURE_COLUMNS);
    const lines = new Lines(db);
    const insertStep = db.prepare(`INSERT INTO custody_step VALUES (?, ?, ?, ?, ?, ?)`);
    const figures = new TallyWriter(db, exhibitTally);

    return (event) => {
      if (!isOfSeizure(event)) return;
      const { seizureId } = event.data;
      const row = seizures.get({ id: seizureId });
      const linesBefore = row ? lines.of(seizureId) : [];
      const before = row && seizureFrom(row, linesBefore);
      const after = evolve(before ?? { status: "NONE" }, event);
      if (after.status === "NONE") return;
      seizures.put(event.position, toSeizureRow(after, event.revision, row?.recorded_at ?? event.recordedAt));
      lines.follow(event.position, linesBefore, toLineRows(after));
      const step = stepOf(event);
      insertStep.run(step.seizure_id, step.position, step.kind, step.day, step.reason, step.data_json);
      figures.changed(event, before, after);
      findByTitles(search, event.position, before, after);
    };
  },
};

const isOfSeizure = (event: LedgerEvent): event is Recorded<SeizureEvent> => event.stream.startsWith("seizure-");

class Lines {
  private readonly table: TemporalTable<ExhibitLineRow>;
  private readonly standing: Statement;

  constructor(db: Database) {
    this.table = new TemporalTable<ExhibitLineRow>(db, "exhibit_line", ["id"], LINE_COLUMNS);
    this.standing = db.prepare(
      `SELECT id, ${LINE_COLUMNS.join(", ")} FROM exhibit_line
       WHERE seizure_id = ? AND to_position = ${OPEN} ORDER BY line_no`,
    );
  }

  of(seizureId: string): ExhibitLineRow[] {
    return this.standing.all(seizureId) as ExhibitLineRow[];
  }

  follow(at: Position, before: readonly ExhibitLineRow[], after: readonly ExhibitLineRow[]): void {
    const old = new Map(before.map((row) => [row.id, row]));
    for (const row of after) {
      const was = old.get(row.id);
      old.delete(row.id);
      if (was?.line_json !== row.line_json || was.line_no !== row.line_no) this.table.put(at, row);
    }
    for (const row of old.values()) this.table.end(at, row);
  }
}

/** A seizure is found by its titles; the first one stands for it. */
function findByTitles(search: SearchIndex, at: Position, before: Seizure | undefined, after: Seizure): void {
  const titlesOf = (seizure: Seizure | undefined): string[] => [
    ...new Set((seizure?.lines ?? []).map((line) => line.title)),
  ];
  const titles = titlesOf(after);
  const [first = "", ...others] = titles;
  if (titlesOf(before).join("\n") !== titles.join("\n")) search.put(at, "SEIZURE", after.seizureId, first, others);
}
