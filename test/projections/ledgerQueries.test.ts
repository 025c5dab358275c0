import type { Database } from "better-sqlite3";
import { expect } from "chai";
import fc from "fast-check";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import type { Basis } from "../../src/projections/table/basis.js";
import type { SqlValue } from "../../src/projections/table/temporal.js";
import { eventIndexPart } from "../../src/projections/timeline/eventIndex.js";
import { openEventMarks } from "../../src/projections/timeline/eventMarks.js";
import { LEDGER_ORDERS, type LedgerOrder, LedgerQueries } from "../../src/projections/timeline/ledgerQueries.js";
import type { TimelineFilter } from "../../src/projections/timeline/timelineFilter.js";

interface Told {
  readonly position: number;
  readonly type: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: string;
  readonly role: "CLERK" | "ADMIN";
  readonly fromUnit: string | null;
  /** The unit that it is about. */
  readonly unit: string;
  readonly command: string;
  readonly correlation: string;
}

const at = (day: number): string => `2019-09-${String(10 + day)}T01:00:00.000Z`;
const UNITS = ["u0", "u1", "u2"];

/** Few different values, so that conditions meet, and several events are of one moment. */
const someEvents = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 3 }),
      later: fc.nat({ max: 1 }),
      happened: fc.nat({ max: 9 }),
      type: fc.constantFrom("A", "B", "C"),
      actor: fc.constantFrom("x", "y"),
      role: fc.constantFrom("CLERK" as const, "ADMIN" as const),
      fromUnit: fc.constantFrom(null, "f1", "f2"),
      unit: fc.constantFrom(...UNITS),
      process: fc.option(fc.nat({ max: 2 })),
    }),
    { maxLength: 40 },
  )
  .map((told) => {
    let [position, day] = [0, 0];
    return told.map(({ gap, later, happened, process, ...event }): Told => {
      position += gap;
      day = Math.min(day + later, 19);
      const command = `c${position}`;
      const correlation = process === null ? command : `c${process}`;
      return { ...event, position, occurred_at: at(happened), recorded_at: at(day), command, correlation };
    });
  });

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const someFilter: fc.Arbitrary<TimelineFilter> = fc.record({
  types: maybe(fc.subarray(["A", "B", "C", "D"])),
  actor: maybe(fc.constantFrom("x", "y", "z")),
  actorRoles: maybe(fc.subarray(["CLERK" as const, "ADMIN" as const])),
  actorUnit: maybe(fc.constantFrom({ ids: ["f1"] }, { ids: ["f3", "f1"] })),
  unit: maybe(fc.constantFrom({ ids: ["u0"] }, { ids: ["u1", "u0"] }, { ids: ["nobody"] })),
  about: fc.option(
    fc.subarray(
      ["u0", "u1", "nobody"].map((ref) => ({ kind: "Unit" as const, ref })),
      { minLength: 1 },
    ),
    {
      nil: undefined,
      freq: 2,
    },
  ),
  occurredFrom: maybe(fc.nat({ max: 9 }).map(at)),
  occurredTo: maybe(fc.nat({ max: 9 }).map(at)),
  recordedFrom: maybe(fc.nat({ max: 19 }).map(at)),
  recordedTo: maybe(fc.nat({ max: 19 }).map(at)),
  correlationId: maybe(fc.constantFrom("c1", "c2", "c3")),
  commandId: maybe(fc.constantFrom("c1", "c4")),
});

