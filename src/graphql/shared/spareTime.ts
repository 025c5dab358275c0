import { LRUCache } from "lru-cache";

/** For each millisecond of work so many of rest. */
const REST = 3;
/** What took long was waited for rather than worked on: on a node that has just started, for a thread that reads. */
const LONGEST_REST_MS = 5_000;
const KEPT_ANSWERS = 64;

/**
 * Work that nobody waits for, one piece at a time and with rests in between: however many ask, at least three quarters
 * of the node's time are left to everybody else. Who asks the same gets the same answer.
 */
export class SpareTime {
  private readonly answers = new LRUCache<string, Promise<object>>({ max: KEPT_ANSWERS });
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly longestRestMs = LONGEST_REST_MS) {}

  /** @param key tells the work and all that its answer depends on */
  ask<T extends object>(key: string, work: () => T | Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known) return known as Promise<T>;
    const answer = this.inTurn(work);
    this.answers.set(key, answer);
    answer.catch(() => this.answers.delete(key));
    return answer;
  }

  private async inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const before = this.queue;
    let done: () => void = () => undefined;
    this.queue = new Promise((resolve) => (done = resolve));
    await before;
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      const restMs = Math.min(REST * (performance.now() - startedAt), this.longestRestMs);
      // A timer cannot wait for less than a millisecond.
      if (restMs < 1) setImmediate(done);
      else setTimeout(done, restMs);
    }
  }
}
