import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { GraphQLError } from "graphql";
import { LRUCache } from "lru-cache";
import { canonicalJson } from "../../eventstore/canonicalJson.js";
import { type Checkpoint, type Position, START, StoreUnavailable } from "../../eventstore/contract.js";
import type { FeedPage, Waiting } from "../../projections/readModel/feedPages.js";
import type { LedgerContext } from "./context.js";
import { decodeCursor, encodeCursor } from "./cursor.js";
import { badInput, fault, unavailable } from "./faults.js";
import { CaughtUp, type FeedDelay, type FeedStart, Heartbeat } from "./feedItems.js";
import { Heart } from "./heart.js";

/** The arguments that every feed has. */
export interface FeedArgs {
  readonly after?: string | null;
  /** Absent: from now. */
  readonly from?: FeedStart;
}

/** What type-graphql gives to a subscription's `subscribe`; its own type knows nothing of our arguments. */
export type SubscribeInput<Args> = { readonly args: Args; readonly context: LedgerContext };

export interface FeedOptions {
  /** What the cursors belong to: the feed's name and all that it was asked with. */
  readonly binding: unknown;
  /** Which streams are read: what lies in others costs nothing. */
  readonly categories: readonly string[];
  /** Refuses, by throwing, whoever may not read or may no longer: asked at the start and before each item. */
  readonly admit: () => void;
  /** What is delivered of a page, in its order. @param after the place after which the page was read */
  readonly items: (page: FeedPage, after: Position) => Iterable<FeedItem> | AsyncIterable<FeedItem>;
}

/** What a feed delivers, without its cursor, and the event after which it is resumed. */
export interface FeedItem {
  readonly position: Position;
  readonly item: object;
}

/**
 * Follows the log for one subscriber, from a cursor on: one path for what was and what comes. Events are pulled when
 * the subscriber takes them, so a slow one holds nobody up and costs no memory; leaving ends the wait at once.
 */
export async function openFeed(
  context: LedgerContext,
  args: FeedArgs,
  options: FeedOptions,
): Promise<AsyncIterableIterator<object>> {
  options.admit();
  const start = await startOf(context, args, options.binding);
  const stay = new Stay();
  return leavable(run(context, start, options, stay), stay);
}

/** `return` on a generator queues behind a pending `next`; the end of the stay lets that one finish. */
function leavable<T>(steps: AsyncGenerator<T, void, undefined>, stay: Stay): AsyncIterableIterator<T> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => steps.next(),
    return: () => {
      stay.end();
      return steps.return();
    },
  };
}

/** As long as the subscriber is there. */
class Stay {
  isOver = false;
  private waiting: Waiting | undefined;

  private isLeft = false;

  /** Until the wait is over, or somebody ends it. */
  async during(waiting: Waiting): Promise<"over" | "left"> {
    this.waiting = waiting;
    this.isLeft = false;
    if (this.isOver) this.endWait();
    await waiting.over;
    this.waiting = undefined;
    return this.isLeft ? "left" : "over";
  }

  endWait(): void {
    this.isLeft = true;
    this.waiting?.leave();
  }

  end(): void {
    this.isOver = true;
    this.endWait();
  }
}

