import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { RecordedEvent } from "../../src/eventstore/contract.js";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import { follow } from "../support/follow.js";
import type { EventStoreDbStore } from "../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { failure, here, newCategory, newEvents, newStream, walk } from "../support/conformance/helpers.js";
import {
  QUICK,
  appendElsewhere,
  everything,
  ids,
  newDouble,
  opened,
  readerOn,
  storeOn,
} from "./support/eventStoreDb.js";
import { cleanUp } from "./support/stores.js";

describe("EventStoreDB store: reading", () => {
  afterEach(cleanUp);

  for (const [what, code, details] of [
    ["the server is lost", 14, "Connection dropped"],
    ["the server cancels", 1, "Call canceled by server"],
    ["the server has no time", 10, "Operation timed out"],
    ["the stream is reset", 13, "Received RST_STREAM with code 2"],
  ] as const) {
    it(`gives all of it when a read ends half-way because ${what}`, async () => {
      const { double, store } = await opened();
      const stream = newStream();
      const events = newEvents(20);
      await store.append(stream, "no_stream", events);
      const { killReads } = double.node.faults;
      killReads.push({ code, details, afterMessages: 7 }, { code, details, afterMessages: 0 });
      expect(ids(await store.readStream(stream))).to.deep.equal(ids(events));
      killReads.push({ code, details, afterMessages: 3 });
      expect(ids(await everything(store))).to.deep.equal(ids(events));
    });
  }

  it("leaves out what the system writes, and what is of other categories than the ledger's", async () => {
    const { double, store } = await opened();
    const [ours, foreign] = [newCategory(), newCategory()];
    for (let n = 0; n < 7; n += 1) {
      await store.append(newStream(ours), "no_stream", newEvents(1));
      await store.append(newStream(foreign), "no_stream", newEvents(1));
      double.log.writeSystem("$stats-0.0.0.0:2113", "$statsCollected");
    }
    double.log.tombstone(newStream(ours));
    expect(await everything(store)).to.have.length(14);
    const own = await storeOn(double.url, { categories: [ours] });
    expect((await everything(own)).map(({ stream }) => stream.split("-")[0])).to.deep.equal(Array(7).fill(ours));
    const pages = await walk(store, { after: store.checkpointAt(0), limit: 3 });
    expect(pages.at(-1)!.position, "the tombstone was considered").to.equal(await store.head());
  });

  it("gets over a long stretch where nothing matches, when the server takes long for it", async () => {
    const { double, store } = await opened();
    const category = newCategory();
    appendElsewhere(double, newStream(), "no_stream", newEvents(2_500));
    appendElsewhere(double, newStream(category), "no_stream", newEvents(2));
    double.node.faults.filteredScanMs = QUICK.answerMs * 3;
    const pages = await walk(store, { after: store.checkpointAt(0), limit: 10, categories: [category] });
    expect(pages.flatMap((page) => page.events)).to.have.length(2);
  });

  it("keeps the commit and the prepare position", async () => {
    const { store } = await opened();
    const { position } = await store.append(newStream(), "no_stream", newEvents(1));
    expect(store.checkpointAt(position)).to.equal(`C:${position}/P:${position}`);
    expect(store.positionOf("C:900/P:800")).to.equal(900);
    for (const text of ["C:800/P:900", "C:1", "C:01/P:01", "C:1/P:1 ", "c:1/p:1"]) {
      expect(store.positionOf(text), text).to.equal(undefined);
    }
  });

  it("says so when the place to read from is after the end: it is another log", async () => {
    const { store } = await opened();
    const { position } = await store.append(newStream(), "no_stream", newEvents(1));
    const beyond = store.checkpointAt(position + 1_000_000);
    await failure(store.readAll({ after: beyond, limit: 1 }), RangeError);
    await failure(store.readAll({ after: store.checkpointAt(position - 1), limit: 1 }), RangeError);
  });

  it("rejects when it is aborted while the server is silent", async () => {
    const { double, store } = await opened();
    await store.head();
    double.node.gate.freeze();
    const stop = new AbortController();
    const reading = failure(store.readAll({ limit: 1, signal: stop.signal }), Error);
    stop.abort(new Error("enough"));
    expect((await reading).message).to.equal("enough");
    double.node.gate.thaw();
  });
});

