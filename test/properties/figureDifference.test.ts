import { expect } from "chai";
import fc from "fast-check";
import { FIGURE_BOOKS, VISIT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import type { FigureBook } from "../../src/projections/figures/book.js";
import { MOVEMENT_CAUSES } from "../../src/projections/figures/causes.js";
import type { LineDimension } from "../../src/projections/figures/dimensions.js";
import { type FigureQuestion, ofLine } from "../../src/projections/figures/question.js";
import { FigureReader } from "../../src/projections/figures/reader.js";
import type { FigureLine, MovedLine } from "../../src/projections/figures/sums.js";
import { openForReading } from "../../src/projections/readModel/openFile.js";
import { readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { Api } from "../support/api.js";
import { entryOf, eventsOf, ledgerOf, questionOf } from "../support/figures.js";
import { acts } from "./commands.js";
import { newWorld } from "./world.js";

const SEED = 20_191_118;
const YEARS = { from: "2019-01-01", to: "2020-12-31", countedAs: new Map<string, string>() } as const;
const ALL = { limit: 10_000 };

/** A table, as what stands in it: line and figure, noughts left out. */
type Table = ReadonlyMap<string, bigint>;

const table = (lines: readonly FigureLine[]): Table =>
  new Map(
    lines
      .flatMap(({ key, figures }) =>
        [...figures].map(([name, value]) => [`${JSON.stringify(key)} ${name}`, value] as const),
      )
      .filter(([, value]) => value !== 0n),
  );

/** A table with the differences put on it. */
function applied(difference: readonly MovedLine[], to: Table): Table {
  const result = new Map(to);
  for (const { key, figures } of difference) {
    for (const [name, { before, after }] of figures) {
      const at = `${JSON.stringify(key)} ${name}`;
      const value = (result.get(at) ?? 0n) + (after - before);
      if (value === 0n) result.delete(at);
      else result.set(at, value);
    }
  }
  return result;
}

const sum = (values: Iterable<bigint>): bigint => [...values].reduce((total, value) => total + value, 0n);

/** Between two points the earlier table becomes the later one, and every movement is the sum of its entries by cause. */
function isExplained(
  figures: FigureReader,
  book: FigureBook,
  question: FigureQuestion,
  since: number,
  to: number,
): void {
  const at = (position: number): Table => table(figures.lines(question, 10_000, position));
  const difference = figures.movement(question, 10_000, since, to);
  expect(applied(difference, at(since))).to.deep.equal(at(to));
  const touched = new Set<number>();
  for (const { key, figures: moved } of difference) {
    for (const [name, { before, after, causes }] of moved) {
      if (book.measure(name).kind === "DISTINCT") continue;
      expect(sum(causes.values()), name).to.equal(after - before);
      for (const cause of MOVEMENT_CAUSES) {
        const entries = figures.moved(ofLine(question, key), name, { position: since, cause }, ALL, to).rows;
        expect(sum(entries.map(({ row }) => row.amount)), `${name} ${cause}`).to.equal(causes.get(cause) ?? 0n);
        expect(entries.length > 0, `${name} ${cause}`).to.equal(causes.has(cause));
        for (const { row } of entries) touched.add(row.position);
      }
    }
  }
  expect(figures.movedAt(question, since, 10_000, to)).to.deep.equal([...touched].sort((one, two) => one - two));
}

describe(`the difference of two tables of figures (seed ${SEED})`, function () {
  this.timeout(120_000);

  for (const book of FIGURE_BOOKS) {
    it(`makes the later of the earlier one and is explained by its entries, for any entries of "${book.name}"`, () => {
      fc.assert(
        fc.property(
          ...([eventsOf(entryOf(book)), questionOf(book), fc.nat(12), fc.nat(12)] as const),
          (told, question, some, other) => {
            const db = ledgerOf(book, told);
            isExplained(new FigureReader(db, book), book, question, Math.min(some, other), Math.max(some, other));
            db.close();
          },
        ),
        { numRuns: 100, seed: SEED },
      );
    });
  }

  it("makes the later of the earlier one, for visits after any sequence of commands", async () => {
    const questions = fc.shuffledSubarray<LineDimension>([...VISIT_FIGURES.lineDimensions]);
    await fc.assert(
      fc.asyncProperty(acts, questions, fc.nat(99), fc.nat(99), async (sequence, groupBy, some, other) => {
        const api = await Api.open();
        try {
          const world = await newWorld(api);
          for (const act of sequence) await act.run(api, world);
          const head = await api.ledger.log.head();
          expect(await api.ledger.reads.reached(head)).to.equal(true);
          const db = openForReading(readModelPath(api.folder));
          const figures = new FigureReader(db, VISIT_FIGURES);
          const [a = 0, b = 0] = [some % (head + 1), other % (head + 1)].sort((one, two) => one - two);
          for (const [since, to] of [[a, b] as const, [0, head] as const]) {
            isExplained(figures, VISIT_FIGURES, { ...YEARS, groupBy }, since, to);
          }
          db.close();
        } finally {
          await api.close();
        }
      }),
      { numRuns: 10, seed: SEED, interruptAfterTimeLimit: 60_000 },
    );
  });
});
