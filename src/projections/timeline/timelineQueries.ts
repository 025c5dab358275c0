import type { Database } from "better-sqlite3";
import { type Position, START } from "../../eventstore/contract.js";
import { EventIndex, type EventRow } from "./eventIndex.js";
import type { Subject } from "./eventSubjectLinks.js";
import {
  type Counted,
  countRows,
  type Direction,
  NO_ROWS,
  prepared,
  readPage,
  type Rows,
  type Window,
} from "../table/paging.js";
import type { SqlValue } from "../table/temporal.js";
import { conditionsOf, type TimelineFilter } from "./timelineFilter.js";

interface Question {
  readonly where: readonly string[];
  readonly params: Readonly<Record<string, SqlValue>>;
  /** The subject's events are walked by its key; those of one command, being few, from that end. */
  readonly walk: string;
  readonly direction: Direction;
}

/** An event about any of the subjects; one that the ledger does not know yet may come to be known. */
const ABOUT_ANY = `EXISTS (SELECT 1 FROM event_subject s WHERE s.position = e.position AND s.subject IN
  (SELECT n.number FROM json_each(:subjects) j
   CROSS JOIN subject n ON n.ref = j.value ->> 'ref' AND n.kind = j.value ->> 'kind'))`;

/** The events of subjects, in the ledger's order. */
export class TimelineQueries {
  private readonly events: EventIndex;
  private readonly subjects;
  private readonly numbers;
  private readonly earlier;

  constructor(private readonly db: Database) {
    this.events = new EventIndex(db);
    this.subjects = db.prepare(
      `SELECT n.kind, n.ref, j.value ->> 1 AS own
       FROM event e CROSS JOIN json_each(e.subjects_json) j CROSS JOIN subject n ON n.number = j.value ->> 0
       WHERE e.position = ? ORDER BY own DESC, n.kind, n.ref`,
    );
    this.numbers = db.prepare(`SELECT number FROM subject WHERE ref = ? AND kind = ?`).pluck();
    this.earlier = db
      .prepare(
        `SELECT 1 FROM subject n CROSS JOIN event_subject s ON s.subject = n.number AND s.own = 1
         CROSS JOIN event e ON e.position = s.position
         WHERE n.ref = :ref AND n.kind = :kind AND s.position < :before
           AND e.type IN (SELECT value FROM json_each(:types)) LIMIT 1`,
      )
      .pluck();
  }

  /**
   * Events about any of the subjects, each once. Each subject gives its stretch of the page by its own key, and the
   * first of all of them together are the page: nothing beyond the page is read, but for what the filter leaves out.
   */
  list(
    subjects: readonly Subject[],
    filter: TimelineFilter,
    direction: Direction,
    window: Window,
    at: Position,
  ): Rows<EventRow> {
    const question = this.questionOf(filter, direction, window, at);
    const numbers = subjects.flatMap((subject) => this.numberOf(subject) ?? []);
    const stretches = numbers.map((number) => this.stretch(number, question, window));
    const whole = this.questionOf(filter, direction, { limit: 0 }, at);
    return { ...this.merged(stretches, direction, window), count: () => this.count(numbers, whole) };
  }

  /** The events of one record's own, as the log has them for it. */
  ofRecord(subject: Subject, direction: Direction, window: Window, at: Position): Rows<EventRow> {
    const number = this.numberOf(subject);
    if (number === undefined) return NO_ROWS;
    const own = (question: Question): Question => ({ ...question, where: [...question.where, `s.own = 1`] });
    const stretch = this.stretch(number, own(this.questionOf({}, direction, window, at)), window);
    const whole = own(this.questionOf({}, direction, { limit: 0 }, at));
    return { ...this.merged([stretch], direction, window), count: () => this.count([number], whole) };
  }

