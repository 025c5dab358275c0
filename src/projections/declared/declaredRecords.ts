import type { Database } from "better-sqlite3";
import type { Due } from "../../domain/due/due.js";
import { type AnyField, type Fields, optional, type RecordKind } from "../../domain/kernel/fields.js";
import type { DomainEvent } from "../../domain/kernel/decider.js";
import type { History } from "../../domain/kernel/history.js";
import type { LedgerEvent, Recorded } from "../../eventstore/codec.js";
import type { Position } from "../../eventstore/contract.js";
import { countedAsVersion } from "../figures/counted.js";
import type { Tally } from "../figures/measures.js";
import type { Basis } from "../table/basis.js";
import { owed, owedBy } from "../table/due.js";
import { allRows, type Direction, type Rows, type Window } from "../table/paging.js";
import type { ReadModelPart } from "../table/part.js";
import { type RecordPart, recordPart } from "../table/recordPart.js";
import { ONE_KINDS, Ones } from "../table/ones.js";
import { Conditions, type LinkedTo, RecordReader } from "../table/recordReader.js";
import { type RecordTable, recordTable, type Version } from "../table/recordTable.js";

/**
 * The read model of a subject that has no SQL of its own: its table, what its list may be narrowed by, what it owes, and
 * how it is found, declared at once. The part of the read model, the list, and the filter of the API follow.
 */

/** One way to narrow a list: the field in which it is asked, and what is asked of the record then. */
export interface Narrowing {
  readonly field: AnyField;
  /** It asks how records stand, which on another day (`validAt`) may be otherwise. */
  readonly standing?: true;
  /** `value`: of a field that names a record, all ids that are one with it. */
  readonly to: (asked: Conditions & { readonly links: LinkedTo[] }, name: string, value: never) => void;
}
export type Narrowings = Readonly<Record<string, Narrowing>>;

/** The column has this value. */
export const equal = (column: string, field: AnyField): Narrowing => ({
  field: optional(field),
  to: (asked, name, value: string) => asked.is(`r.${column}`, name, value),
});
/** The column has one of these values; of a field that names a record: it names that one. */
export const among = (column: string, field: AnyField, standing?: true): Narrowing => ({
  field: optional(field),
  ...(standing && { standing }),
  to: (asked, name, values: readonly string[]) => asked.oneOf(`r.${column}`, name, values),
});
/** The column is this or later. */
export const since = (column: string, field: AnyField): Narrowing => ({
  field: optional(field),
  to: (asked, name, value: string) => asked.add(`r.${column} >= :${name}`, name, value),
});
/** The column is this or earlier. */
export const until = (column: string, field: AnyField): Narrowing => ({
  field: optional(field),
  to: (asked, name, value: string) => asked.add(`r.${column} <= :${name}`, name, value),
});
/** It is linked to this record, in one of these kinds of links. */
export const linkedTo = (kinds: readonly string[], field: AnyField): Narrowing => ({
  field: optional(field),
  to: ({ links }, _name, refs: readonly string[]) => links.push({ kinds, refs }),
});

interface Declaration<S extends object, E extends LedgerEvent>
  extends Omit<RecordTable<S>, "of">, Pick<RecordPart<S>, "source" | "found" | "followers" | "reads"> {
  readonly filter: Narrowings;
  /** What a record owes as it stands. */
  readonly owes?: (state: S) => readonly Due[];
  /** What it counts for. */
  readonly counts?: Tally<Version<S>, E>;
}

/** The read model of a kind of record. */
export interface DeclaredRecords<S extends object> {
  readonly table: RecordTable<S>;
  readonly part: ReadModelPart;
  readonly filter: Narrowings;
  /** The fields of the filter, all of which may be left out. */
  readonly filterFields: Fields;
}

export function declaredRecords<S extends object, E extends DomainEvent, Id extends string>(
  of: History<S, E, Id>,
  { source, found, followers = [], reads, filter, owes, counts, ...declared }: Declaration<S, Recorded<E>>,
): DeclaredRecords<S> {
  const table = recordTable(of, declared);
  const part = recordPart({
    name: declared.name,
    source,
    table,
    found,
    ...(reads && { reads }),
    followers: [
      ...followers,
      ...(owes ? [owed(of.kind, owes)] : []),
      ...(counts ? [countedAsVersion(counts, of)] : []),
    ],
    ownRows: owes ? [owedBy(of.kind)] : [],
  });
  const fields = Object.entries(filter).map(([name, { field }]) => [name, field] as const);
  return { table, part, filter, filterFields: Object.fromEntries(fields) };
}

/** What a list is asked for besides its filter. */
export interface Page {
  readonly direction: Direction;
  readonly window: Window;
  readonly basis: Pick<Basis, "position" | "today">;
}

/** Reads the records of one kind. */
export class DeclaredReader<S extends object> {
  private readonly reader: RecordReader<S>;
  private readonly begun;

  constructor(
    db: Database,
    private readonly records: DeclaredRecords<S>,
    private readonly ones: Ones,
  ) {
    this.reader = new RecordReader(db, records.table);
    this.begun = db.prepare(`SELECT min(from_position) FROM ${records.table.name} WHERE id = ?`).pluck();
  }

  get(id: string, at: Position): Version<S> | undefined {
    return this.reader.get(id, at);
  }

  /** Where the ledger took its first event: of two of one moment this tells which came first. Null: there is none. */
  begunAt(id: string): Position | null {
    return this.begun.get(id) as Position | null;
  }

  /** In the order of the table. Where the filter names a record, it may name all that are one with it, if that is known. */
  list(filter: Readonly<Record<string, unknown>>, { direction, window, basis }: Page): Rows<Version<S>> {
    const asked = Object.assign(new Conditions(), { links: [] as LinkedTo[] });
    for (const [name, { field, to }] of Object.entries(this.records.filter)) {
      const value = filter[name] ?? null;
      if (value !== null)
        to(asked, name, (field.shape === "ref" ? this.oneWith(field.to, value, basis) : value) as never);
    }
    return this.reader.list({ ...asked, direction, window, at: basis.position });
  }

  /** All of a list that is known to be short enough. */
  all(
    filter: Readonly<Record<string, unknown>>,
    { direction = "ASC", basis }: Pick<Page, "basis"> & Partial<Pick<Page, "direction">>,
  ): readonly Version<S>[] {
    return allRows((window) => this.list(filter, { direction, window, basis }));
  }

  private oneWith(kind: RecordKind, asked: unknown, basis: Page["basis"]): readonly string[] {
    if (Array.isArray(asked)) return asked.map(String);
    const oneKind = ONE_KINDS.find((one) => one === kind);
    return oneKind ? this.ones.of(oneKind, String(asked), basis).ids : [String(asked)];
  }
}

/** The readers of every declared kind, each made when it is first asked. */
export class DeclaredReaders {
  private readonly readers = new Map<DeclaredRecords<never>, unknown>();
  private readonly ones: Ones;

  constructor(private readonly db: Database) {
    this.ones = new Ones(db);
  }

  of<S extends object>(records: DeclaredRecords<S>): DeclaredReader<S> {
    const key = records as unknown as DeclaredRecords<never>;
    const known = this.readers.get(key) as DeclaredReader<S> | undefined;
    const reader = known ?? new DeclaredReader(this.db, records, this.ones);
    this.readers.set(key, reader);
    return reader;
  }
}
