import shared from "@eventstore/db-client/generated/shared_pb.js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import type * as sharedTypes from "@eventstore/db-client/generated/shared_pb.js";
import type * as streamsTypes from "@eventstore/db-client/generated/streams_pb.js";
import googleEmpty from "google-protobuf/google/protobuf/empty_pb.js";
import type { ExpectedRevision, NewEvent, Revision } from "../contract.js";
import type { Place } from "./place.js";

/**
 * The requests, built from the client package's own message classes.
 *
 * Its `appendToStream` and `readAll` are not used, because they cannot keep a text as it is: they parse the JSON of every
 * event they read and print it anew when they write, and they hide that the server can filter pages of `$all`.
 */

export type ReadRequest = streamsTypes.ReadReq;
export type ReadResponse = streamsTypes.ReadResp;
export type WireEvent = streamsTypes.ReadResp.ReadEvent.RecordedEvent;

/** What one append asks for, in whichever call it travels. */
export interface AppendContent {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** So many events the server looks at, at most, before it sends what it found. */
const SEARCH_WINDOW = 512;
const EVERYTHING = "9007199254740991";
const encoder = new TextEncoder();

/** The events of a stream from a revision on. */
export function streamRequest(stream: string, from: Revision, count?: number): ReadRequest {
  const options = readOptions(count === undefined ? EVERYTHING : String(count));
  const ofStream = new streams.ReadReq.Options.StreamOptions();
  options.setStream(ofStream.setStreamIdentifier(identifier(stream)).setRevision(String(from)));
  options.setNoFilter(new shared.Empty());
  return new streams.ReadReq().setOptions(options);
}

/** A page of `$all` from a place on, that place included; of the streams whose names match, or of all. */
export function pageRequest(from: Place | "start", count: number, streamPattern?: string): ReadRequest {
  const options = readOptions(String(count)).setAll(allFrom(from));
  if (streamPattern === undefined) options.setNoFilter(new shared.Empty());
  else options.setFilter(streamFilter(streamPattern));
  return new streams.ReadReq().setOptions(options);
}

/** The last event of `$all`. */
export function headRequest(): ReadRequest {
  const all = new streams.ReadReq.Options.AllOptions().setEnd(new shared.Empty());
  const options = readOptions("1").setAll(all).setReadDirection(streams.ReadReq.Options.ReadDirection.BACKWARDS);
  return new streams.ReadReq().setOptions(options.setNoFilter(new shared.Empty()));
}

/** What is appended from now on to streams whose names match. */
export function subscriptionRequest(streamPattern: string): ReadRequest {
  const all = new streams.ReadReq.Options.AllOptions().setEnd(new shared.Empty());
  const options = readOptions(undefined).setAll(all).setFilter(streamFilter(streamPattern));
  return new streams.ReadReq().setOptions(options.setSubscription(new streams.ReadReq.Options.SubscriptionOptions()));
}

function readOptions(count: string | undefined): streamsTypes.ReadReq.Options {
  const ids = new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty());
  const options = new streams.ReadReq.Options().setUuidOption(ids);
  return count === undefined ? options : options.setCount(count);
}

function allFrom(from: Place | "start"): streamsTypes.ReadReq.Options.AllOptions {
  const all = new streams.ReadReq.Options.AllOptions();
  if (from === "start") return all.setStart(new shared.Empty());
  const position = new streams.ReadReq.Options.Position();
  position.setCommitPosition(String(from.commit)).setPreparePosition(String(from.prepare));
  return all.setPosition(position);
}

function streamFilter(pattern: string): streamsTypes.ReadReq.Options.FilterOptions {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression().setRegex(pattern);
  const filter = new streams.ReadReq.Options.FilterOptions().setStreamIdentifier(expression);
  return filter.setMax(SEARCH_WINDOW).setCheckpointintervalmultiplier(1);
}

/**
 * One append as one message of the batch call. It carries no deadline: the server reads a deadline there as a moment
 * by its own clock, so a client whose clock is behind would have every append refused. Without one the server's own
 * limit holds, and the caller keeps time itself.
 */
export function batchRequest(correlationId: string, content: AppendContent): streamsTypes.BatchAppendReq {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifier(content.stream));
  if (content.expected === "no_stream") options.setNoStream(new googleEmpty.Empty());
  else options.setStreamPosition(String(content.expected));
  const proposed = content.events.map((event) => propose(new streams.BatchAppendReq.ProposedMessage(), event));
  return new streams.BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(correlationId))
    .setOptions(options)
    .setProposedMessagesList(proposed)
    .setIsFinal(true);
}

/** One append as the messages of the single call: first where, then the events one by one. */
export function singleRequests(content: AppendContent): readonly streamsTypes.AppendReq[] {
  const options = new streams.AppendReq.Options().setStreamIdentifier(identifier(content.stream));
  if (content.expected === "no_stream") options.setNoStream(new shared.Empty());
  else options.setRevision(String(content.expected));
  const proposed = content.events.map((event) => propose(new streams.AppendReq.ProposedMessage(), event));
  return [
    new streams.AppendReq().setOptions(options),
    ...proposed.map((message) => new streams.AppendReq().setProposedMessage(message)),
  ];
}

type Proposed = streamsTypes.BatchAppendReq.ProposedMessage | streamsTypes.AppendReq.ProposedMessage;

/** The texts as bytes, called JSON: the server keeps the bytes, and its admin UI and projections read them as JSON. */
function propose<T extends Proposed>(message: T, event: NewEvent): T {
  message.setId(new shared.UUID().setString(event.id));
  message.getMetadataMap().set("type", event.type).set("content-type", "application/json");
  message.setData(encoder.encode(event.data));
  message.setCustomMetadata(encoder.encode(event.metadata));
  return message;
}

function identifier(stream: string): sharedTypes.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(encoder.encode(stream));
}
