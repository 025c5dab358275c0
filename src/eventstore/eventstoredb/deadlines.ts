import { setTimeout as sleep } from "node:timers/promises";
import { StoreUnavailable } from "../contract.js";
import type { Channel, Connection } from "./connection.js";
import { NoAnswer, finalError, judge } from "./faults.js";

/** How long to wait for what. The client's own deadlines do not hold on every path, so the store keeps these itself. */
export interface Deadlines {
  /** For one append or read, all tries together. */
  readonly totalMs: number;
  /** For one answer of the server. Its own limit for a write is 2 s for each of two phases. */
  readonly answerMs: number;
}

export const DEADLINES: Deadlines = { totalMs: 10_000, answerMs: 3_000 };

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 400;

/** Pauses that grow, drawn at random so that many callers do not come back at once. */
export class Pauses {
  private longest = FIRST_PAUSE_MS;

  next(): number {
    const pause = this.longest * (0.5 + Math.random() / 2);
    this.longest = Math.min(this.longest * 2, LONGEST_PAUSE_MS);
    return pause;
  }

  reset(): void {
    this.longest = FIRST_PAUSE_MS;
  }
}

/**
 * Asks until there is an answer or the time is up; each try gets the channel of its moment.
 * @throws StoreUnavailable after the last try. Reading writes nothing, so its outcome is always known.
 */
export async function askUntilAnswered<T>(
  connection: Connection,
  { totalMs }: Deadlines,
  signal: AbortSignal | undefined,
  ask: (channel: Channel) => Promise<T>,
): Promise<T> {
  const end = performance.now() + totalMs;
  const pauses = new Pauses();
  for (;;) {
    let channel: Channel | undefined;
    try {
      channel = await within(end - performance.now(), connection.channel());
      const answer = await ask(channel);
      connection.answered(channel);
      return answer;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof RangeError || error instanceof StoreUnavailable) throw error;
      const fault = judge(error);
      const final = finalError(fault.error);
      if (final !== undefined) {
        if (channel !== undefined) connection.answered(channel);
        throw final;
      }
      connection.failed(channel, fault);
      const pause = pauses.next();
      if (!fault.passing || performance.now() + pause >= end || connection.isClosed) {
        throw unavailable(connection, "read", fault.error, "nothing-written");
      }
      await sleep(pause, undefined, { ...(signal && { signal }) }).catch(() => signal?.throwIfAborted());
    }
  }
}

export function unavailable(
  connection: Connection,
  what: "read" | "written",
  error: Error,
  outcome: StoreUnavailable["outcome"],
): StoreUnavailable {
  return new StoreUnavailable(`The log could not be ${what}: ${connection.reasonOf(error)}`, outcome, { cause: error });
}

/** The promise's result, unless it takes too long; then nobody waits for it any more. */
export async function within<T>(waitMs: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(Math.round(waitMs))), Math.max(0, waitMs));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
