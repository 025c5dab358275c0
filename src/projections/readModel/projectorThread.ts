import { setImmediate as nextTurn, setTimeout } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { type NotifiedReader, type RecordedEvent, StoreUnavailable } from "../../eventstore/contract.js";
import { takesBack } from "../../domain/histories.js";
import { withStories } from "../../eventstore/stories.js";
import { openReader } from "../../eventstore/location.js";
import { PARTS } from "./parts.js";
import { Projector } from "./projector.js";
import { completeIndexes, type Place } from "./partTable.js";
import type { FromProjector, Progress, ProjectionState } from "./projectorHost.js";
import type { ThreadSetup, ToProjector } from "./projectorThreads.js";
import { openForWriting, shortenWal } from "./readModelFile.js";

/**
 * Follows a log and takes every page into its read model, until told to stop; then it may be given another. What it
 * stumbles over ends the thread.
 */

const PAGE = 512;
/** After the log did not answer. Its own reader has waited before it said so. */
const RETRY_MS = 100;
/** The log has stood still for so long: nobody waits for this thread. */
const REST_MS = 5_000;

if (!parentPort) throw new Error("This file runs as a thread.");
const port = parentPort;
const say = (message: FromProjector): void => port.postMessage(message);

let follower: LogFollower | undefined;
port.on("message", (message: ToProjector) => {
  if ("begin" in message) void follow(message.begin);
  else if ("stop" in message) follower?.stop.abort();
  else follower?.wake(message.wake);
});

async function follow(setup: ThreadSetup): Promise<void> {
  const stop = new AbortController();
  const opened = (follower = new LogFollower(setup, stop));
  await opened.run();
  say({ ended: true });
}

class LogFollower {
  private readonly db;
  private readonly projector;
  private reader: NotifiedReader | undefined;
  private wasLive = false;
  private pages = 0;

  constructor(
    private readonly setup: ThreadSetup,
    readonly stop: AbortController,
  ) {
    this.db = openForWriting(setup.path);
    this.projector = new Projector(this.db, PARTS);
  }

  wake(position: number): void {
    this.reader?.notify(position);
  }

  async run(): Promise<void> {
    const { db, stop } = this;
    const reader = (this.reader = await openReader(this.setup.log));
    this.report("catching-up");
    while (!stop.signal.aborted) {
      try {
        await this.takePage(reader);
      } catch (error) {
        // Being told to stop while reading is the ordinary end; and a log that does not answer now will answer again.
        if (stop.signal.aborted) break;
        // Anything else ends the thread, and its host starts another.
        if (!(error instanceof StoreUnavailable)) throw error;
        this.report("log-unreachable");
        await setTimeout(RETRY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
    db.pragma("optimize");
    db.close();
    await reader.close();
  }

  private report(state: ProjectionState, events?: readonly RecordedEvent[]): void {
    const touched = events ? [...new Set(events.map(({ stream }) => stream.slice(0, stream.indexOf("-"))))] : null;
    const { isWhole, place } = this.projector;
    say({ position: place.position, state, isWhole, touched } satisfies Progress);
  }

  private async takePage(reader: NotifiedReader): Promise<void> {
    const { db, projector, stop } = this;
    const page = await reader.readAll({ ...resume(projector.place), limit: PAGE, signal: stop.signal });
    projector.apply({ ...page, events: await withStories(page.events, reader, takesBack) }, reader);
    if (page.atEnd && !this.wasLive) completeIndexes(db, PARTS);
    this.wasLive ||= page.atEnd;
    this.report(this.wasLive ? "live" : "catching-up", page.events);
    if (page.atEnd) await this.shorteningAtRest(reader.changed(page.checkpoint, stop.signal));
    // A long catch-up would otherwise leave a write-ahead log as large as the read model itself.
    else if (++this.pages % 64 === 0) db.pragma("wal_checkpoint(PASSIVE)");
    // Nothing in a catch-up waits for anything, so being told to stop would otherwise not be heard before its end.
    await nextTurn();
  }

  /** Waits for what comes next; where that takes a while, the read model's write-ahead log is shortened meanwhile. */
  private async shorteningAtRest(next: Promise<void>): Promise<void> {
    const came = new AbortController();
    const resting = async (): Promise<void> => {
      do await setTimeout(REST_MS, undefined, { signal: came.signal });
      while (!shortenWal(this.db));
    };
    // What keeps it from being shortened, a full disk, is told by whoever next has something to write.
    void resting().catch(() => undefined);
    await next.finally(() => came.abort());
  }
}

function resume({ checkpoint }: Place): { after?: string } {
  return checkpoint === undefined ? {} : { after: checkpoint };
}
