import type { Database } from "better-sqlite3";
import type { InspectionEvent, InspectionTarget } from "../domain/inspection/inspection.js";
import { nameKey } from "../domain/kernel/names.js";
import type { Recorded } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { figuresDdl } from "./figures/tables.js";
import { TallyWriter } from "./figures/writer.js";
import { inspectionTally } from "./inspectionFigures.js";
import { openRecommendations, RECOMMENDATIONS_DDL } from "./inspectionRecommendations.js";
import { titleForAll, unitIdsOf } from "./inspectionNames.js";
import {
  advance,
  fromRow,
  INSPECTION_COLUMNS,
  type InspectionRow,
  type InspectionVersion,
  sortOn,
  toRow,
} from "./inspectionRow.js";
import type { ReadModelPart } from "./part.js";
import { foundAs } from "./searchPart.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

/** What inspections are found by: the units that take part, and whom they examine. */
export interface InspectionLink {
  kind: "LEAD" | "COORDINATOR" | "TARGET";
  /** The unit; of a target, see `targetRef`. */
  ref: string;
  inspection_id: string;
  sort_on: string;
}

const DDL = `
  CREATE TABLE inspection (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    decided_on TEXT,
    sort_on TEXT NOT NULL,
    reinspects_id TEXT,
    organisations TEXT NOT NULL,
    persons TEXT NOT NULL,
    revision INTEGER NOT NULL,
    detail_json TEXT NOT NULL,
    PRIMARY KEY (id, from_position, to_position)
  ) STRICT;
  CREATE INDEX inspection_in_order ON inspection (sort_on, id, from_position, to_position);
  CREATE INDEX inspection_done_again ON inspection (reinspects_id) WHERE reinspects_id IS NOT NULL;
  CREATE TABLE inspection_link (
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    inspection_id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    sort_on TEXT NOT NULL,
    PRIMARY KEY (inspection_id, kind, ref, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX inspection_link_in_order ON inspection_link (ref, sort_on, inspection_id, kind);
`;

/** By what a target is known again in another inspection: its entry in the register, or else its kind and name. */
export function targetRef({ kind, name, unitId, pressAgencyId }: InspectionTarget): string {
  if (unitId !== null) return `unit ${unitId}`;
  if (pressAgencyId !== null) return `agency ${pressAgencyId}`;
  return `${kind} ${nameKey(name)}`;
}

/** Inspections with what they are found by, their recommendations and their figures. */
export const inspectionsPart: ReadModelPart = {
  name: "inspections",
  source: import.meta.url,
  ddl: DDL + RECOMMENDATIONS_DDL + figuresDdl(inspectionTally),
  ownRows: [foundAs("INSPECTION")],
  open({ db, search }) {
    const inspections = new TemporalTable<InspectionRow>(db, "inspection", ["id"], INSPECTION_COLUMNS);
    const links = new Links(db);
    const recommendations = openRecommendations(db);
    const figures = new TallyWriter(db, inspectionTally);

    return (event) => {
      if (!event.stream.startsWith("inspection-")) return;
      const told = event as Recorded<InspectionEvent>;
      const row = inspections.get({ id: told.data.inspectionId });
      const before = row && fromRow(row);
      const after = advance(before, told);
      if (!after) return;
      inspections.put(event.position, toRow(after));
      // Whoever searches: nobody learns by a name that somebody was inspected.
      const title = titleForAll(after.detail);
      if (!before || titleForAll(before.detail) !== title) search.put(event.position, "INSPECTION", after.id, title);
      links.follow(event.position, before, after);
      recommendations(told);
      figures.changed(told, before, after);
    };
  },
};

class Links {
  private readonly table: TemporalTable<InspectionLink>;

  constructor(db: Database) {
    this.table = new TemporalTable(db, "inspection_link", ["kind", "ref", "inspection_id"], ["sort_on"]);
  }

  follow(at: Position, before: InspectionVersion | undefined, after: InspectionVersion): void {
    const old = new Map(before ? linksOf(before).map((link) => [JSON.stringify(link), link]) : []);
    const fresh = new Map(linksOf(after).map((link) => [JSON.stringify(link), link]));
    for (const [key, link] of old) if (!fresh.has(key)) this.table.end(at, link);
    for (const [key, link] of fresh) if (!old.has(key)) this.table.begin(at, link);
  }
}

function linksOf({ id, detail }: InspectionVersion): InspectionLink[] {
  const { lead, coordinators, targets } = detail.content;
  const link = (kind: InspectionLink["kind"], ref: string): InspectionLink => ({
    kind,
    ref,
    inspection_id: id,
    sort_on: sortOn(detail),
  });
  return [
    ...unitIdsOf([lead]).map((ref) => link("LEAD", ref)),
    ...unitIdsOf(coordinators).map((ref) => link("COORDINATOR", ref)),
    ...targets.map((target) => link("TARGET", targetRef(target))),
  ];
}
