/**
 * Append and catch-up through our store against the bare client, on the same server, in one run; beside them the
 * embedded store with 64 appends in flight.
 *
 *   EVENTSTORE_URL=esdb://127.0.0.1:2113?tls=false node bench/eventstoredb.mjs [rounds]
 *
 * Needs the built product (DIST, by default dist). Each figure is the median of the rounds; the order within a round
 * turns from round to round, so that neither side always comes first. The server should be a fresh one: catch-up reads
 * the whole log.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("../package.json", import.meta.url));
const { EventStoreDBClient, NO_STREAM, jsonEvent, streamNameFilter } = require("@eventstore/db-client");
const product = new URL(`../${process.env.DIST ?? "dist"}/src/eventstore/`, import.meta.url);
const { openEventStoreDb } = await import(new URL("eventstoredb/eventStoreDbStore.js", product).href);
const { openEmbeddedStore } = await import(new URL("embedded/embeddedStore.js", product).href);

const url = process.env.EVENTSTORE_URL;
if (url === undefined) throw new Error("EVENTSTORE_URL names the server to measure on.");
const ROUNDS = Number(process.argv[2] ?? 5);
const SEQUENTIAL = 300;
const CONCURRENT = 4_000;
const IN_FLIGHT = 64;
const CATCH_UP = 30_000;
const PAGE = 512;

const client = EventStoreDBClient.connectionString(url);
const store = await openEventStoreDb({ url });
const folder = mkdtempSync(join(tmpdir(), "press-ledger-bench-"));
const embedded = await openEmbeddedStore({ folder });

/** About 600 bytes, as the ledger's events are. */
const data = { title: "Quyết định xử phạt vi phạm hành chính", text: "x".repeat(260) };
const metadata = {
  actor: "x".repeat(150),
  commandId: randomUUID(),
  $correlationId: randomUUID(),
  $causationId: randomUUID(),
};
const texts = { data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
const newStream = (category = "bench") => `${category}-${randomUUID()}`;
const ours = () => ({ id: randomUUID(), type: "Benched", ...texts });
const bares = () => jsonEvent({ id: randomUUID(), type: "Benched", data, metadata });

const appendOurs = (to) => to.append(newStream(), "no_stream", [ours()]);
const appendBare = () => client.appendToStream(newStream(), [bares()], { expectedRevision: NO_STREAM });

async function perSecond(count, work) {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1_000;
}

const sequential = (append) =>
  perSecond(SEQUENTIAL, async () => {
    for (let n = 0; n < SEQUENTIAL; n += 1) await append();
  });

const concurrent = (append) =>
  perSecond(CONCURRENT, async () => {
    let left = CONCURRENT;
    const lane = async () => {
      while (left-- > 0) await append();
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  });

async function catchUpOurs() {
  let seen = 0;
  const rate = async (categories) => {
    let after = start;
    for (;;) {
      const page = await store.readAll({ ...(after && { after }), limit: PAGE, ...(categories && { categories }) });
      seen += page.events.length;
      after = page.checkpoint;
      if (page.atEnd) return;
    }
  };
  return perSecond(CATCH_UP, () => rate(["catchup"])).then((value) => checked(seen, value));
}

/** Every event parsed, as the bare client gives it. */
async function catchUpBare() {
  let seen = 0;
  const rate = await perSecond(CATCH_UP, async () => {
    const filter = streamNameFilter({ prefixes: ["catchup-"], maxSearchWindow: PAGE, checkpointInterval: 1 });
    const subscription = client.subscribeToAll({ fromPosition: startPosition, filter });
    subscription.on("error", () => undefined);
    for await (const event of subscription) if (event && ++seen === CATCH_UP) break;
  });
  return checked(seen, rate);
}

async function catchUpBareRead() {
  let seen = 0;
  const rate = await perSecond(CATCH_UP, async () => {
    for await (const { event } of client.readAll({ fromPosition: startPosition }))
      if (event.streamId.startsWith("catchup-")) seen += 1;
  });
  return checked(seen, rate);
}

function checked(seen, rate) {
  if (seen !== CATCH_UP) throw new Error(`${seen} events were read, not ${CATCH_UP}.`);
  return rate;
}

const pairs = {
  "append, one after another": { ours: () => sequential(() => appendOurs(store)), bare: () => sequential(appendBare) },
  [`append, ${IN_FLIGHT} in flight`]: {
    ours: () => concurrent(() => appendOurs(store)),
    bare: () => concurrent(appendBare),
  },
  "catch-up (bare: filtered subscription)": { ours: catchUpOurs, bare: catchUpBare },
  "catch-up (bare: readAll)": { ours: catchUpOurs, bare: catchUpBareRead },
  [`embedded store, ${IN_FLIGHT} in flight, against the server's`]: {
    ours: () => concurrent(() => appendOurs(embedded)),
    bare: () => concurrent(() => appendOurs(store)),
  },
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const results = Object.fromEntries(Object.keys(pairs).map((name) => [name, { ours: [], bare: [] }]));

// Both clients connect, and both paths are warm, before anything is measured.
for (let n = 0; n < 100; n += 1) await Promise.all([appendOurs(store), appendBare(), appendOurs(embedded)]);

let start;
let startPosition;
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, sides] of Object.entries(pairs)) {
    if (name.startsWith("catch-up") && start === undefined) await prepareCatchUp();
    for (const side of round % 2 === 0 ? ["ours", "bare"] : ["bare", "ours"])
      results[name][side].push(await sides[side]());
  }
}

async function prepareCatchUp() {
  const head = await store.head();
  start = store.checkpointAt(head);
  startPosition = { commit: BigInt(head), prepare: BigInt(head) };
  for (let n = 0; n < CATCH_UP; n += 100) {
    await store.append(newStream("catchup"), "no_stream", Array.from({ length: 100 }, ours));
  }
}

console.table(
  Object.entries(results).map(([what, { ours: a, bare: b }]) => ({
    what,
    "first, per second": Math.round(median(a)),
    "second, per second": Math.round(median(b)),
    "first / second": Number((median(a) / median(b)).toFixed(2)),
  })),
);
await store.close();
await client.dispose();
await embedded.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
