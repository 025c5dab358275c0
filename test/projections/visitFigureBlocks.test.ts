import { expect } from "chai";
import fc from "fast-check";
import { VisitFigureQueries } from "../../src/projections/visitFigureQueries.js";
import type { FigureLine, FigureQuestion } from "../../src/projections/visitFigureTerms.js";
import { type Entry, events, judged, ledgerOf, question } from "../support/visitFigureLedger.js";

/** The lines as anybody would count them: entry by entry, by the words of the question. */
function recount(told: readonly (readonly Entry[])[], asked: FigureQuestion, at: number): FigureLine[] {
  const lines = new Map<string, { line: FigureLine; figures: Record<string, number>; turns: Map<string, number> }>();
  const lineOf = (values: readonly string[]): { figures: Record<string, number>; turns: Map<string, number> } => {
    const id = JSON.stringify(values);
    const figures = { VISITS: 0, REPORTER_TURNS: 0, HOST_TURNS: 0, DISTINCT_REPORTERS: 0 };
    const key = Object.fromEntries(asked.groupBy.map((dimension, index) => [dimension, values[index]]));
    const line = lines.get(id) ?? { line: { key, figures }, figures, turns: new Map<string, number>() };
    lines.set(id, line);
    return line;
  };
  if (asked.groupBy.length === 0) lineOf([]);
  for (const one of told.slice(0, at).flat()) {
    const { key, isAsked } = judged(one, asked);
    if (!isAsked) continue;
    const { figures, turns } = lineOf(key);
    figures[one.measure] = (figures[one.measure] ?? 0) + one.amount;
    if (one.reporter_id !== null) turns.set(one.reporter_id, (turns.get(one.reporter_id) ?? 0) + one.amount);
  }
  for (const { figures, turns } of lines.values()) {
    figures["DISTINCT_REPORTERS"] = [...turns.values()].filter((net) => net > 0).length;
  }
  return [...lines.entries()]
    .filter(([, { figures }]) => asked.groupBy.length === 0 || Object.values(figures).some((value) => value !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { line }]) => line);
}

describe("figures of visits, added up from blocks of entries", () => {
  it("are a recount of the entries, for any question and position, wherever the blocks end", () => {
    fc.assert(
      fc.property(events, question, fc.nat(), fc.nat(12), (told, asked, nth, restarts) => {
        const at = nth % (told.length + 1);
        const db = ledgerOf(told, restarts);
        expect(new VisitFigureQueries(db).lines(asked, 1_000, at)).to.deep.equal(recount(told, asked, at));
        db.close();
      }),
      { numRuns: 120 },
    );
  });

  it("go on with the blocks that are there when the ledger grows between two questions", () => {
    const turn = (reporter_id: string): Entry => ({
      ...{ measure: "REPORTER_TURNS", unit_id: `unit of ${reporter_id}`, agency_id: "a1", reporter_id },
      ...{ topic: "LAND", occurred_on: "2019-01-01", amount: 1 },
    });
    const told = Array.from({ length: 11 }, (_, index) => [turn(`r${index % 7}`)]);
    const asked: FigureQuestion = { from: "2019-01-01", to: "2019-01-01", groupBy: ["UNIT"], countedAs: new Map() };
    const db = ledgerOf(told.slice(0, 6), 0);
    const figures = new VisitFigureQueries(db);
    expect(figures.lines(asked, 1_000, 6)).to.deep.equal(recount(told, asked, 6));
    const grown = ledgerOf(told, 0);
    for (const table of ["figure_name", "figure_block", "figure_entry"]) {
      const rows = grown.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][];
      for (const row of rows)
        db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${row.map(() => "?").join()})`).run(row);
    }
    expect(figures.lines(asked, 1_000, 11)).to.deep.equal(recount(told, asked, 11));
    expect(figures.lines(asked, 2, 11)).to.have.length(3);
    expect(figures.lines(asked, 1_000, 6)).to.deep.equal(recount(told, asked, 6));
  });
});
