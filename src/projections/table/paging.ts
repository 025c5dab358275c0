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
  readonly sort: { readonly terms: readonly string[]; readonly direction: Direction; readonly locator?: Locator };
}

/**
 * By which columns a row is found again, where the sort values themselves must not stand in a cursor: names of persons,
 * numbers of their papers. A version of a row never changes, so its place in the order is looked up.
 */
export interface Locator {
  readonly terms: readonly string[];
  readonly from: string;
}

/** The row that a cursor speaks of is not in this ledger. */
export class UnknownRow extends Error {
  override readonly name = "UnknownRow";
}

/** Which stretch of the list: the first `limit` after a row, or the last `limit` before one. */
export interface Window {
  readonly limit: number;
  /** The sort values (or else the locator's) of the row to start after. */
  readonly after?: readonly SqlValue[] | undefined;
  readonly before?: readonly SqlValue[] | undefined;
  /** From the end of the list instead of its beginning. */
  readonly fromEnd?: boolean | undefined;
}

export interface Rows<R> {
  readonly rows: readonly { readonly row: R; readonly key: readonly SqlValue[] }[];
  /** There is more beyond the far end of this stretch. */
  readonly more: boolean;
  /** How many the whole list has, wherever the stretch lies; counted when it is asked. */
  readonly count: () => Counted;
}

/** How many there are: exactly, or at least. */
export interface Counted {
  readonly value: number;
  readonly isExact: boolean;
}

/** So far is counted: beyond, nobody turns pages, and a number would cost more than the page that it stands on. */
export const MAX_COUNTED = 10_000;

/** @param found how many were found where one more than `most` would not have been passed over */
export const counted = (found: number, most = MAX_COUNTED): Counted => ({
  value: Math.min(found, most),
  isExact: found <= most,
});

/** How many rows a query finds, which must be one that finds each row once. */
export function countRows(
  db: Database,
  { from, where, params }: Pick<ListQuery, "from" | "where" | "params">,
  found = "1",
): Counted {
  const some = `SELECT ${found} FROM ${from} WHERE ${where.join(" AND ")} LIMIT ${MAX_COUNTED + 1}`;
  return counted(prepared(db, `SELECT count(*) FROM (${some})`, "pluck").get(params) as number);
}

export const NO_ROWS: Rows<never> = { rows: [], more: false, count: () => counted(0) };

/** Reads one stretch of a list by its sort keys (never by an offset: rows that come in meanwhile move nothing). */
export function readPage<R>(db: Database, query: ListQuery, window: Window): Rows<R> {
  const keyTerms = (query.sort.locator ?? query.sort).terms;
  const keys = keyTerms.map((term, index) => `${term} AS key${index}`).join(", ");
  const { sql, params } = stretchOf(db, query, window, `${query.select}, ${keys}`);
  const found = prepared(db, sql).all(params) as Record<string, SqlValue>[];
  return taken(db, query, found, window, (row) => ({
    row: row as R,
    key: keyTerms.map((_, index) => row[`key${index}`] ?? null),
  }));
}

/** As `readPage`, where the one column that is selected leads to the row, and the row has the sort values itself. */
export function readPageBy<R, C extends SqlValue>(
  db: Database,
  query: ListQuery,
  window: Window,
  rowOf: (column: C) => Rows<R>["rows"][number],
): Rows<R> {
  const { sql, params } = stretchOf(db, query, window, query.select);
  return taken(db, query, prepared(db, sql, "pluck").all(params) as C[], window, rowOf);
}

/** What was found, without the one row more that tells that there is more. */
function taken<F, R>(
  db: Database,
  query: ListQuery,
  found: F[],
  { limit, fromEnd }: Window,
  rowOf: (one: F) => Rows<R>["rows"][number],
): Rows<R> {
  const more = found.length > limit;
  if (more) found.pop();
  if (fromEnd) found.reverse();
  return { rows: found.map(rowOf), more, count: () => countRows(db, query) };
}

