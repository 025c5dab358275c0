import { parentPort, workerData } from "node:worker_threads";
import { announcerOf } from "./commits.js";
import { LedgerWriter } from "./ledgerWriter.js";
import type { FromWriter } from "./messages.js";
import { CannotOpenLedger, openForWriting } from "./schema.js";
import { serveAppends } from "./writerLoop.js";

/**
 * The writer's thread: SQLite blocks while it writes, and must not block the requests of others. Opening is done here
 * too, because checking a large file takes a while.
 */
if (parentPort === null) throw new Error("This file is the entry of a worker thread.");

const say = (message: FromWriter): void => parentPort!.postMessage(message);
try {
  const { folder } = workerData as { readonly folder: string };
  const writer = new LedgerWriter(openForWriting(folder));
  serveAppends(parentPort, writer, announcerOf(folder));
  say({ kind: "ready" });
} catch (error) {
  if (!(error instanceof CannotOpenLedger)) throw error;
  say({ kind: "refused", message: error.message });
}
