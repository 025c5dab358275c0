import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";
import { type EventStoreDbDouble, startDouble } from "../support/eventstoredb/double.js";

const VISIT_AT = `query ($id: VisitId!, $at: Position!) { visit(id: $id, asOf: { position: $at }) { id status } }`;
const FEED = `subscription ($after: String, $from: FeedStart! = NOW) {
  visitEvents(after: $after, from: $from) { ... on VisitEventItem { cursor event { id } } ... on CaughtUp { caughtUp: cursor } }
}`;

describe("two API nodes on one EventStoreDB", function () {
  this.timeout(60_000);
  let server: EventStoreDbDouble;
  let a: Api;
  let b: Api;
  let world: Cast;

  before(async () => {
    server = await startDouble();
    // The clocks of all three agree, as recordedAt is the server's and nothing may be entered for the future.
    const now = new Date().toISOString();
    a = await Api.open(now, server.url);
    b = await Api.open(now, server.url);
    world = await cast(a);
    await b.ledger.reads.reached(await a.ledger.log.head());
  });
  after(async () => {
    await a.close();
    await b.close();
    await server.stop();
  });

  it("read their own writes where they wrote, and each other's by position", async () => {
    const written = await a.command("registerVisit", walkIn(world));
    expect(written.entity.status).to.equal("ARRIVED");
    const { visit } = await b.ask(VISIT_AT, { id: written.entity.id, at: written.position });
    expect(visit).to.deep.equal({ id: written.entity.id, status: "ARRIVED" });
  });

  it("take the same command once, wherever it is sent again", async () => {
    const input = walkIn(world, { commandId: a.commandId("on both") });
    const first = await a.command("registerVisit", input);
    const again = await b.command("registerVisit", input);
    expect(again).to.deep.include({ replayed: true, position: first.position });
    const atOnce = walkIn(world, { commandId: a.commandId("at once") });
    const both = await Promise.all([a.command("registerVisit", atOnce), b.command("registerVisit", atOnce)]);
    expect(both[0].position).to.equal(both[1].position);
    const other = await b.command("registerVisit", { ...input, topic: "LAND" });
    expect(other.code).to.equal("COMMAND_ID_REUSED");
  });

  it("race for one record without losing or mixing anything", async () => {
    const { entity } = await a.command("registerVisit", walkIn(world));
    await b.ledger.reads.reached(await a.ledger.log.head());
    const answers = await Promise.all(
      [a, b, a, b, a, b].map((api, n) =>
        api.command("reportObstacle", { visitId: entity.id, description: `Lần ${n}` }),
      ),
    );
    expect(answers.map((answer) => answer.code ?? answer.revision).sort()).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it("a feed begun on one goes on at the other, without a gap or a double", async () => {
    await a.done("registerVisit", walkIn(world));
    await b.ledger.reads.reached(await a.ledger.log.head());
    const all = await drain(a, { from: "BEGINNING" });
    for (const [index, { cursor }] of all.entries()) {
      if (index % 3 === 0) expect(await drain(b, { after: cursor })).to.deep.equal(all.slice(index + 1));
    }
  });

  it("go on reading while the server is away, refuse writes with a clear code, and recover by themselves", async () => {
    const before = (await a.ask(`{ ledger { position } }`)).ledger.position as string;
    const input = walkIn(world, { commandId: a.commandId("during the outage") });
    await server.node.gate.slam();
    const { visits } = await b.ask(`{ visits(first: 5) { nodes { id } } }`);
    expect(visits.nodes).to.have.length(5);
    const refused = await a.command("registerVisit", input).then(
      (answer) => answer as Json,
      (error: Error) => error.message,
    );
    expect(refused).to.contain("LEDGER_UNAVAILABLE");
    expect(a.ledger.logHealth().state).to.equal("unreachable");
    await server.node.gate.open();
    const written = await a.command("registerVisit", input);
    expect(written.entity.status).to.equal("ARRIVED");
    const { visit } = await b.ask(VISIT_AT, { id: written.entity.id, at: written.position });
    expect(visit.id).to.equal(written.entity.id);
    expect(a.ledger.logHealth().state).to.equal("ok");
    expect((await drain(b, { from: "BEGINNING" })).length).to.be.greaterThan(0);
    expect(before).to.be.a("string");
  });
});

async function drain(api: Api, variables: Record<string, unknown>): Promise<Json[]> {
  const feed = await api.subscribe(FEED, variables);
  const items: Json[] = [];
  for (;;) {
    const { value } = await feed.next();
    if (value.errors) throw new Error(JSON.stringify(value.errors));
    const item = value.data.visitEvents;
    if (item.caughtUp) break;
    items.push(item);
  }
  await feed.return?.();
  return items;
}
