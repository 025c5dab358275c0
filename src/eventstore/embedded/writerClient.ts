import type { Worker } from "node:worker_threads";
import type { AppendResult, ExpectedRevision, NewEvent, Position } from "../contract.js";
import { EventIdTaken, StoreUnavailable, WrongExpectedRevision } from "../contract.js";
import { BEFORE_FIRST, checkedAppend } from "../appendRequest.js";
import type { IdleThreads } from "../idleThreads.js";
import type { AppendRequest, FromWriter, ToWriter, Verdict } from "./messages.js";
import { CannotOpenLedger } from "./schema.js";

/** More than these waiting means the disk does not keep up: better to say so than to fill the memory. */
const MAX_WAITING_APPENDS = 10_000;
const MAX_WAITING_BYTES = 64 * 1_048_576;

export interface WriterStatistics {
  /** Appends answered since the start, refused ones included. */
  readonly answered: number;
  /** Transactions that answered them. */
  readonly batches: number;
  /** Appends not yet answered. */
  readonly waiting: number;
}

/** The last append could not be written. */
export interface WriteFailure {
  readonly message: string;
  /** For want of room. */
  readonly isFull: boolean;
}

interface Waiting {
  readonly request: AppendRequest;
  readonly expected: ExpectedRevision;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The main thread's end of the writer. The appends of one turn of the event loop travel in one message, and their
 * answers in another.
 */
export class WriterClient {
  private readonly waiting = new Map<number, Waiting>();
  private outbox: AppendRequest[] = [];
  private waitingBytes = 0;
  private lastTicket = 0;
  private answered = 0;
  private batches = 0;
  private closing: Promise<void> | undefined;
  private stopped: Error | undefined;
  private failed: WriteFailure | undefined;

  private constructor(
    private readonly threads: IdleThreads,
    private readonly worker: Worker,
    private readonly clock: () => number,
    private readonly onCommit: (head: Position) => void,
  ) {
    worker.on("message", (message: FromWriter) => this.receive(message));
    worker.on("error", (error) => this.stop(error));
    worker.on("exit", () => this.stop(new Error("The writer thread has ended.")));
  }

  /**
   * Takes a thread and waits until it has opened the log.
   * @throws CannotOpenLedger when the thread refuses the file, or cannot start.
   */
  static async start(
    threads: IdleThreads,
    folder: string,
    clock: () => number,
    onCommit: (head: Position) => void,
  ): Promise<WriterClient> {
    const worker = threads.take();
    const answered = firstMessage(worker);
    worker.postMessage({ kind: "open", folder } satisfies ToWriter);
    const first = await answered;
    if (first.kind === "refused") {
      threads.giveBack(worker);
      throw new CannotOpenLedger(first.message);
    }
    return new WriterClient(threads, worker, clock, onCommit);
  }

  /** Why nothing can be written any more; undefined while all is well. */
  get fault(): Error | undefined {
    return this.closing === undefined ? this.stopped : undefined;
  }

  /** Why the last append was not written; undefined after one that was. */
  get failure(): WriteFailure | undefined {
    return this.failed;
  }

  get statistics(): WriterStatistics {
    return { answered: this.answered, batches: this.batches, waiting: this.waiting.size };
  }

  /** See `EventStore.append`. */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const nowMs = this.clock();
    checkNow(nowMs);
    const request = { ticket: this.lastTicket + 1, ...checkedAppend(stream, expected, events), nowMs };
    this.requireRoom(request.bytes);
    this.lastTicket = request.ticket;
    return new Promise((resolve, reject) => {
      this.waiting.set(request.ticket, { request, expected, resolve, reject });
      this.waitingBytes += request.bytes;
      if (this.outbox.push(request) === 1) setImmediate(() => this.post());
    });
  }

  /** Lets what was asked be written, closes the log and gives the thread back. */
  close(): Promise<void> {
    this.closing ??= this.drainAndEnd();
    return this.closing;
  }

  private async drainAndEnd(): Promise<void> {
    if (this.stopped !== undefined) return;
    this.post();
    // If the thread dies while closing, its appends have been told; the folder must become free all the same.
    const close = { kind: "close" } satisfies ToWriter;
    await this.threads.release<FromWriter>(this.worker, close, ({ kind }) => kind === "closed");
  }

  private requireRoom(bytes: number): void {
    const refuse = (why: string, cause?: Error): never => {
      throw new StoreUnavailable(why, "nothing-written", { cause });
    };
    if (this.closing !== undefined) refuse("The log is closed.");
    if (this.stopped !== undefined) refuse("The thread that writes the log has stopped.", this.stopped);
    if (this.waiting.size >= MAX_WAITING_APPENDS || this.waitingBytes + bytes > MAX_WAITING_BYTES) {
      refuse("Too many appends are waiting for the disk.");
    }
  }

  private post(): void {
    if (this.outbox.length === 0 || this.stopped !== undefined) return;
    const requests = this.outbox;
    this.outbox = [];
    this.worker.postMessage({ kind: "append", requests } satisfies ToWriter);
  }

  private receive(message: FromWriter): void {
    if (message.kind !== "verdicts") return;
    this.batches += 1;
    for (const verdict of message.verdicts) {
      if (verdict.kind === "failed") this.failed = verdict;
      else if (verdict.kind === "appended") this.failed = undefined;
      const waiting = this.forget(verdict.ticket);
      if (waiting !== undefined) settle(waiting, verdict);
    }
    this.onCommit(message.head);
  }

  private stop(error: Error): void {
    this.stopped ??= error;
    this.outbox = [];
    for (const ticket of [...this.waiting.keys()]) {
      const message = "The thread that writes the log stopped before it answered.";
      this.forget(ticket)?.reject(new StoreUnavailable(message, "unknown", { cause: error }));
    }
  }

  private forget(ticket: number): Waiting | undefined {
    const waiting = this.waiting.get(ticket);
    if (waiting === undefined) return undefined;
    this.waiting.delete(ticket);
    this.waitingBytes -= waiting.request.bytes;
    this.answered += 1;
    return waiting;
  }
}

function firstMessage(worker: Worker): Promise<FromWriter> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown): void =>
      reject(new CannotOpenLedger("The thread that writes the log did not start.", { cause }));
    worker.once("message", resolve);
    worker.once("error", fail);
    worker.once("exit", fail);
  });
}

function settle({ request, expected, resolve, reject }: Waiting, verdict: Verdict): void {
  switch (verdict.kind) {
    case "appended":
      return resolve(verdict.result);
    case "wrong-revision":
      return reject(
        new WrongExpectedRevision(
          request.stream,
          expected,
          verdict.actual === BEFORE_FIRST ? "no_stream" : verdict.actual,
        ),
      );
    case "id-taken":
      return reject(new EventIdTaken(verdict.eventId));
    case "failed":
      return reject(new StoreUnavailable(verdict.message, verdict.outcome));
    default:
      return verdict satisfies never;
  }
}

function checkNow(nowMs: number): void {
  const endOfYear9999 = 253_402_300_799_999;
  if (!Number.isSafeInteger(nowMs) || nowMs < 0 || nowMs > endOfYear9999) {
    throw new RangeError(`The clock reads ${nowMs}: whole milliseconds since 1970 are needed.`);
  }
}
