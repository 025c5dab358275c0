import type { Position } from "../contract.js";

interface Waiter {
  readonly after: Position;
  readonly wake: () => void;
}

/**
 * Those who wait for the log to grow. They are woken by whoever hears of it; a slow look at the head wakes them
 * otherwise, so that nothing depends on being told.
 */
export class Bell {
  private readonly waiting = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private lookAgain = false;

  constructor(
    private readonly head: () => Promise<Position>,
    private readonly pollMs: () => number,
  ) {}

  get size(): number {
    return this.waiting.size;
  }

  /** @param lookNow whether to ask for the head at once, and not only after the first pause */
  wait(after: Position, signal: AbortSignal, lookNow: boolean): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter: Waiter = {
        after,
        wake: () => {
          this.waiting.delete(waiter);
          signal.removeEventListener("abort", waiter.wake);
          if (this.waiting.size === 0) this.stopLooking();
          resolve();
        },
      };
      signal.addEventListener("abort", waiter.wake, { once: true });
      this.waiting.add(waiter);
      if (lookNow) void this.look();
      else this.lookLater();
    });
  }

  ring(head: Position): void {
    for (const waiter of [...this.waiting]) if (head > waiter.after) waiter.wake();
  }

  wakeAll(): void {
    for (const waiter of [...this.waiting]) waiter.wake();
  }

  private lookLater(): void {
    if (this.timer !== undefined || this.looking) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.look();
    }, this.pollMs());
  }

  private stopLooking(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** While the server is away there is nothing to wake for: those who wait stay, and the next look is made again. */
  private async look(): Promise<void> {
    if (this.looking) {
      // The look under way may have begun before what this one is to find.
      this.lookAgain = true;
      return;
    }
    this.looking = true;
    this.stopLooking();
    try {
      this.ring(await this.head());
    } catch {
      // Told by the connection's state.
    } finally {
      this.looking = false;
    }
    const again = this.lookAgain;
    this.lookAgain = false;
    if (this.waiting.size === 0) return;
    if (again) await this.look();
    else this.lookLater();
  }
}
