import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import { entryOn } from "../../projections/onDay/registers.js";
import { type Basis, type DayBasis, namesDay } from "../../projections/table/basis.js";
import type { Version } from "../../projections/table/recordTable.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";

type Reads = LedgerContext["reads"];

/** Where the versions of a kind of record are. */
type TableOf<V> = (reads: Reads) => { get(id: string, at: Position): V | undefined };

/** How a record is found, and shown as it stood at a basis. */
export interface Lookup<V, Shown> {
  /** Null: there is no record of that id. */
  readonly at: (reads: Reads, id: string, basis: Basis) => Shown;
  /** Of a version that is known at the basis. Null: it had not begun by the day that is asked about. */
  readonly of: (reads: Reads, known: V, basis: Basis) => Shown;
}

/** How a record of proceedings is found: on a day it is folded from its events, which takes a moment. */
export function proceedings<V extends { readonly id: string }, T extends object>(
  Type: new (version: V, basis: Basis) => T,
  tableOf: TableOf<V>,
  onDay: (records: Reads["onDay"], id: string, basis: DayBasis) => Promise<V | undefined>,
): Lookup<V, Found<T>> {
  const then = async (reads: Reads, id: string, basis: DayBasis): Promise<T | null> => {
    const version = await onDay(reads.onDay, id, basis);
    return version ? new Type(version, basis) : null;
  };
  const of = (reads: Reads, known: V, basis: Basis): Found<T> =>
    namesDay(basis) ? then(reads, known.id, basis) : new Type(known, basis);
  return { at: found(tableOf, of), of };
}

/**
 * How an entry of a register is found: its state tells every day.
 * @param Type its third argument is the version from which the first one was told
 * @param onDay its state as it was on a day
 */
export function entries<S, T extends object>(
  Type: new (version: Version<S>, basis: Basis, known: Version<S>) => T,
  tableOf: TableOf<Version<S>>,
  onDay: (state: S, day: LocalDate) => S | undefined,
): Lookup<Version<S>, T | null> {
  const of = (_: Reads, known: Version<S>, basis: Basis): T | null => {
    const then = entryOn(known, basis, onDay);
    return then ? new Type(then, basis, known) : null;
  };
  return { at: found(tableOf, of), of };
}

const found =
  <V, Shown>(tableOf: TableOf<V>, of: Lookup<V, Shown>["of"]) =>
  (reads: Reads, id: string, basis: Basis): Shown | null => {
    const version = tableOf(reads).get(id, basis.position);
    return version ? of(reads, version, basis) : null;
  };
