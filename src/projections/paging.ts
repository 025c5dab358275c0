import type { Database, Statement } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { SqlValue } from "./temporal.js";

export type Direction = "ASC" | "DESC";

/** What to read. `where` and `sort.terms` are SQL of this program, never of a caller; values travel in `params`. */
export interface ListQuery {
  readonly select: string;
  readonly from: string;
  readonly where: readonly string[];
  readonly params: Readonly<Record<string, SqlValue>>;
  /** The last term must be unique, so that a cursor names exactly one row. */
  readonly sort: { readonly terms: readonly string[]; readonly direction: Direction };
}

/** Which stretch of the list: the first `limit` after a row, or the last `limit` before one. */
export interface Window {
  readonly limit: number;
  /** The sort values of the row to start after. */
  readonly after?: readonly SqlValue[] | undefined;
  readonly before?: readonly SqlValue[] | undefined;
  /** From the end of the list instead of its beginning. */
  readonly fromEnd?: boolean | undefined;
}

export interface Rows<R> {
  readonly rows: readonly { readonly row: R; readonly key: readonly SqlValue[] }[];
  /** There is more beyond the far end of this stretch. */
  readonly more: boolean;
}

/** Reads one stretch of a list by its sort keys (never by an offset: rows that come in meanwhile move nothing). */
export function readPage<R>(db: Database, query: ListQuery, window: Window): Rows<R> {
  const { terms, direction } = query.sort;
  const where = [...query.where];
  const params: Record<string, SqlValue> = { ...query.params, limit: window.limit + 1 };
  const bound = (values: readonly SqlValue[] | undefined, name: string, comparison: "<" | ">"): void => {
    if (!values) return;
    values.forEach((value, index) => (params[`${name}${index}`] = value));
    where.push(`(${terms.join(", ")}) ${comparison} (${terms.map((_, index) => `:${name}${index}`).join(", ")})`);
  };
  const ascending = direction === "ASC";
  bound(window.after, "after", ascending ? ">" : "<");
  bound(window.before, "before", ascending ? "<" : ">");

  const walk = ascending !== (window.fromEnd === true) ? "ASC" : "DESC";
  const keys = terms.map((term, index) => `${term} AS key${index}`).join(", ");
  const sql =
    `SELECT ${query.select}, ${keys} FROM ${query.from} WHERE ${where.join(" AND ")} ` +
    `ORDER BY ${terms.map((term) => `${term} ${walk}`).join(", ")} LIMIT :limit`;
  const found = prepared(db, sql).all(params) as Record<string, SqlValue>[];

  const kept = found.slice(0, window.limit);
  if (window.fromEnd) kept.reverse();
  return {
    rows: kept.map((row) => ({ row: row as R, key: terms.map((_, index) => row[`key${index}`] ?? null) })),
    more: found.length > window.limit,
  };
}

const statements = new WeakMap<Database, LRUCache<string, Statement>>();

/** The statement for this text, prepared once a connection. Texts vary with the filters in use, so they are few. */
export function prepared(db: Database, sql: string): Statement {
  let known = statements.get(db);
  if (!known) statements.set(db, (known = new LRUCache({ max: 200 })));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = db.prepare(sql)));
  return statement;
}
