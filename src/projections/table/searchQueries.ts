import type { Database } from "better-sqlite3";
import { nameKey } from "../../domain/kernel/names.js";
import type { Position } from "../../eventstore/contract.js";
import { fold, wordsOf } from "./fold.js";
import { counted, MAX_COUNTED, NO_ROWS, prepared, type Rows, type Window } from "./paging.js";
import { type SqlValue, standsAt } from "./temporal.js";

export const SEARCH_KINDS = [
  "UNIT",
  "PRESS_AGENCY",
  "REPORTER",
  "VISIT",
  "INSPECTION",
  "SEIZURE",
  "INFORMATION_REQUEST",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
}

/**
 * Better matches first: the same title, the title without marks, titles that begin so, and then all
 * that have the words (or their beginnings) anywhere. Within a rank the order is that of the entries, newest first, so
 * that an answer depends on nothing but the log up to its basis.
 */
const RANKS = [
  `e.title_folded = :folded AND e.title_key = :key`,
  `e.title_folded = :folded AND e.title_key <> :key`,
  `e.title_folded > :folded AND e.title_folded < :beyond`,
] as const;
const ANYWHERE = `NOT (e.title_folded >= :folded AND e.title_folded < :beyond)`;

export class SearchQueries {
  constructor(private readonly db: Database) {}

  list(text: string, kinds: readonly SearchKind[], window: Window, at: Position): Rows<SearchHit> {
    const words = wordsOf(text);
    if (words.length === 0) return NO_ROWS;
    const folded = fold(text);
    const params: Record<string, SqlValue> = {
      at,
      folded,
      key: nameKey(text),
      beyond: `${folded}\u{10FFFF}`,
      match: words.map((word) => `"${word}"*`).join(" AND "),
      kinds: JSON.stringify(kinds),
    };
    const start = startOf(window);
    const rows: { row: SearchHit; key: readonly SqlValue[] }[] = [];
    for (let rank = start.rank; rank <= RANKS.length && rows.length <= window.limit; rank++) {
      const below = rank === start.rank ? start.entry : Number.MAX_SAFE_INTEGER;
      const found = this.inRank(rank, { ...params, below, limit: window.limit + 1 - rows.length });
      for (const { entry, ...row } of found) rows.push({ row, key: [rank, entry] });
    }
    return {
      rows: rows.slice(0, window.limit),
      more: rows.length > window.limit,
      count: () => counted(this.countOf(params)),
    };
  }

  /** Each rank leaves out what the others find. */
  private countOf(params: Record<string, SqlValue>): number {
    let found = 0;
    for (let rank = 0; rank <= RANKS.length && found <= MAX_COUNTED; rank++) {
      const some = `SELECT 1 ${foundIn(rank)} LIMIT :limit`;
      const limit = MAX_COUNTED + 1 - found;
      const below = Number.MAX_SAFE_INTEGER;
      const count = prepared(this.db, `SELECT count(*) FROM (${some})`, "pluck");
      found += count.get({ ...params, below, limit }) as number;
    }
    return found;
  }

  private inRank(rank: number, params: Record<string, SqlValue>): (SearchHit & { entry: number })[] {
    const sql = `SELECT e.kind, e.id, e.title, e.entry ${foundIn(rank)}
      ORDER BY ${RANKS[rank] ? "e.entry" : "t.rowid"} DESC LIMIT :limit`;
    return prepared(this.db, sql).all(params) as (SearchHit & { entry: number })[];
  }
}

function foundIn(rank: number): string {
  const byTitle = RANKS[rank];
  const from = byTitle ? `search_entry e` : `search_text t JOIN search_entry e ON e.entry = t.rowid`;
  const which = byTitle ?? `t.search_text MATCH :match AND ${ANYWHERE}`;
  return `FROM ${from}
    WHERE ${which} AND ${standsAt("e")} AND e.kind IN (SELECT value FROM json_each(:kinds)) AND e.entry < :below`;
}

function startOf({ after }: Window): { rank: number; entry: number } {
  const [rank, entry] = after ?? [0, Number.MAX_SAFE_INTEGER];
  return { rank: Number(rank), entry: Number(entry) };
}
