import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";
import { hurtDouble } from "../support/eventstoredb/hurtDouble.js";
import type { HurtServer } from "../support/eventstoredb/outages.js";
import { hurtProcesses } from "../support/eventstoredb/serverProcesses.js";

const WRITERS_A_NODE = 4;
const ROUNDS = 2;
const RESUME_MS = 10_000;
const FEED = `subscription ($after: String, $from: FeedStart!) {
  visitEvents(after: $after, from: $from) {
    ... on VisitEventItem { cursor event { id type position } visit { id } } ... on CaughtUp { cursor }
  }
}`;

describeLeaderKilled("the double", () => hurtDouble(3));

// Real processes, where a command is named that starts them.
const url = process.env["EVENTSTORE_URL"];
const command = process.env["EVENTSTORE_RUN_COMMAND"];
if (url !== undefined && command !== undefined && url.includes(",")) {
  describeLeaderKilled("a real cluster", () => hurtProcesses(url, command));
}

function describeLeaderKilled(name: string, start: () => Promise<HurtServer>): void {
  describe(`two API nodes on three nodes of ${name}, whose leader is killed under load`, function () {
    this.timeout(180_000);
    let server: HurtServer;
    let nodes: Api[];
    let world: Cast;

    before(async () => {
      server = await start();
      const now = new Date().toISOString();
      nodes = [await Api.open(now, server.url), await Api.open(now, server.url)];
      world = await cast(nodes[0]!);
      await nodes[1]!.ledger.reads.reached(await nodes[0]!.ledger.log.head());
    });
    after(async () => {
      for (const node of nodes) await node.close();
      await server.stop();
    });

    it("have every acknowledged mutation once, feeds without gap or double, and write again within 10 s", async () => {
      const earlier = visitsIn(await drain(nodes[0]!)).size;
      const stop = new AbortController();
      const feeds = nodes.map((node) => new Follower(node, stop.signal));
      const load = new Load(nodes, world, stop.signal);
      for (let round = 0; round < ROUNDS; round++) {
        await load.more(20);
        await server.kill();
        const began = performance.now();
        await load.more(1);
        const ms = Math.round(performance.now() - began);
        if (name !== "the double") console.log(`      writes again after ${ms} ms`);
        expect(ms).to.be.below(RESUME_MS);
        await load.more(20);
        await server.restart();
      }
      stop.abort();
      await load.done;

      const [a, b] = nodes as [Api, Api];
      const head = await a.ledger.log.head();
      for (const node of nodes) expect(await node.ledger.reads.reached(head, 20_000)).to.equal(true);
      const events = (await drain(a)).filter((item) => item.event);
      const registered = events
        .filter((item) => item.event.type === "VisitRegistered")
        .map((item) => item.visit.id as string);
      expect(new Set(registered).size, "no visit twice").to.equal(registered.length);
      expect(registered).to.include.members([...load.acknowledged.values()]);
      expect((await drain(b)).filter((item) => item.event)).to.deep.equal(events);
      for (const feed of feeds)
        expect(await feed.upTo(events.length)).to.deep.equal(events.map((item) => item.event.id));

      // What was not answered is sent again, to the other node, and is then there once.
      for (const [commandId, input] of load.unanswered) {
        const again = await b.command("registerVisit", { ...input, commandId });
        expect(again.entity?.id, JSON.stringify(again)).to.be.a("string");
      }
      const visits = visitsIn(await drain(b));
      expect(visits.size - earlier).to.equal(load.acknowledged.size + load.unanswered.size);
      const { visitFigures } = await b.ask(
        `{ visitFigures(period: { from: "2000-01-01", to: "2100-01-01" }) { rows { visits { value } } } }`,
      );
      expect(visitFigures.rows[0].visits.value).to.equal(visits.size);
    });
  });
}

/** Writers on all nodes, each command new to the log and sent once; what came of it is kept. */
class Load {
  readonly acknowledged = new Map<string, string>();
  readonly unanswered = new Map<string, Record<string, unknown>>();
  readonly done: Promise<unknown>;
  private readonly writers: number;

  constructor(nodes: readonly Api[], world: Cast, signal: AbortSignal) {
    const writers = nodes.flatMap((node) =>
      Array.from({ length: WRITERS_A_NODE }, () => this.write(node, world, signal)),
    );
    this.writers = writers.length;
    this.done = Promise.all(writers);
  }

  /** Resolves when so many more have been acknowledged, all of them sent after now: one a writer may be on its way. */
  async more(count: number): Promise<void> {
    const goal = this.acknowledged.size + this.writers + count;
    while (this.acknowledged.size < goal) await sleep(5);
  }

  private async write(node: Api, world: Cast, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      // A real server keeps what an earlier run wrote: the ids that a test counts up would be answered without a write.
      const commandId = randomUUID();
      const input = walkIn(world, { subject: `Việc ${commandId}` });
      try {
        const answer = await node.command("registerVisit", { ...input, commandId });
        this.acknowledged.set(commandId, (answer.entity?.id ?? answer.node?.id) as string);
      } catch (error) {
        if (!String(error).includes("LEDGER_UNAVAILABLE")) throw error;
        this.unanswered.set(commandId, input);
      }
    }
  }
}

/** A client program: follows the feed, and comes back with its last cursor whenever the feed ends under it. */
class Follower {
  private readonly seen: string[] = [];
  private cursor: string | undefined;

  constructor(
    private readonly node: Api,
    signal: AbortSignal,
  ) {
    void this.follow(signal);
  }

  async upTo(count: number): Promise<readonly string[]> {
    for (let tries = 0; this.seen.length < count && tries < 20; tries++) {
      for (const item of await drain(this.node, this.cursor)) this.take(item);
    }
    return this.seen;
  }

  private async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const feed = await this.node.subscribe(FEED, { after: this.cursor, from: "BEGINNING" });
        signal.addEventListener("abort", () => void feed.return?.());
        for await (const { data, errors } of feed) {
          if (errors) break;
          this.take(data.visitEvents);
        }
        await feed.return?.();
      } catch {
        await sleep(50);
      }
    }
  }

  private take({ cursor, event }: Json): void {
    this.cursor = cursor as string;
    if (event) this.seen.push(event.id as string);
  }
}

const visitsIn = (items: readonly Json[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.event ? [item.visit.id as string] : [])));

/** Everything after a cursor, up to the end as it is now. */
async function drain(node: Api, after?: string): Promise<Json[]> {
  const feed = await node.subscribe(FEED, { after, from: "BEGINNING" });
  const items: Json[] = [];
  for (;;) {
    const { value } = await feed.next();
    if (value.errors) throw new Error(JSON.stringify(value.errors));
    const item = value.data.visitEvents;
    items.push(item);
    if (!item.event) break;
  }
  await feed.return?.();
  return items;
}
