import BetterSqlite3, { type Database } from "better-sqlite3";
import { expect } from "chai";
import fc from "fast-check";
import type { LedgerEvent } from "../../src/eventstore/codec.js";
import {
  ENFORCEMENT_DIMENSIONS,
  type EnforcementDimension,
  EnforcementFigureQueries,
  type EnforcementQuestion,
} from "../../src/projections/enforcementFigureQueries.js";
import {
  enforcementFiguresPart,
  ENFORCEMENT_MEASURES,
  type EnforcementCause,
  type EnforcementEntry,
  type EnforcementEntryRow,
  type EnforcementMeasure,
  openEnforcementFigures,
} from "../../src/projections/enforcementFigures.js";
import { NOW } from "../../src/projections/temporal.js";

/** What an event adds. */
interface Told {
  readonly entries: readonly EnforcementEntry[];
  readonly cause?: EnforcementCause;
  readonly occurredAt?: string;
}

const RECORDED_AT = "2019-11-20T03:00:00.000Z";
const YEAR = { from: "2019-01-01", to: "2019-12-31", groupBy: [], countedAs: new Map<string, string>() } as const;

/** The ledger of figures after these events, at positions 1, 2, … */
function ledgerOf(events: readonly Told[]): Database {
  const db = new BetterSqlite3(":memory:");
  db.exec(enforcementFiguresPart.ddl);
  const add = openEnforcementFigures(db);
  events.forEach(({ entries, cause, occurredAt = RECORDED_AT }, index) => {
    const event = { position: index + 1, occurredAt, recordedAt: RECORDED_AT } as LedgerEvent;
    add(event, entries, cause);
  });
  return db;
}

const fine = (amount: bigint, occurredOn: string, more: Partial<EnforcementEntry> = {}): EnforcementEntry => ({
  ...{ measure: "FINES_DECIDED", refKind: "SANCTION", refId: "s1", unitId: "so-tttt" },
  ...{ violationCode: "159.27.1.a", subjectKind: "HOUSEHOLD_BUSINESS", amount, occurredOn },
  ...more,
});

describe("figures of enforcement", () => {
  it("are negative in the later period in which a decision was annulled, and the earlier period stays as it was", () => {
    const figures = new EnforcementFigureQueries(
      ledgerOf([
        { entries: [fine(22_500_000n, "2019-10-10")] },
        { entries: [fine(-22_500_000n, "2019-12-03")], cause: "ANNULLED" },
      ]),
    );
    const value = (from: string, to: string, at = NOW): bigint =>
      figures.value({ ...YEAR, from, to }, "FINES_DECIDED", at);
    expect(value("2019-10-01", "2019-10-31")).to.equal(22_500_000n);
    expect(value("2019-12-01", "2019-12-31")).to.equal(-22_500_000n);
    expect(value("2019-01-01", "2019-12-31")).to.equal(0n);
    expect(value("2019-01-01", "2019-12-31", 1)).to.equal(22_500_000n);
  });

  it("add up sums that a floating-point number cannot hold", () => {
    const most = 999_999_999_999_999n;
    const figures = new EnforcementFigureQueries(
      ledgerOf(Array.from({ length: 11 }, () => ({ entries: [fine(most, "2019-10-10")] }))),
    );
    expect(figures.value(YEAR, "FINES_DECIDED", NOW)).to.equal(most * 11n);
  });

  it("take in what one event says of several records, each with entries of its own, and leave out noughts", () => {
    const seized: EnforcementEntry = {
      ...{ measure: "COPIES_CONFISCATED", refKind: "SEIZURE", refId: "z1", unitId: "so-tttt" },
      ...{ occurredOn: "2019-10-10", amount: 40 },
    };
    const db = ledgerOf([
      { entries: [fine(0n, "2019-10-10"), fine(7n, "2019-10-10"), fine(8n, "2019-10-10"), { ...seized, amount: 0 }] },
      { entries: [seized, fine(1n, "2019-10-10")] },
    ]);
    expect(
      db.prepare(`SELECT position, ref_kind, amount FROM enforcement_entry ORDER BY position, ref_kind, seq`).all(),
    ).to.deep.equal([
      { position: 1, ref_kind: "SANCTION", amount: 7 },
      { position: 1, ref_kind: "SANCTION", amount: 8 },
      { position: 2, ref_kind: "SANCTION", amount: 1 },
      { position: 2, ref_kind: "SEIZURE", amount: 40 },
    ]);
  });

  it("say why an entry is there: it is late when it was recorded on a later day than it happened", () => {
    const db = ledgerOf([
      { entries: [fine(1n, "2019-11-20")], occurredAt: "2019-11-19T17:00:00.000Z" },
      { entries: [fine(1n, "2019-11-19")], occurredAt: "2019-11-19T16:59:59.999Z" },
      { entries: [fine(-1n, "2019-11-19")], cause: "ANNULLED" },
    ]);
    expect(db.prepare(`SELECT cause FROM enforcement_entry ORDER BY position`).pluck().all()).to.deep.equal([
      "NEW",
      "LATE",
      "ANNULLED",
    ]);
  });

  it("stop after as many lines as were asked for and one more", () => {
    const units = Array.from({ length: 5 }, (_, index) => ({
      entries: [fine(1n, "2019-10-10", { unitId: `u${index}` })],
    }));
    const figures = new EnforcementFigureQueries(ledgerOf(units));
    expect(figures.lines({ ...YEAR, groupBy: ["UNIT"] }, 3, NOW)).to.have.length(4);
    expect(figures.lines({ ...YEAR, groupBy: ["UNIT"] }, 5, NOW)).to.have.length(5);
  });
});

