import { toUSVString } from "node:util";
import type { ExpectedRevision, NewEvent } from "../contract.js";
import { AppendTooLarge, EventIdTaken } from "../contract.js";
import type { AppendRequest } from "./messages.js";
import { BEFORE_FIRST } from "./messages.js";

/** What EventStoreDB takes by default, so that a log can move there. */
export const MAX_APPEND_BYTES = 1_048_576;
const MAX_STREAM_LENGTH = 500;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
 
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/**
 * Checks what the caller hands over and copies it, so that later changes by the caller cannot reach the log.
 * @throws RangeError for what no caller should ever ask: no events, a bad expected revision, a bad name, id or text.
 * @throws EventIdTaken when one id comes twice.
 * @throws AppendTooLarge beyond MAX_APPEND_BYTES.
 */
export function checkedRequest(
  ticket: number,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  nowMs: number,
): AppendRequest {
  checkStream(stream);
  checkNow(nowMs);
  if (events.length === 0) throw new RangeError("An append needs at least one event.");
  const copies = events.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }));
  copies.forEach(checkEvent);
  checkIdsDiffer(copies);
  const bytes = copies.reduce((sum, event) => sum + bytesOf(event), 0);
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(bytes, MAX_APPEND_BYTES);
  return { ticket, stream, expected: revisionNumber(expected), events: copies, bytes, nowMs };
}

function revisionNumber(expected: ExpectedRevision): number {
  if (expected === "no_stream") return BEFORE_FIRST;
  if (!Number.isSafeInteger(expected) || expected < 0) {
    throw new RangeError(`The expected revision ${expected} is neither "no_stream" nor a revision.`);
  }
  return expected;
}

function checkStream(stream: string): void {
  if (stream === "" || stream.length > MAX_STREAM_LENGTH || CONTROL_CHARACTER.test(stream) || !isWellFormed(stream)) {
    throw new RangeError(`A stream name has 1 to ${MAX_STREAM_LENGTH} characters and no control characters.`);
  }
}

function checkEvent(event: NewEvent): void {
  if (!UUID.test(event.id)) throw new RangeError("An event id is a UUID in lower case.");
  if (event.type === "") throw new RangeError("An event has a type.");
  // Half a surrogate pair has no UTF-8 form: SQLite would keep another text than the one given.
  if (![event.type, event.data, event.metadata].every(isWellFormed)) {
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

function checkNow(nowMs: number): void {
  const endOfYear9999 = 253_402_300_799_999;
  if (!Number.isSafeInteger(nowMs) || nowMs < 0 || nowMs > endOfYear9999) {
    throw new RangeError(`The clock reads ${nowMs}: whole milliseconds since 1970 are needed.`);
  }
}

function bytesOf(event: NewEvent): number {
  return Buffer.byteLength(event.type) + Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
}

function isWellFormed(text: string): boolean {
  return toUSVString(text) === text;
}
