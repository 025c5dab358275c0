import type { MessagePort } from "node:worker_threads";
import { receiveMessageOnPort } from "node:worker_threads";
import { type Announcer, announcerOf } from "./commits.js";
import type { LedgerWriter } from "./ledgerWriter.js";
import type { AppendRequest, FromWriter, ToWriter } from "./messages.js";
import { CannotOpenLedger } from "./schema.js";

/** One transaction takes at most so many requests and bytes, so that the first to ask does not wait for the last. */
const MAX_BATCH_REQUESTS = 512;
const MAX_BATCH_BYTES = 8 * 1_048_576;

/** A log that is open. */
interface Served {
  readonly writer: LedgerWriter;
  readonly announcer: Announcer;
}

/**
 * Serves one log after the other: opens what it is told to, and then takes appends from the port until it is told to close
 * it. Everything that waits there goes into one transaction, so the disk is asked once for many. While it writes, the next
 * requests gather by themselves.
 * @param open throws CannotOpenLedger
 */
export function serveLogs(port: MessagePort, open: (folder: string) => LedgerWriter): void {
  const say = (message: FromWriter): void => port.postMessage(message);
  const queue: AppendRequest[] = [];
  let served: Served | undefined;
  let closing = false;

  const begin = (folder: string): void => {
    try {
      served = { writer: open(folder), announcer: announcerOf(folder) };
      say({ kind: "ready" });
    } catch (error) {
      if (!(error instanceof CannotOpenLedger)) throw error;
      say({ kind: "refused", message: error.message });
    }
  };

  const take = (message: ToWriter): void => {
    if (message.kind === "open") begin(message.folder);
    else if (message.kind === "close") closing = true;
    else for (const request of message.requests) queue.push(request);
  };

  port.on("message", (first: ToWriter) => {
    take(first);
    drain(port, take);
    if (!served) return;
    const { writer, announcer } = served;
    while (queue.length > 0) {
      const verdicts = writer.write(queue.splice(0, batchLength(queue)));
      // First those in other threads, who have nothing to do before they are told.
      announcer.announce(writer.head);
      say({ kind: "verdicts", verdicts, head: writer.head });
      drain(port, take);
    }
    if (!closing) return;
    writer.close();
    announcer.close();
    [served, closing] = [undefined, false];
    say({ kind: "closed" });
  });
}

function drain(port: MessagePort, take: (message: ToWriter) => void): void {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    take(next.message as ToWriter);
  }
}

/** How many requests from the front fit into one transaction: always at least one. */
function batchLength(queue: readonly AppendRequest[]): number {
  let bytes = 0;
  let length = 0;
  for (const request of queue) {
    bytes += request.bytes;
    if (length > 0 && (length === MAX_BATCH_REQUESTS || bytes > MAX_BATCH_BYTES)) break;
    length += 1;
  }
  return length;
}