function stretchOf(
  db: Database,
  query: ListQuery,
  window: Window,
  columns: string,
): { readonly sql: string; readonly params: Record<string, SqlValue> } {
  const { terms, direction, locator } = query.sort;
  const where = [...query.where];
  const params: Record<string, SqlValue> = { ...query.params, limit: window.limit + 1 };
  const bound = (values: readonly SqlValue[] | undefined, name: string, comparison: "<" | ">"): void => {
    if (!values) return;
    if (values.length !== (locator?.terms ?? terms).length) throw new UnknownRow("The cursor is of another list.");
    sortValues(db, query, values).forEach((value, index) => (params[`${name}${index}`] = value));
    where.push(`(${terms.join(", ")}) ${comparison} (${terms.map((_, index) => `:${name}${index}`).join(", ")})`);
  };
  const ascending = direction === "ASC";
  bound(window.after, "after", ascending ? ">" : "<");
  bound(window.before, "before", ascending ? "<" : ">");

  const walk = ascending !== (window.fromEnd === true) ? "ASC" : "DESC";
  const sql =
    `SELECT ${columns} FROM ${query.from} WHERE ${where.join(" AND ")} ` +
    `ORDER BY ${terms.map((term) => `${term} ${walk}`).join(", ")} LIMIT :limit`;
  return { sql, params };
}

function sortValues(db: Database, { sort }: ListQuery, values: readonly SqlValue[]): readonly SqlValue[] {
  if (!sort.locator) return values;
  const { terms, from } = sort.locator;
  const where = terms.map((term) => `${term} = ?`).join(" AND ");
  const found = prepared(db, `SELECT ${sort.terms.join(", ")} FROM ${from} WHERE ${where}`).get(...values) as
    Record<string, SqlValue> | undefined;
  if (found === undefined) throw new UnknownRow("The cursor's row is not in this ledger.");
  return Object.values(found);
}

/** One stretch of rows that are all in memory, in ascending order of a key that is unique. */
export function pageOf<R>(all: readonly R[], keyOf: (row: R) => readonly (string | number)[], window: Window): Rows<R> {
  const { limit, after, before, fromEnd } = window;
  const keyed = all.map((row) => ({ row, key: keyOf(row) }));
  const within = keyed.filter(({ key }) => (!after || isBelow(after, key)) && (!before || isBelow(key, before)));
  const rows = fromEnd ? within.slice(-limit) : within.slice(0, limit);
  return { rows, more: within.length > limit, count: () => counted(all.length) };
}

function isBelow(one: readonly SqlValue[], other: readonly SqlValue[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  const [lower, higher] = [one[at], other[at]];
  return lower != null && higher != null && lower < higher;
}

/** Stretches of lists that are in one order, each read for the same window, as one list: a row that is in several is one. */
export function together<R>(
  stretches: readonly Rows<R>[],
  direction: Direction,
  { limit, fromEnd }: Window,
): Omit<Rows<R>, "count"> {
  const all = new Map(stretches.flatMap(({ rows }) => rows.map((one) => [JSON.stringify(one.key), one] as const)));
  const sign = direction === "ASC" ? 1 : -1;
  const rows = [...all.values()].sort((a, b) => (isBelow(a.key, b.key) ? -sign : sign));
  return {
    rows: fromEnd ? rows.slice(-limit) : rows.slice(0, limit),
    more: rows.length > limit || stretches.some(({ more }) => more),
  };
}

const statements = new WeakMap<Database, LRUCache<string, Statement>>();

/**
 * The statement for this text, prepared once a connection. Texts vary with the filters in use, so they are few.
 * @param form "pluck": it gives its first column instead of rows
 */
export function prepared(db: Database, sql: string, form: "rows" | "pluck" = "rows"): Statement {
  let known = statements.get(db);
  if (!known) statements.set(db, (known = new LRUCache({ max: 200 })));
  const name = form === "pluck" ? `pluck ${sql}` : sql;
  let statement = known.get(name);
  if (!statement) known.set(name, (statement = db.prepare(sql).pluck(form === "pluck")));
  return statement;
}

/** So many rows are read at once by who wants all of a list. */
const ROWS_AT_ONCE = 100;

/** All rows of a list, page by page: of one that is known to be short enough. */
export function allRows<R>(read: (window: Window) => Rows<R>): readonly R[] {
  const found: R[] = [];
  for (let after: readonly SqlValue[] | undefined; ;) {
    const page = read({ limit: ROWS_AT_ONCE, after });
    found.push(...page.rows.map(({ row }) => row));
    if (!page.more) return found;
    after = page.rows.at(-1)?.key;
  }
}
