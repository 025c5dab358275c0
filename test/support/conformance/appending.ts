import { expect } from "chai";
import type { AppendResult, EventStore, ExpectedRevision } from "../../../src/eventstore/contract.js";
import { AppendTooLarge, WrongExpectedRevision } from "../../../src/eventstore/contract.js";
import type { Subject } from "../storeConformance.js";
import { asGiven, failure, here, newCategory, newEvent, newEvents, newStream, walkEvents } from "./helpers.js";

export function describeAppending(subject: () => Subject): void {
  describe("append", () => {
    it("gives the revision and the position of the last event", async () => {
      const { store } = subject();
      const stream = newStream();
      const first = await store.append(stream, "no_stream", newEvents(3));
      const second = await store.append(stream, 2, newEvents(1));
      const events = await store.readStream(stream);
      expect(events.map((event) => event.revision)).to.deep.equal([0, 1, 2, 3]);
      expect(first).to.deep.equal({ revision: 2, position: events[2]!.position });
      expect(second).to.deep.equal({ revision: 3, position: events[3]!.position });
      expect(await store.head()).to.be.at.least(second.position);
    });

    describeExpectedRevisions(subject);

    it("lets one of many writers at the same revision win", async () => {
      const { store } = subject();
      const stream = newStream();
      await store.append(stream, "no_stream", newEvents(1));
      const tries = Array.from({ length: 8 }, () => newEvents(2));
      const outcomes = await Promise.allSettled(tries.map((events) => store.append(stream, 0, events)));
      const won = outcomes.flatMap(({ status }, index) => (status === "fulfilled" ? [index] : []));
      expect(won).to.have.length(1);
      for (const outcome of outcomes) {
        if (outcome.status === "fulfilled") continue;
        expect(outcome.reason).to.be.instanceOf(WrongExpectedRevision);
        expect((outcome.reason as WrongExpectedRevision).actual).to.equal(2);
      }
      expect((await store.readStream(stream, 1)).map(asGiven)).to.deep.equal(tries[won[0]!]);
    });

    it("gives concurrent appends to different streams positions in one order, none twice", async () => {
      const { store } = subject();
      const category = newCategory();
      const after = await here(store);
      const results = await Promise.all(
        Array.from({ length: 40 }, () => store.append(newStream(category), "no_stream", newEvents(2))),
      );
      const positions = results.map((result: AppendResult) => result.position);
      expect(new Set(positions).size).to.equal(40);
      const events = await walkEvents(store, { after, limit: 1000, categories: [category] });
      expect(events).to.have.length(80);
      expect(events.filter((event) => event.revision === 1).map((event) => event.position)).to.deep.equal(
        positions.toSorted((a, b) => a - b),
      );
    });

    describeSizes(subject);

    it("refuses an append without events as a fault of the program", async () => {
      const { store } = subject();
      await failure(store.append(newStream(), "no_stream", []), RangeError);
    });
  });
}

function describeExpectedRevisions(subject: () => Subject): void {
  const stands: readonly ExpectedRevision[] = ["no_stream", 0, 1, 2];
  const streamAt = async (store: EventStore, actual: ExpectedRevision): Promise<string> => {
    const stream = newStream();
    if (actual !== "no_stream") await store.append(stream, "no_stream", newEvents(actual + 1));
    return stream;
  };

  for (const actual of stands) {
    it(`takes events expected at ${actual} when the stream stands there`, async () => {
      const { store } = subject();
      const { revision } = await store.append(await streamAt(store, actual), actual, newEvents(1));
      expect(revision).to.equal(actual === "no_stream" ? 0 : actual + 1);
    });

    for (const expected of [...stands, 3, 1000].filter((other) => other !== actual)) {
      it(`refuses other events expected at ${expected} when the stream stands at ${actual}`, async () => {
        const { store } = subject();
        const stream = await streamAt(store, actual);
        const standing = await store.readStream(stream);
        const error = await failure(store.append(stream, expected, newEvents(1)), WrongExpectedRevision);
        expect(error).to.include({ stream, expected, actual });
        expect(await store.readStream(stream)).to.deep.equal(standing);
      });
    }
  }
}

function describeSizes(subject: () => Subject): void {
  it("takes an append of exactly the largest size, and refuses one byte more", async () => {
    const { store } = subject();
    // Two events, so that the sum is what is measured; a letter of three bytes, so that bytes are.
    const frame = `{"t":"ờ"}`;
    const one = newEvent({ type: "T", data: frame, metadata: "{}" });
    const room = store.maxAppendBytes - 2 - 2 * Buffer.byteLength(frame) - 4;
    const ofSize = (fill: number) => [one, newEvent({ type: "T", data: `{"t":"ờ${"x".repeat(fill)}"}` })];
    const stream = newStream();
    const error = await failure(store.append(stream, "no_stream", ofSize(room + 1)), AppendTooLarge);
    expect(error).to.include({ bytes: store.maxAppendBytes + 1, maxBytes: store.maxAppendBytes });
    expect(await store.readStream(stream)).to.deep.equal([]);
    const fits = ofSize(room);
    await store.append(stream, "no_stream", fits);
    expect((await store.readStream(stream)).map(asGiven)).to.deep.equal(fits);
  });
}
