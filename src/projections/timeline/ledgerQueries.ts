import type { Database } from "better-sqlite3";
import { type Position, START } from "../../eventstore/contract.js";
import type { Basis } from "../table/basis.js";
import { countRows, type Direction, prepared, readPageBy, type Rows, type Window } from "../table/paging.js";
import type { SqlValue } from "../table/temporal.js";
import { EventIndex, type EventRow } from "./eventIndex.js";
import { marked } from "./eventMarks.js";
import { ABOUT_SUBJECTS, ABOUT_UNIT, conditionsOf, type TimelineFilter } from "./timelineFilter.js";

/** As the ledger took them, or by when they happened, and then as it took them. */
export const LEDGER_ORDERS = ["RECORDED", "OCCURRED"] as const;
export type LedgerOrder = (typeof LEDGER_ORDERS)[number];

/**
 * So many events are looked up and put in order. Where a condition leaves more, the order is walked instead: then events
 * that pass are not rare, and a page of them is found after a short way.
 */
const FEW = 4_000;
/** Of what happened in a period: these stand together, and the way to them may be the whole log. */
const FEW_IN_PERIOD = 5 * FEW;

/** A condition by which few events may be found, with the positions that an index gives for it. */
interface Lead {
  readonly asked: (filter: TimelineFilter, order: LedgerOrder) => unknown;
  readonly positions: string;
  readonly few?: number;
}

const LEADS: readonly Lead[] = [
  { asked: ({ commandId }) => commandId, positions: `SELECT position FROM event WHERE command_id = :command` },
  {
    // Most commands belong to no process but their own, so only the others are indexed by it.
    asked: ({ correlationId }) => correlationId,
    positions: `SELECT position FROM (
      SELECT position FROM event WHERE correlation_id = :correlation AND correlation_id <> command_id
      UNION ALL SELECT position FROM event WHERE command_id = :correlation) WHERE TRUE`,
  },
  {
    asked: ({ recordedFrom, recordedTo }) => recordedFrom ?? recordedTo,
    positions: `SELECT position FROM event WHERE TRUE`,
  },
  { asked: ({ about }) => about, positions: ABOUT_SUBJECTS },
  { asked: ({ actor }) => actor, positions: marked("ACTOR", ":actor") },
  { asked: ({ unit }) => unit, positions: ABOUT_UNIT },
  {
    asked: ({ actorUnit }) => actorUnit,
    positions: marked("ACTOR_UNIT", "SELECT value FROM json_each(:actorUnit)"),
  },
  {
    asked: ({ types }) => types,
    positions: marked("TYPE", "SELECT value FROM json_each(:types)"),
  },
  {
    // Walked in its order, a period is walked from its beginning to its end.
    asked: ({ occurredFrom, occurredTo }, order) => order === "RECORDED" && occurredFrom && occurredTo,
    positions: `SELECT position FROM event WHERE occurred_at >= :occurredFrom AND occurred_at <= :occurredTo`,
    few: FEW_IN_PERIOD,
  },
];

/** The events of the whole ledger, whatever they are about. */
export class LedgerQueries {
  private readonly events: EventIndex;

  constructor(
    private readonly db: Database,
    /** Other than usual, for a test. */
    private readonly few?: number,
  ) {
    this.events = new EventIndex(db);
  }

  list(filter: TimelineFilter, order: LedgerOrder, direction: Direction, window: Window, basis: Basis): Rows<EventRow> {
    const whole = this.questionOf(filter, order, basis);
    const terms = order === "RECORDED" ? ["e.position"] : ["e.occurred_at", "e.position"];
    const query = { ...whole, select: "e.position", sort: { terms, direction } };
    const bounded = order === "OCCURRED" ? { ...query, where: boundedBy(window, direction, whole.where) } : query;
    const page = readPageBy(this.db, bounded, window, (position: Position) => {
      const row = this.events.at(position) as EventRow;
      return { row, key: order === "RECORDED" ? [position] : [row.occurred_at, position] };
    });
    return { ...page, count: () => countRows(this.db, whole) };
  }

  private questionOf(
    filter: TimelineFilter,
    order: LedgerOrder,
    { position: at, latestOccurredAt }: Basis,
  ): { readonly from: string; readonly where: readonly string[]; readonly params: Record<string, SqlValue> } {
    const { recordedFrom, recordedTo, occurredFrom } = filter;
    const low = Math.max(
      recordedFrom ? this.events.positionBefore(recordedFrom) : START,
      occurredFrom ? this.events.positionAllBefore(occurredFrom) : START,
    );
    const high = recordedTo ? Math.min(at, this.events.positionBy(recordedTo)) : at;
    const params: Record<string, SqlValue> = { low, high };
    const where = ["e.position > :low", "e.position <= :high", ...conditionsOf(filter, params)];
    const lead = LEADS.find((one) => one.asked(filter, order) && this.leadsToFew(one, params));
    if (lead)
      return { from: "event e NOT INDEXED", where: [`e.position IN (${within(lead.positions)})`, ...where], params };
    if (order === "RECORDED") return { from: "event e NOT INDEXED", where, params };
    // What occurred after all that was known need not be stepped over.
    if (!filter.occurredTo) {
      where.push("e.occurred_at <= :occurredTo");
      params["occurredTo"] = latestOccurredAt;
    }
    return { from: "event e INDEXED BY event_by_occurrence", where, params };
  }

  private leadsToFew({ positions, few = FEW }: Lead, params: Record<string, SqlValue>): boolean {
    const most = this.few ?? few;
    const sql = `SELECT count(*) FROM (${within(positions)} LIMIT ${most + 1})`;
    return (prepared(this.db, sql, "pluck").get(params) as number) <= most;
  }
}

const within = (positions: string): string => `${positions} AND position > :low AND position <= :high`;

/**
 * SQLite would start from one of two bounds and step over what lies before the other: a cursor is the tighter one, so the
 * period's own bound on that side is kept from the index.
 */
function boundedBy({ after, before }: Window, direction: Direction, where: readonly string[]): readonly string[] {
  const [low, high] = direction === "ASC" ? [after, before] : [before, after];
  return where.map((condition) => {
    const isBound =
      (low && condition.startsWith("e.occurred_at >=")) || (high && condition.startsWith("e.occurred_at <="));
    return isBound ? `+${condition}` : condition;
  });
}
