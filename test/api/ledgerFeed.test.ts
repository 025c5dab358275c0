import { expect } from "chai";
import { encodeCursor } from "../../src/graphql/shared/cursor.js";
import { ANALYST, Api, type Json } from "../support/api.js";
import { cast, type Cast, checkedWalkIn } from "../support/cast.js";
import { FeedReader } from "../support/feeds.js";

const FEED = `subscription ($after: String, $from: FeedStart! = BEGINNING, $subjects: [ID!], $filter: TimelineFilter) {
  ledgerEvents(after: $after, from: $from, subjects: $subjects, filter: $filter) {
    __typename
    ... on LedgerEventItem { cursor item { position type summary ... on VisitTimelineItem { visit { status } } } }
    ... on CaughtUp { cursor }
    ... on Heartbeat { cursor position }
  }
}`;

const TIMELINE = `query ($subjects: [ID!]!, $filter: TimelineFilter) {
  timeline(subjects: $subjects, filter: $filter, first: 100) { nodes { position type summary } }
}`;

describe("the feed of the whole ledger", () => {
  let api: Api;
  let world: Cast;
  let visit: string;

  before(async () => {
    api = await Api.open();
    world = await cast(api);
    visit = await api.done("registerVisit", checkedWalkIn(world), world.clerkOfHealth);
    await api.done("registerVisit", checkedWalkIn(world, { hostIds: [world.land] }));
    await api.done("renameUnit", {
      unitId: world.land,
      name: "Sở Đất đai",
      legalBasis: "QĐ",
      effectiveOn: "2019-09-01",
    });
    await api.done("registerReporter", {
      name: "Phạm Văn Cường",
      kind: "OCCASIONAL",
      agencyId: world.agency,
      since: "2018-01-01",
    });
  });
  after(() => api.close());

  const open = (variables: Record<string, unknown> = {}, more = {}): Promise<FeedReader> =>
    FeedReader.open(api, FEED, variables, ANALYST, more);
  const drain = async (variables: Record<string, unknown> = {}): Promise<Json[]> => {
    const reader = await open(variables);
    const items = await reader.untilCaughtUp();
    await reader.leave();
    return items;
  };
  const shown = (items: Json[]): Json[] =>
    items.map(({ item: { position, type, summary } }) => ({ position, type, summary }));

  it("has every event of the log, in its order, with its record as it stood then", async () => {
    const items = await drain();
    expect(items).to.have.length(await api.ledger.log.head());
    const positions = items.map(({ item }) => Number(item.position.replace("P1-", "")));
    expect(positions).to.deep.equal([...positions].sort((a, b) => a - b));
    const ofVisits = items.filter(({ item }) => item.visit).map(({ item }) => [item.type, item.visit.status]);
    expect(ofVisits.slice(0, 2)).to.deep.equal([
      ["VisitRegistered", "ARRIVED"],
      ["VisitDocumentsChecked", "DOCUMENTS_CHECKED"],
    ]);
  });

  it("resumes from every cursor, word and heartbeat included, exclusively", async () => {
    const all = await drain();
    for (const [index, { cursor }] of all.entries()) {
      expect(await drain({ after: cursor })).to.deep.equal(all.slice(index + 1));
    }
    const reader = await open({}, { heartbeatMs: 10 });
    await reader.untilCaughtUp();
    const beat = await reader.next();
    expect(beat.__typename).to.equal("Heartbeat");
    await reader.leave();
    expect(await drain({ after: beat.cursor })).to.deep.equal([]);
  });

  const filters: readonly (readonly [string, (world: Cast) => Record<string, unknown>])[] = [
    ["nothing", () => ({})],
    ["kinds", () => ({ kinds: ["REGISTER"] })],
    ["types", () => ({ types: ["VisitDocumentsChecked", "UnitRenamed"] })],
    ["kinds and types", () => ({ kinds: ["VISIT"], types: ["VisitDocumentsChecked", "UnitRenamed"] })],
    ["roles", () => ({ actorRoles: ["CLERK"] })],
    ["the actor's unit", ({ health }) => ({ actorUnitId: health })],
    ["occurrence", () => ({ occurredFrom: "2019-09-10T03:00:00.000Z" })],
    ["recording, before", () => ({ recordedTo: "2019-09-01T00:00:00.000Z" })],
    ["recording, after", () => ({ recordedFrom: "2019-09-01T00:00:00.000Z" })],
  ];
  for (const [what, filterIn] of filters) {
    it(`delivers what the timeline lists: filtered by ${what}`, async () => {
      const subjects = [world.health, world.land, world.agency, world.carded];
      const filter = filterIn(world);
      const listed = (await api.ask(TIMELINE, { subjects, filter })) as Json;
      expect(shown(await drain({ subjects, filter }))).to.deep.equal(listed.timeline.nodes);
    });
  }

  it("delivers what is about a subject, and what belongs together", async () => {
    const ofVisit = await drain({ subjects: [visit] });
    expect(ofVisit.map(({ item }) => item.type)).to.deep.equal(["VisitRegistered", "VisitDocumentsChecked"]);
    const own = await api.ask(`query ($id: ID!) { recordEvents(id: $id) { nodes { correlationId } } }`, { id: visit });
    const { correlationId } = own.recordEvents.nodes[0];
    expect(shown(await drain({ filter: { correlationId } }))).to.deep.equal(shown(ofVisit));
  });

  it("tells of a subject that the ledger did not know when the feed was opened", async () => {
    const id = api.commandId("someone");
    const reader = await open({ filter: { commandId: id }, from: "NOW" });
    expect(await reader.untilCaughtUp()).to.deep.equal([]);
    await api.done("registerVisit", { ...checkedWalkIn(world), commandId: id });
    expect((await reader.next()).item.type).to.equal("VisitRegistered");
    await reader.leave();
  });

  it("says by a heartbeat that it lives, with a cursor that has moved on past what the filter left out", async () => {
    const reader = await open({ from: "NOW", filter: { types: ["Nothing"] } }, { heartbeatMs: 10 });
    await reader.untilCaughtUp();
    const first = await reader.next();
    await api.done("registerVisit", checkedWalkIn(world));
    const head = await api.ledger.log.head();
    let beat = await reader.next();
    while (beat.position !== `P1-${head}`) beat = await reader.next();
    expect(beat.cursor).to.not.equal(first.cursor);
    await reader.leave();
  });

  it("delivers nothing once the token has ended, in the midst of a page too", async () => {
    let ended = false;
    const reader = await open({}, { expired: () => ended });
    expect((await reader.next()).__typename).to.equal("LedgerEventItem");
    ended = true;
    expect(await reader.next().catch((error: Error) => error.message)).to.equal("The access token has expired.");
    expect(await reader.next()).to.equal(undefined);
  });

  it("wakes a reader whose token has ended by its heartbeat, and tells it no more", async () => {
    let ended = false;
    const reader = await open({ from: "NOW" }, { expired: () => ended, heartbeatMs: 10 });
    await reader.untilCaughtUp();
    ended = true;
    expect(await reader.next().catch((error: Error) => error.message)).to.equal("The access token has expired.");
  });

  it("goes on after the last id that an event stream has seen, whatever `after` says", async () => {
    const all = await drain();
    const reader = await open({ after: all[0].cursor }, { lastEventId: all[3].cursor });
    expect(await reader.untilCaughtUp()).to.deep.equal(all.slice(4));
    await reader.leave();
  });

  it("refuses cursors that are cut, of other arguments or ahead, and those who may not read", async () => {
    const [{ cursor }] = await drain();
    const refusal = (
      variables: Record<string, unknown>,
      principal: Parameters<Api["subscribe"]>[2] = ANALYST,
    ): Promise<string> =>
      FeedReader.open(api, FEED, variables, principal).then(
        () => "none",
        (error: Error) => error.message,
      );
    expect(await refusal({ after: cursor.slice(0, -1) })).to.contain("cursor");
    expect(await refusal({ after: cursor, filter: { kinds: ["VISIT"] } })).to.contain("cursor");
    expect(await refusal({ after: cursor, subjects: [visit] })).to.contain("cursor");
    expect(await refusal({ subjects: [] })).to.contain("from 1 to 50");
    expect(await refusal({}, null)).to.contain("token");
    expect(await refusal({}, { subject: "x", role: "PUBLIC", unitId: null })).to.contain("role");
    const ahead = encodeCursor(["ledgerEvents", null, {}], [api.ledger.log.checkpointAt(1_000_000)]);
    expect(await refusal({ after: ahead })).to.contain("ahead");
  });
});
