import type { Database } from "better-sqlite3";
import { START, type Position } from "../../eventstore/contract.js";

/** By what few events may be found, and the column of `event` that says it. */
const COLUMN_OF = { TYPE: "type", ACTOR: "actor_subject", ACTOR_UNIT: "actor_unit_id" } as const;
type Mark = keyof typeof COLUMN_OF;

/**
 * An index of each of these columns would change, with every command, in as many places as there are types, actors and
 * units. So the marks of many events are written at once, a row for all those that have a value in common, and the few
 * events since are looked through.
 */
export const MARKS_DDL = `
  CREATE TABLE event_mark (
    mark TEXT NOT NULL,
    value TEXT NOT NULL,
    last_position INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    positions_json TEXT NOT NULL,
    PRIMARY KEY (mark, value, last_position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event_marked (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    up_to INTEGER NOT NULL
  ) STRICT;
  INSERT INTO event_marked VALUES (1, ${START});
`;

const MARKED_AT_ONCE = 1_024;

/**
 * Writes the marks of events: to be told of each when it stands in `event`. Every so many events, so that the rows are
 * the same however the log was paged.
 */
export function openEventMarks(db: Database, atOnce = MARKED_AT_ONCE): (position: Position) => void {
  const marks = Object.entries(COLUMN_OF).map(([mark, column]) =>
    db.prepare(
      `INSERT INTO event_mark
       SELECT '${mark}', ${column}, max(position), min(position), json_group_array(position ORDER BY position)
       FROM event WHERE position > ? AND ${column} IS NOT NULL GROUP BY ${column}`,
    ),
  );
  const move = db.prepare(`UPDATE event_marked SET up_to = ?`);
  let upTo = db.prepare(`SELECT up_to FROM event_marked`).pluck().get() as Position;
  let since = db.prepare(`SELECT count(*) FROM event WHERE position > ?`).pluck().get(upTo) as number;
  return (position) => {
    if (++since < atOnce) return;
    for (const mark of marks) mark.run(upTo);
    move.run(position);
    [upTo, since] = [position, 0];
  };
}

/**
 * The positions, after `:low` and up to `:high`, of the events that have one of these values; further conditions on
 * `position` may follow.
 * @param values SQL of this program's own: a parameter, or what selects them
 */
export const marked = (mark: Mark, values: string): string => `SELECT position FROM (
    SELECT p.value AS position FROM event_mark m JOIN json_each(m.positions_json) p
      WHERE m.mark = '${mark}' AND m.value IN (${values}) AND m.last_position > :low AND m.first_position <= :high
    UNION ALL SELECT position FROM event
      WHERE position > (SELECT up_to FROM event_marked) AND ${COLUMN_OF[mark]} IN (${values})) WHERE TRUE`;
