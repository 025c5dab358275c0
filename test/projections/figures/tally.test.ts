import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import fc from "fast-check";
import type { DomainEvent } from "../../../src/domain/kernel/decider.js";
import type { LedgerEvent, Recorded } from "../../../src/eventstore/codec.js";
import { FigureBook } from "../../../src/projections/figures/book.js";
import { count, distinct, type EntryOf, money, type Tally } from "../../../src/projections/figures/measures.js";
import { figuresDdl } from "../../../src/projections/figures/tables.js";
import { TallyWriter } from "../../../src/projections/figures/writer.js";
import { allEntries } from "../../support/figures.js";

const MEASURES = {
  STANDING: count(["UNIT"], "Đang có", "Those that stand, from the day on which they began."),
  PAID: money(["UNIT", "TOPIC"], "Đã nộp", "What was paid, on the day on which it was."),
  TOPICS: distinct("TOPIC", "PAID", "Lĩnh vực", "Different topics."),
};

interface Thing {
  readonly id: string;
  readonly unitId: string;
  readonly since: string | null;
  readonly paid: readonly { readonly part: string; readonly topic: string | null; readonly amount: bigint }[];
}

const tally: Tally<Thing, LedgerEvent, EntryOf<typeof MEASURES>> = {
  record: "Sanction",
  streams: ["thing"],
  measures: MEASURES,
  causes: { ThingVoided: "VOIDED" },
  idOf: ({ id }) => id,
  counts: ({ unitId: UNIT, since, paid }) => [
    ...(since === null ? [] : [{ measure: "STANDING", UNIT, on: since, amount: 1 } as const]),
    ...paid.map(({ part, topic: TOPIC, amount }) => ({ measure: "PAID", UNIT, TOPIC, part, amount }) as const),
  ],
};
const book = new FigureBook({ name: "thing", vi: "Vật", en: "things" }, tally);

const thing = (more: Partial<Thing> = {}): Thing => ({ id: "t1", unitId: "u1", since: null, paid: [], ...more });
const RECORDED_AT = "2019-11-20T03:00:00.000Z";
const eventAt = (position: number, more: Partial<LedgerEvent> = {}): LedgerEvent =>
  ({ position, type: "ThingDone", occurredAt: RECORDED_AT, recordedAt: RECORDED_AT, ...more }) as LedgerEvent;

describe("what a record counts for", () => {
  let db: Database;
  let counted: TallyWriter<Thing, LedgerEvent>;
  beforeEach(() => {
    db = new BetterSqlite3(":memory:");
    db.exec(figuresDdl(tally));
    counted = new TallyWriter(db, tally);
  });
  afterEach(() => db.close());

  /** Every entry as `measure unit topic day amount cause`, in order. */
  const entries = (): string[] =>
    allEntries(db, book).map(({ measure, values, on, amount, cause }) =>
      [measure, values.UNIT, values.TOPIC ?? "-", on, amount, cause].join(" "),
    );

  it("is added as the difference that an event makes: what it takes away first, and nothing for what stays", () => {
    counted.changed(eventAt(1), undefined, thing({ since: "2019-11-20" }));
    counted.changed(eventAt(2), thing({ since: "2019-11-20" }), thing({ since: "2019-11-20" }));
    counted.changed(eventAt(3), thing({ since: "2019-11-20" }), thing({ since: "2019-11-20", unitId: "u2" }));
    expect(entries()).to.deep.equal([
      "STANDING u1 - 2019-11-20 1 NEW",
      "STANDING u1 - 2019-11-20 -1 NEW",
      "STANDING u2 - 2019-11-20 1 NEW",
    ]);
  });

  it("counts on its own day, or else on that of the event; what counts for an earlier day than its entry is late", () => {
    const paid = [{ part: "p1", topic: "LAND", amount: 7n }];
    counted.changed(eventAt(1, { occurredAt: "2019-11-19T17:00:00.000Z" }), undefined, thing({ paid }));
    counted.changed(eventAt(2, { occurredAt: "2019-11-19T16:59:59.999Z" }), undefined, thing({ paid }));
    counted.changed(eventAt(3), undefined, thing({ paid, since: "2019-11-01" }));
    counted.changed(eventAt(4, { type: "ThingVoided" }), thing({ since: "2019-11-01" }), thing());
    expect(entries()).to.deep.equal([
      "PAID u1 LAND 2019-11-20 7 NEW",
      "PAID u1 LAND 2019-11-19 7 LATE",
      "STANDING u1 - 2019-11-01 1 LATE",
      "PAID u1 LAND 2019-11-20 7 LATE",
      "STANDING u1 - 2019-11-01 -1 VOIDED",
    ]);
  });

  it("leaves out noughts, puts together what is alike, and keeps apart what is of different parts", () => {
    const line = (part: string, amount: bigint): Thing["paid"][number] => ({ part, topic: "LAND", amount });
    const paid = [line("a", 0n), line("b", 5n), line("c", 5n)];
    counted.changed(eventAt(1), undefined, thing({ paid: [...paid, line("c", 1n)] }));
    counted.changed(eventAt(2), thing({ paid }), thing({ paid: [line("b", 2n), line("c", 8n)] }));
    expect(allEntries(db, book).map(({ position, seq, amount }) => [position, seq, amount])).to.deep.equal([
      [1, 0, 5n],
      [1, 1, 6n],
      [2, 0, -3n],
      [2, 1, 3n],
    ]);
  });

  it("keeps any amount as it is", () => {
    const amount = 2n ** 62n + 1n;
    counted.changed(eventAt(1), undefined, thing({ paid: [{ part: "a", topic: null, amount }] }));
    counted.changed(eventAt(2), undefined, thing({ paid: [{ part: "a", topic: null, amount: -amount }] }));
    expect(allEntries(db, book).map((entry) => entry.amount)).to.deep.equal([amount, -amount]);
  });

  it("leaves as the sum of its entries what the record as it stands counts for, after any changes", () => {
    const state: fc.Arbitrary<Thing> = fc.record({
      id: fc.constant("t1"),
      unitId: fc.constantFrom("u1", "u2"),
      since: fc.constantFrom(null, "2019-11-01", "2019-11-20"),
      paid: fc.uniqueArray(
        fc.record({
          part: fc.constantFrom("a", "b", "c"),
          topic: fc.constantFrom(null, "LAND"),
          amount: fc.bigInt({ min: 0n, max: 3n }),
        }),
        { selector: ({ part }) => part },
      ),
    });
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (states) => {
        const own = new BetterSqlite3(":memory:");
        own.exec(figuresDdl(tally));
        const writer = new TallyWriter(own, tally);
        states.forEach((after, nth) => writer.changed(eventAt(nth + 1), states[nth - 1], after));
        const sums = new Map<string, bigint>();
        const put = (key: string, amount: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + amount);
        for (const { measure, values, amount } of allEntries(own, book)) put(JSON.stringify([measure, values]), amount);
        for (const { measure, amount, UNIT, ...more } of tally.counts(states.at(-1)!)) {
          const values = "TOPIC" in more ? { UNIT, TOPIC: more.TOPIC } : { UNIT };
          put(JSON.stringify([measure, values]), -BigInt(amount));
        }
        expect([...sums.values()].filter((left) => left !== 0n)).to.deep.equal([]);
        own.close();
      }),
      { numRuns: 100 },
    );
  });
});

