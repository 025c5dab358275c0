import { expect } from "chai";
import fc from "fast-check";
import { type LocalDate, localDateOf } from "../../src/domain/kernel/time.js";
import type { UnitEvent } from "../../src/domain/unit/events.js";
import type { VisitEvent } from "../../src/domain/visit/events.js";
import { decode, type LedgerEvent, type Recorded } from "../../src/eventstore/codec.js";
import { apply, type RecordDocument } from "../../src/projections/timeline/recordDocument.js";
import { Api, type Json } from "../support/api.js";
import { Act, acts } from "./commands.js";
import { newWorld, type World } from "./world.js";

const RUNS = 3;
const PATIENCE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The day of an arrival, entered wrongly and put right. */
const arrivalCorrected = fc.record({ at: fc.nat(99), daysAgo: fc.nat(40) }).map(
  (values) =>
    new Act("arrivalCorrected", values, async (api, { visits }) => {
      const arrived = visits.filter((visit) => visit.arrived && !visit.void);
      const visit = arrived[values.at % Math.max(arrived.length, 1)];
      const arrivedAt = new Date(api.time.getTime() - values.daysAgo * DAY_MS).toISOString();
      if (visit) await api.command("amendVisit", { visitId: visit.id, reason: "Nhập sai ngày", arrivedAt });
    }),
);

/** A name from a day on, past or future. */
const named = fc.record({ at: fc.nat(99), days: fc.integer({ min: -45, max: 45 }) }).map(
  (values) =>
    new Act("named", values, async (api, { units }) => {
      const from = new Date(api.time.getTime() + values.days * DAY_MS).toISOString().slice(0, 10);
      const unitId = units[values.at % units.length];
      await api.command("renameUnit", { unitId, name: `Sở từ ${from}`, legalBasis: "QĐ", effectiveOn: from });
    }),
);

/** The commands of the other laws, and among them more of those that speak of another day than their own. */
const histories = fc
  .tuple(acts, fc.array(fc.tuple(fc.nat(29), fc.oneof(arrivalCorrected, named)), { minLength: 6, maxLength: 12 }))
  .map(([sequence, more]) => more.reduce((all, [place, act]) => all.toSpliced(place, 0, act), sequence));

async function played(check: (play: Played) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(histories, async (sequence) => {
      const api = await Api.open();
      try {
        const world = await newWorld(api);
        const play: Played = { api, world, events: [], answers: [] };
        for (const [index, act] of sequence.entries()) {
          await act.run(api, world);
          if (index % 8 === 7) play.answers.push(...(await viewsNow(api, world)));
        }
        const { events } = await api.ledger.log.readAll({ limit: 100_000 });
        await check({ ...play, events: events.map(decode) });
      } finally {
        await api.close();
      }
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS },
  );
}

interface Played {
  readonly api: Api;
  readonly world: World;
  readonly events: readonly LedgerEvent[];
  /** What was answered while the ledger ended there. */
  readonly answers: { readonly id: string; readonly at: string; readonly views: Json }[];
}

describe("after any sequence of commands", function () {
  this.timeout(120_000);

  // One play for all that must hold after it: to play is what takes the time.
  it("a day, as known at a position, is what the events known by then say of it; and views stay as they were", () =>
    played(async (play) => {
      await gridHolds(play);
      await viewsStay(play);
    }));
});

async function gridHolds({ api, world, events }: Played): Promise<void> {
  for (const position of everyNth(events, 13)) {
    const known = events.filter((event) => event.position <= position);
    for (const day of ["2019-08-01", "2019-08-20", "2019-09-04", "2019-09-09", "2019-09-13", "2030-01-01"]) {
      const asked = { asOf: { position: `P1-${position}` }, validAt: day };
      await visitsAreThese(api, world, known, day, asked);
      await unitsAreThese(api, known, day, asked);
    }
  }
}

