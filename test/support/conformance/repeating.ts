import { expect } from "chai";
import { EventIdTaken, WrongExpectedRevision } from "../../../src/eventstore/contract.js";
import type { Subject } from "../storeConformance.js";
import { failure, newEvent, newEvents, newStream } from "./helpers.js";

export function describeRepeating(subject: () => Subject): void {
  describe("the same append again", () => {
    it("gives the original result and writes nothing", async () => {
      const { store } = subject();
      const stream = newStream();
      const events = newEvents(3);
      const original = await store.append(stream, "no_stream", events);
      expect(await store.append(stream, "no_stream", events)).to.include(original);
      expect(await store.readStream(stream)).to.have.length(3);
    });

    it("gives the original result when the stream has gone on since", async () => {
      const { store } = subject();
      const stream = newStream();
      await store.append(stream, "no_stream", newEvents(2));
      const events = newEvents(2);
      const original = await store.append(stream, 1, events);
      await store.append(stream, 3, newEvents(4));
      expect(await store.append(stream, 1, events)).to.include(original);
      expect(await store.readStream(stream)).to.have.length(8);
    });

    it("is told from a first one by a store that nobody else writes", async function () {
      const { store } = subject();
      if (store.isShared) return this.skip();
      const stream = newStream();
      const events = newEvents(2);
      expect(await store.append(stream, "no_stream", events)).to.not.have.property("repeated");
      expect(await store.append(stream, "no_stream", events)).to.include({ repeated: true });
      expect(await store.append(stream, 1, newEvents(1))).to.not.have.property("repeated");
    });

    it("gives the same result to all when it is asked many times at once", async () => {
      const { store } = subject();
      const stream = newStream();
      const events = newEvents(2);
      const results = await Promise.all(Array.from({ length: 6 }, () => store.append(stream, "no_stream", events)));
      const [last] = await store.readStream(stream, 1);
      const place = { revision: 1, position: last!.position };
      for (const { revision, position } of results) expect({ revision, position }).to.deep.equal(place);
      expect(await store.readStream(stream)).to.have.length(2);
    });

    it("is known again after the log was opened anew", async function () {
      const { store, reopen } = subject();
      if (reopen === undefined) return this.skip();
      const stream = newStream();
      const events = newEvents(2);
      const original = await store.append(stream, "no_stream", events);
      const standing = await store.readStream(stream);
      await reopen();
      const again = subject().store;
      expect(await again.readStream(stream)).to.deep.equal(standing);
      expect(await again.append(stream, "no_stream", events)).to.include(original);
      await again.append(stream, 1, newEvents(1));
    });

    it("is known by its beginning: fewer of the same events give where they ended", async () => {
      const { store } = subject();
      const stream = newStream();
      const events = newEvents(3);
      await store.append(stream, "no_stream", events);
      const [first, second] = await store.readStream(stream);
      const result = await store.append(stream, "no_stream", events.slice(0, 2));
      expect(result).to.include({ revision: 1, position: second!.position });
      expect(await store.append(stream, "no_stream", events.slice(0, 1))).to.include({
        revision: 0,
        position: first!.position,
      });
    });

    describeNotTheSame(subject);
    describeIdsTaken(subject);
  });
}

function describeNotTheSame(subject: () => Subject): void {
  it("is refused when it is longer than what stands", async () => {
    const { store } = subject();
    const stream = newStream();
    const events = newEvents(2);
    await store.append(stream, "no_stream", events);
    const longer = [...events, newEvent()];
    const error = await failure(store.append(stream, "no_stream", longer), WrongExpectedRevision);
    expect(error.actual).to.equal(1);
    expect(await store.readStream(stream)).to.have.length(2);
  });

  it("is refused when only its first events are the same", async () => {
    const { store } = subject();
    const stream = newStream();
    const [same, other] = newEvents(2) as [ReturnType<typeof newEvent>, ReturnType<typeof newEvent>];
    await store.append(stream, "no_stream", [same, other]);
    const error = await failure(store.append(stream, "no_stream", [same, newEvent()]), WrongExpectedRevision);
    expect(error.actual).to.equal(1);
  });

  it("is refused when the events stand at another place of the stream", async () => {
    const { store } = subject();
    const stream = newStream();
    const events = newEvents(3);
    await store.append(stream, "no_stream", events);
    await failure(store.append(stream, "no_stream", events.slice(1)), WrongExpectedRevision);
    await failure(store.append(stream, 0, [events[2]!, events[1]!]), WrongExpectedRevision);
    expect(await store.readStream(stream)).to.have.length(3);
  });
}

function describeIdsTaken(subject: () => Subject): void {
  it("refuses one id twice in one append", async () => {
    const { store } = subject();
    const stream = newStream();
    const event = newEvent();
    const twice = [event, newEvent(), { ...event, type: "Other" }];
    const error = await failure(store.append(stream, "no_stream", twice), EventIdTaken);
    expect(error.eventId).to.equal(event.id);
    expect(await store.readStream(stream)).to.deep.equal([]);
  });

  it("refuses an id that stands elsewhere in the log, and writes none of the append", async function () {
    const { store, traits } = subject();
    if (!traits.idsUniqueInLog) return this.skip();
    const taken = newEvent();
    const stream = newStream();
    await store.append(stream, "no_stream", [taken]);
    for (const [place, expected] of [
      [stream, 0],
      [newStream(), "no_stream"],
    ] as const) {
      const error = await failure(store.append(place, expected, [newEvent(), taken]), EventIdTaken);
      expect(error.eventId).to.equal(taken.id);
    }
    expect(await store.readStream(stream)).to.have.length(1);
  });
}