// Any entries, any question -------------------------------------------------------------------------------------------

const DAYS = ["2019-09-30", "2019-10-01", "2019-10-31", "2019-11-18", "2019-12-31"];
const UNITS = ["so-tttt", "huyen-a", "huyen-b", "thanh-pho"];
const day = fc.constantFrom(...DAYS);
const measure = fc.constantFrom(...ENFORCEMENT_MEASURES.filter((_, index) => index % 4 === 0));

const entry: fc.Arbitrary<EnforcementEntry> = fc.record({
  measure,
  refKind: fc.constantFrom("INSPECTION", "CASE", "SANCTION", "SEIZURE"),
  refId: fc.constantFrom("r1", "r2"),
  unitId: fc.constantFrom(...UNITS),
  violationCode: fc.constantFrom(null, "159.25.1", "159.27.1.a"),
  subjectKind: fc.constantFrom(null, "INDIVIDUAL", "ORGANISATION"),
  inspectionKind: fc.constantFrom(null, "CHECK"),
  occurredOn: day,
  amount: fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }),
});

const events = fc.array(fc.record({ entries: fc.array(entry, { maxLength: 4 }) }), { minLength: 1, maxLength: 25 });

const some = <T>(...values: T[]): fc.Arbitrary<T[] | undefined> =>
  fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });

const question = fc.record({
  from: day,
  to: day,
  groupBy: fc.shuffledSubarray<EnforcementDimension>([...ENFORCEMENT_DIMENSIONS]),
  unitIds: some(...UNITS),
  violationCodes: some("159.25.1", "159.27.1.a"),
  subjectKinds: some<"INDIVIDUAL" | "ORGANISATION">("INDIVIDUAL", "ORGANISATION"),
  inspectionKinds: some("CHECK"),
  countedAs: fc.constantFrom(new Map<string, string>(), new Map([["huyen-b", "huyen-a"]])),
});

/** The same question answered by looking at every entry. */
function recount(told: readonly Told[], asked: EnforcementQuestion, of: EnforcementMeasure): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const among = (values: readonly string[] | null | undefined, value: string | null | undefined): boolean =>
    !values || (value != null && values.includes(value));
  for (const one of told.flatMap(({ entries }) => entries)) {
    const unit = asked.countedAs.get(one.unitId) ?? one.unitId;
    if (one.measure !== of || one.occurredOn < asked.from || one.occurredOn > asked.to) continue;
    if (!among(asked.unitIds, unit) || !among(asked.violationCodes, one.violationCode)) continue;
    if (!among(asked.subjectKinds, one.subjectKind) || !among(asked.inspectionKinds, one.inspectionKind)) continue;
    const valueOf: Record<EnforcementDimension, string | null> = {
      UNIT: unit,
      VIOLATION_CODE: one.violationCode ?? null,
      SUBJECT_KIND: one.subjectKind ?? null,
      INSPECTION_KIND: one.inspectionKind ?? null,
      MONTH: one.occurredOn.slice(0, 7),
    };
    const key = JSON.stringify(asked.groupBy.map((dimension) => valueOf[dimension]));
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(one.amount));
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n));
}