/** The views of a record, and the difference of two of them, answer for ever as they did then. */
async function viewsStay({ api, answers }: Played): Promise<void> {
  for (const { id, at, views } of answers) {
    expect(await viewsOf(api, id, { position: at })).to.deep.equal(views);
  }
  for (const [index, later] of answers.entries()) {
    const earlier = answers.slice(0, index).findLast((one) => one.id === later.id);
    if (earlier) await differByThis(api, earlier, later);
  }
}

const everyNth = (events: readonly LedgerEvent[], n: number): number[] =>
  events.filter((_, index) => index % n === n - 1).map(({ position }) => position);

// Visits ------------------------------------------------------------------------------------------------------------

const VISITS = `query ($ids: [ID!]!, $asOf: AsOf, $validAt: LocalDate) { nodes(ids: $ids, asOf: $asOf, validAt: $validAt) {
  ... on Visit { id status topic arrivedAt hosts { name } } } }`;

async function visitsAreThese(
  api: Api,
  { visits }: World,
  known: readonly LedgerEvent[],
  day: LocalDate,
  asked: object,
): Promise<void> {
  const ids = visits.slice(0, 40).map(({ id }) => id);
  const { nodes } = await api.ask(VISITS, { ids, ...asked });
  const expected = ids.map((id) => {
    const stream = `visit-${id.slice(id.indexOf(":") + 1)}`;
    const told = known.filter((event) => event.stream === stream) as Recorded<VisitEvent>[];
    const gone = told.flatMap((event) => (event.type === "VisitEntryTakenBack" ? event.data.entries : []));
    return visitBy(
      id,
      told.filter(({ revision }) => !gone.includes(revision)),
      day,
    );
  });
  expect(nodes, JSON.stringify(asked)).to.deep.equal(expected);
  const { list } = await api.ask(VISIT_LIST, { ...asked });
  const begun = ids.filter((_, index) => expected[index] !== null);
  expect(
    list.nodes.map(({ id }: Json) => id).filter((id: string) => ids.includes(id)),
    "the list",
  ).to.have.members(begun);
}

const VISIT_LIST = `query ($asOf: AsOf, $validAt: LocalDate) { list: visits(first: 100, asOf: $asOf, validAt: $validAt) {
  nodes { id } } }`;

const STATUS_BY: Readonly<Record<string, string>> = {
  VisitorsArrived: "ARRIVED",
  VisitDeclined: "DECLINED",
  VisitCancelled: "CANCELLED",
};

/** The brute answer: each thing looked up by itself among the visit's events, without a fold. */
function visitBy(id: string, events: readonly Recorded<VisitEvent>[], day: LocalDate): Json {
  const [registered] = events;
  if (registered?.type !== "VisitRegistered") return null;
  const amendments = events.flatMap((event) => (event.type === "VisitAmended" ? [event.data.changes] : []));
  const cameAtOnce = registered.data.arrived;
  const arrival = cameAtOnce ? registered : events.find(({ type }) => type === "VisitorsArrived");
  const arrivedAt = arrival && (amendments.findLast((one) => one.arrivedAt)?.arrivedAt ?? arrival.occurredAt);
  const arrivedOn = arrivedAt === undefined ? "9999-12-31" : localDateOf(arrivedAt);
  const dayOf = ({ type, occurredAt }: LedgerEvent): LocalDate => {
    const own = localDateOf(occurredAt);
    if (type === "VisitorsArrived") return arrivedOn;
    if (type === "VisitRegistered") return cameAtOnce || arrivedOn < own ? arrivedOn : own;
    return arrival && arrivedOn > own ? arrivedOn : own;
  };
  if (dayOf(registered) > day) return null;
  const steps = events.filter((event) => event.type in STATUS_BY && dayOf(event) <= day);
  const isVoid = events.some(({ type }) => type === "VisitVoided");
  const hosts = amendments.findLast((one) => one.hosts)?.hosts ?? registered.data.hosts;
  return {
    id,
    status: isVoid ? "VOIDED" : (STATUS_BY[steps.at(-1)?.type ?? ""] ?? (cameAtOnce ? "ARRIVED" : "REGISTERED")),
    topic: amendments.findLast((one) => one.topic)?.topic ?? registered.data.topic,
    arrivedAt: arrivedOn <= day ? arrivedAt : null,
    hosts: hosts.map(({ name }) => ({ name })),
  };
}

