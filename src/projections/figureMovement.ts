import type { Database } from "better-sqlite3";
import { compareKeys } from "./keyOrder.js";
import type { Position } from "../eventstore/contract.js";
import type { EnforcementCause } from "./enforcementFigures.js";
import { prepared } from "./paging.js";
import type { SqlValue } from "./temporal.js";
import type { EntryCause } from "./visitFigureTerms.js";

/** Why a figure moved between two points of the ledger. */
export const MOVEMENT_CAUSES = ["NEW_FACTS", "LATE_FACTS", "CORRECTIONS", "ANNULMENTS"] as const;
export type MovementCause = (typeof MOVEMENT_CAUSES)[number];

/** Every cause of an entry, in either ledger of figures, is one cause of a movement: so the sums leave nothing over. */
const CAUSE_OF: Readonly<Record<EntryCause | EnforcementCause, MovementCause>> = {
  NEW: "NEW_FACTS",
  LATE: "LATE_FACTS",
  CORRECTED: "CORRECTIONS",
  MERGED: "CORRECTIONS",
  ANNULLED: "ANNULMENTS",
  VOIDED: "ANNULMENTS",
};

/** The entries that came in after a point, of one cause. */
export interface Since {
  readonly position: Position;
  readonly cause: MovementCause;
}

/** A figure at two points. `causes` are sums of the entries in between; one that is missing has no entry. */
export interface Movement {
  readonly before: bigint;
  readonly after: bigint;
  readonly causes: ReadonlyMap<MovementCause, bigint>;
}

type Key<Dimension extends string> = Readonly<Partial<Record<Dimension, string | null>>>;

/** One line of a table at two points; a figure that is missing was nought at both, and no entry touched it. */
export interface MovedLine<Dimension extends string, Name extends string> {
  readonly key: Key<Dimension>;
  readonly figures: ReadonlyMap<Name, Movement>;
}

/** One line of a table at one point. A figure that is missing is nought. */
export interface PlainLine<Dimension extends string, Name extends string> {
  readonly key: Key<Dimension>;
  readonly figures: ReadonlyMap<Name, bigint>;
}

/** Entries of a ledger of figures, as SQL of this program. */
interface Entries {
  readonly from: string;
  readonly where: readonly string[];
  readonly params: Readonly<Record<string, SqlValue>>;
}

/** What one cause added to one figure of one line. */
export interface CauseSum<Dimension extends string, Name extends string> {
  readonly key: Key<Dimension>;
  readonly name: Name;
  readonly cause: MovementCause;
  readonly sum: bigint;
}

export const causeOf = (cause: EntryCause | EnforcementCause): MovementCause => CAUSE_OF[cause];

/** The condition "came in after the point, for this cause". */
export function sinceCondition({ position, cause }: Since): Pick<Entries, "where" | "params"> {
  const causes = Object.entries(CAUSE_OF).flatMap(([entry, moved]) => (moved === cause ? [`'${entry}'`] : []));
  return { where: [`f.position > :since`, `f.cause IN (${causes.join(", ")})`], params: { since: position } };
}

/** Where the entries stand that came in after a point, each place once; at most `limit` of them. */
export function positionsSince(
  db: Database,
  { from, where, params }: Entries,
  since: Position,
  limit: number,
): Position[] {
  const sql = `SELECT DISTINCT f.position FROM ${from} WHERE ${[...where, "f.position > :since"].join(" AND ")}
    ORDER BY f.position LIMIT :limit`;
  return (prepared(db, sql).all({ ...params, since, limit }) as { position: Position }[]).map(
    ({ position }) => position,
  );
}

/**
 * The sums of the entries after a point, told apart by line, figure and cause.
 * @param expression the SQL of each dimension
 */
export function causeSums<Dimension extends string, Name extends string>(
  db: Database,
  groupBy: readonly Dimension[],
  expression: Readonly<Record<Dimension, string>>,
  entries: Entries,
  since: Position,
): CauseSum<Dimension, Name>[] {
  const keys = groupBy.map((_, index) => `k${index}`);
  const named = groupBy.map((dimension, index) => `${expression[dimension]} AS k${index}`);
  const sql = `SELECT ${[...named, "f.measure AS measure", "f.cause AS cause"].join(", ")},
      CAST(sum(f.amount) AS TEXT) AS value
    FROM ${entries.from} WHERE ${[...entries.where, "f.position > :since"].join(" AND ")}
    GROUP BY ${[...keys, "measure", "cause"].join(", ")}`;
  const rows = prepared(db, sql).all({ ...entries.params, since }) as Record<string, SqlValue>[];
  return rows.map((row) => ({
    key: Object.fromEntries(groupBy.map((dimension, index) => [dimension, row[`k${index}`]])) as Key<Dimension>,
    name: row["measure"] as Name,
    cause: CAUSE_OF[row["cause"] as keyof typeof CAUSE_OF],
    sum: BigInt(row["value"] as string),
  }));
}

/**
 * The lines of two tables and the sums in between, put together: every line that stands in one of the tables, or that
 * an entry touched on the way.
 */
export function movement<Dimension extends string, Name extends string>(
  groupBy: readonly Dimension[],
  before: readonly PlainLine<Dimension, Name>[],
  after: readonly PlainLine<Dimension, Name>[],
  between: readonly CauseSum<Dimension, Name>[],
): MovedLine<Dimension, Name>[] {
  interface Growing {
    before: bigint;
    after: bigint;
    readonly causes: Map<MovementCause, bigint>;
  }
  const lines = new Map<string, { values: string[]; key: Key<Dimension>; figures: Map<Name, Growing> }>();
  const lineOf = (key: Key<Dimension>): Map<Name, Growing> => {
    const id = JSON.stringify(groupBy.map((dimension) => key[dimension] ?? null));
    let line = lines.get(id);
    if (!line) {
      const values = groupBy.map((dimension) => key[dimension] ?? "");
      lines.set(id, (line = { values, key, figures: new Map() }));
    }
    return line.figures;
  };
  const figureOf = (figures: Map<Name, Growing>, name: Name): Growing => {
    let figure = figures.get(name);
    if (!figure) figures.set(name, (figure = { before: 0n, after: 0n, causes: new Map() }));
    return figure;
  };
  for (const [table, point] of [[before, "before"] as const, [after, "after"] as const]) {
    for (const { key, figures } of table) {
      const line = lineOf(key);
      for (const [name, value] of figures) figureOf(line, name)[point] = value;
    }
  }
  for (const { key, name, cause, sum } of between) {
    const { causes } = figureOf(lineOf(key), name);
    causes.set(cause, (causes.get(cause) ?? 0n) + sum);
  }
  return [...lines.values()]
    .sort((a, b) => compareKeys(a.values, b.values))
    .map(({ key, figures }) => ({ key, figures }));
}
