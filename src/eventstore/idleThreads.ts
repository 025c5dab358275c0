import { Worker } from "node:worker_threads";

/** Two, since a ledger is now and then opened while another is closed. */
const MOST_IDLE = 2;

/**
 * Threads that do one thing for a ledger, and wait for another one's when theirs is closed. To load the program into a
 * thread takes longer than all else that a start does, and a process often opens one ledger after the other: it plays one
 * and serves it, or builds a read model anew.
 */
export class IdleThreads {
  private readonly idle: Worker[] = [];

  /** @param entry of a thread that does nothing before it is told for which ledger */
  constructor(private readonly entry: URL) {}

  take(): Worker {
    const worker = this.idle.pop() ?? new Worker(this.entry);
    worker.removeAllListeners();
    worker.ref();
    return worker;
  }

  /** Tells a thread that its ledger is closed, and has it back once it says so; one that ends instead is gone. */
  async release<Said>(worker: Worker, order: unknown, isDone: (said: Said) => boolean): Promise<void> {
    const done = new Promise<boolean>((resolve) => {
      worker.on("message", (said: Said) => isDone(said) && resolve(true));
      worker.once("exit", () => resolve(false));
    });
    worker.postMessage(order);
    if (await done) this.giveBack(worker);
  }

  /** It works for nobody any more, and keeps no process alive. */
  giveBack(worker: Worker): void {
    worker.removeAllListeners();
    if (this.idle.length >= MOST_IDLE) return void worker.terminate();
    const gone = (): void => {
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
    };
    worker.once("error", gone);
    worker.once("exit", gone);
    worker.unref();
    this.idle.push(worker);
  }
}