async function* run(
  { log, reads, subscriber }: LedgerContext,
  start: Checkpoint,
  { binding, categories, admit, items }: FeedOptions,
  stay: Stay,
): AsyncGenerator<object, void, undefined> {
  const cursorAt = cursorsOf(binding);
  const heart = new Heart(subscriber?.heartbeatMs, () => stay.endWait());
  let after = start;
  let live = false;
  let delayedBy: FeedDelay | null = null;
  const beat = (position: Position): Heartbeat => {
    admit();
    heart.beat();
    return new Heartbeat(cursorAt(after), position, delayedBy);
  };
  try {
    while (!stay.isOver) {
      const position = log.positionOf(after) ?? START;
      try {
        const asked = performance.now();
        let slow: FeedDelay = "LOG_UNREACHABLE";
        const read = new Awaited(reads.feedPages.read(after, categories, () => (slow = "NODE_BEHIND")));
        // A log that does not answer takes its time to say so; one that was asked a moment ago may yet answer.
        while ((await stay.during(read.wait())) === "left" && !stay.isOver) {
          if (performance.now() - asked >= SLOW_MS) delayedBy = slow;
          if (delayedBy !== null) yield beat(position);
        }
        if (stay.isOver) return;
        const page = await read.promise;
        if (!page) throw unavailable("This node is late in reading.");
        heart.passOver(page.events.length);
        const coming = iterate(items(page, position));
        for (;;) {
          const begun = performance.now();
          const next = new Awaited(coming.next());
          // An item may take long to make: a live figure is worked on in spare time.
          while ((await stay.during(next.wait())) === "left" && !stay.isOver) {
            if (performance.now() - begun >= SLOW_MS) delayedBy = "NODE_BEHIND";
            if (delayedBy !== null) yield beat(log.positionOf(after) ?? START);
          }
          if (stay.isOver) return;
          const { done, value } = await next.promise;
          if (done) break;
          admit();
          after = log.checkpointAt(value.position);
          delayedBy = null;
          yield Object.assign(value.item, { cursor: cursorAt(after) });
          if (stay.isOver) return;
          heart.beat();
        }
        after = page.checkpoint;
        // A subscriber whose filter lets nothing through takes nothing, and a page is read in one go: others get a turn.
        await nextTurn();
        const atEnd: boolean = page.atEnd && (live || !page.kept);
        const goesOn = delayedBy !== null;
        delayedBy = null;
        if (atEnd && !live) {
          admit();
          heart.beat();
          yield new CaughtUp(cursorAt(after));
        } else if (heart.isDue || goesOn) yield beat(page.position);
        live ||= atEnd;
        if (atEnd) await stay.during(reads.feedPages.wait(after));
      } catch (error) {
        const delay = delayOf(error);
        if (!delay) throw error;
        // Said once, and then as often as the heart beats; the feed tries again until the subscriber leaves.
        const isNew: boolean = delay !== delayedBy;
        delayedBy = delay;
        const at = log.positionOf(after) ?? START;
        if (isNew || heart.isDue) yield beat(at);
        const wait = new Awaited(pause(AGAIN_MS, undefined, { ref: false })).wait();
        if ((await stay.during(wait)) === "left" && !stay.isOver) yield beat(at);
      }
    }
  } finally {
    heart.stop();
  }
}

/** Whoever is due a sign is told of a read that has taken so long. */
const SLOW_MS = 1_500;

/** So long after a try that failed the next one is made. */
const AGAIN_MS = 1_000;

/** What passes by itself: a feed waits for its end. */
function delayOf(error: unknown): FeedDelay | undefined {
  if (error instanceof StoreUnavailable) return "LOG_UNREACHABLE";
  return error instanceof GraphQLError && error.extensions["code"] === "LEDGER_UNAVAILABLE" ? "NODE_BEHIND" : undefined;
}

/** A promise that may be waited for again and again, and left each time. */
class Awaited<T> {
  private readonly settled: Promise<void>;

  constructor(readonly promise: Promise<T>) {
    this.settled = promise.then(nothing, nothing);
  }

  wait(): Waiting {
    let leave: () => void = nothing;
    const left = new Promise<void>((resolve) => (leave = resolve));
    return { over: Promise.race([this.settled, left]), leave };
  }
}

const nothing = (): void => undefined;

/** One by one, so that the wait for each can be left. */
async function* iterate<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, undefined, undefined> {
  yield* items;
}

/** The cursors made last: many who follow with the same arguments are given the same ones. */
const made = new LRUCache<string, string>({ max: 1_000 });

function cursorsOf(binding: unknown): (checkpoint: Checkpoint) => string {
  const name = canonicalJson(binding);
  return (checkpoint) => {
    const key = `${checkpoint} ${name}`;
    let cursor = made.get(key);
    if (cursor === undefined) made.set(key, (cursor = encodeCursor(binding, [checkpoint])));
    return cursor;
  };
}

async function startOf(
  context: LedgerContext,
  { after: given, from }: FeedArgs,
  binding: unknown,
): Promise<Checkpoint> {
  const { log, subscriber } = context;
  const after = subscriber?.lastEventId ?? given;
  if (after == null) return log.checkpointAt(from === "BEGINNING" ? START : await log.head());
  const [checkpoint] = decodeCursor(binding, after);
  const position = typeof checkpoint === "string" ? log.positionOf(checkpoint) : undefined;
  if (position === undefined) throw badInput("The cursor is not one that this ledger gave out.");
  if (position > (await log.head())) throw fault("POSITION_AHEAD", "The cursor lies ahead of this ledger's end.");
  return checkpoint as Checkpoint;
}
