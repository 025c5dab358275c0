import type { LawRow } from "../../domain/law/lawBook.js";
import { counted, type Rows, UnknownRow, type Window } from "../../projections/table/paging.js";

/** Reads a stretch of rows that are in memory: a row is found again by its key and its first day. */
export function stretchOf<R extends LawRow>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  { limit, fromEnd, after, before }: Window,
): Rows<R> {
  const keys = rows.map((row) => [keyOf(row), row.validFrom] as const);
  const placeOf = (cursor: NonNullable<Window["after"]>): number => {
    const place = keys.findIndex(([key, validFrom]) => key === cursor[0] && validFrom === cursor[1]);
    // The law was loaded anew since, without the row.
    if (place < 0) throw new UnknownRow("The cursor's row is not in the law.");
    return place;
  };
  const start = after ? placeOf(after) + 1 : 0;
  const end = Math.max(start, before ? placeOf(before) : rows.length);
  const from = fromEnd ? Math.max(start, end - limit) : start;
  const to = fromEnd ? end : Math.min(end, start + limit);
  return {
    rows: rows.slice(from, to).map((row, index) => ({ row, key: keys[from + index]! })),
    more: fromEnd ? from > start : to < end,
    count: () => counted(rows.length),
  };
}
