import type { Database } from "better-sqlite3";
import type { VisitEvent } from "../domain/visit/visit.js";
import type { Recorded } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import type { Applier, ReadModelPart } from "./part.js";
import { StandingVisits } from "./standingVisits.js";
import { foundAs } from "./searchPart.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";
import { DUPLICATES_DDL, openDuplicates, VISITS_TO_COME_DDL } from "./visitDuplicates.js";
import { FIGURES_DDL, openVisitFigures } from "./visitFigures.js";
import { advance, countsAlike, foundAlike, type VisitChange, type VisitVersion } from "./visitRow.js";

/** What a list of visits is found by besides the visit's own columns. */
interface LinkRow {
  kind: "HOST" | "REPORTER" | "AGENCY";
  ref: string;
  visit_id: string;
  sort_at: string;
  day: string;
}

/**
 * A table with rowids: visits are wide, so they are written one after the other instead of in order of their random
 * ids, and what an index shows of a version decides whether the row itself is read.
 */
const VISITS_DDL = `
  CREATE TABLE visit (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    status TEXT NOT NULL,
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    sort_at TEXT NOT NULL,
    day TEXT NOT NULL,
    revision INTEGER NOT NULL,
    detail_json TEXT NOT NULL,
    PRIMARY KEY (id, from_position, to_position)
  ) STRICT;
  CREATE INDEX visit_in_order ON visit (sort_at, id, from_position, to_position);
  CREATE TABLE visit_link (
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    sort_at TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (kind, ref, sort_at, visit_id, from_position)
  ) STRICT, WITHOUT ROWID;
`;

/** Visits, what they are linked with, their probable duplicates and their figures: one part, as each follows the visit. */
export const visitsPart: ReadModelPart = {
  name: "visits",
  source: import.meta.url,
  ddl: VISITS_DDL + VISITS_TO_COME_DDL + DUPLICATES_DDL + FIGURES_DDL,
  ownRows: [foundAs("VISIT")],
  open({ db, search }) {
    const visits = new StandingVisits(db);
    const links = new Links(db);
    const duplicates = openDuplicates(db, visits);
    const figures = openVisitFigures(db);

    const apply: Applier = (event) => {
      if (event.type === "ReporterMerged") {
        visits.settle();
        figures.reporterMerged(event);
      }
      if (!event.stream.startsWith("visit-")) return;
      const visitEvent = event as Recorded<VisitEvent>;
      const before = visitEvent.type === "VisitRegistered" ? undefined : visits.get(visitEvent.data.visitId);
      const after = advance(before, visitEvent);
      if (!after) return;
      visits.put(event.position, before, after);
      if (!before) search.add(event.position, "VISIT", after.id, after.subject);
      else if (before.subject !== after.subject) search.put(event.position, "VISIT", after.id, after.subject);
      const change: VisitChange = { event, before, after };
      duplicates(change);
      if (!before || !foundAlike(before, after)) links.follow(event.position, before, after);
      if (!before || !countsAlike(before, after)) figures.visitChanged(change);
    };
    apply.settle = () => visits.settle();
    return apply;
  },
};

class Links {
  private readonly table: TemporalTable<LinkRow>;

  constructor(db: Database) {
    this.table = new TemporalTable<LinkRow>(db, "visit_link", ["kind", "ref", "sort_at", "visit_id"], ["day"]);
  }

  follow(at: Position, before: VisitVersion | undefined, after: VisitVersion): void {
    if (!before) {
      for (const link of linksOf(after)) this.table.begin(at, link);
      return;
    }
    const old = new Map(linksOf(before).map((link) => [JSON.stringify(link), link]));
    const fresh = new Map(linksOf(after).map((link) => [JSON.stringify(link), link]));
    for (const [key, link] of old) if (!fresh.has(key)) this.table.end(at, link);
    for (const [key, link] of fresh) if (!old.has(key)) this.table.begin(at, link);
  }
}

function linksOf(visit: VisitVersion): LinkRow[] {
  const { hosts, reporters } = visit.detail;
  const link = (kind: LinkRow["kind"], ref: string): LinkRow => ({
    kind,
    ref,
    visit_id: visit.id,
    sort_at: visit.sort_at,
    day: visit.day,
  });
  return [
    ...hosts.map((host) => link("HOST", host.unitId)),
    ...reporters.map((reporter) => link("REPORTER", reporter.reporterId)),
    ...[...new Set(reporters.map((reporter) => reporter.agencyId))].map((id) => link("AGENCY", id)),
  ];
}
