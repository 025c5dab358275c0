import { parentPort } from "node:worker_threads";
import { LedgerWriter } from "../../../src/eventstore/embedded/ledgerWriter.js";
import type { AppendRequest, Verdict } from "../../../src/eventstore/embedded/messages.js";
import { type Connection, openForWriting } from "../../../src/eventstore/embedded/schema.js";
import { serveLogs } from "../../../src/eventstore/embedded/writerLoop.js";

/** A writer whose file may not grow while an append to `control-full` was the last word, until `control-room`. */
class CappedWriter extends LedgerWriter {
  constructor(private readonly file: Connection) {
    super(file);
  }

  override write(requests: readonly AppendRequest[]): readonly Verdict[] {
    const verdicts = super.write(requests);
    const streams = requests.map((request) => request.stream);
    if (streams.includes("control-full")) this.file.pragma("max_page_count = 1");
    if (streams.includes("control-room")) this.file.pragma("max_page_count = 4294967294");
    return verdicts;
  }
}

serveLogs(parentPort!, (folder) => new CappedWriter(openForWriting(folder)));
