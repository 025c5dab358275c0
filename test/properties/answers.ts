import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../src/domain/kernel/time.js";
import { ConsequenceQueries } from "../../src/projections/timeline/consequenceQueries.js";
import { EventIndex } from "../../src/projections/timeline/eventIndex.js";
import { VISIT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import { FigureReader } from "../../src/projections/figures/reader.js";
import { PressAgencyQueries } from "../../src/projections/pressAgency/queries.js";
import { ReporterQueries } from "../../src/projections/reporter/queries.js";
import { SEARCH_KINDS } from "../../src/projections/table/foundTexts.js";
import { ALL_TEXTS, SearchQueries } from "../../src/projections/table/searchQueries.js";
import { LEDGER_ORDERS, LedgerQueries } from "../../src/projections/timeline/ledgerQueries.js";
import { TimelineQueries } from "../../src/projections/timeline/timelineQueries.js";
import { Ones } from "../../src/projections/table/ones.js";
import { UnitQueries } from "../../src/projections/unit/queries.js";
import { atMoment, onDay } from "../../src/projections/table/basis.js";
import { VisitDuplicateQueries } from "../../src/projections/visit/duplicates.js";
import { VisitQueries } from "../../src/projections/visit/queries.js";

const EVERYTHING = { limit: 1_000 };

const EVERYWHERE = { kinds: SEARCH_KINDS, may: ALL_TEXTS };

/** Every kind of question that a read model answers, asked at a position, on a day; on that of its last event, without. */
export function answersAt(db: Database, at: number, day?: LocalDate): Record<string, unknown> {
  const last = new EventIndex(db).lastUpTo(at);
  const asked = {
    position: at,
    recordedAt: last?.recorded_at ?? null,
    latestOccurredAt: last?.latest_occurred_at ?? "",
  };
  const then = atMoment(asked, last?.recorded_at ?? "0001-01-01T00:00:00.000Z");
  const basis = day === undefined ? then : onDay(then, day);
  const units = new UnitQueries(db);
  const visits = new VisitQueries(db);
  const figures = new FigureReader(db, VISIT_FIGURES);
  const search = new SearchQueries(db);
  const duplicates = new VisitDuplicateQueries(db);
  const timeline = new TimelineQueries(db);
  const ledger = new LedgerQueries(db);
  const consequences = new ConsequenceQueries(db);
  const commands = db.prepare(`SELECT DISTINCT command_id FROM event WHERE position <= ?`).pluck().all(at) as string[];
  const listed = units.list({}, "ASC", EVERYTHING, basis).rows;
  const ones = new Ones(db);
  const countedAs = new Map([...ones.goneOn("Unit", basis), ...ones.goneOn("PressAgency", basis)]);
  const question = { from: "2019-01-01", to: "2020-12-31", groupBy: [], countedAs };
  const everyUnit = listed.map(({ row }) => ({ kind: "Unit" as const, ref: row.id }));
  // Versions carry where they end, which is the one thing that later events do change.
  const withoutEnd = (rows: readonly { readonly row: object }[]): unknown[] =>
    rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== "to_position")));
  return {
    units: withoutEnd(listed),
    successors: [...countedAs],
    agencies: withoutEnd(new PressAgencyQueries(db).list({}, "ASC", EVERYTHING, basis).rows),
    reporters: withoutEnd(new ReporterQueries(db).list({ includeMerged: true }, "ASC", EVERYTHING, at).rows),
    visits: withoutEnd(visits.list({}, "DESC", EVERYTHING, basis).rows),
    visitsOfFirstUnit: withoutEnd(
      visits.list({ host: ones.of("Unit", listed[0]?.row.id, basis) }, "ASC", EVERYTHING, basis).rows,
    ),
    figures: VISIT_FIGURES.lineDimensions.map((dimension) =>
      figures.lines({ ...question, groupBy: [dimension] }, 1_000, at),
    ),
    evidence: VISIT_FIGURES.measures.map(({ name }) => figures.evidence(question, name, EVERYTHING, at).rows),
    duplicates: [true, false].map((judged) => withoutEnd(duplicates.list(judged, "ASC", EVERYTHING, at).rows)),
    timeline: timeline.list(everyUnit, {}, "DESC", EVERYTHING, at).rows,
    ledger: LEDGER_ORDERS.map((order) => ledger.list({}, order, "DESC", EVERYTHING, basis).rows),
    counts: [
      visits.list({ host: ones.of("Unit", listed[0]?.row.id, basis) }, "ASC", { limit: 1 }, basis),
      units.list({}, "ASC", { limit: 1 }, basis),
      timeline.list(everyUnit, {}, "DESC", { limit: 1 }, at),
      ledger.list({ types: ["VisitRegistered"] }, "OCCURRED", "ASC", { limit: 1 }, basis),
      figures.evidence(question, "VISITS", { limit: 1 }, at),
      search.list("so", EVERYWHERE, { limit: 1 }, { position: at }),
    ].map(({ count }) => count()),
    unitEvents: everyUnit.map((unit) => timeline.ofRecord(unit, "ASC", EVERYTHING, at).rows),
    consequences: commands.map((command) => consequences.follow(command, at)),
    search: ["so", "lam viec", "An"].map(
      (text) => search.list(text, { kinds: SEARCH_KINDS, may: ALL_TEXTS }, EVERYTHING, { position: at }).rows,
    ),
  };
}