function tableOf(events: readonly Told[]): Database {
  const db = new BetterSqlite3(":memory:");
  db.exec(eventIndexPart.ddl);
  UNITS.forEach((unit, number) => db.prepare(`INSERT INTO subject VALUES (?, 'Unit', ?, NULL)`).run(number + 1, unit));
  const insert = db.prepare(
    `INSERT INTO event (position, event_id, stream, revision, type, occurred_at, recorded_at, latest_occurred_at,
       actor_subject, actor_role, actor_unit_id, command_id, command_hash, correlation_id, subjects_json)
     VALUES (:position, 'e', 'visit-1', 0, :type, :occurred_at, :recorded_at, :latest, :actor, :role, :fromUnit, :command,
       'h', :correlation, '[]')`,
  );
  const about = db.prepare(`INSERT INTO event_subject VALUES (?, ?, 0)`);
  const mark = openEventMarks(db, 5);
  let latest = "";
  for (const event of events) {
    latest = event.occurred_at > latest ? event.occurred_at : latest;
    insert.run({ ...event, latest } as unknown as Record<string, SqlValue>);
    about.run(UNITS.indexOf(event.unit) + 1, event.position);
    mark(event.position);
  }
  return db;
}

const asks = (filter: TimelineFilter, event: Told): boolean =>
  (filter.types?.includes(event.type) ?? true) &&
  (filter.actorRoles?.includes(event.role) ?? true) &&
  (filter.actor ?? event.actor) === event.actor &&
  (filter.actorUnit?.ids.includes(event.fromUnit ?? "") ?? true) &&
  (filter.unit?.ids.includes(event.unit) ?? true) &&
  (filter.about?.some(({ ref }) => ref === event.unit) ?? true) &&
  (filter.commandId ?? event.command) === event.command &&
  (filter.correlationId ?? event.correlation) === event.correlation &&
  event.occurred_at >= (filter.occurredFrom ?? "") &&
  event.occurred_at <= (filter.occurredTo ?? "9") &&
  event.recorded_at >= (filter.recordedFrom ?? "") &&
  event.recorded_at <= (filter.recordedTo ?? "9");

const inOrder = (order: LedgerOrder) => (one: Told, other: Told) =>
  (order === "OCCURRED" ? one.occurred_at.localeCompare(other.occurred_at) : 0) || one.position - other.position;

function basisAt(events: readonly Told[], position: number): Basis {
  const known = events.filter((event) => event.position <= position);
  const latestOccurredAt = known.map((event) => event.occurred_at).reduce((a, b) => (a > b ? a : b), "");
  return {
    position,
    recordedAt: known.at(-1)?.recorded_at ?? null,
    latestOccurredAt,
    today: "2019-09-30",
    moment: "2019-09-30T16:59:59.999Z",
  };
}

describe("the whole ledger, asked", () => {
  it("has what the filter asks, each event once, in either order, by pages, whatever leads to them", () => {
    fc.assert(
      fc.property(
        someEvents,
        someFilter,
        fc.record({
          order: fc.constantFrom(...LEDGER_ORDERS),
          direction: fc.constantFrom("ASC" as const, "DESC" as const),
          fromEnd: fc.boolean(),
          size: fc.integer({ min: 1, max: 4 }),
          few: fc.constantFrom(0, 3, undefined),
          upTo: fc.nat({ max: 120 }),
        }),
        (events, filter, { order, direction, fromEnd, size, few, upTo }) => {
          const db = tableOf(events);
          const ledger = new LedgerQueries(db, few);
          const basis = basisAt(events, upTo);
          const wanted = events
            .filter((event) => event.position <= upTo && asks(filter, event))
            .sort(inOrder(order))
            .map((event) => event.position);
          if (direction === "DESC") wanted.reverse();
          const found: number[] = [];
          for (let cursor: readonly SqlValue[] | undefined, more = true; more;) {
            const window = { limit: size, fromEnd, ...(fromEnd ? { before: cursor } : { after: cursor }) };
            const page = ledger.list(filter, order, direction, window, basis);
            const positions = page.rows.map(({ row }) => row.position);
            if (fromEnd) found.unshift(...positions);
            else found.push(...positions);
            expect(page.count()).to.deep.equal({ value: wanted.length, isExact: true });
            more = page.more;
            cursor = (fromEnd ? page.rows[0] : page.rows.at(-1))?.key;
          }
          expect(found).to.deep.equal(wanted);
          db.close();
        },
      ),
      { numRuns: 400 },
    );
  });
});
