import { setImmediate as nextTurn } from "node:timers/promises";
import { decode, type LedgerEvent } from "../../eventstore/codec.js";
import { type Checkpoint, type EventStore, follow, START } from "../../eventstore/contract.js";
import { decodeCursor, encodeCursor } from "./cursor.js";
import { badInput, fault } from "./faults.js";

/** Events looked at in one go. A filter that matches little still moves on by as many. */
const PAGE = 256;

export interface FeedOptions {
  /** What the cursors belong to: the feed's name and its filter. */
  readonly binding: unknown;
  readonly after?: string | null | undefined;
  /** Without `after`: from the beginning of the ledger instead of from now. */
  readonly fromBeginning?: boolean;
  readonly categories: readonly string[];
}

/** What a feed delivers: an event of the log with the cursor to resume after it, or word that the end is reached. */
export type FeedStep =
  { readonly event: LedgerEvent; readonly cursor: string } | { readonly caughtUp: true; readonly cursor: string };

/**
 * Follows the log for one subscriber, from a cursor on: one path for what was and what comes. Events are pulled when
 * the subscriber takes them, so a slow one holds nobody up and costs no memory; leaving ends the wait at once.
 */
export async function openFeed(log: EventStore, options: FeedOptions): Promise<AsyncIterableIterator<FeedStep>> {
  const start = await startOf(log, options);
  const stop = new AbortController();
  const steps = run(log, start, options, stop.signal);
  return abortable(steps, stop);
}

/** Applies a function to what a feed delivers; undefined is left out. Ending the result ends the feed. */
export function mapFeed<T>(
  feed: AsyncIterableIterator<FeedStep>,
  toItem: (step: FeedStep) => Promise<T | undefined>,
): AsyncIterableIterator<T> {
  async function* items(): AsyncGenerator<T, void, undefined> {
    for await (const step of feed) {
      const item = await toItem(step);
      if (item !== undefined) yield item;
    }
  }
  const mapped = items();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => mapped.next(),
    // The feed first: its abort wakes a step that waits for the log, or the generator could not end.
    return: async () => {
      await feed.return?.();
      return mapped.return();
    },
  };
}

async function* run(
  log: EventStore,
  start: Checkpoint,
  { binding, categories }: FeedOptions,
  signal: AbortSignal,
): AsyncGenerator<FeedStep, void, undefined> {
  let live = false;
  for await (const page of follow(log, { after: start, limit: PAGE, categories }, signal)) {
    for (const recorded of page.events) {
      yield { event: decode(recorded), cursor: encodeCursor(binding, [log.checkpointAt(recorded.position)]) };
      if (signal.aborted) return;
    }
    // A subscriber whose filter lets nothing through takes nothing, and a page is read in one go: others get a turn.
    await nextTurn();
    if (page.atEnd && !live) yield { caughtUp: true, cursor: encodeCursor(binding, [page.checkpoint]) };
    live ||= page.atEnd;
  }
}

/** `return` on a generator queues behind a pending `next`; the abort lets that one finish. */
function abortable<T>(steps: AsyncGenerator<T, void, undefined>, stop: AbortController): AsyncIterableIterator<T> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => steps.next(),
    return: () => {
      stop.abort();
      return steps.return();
    },
  };
}

async function startOf(log: EventStore, { binding, after, fromBeginning }: FeedOptions): Promise<Checkpoint> {
  if (after == null) return log.checkpointAt(fromBeginning ? START : await log.head());
  const [checkpoint] = decodeCursor(binding, after);
  const position = typeof checkpoint === "string" ? log.positionOf(checkpoint) : undefined;
  if (position === undefined) throw badInput("The cursor is not one that this ledger gave out.");
  if (position > (await log.head())) throw fault("POSITION_AHEAD", "The cursor lies ahead of this ledger's end.");
  return checkpoint as Checkpoint;
}
