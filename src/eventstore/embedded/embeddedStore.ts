import { join } from "node:path";
import type {
  AppendResult,
  Checkpoint,
  EventStore,
  ExpectedRevision,
  LogReader,
  NewEvent,
  Page,
  Position,
  ReadAllOptions,
  RecordedEvent,
  Revision,
} from "../contract.js";
import { IdleThreads } from "../idleThreads.js";
import { MAX_APPEND_BYTES } from "../appendRequest.js";
import { holdReserve, makeDataFolder, roomIn } from "./dataFolder.js";
import { EmbeddedReader } from "./embeddedReader.js";
import type { FolderLock } from "./lock.js";
import { lockFolder } from "./lock.js";
import { HeldFiles } from "./heldFiles.js";
import { LEDGER_FILE, openForReading, openWhole } from "./schema.js";
import type { WriterStatistics } from "./writerClient.js";
import { WriterClient } from "./writerClient.js";

export interface EmbeddedStoreOptions {
  /** Holds `ledger.db` and the lock; made when absent. Not on a network disk: SQLite's locks do not hold there. */
  readonly folder: string;
  /** Milliseconds since 1970, for `recordedAt`; the machine's clock when absent. */
  readonly clock?: () => number;
  /**
   * Looks at the log as it was found, before anything of it is changed; undefined when there is none yet. What it throws
   * is why the log is not opened.
   */
  readonly look?: (found: LogReader | undefined) => Promise<void>;
}

const WRITERS = new IdleThreads(new URL("./writerThread.js", import.meta.url));

/** With less room than this the log still takes nothing: a commit and a checkpoint need some. */
const ROOM_TO_GO_ON_BYTES = 1_048_576;

/**
 * Opens the embedded log, alone in its folder.
 * @throws DataFolderInUse when another process has the folder.
 * @throws CannotOpenLedger when the folder cannot be used, or the file is another program's, a newer version's, damaged or
 * has holes.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { folder, clock = Date.now, look } = options;
  makeDataFolder(folder);
  return EmbeddedStore.open(folder, clock, WRITERS, look);
}

/** The log in one SQLite file: one thread writes, everybody else reads on connections of their own. */
export class EmbeddedStore implements EventStore {
  readonly maxAppendBytes = MAX_APPEND_BYTES;
  /** The folder's lock sees to it. */
  readonly isShared = false;

  private readonly files: HeldFiles;

  private constructor(
    private readonly folder: string,
    private readonly lock: FolderLock,
    private readonly writer: WriterClient,
    private readonly reader: EmbeddedReader,
    private readonly listeners: Set<(head: Position) => void>,
  ) {
    this.files = new HeldFiles(join(folder, LEDGER_FILE));
  }

  /** As `openEmbeddedStore`, with the threads that write named. */
  static async open(
    folder: string,
    clock: () => number,
    writers: IdleThreads,
    look: EmbeddedStoreOptions["look"] = async () => undefined,
  ): Promise<EmbeddedStore> {
    const listeners = new Set<(head: Position) => void>();
    const tellAll = (head: Position): void => listeners.forEach((listener) => listener(head));
    holdReserve(folder);
    const lock = lockFolder(folder);
    let writer: WriterClient | undefined;
    try {
      await lookAt(folder, look);
      writer = await WriterClient.start(writers, folder, clock, tellAll);
      const reader = new EmbeddedReader(openForReading(folder));
      listeners.add((head) => reader.notify(head));
      return new EmbeddedStore(folder, lock, writer, reader, listeners);
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

  /** Why nothing can be written any more (the writer's thread died, the file is gone); undefined while all is well. */
  get fault(): Error | undefined {
    const gone = this.files.fault;
    return this.writer.fault ?? (gone === undefined ? undefined : new Error(gone));
  }

  /** Why nothing is written now; it passes by itself. Undefined since an append was taken, or there is room again. */
  get refusal(): string | undefined {
    const { failure } = this.writer;
    if (failure === undefined || (failure.isFull && roomIn(this.folder) >= ROOM_TO_GO_ON_BYTES)) return undefined;
    return failure.message;
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

async function lookAt(folder: string, look: NonNullable<EmbeddedStoreOptions["look"]>): Promise<void> {
  const found = openWhole(folder);
  const reader = found && new EmbeddedReader(found);
  try {
    await look(reader);
  } finally {
    await reader?.close();
  }
}
