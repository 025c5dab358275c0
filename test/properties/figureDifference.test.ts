import BetterSqlite3 from "better-sqlite3";
import { expect } from "chai";
import fc from "fast-check";
import type { LedgerEvent } from "../../src/eventstore/codec.js";
import {
  ENFORCEMENT_DIMENSIONS,
  type EnforcementDimension,
  EnforcementFigureQueries,
} from "../../src/projections/enforcementFigureQueries.js";
import {
  ENFORCEMENT_CAUSES,
  enforcementFiguresPart,
  ENFORCEMENT_MEASURES,
  type EnforcementEntry,
  openEnforcementFigures,
} from "../../src/projections/enforcementFigures.js";
import { type MovedLine, MOVEMENT_CAUSES } from "../../src/projections/figureMovement.js";
import { openForReading, readModelPath } from "../../src/projections/readModelFile.js";
import { ofLine, VisitFigureQueries } from "../../src/projections/visitFigureQueries.js";
import {
  FIGURE_DIMENSIONS,
  type FigureDimension,
  VISIT_MEASURES,
  type VisitMeasure,
} from "../../src/projections/visitFigureTerms.js";
import { Api } from "../support/api.js";
import { acts } from "./commands.js";
import { newWorld } from "./world.js";

const SEED = 20_191_118;
const YEARS = { from: "2019-01-01", to: "2020-12-31", countedAs: new Map<string, string>() } as const;
const ALL = { limit: 10_000 };

/** A table, as what stands in it: line and figure, noughts left out. */
type Table = ReadonlyMap<string, bigint>;

interface Line {
  readonly key: object;
  readonly figures: Iterable<readonly [string, bigint | number]>;
}

const table = (lines: readonly Line[]): Table =>
  new Map(
    lines
      .flatMap(({ key, figures }) =>
        [...figures].map(([name, value]) => [`${JSON.stringify(key)} ${name}`, BigInt(value)] as const),
      )
      .filter(([, value]) => value !== 0n),
  );

/** A table with the differences put on it. */
function applied(difference: readonly MovedLine<string, string>[], to: Table): Table {
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

/** The sums of the causes are the movement, and each is the sum of the entries that it lists. */
function isExplained<D extends string, M extends string>(
  difference: readonly MovedLine<D, M>[],
  measures: readonly string[],
  entries: (line: MovedLine<D, M>, measure: M, cause: (typeof MOVEMENT_CAUSES)[number]) => readonly number[],
): void {
  for (const line of difference) {
    for (const [name, { before, after, causes }] of line.figures) {
      if (!measures.includes(name)) continue;
      expect(sum(causes.values()), name).to.equal(after - before);
      for (const cause of MOVEMENT_CAUSES) {
        const listed = sum(entries(line, name, cause).map(BigInt));
        expect(listed, `${name} ${cause}`).to.equal(causes.get(cause) ?? 0n);
      }
    }
  }
}

const entry: fc.Arbitrary<EnforcementEntry> = fc.record({
  measure: fc.constantFrom(...ENFORCEMENT_MEASURES.filter((_, index) => index % 5 === 0)),
  refKind: fc.constantFrom("INSPECTION", "CASE", "SANCTION", "SEIZURE"),
  refId: fc.constantFrom("r1", "r2"),
  unitId: fc.constantFrom("so-tttt", "huyen-a", "huyen-b"),
  violationCode: fc.constantFrom(null, "159.25.1", "159.27.1.a"),
  subjectKind: fc.constantFrom(null, "INDIVIDUAL", "ORGANISATION"),
  inspectionKind: fc.constantFrom(null, "CHECK"),
  occurredOn: fc.constantFrom("2019-09-30", "2019-10-01", "2019-11-18", "2020-01-31"),
  amount: fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }),
});
const events = fc.array(
  fc.record({ entries: fc.array(entry, { maxLength: 4 }), cause: fc.constantFrom(...ENFORCEMENT_CAUSES) }),
  { minLength: 1, maxLength: 20 },
);

describe(`the difference of two tables of figures (seed ${SEED})`, function () {
  this.timeout(120_000);

  it("makes the later of the earlier one and is explained by its entries, for any entries of enforcement", () => {
    const groupBys = fc.shuffledSubarray<EnforcementDimension>([...ENFORCEMENT_DIMENSIONS]);
    fc.assert(
      fc.property(events, groupBys, fc.nat(20), fc.nat(20), (told, groupBy, some, other) => {
        const db = new BetterSqlite3(":memory:");
        db.exec(enforcementFiguresPart.ddl);
        const add = openEnforcementFigures(db);
        told.forEach(({ entries, cause }, index) => add({ position: index + 1 } as LedgerEvent, entries, cause));
        const figures = new EnforcementFigureQueries(db);
        const question = { ...YEARS, groupBy };
        const [a, b] = [Math.min(some, other), Math.max(some, other)];
        const at = (position: number): Table => table(figures.lines(question, 10_000, position));

        const difference = figures.movement(question, 10_000, a, b);
        expect(applied(difference, at(a))).to.deep.equal(at(b));
        isExplained(difference, ENFORCEMENT_MEASURES, ({ key }, measure, cause) =>
          figures
            .moved({ ...question, groupBy: [], line: key }, measure, { position: a, cause }, ALL, b)
            .rows.map(({ row }) => row.amount),
        );
        db.close();
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it("makes the later of the earlier one, for visits after any sequence of commands", async () => {
    const questions = fc.shuffledSubarray<FigureDimension>([...FIGURE_DIMENSIONS]);
    await fc.assert(
      fc.asyncProperty(acts, questions, fc.nat(99), fc.nat(99), async (sequence, groupBy, some, other) => {
        const api = await Api.open();
        try {
          const world = await newWorld(api);
          for (const act of sequence) await act.run(api, world);
          const head = await api.ledger.log.head();
          expect(await api.ledger.reads.reached(head)).to.equal(true);
          const db = openForReading(readModelPath(api.folder));
          const figures = new VisitFigureQueries(db);
          const question = { ...YEARS, groupBy };
          const [a = 0, b = 0] = [some % (head + 1), other % (head + 1)].sort((one, two) => one - two);
          const at = (position: number): Table =>
            table(
              figures
                .lines(question, 10_000, position)
                .map(({ key, figures: values }) => ({ key, figures: Object.entries(values) })),
            );
          for (const [since, to] of [[a, b] as const, [0, head] as const]) {
            const difference = figures.movement(question, 10_000, since, to);
            expect(applied(difference, at(since))).to.deep.equal(at(to));
            isExplained(difference, VISIT_MEASURES, ({ key }, measure, cause) =>
              figures
                .moved(ofLine(question, key), measure as VisitMeasure, { position: since, cause }, ALL, to)
                .rows.map(({ row }) => row.amount),
            );
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
