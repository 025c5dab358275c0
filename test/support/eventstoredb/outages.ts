import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Deadlines } from "../../../src/eventstore/eventstoredb/deadlines.js";
import { openEventStoreDbReader } from "../../../src/eventstore/eventstoredb/eventStoreDbReader.js";
import type { EventStoreDbStore } from "../../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { openEventStoreDb } from "../../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { Load } from "./load.js";

/** A server that can be hurt: the double behind its gates, or processes on this machine. */
export interface HurtServer {
  readonly url: string;
  readonly nodes: number;
  /** The node dies at once; the leader, where there are several. */
  kill(): Promise<void>;
  /** Starts the node that was killed; resolves when it serves. */
  restart(): Promise<void>;
  /** The node (the leader) stops doing anything, without closing a connection. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  stop(): Promise<void>;
}

export interface OutageScale {
  readonly writers: number;
  readonly rounds: number;
  /** So many appends are acknowledged between one outage and the next. */
  readonly appendsBetween: number;
  /** How long the server stays away. */
  readonly awayMs: number;
  /** Within how long writes must go on after the server is back, or another leads. */
  readonly resumeMs: number;
  readonly deadlines: Deadlines;
}

/** A machine under load starts timers late; an append may be over its limit by this much. */
const TIMER_SLACK_MS = 1_000;

/** What must hold when the server goes away under load, and comes back. */
export function describeOutages(name: string, start: () => Promise<HurtServer>, scale: OutageScale): void {
  describe(`${name}: outages under load`, function () {
    this.timeout(180_000);
    let server: HurtServer;
    before(async () => {
      server = await start();
    });
    after(() => server.stop());

    it("keeps each acknowledged append once when the server is killed, and goes on by itself", () =>
      underLoad(server.url, scale, async (load, store) => {
        for (let round = 0; round < scale.rounds; round += 1) {
          await load.moreAcknowledged(scale.appendsBetween);
          await server.kill();
          if (server.nodes === 1) await refusesUntilBack(load, store, scale, () => server.restart());
          else await resumes(load, store, scale);
          if (server.nodes > 1) await server.restart();
        }
      }));

    it("keeps each acknowledged append once when the server is frozen, and goes on by itself", () =>
      underLoad(server.url, scale, async (load, store) => {
        for (let round = 0; round < scale.rounds; round += 1) {
          await load.moreAcknowledged(scale.appendsBetween);
          await server.freeze();
          if (server.nodes === 1) await refusesUntilBack(load, store, scale, () => server.thaw());
          else await resumes(load, store, scale);
          if (server.nodes > 1) await server.thaw();
        }
      }));
  });
}

async function underLoad(
  url: string,
  { writers, deadlines, appendsBetween }: OutageScale,
  hurt: (load: Load, store: EventStoreDbStore) => Promise<void>,
): Promise<void> {
  const store = await openEventStoreDb({ url, deadlines });
  const reader = openEventStoreDbReader({ url, deadlines });
  const load = new Load(store, reader, writers);
  try {
    await hurt(load, store);
    await load.moreAcknowledged(appendsBetween);
    await load.stopAndCheck(store);
    expect(load.longestAppendMs).to.be.below(deadlines.totalMs + TIMER_SLACK_MS);
    expect(store.state).to.deep.equal({ kind: "connected" });
    report(load);
  } finally {
    load.abandon();
    await reader.close();
    await store.close();
  }
}

/** Away for longer than an append may take: all are refused in time, the state says why, and then it goes on. */
async function refusesUntilBack(
  load: Load,
  store: EventStoreDbStore,
  scale: OutageScale,
  bringBack: () => Promise<void>,
): Promise<void> {
  await Promise.all([load.moreRefused(), sleep(scale.awayMs)]);
  expect(store.state.kind).to.equal("reconnecting");
  expect(store.fault).to.be.instanceOf(Error);
  await bringBack();
  await resumes(load, store, scale);
}

async function resumes(load: Load, store: EventStoreDbStore, { resumeMs }: OutageScale): Promise<void> {
  const began = performance.now();
  await load.moreAcknowledged(1);
  const ms = performance.now() - began;
  if (process.env["EVENTSTORE_URL"] !== undefined) console.log(`      writes again after ${Math.round(ms)} ms`);
  expect(ms, `writes again (${JSON.stringify(store.state)})`).to.be.below(resumeMs);
}

function report(load: Load): void {
  if (process.env["EVENTSTORE_URL"] === undefined) return;
  const unknown = load.refused.filter(({ outcome }) => outcome === "unknown").length;
  const { acknowledged, refused, fed, longestAppendMs } = load;
  console.log(
    `      ${acknowledged.length} appends acknowledged, ${fed.length} events fed, ${refused.length} refused ` +
      `(${unknown} of unknown outcome), longest ${Math.round(longestAppendMs)} ms`,
  );
}
