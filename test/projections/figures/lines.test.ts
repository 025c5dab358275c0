import { expect } from "chai";
import fc from "fast-check";
import { ENFORCEMENT_FIGURES, FIGURE_BOOKS, VISIT_FIGURES } from "../../../src/projections/readModel/figureBooks.js";
import type { NewEntry } from "../../../src/projections/figures/entries.js";
import type { FigureQuestion } from "../../../src/projections/figures/question.js";
import { FigureReader, FigureReaders } from "../../../src/projections/figures/reader.js";
import { NOW } from "../../../src/projections/table/temporal.js";
import { entryOf, eventsOf, ledgerOf, questionOf, recount, type Told } from "../../support/figures.js";

const IN_2019: FigureQuestion = { from: "2019-01-01", to: "2019-12-31", groupBy: [], countedAs: new Map() };

/** Before, on, between and after the days of the entries. */
const DAYS = ["2018-12-01", "2018-12-15", "2018-12-20", "2019-01-01", "2019-06-01", "2020-01-01"] as const;

const turn = (reporter: string): Told => ({
  cause: "NEW",
  entries: [
    {
      ...{ measure: "REPORTER_TURNS", recordId: "v1", on: "2019-01-01", amount: 1n },
      values: { UNIT: `unit of ${reporter}`, AGENCY: "a1", TOPIC: "LAND", REPORTER: reporter },
    },
  ],
});
const visit: NewEntry = {
  ...{ measure: "VISITS", recordId: "v1", on: "2019-01-01", amount: 1n },
  values: { UNIT: "u1", AGENCY: "a1", TOPIC: "LAND" },
};
const fine = (amount: bigint, on: string, values: NewEntry["values"] = {}): NewEntry => ({
  ...{ measure: "FINES_DECIDED", recordId: "s1", on, amount },
  values: { UNIT: "so-tttt", VIOLATION_CODE: "159.27.1.a", SUBJECT_KIND: "HOUSEHOLD_BUSINESS", ...values },
});

for (const book of FIGURE_BOOKS) {
  describe(`figures of the book "${book.name}", added up from blocks of entries`, function () {
    this.timeout(60_000);

    it("are a recount of the entries, for any question and position, wherever the blocks end", () => {
      fc.assert(
        fc.property(
          ...([eventsOf(entryOf(book)), questionOf(book), fc.nat(), fc.nat(12)] as const),
          (told, asked, nth, restarts) => {
            const at = nth % (told.length + 1);
            const db = ledgerOf(book, told, restarts);
            expect(new FigureReader(db, book).lines(asked, 1_000, at)).to.deep.equal(recount(book, told, asked, at));
            db.close();
          },
        ),
        { numRuns: 200 },
      );
    });

    it("end on the latest day of an entry of some measures, or of any, up to a day and a position", () => {
      const names = book.measures.map(({ name }) => name);
      fc.assert(
        fc.property(
          ...([eventsOf(entryOf(book)), fc.constantFrom(...DAYS), fc.nat(12), fc.nat(12)] as const),
          fc.option(fc.subarray(names)),
          (told, upTo, at, restarts, some) => {
            const db = ledgerOf(book, told, restarts);
            const counting = new Set(
              (some ?? names)
                .map((name) => book.measure(name))
                .map((one) => (one.kind === "DISTINCT" ? one.of : one.name)),
            );
            const entries = told.slice(0, at).flatMap((event) => event.entries);
            const days = entries.filter(({ on, measure }) => on <= upTo && counting.has(measure)).map(({ on }) => on);
            expect(new FigureReaders(db).lastDay([book], upTo, at, some)).to.equal(days.sort().at(-1) ?? null);
            db.close();
          },
        ),
        { numRuns: 100 },
      );
    });

    it("as of a position are those of a ledger that ends there", () => {
      fc.assert(
        fc.property(eventsOf(entryOf(book)), questionOf(book), fc.nat(12), (told, asked, at) => {
          const long = new FigureReader(ledgerOf(book, told), book).lines(asked, 1_000, at);
          const short = new FigureReader(ledgerOf(book, told.slice(0, at)), book).lines(asked, 1_000, NOW);
          expect(long).to.deep.equal(short);
        }),
        { numRuns: 100 },
      );
    });
  });
}

