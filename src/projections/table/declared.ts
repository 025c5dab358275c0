import type { Database } from "better-sqlite3";
import type { Due } from "../../domain/due/due.js";
import { type AnyField, type Fields, optional } from "../../domain/kernel/fields.js";
import type { DomainEvent } from "../../domain/kernel/decider.js";
import type { History } from "../../domain/kernel/history.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "./basis.js";
import { owed, owedBy } from "./due.js";
import type { Direction, Rows, Window } from "./paging.js";
import type { ReadModelPart } from "./part.js";
import { type RecordPart, recordPart } from "./recordPart.js";
import { Conditions, type ListOf, RecordReader } from "./recordReader.js";
import { type RecordTable, recordTable, type Version } from "./recordTable.js";

/**
 * The read model of a subject that has no SQL of its own: its table, what its list may be narrowed by, what it owes, and
 * how it is found, declared at once. The part of the read model, the list, and the filter of the API follow.
 */

/** One way to narrow a list: the field in which it is asked, and what is asked of the record then. */
export interface Narrowing {
  readonly field: AnyField;
  /** It asks how records stand, which on another day (`validAt`) may be otherwise. */
  readonly standing?: true;
  readonly to: (asked: Conditions & { readonly links: Link[] }, name: string, value: never) => void;
}
type Link = NonNullable<ListOf["links"]>[number];
export type Narrowings = Readonly<Record<string, Narrowing>>;

/** The column has this value. */
export const equal = (column: string, field: AnyField): Narrowing => ({
  field: optional(field),
  to: (asked, name, value: string) => asked.is(`r.${column}`, name, value),
});
/** The column has one of these values. */
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
  to: ({ links }, _name, ref: string) => links.push({ kinds, ref }),
});

interface Declaration<S extends object>
  extends Omit<RecordTable<S>, "of">, Pick<RecordPart<S>, "source" | "found" | "followers" | "reads"> {
  readonly filter: Narrowings;
  /** What a record owes as it stands. */
  readonly owes?: (state: S) => readonly Due[];
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
  { source, found, followers = [], reads, filter, owes, ...declared }: Declaration<S>,
): DeclaredRecords<S> {
  const table = recordTable(of, declared);
  const part = recordPart({
    name: declared.name,
    source,
    table,
    ...(found && { found }),
    ...(reads && { reads }),
    followers: [...followers, ...(owes ? [owed(of.kind, owes)] : [])],
    ownRows: owes ? [owedBy(of.kind)] : [],
  });
  const fields = Object.entries(filter).map(([name, { field }]) => [name, field] as const);
  return { table, part, filter, filterFields: Object.fromEntries(fields) };
}

/** What a list is asked for besides its filter. */
export interface Page {
  readonly direction: Direction;
  readonly window: Window;
  readonly basis: Pick<Basis, "position">;
}

/** Reads the records of one kind. */
export class DeclaredReader<S extends object> {
  private readonly reader: RecordReader<S>;

  constructor(
    db: Database,
    private readonly records: DeclaredRecords<S>,
  ) {
    this.reader = new RecordReader(db, records.table);
  }

  get(id: string, at: Position): Version<S> | undefined {
    return this.reader.get(id, at);
  }

  /** In the order of the table. */
  list(filter: Readonly<Record<string, unknown>>, { direction, window, basis }: Page): Rows<Version<S>> {
    const asked = Object.assign(new Conditions(), { links: [] as Link[] });
    for (const [name, { to }] of Object.entries(this.records.filter)) {
      const value = filter[name] ?? null;
      if (value !== null) to(asked, name, value as never);
    }
    return this.reader.list({ ...asked, direction, window, at: basis.position });
  }
}

/** The readers of every declared kind, each made when it is first asked. */
export class DeclaredReaders {
  private readonly readers = new Map<DeclaredRecords<never>, unknown>();

  constructor(private readonly db: Database) {}

  of<S extends object>(records: DeclaredRecords<S>): DeclaredReader<S> {
    const key = records as unknown as DeclaredRecords<never>;
    const reader = (this.readers.get(key) as DeclaredReader<S> | undefined) ?? new DeclaredReader(this.db, records);
    this.readers.set(key, reader);
    return reader;
  }
}
