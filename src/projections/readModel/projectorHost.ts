import { Worker } from "node:worker_threads";
import type { LogLocation } from "../../eventstore/location.js";
import type { Position } from "../../eventstore/contract.js";
import { START } from "../../eventstore/contract.js";

/**
 * Where the read model stands. `live`: it has reached the log's end since the start; `log-unreachable`: the log does
 * not answer now, and will be asked again; `failed`: its thread died and will be started again.
 */
export type ProjectionState = "catching-up" | "live" | "log-unreachable" | "failed";

export type Touched = readonly string[] | null;

/** What the projector thread reports. */
export interface Progress {
  readonly position: Position;
  readonly state: ProjectionState;
  /** Every part of the read model stands at this position. */
  readonly isWhole: boolean;
  /** The categories of the streams whose events were taken in since the last report; null: any may have been. */
  readonly touched: Touched;
}

export interface ThreadSetup {
  readonly path: string;
  readonly log: LogLocation;
}

/** Whoever knows how far the read model has come. */
export type Following = Pick<ProjectorHost, keyof ProjectorHost>;

interface Waiter {
  readonly position: Position;
  readonly resolve: (reached: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Runs the projector in a thread of its own, so that taking in events never holds up requests, and starts it again
 * when it fails. Whoever must read what was just written waits here.
 */
export class ProjectorHost {
  position: Position = START;
  state: ProjectionState = "catching-up";
  /** It has been live since the start: what it shows is whole, if perhaps not the latest. */
  hasBeenLive = false;
  private worker: Worker | undefined;
  private closing = false;
  private failures = 0;
  private restart: NodeJS.Timeout | undefined;
  private waiters: Waiter[] = [];
  private readonly progressListeners = new Set<(touched: Touched) => void>();
  private readonly failureListeners = new Set<(error: Error) => void>();

  /** @param isWhole whether every part of the read model stands at the same place as yet */
  constructor(
    private readonly setup: ThreadSetup,
    public isWhole: boolean,
  ) {
    this.start();
  }

  /** The log has grown up to here: the thread need not wait for its own discovery. */
  wake(position: Position): void {
    this.worker?.postMessage({ wake: position });
  }

  /** True once the read model holds the position; false when that takes longer than `timeoutMs`. */
  reached(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.position >= position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.waiters = this.waiters.filter((waiter) => waiter.timer !== timer);
        resolve(false);
      }, timeoutMs);
      this.waiters.push({ position, resolve, timer });
    });
  }

  /**
   * Called after each step forward, before those who wait for it; told the categories of streams that have changed.
   * Returns how to stop listening.
   */
  onProgress(listener: (touched: Touched) => void): () => void {
    this.progressListeners.add(listener);
    return () => this.progressListeners.delete(listener);
  }

  /** Called each time the thread dies, with its reason. Returns how to stop listening. */
  onFailure(listener: (error: Error) => void): () => void {
    this.failureListeners.add(listener);
    return () => this.failureListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.restart);
    for (const waiter of this.waiters.splice(0)) {
      clearTimeout(waiter.timer);
      waiter.resolve(false);
    }
    const { worker } = this;
    if (!worker) return;
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage({ stop: true });
    await gone;
  }

  private start(): void {
    const worker = new Worker(new URL("./projectorThread.js", import.meta.url), { workerData: this.setup });
    this.worker = worker;
    worker.on("message", (progress: Progress) => this.advance(progress));
    worker.on("error", (error) => {
      for (const listener of this.failureListeners) listener(error);
    });
    worker.on("exit", () => {
      this.worker = undefined;
      if (this.closing) return;
      this.state = "failed";
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** this.failures++, LONGEST_PAUSE_MS);
      this.restart = setTimeout(() => this.start(), pauseMs);
    });
  }

  private advance({ position, state, isWhole, touched }: Progress): void {
    this.position = position;
    this.state = state;
    this.isWhole = isWhole;
    if (state === "live") {
      this.hasBeenLive = true;
      this.failures = 0;
    }
    for (const listener of this.progressListeners) listener(touched);
    if (this.waiters.length > 0) {
      const due = this.waiters.filter((waiter) => waiter.position <= position);
      if (due.length > 0) this.waiters = this.waiters.filter((waiter) => waiter.position > position);
      for (const waiter of due) {
        clearTimeout(waiter.timer);
        waiter.resolve(true);
      }
    }
  }
}
