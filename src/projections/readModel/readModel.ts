import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import type { LogReader, Position } from "../../eventstore/contract.js";
import type { LogLocation } from "../../eventstore/location.js";
import { watched, whyFailed } from "./damage.js";
import { PARTS } from "./parts.js";
import { type Beginning, PATIENCE_MS, type ProjectionState, ProjectorHost, type Touched } from "./projectorHost.js";
import { Reads } from "./reads.js";
import { openForReading } from "./openFile.js";
import { readModelPath } from "./readModelFile.js";
import { provide } from "./takeOver.js";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;

export interface ReadModelOptions {
  readonly folder: string;
  readonly location: LogLocation;
  /**
   * Reads the log at `location`: to see that an existing read model was built from it, and for what is folded from a
   * record's own events. It must stay open as long as the read model.
   */
  readonly reader: LogReader;
  /** Takes a line for the operator: what was found, and what was done about it. */
  readonly say?: ((line: string) => void) | undefined;
}

/** This node's read model: follows the log, and is set aside and built anew when its file is of no use. */
export class ReadModel extends Reads {
  private readonly path: string;
  private readonly host: ProjectorHost;
  /** Connections, now and before; those of files that were set aside may still be in use. */
  private readonly connections: Database[] = [];
  private readonly replacedListeners = new Set<() => void>();
  private readonly stop = new AbortController();
  private mending: Promise<void> | undefined;
  private mends = 0;
  private soundness: Promise<void>;

  private constructor(
    private readonly options: ReadModelOptions,
    /** Nothing of the file is from before the start. */
    private isNew: boolean,
    beginning: Beginning,
  ) {
    super(options.reader);
    this.path = readModelPath(options.folder);
    this.open();
    this.host = new ProjectorHost({ path: this.path, log: options.location }, beginning, (blame, why) => {
      // A file made anew fails alike: then the fault is the program's, and to build it again would help nobody.
      if (blame === "doubt" && this.isNew) this.host.startAgain();
      else this.mend(`could not be gone on with (${why})`);
    });
    this.soundness = this.isNew ? Promise.resolve() : this.readThrough();
  }

  /** Opens the file that stands now, and asks it from now on. */
  private open(): void {
    const db = watched(openForReading(this.path), (code) => this.damaged(code));
    this.connections.push(db);
    this.show(db);
  }

  /** The file turned out to be damaged, here or where others read it. @param code SQLite's */
  damaged(code: string): void {
    this.mend(`is damaged (${code})`);
  }

  /** Called when another file stands in the place of the one that was read. Returns how to stop listening. */
  onReplaced(listener: () => void): () => void {
    this.replacedListeners.add(listener);
    return () => this.replacedListeners.delete(listener);
  }

  /** Opens (or makes) this program's read model in the folder and begins to follow the log. */
  static async open(options: ReadModelOptions): Promise<ReadModel> {
    const { folder, reader, say } = options;
    const { isWhole, isNew, wasSetAside } = await provide(readModelPath(folder), reader, PARTS, { say });
    return new ReadModel(options, isNew, { isWhole, isReplacement: wasSetAside });
  }

  /** Resolves once a file from before the start has been read through, and replaced if it was damaged. */
  get checked(): Promise<void> {
    return this.soundness.then(() => this.mending);
  }

  /** Why it is `failed`, and what to do, in one sentence. */
  get reason(): string | undefined {
    return this.host.reason;
  }

  get state(): ProjectionState {
    return this.host.state;
  }

  /** What it shows is whole, if perhaps not the latest. */
  get isServing(): boolean {
    return this.host.hasBeenLive;
  }

  /**
   * Every part of it has taken in the same events. While some are built anew beside others that are kept, it is not, and
   * nothing may be asked of it: an answer would mix two states.
   */
  get isWhole(): boolean {
    return this.host.isWhole;
  }

  /** Called each time the thread that takes events in dies; it is started again. Returns how to stop listening. */
  onFailure(listener: (error: Error) => void): () => void {
    return this.host.onFailure(listener);
  }

  get position(): Position {
    return this.host.position;
  }

  /** The log has grown up to here. */
  wake(position: Position): void {
    this.host.wake(position);
  }

  /** Called after each step forward, with the categories of streams that have changed; see ProjectorHost. */
  onProgress(listener: (touched: Touched) => void): () => void {
    return this.host.onProgress(listener);
  }

  /** True once the position can be read here; false when it takes too long. */
  reached(position: Position, timeoutMs = PATIENCE_MS): Promise<boolean> {
    return this.host.reached(position, timeoutMs);
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.soundness;
    await this.mending;
    // Readers first: the last to close is then the one that writes, and leaves no write-ahead log behind.
    for (const db of this.connections) db.close();
    await this.host.close();
  }

  /** The file is of no use: it is set aside, and another is built while nobody is shown anything. */
  private mend(why: string): void {
    if (this.stop.signal.aborted) return;
    this.mending ??= this.buildAnew(why).finally(() => (this.mending = undefined));
  }

  private async buildAnew(why: string): Promise<void> {
    const { reader, say } = this.options;
    await this.host.halt(`The read model ${this.path} ${why}; it is built anew from the log.`);
    for (;;) {
      // A disk on which every file breaks must not be written to without an end.
      const pauseMs = this.mends++ === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** this.mends, LONGEST_PAUSE_MS);
      await setTimeout(pauseMs, undefined, { signal: this.stop.signal }).catch(() => undefined);
      if (this.stop.signal.aborted) return;
      try {
        const { isWhole } = await provide(this.path, reader, PARTS, { say, doubt: why });
        this.open();
        this.isNew = true;
        for (const listener of this.replacedListeners) listener();
        return this.host.begin({ isWhole, isReplacement: true });
      } catch (error) {
        this.host.reason = whyFailed(error as Error);
        say?.(`The read model ${this.path} cannot be built anew yet. ${this.host.reason}`);
      }
    }
  }

  private async readThrough(): Promise<void> {
    const thread = new Worker(new URL("./soundnessThread.js", import.meta.url), { workerData: { path: this.path } });
    const end = (): void => thread.postMessage("stop");
    this.stop.signal.addEventListener("abort", end, { once: true });
    const finding = await new Promise<string | undefined>((resolve) => {
      thread.once("message", resolve);
      thread.once("error", () => resolve(undefined));
      thread.once("exit", () => resolve(undefined));
    });
    this.stop.signal.removeEventListener("abort", end);
    // It may have been replaced meanwhile, for the same reason.
    if (finding !== undefined && !this.isNew) this.mend(finding);
  }
}
