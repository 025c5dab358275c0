import "reflect-metadata";
import { expect } from "chai";
import { nameBasedUuid } from "../../src/eventstore/nameBasedUuid.js";
import { openEmbeddedStore, type EmbeddedStore } from "../../src/eventstore/embedded/embeddedStore.js";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import type { LedgerContext } from "../../src/graphql/shared/context.js";
import { type FeedArgs, type FeedItem, openFeed } from "../../src/graphql/shared/feed.js";
import { CaughtUp, Heartbeat } from "../../src/graphql/shared/feedItems.js";
import { type FeedPage, FeedPages } from "../../src/projections/readModel/feedPages.js";
import { cleanUp, newFolder, tracked } from "../eventstore/support/stores.js";

const NAMESPACE = "0d6c5b1f-7a01-4c8b-9a51-3f534c8b9a51";
const metadata = JSON.stringify({
  schemaVersion: 1,
  occurredAt: "2019-09-10T03:00:00.000Z",
  actor: {},
  commandId: "c",
});

/** A log of a great many events that mean nothing, and a read model that is always there. */
describe("a feed over a long log", function () {
  this.timeout(60_000);
  let log: EmbeddedStore;
  let reads = 0;
  let context: LedgerContext;
  let appended = 0;
  /** What a read comes to, where it is not the log's own answer. */
  let disturbed: (() => ReturnType<EmbeddedStore["readAll"]> | undefined) | undefined;

  beforeEach(async () => {
    log = tracked(await openEmbeddedStore({ folder: newFolder() }));
    appended = 0;
    reads = 0;
    disturbed = undefined;
    const reader = Object.assign(Object.create(log) as EmbeddedStore, {
      readAll: (options: Parameters<EmbeddedStore["readAll"]>[0]) => {
        reads += 1;
        return disturbed?.() ?? log.readAll(options);
      },
    });
    const feedPages = new FeedPages(reader, { position: 0, reached: () => Promise.resolve(true) });
    context = { log, reads: { feedPages } } as unknown as LedgerContext;
  });
  afterEach(cleanUp);

  async function append(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1_000) {
      const events = Array.from({ length: Math.min(left, 1_000) }, () => ({
        id: nameBasedUuid(String(appended++), NAMESPACE),
        type: "Something",
        data: "{}",
        metadata,
      }));
      await log.append(`visit-${appended}`, "no_stream", events);
    }
  }

  const open = (args: FeedArgs, keep: (page: FeedPage) => FeedPage["events"]): ReturnType<typeof openFeed> =>
    openFeed(context, args, {
      binding: "feed",
      categories: ["visit"],
      admit: () => undefined,
      items: (page): FeedItem[] => keep(page).map(({ position }) => ({ position, item: { position } })),
    });
  const everything = ({ events }: FeedPage): FeedPage["events"] => events;
  const nothing = (): FeedPage["events"] => [];
  type Word = { readonly cursor: string; readonly position: number };

  it("whose filter matches nothing in 100,000 events still advances, and does not look at them again", async () => {
    await append(100_000);
    const feed = await open({ from: "BEGINNING" }, nothing);
    const words: object[] = [];
    while (!(words.at(-1) instanceof CaughtUp)) words.push((await feed.next()).value as object);
    await feed.return?.();
    const beats = words.filter((word) => word instanceof Heartbeat);
    expect(beats.length).to.be.greaterThanOrEqual(9);
    const positions = beats.map(({ position }) => position);
    expect(positions).to.deep.equal([...new Set(positions)].sort((a, b) => a - b));
    // Each word can be resumed after: what was looked at is not read again.
    for (const { cursor, position } of beats.slice(-1)) {
      const before = reads;
      const resumed = await open({ after: cursor }, nothing);
      let word = (await resumed.next()).value as object;
      while (!(word instanceof CaughtUp)) word = (await resumed.next()).value as object;
      await resumed.return?.();
      expect(reads - before).to.be.lessThan((100_000 - position) / 256 + 3);
    }
    const before = reads;
    const last = await open({ after: (words.at(-1) as Word).cursor }, nothing);
    expect((await last.next()).value).to.be.instanceOf(CaughtUp);
    await last.return?.();
    expect(reads - before).to.equal(1);
  });

  it("gives a burst of 10,000 events to each of many in order, for about the price of one, while some do not read", async () => {
    const stuck = await Promise.all(Array.from({ length: 20 }, () => open({ from: "NOW" }, everything)));
    await Promise.all(stuck.map((feed) => feed.next()));
    const reading = await Promise.all(Array.from({ length: 20 }, () => open({ from: "NOW" }, everything)));
    const taken = reading.map(async (feed) => {
      const positions: number[] = [];
      expect((await feed.next()).value).to.be.instanceOf(CaughtUp);
      while (positions.length < 10_000) positions.push(((await feed.next()).value as Word).position);
      return positions;
    });
    const before = reads;
    await append(10_000);
    for (const positions of await Promise.all(taken)) {
      expect(positions).to.deep.equal(Array.from({ length: 10_000 }, (_, index) => index + 1));
    }
    // 40 pages at the least; twenty readers each on their own would need 800.
    expect(reads - before).to.be.lessThan(200);
    for (const feed of [...stuck, ...reading]) await feed.return?.();
  });

  it("wakes a thousand who wait, and those who leave meanwhile are not held", async () => {
    const feeds = await Promise.all(Array.from({ length: 1_000 }, () => open({ from: "NOW" }, everything)));
    await Promise.all(feeds.map((feed) => feed.next()));
    const waiting = feeds.map((feed) => feed.next());
    for (const feed of feeds.slice(0, 500)) await feed.return?.();
    for (const one of waiting.slice(0, 500)) expect((await one).done).to.equal(true);
    const before = reads;
    await append(1);
    for (const one of waiting.slice(500)) expect(((await one).value as Word).position).to.equal(1);
    expect(reads - before).to.be.lessThan(10);
    for (const feed of feeds.slice(500)) await feed.return?.();
  });

  it("stays open while the log does not answer, says so once, and goes on without a gap or a double", async () => {
    await append(300);
    const feed = await open({ from: "BEGINNING" }, everything);
    const told: (number | string | null)[] = [];
    const take = async (): Promise<void> => {
      const word = (await feed.next()).value as object;
      if (word instanceof Heartbeat) told.push(word.delayedBy);
      else told.push(word instanceof CaughtUp ? "caught up" : (word as Word).position);
    };
    for (let nth = 0; nth < 100; nth++) await take();
    // The first page is there already; the second one is not to be had for two tries.
    let failures = 0;
    disturbed = () =>
      failures++ < 2 ? Promise.reject(new StoreUnavailable("It is gone.", "nothing-written")) : undefined;
    while (told.at(-1) !== "caught up") await take();
    await feed.return?.();
    const positions = told.filter((one) => typeof one === "number");
    expect(positions).to.deep.equal(Array.from({ length: 300 }, (_, index) => index + 1));
    expect(told.filter((one) => one === "LOG_UNREACHABLE")).to.have.length(1);
    expect(failures).to.be.greaterThan(2);
  });

  it("beats on while a read of the log hangs, also one that was begun when the beat was due, and says why", async () => {
    await append(1);
    context = {
      ...context,
      subscriber: { now: () => "2019-09-10T03:00:00.000Z", expired: () => false, heartbeatMs: 20 },
    };
    const feed = await open({ from: "BEGINNING" }, everything);
    let answer: (() => void) | undefined;
    disturbed = () =>
      new Promise((resolve) => {
        answer = () => {
          disturbed = undefined;
          resolve(log.readAll({ limit: 10, categories: ["visit"] }));
        };
      });
    for (let nth = 0; nth < 3; nth++) {
      const word = (await feed.next()).value as Heartbeat;
      expect(word).to.be.instanceOf(Heartbeat);
      expect(word.delayedBy).to.equal("LOG_UNREACHABLE");
    }
    answer?.();
    let word = (await feed.next()).value as object;
    while (word instanceof Heartbeat) word = (await feed.next()).value as object;
    expect((word as Word).position).to.equal(1);
    await feed.return?.();
  });

  it("beats in time when it waits for news and the log stops answering", async () => {
    context = {
      ...context,
      subscriber: { now: () => "2019-09-10T03:00:00.000Z", expired: () => false, heartbeatMs: 200 },
    };
    const feed = await open({ from: "NOW" }, everything);
    expect((await feed.next()).value).to.be.instanceOf(CaughtUp);
    const next = feed.next();
    // From here on the feed waits for news: its next read is the one that the heartbeat asks for.
    disturbed = () => new Promise(() => undefined);
    for (const word of [await next, await feed.next(), await feed.next()]) {
      expect((word.value as Heartbeat).delayedBy).to.equal("LOG_UNREACHABLE");
    }
    await feed.return?.();
  });

  it("beats on while an item is made, and can be left then", async () => {
    await append(2);
    context = {
      ...context,
      subscriber: { now: () => "2019-09-10T03:00:00.000Z", expired: () => false, heartbeatMs: 200 },
    };
    let make: (() => void) | undefined;
    const items = async function* ({ events }: FeedPage): AsyncGenerator<FeedItem, void, undefined> {
      for (const { position } of events) {
        await new Promise<void>((resolve) => (make = resolve));
        yield { position, item: { position } };
      }
    };
    const admit = (): void => undefined;
    const feed = await openFeed(
      context,
      { from: "BEGINNING" },
      { binding: "feed", categories: ["visit"], admit, items },
    );
    for (let nth = 0; nth < 2; nth++) expect((await feed.next()).value).to.have.property("delayedBy", "NODE_BEHIND");
    make?.();
    let word = (await feed.next()).value as object;
    while (word instanceof Heartbeat) word = (await feed.next()).value as object;
    expect((word as Word).position).to.equal(1);
    const waiting = feed.next();
    const left = feed.return?.();
    expect((await waiting).done).to.equal(true);
    await left;
  });

  it("can be left while a read of the log hangs", async () => {
    const feed = await open({ from: "BEGINNING" }, everything);
    disturbed = () => new Promise(() => undefined);
    const waiting = feed.next();
    await feed.return?.();
    expect((await waiting).done).to.equal(true);
  });
});
