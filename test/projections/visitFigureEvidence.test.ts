import { expect } from "chai";
import fc from "fast-check";
import { type Rows, UnknownRow, type Window } from "../../src/projections/paging.js";
import { VisitFigureQueries } from "../../src/projections/visitFigureQueries.js";
import {
  type EntryRow,
  type FigureQuestion,
  VISIT_MEASURES,
  type VisitFigureName,
} from "../../src/projections/visitFigureTerms.js";
import { type Entry, entry, judged, ledgerOf, question } from "../support/visitFigureLedger.js";

type Place = readonly [position: number, seq: number];

const EVERYTHING: Window = { limit: 1_000 };
const IN_2019: FigureQuestion = { from: "2019-01-01", to: "2019-12-31", groupBy: [], countedAs: new Map() };
const VISIT: Entry = {
  ...{ measure: "VISITS", unit_id: "u1", agency_id: "a1", reporter_id: null, topic: "LAND" },
  ...{ occurred_on: "2019-01-01", amount: 1 },
};
const TWO_VISITS_EACH = Array.from({ length: 9 }, () => [VISIT, VISIT]);

/** So many that a figure has several entries, some of them of one event. */
const events = fc.array(fc.array(entry, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12, size: "max" });
/** Half of them leave out nothing but days. */
const asking = fc.oneof(
  question,
  question.map(({ from, to, countedAs }): FigureQuestion => ({ from, to, countedAs, groupBy: [] })),
);
const name = fc.constantFrom<VisitFigureName>(...VISIT_MEASURES, "DISTINCT_REPORTERS");
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
function picked(
  told: readonly (readonly Entry[])[],
  asked: FigureQuestion,
  figure: VisitFigureName,
  at: number,
): { readonly entry: Entry; readonly key: Place }[] {
  const measure = figure === "DISTINCT_REPORTERS" ? "REPORTER_TURNS" : figure;
  const all = told
    .flatMap((entries, index) => entries.map((entry, seq) => ({ entry, key: [index + 1, seq] as const })))
    .filter(({ entry, key }) => key[0] <= at && entry.measure === measure && judged(entry, asked).isAsked);
  if (figure !== "DISTINCT_REPORTERS") return all;
  return all.filter(({ entry, key }) => {
    const turns = all.filter((other) => other.entry.reporter_id === entry.reporter_id);
    const latest = turns.filter((other) => other.entry.amount > 0).at(-1);
    return latest?.key === key && turns.reduce((sum, other) => sum + other.entry.amount, 0) > 0;
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
function paged(read: (window: Window) => Rows<EntryRow>, limit: number, fromEnd: boolean): readonly EntryRow[] {
  const pages: EntryRow[][] = [];
  let next: Window = { limit, fromEnd };
  for (;;) {
    const { rows, more } = read(next);
    pages.push(rows.map(({ row }) => row));
    if (!more) return (fromEnd ? pages.reverse() : pages).flat();
    expect(rows).to.have.length(limit);
    next = fromEnd ? { limit, fromEnd, before: rows[0]!.key } : { limit, fromEnd, after: rows.at(-1)!.key };
  }
}

describe("the evidence of a figure of visits, found in blocks of entries", () => {
  it("is the entries that the question asks for, for any window and position, wherever the blocks end", () => {
    fc.assert(
      fc.property(events, asking, name, window, fc.nat(), fc.nat(12), (told, asked, figure, part, nth, restarts) => {
        const at = nth % (told.length + 1);
        const db = ledgerOf(told, restarts);
        const { rows, more } = new VisitFigureQueries(db).evidence(asked, figure, part, at);
        const whole = picked(told, asked, figure, at);
        const expected = shown(whole, part).map(({ entry, key: [position, seq] }) => {
          return { row: { ...entry, position, seq, visit_id: "v1", cause: "NEW" }, key: [position, seq] };
        });
        expect(rows).to.deep.equal(expected);
        expect(more).to.equal(shown(whole, { ...part, limit: 1_000 }).length > expected.length);
        db.close();
      }),
      { numRuns: 200 },
    );
  });

  it("joins page to page from either end, and its sum is the figure", () => {
    fc.assert(
      fc.property(
        events,
        question,
        name,
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (told, asked, figure, limit, nth) => {
          const at = nth % (told.length + 1);
          const db = ledgerOf(told, 5);
          const figures = new VisitFigureQueries(db);
          const whole = { ...asked, groupBy: [] };
          const read = (part: Window): Rows<EntryRow> => figures.evidence(whole, figure, part, at);
          const all = read(EVERYTHING).rows.map(({ row }) => row);
          expect(paged(read, limit, false)).to.deep.equal(all);
          expect(paged(read, limit, true)).to.deep.equal(all);
          const sum = all.reduce((total, { amount }) => total + amount, 0);
          expect(figure === "DISTINCT_REPORTERS" ? all.length : sum).to.equal(figures.value(whole, figure, at));
          db.close();
        },
      ),
      { numRuns: 100 },
    );
  });

  it("joins page to page however many entries there are, and wherever in an event a page ends", () => {
    const figures = new VisitFigureQueries(ledgerOf(TWO_VISITS_EACH, 5));
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
    const figures = new VisitFigureQueries(ledgerOf([], 0));
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
    const figures = new VisitFigureQueries(ledgerOf(TWO_VISITS_EACH, 0));
    const count = (part: Omit<Window, "limit">): number =>
      figures.evidence(IN_2019, "VISITS", { limit: 99, ...part }, 9).rows.length;
    expect(count({ after: [2.5, 0] })).to.equal(14);
    expect(count({ after: [2, -1] })).to.equal(16);
    expect(count({ after: [-Infinity, 0], before: [Infinity, 0] })).to.equal(18);
    expect(count({ after: [1e300, 0] })).to.equal(0);
    expect(count({ before: [-7, 0], fromEnd: true })).to.equal(0);
  });
});
