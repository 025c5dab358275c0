import type { GraphQLFormattedError } from "graphql";
import { LRUCache } from "lru-cache";
import { unavailable } from "../../graphql/shared/faults.js";
import { tooLong } from "./budget.js";
import type { Answered, FigureWork, QueryAnswer, QueryWork, Work } from "./messages.js";
import type { Ended, Reader } from "./reader.js";
import { Shares } from "./shares.js";

/** Whoever asks, for the share that they have. */
export interface Asker {
  readonly name: string;
  /** Showed no token. */
  readonly isAnonymous: boolean;
}

interface Order {
  readonly id: number;
  readonly asker: Asker;
  readonly work: Work;
  /** Tells what is likely to take as long. */
  readonly kind: string;
  /** As long as nothing like it was seen. */
  readonly guessMs: number;
  readonly settle: (ended: Ended) => void;
  readonly fail: (error: Error) => void;
  /** No thread took it up in time. */
  readonly late: NodeJS.Timeout;
}

/** A thread; see `Reader`. */
export type Thread = Pick<Reader, "work" | "abandon" | "close">;

export interface ReadingThreadsOptions {
  readonly threads: number;
  /** So long an order is worked on. */
  readonly maxWorkMs: number;
  /** @param ready to be called once, when it takes orders; `gone`, once, when it takes none any more. */
  readonly start: (ready: () => void, gone: (error: Error | undefined) => void) => Thread;
  /** Told of each thread that ended without being asked to. */
  readonly onLost: (error: Error | undefined) => void;
}

/** What is likely to be answered within this time may have the thread that is kept free for it. */
const QUICK_MS = 10;
/** A value of an answer takes about so long. */
const MS_A_VALUE = 0.02;
const KNOWN_KINDS = 5_000;
const MOST_WAITING = 200;
const MOST_WAITING_ANONYMOUS = 500;
const PATIENCE_MS = 20_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** How long questions of a kind took. */
interface Times {
  /** What took long is not taken for quick until it has been so a few times; nor does a busy machine make it slow for long. */
  readonly mean: number;
  readonly last: readonly number[];
}
const LAST = 4;

const withTime = ({ mean, last }: Times = { mean: NaN, last: [] }, tookMs: number): Times => ({
  mean: last.length === 0 ? tookMs : mean + (tookMs - mean) / LAST,
  last: [tookMs, ...last].slice(0, LAST),
});

/** The middle one of some times, or the longer of the two in the middle. */
const mostly = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Infinity;

/** Most documents take less to be checked. */
const CHECK_MS = 1;

/** All live figures of the node together. */
const FOLLOWERS: Asker = { name: "followers of figures", isAnonymous: false };

/**
 * The threads in which questions are answered. Whoever has used least of them lately is served next, so that who asks for
 * much waits for it, and nobody else does: one thread is kept for those who ask for little, and who showed no token has
 * never all of them. How much somebody asks for is measured, not believed.
 */
export class ReadingThreads {
  private readonly shares = new Shares();
  private readonly times = new LRUCache<string, Times>({ max: KNOWN_KINDS });
  /** In the order in which they came, by asker. */
  private readonly waiting = new Map<string, Order[]>();
  private readonly running = new Map<string, number>();
  private readonly all = new Set<Thread>();
  private readonly idle: Thread[] = [];
  private readonly working = new Map<number, Thread>();
  private anonymousWaiting = 0;
  private anonymousRunning = 0;
  private orders = 0;
  private failures = 0;
  private isClosed = false;
  /** Threads that ended without being asked to. */
  lost = 0;
  /** Resolves when all of them take orders. */
  readonly ready: Promise<void>;
  private isReady: () => void = () => undefined;

  constructor(private readonly options: ReadingThreadsOptions) {
    this.ready = new Promise((resolve) => (this.isReady = resolve));
    for (let nth = 0; nth < options.threads; nth++) this.start();
  }

  get counts(): { readonly waiting: number; readonly working: number; readonly lost: number } {
    const waiting = [...this.waiting.values()].reduce((sum, orders) => sum + orders.length, 0);
    return { waiting, working: this.working.size, lost: this.lost };
  }

  /**
   * @param cost what the gate found that it costs
   * @param gone aborted when nobody waits for the answer any more
   * @throws LEDGER_UNAVAILABLE when too many wait already, or when no thread takes it up in time
   */
  query(work: QueryWork, cost: number, asker: Asker, gone: AbortSignal): Promise<QueryAnswer> {
    const kind = `${work.operationName ?? ""} ${work.text}`;
    return this.order(work, kind, cost * MS_A_VALUE, asker, gone) as Promise<QueryAnswer>;
  }

  /** What is wrong with a document, before it runs in the main thread. */
  check(text: string, asker: Asker): Promise<readonly GraphQLFormattedError[]> {
    const order = this.order({ kind: "check", text }, `check of ${asker.name}`, CHECK_MS, asker);
    return order as Promise<readonly GraphQLFormattedError[]>;
  }

  /** A pass over figures, for those who follow them: they all share in one place. */
  figures(work: FigureWork): Promise<Answered> {
    return this.order(work, "figures", QUICK_MS, FOLLOWERS);
  }

  /** The file that they read has been replaced: whoever waits is answered from the new one. */
  renew(): void {
    for (const thread of [...this.all]) {
      this.leave(thread);
      void thread.close();
      this.start();
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const orders of this.waiting.values()) for (const order of orders) this.drop(order, stopping());
    await Promise.all([...this.all].map((thread) => thread.close()));
  }

