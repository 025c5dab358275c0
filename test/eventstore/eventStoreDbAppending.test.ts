import { setTimeout as sleep } from "node:timers/promises";
import { EventStoreDBClient, jsonEvent } from "@eventstore/db-client";
import { expect } from "chai";
import { StoreUnavailable, WrongExpectedRevision } from "../../src/eventstore/contract.js";
import { openEventStoreDb } from "../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { StreamTombstoned } from "../../src/eventstore/eventstoredb/faults.js";
import { failure, newEvents, newStream } from "../support/conformance/helpers.js";
import type { EventStoreDbDouble } from "../support/eventstoredb/double.js";
import { QUICK, appendElsewhere, ids, newDouble, opened, storeOn } from "./support/eventStoreDb.js";
import { cleanUp } from "./support/stores.js";

/** For what is to fail in the end: nobody wants to wait for that. */
const IMPATIENT = { ...QUICK, totalMs: 800 };

describe("EventStoreDB store: an append whose answer goes astray", () => {
  afterEach(cleanUp);

  const faults: Readonly<Record<string, (double: EventStoreDbDouble) => void>> = {
    "the connection is cut after the write": ({ node }) => (node.faults.loseAcks = 1),
    "it is cut twice": ({ node }) => (node.faults.loseAcks = 2),
    "the write is never answered": ({ node }) => (node.faults.swallowAcks = 1),
    "the request is swallowed": ({ node }) => (node.faults.swallowAppends = 1),
    "the server says it had no time, and had written": ({ node }) => (node.faults.timeoutAfterCommit = 1),
    "the server says it had no time, and had not written": ({ node }) => (node.faults.timeoutWithoutCommit = 1),
    "the repetition is called a conflict": ({ node }) => {
      node.faults.loseAcks = 1;
      node.faults.calledConflicts = 1;
    },
    "the answer to the repetition has no position": ({ node }) => {
      node.faults.loseAcks = 1;
      node.faults.withoutPositions = true;
    },
    "answers are slow": ({ node }) => (node.faults.delayAcksMs = QUICK.answerMs / 2),
  };
  for (const batches of [true, false]) {
    for (const [what, turnOn] of Object.entries(faults)) {
      it(`stands once, and is answered with its place, when ${what}${batches ? "" : " (single calls)"}`, async () => {
        const { double, store } = await opened({ batches });
        const stream = newStream();
        await store.append(stream, "no_stream", newEvents(1));
        turnOn(double);
        const events = newEvents(2);
        const result = await store.append(stream, 0, events);
        const standing = await store.readStream(stream, 1);
        expect(ids(standing)).to.deep.equal(ids(events));
        expect(result).to.include({ revision: 2, position: standing[1]!.position });
        expect(store.state).to.deep.equal({ kind: "connected" });
      });
    }
  }

  it("is a conflict when another's event took the place meanwhile", async () => {
    const { double, store } = await opened();
    const stream = newStream();
    double.node.faults.swallowAppends = 1;
    const appending = failure(store.append(stream, "no_stream", newEvents(1)), WrongExpectedRevision);
    await sleep(QUICK.answerMs / 2);
    const others = newEvents(2);
    appendElsewhere(double, stream, "no_stream", others);
    expect((await appending).actual).to.equal(1);
    expect(ids(await store.readStream(stream))).to.deep.equal(ids(others));
  });

  it("leaves a late answer alone", async () => {
    const double = await newDouble();
    const store = await storeOn(double.url, { deadlines: IMPATIENT });
    double.node.faults.delayAcksMs = QUICK.answerMs * 1.5;
    const stream = newStream();
    const events = newEvents(1);
    const error = await failure(store.append(stream, "no_stream", events), StoreUnavailable);
    expect(error.outcome).to.equal("unknown");
    await sleep(QUICK.answerMs * 2);
    double.node.faults.delayAcksMs = 0;
    expect((await store.append(stream, "no_stream", events)).revision).to.equal(0);
    expect(await store.readStream(stream)).to.have.length(1);
  });
});

