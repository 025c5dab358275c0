import { parentPort, workerData } from "node:worker_threads";
import { announcerOf } from "../../../src/eventstore/embedded/commits.js";
import { LedgerWriter } from "../../../src/eventstore/embedded/ledgerWriter.js";
import type { AppendRequest, FromWriter, Verdict } from "../../../src/eventstore/embedded/messages.js";
import { openForWriting } from "../../../src/eventstore/embedded/schema.js";
import { serveAppends } from "../../../src/eventstore/embedded/writerLoop.js";

/** A writer whose file may not grow while an append to `control-full` was the last word, until `control-room`. */
const { folder } = workerData as { readonly folder: string };
const db = openForWriting(folder);

class CappedWriter extends LedgerWriter {
  override write(requests: readonly AppendRequest[]): readonly Verdict[] {
    const verdicts = super.write(requests);
    const streams = requests.map((request) => request.stream);
    if (streams.includes("control-full")) db.pragma("max_page_count = 1");
    if (streams.includes("control-room")) db.pragma("max_page_count = 4294967294");
    return verdicts;
  }
}

serveAppends(parentPort!, new CappedWriter(db), announcerOf(folder));
parentPort!.postMessage({ kind: "ready" } satisfies FromWriter);