// Units -------------------------------------------------------------------------------------------------------------

const UNITS = `query ($asOf: AsOf, $validAt: LocalDate) { units(first: 100, asOf: $asOf, validAt: $validAt) {
  nodes { id name names { name } endsOn successors { unit { id } } } basis { validAt } } }`;

async function unitsAreThese(api: Api, known: readonly LedgerEvent[], day: LocalDate, asked: object): Promise<void> {
  const { units } = await api.ask(UNITS, { ...asked });
  expect(units.basis.validAt).to.equal(day);
  const events = known.filter(({ stream }) => stream.startsWith("unit")) as Recorded<UnitEvent>[];
  const told = Object.fromEntries(units.nodes.map(({ id, ...unit }: Json) => [id, unit]));
  expect(told, JSON.stringify(asked)).to.deep.equal(unitsBy(events, day));
}

function unitsBy(events: readonly Recorded<UnitEvent>[], day: LocalDate): Json {
  const entries = events.flatMap(({ type, data }) => {
    if (type !== "UnitRegistered" || data.effectiveOn > day) return [];
    const { unitId } = data;
    const names = events.flatMap((event) =>
      (event.type === "UnitRegistered" || event.type === "UnitRenamed") &&
      event.data.unitId === unitId &&
      event.data.effectiveOn <= day
        ? [event.data]
        : [],
    );
    const latest = names
      .map((one) => one.effectiveOn)
      .sort()
      .at(-1);
    const merger = events.flatMap((event) =>
      event.type === "UnitsMerged" && event.data.fromIds.includes(unitId) && event.data.effectiveOn <= day
        ? [event.data]
        : [],
    );
    const unit = {
      name: names.findLast((one) => one.effectiveOn === latest)?.name,
      names: names.map(({ name }) => ({ name })),
      endsOn: merger.at(-1)?.effectiveOn ?? null,
      successors: merger.map(({ intoId }) => ({ unit: { id: `Unit:${intoId}` } })),
    };
    return [[`Unit:${unitId}`, unit]];
  });
  return Object.fromEntries(entries) as Json;
}

// Views -------------------------------------------------------------------------------------------------------------

const VIEWS = `query ($id: ID!, $asOf: AsOf) { record(id: $id, asOf: $asOf) {
  events(first: 100) { nodes { id } } compiled { path value }
  versioned { fields { path values { value until event { id position } } } } } }`;
const DIFFERENCE = `query ($id: ID!, $from: AsOf!, $to: AsOf!) { recordDifference(id: $id, from: $from, to: $to) {
  changes { path before after event { position } } } }`;

const viewsOf = async (api: Api, id: string, asOf?: object): Promise<Json> =>
  (await api.ask(VIEWS, { id, asOf })).record;

async function viewsNow(api: Api, { visits, units, reporters }: World): Promise<Played["answers"]> {
  const at = (await api.ask("{ ledger { position } }")).ledger.position as string;
  const ids = [...visits.slice(-2), ...visits.slice(0, 1)].map(({ id }) => id);
  const asked = [...new Set([...ids, ...units.slice(0, 1), ...reporters.slice(0, 1)])];
  return Promise.all(asked.map(async (id) => ({ id, at, views: await viewsOf(api, id) })));
}

const documentIn = ({ views }: Played["answers"][number]): RecordDocument =>
  new Map(views.compiled.map(({ path, value }: Json) => [path, value]));

async function differByThis(api: Api, from: Played["answers"][number], to: Played["answers"][number]): Promise<void> {
  const points = { from: { position: from.at }, to: { position: to.at } };
  const { changes } = (await api.ask(DIFFERENCE, { id: to.id, ...points })).recordDifference;
  expect(apply(changes as [], documentIn(from))).to.deep.equal(documentIn(to));
  const number = (position: string): number => Number(position.slice(3));
  for (const { path, event } of changes as Json[]) {
    expect(number(event.position), path).to.be.within(number(from.at) + 1, number(to.at));
  }
}
