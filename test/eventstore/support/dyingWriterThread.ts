import { parentPort, workerData } from "node:worker_threads";
import type { FromWriter, ToWriter } from "../../../src/eventstore/embedded/messages.js";
import { openForWriting } from "../../../src/eventstore/embedded/schema.js";

/** A writer that opens the log well and dies of the first append. */
openForWriting((workerData as { readonly folder: string }).folder).close();
parentPort!.on("message", (message: ToWriter) => {
  if (message.kind === "append") throw new Error("the writer dies");
});
parentPort!.postMessage({ kind: "ready" } satisfies FromWriter);
