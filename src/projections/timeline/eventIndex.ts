import type { Database } from "better-sqlite3";
import type { CommandRecord } from "../../commands/facts.js";
import { eventOfType } from "../../domain/histories.js";
import type { TakenBack } from "../../domain/kernel/history.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import { START, type Position } from "../../eventstore/contract.js";
import { OPEN } from "../table/temporal.js";
import { MARKS_DDL, openEventMarks } from "./eventMarks.js";
import { openEventSubjects, SUBJECTS_DDL } from "./eventSubjects.js";
import type { Applier, ReadModelPart } from "../table/part.js";

/**
 * One row an event: what evidence and history show of it, how a moment becomes a position, and whom it is about:
 * `subjects_json` is `[number, own]` of each of its subjects, as `event_subject` has them the other way round.
 * `recorded_at` never falls, so the position of a moment is found by halving and needs no index.
 * `unknown_type` counts the events of types that this program does not know, which a newer one on the same log writes.
 * `said_json` is what a timeline says of the event, where that tells of the event's data. `latest_occurred_at` is the latest `occurred_at` of all events up to the row: a list in order of occurrence that is
 * asked as-of starts there instead of stepping over everything recorded since. Every index ends with the position, which
 * is the row's number: what few events have in common is found by it in the ledger's order.
 */
export const eventIndexPart: ReadModelPart = {
  name: "eventIndex",
  source: import.meta.url,
  ddl: `
    CREATE TABLE event (
      position INTEGER PRIMARY KEY,
      event_id TEXT NOT NULL,
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      type TEXT NOT NULL,
      occurred_at TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      latest_occurred_at TEXT NOT NULL,
      actor_subject TEXT NOT NULL,
      actor_role TEXT NOT NULL,
      actor_unit_id TEXT,
      actor_unit_name TEXT,
      reason TEXT,
      entered_at TEXT,
      command_id TEXT NOT NULL,
      command_hash TEXT NOT NULL,
      correlation_id TEXT NOT NULL,
      caused_by TEXT,
      said_json TEXT,
      subjects_json TEXT NOT NULL
    ) STRICT;
    CREATE INDEX event_by_occurrence ON event (occurred_at);
    ${MARKS_DDL}
    CREATE TABLE unknown_type (
      type TEXT PRIMARY KEY,
      events INTEGER NOT NULL,
      first_position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE taken_back (
      position INTEGER NOT NULL,
      taken_position INTEGER NOT NULL,
      PRIMARY KEY (position, taken_position)
    ) STRICT, WITHOUT ROWID;
    ${SUBJECTS_DDL}
  `,
  indexes: `
    CREATE INDEX event_by_command ON event (command_id, position);
    CREATE INDEX event_by_cause ON event (caused_by, position) WHERE caused_by IS NOT NULL;
    CREATE INDEX event_by_process ON event (correlation_id) WHERE correlation_id <> command_id;
    CREATE INDEX event_subject_own ON event_subject (subject, position) WHERE own = 1;
  `,
  open({ db }) {
    const insert = db.prepare(`INSERT INTO event VALUES (${Array(20).fill("?").join(", ")})`);
    const unknown = db.prepare(
      `INSERT INTO unknown_type VALUES (?, 1, ?) ON CONFLICT (type) DO UPDATE SET events = events + 1`,
    );
    const takenBack = db.prepare(`INSERT INTO taken_back VALUES (?, ?)`);
    const subjects = openEventSubjects(db);
    const mark = openEventMarks(db);
    const last = db.prepare(`SELECT latest_occurred_at, recorded_at FROM event ORDER BY position DESC LIMIT 1`);
    let before = last.get() as { latest_occurred_at: string; recorded_at: string } | undefined;
    const apply: Applier = (event) => {
      const { actor } = event;
      // A store's clock may step back (another node became leader); time in the ledger does not.
      before = {
        recorded_at: later(event.recordedAt, before?.recorded_at),
        latest_occurred_at: later(event.occurredAt, before?.latest_occurred_at),
      };
      insert.run(
        event.position,
        event.id,
        event.stream,
        event.revision,
        event.type,
        event.occurredAt,
        before.recorded_at,
        before.latest_occurred_at,
        actor.subject,
        actor.role,
        actor.unitId,
        actor.unitName,
        event.reason ?? null,
        event.enteredAt ?? null,
        event.commandId,
        event.commandHash,
        event.correlationId,
        event.causedBy ?? null,
        saidOf(event),
        subjects.link(event),
      );
      mark(event.position);
      if (event.story) {
        const { entries } = event.data as TakenBack;
        for (const revision of entries) takenBack.run(event.position, event.story[revision]?.position ?? null);
      }
      if (!eventOfType(event.type)) unknown.run(event.type, event.position);
    };
    apply.settle = subjects.settle;
    return apply;
  },
};

