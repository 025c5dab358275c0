import Database from "./sqlite.js";
import type { Position, Revision } from "../contract.js";
import { blobOfId, safeInteger } from "./eventRow.js";
import { HeldFiles } from "./heldFiles.js";
import type { AppendRequest, Verdict } from "./messages.js";
import { BEFORE_FIRST } from "../appendRequest.js";
import type { Connection } from "./schema.js";

/**
 * The one place where events are written. Knows nothing of threads: it takes a batch of requests, judges each against
 * the log as the requests before it leave it, and commits them together.
 */
export class LedgerWriter {
  private readonly statements: ReturnType<typeof prepareStatements>;
  private readonly files: HeldFiles;
  private lastPosition: Position;
  private lastRecordedMs: number;

  constructor(private readonly db: Connection) {
    this.statements = prepareStatements(db);
    this.files = new HeldFiles(db.name);
    const last = this.statements.lastEvent.get();
    this.lastPosition = safeInteger(last?.position ?? 0);
    this.lastRecordedMs = last?.recorded_at ?? 0;
  }

  /** The position of the last committed event. */
  get head(): Position {
    return this.lastPosition;
  }

  /**
   * Writes the batch in one transaction. A request that is refused leaves the others be; when the transaction itself
   * fails, all of them fail, since even a refusal may rest on a sibling that was rolled back.
   * Returns one verdict a request, in the same order, after the commit is on the disk.
   */
  write(requests: readonly AppendRequest[]): readonly Verdict[] {
    const gone = this.files.fault;
    if (gone !== undefined) return failed(requests, { outcome: "nothing-written", message: gone, isFull: false });
    const before = { position: this.lastPosition, recordedMs: this.lastRecordedMs };
    let phase: WritePhase = "before-commit";
    try {
      this.statements.begin.run();
      const verdicts = requests.map((request) => this.judge(request));
      phase = "commit";
      this.statements.commit.run();
      // What is committed to a file that has meanwhile been deleted will not be found again: nobody is told that it is.
      const goneMeanwhile = this.files.fault;
      if (goneMeanwhile === undefined) return verdicts;
      return failed(requests, { outcome: "unknown", message: goneMeanwhile, isFull: false });
    } catch (error) {
      this.lastPosition = before.position;
      this.lastRecordedMs = before.recordedMs;
      // SQLite has already rolled back after some errors. If this rollback fails, the thread must not go on.
      if (this.db.inTransaction) this.statements.rollback.run();
      return failed(requests, describeFailure(error, phase));
    }
  }

  /** Moves the WAL into the file and closes. What cannot be moved stays in the WAL and is found at the next start. */
  close(): void {
    try {
      this.db.pragma("optimize");
      this.db.pragma("wal_checkpoint(TRUNCATE)");
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    } finally {
      this.db.close();
    }
  }

  private judge(request: AppendRequest): Verdict {
    const { ticket, stream, expected } = request;
    const current = this.statements.revisionOf.get(stream) ?? BEFORE_FIRST;
    const ids = request.events.map((event) => blobOfId(event.id));
    if (expected < current) return this.judgeRepeated(request, ids, current);
    if (expected > current) return { ticket, kind: "wrong-revision", actual: current };
    const taken = ids.findIndex((id) => this.statements.positionOfId.get(id) !== undefined);
    if (taken >= 0) return { ticket, kind: "id-taken", eventId: request.events[taken]!.id };
    return this.insert(request, ids);
  }

  /** The stream has moved on: fine if it moved by these very events, a conflict otherwise. */
  private judgeRepeated(request: AppendRequest, ids: readonly Buffer[], current: Revision): Verdict {
    const { ticket, stream, expected } = request;
    const stored = this.statements.eventsAfter.all(stream, expected, ids.length);
    const last = stored.at(-1)!;
    const same = stored.length === ids.length && stored.every((event, index) => event.event_id.equals(ids[index]!));
    if (!same) return { ticket, kind: "wrong-revision", actual: current };
    const position = safeInteger(last.position);
    return { ticket, kind: "appended", result: { revision: expected + ids.length, position, repeated: true } };
  }

  private insert(request: AppendRequest, ids: readonly Buffer[]): Verdict {
    const { ticket, stream, expected } = request;
    // A clock that steps back must not make a later event look earlier.
    this.lastRecordedMs = Math.max(this.lastRecordedMs, request.nowMs);
    let revision = expected;
    request.events.forEach((event, index) => {
      revision += 1;
      const { type, data, metadata } = event;
      const done = this.statements.insert.run(stream, revision, ids[index]!, type, data, metadata, this.lastRecordedMs);
      this.lastPosition = safeInteger(done.lastInsertRowid);
    });
    return { ticket, kind: "appended", result: { revision, position: this.lastPosition } };
  }
}

type Failure = Pick<Extract<Verdict, { kind: "failed" }>, "outcome" | "message" | "isFull">;

const failed = (requests: readonly AppendRequest[], failure: Failure): readonly Verdict[] =>
  requests.map(({ ticket }) => ({ ticket, kind: "failed", ...failure }));

/** What the operator can do something about, in words; the code stays for those who look it up. */
const WORDS: Readonly<Record<string, string>> = {
  SQLITE_FULL: "no room is left for it (SQLITE_FULL)",
  SQLITE_READONLY: "its file system or file is read-only (SQLITE_READONLY)",
  SQLITE_READONLY_DIRECTORY: "its file system or folder is read-only (SQLITE_READONLY_DIRECTORY)",
};

export type WritePhase = "before-commit" | "commit";

/**
 * Says what a failed transaction left behind. Before COMMIT nothing can have reached the log. A COMMIT that found no
 * room wrote no whole commit frame either. Any other error of COMMIT (a failed fsync, say) may have left the commit
 * frame in the WAL, where a start after a crash would find it: unknown.
 */
export function describeFailure(error: unknown, phase: WritePhase): Failure {
  const code = error instanceof Database.SqliteError ? error.code : "internal error";
  const isFull = code === "SQLITE_FULL";
  const surely = phase === "before-commit" || isFull;
  return {
    outcome: surely ? "nothing-written" : "unknown",
    message: `The log could not be written: ${WORDS[code] ?? code}.`,
    isFull,
  };
}

function prepareStatements(db: Connection) {
  return {
    // IMMEDIATE: a transaction that reads first and upgrades later fails at once when another writer is there.
    begin: db.prepare("BEGIN IMMEDIATE"),
    commit: db.prepare("COMMIT"),
    rollback: db.prepare("ROLLBACK"),
    lastEvent: db.prepare<[], { position: number; recorded_at: number }>(
      "SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1",
    ),
    revisionOf: db
      .prepare<[string], number>("SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1")
      .pluck(),
    positionOfId: db.prepare<[Buffer], number>("SELECT position FROM events WHERE event_id = ?").pluck(),
    eventsAfter: db.prepare<[string, number, number], { position: number; event_id: Buffer }>(
      "SELECT position, event_id FROM events WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?",
    ),
    insert: db.prepare<[string, number, Buffer, string, string, string, number]>(
      `INSERT INTO events (stream, revision, event_id, type, data, metadata, recorded_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
  };
}
