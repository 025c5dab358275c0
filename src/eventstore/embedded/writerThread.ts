import { parentPort } from "node:worker_threads";
import { LedgerWriter } from "./ledgerWriter.js";
import { openForWriting } from "./schema.js";
import { serveLogs } from "./writerLoop.js";

/**
 * The writer's thread: SQLite blocks while it writes, and must not block the requests of others. Opening is done here
 * too, because checking a large file takes a while.
 */
if (parentPort === null) throw new Error("This file is the entry of a worker thread.");
serveLogs(parentPort, (folder) => new LedgerWriter(openForWriting(folder)));
