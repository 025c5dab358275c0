import { addDays, type LocalDate } from "../kernel/time.js";
import type { LawRow } from "./lawBook.js";

/** Rows that say the same thing at different times are versions of one key. Here: which holds, and whether they fit. */

/** Two rows that contradict each other, or a row that is missing; the message names the row. */
export class LawConflict extends Error {
  override readonly name = "LawConflict";
}

const FOREVER = "9999-12-31";
const lastDay = ({ validTo }: LawRow): LocalDate => validTo ?? FOREVER;

export const inForce = (row: LawRow, on: LocalDate): boolean => row.validFrom <= on && on <= lastDay(row);

/** The versions of each key in order of time. @throws LawConflict when two hold on one day. */
export function versionsOf<R extends LawRow>(
  list: string,
  rows: readonly R[],
  keyOf: (row: R) => string,
): ReadonlyMap<string, readonly R[]> {
  const versions = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (lastDay(row) < row.validFrom) {
      throw new LawConflict(`${list} "${key}": it ends on ${row.validTo}, before it begins on ${row.validFrom}`);
    }
    const known = versions.get(key);
    if (known) known.push(row);
    else versions.set(key, [row]);
  }
  for (const [key, ofKey] of versions) {
    ofKey.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    ofKey.forEach((row, index) => {
      const next = ofKey[index + 1];
      if (!next || next.validFrom > lastDay(row)) return;
      throw new LawConflict(
        `${list} "${key}": the rows from ${row.validFrom} and from ${next.validFrom} hold on the same days`,
      );
    });
  }
  return versions;
}

/** @throws LawConflict unless the key has a row on every day from the given one on. */
export function requireEveryDay(list: string, key: string, rows: readonly LawRow[] | undefined, from: LocalDate): void {
  let next = from;
  for (const row of rows ?? []) {
    if (row.validFrom > next) break;
    if (row.validTo === null) return;
    next = addDays(row.validTo, 1);
  }
  throw new LawConflict(`${list} "${key}": no row holds on ${next}`);
}

/**
 * The shipped rows with the operator's put before them: on every day on which the operator has a row of the key, that
 * one holds; a shipped row keeps the days that are left to it.
 */
export function overridden<R extends LawRow>(
  shipped: readonly R[],
  operators: readonly R[],
  keyOf: (row: R) => string,
): R[] {
  const left = shipped.flatMap((row) =>
    operators
      .filter((one) => keyOf(one) === keyOf(row))
      .reduce<R[]>((parts, one) => parts.flatMap((part) => without(part, one)), [row]),
  );
  return [...left, ...operators];
}

/** What remains of a row when the days of another are taken out: nothing, one part or two. */
function without<R extends LawRow>(row: R, taken: LawRow): R[] {
  if (lastDay(taken) < row.validFrom || lastDay(row) < taken.validFrom) return [row];
  const before: R = { ...row, validTo: addDays(taken.validFrom, -1) };
  if (taken.validTo === null || taken.validTo >= lastDay(row)) return before.validTo! < row.validFrom ? [] : [before];
  const after: R = { ...row, validFrom: addDays(taken.validTo, 1) };
  return before.validTo! < row.validFrom ? [after] : [before, after];
}
