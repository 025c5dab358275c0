import { randomUUID } from "node:crypto";
import type { ClientDuplexStream } from "@grpc/grpc-js";
import type { BatchAppendReq, BatchAppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { Channel, Connection } from "./connection.js";
import { NoAnswer } from "./faults.js";
import type { AppendContent } from "./messages.js";
import { batchRequest, singleRequests } from "./messages.js";
import type { Verdict } from "./verdict.js";
import { verdictOfBatch, verdictOfError, verdictOfSingle } from "./verdict.js";

interface Asked {
  readonly settle: (verdict: Verdict) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * The one long call over which all appends of a channel travel, and their answers in any order.
 *
 * The client's own is not used: it keeps the answers awaited in one map for the whole process, so that the loss of one
 * server fails the appends to another, and a late answer ends the process with a TypeError. Here the map belongs to the
 * call, and an answer nobody waits for is nothing.
 */
export class BatchCall {
  private readonly asked = new Map<string, Asked>();
  private readonly call: ClientDuplexStream<BatchAppendReq, BatchAppendResp>;
  private heard = 0;
  private ended = false;
  private retired = false;

  constructor(
    connection: Connection,
    private readonly channel: Channel,
  ) {
    this.call = channel.batchAppend(...connection.arguments(true));
    this.call.on("data", (response) => this.receive(response));
    this.call.on("error", (error) => this.end(error));
    this.call.on("end", () => this.end(new Error("EventStoreDB ended the call.")));
  }

  isFor(channel: Channel): boolean {
    return this.channel === channel && !this.ended;
  }

  append(content: AppendContent, answerMs: number): Promise<Verdict> {
    return new Promise((resolve) => {
      const id = randomUUID();
      const sent = performance.now();
      const timer = setTimeout(() => this.giveUp(id, sent, answerMs), answerMs);
      this.asked.set(id, { settle: resolve, timer });
      this.call.write(batchRequest(id, content));
    });
  }

  /** Its channel was left. It may still bring answers, and ends with the last of them. */
  retire(): void {
    this.retired = true;
    if (this.asked.size === 0) this.end(new Error("Another call has taken over."));
  }

  /** Ends the call; appends still waited for have an unknown outcome. */
  end(error: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.call.cancel();
    for (const id of [...this.asked.keys()]) this.settle(id, verdictOfError(error));
  }

  private receive(response: BatchAppendResp): void {
    this.heard = performance.now();
    const id = response.getCorrelationId()?.getString();
    if (id !== undefined) this.settle(id, verdictOfBatch(response));
  }

  /** One slow answer is that append's own affair; when nothing at all has come since it was sent, the call is dead. */
  private giveUp(id: string, sent: number, answerMs: number): void {
    const error = new NoAnswer(Math.round(answerMs));
    if (this.heard < sent) return this.end(error);
    const fault = { error, passing: true, unsent: false, reconnect: false };
    this.settle(id, { kind: "failed", fault });
  }

  private settle(id: string, verdict: Verdict): void {
    const asked = this.asked.get(id);
    if (asked === undefined) return;
    this.asked.delete(id);
    clearTimeout(asked.timer);
    asked.settle(verdict);
    if (this.retired) this.retire();
  }
}

/** One append in a call of its own, for servers that do not know the other way. */
export function singleAppend(
  connection: Connection,
  channel: Channel,
  content: AppendContent,
  answerMs: number,
): Promise<Verdict> {
  return new Promise((resolve) => {
    const [metadata, options] = connection.arguments(true);
    const call = channel.append(metadata, options ?? {}, (error, response) => {
      clearTimeout(timer);
      resolve(error ? verdictOfError(error) : verdictOfSingle(response));
    });
    const timer = setTimeout(() => {
      resolve(verdictOfError(new NoAnswer(answerMs)));
      call.cancel();
    }, answerMs);
    // The callback tells of the error too; without a listener it would end the process.
    call.on("error", () => undefined);
    for (const message of singleRequests(content)) call.write(message);
    call.end();
  });
}