  /**
   * Those of a stretch of events that a feed delivers: about any of the subjects (null: about whatever it be), each
   * decided by itself, under the same conditions as in a list.
   */
  passing(
    subjects: readonly Subject[] | null,
    filter: TimelineFilter,
    after: Position,
    upTo: Position,
  ): readonly EventRow[] {
    const params: Record<string, SqlValue> = { after, upTo };
    const where = ["e.position > :after", "e.position <= :upTo", ...conditionsOf(filter, params)];
    const add = (condition: string, name: string, value: SqlValue): void => {
      where.push(condition);
      params[name] = value;
    };
    if (filter.recordedFrom) add("e.recorded_at >= :recordedFrom", "recordedFrom", filter.recordedFrom);
    if (filter.recordedTo) add("e.recorded_at <= :recordedTo", "recordedTo", filter.recordedTo);
    if (subjects) add(ABOUT_ANY, "subjects", JSON.stringify(subjects));
    const sql = `SELECT e.* FROM event e WHERE ${where.join(" AND ")} ORDER BY e.position`;
    return prepared(this.db, sql).all(params) as EventRow[];
  }

  /** Whom and what the event is about; its own record comes first. */
  subjectsAt(position: Position): readonly (Subject & { readonly own: 0 | 1 })[] {
    return this.subjects.all(position) as (Subject & { own: 0 | 1 })[];
  }

  private numberOf({ kind, ref }: Subject): number | undefined {
    return this.numbers.get(ref, kind) as number | undefined;
  }

  /** The events of all stretches together, each once. */
  private count(subjects: readonly number[], { walk: from, where: ofEvents, params }: Question): Counted {
    const where = ["s.subject IN (SELECT value FROM json_each(:all))", ...ofEvents];
    return countRows(
      this.db,
      { from, where, params: { ...params, all: JSON.stringify(subjects) } },
      "DISTINCT s.position",
    );
  }

  /** Whether an event of one of the types happened to the record before. */
  hasEvent({ kind, ref }: Subject, types: readonly string[], before: Position): boolean {
    return this.earlier.get({ kind, ref, types: JSON.stringify(types), before }) !== undefined;
  }

  private stretch(subject: number, question: Question, { limit, fromEnd }: Window): Rows<{ position: Position }> {
    const query = {
      select: "s.position",
      from: question.walk,
      where: ["s.subject = :subject", ...question.where],
      params: { ...question.params, subject },
      sort: { terms: ["s.position"], direction: question.direction },
    };
    return readPage(this.db, query, { limit, fromEnd });
  }

  private merged(
    stretches: readonly Rows<{ position: Position }>[],
    direction: Direction,
    { limit, fromEnd }: Window,
  ): Pick<Rows<EventRow>, "rows" | "more"> {
    const positions = [...new Set(stretches.flatMap(({ rows }) => rows.map(({ row }) => row.position)))];
    positions.sort((a, b) => (direction === "ASC" ? a - b : b - a));
    const kept = fromEnd ? positions.slice(-limit) : positions.slice(0, limit);
    return {
      rows: kept.map((position) => ({ row: this.events.at(position) as EventRow, key: [position] })),
      more: positions.length > limit || stretches.some(({ more }) => more),
    };
  }

  /**
   * The basis, the cursors and the period of recording (positions are in its order) all bound the stretch of the key.
   * SQLite would start from one of several bounds and step over the rest, so it is given the tightest.
   */
  private questionOf(filter: TimelineFilter, direction: Direction, window: Window, at: Position): Question {
    const [from, to] = direction === "ASC" ? [window.after, window.before] : [window.before, window.after];
    const lows = [START, ...(from ?? [])];
    const highs = [at + 1, ...(to ?? [])];
    if (filter.recordedFrom) lows.push(this.events.positionBefore(filter.recordedFrom));
    if (filter.recordedTo) highs.push(this.events.positionBy(filter.recordedTo) + 1);
    const where = ["s.position > :low", "s.position < :high"];
    const params: Record<string, SqlValue> = {
      low: Math.max(...lows.map(Number)),
      high: Math.min(...highs.map(Number)),
    };
    const ofEvents = conditionsOf(filter, params);
    return { where: [...where, ...ofEvents], params, walk: walkOf(filter, ofEvents.length > 0), direction };
  }
}

function walkOf({ commandId }: TimelineFilter, filtersEvents: boolean): string {
  if (commandId) return "event e CROSS JOIN event_subject s ON s.position = e.position";
  return filtersEvents ? "event_subject s CROSS JOIN event e ON e.position = s.position" : "event_subject s";
}
