import { LRUCache } from "lru-cache";

/** For each millisecond of work so many of rest. */
const REST = 3;
const KEPT_ANSWERS = 64;

/**
 * Work that nobody waits for, one piece at a time and with rests in between: however many ask, at least three quarters
 * of the node's time are left to everybody else. Who asks the same gets the same answer.
 */
export class SpareTime {
  private readonly answers = new LRUCache<string, Promise<object>>({ max: KEPT_ANSWERS });
  private queue: Promise<void> = Promise.resolve();

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
      const restMs = REST * (performance.now() - startedAt);
      // A timer cannot wait for less than a millisecond.
      if (restMs < 1) setImmediate(done);
      else setTimeout(done, restMs);
    }
  }
}