  private order(work: Work, kind: string, guessMs: number, asker: Asker, gone?: AbortSignal): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(asker.name) ?? [];
      const isFull = asker.isAnonymous && this.anonymousWaiting >= MOST_WAITING_ANONYMOUS;
      if (queue.length >= MOST_WAITING || isFull || this.isClosed) return reject(this.isClosed ? stopping() : busy());
      const id = ++this.orders;
      const leave = (): void => this.abandon(order);
      const settle = (ended: Ended): void => {
        gone?.removeEventListener("abort", leave);
        if (ended.how === "answered") resolve(ended.answer);
        else if (ended.how === "overdue") reject(tooLong(this.options.maxWorkMs));
        else reject(ended.how === "failed" ? ended.error : interrupted());
      };
      const fail = (error: Error): void => {
        gone?.removeEventListener("abort", leave);
        reject(error);
      };
      const late = setTimeout(() => this.drop(order, busy()), PATIENCE_MS);
      const order: Order = { id, asker, work, kind, guessMs, settle, fail, late };
      gone?.addEventListener("abort", leave);
      queue.push(order);
      this.waiting.set(asker.name, queue);
      if (asker.isAnonymous) this.anonymousWaiting += 1;
      this.next();
    });
  }

  /** Gives idle threads something to do. */
  private next(): void {
    for (;;) {
      const order = this.idle.length === 0 ? undefined : this.chosen();
      if (!order) return;
      this.unqueue(order);
      void this.carryOut(order, this.idle.pop()!);
    }
  }

  /** Of those who may have a thread now, the one who had least lately; of theirs, what came first. */
  private chosen(): Order | undefined {
    let [chosen, least]: [Order | undefined, number] = [undefined, Infinity];
    for (const [name, [order]] of this.waiting) {
      if (!order || !this.mayStart(order)) continue;
      const used = this.shares.of(name);
      if (used < least) [chosen, least] = [order, used];
    }
    return chosen;
  }

  private mayStart(order: Order): boolean {
    const { name, isAnonymous } = order.asker;
    const { threads } = this.options;
    if (threads === 1) return true;
    if ((this.running.get(name) ?? 0) >= Math.max(1, threads >> 1)) return false;
    if (isAnonymous && this.anonymousRunning >= threads - 1) return false;
    return this.idle.length > 1 || this.isQuick(order);
  }

  /**
   * A guess is believed of those who ask for little, and that what is quick mostly is so again: else one answer that took
   * long because the machine was busy would make them wait behind others. What is measured is believed of everybody.
   */
  private isQuick({ kind, guessMs, asker }: Order): boolean {
    const times = this.times.get(kind);
    if (times && times.mean < QUICK_MS) return true;
    return (times ? mostly(times.last) : guessMs) < QUICK_MS && this.shares.isSmall(asker.name);
  }

  private async carryOut(order: Order, thread: Thread): Promise<void> {
    const { id, work, kind, asker, settle } = order;
    this.working.set(id, thread);
    this.count(asker, 1);
    const ended = await thread.work(id, work, this.options.maxWorkMs);
    this.count(asker, -1);
    this.working.delete(id);
    this.shares.add(asker.name, ended.tookMs);
    this.times.set(kind, withTime(this.times.get(kind), ended.tookMs));
    if (this.all.has(thread)) this.idle.push(thread);
    settle(ended);
    this.next();
  }

  private count({ name, isAnonymous }: Asker, more: 1 | -1): void {
    const running = (this.running.get(name) ?? 0) + more;
    if (running === 0) this.running.delete(name);
    else this.running.set(name, running);
    if (isAnonymous) this.anonymousRunning += more;
  }

  private unqueue(order: Order): boolean {
    const { name, isAnonymous } = order.asker;
    const queue = this.waiting.get(name) ?? [];
    const rest = queue.filter((one) => one !== order);
    if (rest.length === queue.length) return false;
    clearTimeout(order.late);
    if (rest.length === 0) this.waiting.delete(name);
    else this.waiting.set(name, rest);
    if (isAnonymous) this.anonymousWaiting -= 1;
    return true;
  }

  private drop(order: Order, error: Error): void {
    if (this.unqueue(order)) order.fail(error);
  }

  private abandon(order: Order): void {
    this.drop(order, interrupted());
    this.working.get(order.id)?.abandon(order.id);
  }

  /** False when it had left already. */
  private leave(thread: Thread): boolean {
    const place = this.idle.indexOf(thread);
    if (place >= 0) this.idle.splice(place, 1);
    return this.all.delete(thread);
  }

  private start(): void {
    const ready = (): void => {
      if (!this.all.has(thread)) return;
      this.failures = 0;
      if (this.idle.length + 1 >= this.options.threads) this.isReady();
      this.idle.push(thread);
      this.next();
    };
    const gone = (error: Error | undefined): void => {
      if (!this.leave(thread) || this.isClosed) return;
      this.lost += 1;
      this.options.onLost(error);
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** this.failures++, LONGEST_PAUSE_MS);
      setTimeout(() => this.isClosed || this.start(), pauseMs).unref();
    };
    const thread = this.options.start(ready, gone);
    this.all.add(thread);
  }
}

const busy = (): Error =>
  unavailable("Too many questions wait for an answer already. Send the same request again in a moment.");
const interrupted = (): Error => unavailable("The answer was interrupted. Send the same request again in a moment.");
const stopping = (): Error => unavailable("The server is being stopped. Send the same request again in a moment.");
