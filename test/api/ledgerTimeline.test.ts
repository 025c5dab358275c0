import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { type Cast, walkIn } from "../support/cast.js";
import { type EnforcementWorld, enforcementWorld, minutedCase } from "../support/enforcement.js";
import { FeedReader } from "../support/feeds.js";
import { INSPECTOR } from "../support/violationCases.js";

const ASKED = `query ($filter: TimelineFilter, $order: LedgerOrder, $direction: OrderDirection, $asOf: AsOf,
    $first: Int, $after: String, $last: Int, $before: String) {
  ledgerTimeline(filter: $filter, order: $order, direction: $direction, asOf: $asOf,
    first: $first, after: $after, last: $last, before: $before) {
    nodes { __typename position type occurredAt recordedAt actor { subject role } summary subjects { id } event { reason } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } basis { position today } totalCount { value isExact } } }`;

describe("the whole ledger through the API", () => {
  let api: Api;
  let world: EnforcementWorld;
  let units: Cast;
  let log: readonly Json[];

  before(async () => {
    api = await Api.open("2019-09-10T03:00:00.000Z");
    world = await enforcementWorld(api);
    units = world.cast;
    await minutedCase(api, world);
    const late = { occurredAt: "2019-09-01T03:00:00.000Z", lateEntryReason: "Sổ giấy" };
    await api.done("registerVisit", walkIn(units, { subject: "Muộn", ...late }), units.clerkOfHealth);
    api.now = "2019-09-11T03:00:00.000Z";
    await api.done("registerVisit", walkIn(units, { hostIds: [units.land], subject: "Hôm sau" }));
    log = await drained();
  });
  after(() => api.close());

  const drained = async (): Promise<readonly Json[]> => {
    const feed = await FeedReader.open(
      api,
      `subscription { ledgerEvents(from: BEGINNING) { __typename ... on LedgerEventItem { cursor item {
         position type occurredAt recordedAt actor { subject } subjects { id } } } ... on CaughtUp { cursor } } }`,
      {},
      ANALYST,
      {},
    );
    const items = await feed.untilCaughtUp();
    await feed.leave();
    return JSON.parse(JSON.stringify(items.map(({ item }) => item as Json))) as Json[];
  };
  const asked = async (variables: object = {}, principal: Principal = OFFICER): Promise<Json> =>
    (await api.ask(ASKED, { first: "last" in variables ? undefined : 100, ...variables }, principal)).ledgerTimeline;
  const positions = (items: readonly Json[]): string[] => items.map(({ position }: Json) => position as string);

  it("has every event of the log, the last one first, and says how many", async () => {
    const { nodes, totalCount } = await asked();
    expect(positions(nodes)).to.deep.equal(positions(log).toReversed());
    expect(totalCount).to.deep.equal({ value: log.length, isExact: true });
    expect(positions((await asked({ direction: "ASC" })).nodes)).to.deep.equal(positions(log));
  });

  it("is asked by day, kind, actor and unit", async () => {
    const filters: readonly (readonly [object, (event: Json) => boolean])[] = [
      [{ firstDay: "2019-09-01", lastDay: "2019-09-01" }, ({ occurredAt }) => occurredAt.startsWith("2019-09-01")],
      [{ firstDay: "2019-09-11" }, ({ occurredAt }) => occurredAt >= "2019-09-10T17"],
      [{ recordedFrom: "2019-09-11T00:00:00Z" }, ({ recordedAt }) => recordedAt >= "2019-09-11"],
      [{ kinds: ["VISIT"] }, ({ type }) => type === "VisitRegistered"],
      [{ kinds: ["CASE", "VISIT"] }, ({ type }) => /^(V|Minutes|Explanation)/.test(type)],
      [{ types: ["UnitRegistered"] }, ({ type }) => type === "UnitRegistered"],
      [{ actor: "clerk-1" }, ({ actor }) => actor.subject === "clerk-1"],
      [{ actorUnitId: units.health }, ({ actor }) => actor.subject === "clerk-1"],
      [{ unitId: units.land }, ({ subjects }) => subjects.some(({ id }: Json) => id === units.land)],
      [{ unitId: units.health, kinds: ["VISIT"] }, ({ actor }) => actor.subject === "clerk-1"],
      [{ actor: "nobody" }, () => false],
    ];
    for (const [filter, passes] of filters) {
      const wanted = positions(log.filter(passes));
      if (!("actor" in filter && filter.actor === "nobody")) expect(wanted, JSON.stringify(filter)).to.not.be.empty;
      for (const order of ["RECORDED", "OCCURRED"]) {
        const { nodes, totalCount } = await asked({ filter, order, direction: "ASC" });
        expect(positions(nodes), JSON.stringify(filter)).to.have.members(wanted);
        expect(totalCount).to.deep.equal({ value: wanted.length, isExact: true });
      }
    }
  });

  it("stands in the order of what happened, if that is asked", async () => {
    const { nodes } = await asked({ order: "OCCURRED", direction: "ASC" });
    const moments = nodes.map((item: Json) => item.occurredAt);
    expect(moments).to.deep.equal(moments.toSorted());
    const late = nodes.findIndex((item: Json) => item.event.reason === "Sổ giấy");
    expect(moments[late]).to.equal("2019-09-01T03:00:00.000Z");
    expect(positions(nodes).indexOf(positions(log).at(-2) ?? "")).to.equal(late);
  });

  it("stands so of chosen records, too, by pages and with their filter", async () => {
    const ofUnit = async (variables: object): Promise<Json> =>
      (
        await api.ask(
          `query ($subjects: [ID!]!, $filter: TimelineFilter, $order: LedgerOrder, $direction: OrderDirection, $first: Int,
              $after: String) {
            timeline(subjects: $subjects, filter: $filter, order: $order, direction: $direction, first: $first, after: $after) {
              nodes { position occurredAt } pageInfo { hasNextPage endCursor } totalCount { value } } }`,
          { subjects: [units.health, units.land], ...variables },
          OFFICER,
        )
      ).timeline;
    for (const filter of [null, { kinds: ["VISIT"] }]) {
      const recorded = await ofUnit({ filter, first: 100 });
      const byHappening = (one: Json, other: Json): number => one.occurredAt.localeCompare(other.occurredAt);
      const wanted = positions(recorded.nodes.toSorted(byHappening));
      const { nodes, totalCount } = await ofUnit({ filter, first: 100, order: "OCCURRED" });
      expect(wanted).to.have.length.greaterThan(1);
      expect(positions(nodes)).to.deep.equal(wanted);
      expect(totalCount).to.deep.equal(recorded.totalCount);
      const paged: Json[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: Json = await ofUnit({ filter, order: "OCCURRED", direction: "DESC", first: 2, after });
        paged.push(...page.nodes);
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect(positions(paged)).to.deep.equal(wanted.toReversed());
    }
  });

  it("is paged from either end, in either order, and no page leaves out or repeats one", async () => {
    for (const order of ["RECORDED", "OCCURRED"]) {
      const { nodes, basis } = await asked({ order });
      const asOf = { position: basis.position, today: basis.today };
      const forward: Json[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page: Json = await asked({ order, first: 4, after, asOf });
        forward.push(...page.nodes);
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect(positions(forward)).to.deep.equal(positions(nodes));
      const backward: Json[] = [];
      for (let before: string | null = null, more = true; more;) {
        const page: Json = await asked({ order, last: 3, before, asOf });
        backward.unshift(...page.nodes);
        [before, more] = [page.pageInfo.startCursor, page.pageInfo.hasPreviousPage];
      }
      expect(positions(backward)).to.deep.equal(positions(nodes));
    }
  });

  it("as of a position has what it had then, and a cursor of another order is none of it", async () => {
    const half = log[Math.floor(log.length / 2)];
    for (const order of ["RECORDED", "OCCURRED"]) {
      const { nodes } = await asked({ order, direction: "ASC", asOf: { position: half.position } });
      const known = positions(log).slice(0, Math.floor(log.length / 2) + 1);
      expect(positions(nodes)).to.have.members(known);
    }
    const { pageInfo } = await asked({ first: 2 });
    const { errors } = await api.tryAsk(ASKED, { first: 2, after: pageInfo.endCursor, order: "OCCURRED" });
    expect(errors.map(({ code }) => code)).to.deep.equal(["BAD_USER_INPUT"]);
  });

  it("is for those who may read records, and names no offender to those who may not", async () => {
    for (const principal of [null, { subject: "p", role: "PUBLIC", unitId: null } as const]) {
      const { errors } = await api.tryAsk(ASKED, { first: 1 }, principal);
      expect(errors).to.have.length(1);
    }
    expect(JSON.stringify(await asked({}, ANALYST))).to.not.include("Nguyễn Văn An");
    expect((await asked({ filter: { kinds: ["CASE"] } }, INSPECTOR)).nodes).to.not.be.empty;
  });

  it("gives its feed and a subject's timeline the same filter", async () => {
    const text = `query ($subjects: [ID!]!, $filter: TimelineFilter) { timeline(subjects: $subjects, filter: $filter, first: 100) {
      nodes { position } totalCount { value isExact } } }`;
    const filter = { actor: "clerk-1", unitId: units.health, firstDay: "2019-09-01" };
    const { timeline } = await api.ask(text, { subjects: [units.health, units.land, units.carded], filter });
    expect(positions(timeline.nodes)).to.deep.equal(positions((await asked({ filter })).nodes));
    expect(timeline.totalCount).to.deep.equal({ value: 1, isExact: true });
    const everything = await api.ask(text, { subjects: [units.health, units.land, units.carded] });
    expect(everything.timeline.totalCount.value).to.equal(everything.timeline.nodes.length);
  });
});
