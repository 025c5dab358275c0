import type { Role } from "../../domain/kernel/actor.js";
import type { One } from "../table/ones.js";
import type { SqlValue } from "../table/temporal.js";
import type { Subject } from "./eventSubjectLinks.js";

/** Instants are texts as the ledger writes them; both ends are included. */
export interface TimelineFilter {
  readonly types?: readonly string[] | null | undefined;
  /** The account that acted: the subject of its token. */
  readonly actor?: string | null | undefined;
  readonly actorRoles?: readonly Role[] | null | undefined;
  readonly actorUnit?: One | null | undefined;
  /** The unit that it is about. */
  readonly unit?: One | null | undefined;
  /** Of whom and what it is about: any of these. */
  readonly about?: readonly Subject[] | undefined;
  readonly occurredFrom?: string | null | undefined;
  readonly occurredTo?: string | null | undefined;
  readonly recordedFrom?: string | null | undefined;
  readonly recordedTo?: string | null | undefined;
  readonly correlationId?: string | null | undefined;
  readonly commandId?: string | null | undefined;
}

/** The positions of events about the unit of the filter. */
export const ABOUT_UNIT = `SELECT a.position FROM event_subject a
  WHERE a.subject IN (SELECT n.number FROM json_each(:unit) u CROSS JOIN subject n ON n.ref = u.value AND n.kind = 'Unit')`;

/** The positions of events about any of the subjects of the filter. */
export const ABOUT_SUBJECTS = `SELECT b.position FROM event_subject b
  WHERE b.subject IN (SELECT n.number FROM json_each(:about) j
    CROSS JOIN subject n ON n.ref = j.value ->> 'ref' AND n.kind = j.value ->> 'kind')`;

/** What the filter asks of an event `e`, but for when it was recorded: positions are in that order. */
export function conditionsOf(filter: TimelineFilter, params: Record<string, SqlValue>): readonly string[] {
  const where: string[] = [];
  const add = (condition: string, name: string, value: SqlValue): void => {
    where.push(condition);
    params[name] = value;
  };
  const among = (column: string, name: string, values: readonly string[]): void =>
    add(`${column} IN (SELECT value FROM json_each(:${name}))`, name, JSON.stringify(values));
  if (filter.types) among("e.type", "types", filter.types);
  if (filter.actor) add(`e.actor_subject = :actor`, "actor", filter.actor);
  if (filter.actorRoles) among("e.actor_role", "roles", filter.actorRoles);
  if (filter.actorUnit) among("e.actor_unit_id", "actorUnit", filter.actorUnit.ids);
  if (filter.unit) {
    add(`EXISTS (${ABOUT_UNIT} AND a.position = e.position)`, "unit", JSON.stringify(filter.unit.ids));
  }
  if (filter.about) {
    add(`EXISTS (${ABOUT_SUBJECTS} AND b.position = e.position)`, "about", JSON.stringify(filter.about));
  }
  if (filter.occurredFrom) add(`e.occurred_at >= :occurredFrom`, "occurredFrom", filter.occurredFrom);
  if (filter.occurredTo) add(`e.occurred_at <= :occurredTo`, "occurredTo", filter.occurredTo);
  if (filter.correlationId) add(`e.correlation_id = :correlation`, "correlation", filter.correlationId);
  if (filter.commandId) add(`e.command_id = :command`, "command", filter.commandId);
  return where;
}
