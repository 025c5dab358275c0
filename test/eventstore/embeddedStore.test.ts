import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import Database from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import { START, StoreUnavailable, WrongExpectedRevision } from "../../src/eventstore/contract.js";
import { hearCommits } from "../../src/eventstore/embedded/commits.js";
import { EmbeddedReader } from "../../src/eventstore/embedded/embeddedReader.js";
import { describeFailure } from "../../src/eventstore/embedded/ledgerWriter.js";
import { openForReading } from "../../src/eventstore/embedded/schema.js";
import { failure, newEvent, newEvents, newStream } from "../support/conformance/helpers.js";
import { cleanUp, newFolder, openReader, openStore, openStoreWith, tracked } from "./support/stores.js";

describe("embedded store", () => {
  afterEach(cleanUp);

  describe("group commit", () => {
    it("answers 64 concurrent appends with far fewer commits", async () => {
      const store = await openStore();
      await Promise.all(Array.from({ length: 64 }, () => store.append(newStream(), "no_stream", newEvents(1))));
      expect(store.statistics).to.include({ answered: 64, waiting: 0 });
      expect(store.statistics.batches).to.be.at.most(8);
    });

    it("lets a conflict fail alone", async () => {
      const store = await openStore();
      const stream = newStream();
      const appends = [0, 1, 2].map(() => store.append(stream, "no_stream", newEvents(1)));
      const others = [0, 1, 2].map(() => store.append(newStream(), "no_stream", newEvents(1)));
      expect((await Promise.allSettled(appends)).map(({ status }) => status)).to.deep.equal([
        "fulfilled",
        "rejected",
        "rejected",
      ]);
      // Dense: what was refused used up no position.
      expect((await Promise.all(others)).map(({ position }) => position)).to.deep.equal([2, 3, 4]);
      expect(store.statistics.batches).to.equal(1);
    });

    it("refuses more than it can hold, and goes on afterwards", async () => {
      const store = await openStore();
      const large = () => [newEvent({ data: JSON.stringify("x".repeat(960_000)) })];
      const outcomes = await Promise.allSettled(
        Array.from({ length: 80 }, () => store.append(newStream(), "no_stream", large())),
      );
      const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
      expect(refused).to.have.length.within(1, 79);
      for (const error of refused) expect(error).to.include({ name: "StoreUnavailable", outcome: "nothing-written" });
      expect(await store.head()).to.equal(80 - refused.length);
      await store.append(newStream(), "no_stream", large());
    });
  });

  describe("recordedAt", () => {
    it("does not go back when the clock does, not even over a new start", async () => {
      const folder = newFolder();
      const readings = [5_000, 3_000, 6_000];
      let store = await openStore({ folder, clock: () => readings.shift()! });
      for (let n = 0; n < 3; n += 1) await store.append(`clock-${n}`, "no_stream", newEvents(1));
      await store.close();
      store = await openStore({ folder, clock: () => 1_000 });
      await store.append("clock-3", "no_stream", newEvents(1));
      const { events } = await store.readAll({ limit: 10 });
      expect(events.map((event) => Date.parse(event.recordedAt))).to.deep.equal([5_000, 5_000, 6_000, 6_000]);
    });

    it("wants a clock of whole milliseconds", async () => {
      const store = await openStore({ clock: () => 1.5 });
      await failure(store.append(newStream(), "no_stream", newEvents(1)), RangeError);
    });
  });

  describe("what no caller should hand over", () => {
    it("is refused before it reaches the log", async () => {
      const store = await openStore();
      const bad: [string, "no_stream" | number, Parameters<typeof newEvent>[0]][] = [
        ["", "no_stream", {}],
        ["a\u0000b", "no_stream", {}],
        [`a-${"x".repeat(500)}`, "no_stream", {}],
        ["a-1", -1, {}],
        ["a-1", 0.5, {}],
        ["a-1", "no_stream", { id: "1" }],
        ["a-1", "no_stream", { id: randomUUID().toUpperCase() }],
        ["a-1", "no_stream", { type: "" }],
        ["a-1", "no_stream", { data: '"\ud800"' }],
      ];
      for (const [stream, expected, fields] of bad) {
        await failure(store.append(stream, expected, [newEvent(fields)]), RangeError);
      }
      expect(await store.head()).to.equal(START);
    });
  });

  describe("a full disk", () => {
    it("fails the appends as surely not written; reading goes on, and writing once there is room", async () => {
      const store = await openStoreWith("fullDiskWriterThread.js");
      await store.append("control-full", "no_stream", newEvents(1));
      const large = newEvents(1).map((event) => ({ ...event, data: JSON.stringify("x".repeat(900_000)) }));
      const appends = ["a-1", "a-2"].map((stream) => store.append(stream, "no_stream", large));
      for (const append of appends) {
        const error = await failure(append, StoreUnavailable);
        expect(error.outcome).to.equal("nothing-written");
        expect(error.message).to.contain("SQLITE_FULL");
      }
      expect(await store.head()).to.equal(1);
      expect(await store.readStream("control-full")).to.have.length(1);
      expect(store.fault).to.equal(undefined);
      // A small event still fits into the page that stands.
      await store.append("control-room", "no_stream", newEvents(1));
      expect(await store.append("a-1", "no_stream", large)).to.deep.equal({ revision: 0, position: 3 });
    });

    it("is told apart from an error of the commit itself, after which nothing is sure", () => {
      const error = (code: string) => new Database.SqliteError("it failed", code);
      expect(describeFailure(error("SQLITE_IOERR_WRITE"), "before-commit").outcome).to.equal("nothing-written");
      expect(describeFailure(error("SQLITE_FULL"), "commit").outcome).to.equal("nothing-written");
      expect(describeFailure(error("SQLITE_IOERR_FSYNC"), "commit").outcome).to.equal("unknown");
    });
  });

  describe("the death of the writer's thread", () => {
    it("fails what waits as unknown, what comes later as not written, and reading goes on", async () => {
      const store = await openStoreWith("dyingWriterThread.js");
      const appends = [0, 1, 2].map(() => store.append(newStream(), "no_stream", newEvents(1)));
      for (const append of appends) expect((await failure(append, StoreUnavailable)).outcome).to.equal("unknown");
      const later = await failure(store.append(newStream(), "no_stream", newEvents(1)), StoreUnavailable);
      expect(later.outcome).to.equal("nothing-written");
      expect(store.fault).to.have.property("message", "the writer dies");
      expect(await store.head()).to.equal(START);
    });
  });

  describe("close", () => {
    it("writes and answers what was asked before it, and refuses what comes after", async () => {
      const folder = newFolder();
      const store = await openStore({ folder });
      const appends = Array.from({ length: 20 }, () => store.append(newStream(), "no_stream", newEvents(1)));
      await Promise.all([store.close(), store.close(), ...appends]);
      await failure(store.append(newStream(), "no_stream", newEvents(1)), StoreUnavailable);
      await failure(store.head(), StoreUnavailable);
      const reader = openReader(folder);
      expect(await reader.head()).to.equal(20);
    });

    it("wakes those who wait for changes", async () => {
      const store = await openStore();
      const wait = store.changed(store.checkpointAt(START), new AbortController().signal);
      await store.close();
      await wait;
    });
  });

  describe("changed", () => {
    it("needs no slow look: neither for what stands, nor for what this store appends", async () => {
      const store = await openStore();
      const { signal } = new AbortController();
      const wait = store.changed(store.checkpointAt(START), signal);
      await store.append(newStream(), "no_stream", newEvents(1));
      expect(await inThisTurn(wait)).to.equal(true);
      expect(await inThisTurn(store.changed(store.checkpointAt(START), signal))).to.equal(true);
      expect(await inThisTurn(store.changed(store.checkpointAt(1), signal))).to.equal(false);
    });
  });

  describe("a reader elsewhere", () => {
    it("is told of the commits of its folder, by the thread that writes them", async () => {
      const folder = newFolder();
      const store = await openStore({ folder });
      const other = await openStore();
      const heard = new Promise<number>((resolve) => {
        const stopListening = hearCommits(folder, (head) => {
          stopListening();
          resolve(head);
        });
      });
      await other.append(newStream(), "no_stream", newEvents(1));
      await store.append(newStream(), "no_stream", newEvents(2));
      expect(await heard).to.equal(2);
      const reader = openReader(folder);
      const wait = reader.changed(reader.checkpointAt(2), new AbortController().signal);
      await store.append(newStream(), "no_stream", newEvents(1));
      await wait;
      expect(await reader.head()).to.equal(3);
    });

    it("notices by itself, a little later, when nobody tells it", async () => {
      const folder = newFolder();
      const store = await openStore({ folder });
      const reader = tracked(new EmbeddedReader(openForReading(folder)));
      const wait = reader.changed(reader.checkpointAt(START), new AbortController().signal);
      await store.append(newStream(), "no_stream", newEvents(1));
      await wait;
      expect((await reader.readAll({ limit: 1 })).events).to.have.length(1);
    });

    it("ends a page early rather than gather more than it can hold", async () => {
      const store = await openStore();
      for (let n = 0; n < 20; n += 1) {
        await store.append(newStream(), "no_stream", [newEvent({ data: JSON.stringify("x".repeat(960_000)) })]);
      }
      const page = await store.readAll({ limit: 100 });
      expect(page).to.include({ position: 18, atEnd: false });
      expect(await store.readAll({ limit: 100, after: page.checkpoint })).to.include({ position: 20, atEnd: true });
    });
  });

  it("does not go back for a place beyond its end", async () => {
    const store = await openStore();
    await store.append(newStream(), "no_stream", newEvents(1));
    expect(await store.readAll({ after: "e9", limit: 5 })).to.deep.equal({
      events: [],
      checkpoint: "e9",
      position: 9,
      atEnd: true,
    });
    await failure(store.append("x-1", 0, newEvents(1)), WrongExpectedRevision);
  });
});

/** Whether the promise settles before the event loop goes round: then no timer can have been needed. */
const inThisTurn = (promise: Promise<void>): Promise<boolean> =>
  Promise.race([promise.then(() => true), nextTurn(false)]);
