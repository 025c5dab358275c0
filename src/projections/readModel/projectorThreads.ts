import { Worker } from "node:worker_threads";
import type { LogLocation } from "../../eventstore/location.js";

/** What a thread is told of the ledger that it shall follow. */
export interface ThreadSetup {
  readonly path: string;
  readonly log: LogLocation;
}

export type ToProjector = { readonly begin: ThreadSetup } | { readonly wake: number } | { readonly stop: true };

/** Two, since a ledger is now and then opened while another is closed. */
const MOST_IDLE = 2;

/**
 * Threads whose ledger was closed. To load the program into a thread takes longer than all else that a start does, and a
 * process often opens one ledger after the other: it plays one and serves it, or builds a read model anew.
 */
const idle: Worker[] = [];

/** A thread that begins to follow the ledger. */
export function takeThread(setup: ThreadSetup): Worker {
  const worker = idle.pop() ?? new Worker(new URL("./projectorThread.js", import.meta.url));
  worker.removeAllListeners();
  worker.ref();
  worker.postMessage({ begin: setup } satisfies ToProjector);
  return worker;
}

/** It follows nothing any more, and keeps no process alive. */
export function giveBack(worker: Worker): void {
  worker.removeAllListeners();
  if (idle.length >= MOST_IDLE) return void worker.terminate();
  const gone = (): void => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  };
  worker.once("error", gone);
  worker.once("exit", gone);
  worker.unref();
  idle.push(worker);
}
