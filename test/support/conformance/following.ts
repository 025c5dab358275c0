import { getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { EventStore, RecordedEvent } from "../../../src/eventstore/contract.js";
import { follow } from "../follow.js";
import type { Subject } from "../storeConformance.js";
import { here, newCategory, newEvents, newStream, walkEvents } from "./helpers.js";

export function describeFollowing(subject: () => Subject): void {
  describe("changed", () => {
    it("resolves at once when there is more already", async () => {
      const { store } = subject();
      const after = await here(store);
      await store.append(newStream(), "no_stream", newEvents(1));
      await store.changed(after, new AbortController().signal);
    });

    it("wakes everybody who waits when something is appended", async () => {
      const { store } = subject();
      const { signal } = new AbortController();
      const after = await here(store);
      const waits = Promise.all(Array.from({ length: 5 }, () => store.changed(after, signal)));
      await store.append(newStream(), "no_stream", newEvents(1));
      await waits;
    });

    it("wakes on abort, and at once when it was aborted before", async () => {
      const { store } = subject();
      const stop = new AbortController();
      const wait = store.changed(await here(store), stop.signal);
      stop.abort();
      await wait;
      await store.changed(await here(store), stop.signal);
    });

    it("leaves no listener behind, however often it is asked", async () => {
      const { store } = subject();
      const { signal } = new AbortController();
      for (let round = 0; round < 5; round += 1) {
        const after = await here(store);
        const waits = Array.from({ length: 10 }, () => store.changed(after, signal));
        await store.append(newStream(), "no_stream", newEvents(1));
        await Promise.all(waits);
      }
      expect(getEventListeners(signal, "abort")).to.have.length(0);
    });
  });

  describe("follow", () => {
    it("gives what stands, then what comes, and ends on abort", async () => {
      const { store } = subject();
      const category = newCategory();
      const stream = newStream(category);
      const after = await here(store);
      await store.append(stream, "no_stream", newEvents(3));
      const stop = new AbortController();
      const seen: RecordedEvent[] = [];
      for await (const page of follow(store, { after, limit: 2, categories: [category] }, stop.signal)) {
        seen.push(...page.events);
        if (page.atEnd && seen.length === 3) await store.append(stream, 2, newEvents(3));
        if (seen.length === 6) stop.abort();
      }
      expect(seen).to.deep.equal(await store.readStream(stream));
    });

    it("ends on abort while it waits at the end", async () => {
      const { store } = subject();
      const stop = new AbortController();
      const options = { after: await here(store), limit: 10, categories: [newCategory()] };
      setTimeout(() => stop.abort(), 20);
      for await (const page of follow(store, options, stop.signal)) expect(page.events).to.deep.equal([]);
    });
  });

  describeOrderUnderLoad(subject);
}

const WRITERS = 8;
const APPENDS_EACH = 15;

function describeOrderUnderLoad(subject: () => Subject): void {
  it("shows all readers one order while many write: no gap, no repeat, nothing put in later", async () => {
    const { store } = subject();
    const [a, b] = [newCategory(), newCategory()];
    const after = await here(store);
    const stop = AbortSignal.timeout(15_000);
    const total = WRITERS * eventsOfOneWriter();

    const readers = [
      collect(store, { after, limit: 100, categories: [a, b] }, total, stop),
      collect(store, { after, limit: 3, categories: [a, b] }, total, stop),
      collect(store, { after, limit: 7 }, total, stop, (event) => isOf(event, a, b)),
      collect(store, { after, limit: 5, categories: [b] }, total / 2, stop),
    ];
    const writers = Array.from({ length: WRITERS }, (_, n) => write(store, newStream(n % 2 === 0 ? a : b)));
    await Promise.all(writers);
    const seen = await Promise.all(readers);

    const standing = await walkEvents(store, { after, limit: 1000, categories: [a, b] });
    expect(standing).to.have.length(total);
    for (const events of seen.slice(0, 3)) expect(events).to.deep.equal(standing);
    expect(seen[3]).to.deep.equal(standing.filter((event) => isOf(event, b)));
    for (const stream of new Set(standing.map((event) => event.stream))) {
      const revisions = standing.filter((event) => event.stream === stream).map((event) => event.revision);
      expect(revisions).to.deep.equal(revisions.map((_, index) => index));
    }
  });
}

const isOf = (event: RecordedEvent, ...categories: readonly string[]): boolean =>
  categories.some((category) => event.stream.startsWith(`${category}-`));

const sizeOfAppend = (n: number): number => 1 + (n % 3);
const eventsOfOneWriter = (): number =>
  Array.from({ length: APPENDS_EACH }, (_, n) => sizeOfAppend(n)).reduce((sum, size) => sum + size, 0);

async function write(store: EventStore, stream: string): Promise<void> {
  let revision = -1;
  for (let n = 0; n < APPENDS_EACH; n += 1) {
    const expected = revision < 0 ? "no_stream" : revision;
    ({ revision } = await store.append(stream, expected, newEvents(sizeOfAppend(n))));
    // Now and then the readers get to the end and have to wait.
    if (n % 5 === 0) await sleep(2);
  }
}

/** Follows until so many events were seen; what came in the wrong order shows in the comparison afterwards. */
async function collect(
  store: EventStore,
  options: Parameters<typeof follow>[1],
  count: number,
  stop: AbortSignal,
  keep: (event: RecordedEvent) => boolean = () => true,
): Promise<readonly RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  for await (const page of follow(store, options, stop)) {
    seen.push(...page.events.filter(keep));
    if (seen.length >= count) break;
  }
  return seen;
}
