import BetterSqlite3, { type Database } from "better-sqlite3";
import { expect } from "chai";
import fc from "fast-check";
import { FigureBlocks } from "../../src/projections/visitFigureBlocks.js";
import { VisitFigureQueries } from "../../src/projections/visitFigureQueries.js";
import { FIGURES_DDL } from "../../src/projections/visitFigures.js";
import {
  type EntryRow,
  FIGURE_DIMENSIONS,
  type FigureDimension,
  type FigureLine,
  type FigureQuestion,
  VISIT_MEASURES,
} from "../../src/projections/visitFigureTerms.js";

/** So small that a few events fill several blocks. */
const ENTRIES_PER_BLOCK = 4;

type Entry = Omit<EntryRow, "position" | "seq" | "visit_id" | "cause">;

const entry: fc.Arbitrary<Entry> = fc
  .record({
    measure: fc.constantFrom(...VISIT_MEASURES),
    unit_id: fc.constantFrom("u1", "u2", "u3"),
    agency_id: fc.constantFrom("a1", "a2"),
    reporter: fc.constantFrom("r1", "r2", "r3"),
    topic: fc.constantFrom("LAND", "HEALTH"),
    occurred_on: fc.constantFrom("2018-12-31", "2019-01-01", "2019-01-31", "2019-12-01"),
    amount: fc.integer({ min: -2, max: 3 }),
  })
  .map(({ reporter, ...rest }) => ({ ...rest, reporter_id: rest.measure === "REPORTER_TURNS" ? reporter : null }));
const events = fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });

const some = <T>(...values: T[]): fc.Arbitrary<T[] | null> => fc.option(fc.subarray(values, { minLength: 1 }));
const question: fc.Arbitrary<FigureQuestion> = fc.record({
  from: fc.constantFrom("2018-01-01", "2019-01-01"),
  to: fc.constantFrom("2019-01-31", "2019-12-31"),
  groupBy: fc.shuffledSubarray([...FIGURE_DIMENSIONS]),
  countedAs: fc.constantFrom(new Map<string, string>(), new Map([["u1", "u2"]]), new Map([["u3", "after"]])),
  unitIds: some("u1", "u2", "after"),
  agencyIds: some("a1", "nobody"),
  reporterIds: some("r1", "r3"),
  topics: some("LAND" as const, "HEALTH" as const),
});

/** @param restarts after how many events the projector starts anew */
function ledgerOf(told: readonly (readonly Entry[])[], restarts: number): Database {
  const db = new BetterSqlite3(":memory:");
  db.exec(FIGURES_DDL);
  const insert = db.prepare(
    `INSERT INTO figure_entry VALUES (:position, :seq, :measure, 'v1', :unit_id, :agency_id, :reporter_id, :topic,
       :occurred_on, :amount, 'NEW')`,
  );
  let blocks = new FigureBlocks(db, ENTRIES_PER_BLOCK);
  told.forEach((entries, index) => {
    if (index === restarts) blocks = new FigureBlocks(db, ENTRIES_PER_BLOCK);
    entries.forEach((one, seq) => {
      insert.run({ ...one, position: index + 1, seq });
      blocks.add({ ...one, position: index + 1 });
    });
    blocks.endEvent();
  });
  return db;
}

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
    const unit = asked.countedAs.get(one.unit_id) ?? one.unit_id;
    const values: Record<FigureDimension, string | null> = {
      UNIT: unit,
      AGENCY: one.agency_id,
      TOPIC: one.topic,
      MONTH: one.occurred_on.slice(0, 7),
      REPORTER: one.reporter_id,
    };
    const isOf = (list: readonly string[] | null | undefined, value: string | null): boolean =>
      !list || (value !== null && list.includes(value));
    const isAsked =
      one.occurred_on >= asked.from &&
      one.occurred_on <= asked.to &&
      isOf(asked.unitIds, unit) &&
      isOf(asked.agencyIds, one.agency_id) &&
      isOf(asked.reporterIds, one.reporter_id) &&
      isOf(asked.topics, one.topic);
    const key = asked.groupBy.map((dimension) => values[dimension]);
    if (!isAsked || key.includes(null)) continue;
    const { figures, turns } = lineOf(key as string[]);
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