describe("figures", () => {
  it("go on with the blocks that are there when the ledger grows between two questions", () => {
    const told = Array.from({ length: 11 }, (_, index) => turn(`r${index % 7}`));
    const asked: FigureQuestion = { ...IN_2019, groupBy: ["UNIT"] };
    const db = ledgerOf(VISIT_FIGURES, told.slice(0, 6));
    const figures = new FigureReader(db, VISIT_FIGURES);
    expect(figures.lines(asked, 1_000, 6)).to.deep.equal(recount(VISIT_FIGURES, told, asked, 6));
    const grown = ledgerOf(VISIT_FIGURES, told);
    for (const table of Object.values(VISIT_FIGURES.sheets[0]!.tables)) {
      const rows = grown.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][];
      for (const row of rows)
        db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${row.map(() => "?").join()})`).run(row);
    }
    expect(figures.lines(asked, 1_000, 11)).to.deep.equal(recount(VISIT_FIGURES, told, asked, 11));
    expect(figures.lines(asked, 2, 11)).to.have.length(3);
    expect(figures.lines(asked, 7, 11)).to.have.length(7);
    expect(figures.lines(asked, 1_000, 6)).to.deep.equal(recount(VISIT_FIGURES, told, asked, 6));
  });

  it("are missing where the measure cannot be told apart so; it stands in the line of what has no such value", () => {
    const told: Told[] = [{ cause: "NEW", entries: [visit, visit] }, turn("r1")];
    const figures = new FigureReader(ledgerOf(VISIT_FIGURES, told), VISIT_FIGURES);
    const lines = figures.lines({ ...IN_2019, groupBy: ["REPORTER"] }, 10, NOW);
    expect(lines.map(({ key, figures: of }) => [key.REPORTER, ...of])).to.deep.equal([
      [null, ["VISITS", 2n], ["REPORTER_TURNS", 0n], ["HOST_TURNS", 0n], ["DISTINCT_REPORTERS", 0n]],
      ["r1", ["REPORTER_TURNS", 1n], ["DISTINCT_REPORTERS", 1n]],
    ]);
    const [filtered] = figures.lines({ ...IN_2019, among: { REPORTER: ["r1"] } }, 10, NOW);
    expect([...filtered!.figures.keys()]).to.deep.equal(["REPORTER_TURNS", "DISTINCT_REPORTERS"]);
  });

  it("are negative in the later period in which a decision was annulled, and the earlier period stays as it was", () => {
    const told: Told[] = [
      { cause: "NEW", entries: [fine(22_500_000n, "2019-10-10")] },
      { cause: "ANNULLED", entries: [fine(-22_500_000n, "2019-12-03")] },
    ];
    const figures = new FigureReader(ledgerOf(ENFORCEMENT_FIGURES, told), ENFORCEMENT_FIGURES);
    const value = (from: string, to: string, at = NOW): bigint | undefined =>
      figures.lines({ ...IN_2019, from, to }, 1, at)[0]?.figures.get("FINES_DECIDED");
    expect(value("2019-10-01", "2019-10-31")).to.equal(22_500_000n);
    expect(value("2019-12-01", "2019-12-31")).to.equal(-22_500_000n);
    expect(value("2019-01-01", "2019-12-31")).to.equal(0n);
    expect(value("2019-01-01", "2019-12-31", 1)).to.equal(22_500_000n);
  });

  it("add up sums that neither a floating-point number nor 64 bits can hold", () => {
    const most = 999_999_999_999_999n;
    const told = Array.from({ length: 300 }, (): Told => {
      return { cause: "NEW", entries: Array.from({ length: 40 }, () => fine(most, "2019-10-10")) };
    });
    const figures = new FigureReader(ledgerOf(ENFORCEMENT_FIGURES, told), ENFORCEMENT_FIGURES);
    const [line] = figures.lines(IN_2019, 1, NOW);
    expect(line?.figures.get("FINES_DECIDED")).to.equal(most * 12_000n);
    expect(most * 12_000n > 2n ** 63n).to.equal(true);
  });
});
