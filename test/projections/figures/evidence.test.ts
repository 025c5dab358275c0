import { expect } from "chai";
import fc from "fast-check";
import { FIGURE_BOOKS, VISIT_FIGURES } from "../../../src/projections/readModel/figureBooks.js";
import type { FigureBook } from "../../../src/projections/figures/book.js";
import type { FigureEntry, NewEntry } from "../../../src/projections/figures/entries.js";
import { type FigureQuestion, ofLine } from "../../../src/projections/figures/question.js";
import { FigureReader } from "../../../src/projections/figures/reader.js";
import { type Rows, UnknownRow, type Window } from "../../../src/projections/table/paging.js";
import { entriesOn, entryOf, eventsOf, judged, ledgerOf, questionOf, type Told } from "../../support/figures.js";

type Place = readonly [position: number, seq: number];

const EVERYTHING: Window = { limit: 1_000 };
const IN_2019: FigureQuestion = { from: "2019-01-01", to: "2019-12-31", groupBy: [], countedAs: new Map() };
const VISIT: NewEntry = {
  ...{ measure: "VISITS", recordId: "v1", on: "2019-01-01", amount: 1n },
  values: { UNIT: "u1", AGENCY: "a1", TOPIC: "LAND" },
};
const TWO_VISITS_EACH: Told[] = Array.from({ length: 9 }, () => ({ cause: "NEW", entries: [VISIT, VISIT] }));

/** Few enough that a figure has several entries, some of them of one event. */
const measuresOf = (book: FigureBook): string[] => {
  const summed = book.measures.filter(({ kind }) => kind !== "DISTINCT");
  const distinct = book.measures.flatMap((measure) => (measure.kind === "DISTINCT" ? [measure.of] : []));
  return [...new Set([...distinct, ...summed.slice(4, 6).map(({ name }) => name), summed[0]!.name])];
};
const nameOf = (book: FigureBook): fc.Arbitrary<string> => {
  const distinct = book.measures.filter(({ kind }) => kind === "DISTINCT").map(({ name }) => name);
  return fc.constantFrom(...measuresOf(book), ...distinct);
};
/** Half of the questions leave out nothing but days. */
const askingOf = (book: FigureBook): fc.Arbitrary<FigureQuestion> =>
  fc.oneof(
    questionOf(book).map((asked) => ({ ...asked, groupBy: [] })),
    questionOf(book).map(({ from, to, countedAs }): FigureQuestion => ({ from, to, countedAs, groupBy: [] })),
  );
/** Some places have entries, some have none. */
const place = fc.option(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.nat(4)), { nil: undefined });
const window: fc.Arbitrary<Window> = fc.record({
  limit: fc.integer({ min: 1, max: 6 }),
  after: place,
  before: place,
  fromEnd: fc.boolean(),
});

const isBelow = (one: Place, other: Place): boolean => one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

/** The entries that make the figure, as anybody would pick them out by the words of the question. */
function picked(book: FigureBook, told: readonly Told[], asked: FigureQuestion, figure: string, at: number) {
  const measure = book.measure(figure);
  const name = measure.kind === "DISTINCT" ? measure.of : figure;
  const all = told
    .flatMap(({ cause, entries }, index) =>
      entriesOn(book, book.sheetOf(name), entries).map((entry, seq) => {
        return { row: { ...entry, cause, position: index + 1, seq }, key: [index + 1, seq] as const };
      }),
    )
    .filter(({ row, key }) => key[0] <= at && row.measure === name && judged(row, asked).isAsked);
  if (measure.kind !== "DISTINCT") return all;
  return all.filter(({ row, key }) => {
    const alike = all.filter((other) => other.row.values[measure.each] === row.values[measure.each]);
    const latest = alike.filter((other) => other.row.amount > 0n).at(-1);
    const left = alike.reduce((sum, other) => sum + other.row.amount, 0n);
    return row.values[measure.each] != null && latest?.key === key && left > 0n;
  });
}

/** The stretch of a whole list that a window shows. */
function shown<R extends { readonly key: Place }>(whole: readonly R[], { limit, after, before, fromEnd }: Window): R[] {
  const within = whole.filter(
    ({ key }) => (!after || isBelow(after as Place, key)) && (!before || isBelow(key, before as Place)),
  );
  return fromEnd ? within.slice(-limit) : within.slice(0, limit);
}

/** All pages, one after the other, each from where the one before it ended. */
function paged(read: (window: Window) => Rows<FigureEntry>, limit: number, fromEnd: boolean): readonly FigureEntry[] {
  const pages: FigureEntry[][] = [];
  let next: Window = { limit, fromEnd };
  for (;;) {
    const { rows, more } = read(next);
    pages.push(rows.map(({ row }) => row));
    if (!more) return (fromEnd ? pages.reverse() : pages).flat();
    expect(rows).to.have.length(limit);
    next = fromEnd ? { limit, fromEnd, before: rows[0]!.key } : { limit, fromEnd, after: rows.at(-1)!.key };
  }
}

const sumOf = (entries: readonly FigureEntry[]): bigint => entries.reduce((sum, { amount }) => sum + amount, 0n);
const idOf = ({ position, seq }: FigureEntry): string => `${position} ${seq}`;

