import type { Position } from "../contract.js";

/** Commits of another thread or process are not announced here by SQLite; so often the head is looked at instead. */
const POLL_MS = 250;

interface Waiter {
  readonly after: Position;
  readonly wake: () => void;
}

/** Those who wait for the log to grow. They are told by `notify`, and a slow look at the head wakes them otherwise. */
export class Waiters {
  private readonly waiting = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly head: () => Position,
    private readonly pollMs = POLL_MS,
  ) {}

  get size(): number {
    return this.waiting.size;
  }

  /** Resolves when the log goes beyond the place, when told to wake, or on abort. */
  wait(after: Position, signal: AbortSignal): Promise<void> {
    // From this look at the head to the entry in the set nothing else can run, so no commit slips between.
    if (signal.aborted || this.head() > after) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter: Waiter = {
        after,
        wake: () => {
          this.remove(waiter);
          signal.removeEventListener("abort", waiter.wake);
          resolve();
        },
      };
      signal.addEventListener("abort", waiter.wake, { once: true });
      this.add(waiter);
    });
  }

  notify(head: Position): void {
    for (const waiter of [...this.waiting]) if (head > waiter.after) waiter.wake();
  }

  wakeAll(): void {
    for (const waiter of [...this.waiting]) waiter.wake();
  }

  private add(waiter: Waiter): void {
    this.waiting.add(waiter);
    this.timer ??= setInterval(() => this.look(), this.pollMs);
  }

  private remove(waiter: Waiter): void {
    this.waiting.delete(waiter);
    if (this.waiting.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    let head: Position;
    try {
      head = this.head();
    } catch {
      // Whoever waits will meet the fault when it reads; a timer is no place to throw.
      return this.wakeAll();
    }
    this.notify(head);
  }
}
