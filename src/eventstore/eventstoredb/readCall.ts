import type { Channel, Connection } from "./connection.js";
import { NoAnswer } from "./faults.js";
import type { ReadRequest, WireEvent } from "./messages.js";

/** A page ends early when its texts have so many bytes: few large events must not fill the memory. */
const MAX_PAGE_BYTES = 16 * 1_048_576;

export interface ReadCallOptions {
  readonly requiresLeader: boolean;
  /** The longest silence; the server is given up after it. */
  readonly answerMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Stop after MAX_PAGE_BYTES, or at a silence after which some events are there already. */
  readonly partial?: boolean;
}

export interface ReadAnswer {
  readonly events: readonly WireEvent[];
  /** False when the call was cut short: more may follow. */
  readonly complete: boolean;
}

/** Makes one read and collects what it gives. A stream that does not exist gives no events. */
export function readCall(
  connection: Connection,
  channel: Channel,
  request: ReadRequest,
  { requiresLeader, answerMs: longestMs, signal, partial = false }: ReadCallOptions,
): Promise<ReadAnswer> {
  const answerMs = connection.patienceMs(channel, longestMs);
  return new Promise((resolve, reject) => {
    const call = connection.read(channel, request, requiresLeader);
    const events: WireEvent[] = [];
    let bytes = 0;
    let heard = performance.now();
    let settled = false;

    const settle = (finish: () => void): void => {
      if (settled) return;
      settled = true;
      clearInterval(timer);
      signal?.removeEventListener("abort", abort);
      call.cancel();
      finish();
    };
    const abort = (): void => settle(() => reject(signal?.reason as Error));
    const cut = (): void => settle(() => resolve({ events, complete: false }));
    // One timer a call, not one a message: it looks a few times within the silence that is allowed.
    const timer = setInterval(() => {
      if (performance.now() - heard < answerMs) return;
      if (partial && events.length > 0) cut();
      else settle(() => reject(new NoAnswer(answerMs)));
    }, answerMs / 4);

    call.on("data", (response) => {
      heard = performance.now();
      const event = response.getEvent()?.getEvent();
      if (event === undefined || settled) return;
      events.push(event);
      bytes += event.getData_asU8().length + event.getCustomMetadata_asU8().length;
      if (partial && bytes >= MAX_PAGE_BYTES) cut();
    });
    // Stays after the end: a call that we cancel reports that as an error.
    call.on("error", (error) => settle(() => reject(error)));
    // An error is told before the end is: the end alone means that all is here.
    call.on("end", () => settle(() => resolve({ events, complete: true })));
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
  });
}