/** The sentence that a timeline says of the event, where it tells of the event's own data; null: its type's own. */
function saidOf({ type, data }: LedgerEvent): string | null {
  const says = eventOfType(type)?.says;
  return typeof says === "function" ? JSON.stringify(says(data as never)) : null;
}

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);

/** An event as evidence and history show it. */
export interface EventRow {
  readonly position: Position;
  readonly event_id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor_subject: string;
  readonly actor_role: LedgerEvent["actor"]["role"];
  readonly actor_unit_id: string | null;
  readonly actor_unit_name: string | null;
  readonly reason: string | null;
  readonly entered_at: string | null;
  readonly command_id: string;
  readonly correlation_id: string;
  /** The command that led to this one; null where nobody named it. */
  readonly caused_by: string | null;
  /** See `saidOf`. */
  readonly said_json: string | null;
}

/** An event, and the latest moment at which it or any before it occurred. */
interface Latest {
  readonly position: Position;
  readonly recorded_at: string;
  readonly latest_occurred_at: string;
}

/** Events of a type that this program does not know. */
export interface UnknownType {
  readonly type: string;
  readonly events: number;
  readonly firstPosition: Position;
}

export class EventIndex {
  private readonly unknown;
  private readonly byPosition;
  private readonly byCommand;
  private readonly lastOfCommand;
  private readonly lastAt;
  private readonly takenBackAt;

  constructor(db: Database) {
    this.unknown = db.prepare(
      `SELECT type, events, first_position AS firstPosition FROM unknown_type ORDER BY first_position`,
    );
    this.byPosition = db.prepare(`SELECT * FROM event WHERE position = ?`);
    this.byCommand = db.prepare(
      `SELECT command_hash AS hash, correlation_id AS correlationId, stream, revision, position FROM event
       WHERE command_id = ? ORDER BY position DESC LIMIT 1`,
    );
    this.lastOfCommand = db.prepare(
      `SELECT * FROM event WHERE command_id = ? AND position <= ? ORDER BY position DESC LIMIT 1`,
    );
    this.takenBackAt = db.prepare(
      `SELECT e.* FROM taken_back t JOIN event e ON e.position = t.taken_position WHERE t.position = ?
       ORDER BY e.position`,
    );
    this.lastAt = db.prepare(
      `SELECT position, recorded_at, latest_occurred_at FROM event WHERE position <= ? ORDER BY position DESC LIMIT 1`,
    );
  }

  unknownTypes(): readonly UnknownType[] {
    return this.unknown.all() as UnknownType[];
  }

  at(position: Position): EventRow | undefined {
    return this.byPosition.get(position) as EventRow | undefined;
  }

  /** The events that the one at this position took back. */
  takenBackBy(position: Position): readonly EventRow[] {
    return this.takenBackAt.all(position) as EventRow[];
  }

  command(commandId: string): CommandRecord | undefined {
    return this.byCommand.get(commandId) as CommandRecord | undefined;
  }

  /** The last event of the command, up to the position. */
  lastOf(commandId: string, at: Position): EventRow | undefined {
    return this.lastOfCommand.get(commandId, at) as EventRow | undefined;
  }

  /** The position of the last event recorded by then. `recorded_at` never falls, so this is exact. */
  positionBy(recordedAt: string): Position {
    return this.lastWhere(({ recorded_at }) => recorded_at <= recordedAt);
  }

  /** The position of the last event recorded before then. */
  positionBefore(recordedAt: string): Position {
    return this.lastWhere(({ recorded_at }) => recorded_at < recordedAt);
  }

  /** The position up to which all events occurred before then; the next one did not. */
  positionAllBefore(occurredAt: string): Position {
    return this.lastWhere(({ latest_occurred_at }) => latest_occurred_at < occurredAt);
  }

  /** Every event up to that position has the property, and none after it. */
  private lastWhere(isEarly: (event: Latest) => boolean): Position {
    // The events up to `low` have it; those from `high` on have not.
    let low = START;
    let high = (this.lastUpTo(OPEN)?.position ?? START) + 1;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const event = this.lastUpTo(middle);
      if (!event || event.position <= low || isEarly(event)) low = middle;
      else high = event.position;
    }
    return this.lastUpTo(low)?.position ?? START;
  }

  /** The last event up to the position. */
  lastUpTo(position: Position): Latest | undefined {
    return this.lastAt.get(position) as Latest | undefined;
  }
}
