import type { Database } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { Position } from "../../eventstore/contract.js";
import {
  type Counted,
  countRows,
  type Direction,
  type ListQuery,
  readPageBy,
  type Rows,
  together,
  type Window,
} from "./paging.js";
import { type SqlValue, standsAt } from "./temporal.js";
import { columnsOf, fromRow, type RecordRow, type RecordTable, type Version } from "./recordTable.js";

const KEPT_CHARS = 16_000_000;
/** As much as each counts for at least, so that no more than 4,000 are kept. Most are smaller; a decision may name hundreds of acts. */
const LEAST_CHARS = KEPT_CHARS / 4_000;

/** Which records of a list. `where` is SQL of this program, never of a caller, on the alias `r`. */
export interface ListOf {
  /** The list is walked along the first link, and narrowed by the others. */
  readonly links?: readonly LinkedTo[];
  readonly where?: readonly string[];
  readonly params?: Readonly<Record<string, SqlValue>>;
  readonly direction: Direction;
  readonly window: Window;
  readonly at: Position;
  /** No record that stands at the position is later in the order than this: what is later need not be stepped over. */
  readonly latest?: string | undefined;
}

/** A link of one of these kinds to any of these: the ids that are one, see ones.ts. */
export interface LinkedTo {
  readonly kinds: readonly string[];
  readonly refs: readonly string[];
}

interface Kept<S> {
  readonly version: Version<S>;
  /** From which position on it stood. */
  readonly from: Position;
}

/** Reads the versions of records as they stood at a position. */
export class RecordReader<S extends object> {
  private readonly byId;
  private readonly byVersion;
  /** A version never changes, so what was read and parsed once need not be again. */
  private readonly kept = new LRUCache<number, Kept<S>>({ maxSize: KEPT_CHARS });

  constructor(
    private readonly db: Database,
    private readonly table: RecordTable<S>,
  ) {
    this.byId = db.prepare(`SELECT r.rowid FROM ${table.name} r WHERE r.id = :id AND ${standsAt("r")}`).pluck();
    this.byVersion = db.prepare(
      `SELECT id, from_position, ${columnsOf(table).join(", ")} FROM ${table.name} WHERE rowid = ?`,
    );
  }

  get(id: string, at: Position): Version<S> | undefined {
    const rowid = this.byId.get({ id, at }) as number | undefined;
    return rowid === undefined ? undefined : this.version(rowid);
  }

  /** The version in a row of the table; for lists with SQL of their own that select `rowid`. */
  version(rowid: number): Version<S> {
    return this.read(rowid).version;
  }

  private read(rowid: number): Kept<S> {
    const known = this.kept.get(rowid);
    if (known) return known;
    const row = this.byVersion.get(rowid) as RecordRow & { readonly from_position: Position };
    const read = { version: fromRow(this.table, row), from: row.from_position };
    this.kept.set(rowid, read, { size: Math.max(row.state_json.length, LEAST_CHARS) });
    return read;
  }

  /** One stretch of the records in their order. */
  list(asked: ListOf): Rows<Version<S>> {
    const [lead, ...others] = asked.links ?? [];
    if (!lead || lead.refs.length === 1) return this.walk(asked);
    // Each link has its own order to be walked in: of several the first rows of all together are the list's.
    const walks = lead.refs.map((ref) => this.walk({ ...asked, links: [{ ...lead, refs: [ref] }, ...others] }));
    const count = (): Counted => countRows(this.db, this.queryOf(asked), "DISTINCT r.rowid");
    return { ...together(walks, asked.direction, asked.window), count };
  }

  private walk(asked: ListOf): Rows<Version<S>> {
    const { order, columns, orderNamesPersons } = this.table;
    return readPageBy(this.db, this.queryOf(asked), asked.window, (rowid: number) => {
      const { version: row, from: since } = this.read(rowid);
      return { row, key: orderNamesPersons ? [row.id, since] : [columns[order]?.of(row.state) ?? null, row.id] };
    });
  }

  private queryOf({
    links = [],
    where: narrowed = [],
    params: given = {},
    direction,
    window,
    at,
    latest,
  }: ListOf): ListQuery {
    const { name, order, orderNamesPersons } = this.table;
    const [lead, ...others] = links;
    const params: Record<string, SqlValue> = { ...given, at };
    const where = [standsAt("r"), ...narrowed];
    // A cursor that bounds the walk does as well as `latest`, and SQLite starts from one bound only.
    const bounded = (direction === "DESC" ? window.after : window.before) !== undefined;
    if (!bounded && latest !== undefined) {
      where.push(`${lead ? "l" : "r"}.${order} <= :latest`);
      params["latest"] = latest;
    }
    if (lead) {
      const [ref = null, ...more] = lead.refs;
      const among = more.length === 0 ? `l.ref = :lead` : `l.ref IN (SELECT value FROM json_each(:lead))`;
      where.push(standsAt("l"), `l.kind IN (${quoted(lead.kinds)})`, among);
      params["lead"] = more.length === 0 ? ref : JSON.stringify(lead.refs);
    }
    others.forEach(({ kinds, refs }, index) => {
      params[`link${index}`] = JSON.stringify(refs);
      where.push(
        `EXISTS (SELECT 1 FROM ${name}_link o WHERE o.kind IN (${quoted(kinds)}) 
           AND o.ref IN (SELECT value FROM json_each(:link${index}))
           AND o.${order} = r.${order} AND o.${name}_id = r.id AND ${standsAt("o")})`,
      );
    });
    const from = lead ? `${name}_link l CROSS JOIN ${name} r ON r.id = l.${name}_id` : `${name} r`;
    const terms = lead ? [`l.${order}`, `l.${name}_id`] : [`r.${order}`, "r.id"];
    const locator = orderNamesPersons && { terms: ["r.id", "r.from_position"], from };
    const sort = { terms, direction, ...(locator && { locator }) };
    return { select: "r.rowid", from, where, params, sort };
  }
}

const quoted = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(", ");

/** Conditions of a filter, each with its value; what the caller left out narrows nothing. */
export class Conditions {
  readonly where: string[] = [];
  readonly params: Record<string, SqlValue> = {};

  /** `of("r.topic", "topics", …)`: one of some. */
  oneOf(column: string, name: string, values: readonly string[] | null | undefined): this {
    if (!values) return this;
    return this.add(`${column} IN (SELECT value FROM json_each(:${name}))`, name, JSON.stringify(values));
  }

  is(column: string, name: string, value: SqlValue | undefined): this {
    return value === undefined || value === null ? this : this.add(`${column} = :${name}`, name, value);
  }

  /** From a value to another, both included. */
  between(column: string, name: string, from: SqlValue | undefined, to: SqlValue | undefined): this {
    if (from !== undefined && from !== null) this.add(`${column} >= :${name}From`, `${name}From`, from);
    if (to !== undefined && to !== null) this.add(`${column} <= :${name}To`, `${name}To`, to);
    return this;
  }

  add(condition: string, name: string, value: SqlValue): this {
    this.where.push(condition);
    this.params[name] = value;
    return this;
  }
}
