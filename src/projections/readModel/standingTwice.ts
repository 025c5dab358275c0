import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import { hasGoneOn, withGoneInto } from "../table/ones.js";
import { NOW, OPEN } from "../table/temporal.js";

/** What may stand once, and the records, by their global ids, at which it stands on a day. */
export interface StandingTwice {
  readonly what: keyof typeof QUESTIONS;
  readonly records: readonly string[];
}

const standing = (alias: string): string => `${alias}.to_position = ${OPEN}`;

const QUESTIONS = {
  "press card": `
    SELECT c.number AS thing, 'Reporter:' || survivor.id AS record
    FROM reporter survivor JOIN press_card c ON ${standing("c")}
      AND c.reporter_id IN (${withGoneInto("Reporter", "survivor.id")})
    WHERE ${standing("survivor")} AND NOT ${hasGoneOn("Reporter", "survivor.id")}`,
  "name of a press agency": `
    SELECT a.name_key AS thing, 'PressAgency:' || a.id AS record
    FROM press_agency a WHERE ${standing("a")} AND (a.ends_on IS NULL OR a.ends_on > :today)`,
  act: `
    SELECT s.party_id || '|' || json_extract(line.value, '$.violationId') AS thing, 'Sanction:' || s.id AS record
    FROM sanction s, json_each(s.state_json, '$.lines') line
    WHERE ${standing("s")} AND s.status <> 'ANNULLED'`,
} as const;

/**
 * What was taken twice before such things were claimed in streams (see commands/claims.ts), by two nodes in one moment.
 * No rule mends it: one of the records is to be corrected.
 */
export function standingTwice(db: Database, today: LocalDate): readonly StandingTwice[] {
  return Object.entries(QUESTIONS).flatMap(([what, question]) => {
    const rows = db
      .prepare(
        `SELECT json_group_array(record) FROM (SELECT DISTINCT thing, record FROM (${question}) ORDER BY thing, record)
         GROUP BY thing HAVING count(*) > 1 ORDER BY thing`,
      )
      .pluck()
      .all({ today, at: NOW }) as string[];
    return rows.map((json) => ({ what: what as StandingTwice["what"], records: JSON.parse(json) as string[] }));
  });
}
