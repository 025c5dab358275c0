import { expect } from "chai";
import type { EventStore, RecordedEvent } from "../../../src/eventstore/contract.js";
import { START } from "../../../src/eventstore/contract.js";
import type { Subject } from "../storeConformance.js";
import { asGiven, failure, here, newCategory, newEvent, newEvents, newStream, walk, walkEvents } from "./helpers.js";

export function describeReading(subject: () => Subject): void {
  describe("readStream", () => {
    it("gives nothing for a stream that does not exist", async () => {
      expect(await subject().store.readStream(newStream())).to.deep.equal([]);
    });

    it("gives the events from a revision on, in order", async () => {
      const { store } = subject();
      const stream = newStream();
      await store.append(stream, "no_stream", newEvents(5));
      const all = await store.readStream(stream);
      expect(all.map((event) => event.revision)).to.deep.equal([0, 1, 2, 3, 4]);
      for (const from of [0, 1, 4, 5, 9]) {
        expect(await store.readStream(stream, from)).to.deep.equal(all.slice(from));
      }
    });

    it("gives the texts back byte for byte", async () => {
      const { store } = subject();
      const stream = newStream();
      const events = oddTexts().map((text) => newEvent({ data: JSON.stringify({ text }), metadata: spacedJson(text) }));
      events.push(newEvent({ type: "HồSơĐãMở", data: JSON.stringify({ text: "Báo Tuổi Trẻ. ".repeat(25_000) }) }));
      await store.append(stream, "no_stream", events);
      expect((await store.readStream(stream)).map(asGiven)).to.deep.equal(events);
    });

    it("tells when each event was recorded, never going back", async () => {
      const { store } = subject();
      const category = newCategory();
      const after = await here(store);
      for (let n = 0; n < 5; n += 1) await store.append(newStream(category), "no_stream", newEvents(2));
      const times = (await walkEvents(store, { after, limit: 100, categories: [category] })).map((e) => e.recordedAt);
      for (const time of times) expect(time).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(times).to.have.length(10);
      expect(times).to.deep.equal(times.toSorted());
    });
  });

  describePaging(subject);
  describeCategories(subject);
  describeCheckpoints(subject);
}

/** Vietnamese both composed and decomposed, emoji, line separators, an escaped NUL, canonical-JSON oddities. */
function oddTexts(): readonly string[] {
  return [
    "Quyết định xử phạt vi phạm hành chính",
    "Đường Nguyễn Huệ".normalize("NFD"),
    "𝒳 👩🏽‍💻 ﷽ \u2028\u2029\ufeff",
    'quote " backslash \\ slash / \u0000 \u001f \u007f',
    " leading, trailing \r\n\t ",
    "",
  ];
}

/** Metadata need not be compact either: the store does not parse it. */
const spacedJson = (text: string): string => `{ "b" : ${JSON.stringify(text)},\n"a":1e2 }`;

/** Events of two categories by turns, and what was read of each afterwards. */
async function twoCategories(store: EventStore, appends: number) {
  const [a, b] = [newCategory(), newCategory()];
  const after = await here(store);
  for (let n = 0; n < appends; n += 1) {
    await store.append(newStream(n % 3 === 0 ? a : b), "no_stream", newEvents(1 + (n % 2)));
  }
  const both = await walkEvents(store, { after, limit: 1000, categories: [a, b] });
  const of = (category: string) => both.filter((event) => event.stream.startsWith(`${category}-`));
  return { a, b, after, both, ofA: of(a), ofB: of(b) };
}

