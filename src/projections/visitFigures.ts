import type { Database } from "better-sqlite3";
import { localDateOf } from "../domain/kernel/time.js";
import type { LedgerEvent } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { OPEN } from "./temporal.js";
import { FIGURE_BLOCKS_DDL, FigureBlocks } from "./visitFigureBlocks.js";
import type { Entry } from "./visitFigureRows.js";
import type { EntryCause } from "./visitFigureTerms.js";
import { isCounted, type Visit, visitDay } from "../domain/visit/visit.js";
import type { Follower } from "./table/recordPart.js";
import { type Change, fromRow, type RecordRow } from "./table/recordTable.js";
import { foundAlike, type VisitVersion, visitTable } from "./visitTable.js";

const FIGURES_DDL = `
  CREATE TABLE reporter_goes_on_as (reporter_id TEXT PRIMARY KEY, into_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ${FIGURE_BLOCKS_DDL}
`;

export const visitFigures: Follower<Visit> = {
  ddl: FIGURES_DDL,
  open({ db }, visits) {
    const figures = openVisitFigures(db);
    return {
      changed: figures.visitChanged,
      other(event) {
        if (event.type !== "ReporterMerged") return;
        visits.settle();
        figures.reporterMerged(event);
      },
    };
  },
};

/** Between the two nothing changed that figures count. */
const countsAlike = (before: Visit, after: Visit): boolean =>
  before.topic === after.topic && isCounted(before) === isCounted(after) && foundAlike(before, after);

/**
 * The entries are the difference between what a visit counts for before an event and after it. So the sum of all
 * entries is what the visits as they stand count for, whatever was amended, voided or merged on the way.
 */
function openVisitFigures(db: Database): {
  visitChanged: (change: Change<Visit>) => void;
  reporterMerged: (event: LedgerEvent) => void;
} {
  const blocks = new FigureBlocks(db);
  const goesOnAs = db.prepare(`SELECT into_id FROM reporter_goes_on_as WHERE reporter_id = ?`).pluck();
  const merge = db.prepare(`INSERT OR REPLACE INTO reporter_goes_on_as VALUES (?, ?)`);
  const mergedInto = db.prepare(`SELECT reporter_id FROM reporter_goes_on_as WHERE into_id = ?`).pluck();
  const visitsOf = db.prepare(
    `SELECT DISTINCT v.* FROM visit_link l JOIN visit v ON v.id = l.visit_id AND v.to_position = ${OPEN}
     WHERE l.kind = 'REPORTER' AND l.ref = ? AND l.to_position = ${OPEN} ORDER BY v.id`,
  );

  const lastOf = (id: string): string => {
    const into = goesOnAs.get(id) as string | undefined;
    return into === undefined ? id : lastOf(into);
  };
  const write = (position: Position, cause: EntryCause, before: readonly Entry[], after: readonly Entry[]): void =>
    blocks.add(position, cause, difference(before, after));

  return {
    visitChanged({ event, before, after }) {
      if (before && countsAlike(before.state, after.state)) return;
      write(event.position, causeOf(event), before ? entriesOf(before, lastOf) : [], entriesOf(after, lastOf));
    },
    reporterMerged(event) {
      const { reporterId, intoId } = event.data as { reporterId: string; intoId: string };
      const known = [reporterId, ...allMergedInto(reporterId, mergedInto)];
      const rows = new Map(
        known.flatMap((id) => (visitsOf.all(id) as RecordRow[]).map((row) => [row.id, row] as const)),
      );
      const visits = [...rows.values()].map((row) => fromRow(visitTable, row));
      const before = visits.flatMap((visit) => entriesOf(visit, lastOf));
      // Two nodes may have merged two reporters into each other at the same moment: the first merger holds.
      if (lastOf(intoId) === reporterId) return;
      merge.run(reporterId, intoId);
      write(
        event.position,
        "MERGED",
        before,
        visits.flatMap((visit) => entriesOf(visit, lastOf)),
      );
    },
  };
}

function allMergedInto(id: string, mergedInto: { all(id: string): unknown[] }): string[] {
  const direct = mergedInto.all(id) as string[];
  return direct.flatMap((one) => [one, ...allMergedInto(one, mergedInto)]);
}

/**
 * What a visit counts for: once as a visit, at its first host and for its first reporter's agency; once for each
 * reporter (lượt phóng viên); once for each host (lượt tiếp).
 */
function entriesOf({ id, state }: VisitVersion, lastOf: (reporterId: string) => string): Entry[] {
  const { hosts, reporters, topic } = state;
  const [leadHost] = hosts;
  const [leadReporter] = reporters;
  if (!isCounted(state) || !leadHost || !leadReporter) return [];
  const common = {
    visit_id: id,
    unit_id: leadHost.unitId,
    agency_id: leadReporter.agencyId,
    reporter_id: null,
    topic,
    occurred_on: visitDay(state),
    amount: 1,
  };
  // Two entries of one person in the register are one turn once they are merged.
  const persons = new Map(reporters.map((reporter) => [lastOf(reporter.reporterId), reporter] as const));
  return [
    { measure: "VISITS", ...common },
    ...[...persons].map(([reporter_id, reporter]): Entry => {
      return { measure: "REPORTER_TURNS", ...common, reporter_id, agency_id: reporter.agencyId };
    }),
    ...hosts.map((host): Entry => ({ measure: "HOST_TURNS", ...common, unit_id: host.unitId })),
  ];
}

function difference(before: readonly Entry[], after: readonly Entry[]): readonly Entry[] {
  if (before.length === 0) return after;
  const net = new Map<string, Entry>();
  const add = (entry: Entry, sign: 1 | -1): void => {
    const key = JSON.stringify(Object.values(entry));
    net.set(key, { ...entry, amount: (net.get(key)?.amount ?? 0) + sign });
  };
  for (const entry of before) add(entry, -1);
  for (const entry of after) add(entry, 1);
  return [...net.values()].filter(({ amount }) => amount !== 0);
}

function causeOf(event: LedgerEvent): EntryCause {
  if (event.type === "VisitVoided") return "VOIDED";
  if (event.type === "VisitAmended") return "CORRECTED";
  return localDateOf(event.occurredAt) < localDateOf(event.recordedAt) ? "LATE" : "NEW";
}
