import { parentPort, workerData } from "node:worker_threads";
import { openReader } from "../eventstore/location.js";
import { Projector } from "./projector.js";
import type { Progress, ThreadSetup } from "./projectorHost.js";
import { openForWriting } from "./readModelFile.js";

/** Follows the log and takes every page into the read model, for as long as the process lives. */

const PAGE = 512;

if (!parentPort) throw new Error("This file runs as a thread.");
const port = parentPort;
const setup = workerData as ThreadSetup;
const stop = new AbortController();
const reader = openReader(setup.log);
const db = openForWriting(setup.path);

port.on("message", (message: { wake?: number; stop?: true }) => {
  if (message.stop) stop.abort();
  else if (message.wake !== undefined) reader.notify(message.wake);
});

const projector = new Projector(db);
const report = (live: boolean): void => port.postMessage({ position: projector.position, live } satisfies Progress);

let live = false;
let pages = 0;
report(live);
try {
  while (!stop.signal.aborted) {
    const page = await reader.readAll({ ...resume(projector), limit: PAGE, signal: stop.signal });
    projector.apply(page, reader);
    live ||= page.atEnd;
    report(live);
    if (page.atEnd) await reader.changed(page.checkpoint, stop.signal);
    // A long catch-up would otherwise leave a write-ahead log as large as the read model itself.
    else if (++pages % 64 === 0) db.pragma("wal_checkpoint(PASSIVE)");
  }
} catch (error) {
  // Being told to stop while reading is the ordinary end; anything else ends the thread, and its host starts another.
  if (!stop.signal.aborted) throw error;
}
db.pragma("optimize");
db.close();
await reader.close();
port.close();

function resume({ checkpoint }: Projector): { after?: string } {
  return checkpoint === undefined ? {} : { after: checkpoint };
}