for (const book of FIGURE_BOOKS) {
  const events = eventsOf(entryOf(book, measuresOf(book)));
  describe(`the evidence of a figure of the book "${book.name}", found in blocks of entries`, function () {
    this.timeout(60_000);

    it("is the entries that the question asks for, for any window and position, wherever the blocks end", () => {
      fc.assert(
        fc.property(
          ...([events, askingOf(book), nameOf(book), window, fc.nat(), fc.nat(12)] as const),
          (told, asked, figure, part, nth, restarts) => {
            const at = nth % (told.length + 1);
            const db = ledgerOf(book, told, restarts);
            const { rows, more } = new FigureReader(db, book).evidence(asked, figure, part, at);
            const whole = picked(book, told, asked, figure, at);
            const expected = shown(whole, part);
            expect(rows).to.deep.equal(expected);
            expect(more).to.equal(shown(whole, { ...part, limit: 1_000 }).length > expected.length);
            db.close();
          },
        ),
        { numRuns: 200 },
      );
    });

    it("joins page to page from either end", () => {
      fc.assert(
        fc.property(
          ...([events, askingOf(book), nameOf(book), fc.integer({ min: 1, max: 4 }), fc.nat()] as const),
          (told, asked, figure, limit, nth) => {
            const at = nth % (told.length + 1);
            const db = ledgerOf(book, told, 5);
            const figures = new FigureReader(db, book);
            const read = (part: Window): Rows<FigureEntry> => figures.evidence(asked, figure, part, at);
            const all = read(EVERYTHING).rows.map(({ row }) => row);
            expect(paged(read, limit, false)).to.deep.equal(all);
            expect(paged(read, limit, true)).to.deep.equal(all);
            db.close();
          },
        ),
        { numRuns: 100 },
      );
    });

    it("adds up to the figure; no entry stands under two lines, and none that counts under no line", () => {
      fc.assert(
        fc.property(events, questionOf(book), nameOf(book), fc.nat(12), (told, asked, figure, at) => {
          const db = ledgerOf(book, told);
          const figures = new FigureReader(db, book);
          const evidence = (question: FigureQuestion): FigureEntry[] =>
            figures.evidence(question, figure, EVERYTHING, at).rows.map(({ row }) => row);
          const isDistinct = book.measure(figure).kind === "DISTINCT";

          const lines = figures.lines(asked, 1_000, at).filter(({ figures: of }) => of.has(figure));
          const opened = lines.map(({ key, figures: of }) => {
            const entries = evidence(ofLine(asked, key));
            expect(isDistinct ? BigInt(entries.length) : sumOf(entries)).to.equal(of.get(figure));
            return entries.map(idOf);
          });
          db.close();
          if (isDistinct) return;
          const all = opened.flat();
          const whole = picked(book, told, asked, figure, at).map(({ row }) => row);
          expect(new Set(all).size).to.equal(all.length);
          expect(whole.map(idOf)).to.include.members(all);
          expect(sumOf(whole.filter((row) => !all.includes(idOf(row))))).to.equal(0n);
        }),
        { numRuns: 200 },
      );
    });
  });
}

describe("the evidence of a figure", () => {
  it("joins page to page however many entries there are, and wherever in an event a page ends", () => {
    const figures = new FigureReader(ledgerOf(VISIT_FIGURES, TWO_VISITS_EACH, 5), VISIT_FIGURES);
    for (let at = 0; at <= TWO_VISITS_EACH.length; at++) {
      const expected = Array.from({ length: 2 * at }, (_, index) => [1 + (index >> 1), index % 2]);
      for (const limit of [1, 2, 3, 4]) {
        for (const fromEnd of [false, true]) {
          const rows = paged((part) => figures.evidence(IN_2019, "VISITS", part, at), limit, fromEnd);
          expect(rows.map(({ position, seq }) => [position, seq])).to.deep.equal(expected);
        }
      }
    }
  });

  it("refuses a place that is none, whatever is in it", () => {
    const figures = new FigureReader(ledgerOf(VISIT_FIGURES, []), VISIT_FIGURES);
    for (const values of [[], [1], [1, 0, 0], ["1", 0], [1, null], [null, "x"]]) {
      for (const part of [{ after: values }, { before: values }, { before: values, fromEnd: true }]) {
        for (const figure of ["VISITS", "DISTINCT_REPORTERS"] as const) {
          const read = (): unknown => figures.evidence(IN_2019, figure, { limit: 2, ...part }, 9);
          expect(read, JSON.stringify(part)).to.throw(UnknownRow, "The cursor is of another list.");
        }
      }
    }
  });

  it("takes any numbers for a place", () => {
    const figures = new FigureReader(ledgerOf(VISIT_FIGURES, TWO_VISITS_EACH), VISIT_FIGURES);
    const count = (part: Omit<Window, "limit">): number =>
      figures.evidence(IN_2019, "VISITS", { limit: 99, ...part }, 9).rows.length;
    expect(count({ after: [2.5, 0] })).to.equal(14);
    expect(count({ after: [2, -1] })).to.equal(16);
    expect(count({ after: [-Infinity, 0], before: [Infinity, 0] })).to.equal(18);
    expect(count({ after: [1e300, 0] })).to.equal(0);
    expect(count({ before: [-7, 0], fromEnd: true })).to.equal(0);
  });
});
