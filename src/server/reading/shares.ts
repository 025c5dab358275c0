import { LRUCache } from "lru-cache";

/** What somebody used so long ago counts for a third. */
const MEMORY_MS = 4_000;
const MAX_CALLERS = 10_000;

interface Used {
  readonly ms: number;
  readonly at: number;
}

/** How much of the threads' time each caller has had lately. */
export class Shares {
  private readonly used = new LRUCache<string, Used>({ max: MAX_CALLERS });

  /** @param now milliseconds of a clock that only goes forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  add(caller: string, ms: number): void {
    this.used.set(caller, { ms: this.of(caller) + ms, at: this.now() });
  }

  /** Milliseconds of work, older ones counting for less. Who works without a pause comes to `MEMORY_MS`. */
  of(caller: string): number {
    const used = this.used.get(caller);
    return used === undefined ? 0 : used.ms * Math.exp((used.at - this.now()) / MEMORY_MS);
  }

  /** Whether the caller has left most of a thread's time to others. */
  isSmall(caller: string): boolean {
    return this.of(caller) < MEMORY_MS / 4;
  }
}
