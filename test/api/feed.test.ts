import { expect } from "chai";
import { ANALYST, Api, type Json } from "../support/api.js";
import { cast, type Cast, checkedWalkIn } from "../support/cast.js";

const FEED = `subscription ($after: String, $from: FeedStart! = NOW, $filter: VisitEventFilter) {
  visitEvents(after: $after, from: $from, filter: $filter) {
    ... on VisitEventItem { cursor event { id type position } visit { id status } }
    ... on CaughtUp { caughtUp: cursor }
  }
}`;

describe("the feed of visits", () => {
  let api: Api;
  let world: Cast;

  beforeEach(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  afterEach(() => api.close());

  const take = async (feed: AsyncIterableIterator<Json>): Promise<Json> => {
    const { value, done } = await feed.next();
    if (done) return undefined;
    if (value.errors) throw new Error(JSON.stringify(value.errors));
    return value.data.visitEvents;
  };
  /** Everything up to the end as it is now. */
  const drain = async (variables: Record<string, unknown>): Promise<Json[]> => {
    const feed = await api.subscribe(FEED, variables);
    const items: Json[] = [];
    for (let item = await take(feed); ; item = await take(feed)) {
      if (item.caughtUp) break;
      items.push(item);
    }
    await feed.return?.();
    return items;
  };

  it("delivers what was, says when it has caught up, and goes on with what comes, in order", async () => {
    await api.done("registerVisit", checkedWalkIn(world));
    const feed = await api.subscribe(FEED, { from: "BEGINNING" });
    expect((await take(feed)).event.type).to.equal("VisitRegistered");
    expect((await take(feed)).visit.status).to.equal("DOCUMENTS_CHECKED");
    expect((await take(feed)).caughtUp).to.be.a("string");
    const waiting = take(feed);
    await api.done("registerVisit", checkedWalkIn(world, { topic: "LAND" }));
    expect((await waiting).event.type).to.equal("VisitRegistered");
    expect((await take(feed)).visit.status).to.equal("DOCUMENTS_CHECKED");
    await feed.return?.();
  });

  it("resumes from every cursor it gave out, without a gap and without a double", async () => {
    for (let n = 0; n < 6; n++) await api.done("registerVisit", checkedWalkIn(world, { subject: `Việc ${n}` }));
    const all = await drain({ from: "BEGINNING" });
    expect(all).to.have.length(12);
    for (const [index, { cursor }] of all.entries()) {
      expect(await drain({ after: cursor })).to.deep.equal(all.slice(index + 1));
    }
  });

  it("with a filter delivers only what the unit hosts, and still moves on", async () => {
    await api.done("registerVisit", checkedWalkIn(world));
    await api.done("registerVisit", checkedWalkIn(world, { hostIds: [world.land] }));
    const land = await drain({ from: "BEGINNING", filter: { hostId: world.land } });
    expect(land.map((item) => item.event.type)).to.deep.equal(["VisitRegistered", "VisitDocumentsChecked"]);
  });

  it("with a filter tells once that a visit goes to another host, and follows a unit into the one that takes it in", async () => {
    const visitId = await api.done("registerVisit", checkedWalkIn(world));
    const types = async (hostId: string): Promise<string[]> =>
      (await drain({ from: "BEGINNING", filter: { hostId } })).map((item) => item.event.type as string);
    const [health, land] = [await types(world.health), await types(world.land)];
    expect([health, land]).to.deep.equal([["VisitRegistered", "VisitDocumentsChecked"], []]);
    const amend = { visitId, reason: "Sai đơn vị" };
    await api.done("amendVisit", { ...amend, hostIds: [world.land] });
    await api.done("amendVisit", { ...amend, topic: "LAND" });
    expect(await types(world.health)).to.deep.equal([...health, "VisitAmended"]);
    expect(await types(world.land)).to.deep.equal(["VisitAmended", "VisitAmended"]);
    const merger = { fromIds: [world.land], intoId: world.health, legalBasis: "NQ 1", effectiveOn: "2019-09-10" };
    await api.done("mergeUnits", merger);
    await api.done("amendVisit", { ...amend, topic: "OTHER" });
    expect(await types(world.health)).to.deep.equal([...health, "VisitAmended", "VisitAmended"]);
    await api.done("takeBackUnitSuccession", { unitId: world.land, reason: "Nhập nhầm" });
    await api.done("amendVisit", { ...amend, topic: "LAND" });
    expect(await types(world.health)).to.deep.equal([...health, "VisitAmended", "VisitAmended"]);
    expect(await types(world.land)).to.have.length(4);
  });

  it("lets others have a turn while its filter lets nothing through", async () => {
    for (let n = 0; n < 300; n++) void api.command("registerVisit", checkedWalkIn(world, { subject: `Việc ${n}` }));
    await api.done("registerVisit", checkedWalkIn(world));
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const feed = await api.subscribe(FEED, { from: "BEGINNING", filter: { hostId: world.land } });
    expect((await take(feed)).caughtUp).to.be.a("string");
    clearInterval(counting);
    expect(turns).to.be.greaterThan(1);
    await feed.return?.();
  });

  it("ends at once when the subscriber leaves while it waits", async () => {
    const feed = await api.subscribe(FEED);
    expect((await take(feed)).caughtUp).to.be.a("string");
    const waiting = feed.next();
    await feed.return?.();
    expect((await waiting).done).to.equal(true);
  });

  it("a subscriber who stops reading holds nobody up", async () => {
    const idle = await api.subscribe(FEED, { from: "BEGINNING" });
    const reading = await api.subscribe(FEED);
    await take(reading);
    for (let n = 0; n < 20; n++) await api.done("registerVisit", checkedWalkIn(world, { subject: `Việc ${n}` }));
    for (let n = 0; n < 40; n++) expect((await take(reading)).event).to.be.an("object");
    await idle.return?.();
    await reading.return?.();
  });

  it("refuses cursors that are cut, foreign or ahead, and those who may not read", async () => {
    await api.done("registerVisit", checkedWalkIn(world));
    const [first] = await drain({ from: "BEGINNING" });
    const fault = async (
      variables: Record<string, unknown>,
      principal: Parameters<Api["subscribe"]>[2] = ANALYST,
    ): Promise<string> =>
      api.subscribe(FEED, variables, principal).then(
        () => "none",
        (error: Error) => error.message,
      );
    expect(await fault({ after: first.cursor.slice(0, -1) })).to.contain("cursor");
    expect(await fault({ after: first.cursor, filter: { hostId: world.land } })).to.contain("cursor");
    expect(await fault({}, null)).to.contain("token");
    expect(await fault({}, { subject: "x", role: "PUBLIC", unitId: null })).to.contain("role");
  });
});
