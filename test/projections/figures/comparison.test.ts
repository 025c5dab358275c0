import { expect } from "chai";
import fc from "fast-check";
import { addDays } from "../../../src/domain/kernel/time.js";
import { compared, totalsOf } from "../../../src/projections/figures/comparison.js";
import {
  daysBefore,
  dayNumber,
  isTimePart,
  monthsBefore,
  monthsFrom,
  nameOfPart,
  partOfDay,
  type Period,
  TIME_PARTS,
  type TimePart,
  withinPart,
} from "../../../src/projections/figures/periods.js";
import { type FigureQuestion, type LineKey, ofLine } from "../../../src/projections/figures/question.js";
import { FigureReader } from "../../../src/projections/figures/reader.js";
import { FIGURE_BOOKS } from "../../../src/projections/readModel/figureBooks.js";
import { canHave, entryOf, eventsOf, judged, ledgerOf, partIn, questionOf, recount } from "../../support/figures.js";

const PARTS = Object.keys(TIME_PARTS) as TimePart[];
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1995-01-01", days));
const begins = fc.constantFrom(1, 15);

describe("parts of the year", () => {
  it("are what one would say of any day, cut off either way, and have that day among theirs", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...PARTS), begins, (on, part, monthBegins) => {
        const name = nameOfPart(part, partOfDay(dayNumber(on), part, monthBegins));
        expect(name).to.equal(partIn(part, on, monthBegins));
        const { from, to } = withinPart({ from: "1900-01-01", to: "2200-12-31" }, part, name, monthBegins);
        expect(from <= on && on <= to).to.equal(true);
        for (const outside of [addDays(from, -1), addDays(to, 1)])
          expect(partIn(part, outside, monthBegins)).not.to.equal(name);
      }),
    );
  });
});

describe("a period of whole months", () => {
  const of = (from: string, to: string): Period => ({ from, to });
  const months = (year: number, first: number, count: number, monthBegins: number): Period =>
    monthsFrom(year * 12 + first - 1, count, monthBegins);

  it("is as reports cut it off: over the end of the year, and in leap years", () => {
    expect(months(2019, 1, 12, 15)).to.deep.equal(of("2018-12-15", "2019-12-14"));
    expect(months(2019, 1, 6, 15)).to.deep.equal(of("2018-12-15", "2019-06-14"));
    expect(months(2019, 7, 6, 15)).to.deep.equal(of("2019-06-15", "2019-12-14"));
    expect(months(2019, 1, 9, 15)).to.deep.equal(of("2018-12-15", "2019-09-14"));
    expect(months(2019, 1, 1, 15)).to.deep.equal(of("2018-12-15", "2019-01-14"));
    expect(months(2020, 3, 1, 15)).to.deep.equal(of("2020-02-15", "2020-03-14"));
    expect(months(2019, 7, 3, 1)).to.deep.equal(of("2019-07-01", "2019-09-30"));
    expect(months(2019, 1, 9, 1)).to.deep.equal(of("2019-01-01", "2019-09-30"));
    expect(months(2020, 2, 1, 1)).to.deep.equal(of("2020-02-01", "2020-02-29"));
    expect(months(2019, 2, 1, 1)).to.deep.equal(of("2019-02-01", "2019-02-28"));
  });

  it("is beside one of whole months, days beside days", () => {
    const february = { first: 2020 * 12 + 1, count: 1 };
    expect(monthsBefore(months(2020, 2, 1, 1), 12, february)).to.deep.equal(of("2019-02-01", "2019-02-28"));
    expect(monthsBefore(months(2020, 2, 1, 1), 1, february)).to.deep.equal(of("2020-01-01", "2020-01-31"));
    expect(monthsBefore(of("2020-02-29", "2020-02-29"), 12)).to.deep.equal(of("2019-02-28", "2019-02-28"));
    expect(monthsBefore(of("2019-02-01", "2019-02-28"), 36)).to.deep.equal(of("2016-02-01", "2016-02-29"));
    expect(monthsBefore(of("2019-01-20", "2019-03-30"), 1)).to.deep.equal(of("2018-12-20", "2019-02-28"));
    expect(daysBefore(of("2020-03-01", "2020-03-31"))).to.deep.equal(of("2020-01-30", "2020-02-29"));
    expect(daysBefore(of("2019-11-18", "2019-11-18"))).to.deep.equal(of("2019-11-17", "2019-11-17"));
  });
});

