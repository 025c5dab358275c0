import { expect } from "chai";
import fc from "fast-check";
import type { WebSocket } from "ws";
import { developmentKey } from "../../src/server/developmentKey.js";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";
import { ask, withoutThreads } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";
import { StreamClient } from "./support/streams.js";

const FEED = `subscription ($after: String, $subjects: [ID!], $filter: TimelineFilter) {
  ledgerEvents(after: $after, from: BEGINNING, subjects: $subjects, filter: $filter) {
    ... on LedgerEventItem { cursor item { position } }
    ... on CaughtUp { cursor }
    ... on Heartbeat { cursor }
  }
}`;

/** What a client does between two breaks: it takes so many items, and then its connection ends in this way. */
interface Leg {
  readonly transport: "socket" | "stream";
  readonly take: number;
  readonly pause: boolean;
}
interface Plan {
  readonly filter: number;
  readonly legs: readonly Leg[];
}

const plans = fc.array(
  fc.record({
    filter: fc.nat(3),
    legs: fc.array(
      fc.record({
        transport: fc.constantFrom("socket", "stream"),
        take: fc.integer({ min: 1, max: 15 }),
        pause: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 12, maxLength: 12 },
);

describe("feeds, followed by many who are killed, paused and come again while others write", function () {
  this.timeout(60_000);
  let api: Api;
  let world: Cast;
  let server: RunningServer;
  let token: string;
  let endpoint: string;

  before(async () => {
    api = await Api.open();
    world = await cast(api);
    const read = withoutThreads({ DATA_DIR: api.folder });
    const config = { ...read, limits: { ...read.limits, heartbeatMs: 5, socketPingMs: 500 } };
    server = await startServer({ config, ledger: api.ledger, logTo: { write: () => undefined } });
    const key = await developmentKey(api.folder, config.auth);
    token = await key.issue({ subject: "reader", role: "ANALYST", unitId: null, hours: 1 });
    endpoint = `${server.url}/graphql`;
  });
  after(async () => {
    await server.close();
    await api.close();
  });

  const argumentsOf = (filter: number): Record<string, unknown> =>
    [{}, { filter: { kinds: ["VISIT"] } }, { filter: { types: ["VisitRegistered"] } }, { subjects: [world.land] }][
      filter
    ] ?? {};

  /** Everything that a subscriber has taken, and where it would resume. */
  class Follower {
    readonly positions: string[] = [];
    after: string | undefined;
    constructor(private readonly args: Record<string, unknown>) {}

    get variables(): Record<string, unknown> {
      return { ...this.args, after: this.after };
    }

    take(result: Json): void {
      expect(result.errors).to.equal(undefined);
      const { cursor, item } = result.data.ledgerEvents;
      this.after = cursor;
      if (item) this.positions.push(item.position);
    }

    async leg({ transport, take, pause }: Leg): Promise<void> {
      return transport === "socket" ? this.onSocket(take, pause) : this.onStream(take, pause);
    }

    /** What has arrived and was not taken is lost with the connection, and has to come again. */
    private async onSocket(take: number, pause: boolean): Promise<void> {
      const client = await SocketClient.ready(endpoint, { token });
      client.subscribe("1", FEED, this.variables);
      const { _socket: wire } = client.socket as WebSocket & { _socket: { pause(): void; resume(): void } };
      if (pause) wire.pause();
      if (pause) setTimeout(() => wire.resume(), 20);
      for (let n = 0; n < take; n++) this.take((await client.next("next", "1")).payload);
      client.socket.terminate();
    }

    private async onStream(take: number, pause: boolean): Promise<void> {
      const client = await StreamClient.open(server.url, FEED, { token, variables: this.variables });
      if (pause) client.response.pause();
      if (pause) setTimeout(() => client.response.resume(), 20);
      for (let n = 0; n < take; n++) {
        const event = await client.next();
        expect(event?.id, "each item can be resumed after").to.equal((event?.data as Json).data.ledgerEvents.cursor);
        this.take(event?.data);
      }
      client.leave();
    }
  }

  it("each ends with exactly the filtered log, in order", () =>
    fc.assert(
      fc.asyncProperty(plans, async (clients: readonly Plan[]) => {
        const writing = (async () => {
          for (let n = 0; n < 15; n++) {
            await api.done(
              "registerVisit",
              walkIn(world, { subject: `Việc ${n}`, hostIds: [n % 3 ? world.health : world.land] }),
            );
          }
        })();
        const followers = await Promise.all(
          clients.map(async ({ filter, legs }) => {
            const follower = new Follower(argumentsOf(filter));
            for (const leg of legs) await follower.leg(leg);
            return { follower, filter };
          }),
        );
        await writing;
        const head = await api.ledger.log.head();
        for (const { follower, filter } of followers) {
          const expected = await log(argumentsOf(filter));
          while (follower.positions.at(-1) !== expected.at(-1))
            await follower.leg({ transport: "stream", take: 20, pause: false });
          expect(follower.positions).to.deep.equal(expected);
        }
        expect(await api.ledger.log.head()).to.equal(head);
        expect((await ask(endpoint, "{ units(first: 1) { nodes { id } } }")).status).to.equal(200);
      }),
      { numRuns: 2 },
    ));

  it("a burst of 10,000 events reaches whoever reads; whoever has stopped is cut; the server stays well", async () => {
    const BURST = 10_000;
    const stuck = await SocketClient.ready(endpoint, { token });
    stuck.subscribe("1", FEED);
    await stuck.next("next", "1");
    (stuck.socket as WebSocket & { _socket: { pause(): void } })._socket.pause();
    const reader = await SocketClient.ready(endpoint, { token });
    reader.subscribe("1", FEED.replace("BEGINNING", "NOW"));
    await reader.next("next", "1");
    const streamed = await StreamClient.open(server.url, FEED.replace("BEGINNING", "NOW"), { token });
    await streamed.next();
    await burst(BURST);
    const counted = async (next: () => Promise<Json>): Promise<number> => {
      let last = 0;
      for (let count = 0; count < BURST;) {
        const { item } = (await next()).data.ledgerEvents;
        if (!item) continue;
        const position = Number(item.position.replace("P1-", ""));
        expect(position).to.be.greaterThan(last);
        [last, count] = [position, count + 1];
      }
      return last;
    };
    const ends = await Promise.all([
      counted(async () => (await reader.next("next", "1")).payload),
      counted(async () => (await streamed.next())?.data),
    ]);
    const head = await api.ledger.log.head();
    expect(ends).to.deep.equal([head, head]);
    const cut = (await (await fetch(`${server.url}/metrics`)).text()).match(/^ledger_open_sockets (\d+)$/m)?.[1];
    expect(cut, "only the one that reads is still open").to.equal("1");
    expect((await fetch(`${server.url}/health/ready`)).status).to.equal(200);
    stuck.socket.terminate();
    streamed.leave();
    await reader.close();
  });

  /** As many reporters at once, each the copy of one, straight into the log. */
  async function burst(count: number): Promise<void> {
    const person = { name: "Phạm Văn Cường", kind: "OCCASIONAL", agencyId: world.agency, since: "2018-01-01" };
    const uuid = (await api.done("registerReporter", person)).replace("Reporter:", "");
    const [event] = await api.ledger.log.readStream(`reporter-${uuid}`);
    if (!event) throw new Error("The reporter has no event.");
    const { commandId } = JSON.parse(event.metadata) as { commandId: string };
    const copies = Array.from({ length: count - 1 }, (_, index) => api.commandId(`copy ${index}`));
    await Promise.all(
      copies.map((copy) => {
        const data = event.data.replaceAll(uuid, copy);
        const metadata = event.metadata.replaceAll(commandId, copy);
        return api.ledger.log.append(`reporter-${copy}`, "no_stream", [{ id: copy, type: event.type, data, metadata }]);
      }),
    );
  }

  /** The positions of the filtered log, by asking once without a break. */
  async function log(args: Record<string, unknown>): Promise<string[]> {
    const filter = (args["filter"] ?? {}) as { kinds?: string[]; types?: string[] };
    if (args["subjects"]) {
      const timeline = `query ($subjects: [ID!]!, $after: String) { timeline(subjects: $subjects, first: 100, after: $after) { nodes { position } pageInfo { hasNextPage endCursor } } }`;
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const { timeline: page } = (await api.ask(timeline, { subjects: args["subjects"], after })) as Json;
        found.push(...page.nodes.map(({ position }: Json) => position));
        if (!page.pageInfo.hasNextPage) return found;
        after = page.pageInfo.endCursor;
      }
    }
    const { events } = await api.ledger.log.readAll({ limit: 10_000 });
    return events
      .filter(
        ({ type, stream }) => (filter.types?.includes(type) ?? true) && (!filter.kinds || stream.startsWith("visit-")),
      )
      .map(({ position }) => `P1-${position}`);
  }
});