describe("EventStoreDB store: a server that cannot write", () => {
  afterEach(cleanUp);

  const refuses = async (double: EventStoreDbDouble, outcome: StoreUnavailable["outcome"], turnOn: () => unknown) => {
    const store = await storeOn(double.url, { deadlines: IMPATIENT });
    const stream = newStream();
    await store.append(stream, "no_stream", newEvents(1));
    await turnOn();
    const began = performance.now();
    const events = newEvents(1);
    const error = await failure(store.append(stream, 0, events), StoreUnavailable);
    expect(error.outcome).to.equal(outcome);
    expect(performance.now() - began).to.be.below(IMPATIENT.totalMs + 500);
    return { store, stream, events };
  };

  it("refuses in time while an election goes on, surely unwritten, and goes on after it", async () => {
    const double = await newDouble({ nodes: 3 });
    const { store, stream, events } = await refuses(double, "nothing-written", () => double.elect());
    expect(store.state.kind).to.equal("reconnecting");
    double.elect(double.nodes[1]);
    await store.append(stream, 0, events);
    expect(store.state.kind).to.equal("connected");
  });

  it("says that nothing was written when no server is there", async () => {
    const double = await newDouble();
    const { store, stream, events } = await refuses(double, "nothing-written", async () => {
      await double.node.gate.slam();
      // What is sent before the loss is noticed may have gone out.
      await sleep(50);
    });
    expect(store.fault).to.be.instanceOf(Error);
    await double.node.gate.open();
    await store.append(stream, 0, events);
    expect(store.fault).to.equal(undefined);
  });

  it("keeps to the worst of all tries: one that may have been written is not undone by one that was refused", async () => {
    const double = await newDouble();
    const { store, stream, events } = await refuses(double, "unknown", () => {
      double.node.faults.swallowAcks = 1;
      setTimeout(() => (double.node.faults.notReady = true), QUICK.answerMs / 2);
    });
    double.node.faults.notReady = false;
    expect((await store.append(stream, 0, events)).revision).to.equal(1);
    expect(await store.readStream(stream)).to.have.length(2);
  });

  it("refuses while the server's disk is full, and goes on when it runs again with room", async () => {
    const double = await newDouble();
    const { store, stream, events } = await refuses(double, "unknown", () => (double.node.faults.diskFull = true));
    double.node.faults.diskFull = false;
    await double.node.gate.open();
    await store.append(stream, 0, events);
    expect(await store.readStream(stream)).to.have.length(2);
  });

  it("writes by a server whose clock is ahead, where the bare client cannot", async () => {
    const double = await newDouble();
    double.node.faults.clockAheadMs = 60_000;
    const client = EventStoreDBClient.connectionString(double.url);
    const bare = await client.appendToStream(newStream(), jsonEvent({ type: "T", data: {} })).catch((e: unknown) => e);
    expect(bare).to.have.property("type", "deadline-exceeded");
    await client.dispose();
    const store = await storeOn(double.url);
    expect((await store.append(newStream(), "no_stream", newEvents(1))).revision).to.equal(0);
  });

  it("says that a stream was deleted for ever, and takes up one that was deleted softly", async () => {
    const { double, store } = await opened();
    const [gone, back] = [newStream(), newStream()];
    for (const stream of [gone, back]) await store.append(stream, "no_stream", newEvents(2));
    double.log.tombstone(gone);
    double.log.softDelete(back);
    await failure(store.readStream(gone), StreamTombstoned);
    await failure(store.append(gone, 1, newEvents(1)), StreamTombstoned);
    expect(await store.readStream(back)).to.deep.equal([]);
    expect((await store.append(back, "no_stream", newEvents(1))).revision).to.equal(2);
    expect(await store.readStream(back)).to.have.length(1);
  });

  it("does not take the system's names", async () => {
    const { store } = await opened();
    await failure(store.append("$settings", "no_stream", newEvents(1)), RangeError);
    await failure(store.append(newStream(), "no_stream", [{ ...newEvents(1)[0]!, type: "$metadata" }]), RangeError);
  });
});

describe("EventStoreDB store: several in one process", () => {
  afterEach(cleanUp);

  it("leaves the other's appends in flight when one is closed, or loses its server", async () => {
    const [a, b] = [await opened(), await opened()];
    const third = await storeOn(b.double.url);
    for (const { store } of [a, b]) await store.append(newStream(), "no_stream", newEvents(1));
    b.double.node.faults.delayAcksMs = QUICK.answerMs / 2;
    const inFlight = Promise.all(
      Array.from({ length: 8 }, () => b.store.append(newStream(), "no_stream", newEvents(1))),
    );
    await third.close();
    await a.double.node.gate.slam();
    await a.store.close();
    expect(await inFlight).to.have.length(8);
  });

  it("answers what was asked before it closes, and nothing after", async () => {
    const { double, store } = await opened();
    double.node.faults.delayAcksMs = 50;
    const asked = store.append(newStream(), "no_stream", newEvents(1));
    await store.close();
    expect((await asked).revision).to.equal(0);
    const error = await failure(store.append(newStream(), "no_stream", newEvents(1)), StoreUnavailable);
    expect(error.outcome).to.equal("nothing-written");
    await failure(store.head(), StoreUnavailable);
  });

  it("does not repeat a URL, which may hold a password", async () => {
    const error = await failure(openEventStoreDb({ url: "esdb://admin:secret@" }), RangeError);
    expect(error.message).not.to.include("secret");
  });
});