function describePaging(subject: () => Subject): void {
  describe("readAll", () => {
    it("gives the same events for every page size, with and without a filter", async () => {
      const { store } = subject();
      const { a, b, after, both, ofA, ofB } = await twoCategories(store, 15);
      expect(both).to.have.length(22);
      const streams = new Set(both.map((event) => event.stream));
      const ours = (events: readonly RecordedEvent[]) => events.filter((event) => streams.has(event.stream));
      for (let limit = 1; limit <= both.length + 2; limit += 1) {
        expect(ours(await walkEvents(store, { after, limit }))).to.deep.equal(both);
        expect(await walkEvents(store, { after, limit, categories: [a] })).to.deep.equal(ofA);
        expect(await walkEvents(store, { after, limit, categories: [b] })).to.deep.equal(ofB);
        expect(await walkEvents(store, { after, limit, categories: [b, a, b] })).to.deep.equal(both);
      }
    });

    it("reads on from any event's own place", async () => {
      const { store } = subject();
      const { a, b, both } = await twoCategories(store, 6);
      for (const [index, { position }] of both.entries()) {
        const after = store.checkpointAt(position);
        const rest = await walkEvents(store, { after, limit: 3, categories: [a, b] });
        expect(rest).to.deep.equal(both.slice(index + 1));
      }
    });

    it("agrees with readStream about every event", async () => {
      const { store } = subject();
      const { both } = await twoCategories(store, 4);
      for (const event of both) expect((await store.readStream(event.stream))[event.revision]).to.deep.equal(event);
    });

    it("is at the end, with nothing, after the head", async () => {
      const { store } = subject();
      const category = newCategory();
      const { position } = await store.append(newStream(category), "no_stream", newEvents(1));
      const after = store.checkpointAt(position);
      const page = (await walk(store, { after, limit: 5, categories: [category] })).at(-1)!;
      expect(page).to.deep.include({ events: [], atEnd: true });
      expect(page.position).to.be.at.least(position);
    });

    it("wants a limit of at least one", async () => {
      for (const limit of [0, -1, 1.5, Number.NaN]) await failure(subject().store.readAll({ limit }), RangeError);
    });

    it("rejects when it is aborted", async () => {
      const signal = AbortSignal.abort(new Error("enough"));
      expect(await failure(subject().store.readAll({ limit: 1, signal }), Error)).to.have.property("message", "enough");
    });
  });
}

function describeCategories(subject: () => Subject): void {
  describe("readAll of categories", () => {
    it("takes the name before the first dash, whole", async () => {
      const { store } = subject();
      const category = newCategory();
      const after = await here(store);
      const others = [`${category}s-1`, `${category.slice(0, -1)}-1`, `x${category}-1`, `other-${category}-1`];
      for (const stream of others) await store.append(stream, "no_stream", newEvents(1));
      await store.append(`${category}-a-b`, "no_stream", newEvents(1));
      await store.append(category, "no_stream", newEvents(1));
      const found = await walkEvents(store, { after, limit: 100, categories: [category] });
      expect(found.map((event) => event.stream)).to.deep.equal([`${category}-a-b`, category]);
    });

    it("goes forward over long stretches that it leaves out", async () => {
      const { store } = subject();
      const category = newCategory();
      const after = await here(store);
      const noise = newStream();
      await store.append(noise, "no_stream", newEvents(150));
      await store.append(newStream(category), "no_stream", newEvents(1));
      const { position } = await store.append(noise, 149, newEvents(150));
      const pages = await walk(store, { after, limit: 20, categories: [category] });
      expect(pages.flatMap((page) => page.events)).to.have.length(1);
      expect(pages.at(-1)!.position).to.be.at.least(position);
    });

    it("goes forward to the end where nothing matches, or nothing is asked for", async () => {
      const { store } = subject();
      const after = await here(store);
      const { position } = await store.append(newStream(), "no_stream", newEvents(30));
      for (const categories of [[newCategory()], [newCategory(), newCategory()], []]) {
        const pages = await walk(store, { after, limit: 7, categories });
        expect(pages.flatMap((page) => page.events)).to.deep.equal([]);
        expect(pages.at(-1)!.position).to.be.at.least(position);
      }
    });
  });
}

function describeCheckpoints(subject: () => Subject): void {
  describe("checkpoints", () => {
    it("stand for a position and back", async () => {
      const { store } = subject();
      const { position } = await store.append(newStream(), "no_stream", newEvents(1));
      for (const place of [START, position]) expect(store.positionOf(store.checkpointAt(place))).to.equal(place);
    });

    it("are nothing else than what the store wrote", async () => {
      const { store } = subject();
      for (const text of ["", "-1", "nonsense", "1.5", " ", "null", "99999999999999999999999", "e01", "e 1", "Z9"]) {
        expect(store.positionOf(text), text).to.equal(undefined);
        await failure(store.readAll({ after: text, limit: 1 }), RangeError);
      }
    });
  });
}
