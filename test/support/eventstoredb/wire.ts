import grpc from "@grpc/grpc-js";
import shared from "@eventstore/db-client/generated/shared_pb.js";
import statusPb from "@eventstore/db-client/generated/status_pb.js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import type { Status } from "@eventstore/db-client/generated/status_pb.js";
import type { ReadResp } from "@eventstore/db-client/generated/streams_pb.js";
import anyPb from "google-protobuf/google/protobuf/any_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type { ProposedEvent, StoredEvent } from "./memoryLog.js";

const IN_PACKAGE = "event_store.client.";

export interface Packable {
  serializeBinary(): Uint8Array;
}

/** The error inside an answer of the batch call. */
export function statusOf(code: number, message: string, type: string, details: Packable): Status {
  const packed = new anyPb.Any();
  packed.pack(details.serializeBinary(), type === "Empty" ? "google.protobuf.Empty" : `${IN_PACKAGE}${type}`);
  return new statusPb.Status().setCode(code).setMessage(message).setDetails(packed);
}

export const emptyDetails = (): Packable => new emptyPb.Empty();

/** An error of a call, with the trailers by which the client knows its kind. */
export function callError(
  code: number,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): Partial<grpc.StatusObject> {
  const metadata = new grpc.Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

/** What a handler rejects its call with. */
export const asError = (status: Partial<grpc.StatusObject>): Error & Partial<grpc.StatusObject> =>
  Object.assign(new Error(status.details), status);

export function eventResponse(event: StoredEvent): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(event.stream)))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(event.position))
    .setPreparePosition(String(event.position))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  // 100-nanosecond ticks; the last digits are there on a real server, too.
  const created = `${event.createdMs}${String(event.position % 10_000).padStart(4, "0")}`;
  recorded.getMetadataMap().set("type", event.type).set("content-type", event.contentType).set("created", created);
  const read = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(event.position));
  return new streams.ReadResp().setEvent(read);
}

interface WireProposed {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export function proposedEvent(message: WireProposed): ProposedEvent {
  return {
    id: message.getId()?.getString() ?? "",
    type: message.getMetadataMap().get("type") ?? "",
    contentType: message.getMetadataMap().get("content-type") ?? "",
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** As the server counts: a type's characters have two bytes each. */
export const sizeOf = (event: ProposedEvent): number =>
  event.data.length + event.metadata.length + 2 * event.type.length;

export const nameOf = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? new Uint8Array()).toString("utf8");
