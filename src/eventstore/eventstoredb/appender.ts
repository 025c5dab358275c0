import { setTimeout as sleep } from "node:timers/promises";
import type { AppendResult, RecordedEvent, Revision } from "../contract.js";
import { AppendTooLarge, START, StoreUnavailable, WrongExpectedRevision } from "../contract.js";
import { BatchCall, singleAppend } from "./appendCalls.js";
import type { Channel, Connection } from "./connection.js";
import type { Deadlines } from "./deadlines.js";
import { Pauses, unavailable, within } from "./deadlines.js";
import { StreamTombstoned } from "./faults.js";
import type { AppendContent } from "./messages.js";
import type { Verdict } from "./verdict.js";
import { verdictOfError } from "./verdict.js";

/** Events of a stream from a revision on, as the leader has them; StoreUnavailable when that takes too long. */
export type ReadFromLeader = (stream: string, from: Revision, totalMs: number) => Promise<readonly RecordedEvent[]>;

type Outcome = StoreUnavailable["outcome"];

/**
 * Appends, and finds out what became of an append whose answer was lost. Each try has the same event ids and the same
 * expected revision, never "any": with it the server knows a repeated append by the events that stand at its place,
 * whichever node answers and however often it was restarted.
 */
export class Appender {
  private batch: BatchCall | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly deadlines: Deadlines,
    private readonly readFromLeader: ReadFromLeader,
  ) {}

  /** @throws see `EventStore.append` */
  async append(content: AppendContent, bytes: number): Promise<AppendResult> {
    const end = performance.now() + this.deadlines.totalMs;
    const pauses = new Pauses();
    // The worst of all tries: a later one that surely wrote nothing does not undo an earlier one that may have.
    let outcome: Outcome = "nothing-written";
    for (;;) {
      const verdict = await this.try(content, end - performance.now());
      const read = (from: Revision) => this.readFromLeader(content.stream, from, end - performance.now());
      const result = await this.resultOf(verdict, content, bytes, read).catch((error: unknown) => error as Error);
      if (result !== undefined && !(result instanceof StoreUnavailable)) {
        if (result instanceof Error) throw result;
        return result;
      }
      if (verdict.kind !== "failed" || !verdict.fault.unsent) outcome = "unknown";
      const error = verdict.kind === "failed" ? verdict.fault.error : (result ?? new Error("No answer."));
      const pause = pauses.next();
      const final = verdict.kind === "failed" && !verdict.fault.passing;
      if (final || performance.now() + pause >= end || this.connection.isClosed) {
        throw unavailable(this.connection, "written", error, outcome);
      }
      await sleep(pause);
    }
  }

  close(): void {
    this.batch?.end(new Error("The log is closed."));
  }

  private async try(content: AppendContent, leftMs: number): Promise<Verdict> {
    let channel: Channel | undefined;
    const answerMs = Math.min(this.deadlines.answerMs, Math.max(1, leftMs));
    try {
      channel = await within(answerMs, this.connection.channel());
      const batches = await within(
        this.connection.patienceMs(channel, answerMs),
        this.connection.supportsBatches(channel),
      );
      const patienceMs = this.connection.patienceMs(channel, answerMs);
      const verdict = await (batches
        ? this.batchFor(channel).append(content, patienceMs)
        : singleAppend(this.connection, channel, content, patienceMs));
      if (verdict.kind === "failed") this.connection.failed(channel, verdict.fault);
      else this.connection.answered(channel);
      return verdict;
    } catch (error) {
      // Until here nothing was sent: only a node and its abilities were asked for.
      const verdict = verdictOfError(error);
      if (verdict.kind !== "failed") return verdict;
      // A failed question for the abilities is kept by the client for ever, unless the channel is left.
      const fault = { ...verdict.fault, unsent: true, reconnect: true };
      this.connection.failed(channel, fault);
      return { kind: "failed", fault };
    }
  }

  private batchFor(channel: Channel): BatchCall {
    if (!this.batch?.isFor(channel)) {
      this.batch?.retire();
      this.batch = new BatchCall(this.connection, channel);
    }
    return this.batch;
  }

  /** Undefined when the verdict is no answer; a rejection that is not StoreUnavailable is the append's end. */
  private async resultOf(
    verdict: Verdict,
    content: AppendContent,
    bytes: number,
    read: (from: Revision) => Promise<readonly RecordedEvent[]>,
  ): Promise<AppendResult | undefined> {
    const { stream, expected } = content;
    switch (verdict.kind) {
      case "appended": {
        const { revision, position } = verdict;
        if (position !== undefined) return { revision, position };
        // It leaves out the position when it repeats an old answer.
        const [last] = await read(revision);
        return { revision, position: last?.position ?? START, repeated: true };
      }
      case "wrong-revision": {
        const ours = await findOurs(content, read);
        if (ours !== undefined) return ours;
        throw new WrongExpectedRevision(stream, expected, verdict.actual);
      }
      case "too-large":
        throw new AppendTooLarge(bytes, verdict.maxBytes);
      case "tombstoned":
        throw new StreamTombstoned();
      case "failed":
        return undefined;
      default:
        return verdict satisfies never;
    }
  }
}

/**
 * The server may call a repeated append a conflict with itself, when its first try was written by a node that has lost
 * the lead since. What stands at the place decides: our events, in our order, are our append.
 */
async function findOurs(
  { expected, events }: AppendContent,
  read: (from: Revision) => Promise<readonly RecordedEvent[]>,
): Promise<AppendResult | undefined> {
  const standing = (await read(expected === "no_stream" ? 0 : expected + 1)).slice(0, events.length);
  const last = standing.at(-1);
  if (last === undefined || standing.length < events.length) return undefined;
  if (!standing.every((event, index) => event.id === events[index]?.id)) return undefined;
  return { revision: last.revision, position: last.position, repeated: true };
}
