import type { Database } from "better-sqlite3";
import type { ReporterMerged } from "../../domain/reporter/events.js";
import type { VisitEvent } from "../../domain/visit/events.js";
import { isCounted, type Visit } from "../../domain/visit/visit.js";
import type { Recorded } from "../../eventstore/codec.js";
import { figuresDdl } from "../figures/tables.js";
import { TallyWriter } from "../figures/writer.js";
import type { Follower } from "../table/recordPart.js";
import { type Change, fromRow, type RecordRow } from "../table/recordTable.js";
import { OPEN } from "../table/temporal.js";
import { visitTally } from "./figures.js";
import { foundAlike, type VisitVersion, visitTable } from "./table.js";

const PERSONS_DDL = `
  CREATE TABLE reporter_goes_on_as (reporter_id TEXT PRIMARY KEY, into_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Counts visits, and counts those of a reporter anew who turns out to be another one. */
export const visitCounts: Follower<Visit> = {
  ddl: PERSONS_DDL + figuresDdl(visitTally),
  open({ db }, visits) {
    const counts = openCounts(db);
    return {
      changed: counts.visitChanged,
      other(event) {
        if (event.type !== "ReporterMerged") return;
        visits.settle();
        counts.reporterMerged(event as Recorded<ReporterMerged>);
      },
    };
  },
};

/** Between the two nothing changed that figures count. */
const countsAlike = (before: Visit, after: Visit): boolean =>
  before.topic === after.topic && isCounted(before) === isCounted(after) && foundAlike(before, after);

function openCounts(db: Database): {
  visitChanged: (change: Change<Visit>) => void;
  reporterMerged: (event: Recorded<ReporterMerged>) => void;
} {
  const figures = new TallyWriter(db, visitTally);
  const goesOnAs = db.prepare(`SELECT into_id FROM reporter_goes_on_as WHERE reporter_id = ?`).pluck();
  const merge = db.prepare(`INSERT OR REPLACE INTO reporter_goes_on_as VALUES (?, ?)`);
  const mergedInto = db.prepare(`SELECT reporter_id FROM reporter_goes_on_as WHERE into_id = ?`).pluck();
  const visitsOf = db.prepare(
    `SELECT DISTINCT v.* FROM visit_link l JOIN visit v ON v.id = l.visit_id AND v.to_position = ${OPEN}
     WHERE l.kind = 'REPORTER' AND l.ref = ? AND l.to_position = ${OPEN} ORDER BY v.id`,
  );

  const personOf = (id: string): string => {
    const into = goesOnAs.get(id) as string | undefined;
    return into === undefined ? id : personOf(into);
  };

  return {
    visitChanged({ event, before, after }) {
      if (before && countsAlike(before.state, after.state)) return;
      const counted = event as Recorded<VisitEvent>;
      figures.changed(counted, before && { visit: before, personOf }, { visit: after, personOf });
    },
    reporterMerged(event) {
      const { reporterId, intoId } = event.data;
      const known = [reporterId, ...allMergedInto(reporterId, mergedInto)];
      const rows = new Map(
        known.flatMap((id) => (visitsOf.all(id) as RecordRow[]).map((row) => [row.id, row] as const)),
      );
      const visits = [...rows.values()].map((row) => fromRow(visitTable, row));
      const count = (visit: VisitVersion) => figures.countedFor({ visit, personOf });
      const before = visits.map(count);
      // Two nodes may have merged two reporters into each other at the same moment: the first merger holds.
      if (personOf(intoId) === reporterId) return;
      merge.run(reporterId, intoId);
      figures.replaced(event, before, visits.map(count));
    },
  };
}

function allMergedInto(id: string, mergedInto: { all(id: string): unknown[] }): string[] {
  const direct = mergedInto.all(id) as string[];
  return direct.flatMap((one) => [one, ...allMergedInto(one, mergedInto)]);
}
