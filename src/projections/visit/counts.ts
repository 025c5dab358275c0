import type { Database } from "better-sqlite3";
import type { WhoIsOne } from "../../domain/reporter/events.js";
import type { VisitEvent } from "../../domain/visit/events.js";
import { isCounted, type Visit } from "../../domain/visit/visit.js";
import type { LedgerEvent, Recorded } from "../../eventstore/codec.js";
import type { Position } from "../../eventstore/contract.js";
import { figuresDdl } from "../figures/tables.js";
import { TallyWriter } from "../figures/writer.js";
import { ALL_ALONG, Ones } from "../table/ones.js";
import type { Follower } from "../table/recordPart.js";
import { type Change, fromRow, type RecordRow } from "../table/recordTable.js";
import { OPEN } from "../table/temporal.js";
import { type CountedVisit, visitTally } from "./figures.js";
import { foundAlike, type VisitVersion, visitTable } from "./table.js";

/** Counts visits, and counts those of a reporter anew who turns out to be another one, or not to be after all. */
export const visitCounts: Follower<Visit> = {
  ddl: figuresDdl(visitTally),
  open({ db }, visits) {
    const counts = openCounts(db);
    return {
      changed: counts.visitChanged,
      other(event) {
        if (!isWhoIsOne(event)) return;
        visits.settle();
        counts.personsChanged(event);
      },
    };
  },
};

const isWhoIsOne = (event: LedgerEvent): event is Recorded<WhoIsOne> =>
  event.type === "ReporterMerged" || event.type === "ReporterMergerTakenBack";

/** Between the two nothing changed that figures count. */
const countsAlike = (before: Visit, after: Visit): boolean =>
  before.topic === after.topic && isCounted(before) === isCounted(after) && foundAlike(before, after);

function openCounts(db: Database): {
  visitChanged: (change: Change<Visit>) => void;
  personsChanged: (event: Recorded<WhoIsOne>) => void;
} {
  const figures = new TallyWriter(db, visitTally);
  const ones = new Ones(db);
  const visitsOf = db.prepare(
    `SELECT DISTINCT v.* FROM visit_link l JOIN visit v ON v.id = l.visit_id AND v.to_position = ${OPEN}
     WHERE l.kind = 'REPORTER' AND l.ref IN (SELECT value FROM json_each(?)) AND l.to_position = ${OPEN} ORDER BY v.id`,
  );
  /** A visit with the persons as they were known at the position. */
  const countedAt =
    (position: Position) =>
    (visit: VisitVersion): CountedVisit => ({
      visit,
      personOf: (id) => ones.goesOnAs("Reporter", id, { position, today: ALL_ALONG }),
    });

  return {
    visitChanged({ event, before, after }) {
      if (before && countsAlike(before.state, after.state)) return;
      const counted = countedAt(event.position);
      figures.changed(event as Recorded<VisitEvent>, before && counted(before), counted(after));
    },
    personsChanged(event) {
      const { position } = event;
      const moved = ones.changedAt(position).filter(({ kind }) => kind === "Reporter");
      const ids = moved.flatMap(({ id }) =>
        [position - 1, position].flatMap((at) => ones.of("Reporter", id, { position: at, today: ALL_ALONG }).ids),
      );
      const rows = visitsOf.all(JSON.stringify([...new Set(ids)])) as RecordRow[];
      const visits = rows.map((row) => fromRow(visitTable, row));
      const countedFor = (at: Position) => visits.map((visit) => figures.countedFor(countedAt(at)(visit)));
      figures.replaced(event, countedFor(position - 1), countedFor(position));
    },
  };
}
