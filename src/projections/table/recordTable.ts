import type { DomainEvent } from "../../domain/kernel/decider.js";
import { type History, isNone, NONE } from "../../domain/kernel/history.js";
import type { Instant } from "../../domain/kernel/time.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import { type SqlValue, TEMPORAL_COLUMNS } from "./temporal.js";

/** How a record stood from one of its events to the next: the domain's own state, and what the ledger says around it. */
export interface Version<S> {
  readonly id: string;
  /** Of its last event. */
  readonly revision: number;
  /** When the ledger took its first event. */
  readonly recordedAt: Instant;
  readonly state: S;
}

/** A record before and after an event: what is told to whatever follows records. */
export interface Change<S> {
  readonly event: LedgerEvent;
  readonly before: Version<S> | undefined;
  readonly after: Version<S>;
}

/** What a record is found, ordered or filtered by. */
export interface Column<S> {
  readonly sql: "TEXT NOT NULL" | "TEXT" | "INTEGER NOT NULL" | "INTEGER";
  readonly of: (state: S) => SqlValue;
}
export const textColumn = <S>(of: (state: S) => string): Column<S> => ({ sql: "TEXT NOT NULL", of });
export const maybeText = <S>(of: (state: S) => string | null): Column<S> => ({ sql: "TEXT", of });
export const numberColumn = <S>(of: (state: S) => number): Column<S> => ({ sql: "INTEGER NOT NULL", of });

/** Other records by which a record is found: for each kind of link their ids. One row a link, in the record's order. */
export interface LinkTable<S> {
  readonly kinds: Readonly<Record<string, (state: S) => readonly string[]>>;
  /** Columns of the record that stand with each link besides the one of the order. */
  readonly with?: readonly string[];
  /** Between the two no link has changed: true of most steps, so cheaply told. */
  readonly unchanged?: (before: S, after: S) => boolean;
}

/** The table of a record's versions, declared once: DDL, rows, lists and links follow. */
export interface RecordTable<S extends object> {
  readonly of: Pick<History, "kind" | "category" | "register" | "id" | "blank" | "events" | "evolve" | "standing">;
  readonly name: string;
  readonly columns: Readonly<Record<string, Column<S>>>;
  /** The column by which lists are ordered, then by id. */
  readonly order: string;
  /** The order is by names of persons, which no cursor may carry: it names the version instead. */
  readonly orderNamesPersons?: true;
  /** More indexes, by name: their columns. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  readonly links?: LinkTable<S>;
  /** Its state has bigints, which JSON has not. */
  readonly bigints?: true;
  /** Lists that only ever grow, kept line by line (./lineTable.ts): a version is written, and read, without them. */
  readonly apart?: readonly (keyof S & string)[];
}

/** Declares the table of the records that have this history. */
export const recordTable = <S extends object, E extends DomainEvent, Id extends string>(
  of: History<S, E, Id>,
  table: Omit<RecordTable<S>, "of">,
): RecordTable<S> => ({ of: of as unknown as RecordTable<S>["of"], ...table });

export const columnsOf = ({ columns }: Pick<RecordTable<never>, "columns">): readonly string[] => [
  ...Object.keys(columns),
  "revision",
  "recorded_at",
  "state_json",
];

/**
 * A table with rowids: records are wide, so they are written one after the other instead of in order of their random ids,
 * and what an index shows of a version decides whether the row itself is read.
 */
export function ddlOf<S extends object>({ name, columns, order, links }: RecordTable<S>): string {
  const declared = Object.entries(columns).map(([column, { sql }]) => `${column} ${sql},`);
  const linked = !links
    ? ""
    : `CREATE TABLE ${name}_link (
         kind TEXT NOT NULL,
         ref TEXT NOT NULL,
         ${name}_id TEXT NOT NULL,
         ${TEMPORAL_COLUMNS},
         ${[order, ...(links.with ?? [])].map((column) => `${column} ${columns[column]?.sql ?? "TEXT NOT NULL"},`).join("\n")}
         PRIMARY KEY (kind, ref, ${order}, ${name}_id, from_position)
       ) STRICT, WITHOUT ROWID;`;
  return `
    CREATE TABLE ${name} (
      id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      ${declared.join("\n")}
      revision INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      state_json TEXT NOT NULL,
      PRIMARY KEY (id, from_position, to_position)
    ) STRICT;
    ${linked}
  `;
}

export const indexesOf = <S extends object>({ name, order, indexes = {} }: RecordTable<S>): string =>
  Object.entries({ in_order: [order, "id"], ...indexes })
    .map(([index, of]) => `CREATE INDEX ${name}_${index} ON ${name} (${of.join(", ")}, from_position, to_position);`)
    .join("\n");

export interface RecordRow {
  readonly id: string;
  readonly revision: number;
  readonly recorded_at: string;
  readonly state_json: string;
  readonly [column: string]: SqlValue;
}

/** The row of a version. What the record has none of yet is not written out: most steps are still to come. */
export function toRow<S extends object>(
  table: RecordTable<S>,
  { id, revision, recordedAt, state }: Version<S>,
): RecordRow {
  const row = { id, revision, recorded_at: recordedAt, state_json: stateJson(table, state) } as Record<
    string,
    SqlValue
  >;
  for (const [column, { of }] of Object.entries(table.columns)) row[column] = of(state);
  return row as RecordRow;
}

/** What a record can have none of comes last, in the order of `blank`: the same text whether the state was read or not. */
function stateJson<S extends object>({ of: { blank }, bigints, apart = [] }: RecordTable<S>, state: S): string {
  const there: Record<string, unknown> = {};
  for (const key of Object.keys(state)) if (!(key in blank)) there[key] = state[key as keyof S];
  for (const key of Object.keys(blank)) {
    const value: unknown = state[key as keyof S];
    if (value !== null && !(Array.isArray(value) && value.length === 0)) there[key] = value;
  }
  for (const key of apart) there[key] = undefined;
  return JSON.stringify(there, bigints && bigintsMarked);
}

export function fromRow<S extends object>({ of, bigints }: RecordTable<S>, row: RecordRow): Version<S> {
  const state = JSON.parse(row.state_json, bigints && bigintsRead) as Record<string, unknown>;
  for (const [key, none] of Object.entries(of.blank)) if (!(key in state)) state[key] = none;
  return { id: row.id, revision: row.revision, recordedAt: row.recorded_at, state: state as S };
}

/** JSON has no bigint: balances are marked texts in a state, and only there. */
const BIGINT = "$bigint";

const bigintsMarked = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? { [BIGINT]: value.toString() } : value;

function bigintsRead(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !(BIGINT in value)) return value;
  return BigInt(value[BIGINT] as string);
}

/** The next version of a record: the domain's own fold, one event further. Undefined: an event of no record. */
export function advance<S extends object>(
  { evolve }: RecordTable<S>["of"],
  id: string,
  before: Version<S> | undefined,
  event: LedgerEvent,
): Version<S> | undefined {
  const state = evolve(before?.state ?? NONE, event);
  if (isNone(state)) return undefined;
  return { id, revision: event.revision, recordedAt: before?.recordedAt ?? event.recordedAt, state: state as S };
}
