import { setImmediate as nextTurn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { decode, type LedgerEvent } from "../../eventstore/codec.js";
import type { Checkpoint, LogReader, Page, Position } from "../../eventstore/contract.js";

/** Events looked at in one go. A filter that matches little still moves on by as many. */
const PAGE = 256;
/** Characters of event texts that are kept, for others who come the same way. */
const KEPT_CHARS = 8_000_000;
/** A page that reached the log's end is short, and soon no longer the best way on. */
const KEPT_AT_END_MS = 2_000;
/** So many are woken in one turn of the event loop: what they set off must not hold up everybody else. */
const WOKEN_AT_ONCE = 32;

/** A page of the log that this node's read model has taken in. */
export interface FeedPage extends Pick<Page, "checkpoint" | "position" | "atEnd"> {
  /** The same objects for everybody who is given this page. */
  readonly events: readonly LedgerEvent[];
  /** Read for somebody earlier: `atEnd` may have been true then only. */
  readonly kept: boolean;
}

/** Waits for the log to change, and may be left at any time. */
export interface Waiting {
  readonly over: Promise<void>;
  /** Ends the wait. */
  leave(): void;
}

interface Kept {
  readonly page: FeedPage;
  /** False when the read model stands still before it. */
  readonly ready: Promise<boolean>;
}

interface ReadModel {
  readonly position: Position;
  reached(position: Position): Promise<boolean>;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The log, for many who follow it at their own pace. Whoever stands where another stood a moment ago is given the same
 * page: what was read after a place stays true, since the log only grows. So a thousand who wait for the same event
 * cost one read of the log, one decoding and one look at its head.
 */
export class FeedPages {
  private readonly reading = new Map<string, Promise<Kept>>();
  private readonly kept = new LRUCache<string, Kept>({ maxSize: KEPT_CHARS });
  private readonly groups = new Map<Checkpoint, { readonly waiters: Set<Waiter>; readonly stop: AbortController }>();

  constructor(
    private readonly log: LogReader,
    private readonly readModel: ReadModel,
  ) {}

  /**
   * The events after a place; undefined when this node's read model does not get there.
   * @param onRead called when the log has answered, and only the read model is waited for
   */
  async read(
    after: Checkpoint,
    categories: readonly string[],
    onRead: () => void = () => undefined,
  ): Promise<FeedPage | undefined> {
    const key = [after, ...categories].join(" ");
    const { page, ready } = this.kept.get(key) ?? (await this.readAnew(key, after, categories));
    onRead();
    return (await ready) ? page : undefined;
  }

  /** Until the log may hold events after the place. */
  wait(after: Checkpoint): Waiting {
    const group = this.groups.get(after) ?? this.newGroup(after);
    let waiter: Waiter | undefined;
    const over = new Promise<void>((resolve, reject) => group.waiters.add((waiter = { resolve, reject })));
    const leave = (): void => {
      if (!waiter || !group.waiters.delete(waiter)) return;
      waiter.resolve();
      if (group.waiters.size === 0) group.stop.abort();
    };
    return { over, leave };
  }

  private readAnew(key: string, after: Checkpoint, categories: readonly string[]): Promise<Kept> {
    let reading = this.reading.get(key);
    if (!reading) {
      reading = this.readAndKeep(key, after, categories).finally(() => this.reading.delete(key));
      this.reading.set(key, reading);
    }
    return reading;
  }

  private async readAndKeep(key: string, after: Checkpoint, categories: readonly string[]): Promise<Kept> {
    const { events, checkpoint, position, atEnd } = await this.log.readAll({ after, limit: PAGE, categories });
    const last = events.at(-1);
    const page = { events: events.map(decode), checkpoint, position, atEnd };
    const ready = last ? this.reached(last.position) : Promise.resolve(true);
    // An empty page says where the end was, which is no longer true a moment later.
    if (last) {
      const size = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      this.kept.set(key, { page: { ...page, kept: true }, ready }, { size, ...(atEnd ? { ttl: KEPT_AT_END_MS } : {}) });
    }
    return { page: { ...page, kept: false }, ready };
  }

  /** After a burst the read model may take its time; as long as it moves on, it is waited for. */
  private async reached(position: Position): Promise<boolean> {
    for (;;) {
      const before = this.readModel.position;
      if (await this.readModel.reached(position)) return true;
      if (this.readModel.position === before) return false;
    }
  }

  private newGroup(after: Checkpoint): { readonly waiters: Set<Waiter>; readonly stop: AbortController } {
    const group = { waiters: new Set<Waiter>(), stop: new AbortController() };
    this.groups.set(after, group);
    const ended = (): Waiter[] => {
      if (this.groups.get(after) === group) this.groups.delete(after);
      return [...group.waiters];
    };
    group.stop.signal.addEventListener("abort", ended, { once: true });
    this.log.changed(after, group.stop.signal).then(
      () => this.wake(ended(), group.waiters),
      (error: unknown) => ended().forEach(({ reject }) => reject(error)),
    );
    return group;
  }

  private async wake(waiters: readonly Waiter[], waiting: Set<Waiter>): Promise<void> {
    for (const [index, waiter] of waiters.entries()) {
      if (index > 0 && index % WOKEN_AT_ONCE === 0) await nextTurn();
      if (waiting.delete(waiter)) waiter.resolve();
    }
  }
}
