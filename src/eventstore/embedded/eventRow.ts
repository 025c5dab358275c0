import type { RecordedEvent } from "../contract.js";

export const EVENT_COLUMNS = "position, stream, revision, event_id, type, data, metadata, recorded_at";

/** An event as the table has it. */
export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: Buffer;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: number;
}

export function toRecordedEvent(row: EventRow): RecordedEvent {
  return {
    id: idOfBlob(row.event_id),
    stream: row.stream,
    revision: row.revision,
    position: safeInteger(row.position),
    type: row.type,
    data: row.data,
    metadata: row.metadata,
    recordedAt: new Date(row.recorded_at).toISOString(),
  };
}

/** A lower-case UUID as its 16 bytes. */
export function blobOfId(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOfBlob(blob: Buffer): string {
  const hex = blob.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** @throws RangeError beyond 2^53, where JavaScript's numbers begin to skip. */
export function safeInteger(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${String(value)} is not a safe integer.`);
  return value as number;
}
