import type { Worker } from "node:worker_threads";
import type { Position } from "../../eventstore/contract.js";
import { START } from "../../eventstore/contract.js";
import { type Blame, blameFor, whyFailed } from "./damage.js";
import { PROJECTORS, type ThreadSetup, type ToProjector } from "./projectorThreads.js";

/**
 * Where the read model stands. `live`: it has reached the log's end since the start; `log-unreachable`: the log does
 * not answer now, and will be asked again; `failed`: its thread died, is started again, and has come no further yet.
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

/** Its last word of a ledger is that it follows it no longer. */
export type FromProjector = Progress | { readonly ended: true };

interface Waiter {
  readonly position: Position;
  readonly resolve: (reached: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

/** How long a question waits for a position that the read model has not reached. */
export const PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** A thread that does not end by itself when told to. */
const END_PATIENCE_MS = 5_000;

/** How a host begins: what is known of the file. */
export interface Beginning {
  /** Every part of the read model stands at the same place as yet. */
  readonly isWhole: boolean;
  /** Another file stood here, and its readers must not be shown how this one grows: nothing is shown before it is live. */
  readonly isReplacement: boolean;
}

/**
 * Runs the projector in a thread of its own, so that taking in events never holds up requests, and starts it again
 * when it fails. Whoever must read what was just written waits here.
 */
export class ProjectorHost {
  position: Position = START;
  state: ProjectionState = "catching-up";
  /** Why it is `failed`, and what to do, in one sentence. */
  reason: string | undefined;
  /** It has been live since the start: what it shows is whole, if perhaps not the latest. */
  hasBeenLive = false;
  private worker: Worker | undefined;
  private closing = false;
  private whole = false;
  private isReplacement = false;
  /** Where the thread stood when it died: until it gets further, starting again has not helped. */
  private failedAt: Position | undefined;
  private blame: Blame | undefined;
  private failures = 0;
  private restart: NodeJS.Timeout | undefined;
  private waiters: Waiter[] = [];
  private readonly progressListeners = new Set<(touched: Touched) => void>();
  private readonly failureListeners = new Set<(error: Error) => void>();

  /** @param onDoubt called when the thread has died and the file is to blame, or may be; it is not started again then */
  constructor(
    private readonly setup: ThreadSetup,
    beginning: Beginning,
    private readonly onDoubt: (blame: "damage" | "doubt", why: string) => void,
  ) {
    this.begin(beginning);
  }

  /** Nothing mixes two states, and nothing that is still being built in the place of another is shown. */
  get isWhole(): boolean {
    return this.whole && !this.isReplacement;
  }

  /** Starts the thread on the file that stands there now. */
  begin({ isWhole, isReplacement }: Beginning): void {
    if (this.closing) return;
    this.whole = isWhole;
    this.isReplacement = isReplacement;
    this.state = "catching-up";
    this.failedAt = undefined;
    this.start();
  }

  /** Starts the thread again on the same file, after a pause that grows. */
  startAgain(): void {
    if (this.closing) return;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** this.failures++, LONGEST_PAUSE_MS);
    this.restart = setTimeout(() => this.start(), pauseMs);
  }

  /** Ends the thread, since its file is of no use; nothing is shown until `begin`. */
  async halt(why: string): Promise<void> {
    this.hasBeenLive = false;
    this.isReplacement = true;
    this.state = "failed";
    this.reason = why;
    clearTimeout(this.restart);
    await this.endThread();
  }

  /** The log has grown up to here: the thread need not wait for its own discovery. */
  wake(position: Position): void {
    this.worker?.postMessage({ wake: position } satisfies ToProjector);
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
    await this.endThread();
  }

  private async endThread(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    if (!worker) return;
    const impatience = setTimeout(() => void worker.terminate(), END_PATIENCE_MS);
    const stop = { stop: true } satisfies ToProjector;
    await PROJECTORS.release<FromProjector>(worker, stop, (message) => "ended" in message);
    clearTimeout(impatience);
  }

  private start(): void {
    const worker = PROJECTORS.take();
    worker.postMessage({ begin: this.setup } satisfies ToProjector);
    this.worker = worker;
    // One that was told to end, because its file is of no use, has nothing more to say.
    const isOurs = (): boolean => this.worker === worker;
    worker.on("message", (said: FromProjector) => isOurs() && "state" in said && this.advance(said));
    worker.on("error", (error: Error) => {
      if (!isOurs()) return;
      this.blame = blameFor(error);
      this.reason = whyFailed(error);
      for (const listener of this.failureListeners) listener(error);
    });
    worker.on("exit", () => {
      if (!isOurs()) return;
      this.worker = undefined;
      if (this.closing) return;
      this.state = "failed";
      this.failedAt = this.position;
      const { blame } = this;
      this.blame = undefined;
      if (blame === "damage" || blame === "doubt") this.onDoubt(blame, this.reason ?? "");
      else this.startAgain();
    });
  }

  private advance({ position, state, isWhole, touched }: Progress): void {
    this.position = position;
    this.whole = isWhole;
    const hasMoved = state === "live" || this.failedAt === undefined || position > this.failedAt;
    if (hasMoved) {
      this.state = state;
      this.failedAt = undefined;
      // Why another is built stays true until it is there.
      if (state === "live" || !this.isReplacement) this.reason = undefined;
    }
    if (state === "live") {
      this.hasBeenLive = true;
      this.isReplacement = false;
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
