import { setImmediate as nextTurn, setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { type RecordedEvent, StoreUnavailable } from "../../eventstore/contract.js";
import { takesBack } from "../../domain/histories.js";
import { withStories } from "../../eventstore/stories.js";
import { openReader } from "../../eventstore/location.js";
import { PARTS } from "./parts.js";
import { Projector } from "./projector.js";
import type { Place } from "./partTable.js";
import type { Progress, ProjectionState, ThreadSetup } from "./projectorHost.js";
import { openForWriting, shortenWal } from "./readModelFile.js";

/** Follows the log and takes every page into the read model, for as long as the process lives. */

const PAGE = 512;
/** After the log did not answer. Its own reader has waited before it said so. */
const RETRY_MS = 100;
/** The log has stood still for so long: nobody waits for this thread. */
const REST_MS = 5_000;

if (!parentPort) throw new Error("This file runs as a thread.");
const port = parentPort;
const setup = workerData as ThreadSetup;
const stop = new AbortController();
const reader = await openReader(setup.log);
const db = openForWriting(setup.path);

port.on("message", (message: { wake?: number; stop?: true }) => {
  if (message.stop) stop.abort();
  else if (message.wake !== undefined) reader.notify(message.wake);
});

const projector = new Projector(db, PARTS);
const report = (state: ProjectionState, events?: readonly RecordedEvent[]): void => {
  const touched = events ? [...new Set(events.map(({ stream }) => stream.slice(0, stream.indexOf("-"))))] : null;
  const { isWhole, place } = projector;
  port.postMessage({ position: place.position, state, isWhole, touched } satisfies Progress);
};

let wasLive = false;
let pages = 0;
report("catching-up");
while (!stop.signal.aborted) {
  try {
    await takePage();
  } catch (error) {
    // Being told to stop while reading is the ordinary end; and a log that does not answer now will answer again.
    if (stop.signal.aborted) break;
    // Anything else ends the thread, and its host starts another.
    if (!(error instanceof StoreUnavailable)) throw error;
    report("log-unreachable");
    await setTimeout(RETRY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
  }
}
db.pragma("optimize");
db.close();
await reader.close();
port.close();

async function takePage(): Promise<void> {
  const page = await reader.readAll({ ...resume(projector.place), limit: PAGE, signal: stop.signal });
  projector.apply({ ...page, events: await withStories(page.events, reader, takesBack) }, reader);
  wasLive ||= page.atEnd;
  report(wasLive ? "live" : "catching-up", page.events);
  if (page.atEnd) await shorteningAtRest(reader.changed(page.checkpoint, stop.signal));
  // A long catch-up would otherwise leave a write-ahead log as large as the read model itself.
  else if (++pages % 64 === 0) db.pragma("wal_checkpoint(PASSIVE)");
  // Nothing in a catch-up waits for anything, so being told to stop would otherwise not be heard before its end.
  await nextTurn();
}

/** Waits for what comes next; where that takes a while, the read model's write-ahead log is shortened meanwhile. */
async function shorteningAtRest(next: Promise<void>): Promise<void> {
  const came = new AbortController();
  const resting = async (): Promise<void> => {
    do await setTimeout(REST_MS, undefined, { signal: came.signal });
    while (!shortenWal(db));
  };
  // What keeps it from being shortened, a full disk, is told by whoever next has something to write.
  void resting().catch(() => undefined);
  await next.finally(() => came.abort());
}

function resume({ checkpoint }: Place): { after?: string } {
  return checkpoint === undefined ? {} : { after: checkpoint };
}
