import type { LocalDate } from "../../domain/kernel/time.js";
import type { NewEntry } from "./entries.js";
import type { AnyEntry } from "./measures.js";
import type { Sheet } from "./sheet.js";

/** What a record counts for at one point. */
export interface CountedFor {
  readonly recordId: string;
  readonly entries: readonly AnyEntry[];
}

/**
 * What must be added to make what was counted before what is counted after: like entries together, those of before
 * first. What has no day of its own changes on `day`.
 */
export function difference(
  sheet: Sheet,
  before: readonly CountedFor[],
  after: readonly CountedFor[],
  day: LocalDate,
): NewEntry[] {
  const net = new Map<string, NewEntry>();
  const put = (counted: readonly CountedFor[], sign: 1n | -1n): void => {
    for (const { recordId, entries } of counted) {
      for (const entry of entries) {
        const { measure, part = "", on } = entry;
        let key = `${recordId}\0${measure}\0${part}\0${on ?? ""}`;
        for (const dimension of sheet.dimensionsOf(measure)) key += `\0${entry[dimension] ?? ""}`;
        const amount = (net.get(key)?.amount ?? 0n) + sign * BigInt(entry.amount);
        // The entry is what has the values: a copy of them would be one object more for each.
        net.set(key, { measure, recordId, on: on ?? day, amount, values: entry });
      }
    }
  };
  put(before, -1n);
  put(after, 1n);
  return [...net.values()].filter(({ amount }) => amount !== 0n);
}
