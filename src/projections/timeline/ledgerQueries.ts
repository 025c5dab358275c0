import type { Database } from "better-sqlite3";
import { type Position, START } from "../../eventstore/contract.js";
import type { Basis } from "../table/basis.js";
import { countRows, type Direction, prepared, readPageBy, type Rows, type Window } from "../table/paging.js";
import type { SqlValue } from "../table/temporal.js";
import { EventIndex, type EventRow } from "./eventIndex.js";
import { ABOUT_UNIT, conditionsOf, type TimelineFilter } from "./timelineFilter.js";

/** As the ledger took them, or by when they happened, and then as it took them. */
export const LEDGER_ORDERS = ["RECORDED", "OCCURRED"] as const;
export type LedgerOrder = (typeof LEDGER_ORDERS)[number];

/**
 * So many events are looked up and put in order; where a condition leaves more, the order is walked instead, and a page is
 * found after a short way, as every so manieth event passes.
 */
const FEW = 4_000;

/** The conditions by which few events may be found: each with the positions that an index gives for it. */
const LEADS: readonly { readonly asked: (filter: TimelineFilter) => unknown; readonly positions: string }[] = [
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
  {
    asked: ({ occurredFrom, occurredTo }) => occurredFrom && occurredTo,
    positions: `SELECT position FROM event WHERE occurred_at >= :occurredFrom AND occurred_at <= :occurredTo`,
  },
  { asked: ({ actor }) => actor, positions: `SELECT position FROM event WHERE actor_subject = :actor` },
  { asked: ({ unitId }) => unitId, positions: ABOUT_UNIT },
  { asked: ({ actorUnitId }) => actorUnitId, positions: `SELECT position FROM event WHERE actor_unit_id = :actorUnit` },
  {
    asked: ({ types }) => types,
    positions: `SELECT position FROM event WHERE type IN (SELECT value FROM json_each(:types))`,
  },
  {
    asked: ({ actorRoles }) => actorRoles,
    positions: `SELECT position FROM event WHERE actor_role IN (SELECT value FROM json_each(:roles))`,
  },
];

/** The events of the whole ledger, whatever they are about. */
export class LedgerQueries {
  private readonly events: EventIndex;

  constructor(
    private readonly db: Database,
    private readonly few = FEW,
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
    const { recordedFrom, recordedTo } = filter;
    const low = recordedFrom ? this.events.positionBefore(recordedFrom) : START;
    const high = recordedTo ? Math.min(at, this.events.positionBy(recordedTo)) : at;
    const params: Record<string, SqlValue> = { low, high };
    const where = ["e.position > :low", "e.position <= :high", ...conditionsOf(filter, params)];
    const lead = LEADS.find(({ asked, positions }) => asked(filter) && this.areFew(within(positions), params));
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

  private areFew(positions: string, params: Record<string, SqlValue>): boolean {
    const sql = `SELECT count(*) FROM (${positions} LIMIT ${this.few + 1})`;
    return (prepared(this.db, sql, "pluck").get(params) as number) <= this.few;
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