describe("the declaration of what is counted", () => {
  it("is checked by the compiler: measures, their dimensions, their amounts, and the events that say why", () => {
    type Entry = EntryOf<typeof MEASURES>;
    const right: Entry[] = [
      { measure: "STANDING", UNIT: "u1", amount: 1 },
      { measure: "PAID", UNIT: "u1", TOPIC: null, amount: 1n, on: "2019-11-20", part: "a" },
    ];
    const wrong: Entry[] = [
      // @ts-expect-error: no measure of the tally
      { measure: "OTHERS", UNIT: "u1", amount: 1 },
      // @ts-expect-error: the measure has the dimension TOPIC
      { measure: "PAID", UNIT: "u1", amount: 1n },
      // @ts-expect-error: the measure has no such dimension
      { measure: "STANDING", UNIT: "u1", TOPIC: "LAND", amount: 1 },
      // @ts-expect-error: đồng are no numbers
      { measure: "PAID", UNIT: "u1", TOPIC: "LAND", amount: 1 },
      // @ts-expect-error: how many different ones there are is no sum of entries
      { measure: "TOPICS", UNIT: "u1", TOPIC: "LAND", amount: 1 },
    ];
    type Event = Recorded<DomainEvent<"ThingDone", object> | DomainEvent<"ThingVoided", object>>;
    const causes: Tally<Thing, Event, Entry>["causes"][] = [
      { ThingVoided: "VOIDED" },
      // @ts-expect-error: no event of the subject
      { ThingBroken: "VOIDED" },
    ];
    expect([right.length, wrong.length, causes.length]).to.deep.equal([2, 5, 2]);
  });
});

describe("a book of figures", () => {
  it("has the dimensions that its measures have, and knows which of them a measure lacks", () => {
    expect(book.dimensions).to.deep.equal(["UNIT", "TOPIC"]);
    expect(book.lineDimensions).to.deep.equal(["UNIT", "TOPIC", "MONTH", "QUARTER", "HALF_YEAR", "YEAR"]);
    const names = (...dimensions: ("UNIT" | "TOPIC")[]): string[] =>
      book.measuresBy(dimensions).map(({ name }) => name);
    expect(names()).to.deep.equal(["STANDING", "PAID", "TOPICS"]);
    expect(names("UNIT", "TOPIC")).to.deep.equal(["PAID", "TOPICS"]);
  });

  it("cannot count different values of a measure that it does not have", () => {
    const wrong = { ...tally, measures: { TOPICS: MEASURES.TOPICS } };
    expect(() => new FigureBook({ name: "wrong", vi: "Sai", en: "wrong" }, wrong)).to.throw("PAID is no measure");
  });
});
