import type grpc from "@grpc/grpc-js";
import shared from "@eventstore/db-client/generated/shared_pb.js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from "@eventstore/db-client/generated/streams_pb.js";
import type { Status } from "@eventstore/db-client/generated/status_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type { AppendOutcome, Expected, ProposedEvent } from "./memoryLog.js";
import type { DoubleNode } from "./node.js";
import { asError, callError, emptyDetails, nameOf, proposedEvent, sizeOf, statusOf } from "./wire.js";

export const MAX_APPEND_SIZE = 1_048_576;

type BatchCall = grpc.ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Request {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
}

/** What the node does about a request; "silence" is no answer, "cut" ends the call. */
type Reaction = AppendOutcome | { readonly kind: "silence" | "cut" | "timeout" };

/** Faults first, then the log. A switch that commits leaves the events in the log whatever is answered. */
function react(node: DoubleNode, { stream, expected, events }: Request): Reaction {
  const { faults, log } = node;
  if (faults.take("swallowAppends")) return { kind: "silence" };
  if (faults.take("timeoutWithoutCommit")) return { kind: "timeout" };
  if (faults.diskFull) {
    node.die();
    return { kind: "timeout" };
  }
  const outcome = log.append(stream, expected, events);
  if (outcome.kind === "success" && outcome.repeated && faults.take("calledConflicts")) {
    return { kind: "wrong", current: outcome.revision };
  }
  if (faults.take("loseAcks")) return { kind: "cut" };
  if (faults.take("swallowAcks")) return { kind: "silence" };
  if (faults.take("timeoutAfterCommit")) return { kind: "timeout" };
  return outcome;
}

/** All appends of a client over one call, answered by their correlation ids. */
export function batchAppend(node: DoubleNode, call: BatchCall): void {
  const requests = new Map<string, Request>();
  const answer = (id: string, stream: string, fill: (response: BatchAppendResp) => BatchAppendResp): void => {
    const name = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
    const response = new streams.BatchAppendResp().setCorrelationId(new shared.UUID().setString(id));
    const send = (): void =>
      void (call.writableEnded || call.destroyed || call.write(fill(response.setStreamIdentifier(name))));
    if (node.faults.delayAcksMs > 0) setTimeout(send, node.faults.delayAcksMs).unref();
    else send();
  };

  call.on("data", (message: BatchAppendReq) => {
    const id = message.getCorrelationId()?.getString() ?? "";
    const options = message.getOptions();
    if (options !== undefined) {
      const stream = nameOf(options.getStreamIdentifier());
      const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
      // A deadline is a moment by the client's clock, and judged by the server's.
      if (deadline <= Date.now() + node.faults.clockAheadMs) return answer(id, stream, (r) => r.setError(timeout()));
      requests.set(id, { stream, expected: expectedOfBatch(options), events: [] });
    }
    const request = requests.get(id);
    if (request === undefined) return;
    request.events.push(...message.getProposedMessagesList().map(proposedEvent));
    if (!message.getIsFinal()) return;
    requests.delete(id);
    const refused = refusalInBatch(node, call, request);
    if (refused === "ended") return;
    if (refused !== undefined) return answer(id, request.stream, (r) => r.setError(refused));
    const reaction = react(node, request);
    if (reaction.kind === "silence") return;
    if (reaction.kind === "cut") return node.cutBecauseOfAppend(call);
    answer(id, request.stream, (response) => fillBatch(node, response, request, reaction));
  });
  call.on("end", () => call.end());
  call.on("error", () => undefined);
}

function refusalInBatch(node: DoubleNode, call: BatchCall, request: Request): Status | "ended" | undefined {
  if (node.faults.notReady) return statusOf(0, "Server Is Not Ready", "Empty", emptyDetails());
  const notLeader = node.refusalOf(call.metadata, { serving: false });
  if (notLeader !== undefined) {
    call.emit("error", asError(notLeader));
    return "ended";
  }
  if (request.events.reduce((sum, event) => sum + sizeOf(event), 0) <= MAX_APPEND_SIZE) return undefined;
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
  return statusOf(3, "MaximumAppendSizeExceeded", "MaximumAppendSizeExceeded", details);
}

const timeout = (): Status => statusOf(4, "Timeout", "Timeout", new shared.Timeout());