describe("EventStoreDB store: several nodes", () => {
  afterEach(cleanUp);

  it("passes over nothing on a node that lags, whatever it was told of the log", async () => {
    const double = await newDouble({ nodes: 2 });
    const follower = double.nodes[1]!;
    const store = await storeOn(double.url);
    const reader = readerOn(`esdb://${follower.address}?tls=false`);
    const stream = newStream();
    const events = newEvents(6);
    await store.append(stream, "no_stream", events.slice(0, 2));
    const first = await reader.readAll({ limit: 10 });
    follower.faults.lagsAt = double.log.events.length;
    const { position } = await store.append(stream, 1, events.slice(2));
    reader.notify(position);
    const lagging = await reader.readAll({ after: first.checkpoint, limit: 10 });
    expect(lagging.events).to.deep.equal([]);
    expect(lagging.position).to.be.below(position);
    const waiting = reader.changed(lagging.checkpoint, new AbortController().signal);
    follower.faults.lagsAt = undefined;
    await waiting;
    const rest = await reader.readAll({ after: lagging.checkpoint, limit: 10 });
    expect(ids([...first.events, ...rest.events])).to.deep.equal(ids(events));
  });

  it("reads on from the leader when the node has not reached the place yet", async () => {
    const double = await newDouble({ nodes: 2 });
    const store = await storeOn(double.url);
    await store.append(newStream(), "no_stream", newEvents(3));
    const place = await here(store);
    const follower = double.nodes[1]!;
    follower.faults.lagsAt = 2;
    const reader = readerOn(`esdb://${follower.address}?tls=false`);
    expect(await reader.readAll({ after: place, limit: 5 })).to.deep.include({ events: [], atEnd: true });
  });

  it("appends through the leader, whichever node it was given, and after each election", async () => {
    const double = await newDouble({ nodes: 3 });
    const store = await storeOn(`esdb://${double.nodes[2]!.address}?tls=false`);
    const stream = newStream();
    for (const [n, leader] of [...double.nodes, double.nodes[0]!].entries()) {
      double.elect(leader);
      await store.append(stream, n === 0 ? "no_stream" : n - 1, newEvents(1));
    }
    expect(await store.readStream(stream)).to.have.length(4);
  });
});

describe("EventStoreDB store: hearing of new events", () => {
  afterEach(cleanUp);

  const heard = async (store: EventStoreDbStore, append: () => unknown): Promise<void> => {
    const after = await here(store);
    const waiting = store.changed(after, new AbortController().signal);
    await append();
    await waiting;
  };

  it("hears what other processes append, and tells it on", async () => {
    const { double, store } = await opened();
    const told: number[] = [];
    const stop = store.onCommit((position) => told.push(position));
    await heard(store, () => appendElsewhere(double, newStream(), "no_stream", newEvents(1)));
    const position = await (async () => (await everything(store)).at(-1)!.position)();
    while (!told.includes(position)) await sleep(5);
    stop();
  });

  for (const [what, turnOn] of [
    ["says nothing any more", (n) => void (n.faults.silentSubscriptions = true)],
    ["tells everything twice", (n) => void (n.faults.duplicateDelivery = true)],
    ["was lost with its node", (n) => n.endSubscriptions(14, "Connection dropped")],
    ["was cancelled by the server", (n) => n.endSubscriptions(1, "Call canceled by server")],
  ] as readonly (readonly [string, (node: Awaited<ReturnType<typeof opened>>["double"]["node"]) => void])[]) {
    it(`misses nothing and repeats nothing when the subscription ${what}`, async () => {
      const { double, store } = await opened();
      const stream = newStream();
      const seen: RecordedEvent[] = [];
      const stop = new AbortController();
      const following = (async () => {
        for await (const page of follow(store, { limit: 3 }, stop.signal)) {
          seen.push(...page.events);
          if (seen.length >= 12) stop.abort();
        }
      })();
      await store.append(stream, "no_stream", newEvents(4));
      turnOn(double.node);
      for (let revision = 3; revision < 11; revision += 1) {
        appendElsewhere(double, stream, revision, newEvents(1));
        await sleep(1);
      }
      await following;
      expect(seen).to.deep.equal(await store.readStream(stream));
    });
  }

  it("waits without asking others to, while the server is away, and goes on when it is back", async () => {
    const { double, store } = await opened();
    await store.append(newStream(), "no_stream", newEvents(1));
    const after = await here(store);
    const waiting = store.changed(after, new AbortController().signal);
    await double.node.gate.slam();
    await failure(store.head(), StoreUnavailable);
    expect(store.state.kind).to.equal("reconnecting");
    appendElsewhere(double, newStream(), "no_stream", newEvents(1));
    await double.node.gate.open();
    await waiting;
    expect(await everything(store)).to.have.length(2);
  });
});
