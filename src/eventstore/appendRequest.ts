import { AppendTooLarge, EventIdTaken, type ExpectedRevision, type NewEvent, type Revision } from "./contract.js";

/**
 * What every store takes at once, in bytes of type, data and metadata. EventStoreDB's default is 1 MiB, in which it
 * counts two bytes for each character of a type; the rest is left for that. All stores keep to it, so that a ledger can
 * move from one to the other.
 */
export const MAX_APPEND_BYTES = 1_048_576 - 65_536;

/** The revision before the first event, so that revisions can be compared as numbers. */
export const BEFORE_FIRST = -1;

const MAX_STREAM_LENGTH = 500;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CONTROL_CHARACTER = /\p{Cc}/u;

/** An append as it was asked for, checked and copied. */
export interface CheckedAppend {
  readonly stream: string;
  /** `BEFORE_FIRST` for "no_stream". */
  readonly expected: Revision;
  readonly events: readonly NewEvent[];
  /** Of type, data and metadata together. */
  readonly bytes: number;
}

/**
 * Checks what the caller hands over and copies it, so that later changes by the caller cannot reach the log.
 * @throws RangeError for what no caller should ever ask: no events, a bad expected revision, a bad name, id or text.
 * @throws EventIdTaken when one id comes twice.
 * @throws AppendTooLarge beyond MAX_APPEND_BYTES.
 */
export function checkedAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): CheckedAppend {
  checkStream(stream);
  if (events.length === 0) throw new RangeError("An append needs at least one event.");
  const copies = events.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }));
  copies.forEach(checkEvent);
  checkIdsDiffer(copies);
  const bytes = copies.reduce((sum, event) => sum + bytesOf(event), 0);
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(bytes, MAX_APPEND_BYTES);
  return { stream, expected: revisionNumber(expected), events: copies, bytes };
}

function revisionNumber(expected: ExpectedRevision): number {
  if (expected === "no_stream") return BEFORE_FIRST;
  if (!Number.isSafeInteger(expected) || expected < 0) {
    throw new RangeError(`The expected revision ${expected} is neither "no_stream" nor a revision.`);
  }
  return expected;
}

function checkStream(stream: string): void {
  if (stream === "" || stream.length > MAX_STREAM_LENGTH || CONTROL_CHARACTER.test(stream) || !stream.isWellFormed()) {
    throw new RangeError(`A stream name has 1 to ${MAX_STREAM_LENGTH} characters and no control characters.`);
  }
  if (stream.startsWith("$")) throw new RangeError("Names that begin with $ are EventStoreDB's own.");
}

function checkEvent(event: NewEvent): void {
  if (!UUID.test(event.id)) throw new RangeError("An event id is a UUID in lower case.");
  if (event.type === "" || event.type.startsWith("$")) {
    throw new RangeError("An event has a type, and it does not begin with $: such are EventStoreDB's own.");
  }
  // Half a surrogate pair has no UTF-8 form: SQLite would keep another text than the one given.
  if (![event.type, event.data, event.metadata].every((text) => text.isWellFormed())) {
    throw new RangeError("The texts of an event are well-formed Unicode.");
  }
}

function checkIdsDiffer(events: readonly NewEvent[]): void {
  const seen = new Set<string>();
  for (const { id } of events) {
    if (seen.has(id)) throw new EventIdTaken(id);
    seen.add(id);
  }
}

function bytesOf(event: NewEvent): number {
  return Buffer.byteLength(event.type) + Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
}