function fillBatch(
  node: DoubleNode,
  response: BatchAppendResp,
  { stream, expected }: Request,
  outcome: AppendOutcome | { readonly kind: "timeout" | "silence" | "cut" },
): BatchAppendResp {
  switch (outcome.kind) {
    case "success": {
      const success = new streams.BatchAppendResp.Success().setCurrentRevision(String(outcome.revision));
      if (outcome.repeated && node.faults.withoutPositions) success.setNoPosition(new emptyPb.Empty());
      else {
        const place = new shared.AllStreamPosition().setCommitPosition(String(outcome.position));
        success.setPosition(place.setPreparePosition(String(outcome.position)));
      }
      return response.setSuccess(success);
    }
    case "wrong": {
      const wrong = new shared.WrongExpectedVersion();
      if (outcome.current === undefined) wrong.setCurrentNoStream(new emptyPb.Empty());
      else wrong.setCurrentStreamRevision(String(outcome.current));
      if (typeof expected === "number") wrong.setExpectedStreamPosition(String(expected));
      else wrong.setExpectedNoStream(new emptyPb.Empty());
      return response.setError(statusOf(6, "WrongExpectedVersion", "WrongExpectedVersion", wrong));
    }
    case "deleted": {
      const name = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
      const details = new shared.StreamDeleted().setStreamIdentifier(name);
      return response.setError(statusOf(5, "StreamDeleted", "StreamDeleted", details));
    }
    default:
      return response.setError(timeout());
  }
}

/** One append in a call of its own: errors of the call where the batch call has errors in answers. */
export function append(
  node: DoubleNode,
  call: grpc.ServerReadableStream<AppendReq, AppendResp>,
  callback: grpc.sendUnaryData<AppendResp>,
): void {
  let request: Request | undefined;
  call.on("data", (message: AppendReq) => {
    const options = message.getOptions();
    const proposed = message.getProposedMessage();
    if (options !== undefined) {
      const expected = expectedOfSingle(options);
      request = { stream: nameOf(options.getStreamIdentifier()), expected, events: [] };
    } else if (proposed !== undefined) request?.events.push(proposedEvent(proposed));
  });
  const act = (): void => {
    // A connection that is cut looks like the end of the request at first. Half a request is none.
    if (request === undefined || call.cancelled) return;
    const refusal = node.refusalOf(call.metadata, { serving: true });
    if (refusal !== undefined) return callback(asError(refusal));
    if (request.events.reduce((sum, event) => sum + sizeOf(event), 0) > MAX_APPEND_SIZE) {
      const trailers = { exception: "maximum-append-size-exceeded", "maximum-append-size": String(MAX_APPEND_SIZE) };
      return callback(asError(callError(3, `Maximum Append Size of ${MAX_APPEND_SIZE} Exceeded.`, trailers)));
    }
    const reaction = react(node, request);
    if (reaction.kind === "silence") return;
    if (reaction.kind === "cut") return node.cutBecauseOfAppend(call);
    const { stream, expected } = request;
    setTimeout(() => answerSingle(node, callback, stream, expected, reaction), node.faults.delayAcksMs).unref();
  };
  call.on("end", () => setImmediate(act));
  call.on("error", () => undefined);
}

function answerSingle(
  node: DoubleNode,
  callback: grpc.sendUnaryData<AppendResp>,
  stream: string,
  expected: Expected,
  outcome: Reaction,
): void {
  if (outcome.kind === "success") {
    const success = new streams.AppendResp.Success().setCurrentRevision(String(outcome.revision));
    if (outcome.repeated && node.faults.withoutPositions) success.setNoPosition(new shared.Empty());
    else {
      const place = new streams.AppendResp.Position().setCommitPosition(String(outcome.position));
      success.setPosition(place.setPreparePosition(String(outcome.position)));
    }
    return callback(null, new streams.AppendResp().setSuccess(success));
  }
  if (outcome.kind === "wrong") {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.current === undefined) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(outcome.current));
    if (typeof expected === "number") wrong.setExpectedRevision(String(expected));
    else wrong.setExpectedNoStream(new shared.Empty());
    return callback(null, new streams.AppendResp().setWrongExpectedVersion(wrong));
  }
  const trailers = { exception: "stream-deleted", "stream-name": stream };
  if (outcome.kind === "deleted")
    return callback(asError(callError(9, `Event stream '${stream}' is deleted.`, trailers)));
  callback(asError(callError(10, "Operation timed out: Prepare phase timeout.")));
}

function expectedOfBatch(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return "no_stream";
  if (options.hasAny()) return "any";
  return options.hasStreamExists() ? "stream_exists" : Number(options.getStreamPosition());
}

function expectedOfSingle(options: AppendReq.Options): Expected {
  if (options.hasNoStream()) return "no_stream";
  if (options.hasAny()) return "any";
  return options.hasStreamExists() ? "stream_exists" : Number(options.getRevision());
}
