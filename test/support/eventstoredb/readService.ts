import type grpc from "@grpc/grpc-js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import type { ReadReq, ReadResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { Kill } from "./faultSwitches.js";
import type { StoredEvent } from "./memoryLog.js";
import type { DoubleNode } from "./node.js";
import { callError, asError, eventResponse, nameOf } from "./wire.js";

type ReadCall = grpc.ServerWritableStream<ReadReq, ReadResp>;
type Filter = (event: StoredEvent) => boolean;

const BACKWARDS = 1;
const DEFAULT_WINDOW = 32;

/** The Read call in its three kinds: a stream, pages of `$all` (filtered or not), and filtered subscriptions to it. */
export function read(node: DoubleNode, call: ReadCall): void {
  const refusal = node.refusalOf(call.metadata, { serving: true });
  const options = call.request.getOptions()!;
  if (refusal) return void call.emit("error", asError(refusal));
  const out = new Sender(call, node.faults.killReads.shift());
  if (options.hasStream()) return readStream(node, options, out);
  if (options.hasSubscription()) return subscribe(node, call, options, out);
  return readAll(node, options, out);
}

/** Writes answers, until it is to end the call badly. */
class Sender {
  private sent = 0;
  ended = false;

  constructor(
    private readonly call: ReadCall,
    private readonly kill: Kill | undefined,
  ) {
    call.on("cancelled", () => (this.ended = true));
  }

  send(response: ReadResp): void {
    if (this.ended) return;
    if (this.kill !== undefined && this.sent >= this.kill.afterMessages)
      return this.fail(this.kill.code, this.kill.details);
    this.sent += 1;
    this.call.write(response);
  }

  fail(code: number, details: string, trailers: Readonly<Record<string, string>> = {}): void {
    if (this.ended) return;
    this.ended = true;
    this.call.emit("error", asError(callError(code, details, trailers)));
  }

  end(): void {
    if (this.kill !== undefined) this.fail(this.kill.code, this.kill.details);
    if (this.ended) return;
    this.ended = true;
    this.call.end();
  }
}

function readStream(node: DoubleNode, options: ReadReq.Options, out: Sender): void {
  const stream = options.getStream()!;
  const name = nameOf(stream.getStreamIdentifier());
  const events = node.log.visibleEvents(name);
  if (events === "deleted") {
    return out.fail(9, `Event stream '${name}' is deleted.`, { exception: "stream-deleted", "stream-name": name });
  }
  if (events === undefined) {
    const notFound = new streams.ReadResp.StreamNotFound();
    out.send(new streams.ReadResp().setStreamNotFound(notFound.setStreamIdentifier(stream.getStreamIdentifier())));
    return out.end();
  }
  const from = stream.hasRevision() ? Number(stream.getRevision()) : 0;
  const backwards = Number(options.getReadDirection()) === BACKWARDS;
  const last = stream.hasEnd() ? Infinity : from;
  const chosen = backwards
    ? events.filter((e) => e.revision <= last).toReversed()
    : events.filter((e) => e.revision >= from);
  for (const event of node.visible(chosen).slice(0, Number(options.getCount()))) out.send(eventResponse(event));
  out.end();
}

function readAll(node: DoubleNode, options: ReadReq.Options, out: Sender): void {
  const all = options.getAll()!;
  const backwards = Number(options.getReadDirection()) === BACKWARDS;
  const events = node.visible(node.log.events);
  const from = all.hasEnd() ? Infinity : Number(all.getPosition()?.getCommitPosition() ?? 0);
  const head = events.at(-1)?.position ?? 0;
  if (from > 0 && from <= head && !events.some((event) => event.position === from)) {
    return out.fail(2, "Unexpected FilteredReadAllResult: InvalidPosition");
  }
  // Forwards begins with the place itself, backwards before it.
  const chosen = backwards
    ? events.filter((e) => e.position < from).toReversed()
    : events.filter((e) => e.position >= from);
  const filter = filterOf(options);
  const send = (): void => {
    for (const event of chosen.filter(filter).slice(0, Number(options.getCount()))) out.send(eventResponse(event));
    out.end();
  };
  const scanMs = options.hasFilter() ? node.faults.filteredScanMs : 0;
  if (scanMs > 0) setTimeout(send, scanMs).unref();
  else send();
}

/** Confirmation, what stands after the place, a checkpoint, "caught up", and then what comes. The place is excluded. */
function subscribe(node: DoubleNode, call: ReadCall, options: ReadReq.Options, out: Sender): void {
  const all = options.getAll()!;
  const head = node.visible(node.log.events).at(-1)?.position ?? 0;
  let place = all.hasEnd() ? head : Number(all.getPosition()?.getCommitPosition() ?? 0);
  const filter = filterOf(options);
  const interval = checkpointInterval(options);
  let considered = 0;

  const tell = (): void => {
    if (node.faults.silentSubscriptions) return;
    for (const event of node.visible(node.log.events)) {
      if (event.position <= place) continue;
      place = event.position;
      considered += 1;
      if (filter(event)) {
        out.send(eventResponse(event));
        if (node.faults.duplicateDelivery) out.send(eventResponse(event));
      }
      if (interval !== undefined && considered % interval === 0) out.send(checkpoint(place));
    }
  };
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
  out.send(new streams.ReadResp().setConfirmation(confirmation));
  tell();
  if (interval !== undefined) out.send(checkpoint(place));
  out.send(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
  const stop = node.log.onAppend(tell);
  const stopEnding = node.onSubscriptionsEnd((code, details) => out.fail(code, details));
  call.on("cancelled", () => {
    stop();
    stopEnding();
  });
}

function filterOf(options: ReadReq.Options): Filter {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType()!;
  const textOf = (event: StoredEvent): string => (onStream === undefined ? event.type : event.stream);
  const regex = expression.getRegex();
  if (regex !== "") {
    const pattern = new RegExp(regex, "u");
    return (event) => pattern.test(textOf(event));
  }
  const prefixes = expression.getPrefixList();
  return (event) => prefixes.some((prefix) => textOf(event).startsWith(prefix));
}

function checkpointInterval(options: ReadReq.Options): number | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  return filter.getCheckpointintervalmultiplier() * (filter.hasMax() ? filter.getMax() : DEFAULT_WINDOW);
}

function checkpoint(position: number): ReadResp {
  const place = new streams.ReadResp.Checkpoint().setCommitPosition(String(position));
  return new streams.ReadResp().setCheckpoint(place.setPreparePosition(String(position)));
}
