import type { Checkpoint, Page, Position, ReadAllOptions, RecordedEvent, Revision } from "../contract.js";
import { START, StoreUnavailable } from "../contract.js";
import type { NotifiedReader } from "../contract.js";
import { Bell } from "./bell.js";
import type { Channel, ConnectionState } from "./connection.js";
import { Connection } from "./connection.js";
import type { Deadlines } from "./deadlines.js";
import { DEADLINES, askUntilAnswered, within } from "./deadlines.js";
import { judge } from "./faults.js";
import { streamRequest } from "./messages.js";
import { BEGINNING, PageReader } from "./pageReader.js";
import type { Place } from "./place.js";
import { checkpointOf, placeOf } from "./place.js";
import { readCall } from "./readCall.js";
import { toRecordedEvent } from "./wireEvent.js";

/** How often the head is looked at by a reader that nobody tells of new events, and by one that is told. */
const POLL_MS = 250;
const TOLD_POLL_MS = 2_000;
const MAX_CATEGORIES = 100;

export interface EventStoreDbReaderOptions {
  /** `esdb://user:password@host:2113?options`, with several hosts for a cluster. */
  readonly url: string;
  /**
   * The ledger's own categories, where the server also serves others: what is not of them is never sent. All but the
   * system's streams when absent.
   */
  readonly categories?: readonly string[];
  readonly deadlines?: Partial<Deadlines>;
}

/**
 * Opens the log of a server for reading. The server need not be there yet: each call waits for it within its deadline.
 * @throws RangeError when the URL is not a connection string.
 */
export function openEventStoreDbReader(options: EventStoreDbReaderOptions): EventStoreDbReader {
  const deadlines = { ...DEADLINES, ...options.deadlines };
  return new EventStoreDbReader(new Connection(options.url), deadlines, options.categories);
}

/**
 * Reads by pages and by streams only: each call stands for itself and can be asked again, so no state of a subscription
 * can lose an event.
 */
export class EventStoreDbReader implements NotifiedReader {
  private readonly pages: PageReader;
  private readonly bell = new Bell(
    () => this.lookAtHead(),
    () => (this.told() ? TOLD_POLL_MS : POLL_MS),
  );
  /** The log is known, from whomever, to reach at least here. The node that is read may not yet. */
  private hint: Position = START;

  constructor(
    private readonly connection: Connection,
    private readonly deadlines: Deadlines,
    private readonly categories: readonly string[] | undefined,
    /** Whether somebody tells of all new events right now, so that looking seldom is enough. */
    private readonly told: () => boolean = () => false,
    /** Whether streams are read from the leader only, where every acknowledged append can be seen. */
    private readonly streamsFromLeader = false,
  ) {
    this.pages = new PageReader(connection, deadlines);
  }

  get state(): ConnectionState {
    return this.connection.state;
  }

  /** @throws StreamTombstoned for a stream that was deleted for ever. */
  async readStream(stream: string, fromRevision: Revision = 0): Promise<readonly RecordedEvent[]> {
    return this.readStreamWithin(stream, fromRevision, this.deadlines.totalMs);
  }

  /** As `readStream`, with another time limit. */
  readStreamWithin(stream: string, from: Revision, totalMs: number): Promise<readonly RecordedEvent[]> {
    const deadlines = { ...this.deadlines, totalMs };
    return askUntilAnswered(this.connection, deadlines, undefined, (channel) =>
      this.streamEvents(channel, stream, from),
    );
  }

  async readAll({ after, limit, categories = this.categories, signal }: ReadAllOptions): Promise<Page> {
    signal?.throwIfAborted();
    if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError("A page has a limit of 1 or more.");
    const names = categories === undefined ? undefined : [...new Set(categories)];
    if (names !== undefined && names.length > MAX_CATEGORIES) {
      throw new RangeError(`At most ${MAX_CATEGORIES} categories can be read at once.`);
    }
    const query = { after: after === undefined ? BEGINNING : requirePlace(after), limit, categories: names, signal };
    const page = await this.ask(signal, async (channel) => {
      if (names?.length === 0) return this.emptyPage(channel, query.after);
      return this.pages.page(channel, query, this.hint);
    });
    this.hint = Math.max(this.hint, page.place.commit);
    const { atEnd, place, events } = page;
    return { events: events.map(toRecordedEvent), checkpoint: checkpointOf(place), position: place.commit, atEnd };
  }

  async head(): Promise<Position> {
    return (await this.ask(undefined, (channel) => this.pages.head(channel))).commit;
  }

  async changed(after: Checkpoint, signal: AbortSignal): Promise<void> {
    const { commit } = requirePlace(after);
    if (this.connection.isClosed) throw new StoreUnavailable("The log is closed.", "nothing-written");
    // A hint alone does not end the wait: the node that is read may not have the event yet.
    return this.bell.wait(commit, signal, this.hint > commit || !this.told());
  }

  notify(head: Position): void {
    this.hint = Math.max(this.hint, head);
    // Also when it is no news: who was told before the node had the event has looked in vain, and waits again.
    this.bell.ring(head);
  }

  /** Something may have been missed: whoever waits looks for itself. */
  wakeAll(): void {
    this.bell.wakeAll();
  }

  checkpointAt(position: Position): Checkpoint {
    if (!Number.isSafeInteger(position) || position < START) throw new RangeError(`${position} is not a position.`);
    return checkpointOf({ commit: position, prepare: position });
  }

  positionOf(checkpoint: Checkpoint): Position | undefined {
    return placeOf(checkpoint)?.commit;
  }

  async close(): Promise<void> {
    await this.connection.close();
    this.bell.wakeAll();
  }

  private ask<T>(signal: AbortSignal | undefined, question: (channel: Channel) => Promise<T>): Promise<T> {
    return askUntilAnswered(this.connection, this.deadlines, signal, question);
  }

  private async streamEvents(channel: Channel, stream: string, from: Revision): Promise<readonly RecordedEvent[]> {
    const options = { requiresLeader: this.streamsFromLeader, answerMs: this.deadlines.answerMs };
    const { events } = await readCall(this.connection, channel, streamRequest(stream, from), options);
    return events.map(toRecordedEvent);
  }

  private async emptyPage(channel: Channel, after: Place) {
    const head = await this.pages.head(channel);
    return { events: [], place: head.commit > after.commit ? head : after, atEnd: true };
  }

  /** One look, not asked again: the bell looks again by itself. */
  private async lookAtHead(): Promise<Position> {
    const { answerMs } = this.deadlines;
    const channel = await within(answerMs, this.connection.channel());
    try {
      const head = await this.pages.head(channel);
      this.connection.answered(channel);
      return head.commit;
    } catch (error) {
      this.connection.failed(channel, judge(error));
      throw error;
    }
  }
}

function requirePlace(checkpoint: Checkpoint): Place {
  const place = placeOf(checkpoint);
  if (place === undefined) throw new RangeError("The text is not a checkpoint of this log.");
  return place;
}
