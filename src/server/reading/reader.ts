import { Worker } from "node:worker_threads";
import type { Config } from "../../config.js";
import type { Ledger } from "../../ledger.js";
import type { Answered, FromThread, ThreadSetup, ToThread, Work } from "./messages.js";

/** A thread that works on an order without looking at its budget for so long is ended. */
const GRACE_MS = 5_000;
/** What one answer can need is far less; a thread that needs more ends, and the process goes on. */
const MAX_HEAP_MB = 1_024;

/** How an order ended. */
export type Ended =
  | { readonly how: "answered"; readonly answer: Answered; readonly tookMs: number }
  | { readonly how: "failed"; readonly error: Error; readonly tookMs: number }
  /** The thread was ended because it took too long, or it ended by itself. */
  | { readonly how: "overdue" | "died"; readonly tookMs: number };

interface Current {
  readonly id: number;
  readonly startedAt: number;
  readonly overdue: NodeJS.Timeout;
  readonly resolve: (ended: Ended) => void;
}

/** One reading thread, as the main thread sees it: it works on one order at a time. */
export class Reader {
  private readonly worker: Worker;
  private readonly abandoned = new Int32Array(new SharedArrayBuffer(4));
  private current: Current | undefined;

  /**
   * @param ready called once, when it takes orders
   * @param gone called once, when it takes none any more; with the reason, if it did not end by our will
   */
  constructor(
    private readonly ledger: Pick<Ledger, "source" | "reads">,
    { mode, limits }: Pick<Config, "mode" | "limits">,
    ready: () => void,
    private readonly gone: (error: Error | undefined) => void,
  ) {
    const setup: ThreadSetup = { source: ledger.source, mode, limits, abandoned: this.abandoned.buffer };
    this.worker = new Worker(new URL("./readingThread.js", import.meta.url), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    this.worker.on("message", (message: FromThread) => ("ready" in message ? ready() : this.hear(message)));
    let reason: Error | undefined;
    this.worker.on("error", (error) => (reason = error));
    this.worker.on("exit", () => this.leave("died", reason));
  }

  /** @param id greater than zero, and no other order's */
  work(id: number, work: Work, mostMs: number): Promise<Ended> {
    return new Promise((resolve) => {
      const overdue = setTimeout(() => this.leave("overdue"), mostMs + GRACE_MS);
      this.current = { id, startedAt: performance.now(), overdue, resolve };
      this.send({ order: { id, work, position: this.ledger.reads.position, mostMs } });
    });
  }

  /** Nobody waits for the order any more. */
  abandon(id: number): void {
    if (this.current?.id === id) Atomics.store(this.abandoned, 0, id);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  /** It may still be in the middle of a statement, which nothing interrupts; another can take its place meanwhile. */
  private leave(how: "overdue" | "died", reason?: Error): void {
    this.worker.removeAllListeners("exit");
    void this.worker.terminate();
    this.end((tookMs) => ({ how, tookMs }));
    this.gone(reason);
  }

  private hear(message: Exclude<FromThread, { ready: true }>): void {
    if ("damaged" in message) this.ledger.reads.damaged(message.damaged);
    else if ("reach" in message) {
      const { call, position, timeoutMs } = message.reach;
      const { reads } = this.ledger;
      void reads
        .reached(position, timeoutMs)
        .then((isReached) => this.send({ reached: { call, isReached, position: reads.position } }));
    } else if ("done" in message) this.end(() => ({ how: "answered", ...message.done }));
    else this.end(() => ({ how: "failed", ...message.failed }));
  }

  private end(how: (tookMs: number) => Ended): void {
    const { current } = this;
    if (!current) return;
    this.current = undefined;
    clearTimeout(current.overdue);
    current.resolve(how(performance.now() - current.startedAt));
  }

  private send(message: ToThread): void {
    this.worker.postMessage(message);
  }
}
