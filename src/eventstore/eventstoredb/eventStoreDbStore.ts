import type {
  AppendResult,
  Checkpoint,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Page,
  Position,
  ReadAllOptions,
  RecordedEvent,
  Revision,
} from "../contract.js";
import { StoreUnavailable } from "../contract.js";
import { checkedAppend, MAX_APPEND_BYTES } from "../appendRequest.js";
import type { NotifiedReader } from "../contract.js";
import { Appender } from "./appender.js";
import type { ConnectionState } from "./connection.js";
import { Connection } from "./connection.js";
import type { Deadlines } from "./deadlines.js";
import { DEADLINES } from "./deadlines.js";
import { Doorbell } from "./doorbell.js";
import type { EventStoreDbReaderOptions } from "./eventStoreDbReader.js";
import { EventStoreDbReader } from "./eventStoreDbReader.js";
import { streamPattern } from "./wireEvent.js";

/** More than these waiting means the server does not keep up: better to say so than to fill the memory. */
const MAX_WAITING_APPENDS = 10_000;
const MAX_WAITING_BYTES = 64 * 1_048_576;

export type EventStoreDbOptions = EventStoreDbReaderOptions;

/**
 * Opens a log in EventStoreDB 21.10 or later, or KurrentDB. The server need not be there yet: `state` tells, and each
 * call waits for it within its deadline.
 * @throws RangeError when the URL is not a connection string.
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStoreDbStore> {
  const deadlines = { ...DEADLINES, ...options.deadlines };
  return new EventStoreDbStore(new Connection(options.url), deadlines, options.categories);
}

/** The log on a server: one connection for appends, reads and the doorbell. */
export class EventStoreDbStore implements EventStore, NotifiedReader {
  readonly maxAppendBytes = MAX_APPEND_BYTES;
  readonly isShared = true;
  private readonly reader: EventStoreDbReader;
  private readonly appender: Appender;
  private readonly doorbell: Doorbell;
  private readonly listeners = new Set<(head: Position) => void>();
  private readonly waiting = new Set<Promise<unknown>>();
  private waitingBytes = 0;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    deadlines: Deadlines,
    categories: readonly string[] | undefined,
  ) {
    const told = (): boolean => this.doorbell.isListening;
    this.reader = new EventStoreDbReader(connection, deadlines, categories, told, true);
    this.appender = new Appender(connection, deadlines, (stream, from, totalMs) =>
      this.reader.readStreamWithin(stream, from, totalMs),
    );
    this.doorbell = new Doorbell(connection, streamPattern(categories), deadlines, {
      ring: (position) => this.tell(position),
      missed: () => this.reader.wakeAll(),
    });
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const { bytes, events: copies } = checkedAppend(stream, expected, events);
    this.requireRoom(bytes);
    const appending = this.appender.append({ stream, expected, events: copies }, bytes);
    this.waiting.add(appending);
    this.waitingBytes += bytes;
    try {
      const result = await appending;
      this.tell(result.position);
      return result;
    } finally {
      this.waiting.delete(appending);
      this.waitingBytes -= bytes;
    }
  }

  readStream(stream: string, fromRevision?: Revision): Promise<readonly RecordedEvent[]> {
    return this.reader.readStream(stream, fromRevision);
  }

  readAll(options: ReadAllOptions): Promise<Page> {
    return this.reader.readAll(options);
  }

  head(): Promise<Position> {
    return this.reader.head();
  }

  changed(after: Checkpoint, signal: AbortSignal): Promise<void> {
    return this.reader.changed(after, signal);
  }

  notify(position: Position): void {
    this.reader.notify(position);
  }

  checkpointAt(position: Position): Checkpoint {
    return this.reader.checkpointAt(position);
  }

  positionOf(checkpoint: Checkpoint): Position | undefined {
    return this.reader.positionOf(checkpoint);
  }

  /**
   * Calls the listener with the position of each event heard of, this process's and others', so that readers in other
   * threads can be told. Returns what ends it. The listener must not throw.
   */
  onCommit(listener: (head: Position) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Whether the server answers; if not, since when and why. */
  get state(): ConnectionState {
    return this.connection.state;
  }

  /** Why nothing can be written or read now; undefined while the server answers. It passes by itself. */
  get fault(): Error | undefined {
    return this.connection.lastError;
  }

  /** Appends already asked for are answered first, within their deadline; then the connection ends. */
  close(): Promise<void> {
    this.closing ??= this.drainAndEnd();
    return this.closing;
  }

  private async drainAndEnd(): Promise<void> {
    await Promise.allSettled(this.waiting);
    await this.doorbell.close();
    this.appender.close();
    await this.reader.close();
  }

  private requireRoom(bytes: number): void {
    if (this.closing !== undefined) throw new StoreUnavailable("The log is closed.", "nothing-written");
    if (this.waiting.size >= MAX_WAITING_APPENDS || this.waitingBytes + bytes > MAX_WAITING_BYTES) {
      throw new StoreUnavailable("Too many appends are waiting for EventStoreDB.", "nothing-written");
    }
  }

  private tell(position: Position): void {
    this.reader.notify(position);
    for (const listener of this.listeners) listener(position);
  }
}
