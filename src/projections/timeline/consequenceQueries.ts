import type { Database } from "better-sqlite3";
import { referenceIn } from "../../domain/kernel/fields.js";
import type { Position } from "../../eventstore/contract.js";
import { EventIndex, type EventRow } from "./eventIndex.js";
import type { SubjectKind } from "./eventSubjectLinks.js";
import { pressItems } from "../pressItem/records.js";
import { RecordReader } from "../table/recordReader.js";
import { counted, type Rows, type Window } from "../table/paging.js";

/** So many commands are followed at most: a longer story is no longer read. */
export const MAX_FOLLOWED = 1_000;
/** With the command that is asked about. */
const MAX_REACHED = MAX_FOLLOWED + 1;

/**
 * The records whose course leads somewhere, by the category of their streams: besides their own later events, the later
 * events of these other records come of them, where they are linked with them.
 */
const COURSES: Readonly<Record<string, { readonly kind: SubjectKind; readonly leadTo: readonly string[] }>> = {
  visit: { kind: "Visit", leadTo: ["informationRequest", "pressItem"] },
  inspection: { kind: "Inspection", leadTo: ["violationCase", "seizure", "sanction"] },
  violationCase: { kind: "ViolationCase", leadTo: ["seizure", "sanction"] },
  seizure: { kind: "Seizure", leadTo: [] },
  statementDuty: { kind: "StatementDuty", leadTo: ["statement"] },
  pressConference: { kind: "PressConference", leadTo: ["statement"] },
  // A decision's exhibits are disposed of because of it, and another decision may replace it.
  sanction: { kind: "Sanction", leadTo: ["seizure", "sanction"] },
  informationRequest: { kind: "InformationRequest", leadTo: [] },
  pressItem: { kind: "PressItem", leadTo: [] },
};

type NamedAt = (id: string, at: Position) => readonly string[];
/** The records that one names as what came of it: somebody linked them. */
const NAMES: Readonly<Record<string, (db: Database) => NamedAt>> = {
  pressItem(db) {
    const items = new RecordReader(db, pressItems.table);
    return (id, at) => items.get(id, at)?.state.consequencesIds ?? [];
  },
};

/** An event that something led to. */
export interface ConsequenceRow {
  readonly event: EventRow;
  /** Its cause was named; otherwise it follows from how the records are linked. */
  readonly named: boolean;
}

/** What a command led to, directly and in turn. */
export interface Followed {
  /** In order of position. */
  readonly events: readonly { readonly position: Position; readonly named: boolean }[];
  /** False: there was more, and what was farthest is missing. */
  readonly isWhole: boolean;
}

interface Linked {
  readonly command_id: string;
  readonly stream: string;
  readonly own: 0 | 1;
}

/** What came of commands: by the causes that were named, and by the links between records. */
export class ConsequenceQueries {
  private readonly events: EventIndex;
  private readonly causedBy;
  private readonly ofCommand;
  private readonly linked;
  private readonly numberOf;
  private readonly beganBy;
  private readonly names: ReadonlyMap<string, NamedAt>;

  constructor(db: Database) {
    this.events = new EventIndex(db);
    this.causedBy = db
      .prepare(
        `SELECT command_id FROM event WHERE caused_by = ? AND position <= ?
         GROUP BY command_id ORDER BY min(position) LIMIT ${MAX_REACHED}`,
      )
      .pluck();
    this.ofCommand = db.prepare(`SELECT position, caused_by FROM event WHERE command_id = ? AND position <= ?`);
    this.linked = db.prepare(
      `SELECT e.command_id, e.stream, s.own FROM event_subject s CROSS JOIN event e ON e.position = s.position
       WHERE s.subject = ? AND s.position > ? AND s.position <= ? ORDER BY s.position`,
    );
    this.beganBy = db
      .prepare(
        `SELECT e.command_id FROM event_subject s CROSS JOIN event e ON e.position = s.position
         WHERE s.subject = ? AND s.own = 1 AND s.position <= ? ORDER BY s.position LIMIT 1`,
      )
      .pluck();
    this.names = new Map(Object.entries(NAMES).map(([category, open]) => [category, open(db)]));
    this.numberOf = db.prepare(`SELECT number FROM subject WHERE ref = ? AND kind = ?`).pluck();
  }

