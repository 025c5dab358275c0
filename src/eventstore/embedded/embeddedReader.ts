import type Sqlite from "better-sqlite3";
import Database from "./sqlite.js";
import type { Checkpoint, LogReader, Page, Position, ReadAllOptions, RecordedEvent, Revision } from "../contract.js";
import { START, StoreUnavailable } from "../contract.js";
import type { EventRow } from "./eventRow.js";
import { EVENT_COLUMNS, safeInteger, toRecordedEvent } from "./eventRow.js";
import type { Connection } from "./schema.js";
import { openForReading } from "./schema.js";
import { hearCommits } from "./commits.js";
import { Waiters } from "./waiters.js";

/** A page ends early when its texts have so many characters: few large events must not fill the memory. */
const MAX_PAGE_CHARACTERS = 16 * 1_048_576;
const MAX_CATEGORIES = 100;

type PageStatement = Sqlite.Statement<(string | number)[], EventRow>;

/**
 * Opens the log of a folder for reading, in any thread or process; it sees every commit at once. In the writer's process
 * it is told of each; in another, `changed` notices them within a quarter of a second.
 * @throws CannotOpenLedger when the folder has no log, or one that this version cannot read.
 */
export function openEmbeddedReader({ folder }: { readonly folder: string }): EmbeddedReader {
  const db = openForReading(folder);
  const reader: EmbeddedReader = new EmbeddedReader(
    db,
    hearCommits(folder, (head) => reader.notify(head)),
  );
  return reader;
}

/** Reads the embedded log on a read-only connection of its own. */
export class EmbeddedReader implements LogReader {
  private readonly headPosition: Sqlite.Statement<[], number>;
  private readonly streamEvents: Sqlite.Statement<[string, number], EventRow>;
  private readonly pageStatements = new Map<number | "all", PageStatement>();
  private readonly waiters = new Waiters(() => this.readHead());

  /** @param stopListening called when it is closed */
  constructor(
    private readonly db: Connection,
    private readonly stopListening: () => void = () => undefined,
  ) {
    this.headPosition = db.prepare<[], number>("SELECT coalesce(max(position), 0) FROM events").pluck();
    this.streamEvents = db.prepare(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision`,
    );
  }

  async readStream(stream: string, fromRevision: Revision = 0): Promise<readonly RecordedEvent[]> {
    return this.guard(() => this.streamEvents.all(stream, fromRevision).map(toRecordedEvent));
  }

  async readAll(options: ReadAllOptions): Promise<Page> {
    options.signal?.throwIfAborted();
    if (!Number.isSafeInteger(options.limit) || options.limit < 1)
      throw new RangeError("A page has a limit of 1 or more.");
    const after = options.after === undefined ? START : this.requirePosition(options.after);
    return this.guard(() => {
      // The head first: the log only grows, so the page and the head then agree without a transaction.
      const head = Math.max(after, this.readHead());
      const { events, complete } = this.readPage(after, head, options);
      const position = complete ? head : events.at(-1)!.position;
      return { events, checkpoint: this.checkpointAt(position), position, atEnd: position === head };
    });
  }

  async head(): Promise<Position> {
    return this.guard(() => this.readHead());
  }

  async changed(after: Checkpoint, signal: AbortSignal): Promise<void> {
    const position = this.requirePosition(after);
    return this.guard(() => this.waiters.wait(position, signal));
  }

  /** Tells that the log now reaches this position: wakes those who wait for more than they have seen. */
  notify(head: Position): void {
    this.waiters.notify(head);
  }

  checkpointAt(position: Position): Checkpoint {
    if (!Number.isSafeInteger(position) || position < START) throw new RangeError(`${position} is not a position.`);
    return `e${position}`;
  }

  positionOf(checkpoint: Checkpoint): Position | undefined {
    if (!/^e(0|[1-9][0-9]{0,15})$/.test(checkpoint)) return undefined;
    const position = Number(checkpoint.slice(1));
    return Number.isSafeInteger(position) ? position : undefined;
  }

  /** Those who wait in `changed` are woken; reads from now on fail with StoreUnavailable. */
  async close(): Promise<void> {
    this.stopListening();
    this.db.close();
    this.waiters.wakeAll();
  }

  private readHead(): Position {
    return safeInteger(this.headPosition.get());
  }

  /** The events after a place and up to the head that match; `complete` when there are no more of them. */
  private readPage(
    after: Position,
    head: Position,
    { limit, categories }: ReadAllOptions,
  ): { readonly events: readonly RecordedEvent[]; readonly complete: boolean } {
    const names = categories === undefined ? undefined : [...new Set(categories)];
    if (names?.length === 0) return { events: [], complete: true };
    const range = [after, head];
    const parameters = names === undefined ? range : names.flatMap((name) => [name, ...range]);
    const events: RecordedEvent[] = [];
    let characters = 0;
    for (const row of this.pageStatement(names?.length ?? "all").iterate(...parameters, limit)) {
      events.push(toRecordedEvent(row));
      characters += row.data.length + row.metadata.length;
      if (characters >= MAX_PAGE_CHARACTERS) return { events, complete: false };
    }
    return { events, complete: events.length < limit };
  }

  /**
   * One arm a category, merged by position: each arm walks its own part of the category index, so events of other
   * categories cost nothing, however many lie between. (`category IN (…)` would sort all that matches for each page.)
   */
  private pageStatement(categoryCount: number | "all"): PageStatement {
    const known = this.pageStatements.get(categoryCount);
    if (known !== undefined) return known;
    if (categoryCount !== "all" && categoryCount > MAX_CATEGORIES) {
      throw new RangeError(`At most ${MAX_CATEGORIES} categories can be read at once.`);
    }
    const select = `SELECT ${EVENT_COLUMNS} FROM events WHERE`;
    const range = "position > ? AND position <= ?";
    const arms =
      categoryCount === "all"
        ? `${select} ${range}`
        : Array.from({ length: categoryCount }, () => `${select} category = ? AND ${range}`).join(" UNION ALL ");
    const statement: PageStatement = this.db.prepare(`${arms} ORDER BY position LIMIT ?`);
    this.pageStatements.set(categoryCount, statement);
    return statement;
  }

  private requirePosition(checkpoint: Checkpoint): Position {
    const position = this.positionOf(checkpoint);
    if (position === undefined) throw new RangeError("The text is not a checkpoint of this log.");
    return position;
  }

  /** SQLite's faults become the contract's: reading may be tried again. */
  private guard<T>(read: () => T): T {
    if (!this.db.open) throw new StoreUnavailable("The log is closed.", "nothing-written");
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      throw new StoreUnavailable(`The log could not be read: ${error.code}.`, "nothing-written", { cause: error });
    }
  }
}
