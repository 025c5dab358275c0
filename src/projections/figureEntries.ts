import type { Position } from "../eventstore/contract.js";
import type { SqlValue } from "./temporal.js";

/** Of which days entries are asked for, and under which units they are counted. */
export interface EntriesAsked {
  /** Days of occurrence, both included. */
  readonly from: string;
  readonly to: string;
  /** Ended units and the unit in whose name they are to be counted; empty: every unit under its own. */
  readonly countedAs: ReadonlyMap<string, string>;
}

/** The unit under which an entry is counted. The entries are `f` in the SQL of figures. */
export const COUNTED_UNIT = `coalesce(c.counted_as, f.unit_id)`;

const SUCCESSORS = `(SELECT key AS unit_id, value AS counted_as FROM json_each(:countedAs)) c USING (unit_id)`;
const NO_SUCCESSORS = `(SELECT NULL AS unit_id, NULL AS counted_as WHERE 0) c ON 0`;

/** Which entries of a ledger of figures belong to an answer: SQL of this program; a caller's values travel in `params`. */
export class EntryCondition {
  readonly from: string;
  readonly where: string[] = [`f.position <= :at`, `f.occurred_on BETWEEN :from AND :to`];
  readonly params: Record<string, SqlValue>;

  constructor(table: string, { from, to, countedAs }: EntriesAsked, at: Position) {
    this.from = `${table} f LEFT JOIN ${countedAs.size > 0 ? SUCCESSORS : NO_SUCCESSORS}`;
    this.params = { at, from, to };
    if (countedAs.size > 0) this.params["countedAs"] = JSON.stringify(Object.fromEntries(countedAs));
  }

  /** One of these values; any, when nothing is given. */
  among(expression: string, values: readonly string[] | null | undefined): void {
    if (values) this.where.push(`${expression} IN (SELECT value FROM json_each(${this.put(JSON.stringify(values))}))`);
  }

  /** Exactly this value; null: none. */
  is(expression: string, value: string | null): void {
    this.where.push(`${expression} IS ${this.put(value)}`);
  }

  private put(value: SqlValue): string {
    const name = `p${Object.keys(this.params).length}`;
    this.params[name] = value;
    return `:${name}`;
  }
}
