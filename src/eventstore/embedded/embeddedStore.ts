import { mkdirSync } from "node:fs";
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
import { MAX_APPEND_BYTES } from "../appendRequest.js";
import { EmbeddedReader } from "./embeddedReader.js";
import type { FolderLock } from "./lock.js";
import { lockFolder } from "./lock.js";
import { openForReading } from "./schema.js";
import type { WriterStatistics } from "./writerClient.js";
import { WriterClient } from "./writerClient.js";

export interface EmbeddedStoreOptions {
  /** Holds `ledger.db` and the lock; made when absent. Not on a network disk: SQLite's locks do not hold there. */
  readonly folder: string;
  /** Milliseconds since 1970, for `recordedAt`; the machine's clock when absent. */
  readonly clock?: () => number;
}

/**
 * Opens the embedded log, alone in its folder.
 * @throws DataFolderInUse when another process has the folder.
 * @throws CannotOpenLedger when the file is another program's, a newer version's or damaged.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { folder, clock = Date.now } = options;
  // The log holds personal data: a folder made here is the owner's alone.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return EmbeddedStore.open(folder, clock, new URL("./writerThread.js", import.meta.url));
}

/** The log in one SQLite file: one thread writes, everybody else reads on connections of their own. */
export class EmbeddedStore implements EventStore {
  readonly maxAppendBytes = MAX_APPEND_BYTES;
  /** The folder's lock sees to it. */
  readonly isShared = false;

  private constructor(
    private readonly lock: FolderLock,
    private readonly writer: WriterClient,
    private readonly reader: EmbeddedReader,
    private readonly listeners: Set<(head: Position) => void>,
  ) {}

  /** As `openEmbeddedStore`, with the entry of the writer's thread named. */
  static async open(folder: string, clock: () => number, writerEntry: URL): Promise<EmbeddedStore> {
    const listeners = new Set<(head: Position) => void>();
    const tellAll = (head: Position): void => listeners.forEach((listener) => listener(head));
    const lock = lockFolder(folder);
    let writer: WriterClient | undefined;
    try {
      writer = await WriterClient.start(writerEntry, folder, clock, tellAll);
      const reader = new EmbeddedReader(openForReading(folder));
      listeners.add((head) => reader.notify(head));
      return new EmbeddedStore(lock, writer, reader, listeners);
    } catch (error) {
      await writer?.close();
      lock.release();
      throw error;
    }
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    return this.writer.append(stream, expected, events);
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

  checkpointAt(position: Position): Checkpoint {
    return this.reader.checkpointAt(position);
  }

  positionOf(checkpoint: Checkpoint): Position | undefined {
    return this.reader.positionOf(checkpoint);
  }

  /**
   * Calls the listener with the log's last position after each commit.
   * Returns what ends it. The listener must not throw.
   */
  onCommit(listener: (head: Position) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Why nothing can be written any more (the writer's thread died); undefined while all is well. */
  get fault(): Error | undefined {
    return this.writer.fault;
  }

  get statistics(): WriterStatistics {
    return this.writer.statistics;
  }

  /** Reading ends at once; appends already asked for are written and answered; then the folder is free. */
  async close(): Promise<void> {
    await this.reader.close();
    await this.writer.close();
    this.lock.release();
  }
}
