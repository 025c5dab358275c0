import { IdleThreads } from "../../eventstore/idleThreads.js";
import type { LogLocation } from "../../eventstore/location.js";

/** What a thread is told of the ledger that it shall follow. */
export interface ThreadSetup {
  readonly path: string;
  readonly log: LogLocation;
}

export type ToProjector = { readonly begin: ThreadSetup } | { readonly wake: number } | { readonly stop: true };

export const PROJECTORS = new IdleThreads(new URL("./projectorThread.js", import.meta.url));
