import { parentPort } from "node:worker_threads";
import type { FromWriter, ToWriter } from "../../../src/eventstore/embedded/messages.js";
import { openForWriting } from "../../../src/eventstore/embedded/schema.js";

/** A writer that opens the log well and dies of the first append. */
parentPort!.on("message", (message: ToWriter) => {
  if (message.kind !== "open") throw new Error("the writer dies");
  openForWriting(message.folder).close();
  parentPort!.postMessage({ kind: "ready" } satisfies FromWriter);
});
