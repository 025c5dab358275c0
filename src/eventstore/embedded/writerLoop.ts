import type { MessagePort } from "node:worker_threads";
import { receiveMessageOnPort } from "node:worker_threads";
import type { Announcer } from "./commits.js";
import type { LedgerWriter } from "./ledgerWriter.js";
import type { AppendRequest, FromWriter, ToWriter } from "./messages.js";

/** One transaction takes at most so many requests and bytes, so that the first to ask does not wait for the last. */
const MAX_BATCH_REQUESTS = 512;
const MAX_BATCH_BYTES = 8 * 1_048_576;

/**
 * Serves appends from the port: everything that waits there goes into one transaction, so the disk is asked once for
 * many. While it writes, the next requests gather by themselves. Ends, and closes the log, at a `close` message.
 */
export function serveAppends(port: MessagePort, writer: LedgerWriter, announcer: Announcer): void {
  const queue: AppendRequest[] = [];
  let closing = false;

  const take = (message: ToWriter): void => {
    if (message.kind === "close") closing = true;
    else for (const request of message.requests) queue.push(request);
  };

  port.on("message", (first: ToWriter) => {
    take(first);
    drain(port, take);
    while (queue.length > 0) {
      const verdicts = writer.write(queue.splice(0, batchLength(queue)));
      // First those in other threads, who have nothing to do before they are told.
      announcer.announce(writer.head);
      port.postMessage({ kind: "verdicts", verdicts, head: writer.head } satisfies FromWriter);
      drain(port, take);
    }
    if (!closing) return;
    writer.close();
    announcer.close();
    port.close();
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
