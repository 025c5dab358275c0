/**
 * The log: one contract, several stores. Every store keeps one total order of events, appends atomically to one
 * stream under an expected revision, and treats the same events again as the same append.
 *
 * A store knows nothing of the domain: an event is an id, a type and two JSON texts.
 */

/**
 * An event's place in the store's one total order. Later events have higher positions; positions need not be dense.
 * A safe integer: a log of 2^53 bytes (EventStoreDB counts bytes) would hold nine petabytes.
 */
export type Position = number;

/** The position before the first event. */
export const START: Position = 0;

/**
 * Where to read on: the store's own words for "everything up to here has been seen", safe to keep and to send.
 * EventStoreDB needs a commit and a prepare position for it; nobody but the store looks inside.
 */
export type Checkpoint = string;

/** The revision of the last event of a stream; revisions count from 0. */
export type Revision = number;

/** What the stream must look like for the append to happen. There is deliberately no "any". */
export type ExpectedRevision = Revision | "no_stream";

export interface NewEvent {
  /** A UUID, unique in the whole log; it makes a repeated append recognisable. */
  readonly id: string;
  readonly type: string;
  /** Canonical JSON. The text is stored as given. */
  readonly data: string;
  /** Canonical JSON. The text is stored as given. */
  readonly metadata: string;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  /**
   * When the store took it, RFC 3339 UTC with milliseconds. In the embedded log never earlier than an event before it.
   * EventStoreDB gives its leader's clock, which may step back, at a change of leader most of all: order is the
   * position.
   */
  readonly recordedAt: string;
  /** Of an event that takes others back, where it was asked for: all that its stream holds before it. See ./stories.ts. */
  readonly story?: readonly RecordedEvent[];
}

export interface AppendResult {
  /** Of the last event appended. */
  readonly revision: Revision;
  /** Of the last event appended; for a repeated append, of the original one. */
  readonly position: Position;
  /** The store knows that the events stood there before. A shared one may not know, and take a repetition for a first. */
  readonly repeated?: true;
}

export interface Page {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here has been considered, including events that the filter left out. */
  readonly checkpoint: Checkpoint;
  /** The same place as a position. */
  readonly position: Position;
  /** True when the page reached the end of the log as it was at that moment. */
  readonly atEnd: boolean;
}

export interface ReadAllOptions {
  /** Read after this place; from the beginning when absent. */
  readonly after?: Checkpoint;
  /** At most so many events are looked at for one page. */
  readonly limit: number;
  /** Only streams of these categories (the part of the name before the first dash); all when absent. */
  readonly categories?: readonly string[];
  /** On abort the read rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface LogReader {
  /** The events of one stream from a revision on, in order. A stream that does not exist has none. */
  readStream(stream: string, fromRevision?: Revision): Promise<readonly RecordedEvent[]>;
  /**
   * One page of the whole log, in order of position. It may be shorter than the limit before the end: only `atEnd` says.
   * @throws RangeError for a place that this store never wrote, or a limit below one.
   */
  readAll(options: ReadAllOptions): Promise<Page>;
  /** The position of the last event; `START` for an empty log. */
  head(): Promise<Position>;
  /**
   * Resolves once the log may hold events after the place: at once if it already does. It may wake too often,
   * never too seldom; on abort it resolves too.
   */
  changed(after: Checkpoint, signal: AbortSignal): Promise<void>;
  /** The checkpoint that stands right after the event at this position. */
  checkpointAt(position: Position): Checkpoint;
  /** The reverse of `checkpointAt`; undefined for a text that this store never wrote. */
  positionOf(checkpoint: Checkpoint): Position | undefined;
  close(): Promise<void>;
}

export interface EventStore extends LogReader {
  /**
   * Appends all events or none, durably: the promise resolves after the store has made them safe.
   *
   * The same event ids again at the same place give the original result (a blind retry is harmless).
   * @throws WrongExpectedRevision when the stream does not stand where the caller thought.
   * @throws EventIdTaken when an id already stands elsewhere in the log.
   * @throws AppendTooLarge when the events exceed what the store takes at once.
   * @throws StoreUnavailable when the store cannot answer now; `outcome` says whether the events may have been written.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;
  /** The largest append, in bytes of type, data and metadata together. */
  readonly maxAppendBytes: number;
  /** Others may append to the log as well: other processes, on other machines. */
  readonly isShared: boolean;
}

/** What commands need of a store: streams one at a time. */
export type StreamStore = Pick<EventStore, "append" | "readStream" | "isShared">;

export class WrongExpectedRevision extends Error {
  override readonly name = "WrongExpectedRevision";
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`The stream stands at ${actual}, not at ${expected}.`);
  }
}

export class EventIdTaken extends Error {
  override readonly name = "EventIdTaken";
  constructor(readonly eventId: string) {
    super("The event id already stands elsewhere in the log.");
  }
}

export class AppendTooLarge extends Error {
  override readonly name = "AppendTooLarge";
  constructor(
    readonly bytes: number,
    readonly maxBytes: number,
  ) {
    super(`The append has ${bytes} bytes; at most ${maxBytes} are taken at once.`);
  }
}

/** The store cannot answer now. Reads may be asked again; an append may be repeated with the same event ids. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  constructor(
    message: string,
    /** `nothing-written`: surely nothing was appended. `unknown`: it may have been; repeat with the same ids to learn. */
    readonly outcome: "nothing-written" | "unknown",
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The category of a stream: the part of its name before the first dash, as EventStoreDB's `$by_category` has it. */
export function categoryOf(stream: string): string {
  const dash = stream.indexOf("-");
  return dash < 0 ? stream : stream.slice(0, dash);
}

/** A reader that can be told of new events before it discovers them itself. */
export interface NotifiedReader extends LogReader {
  notify(position: Position): void;
}