  /** The nearest come first into what is followed, so a story that is too long lacks its far end. */
  follow(commandId: string, at: Position): Followed {
    const reached = new Set([commandId]);
    const readFrom = new Map<number, Position>();
    // A Set goes on to what is added while it is walked; so each command is followed once, whatever leads to what.
    for (const command of reached) {
      const next = [
        ...this.namedBy(command, at),
        ...this.linkedWith(command, at, readFrom),
        ...this.namedIn(command, at),
      ];
      for (const one of next) if (reached.size <= MAX_REACHED) reached.add(one);
      if (reached.size > MAX_REACHED) break;
    }
    const isWhole = reached.size <= MAX_REACHED;
    const followed = [...reached].slice(1, MAX_REACHED);
    const events = followed.flatMap((command) =>
      (this.ofCommand.all(command, at) as { position: Position; caused_by: string | null }[]).map(
        ({ position, caused_by }) => ({ position, named: caused_by !== null && reached.has(caused_by) }),
      ),
    );
    return { events: events.sort((a, b) => a.position - b.position), isWhole };
  }

  /** One stretch of what was followed. Cursors are positions. */
  page({ events, isWhole }: Followed, { limit, after, before, fromEnd }: Window): Rows<ConsequenceRow> {
    const [low, high] = [Number(after?.[0] ?? -Infinity), Number(before?.[0] ?? Infinity)];
    const within = events.filter(({ position }) => position > low && position < high);
    const kept = fromEnd ? within.slice(-limit) : within.slice(0, limit);
    return {
      rows: kept.flatMap(({ position, named }) => {
        const event = this.events.at(position);
        return event ? [{ row: { event, named }, key: [position] }] : [];
      }),
      more: within.length > kept.length,
      count: () => ({ ...counted(events.length), isExact: isWhole }),
    };
  }

  private namedBy(command: string, at: Position): readonly string[] {
    return this.causedBy.all(command, at) as string[];
  }

  /** The commands with which the records began that this command linked as what came of its own, and that still are. */
  private namedIn(command: string, at: Position): readonly string[] {
    const last = this.events.lastOf(command, at);
    const dash = last?.stream.indexOf("-") ?? -1;
    const namedAt = last && this.names.get(last.stream.slice(0, dash));
    if (!namedAt) return [];
    const id = last.stream.slice(dash + 1);
    const [before, still] = [namedAt(id, last.position - 1), namedAt(id, at)];
    const linked = namedAt(id, last.position).filter((one) => !before.includes(one) && still.includes(one));
    return linked.flatMap((globalId) => {
      const record = referenceIn(globalId);
      const subject = record && (this.numberOf.get(record.id, record.kind) as number | undefined);
      return subject === undefined ? [] : (this.beganBy.all(subject, at) as string[]);
    });
  }

  /** What came later in the command's record, and in those that came of it. A stretch that has been read is not read again. */
  private linkedWith(command: string, at: Position, readFrom: Map<number, Position>): readonly string[] {
    const last = this.events.lastOf(command, at);
    const dash = last?.stream.indexOf("-") ?? -1;
    const course = last && COURSES[last.stream.slice(0, dash)];
    const subject = course && (this.numberOf.get(last.stream.slice(dash + 1), course.kind) as number | undefined);
    if (!last || !course || subject === undefined) return [];
    const upTo = readFrom.get(subject) ?? at;
    if (upTo <= last.position) return [];
    readFrom.set(subject, last.position);
    const found = new Set<string>();
    const rows = this.linked.iterate(subject, last.position, upTo) as IterableIterator<Linked>;
    for (const { command_id, stream, own } of rows) {
      if (own === 0 && !course.leadTo.includes(stream.slice(0, stream.indexOf("-")))) continue;
      found.add(command_id);
      if (found.size > MAX_FOLLOWED) break;
    }
    return [...found];
  }
}