for (const book of FIGURE_BOOKS) {
  describe(`figures of the book "${book.name}" beside those of another period`, function () {
    this.timeout(60_000);

    it("are a recount of both, line by line, and the entries between make the difference", () => {
      const dates = fc.constantFrom("2018-12-14", "2018-12-15", "2018-12-31", "2019-01-01", "2019-01-31", "2019-12-01");
      fc.assert(
        fc.property(eventsOf(entryOf(book)), questionOf(book), dates, dates, fc.nat(3), (told, any, a, b, nth) => {
          // At most one part of the year, which is moved by one.
          const part = any.groupBy.find(isTimePart);
          const asked: FigureQuestion = {
            ...any,
            groupBy: any.groupBy.filter((one) => !isTimePart(one) || one === part),
          };
          const months = part && TIME_PARTS[part];
          const days = months === undefined ? { from: a < b ? a : b, to: a < b ? b : a } : monthsBefore(asked, months);
          const other: FigureQuestion = { ...asked, ...days };
          const reader = new FigureReader(ledgerOf(book, told, nth), book);
          const at = told.length;
          const lines = (one: FigureQuestion) => reader.lines(one, 1_000, at);
          const beside = { question: other, ...(months !== undefined && { months }), lines: lines(other) };
          const found = compared(book, asked, lines(asked), [beside]);

          const entries = told.flatMap((one) => one.entries);
          const sumOf = (name: string, one: FigureQuestion, key: LineKey): bigint =>
            entries
              .filter((entry) => entry.measure === name)
              .filter((entry) => {
                const { key: its, isAsked } = judged(entry, one);
                return isAsked && one.groupBy.every((dimension) => its[dimension] === key[dimension]);
              })
              .reduce((sum, { amount }) => sum + amount, 0n);
          for (const line of found) {
            const [then] = line.then;
            if (!then) throw new Error("Nothing is beside the line.");
            for (const { name, kind } of book.measures) {
              expect(line.figures.has(name)).to.equal(canHave(book, name, asked, line.key));
              if (kind === "DISTINCT" || !line.figures.has(name)) continue;
              const [now, before] = [sumOf(name, asked, line.key), sumOf(name, other, then.key)];
              expect(line.figures.get(name)).to.equal(now);
              expect(then.figures.get(name)).to.equal(before);
              const [one, two] = [ofLine(asked, line.key), ofLine(other, then.key)];
              const { rows } = reader.between(one, two, name, { limit: 1_000 }, at);
              const difference = rows.reduce(
                (sum, { row: { on, amount } }) => sum + (on < one.from || on > one.to ? -amount : amount),
                0n,
              );
              expect(difference).to.equal(now - before);
            }
          }
          // No line of either is left out.
          const count = new Set(found.map(({ key }) => JSON.stringify(key))).size;
          expect(count).to.equal(found.length);
          expect(found.length).to.be.at.least(recount(book, told, asked, at).length);
          expect(found.length).to.be.at.least(recount(book, told, other, at).length);
          for (const [name, total] of totalsOf(book, found)) {
            const all = entries.filter((entry) => entry.measure === name && judged(entry, asked).isAsked);
            const shown = all.filter((entry) => canHave(book, name, asked, judged(entry, asked).key));
            expect(total).to.equal(shown.reduce((sum, { amount }) => sum + amount, 0n));
          }
        }),
        { numRuns: 60 },
      );
    });
  });
}
