import type { Database } from "better-sqlite3";

/**
 * What is missing in the log by its own account, in one sentence; undefined when nothing is. Positions are given out
 * without gaps and never again, revisions of a stream too, and nothing is ever deleted: so what is missing was lost.
 * Only indexes are walked over, not the events: a second for a million of them.
 */
export function findHole(db: Database): string | undefined {
  return missingPosition(db) ?? missingRevision(db);
}

function missingPosition(db: Database): string | undefined {
  const number = (sql: string): number => Number(db.prepare(sql).pluck().get() ?? 0);
  const last = number("SELECT max(position) FROM events");
  // SQLite remembers the last position that it gave out, whatever becomes of its row.
  const given = number("SELECT seq FROM sqlite_sequence WHERE name = 'events'");
  if (last < given) return `it has given out positions up to ${given}, but its last event stands at ${last}`;
  const count = number("SELECT count(*) FROM events");
  if (count === last) return undefined;
  const before = number(
    `SELECT position FROM (SELECT 0 AS position UNION ALL SELECT position FROM events) AS one
     WHERE NOT EXISTS (SELECT 1 FROM events WHERE position = one.position + 1) ORDER BY position LIMIT 1`,
  );
  const missing = last - count;
  return `${missing === 1 ? "an event is missing" : `${missing} events are missing`}, the first at position ${before + 1} of ${last}`;
}

function missingRevision(db: Database): string | undefined {
  const found = db
    .prepare<[], { stream: string; first: number; last: number; count: number }>(
      `SELECT stream, min(revision) AS first, max(revision) AS last, count(*) AS count FROM events
       GROUP BY stream HAVING first <> 0 OR count <> last + 1 LIMIT 1`,
    )
    .get();
  if (!found) return undefined;
  const { stream, last, count } = found;
  return `the stream ${stream} goes up to revision ${last} and has ${count} events, not ${last + 1}`;
}
