import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../lib/child.mjs";
import { productOf } from "../lib/product.mjs";
import { Random } from "../lib/random.mjs";
import { subjectOf } from "../lib/words.mjs";

/** Both sides of the append term: the store with 64 appends in flight, and a raw loop with transactions of 64. */

const IN_FLIGHT = 64;

await serve(async ({ dist, seed, folder }) => {
  const product = productOf(dist);
  const { encode } = await product.load("eventstore/codec.js");
  const { openEmbeddedStore } = await product.load("eventstore/embedded/embeddedStore.js");
  const { openForWriting } = await product.load("eventstore/embedded/schema.js");
  const store = await openEmbeddedStore({ folder: join(folder, "ours") });
  mkdirSync(join(folder, "floor"), { recursive: true });
  // The product makes the floor's file, so that its tables and settings are the same.
  const raw = openForWriting(join(folder, "floor"));
  const random = new Random(seed);
  const sides = {
    ours: (events) => throughStore(store, events),
    floor: (events) => throughLoop(raw, events),
  };
  return {
    ready: {},
    answer: async ({ side, count }) => {
      const events = Array.from({ length: count }, () => eventOf(random, encode));
      const started = process.hrtime.bigint();
      await sides[side](events);
      return { perSecond: (count * 1e9) / Number(process.hrtime.bigint() - started) };
    },
    stop: async () => {
      raw.close();
      await store.close();
    },
  };
});

function eventOf(random, encode) {
  const commandId = random.uuid();
  const visitId = random.uuid();
  const host = { unitId: random.uuid(), name: "Sở Tài nguyên và Môi trường" };
  const reporter = {
    reporterId: random.uuid(),
    name: "Nguyễn Văn An",
    agencyId: random.uuid(),
    agencyName: "Báo Thanh Hóa",
  };
  const data = {
    visitId,
    hosts: [host],
    reporters: [reporter],
    topic: "LAND",
    subject: subjectOf(random),
    appointmentAt: null,
  };
  const actor = { subject: "clerk-1", role: "CLERK", unitId: host.unitId, unitName: host.name };
  const event = { type: "VisitRegistered", data, occurredAt: "2019-09-10T03:00:00.000Z" };
  const [encoded] = encode([event], { actor, commandId, commandHash: "0".repeat(43), correlationId: commandId });
  return { stream: `visit-${visitId}`, idBytes: Buffer.from(encoded.id.replaceAll("-", ""), "hex"), ...encoded };
}

async function throughStore(store, events) {
  let next = 0;
  const worker = async () => {
    while (next < events.length) {
      const { stream, id, type, data, metadata } = events[next++];
      await store.append(stream, "no_stream", [{ id, type, data, metadata }]);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

function throughLoop(db, events) {
  const insert = db.prepare(
    `INSERT INTO events (stream, revision, event_id, type, data, metadata, recorded_at) VALUES (?, 0, ?, ?, ?, ?, ?)`,
  );
  const commit = db.transaction((some) => {
    for (const { stream, idBytes, type, data, metadata } of some)
      insert.run(stream, idBytes, type, data, metadata, Date.now());
  });
  for (let start = 0; start < events.length; start += IN_FLIGHT)
    commit.immediate(events.slice(start, start + IN_FLIGHT));
}
