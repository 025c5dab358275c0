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
  const positionNow = (): Position => log.positionOf(after) ?? START;
  const beat = (position = positionNow()): Heartbeat => {
    admit();
    heart.beat();
    return new Heartbeat(cursorAt(after), position, delay.by);
  };
  const delay = new Delay(stay, beat);
  try {
    while (!stay.isOver) {
      const position = positionNow();
      try {
        let waitsFor: FeedDelay = "LOG_UNREACHABLE";
        const read = new Awaited(reads.feedPages.read(after, categories, () => (waitsFor = "NODE_BEHIND")));
        yield* delay.beatsUntil(read, () => waitsFor);
        if (stay.isOver) return;
        const page = await read.promise;
        if (!page) throw unavailable("This node is late in reading.");
        heart.passOver(page.events.length);
        const coming = iterate(items(page, position));
        for (;;) {
          // An item may take long to make: a live figure is worked on in spare time.
          const next = new Awaited(coming.next());
          yield* delay.beatsUntil(next, () => "NODE_BEHIND");
          if (stay.isOver) return;
          const { done, value } = await next.promise;
          if (done) break;
          admit();
          after = log.checkpointAt(value.position);
          delay.by = null;
          yield Object.assign(value.item, { cursor: cursorAt(after) });
          if (stay.isOver) return;
          heart.beat();
        }
        after = page.checkpoint;
        // A subscriber whose filter lets nothing through takes nothing, and a page is read in one go: others get a turn.
        await nextTurn();
        const atEnd: boolean = page.atEnd && (live || !page.kept);
        const goesOn = delay.by !== null;
        delay.by = null;
        if (atEnd && !live) {
          admit();
          heart.beat();
          yield new CaughtUp(cursorAt(after));
        } else if (heart.isDue || goesOn) yield beat(page.position);
        live ||= atEnd;
        if (atEnd) await stay.during(reads.feedPages.wait(after));
      } catch (error) {
        // Said once, and then as often as the heart beats; the feed tries again until the subscriber leaves.
        if (delay.begins(error) || heart.isDue) yield beat();
        yield* delay.beatsUntil(new Awaited(pause(AGAIN_MS, undefined, { ref: false })));
      }
    }
  } finally {
    heart.stop();
  }
}

/** Why a feed stands still, and the signs that it gives meanwhile. */
class Delay {
  /** Null: it does not. */
  by: FeedDelay | null = null;

  constructor(
    private readonly stay: Stay,
    private readonly beat: () => Heartbeat,
  ) {}

  /**
   * Until it has come, or the subscriber has left. What was begun a moment ago may yet come in time; of what takes longer
   * is said why.
   */
  async *beatsUntil(coming: Awaited<unknown>, why?: () => FeedDelay): AsyncGenerator<Heartbeat, void, undefined> {
    const begun = performance.now();
    while ((await this.stay.during(coming.wait())) === "left" && !this.stay.isOver) {
      if (why !== undefined && performance.now() - begun >= SLOW_MS) this.by = why();
      if (this.by !== null) yield this.beat();
    }
  }

  /** Whether it is news that the feed stands still because of the error. Throws what does not pass by itself. */
  begins(error: unknown): boolean {
    const by = delayOf(error);
    if (!by) throw error;
    const isNew = by !== this.by;
    this.by = by;
    return isNew;
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