/** All the evidence, in pages of three. */
function evidenceOf(
  figures: EnforcementFigureQueries,
  asked: EnforcementQuestion,
  of: EnforcementMeasure,
  at: number,
): EnforcementEntryRow[] {
  const found: EnforcementEntryRow[] = [];
  for (let after: readonly (string | number | bigint | null)[] | undefined; ;) {
    const { rows, more } = figures.evidence(asked, of, { limit: 3, after }, at);
    found.push(...rows.map(({ row }) => row));
    if (!more) return found;
    after = rows.at(-1)?.key;
  }
}

const sumOf = (rows: readonly EnforcementEntryRow[]): bigint =>
  rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
const idOf = ({ position, ref_kind, seq }: EnforcementEntryRow): string => `${position} ${ref_kind} ${seq}`;

describe("figures of enforcement, whatever the entries and the question", function () {
  this.timeout(60_000);

  it("are a recount at any position, and each is the sum of its own evidence", () => {
    fc.assert(
      fc.property(events, question, measure, fc.nat(25), (told, asked, of, at) => {
        const figures = new EnforcementFigureQueries(ledgerOf(told));
        const lines = figures.lines(asked, 1_000, at);
        const answered = lines.flatMap(({ key, figures: sums }) => {
          const values = asked.groupBy.map((dimension) => key[dimension] ?? null);
          const sum = sums.get(of);
          return sum === undefined ? [] : [[JSON.stringify(values), sum] as const];
        });
        expect(new Map(answered)).to.deep.equal(recount(told.slice(0, at), asked, of));

        const opened = lines.map(({ key, figures: sums }) => {
          const evidence = evidenceOf(figures, { ...asked, groupBy: [], line: key }, of, at);
          expect(sumOf(evidence)).to.equal(sums.get(of) ?? 0n);
          return evidence.map(idOf);
        });
        // No entry stands under two lines, and none that counts under no line.
        const all = opened.flat();
        const whole = evidenceOf(figures, { ...asked, groupBy: [] }, of, at);
        expect(new Set(all).size).to.equal(all.length);
        expect(whole.map(idOf)).to.include.members(all);
        expect(sumOf(whole.filter((row) => !all.includes(idOf(row))))).to.equal(0n);
      }),
      { numRuns: 300 },
    );
  });

  it("as of a position are those of a ledger that ends there", () => {
    fc.assert(
      fc.property(events, question, fc.nat(25), (told, asked, at) => {
        const long = new EnforcementFigureQueries(ledgerOf(told)).lines(asked, 1_000, at);
        const short = new EnforcementFigureQueries(ledgerOf(told.slice(0, at))).lines(asked, 1_000, NOW);
        expect(long).to.deep.equal(short);
      }),
      { numRuns: 200 },
    );
  });

  it("read only the days of the period in the index", () => {
    const db = ledgerOf([]);
    const plan = planOf(db, (spied) => new EnforcementFigureQueries(spied).lines(YEAR, 10, NOW));
    expect(plan).to.match(/SEARCH f USING COVERING INDEX enforcement_entry_by_day \(measure=\? AND occurred_on>\? AND/);
  });
});

/** How SQLite carries out the statements that the question prepares. */
function planOf(db: Database, ask: (db: Database) => void): string {
  const texts: string[] = [];
  const spied = new Proxy(db, {
    get: (target, name) =>
      name === "prepare"
        ? (text: string) => {
            texts.push(text);
            return target.prepare(text);
          }
        : Reflect.get(target, name, target),
  });
  ask(spied);
  const params = { at: 1, from: YEAR.from, to: YEAR.to };
  return texts
    .flatMap((text) => db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(params) as { detail: string }[])
    .map(({ detail }) => detail)
    .join("\n");
}
