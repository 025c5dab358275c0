import type { RecordedEvent } from "../contract.js";
import { categoryOf } from "../contract.js";
import type { WireEvent } from "./messages.js";
import type { Place } from "./place.js";

/** An event as the server sends it, in the contract's words. */
export function toRecordedEvent(event: WireEvent): RecordedEvent {
  const properties = event.getMetadataMap();
  return {
    id: event.getId()?.getString() ?? "",
    stream: streamOf(event),
    revision: safeNumber(event.getStreamRevision()),
    position: safeNumber(event.getCommitPosition()),
    type: properties.get("type") ?? "",
    data: textOf(event.getData_asU8()),
    metadata: textOf(event.getCustomMetadata_asU8()),
    recordedAt: timeOf(properties.get("created") ?? "0"),
  };
}

export function placeOfEvent(event: WireEvent): Place {
  return { commit: safeNumber(event.getCommitPosition()), prepare: safeNumber(event.getPreparePosition()) };
}

/**
 * True for what the server writes for itself. Its streams begin with `$`; a tombstone and a link stand in other streams
 * too, and only their type tells.
 */
export function isSystemEvent(event: WireEvent): boolean {
  return (event.getMetadataMap().get("type") ?? "").startsWith("$") || streamOf(event).startsWith("$");
}

/** The pattern, for the server, of the streams of these categories; of all but the system's when there are none named. */
export function streamPattern(categories: readonly string[] | undefined): string {
  if (categories === undefined) return "^[^$]";
  return `^(?:${categories.map(escapeForPattern).join("|")})(?:-|$)`;
}

/** The same judgement as `streamPattern`, made here. */
export function isWanted(event: WireEvent, categories: readonly string[] | undefined): boolean {
  if (isSystemEvent(event)) return false;
  return categories === undefined || categories.includes(categoryOf(streamOf(event)));
}

const escapeForPattern = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}#\s]/g, "\\$&");

const streamOf = (event: WireEvent): string => textOf(event.getStreamIdentifier()?.getStreamName_asU8());

function textOf(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return "";
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

/** @param ticks of 100 nanoseconds since 1970: more than a number holds, so the last four digits are cut as text */
function timeOf(ticks: string): string {
  return new Date(Number(ticks.slice(0, -4))).toISOString();
}

/** @throws RangeError beyond 2^53, where JavaScript's numbers begin to skip. */
export function safeNumber(digits: string): number {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${digits} is not a safe integer.`);
  return value;
}
