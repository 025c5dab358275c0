import BetterSqlite3, { type Database } from "better-sqlite3";
import fc from "fast-check";
import { FigureBlocks } from "../../src/projections/visitFigureBlocks.js";
import { visitFigures } from "../../src/projections/visitFigures.js";
import {
  type EntryRow,
  FIGURE_DIMENSIONS,
  type FigureDimension,
  type FigureQuestion,
  VISIT_MEASURES,
} from "../../src/projections/visitFigureTerms.js";

/** So small that a few events fill several blocks. */
const ENTRIES_PER_BLOCK = 4;

/** An entry as it is told; where it stands follows from the order of telling. */
export type Entry = Omit<EntryRow, "position" | "seq" | "visit_id" | "cause">;

export const entry: fc.Arbitrary<Entry> = fc
  .record({
    measure: fc.constantFrom(...VISIT_MEASURES),
    unit_id: fc.constantFrom("u1", "u2", "u3"),
    agency_id: fc.constantFrom("a1", "a2"),
    reporter: fc.constantFrom("r1", "r2", "r3"),
    topic: fc.constantFrom("LAND", "HEALTH"),
    occurred_on: fc.constantFrom("2018-12-31", "2019-01-01", "2019-01-31", "2019-12-01"),
    amount: fc.integer({ min: -2, max: 3 }),
  })
  .map(({ reporter, ...rest }) => ({ ...rest, reporter_id: rest.measure === "REPORTER_TURNS" ? reporter : null }));
export const events = fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });

const some = <T>(...values: T[]): fc.Arbitrary<T[] | null> => fc.option(fc.subarray(values, { minLength: 1 }));
export const question: fc.Arbitrary<FigureQuestion> = fc.record({
  from: fc.constantFrom("2018-01-01", "2019-01-01"),
  to: fc.constantFrom("2019-01-31", "2019-12-31"),
  groupBy: fc.shuffledSubarray([...FIGURE_DIMENSIONS]),
  countedAs: fc.constantFrom(new Map<string, string>(), new Map([["u1", "u2"]]), new Map([["u3", "after"]])),
  unitIds: some("u1", "u2", "after"),
  agencyIds: some("a1", "nobody"),
  reporterIds: some("r1", "r3"),
  topics: some("LAND" as const, "HEALTH" as const),
});

/**
 * The ledger of the entries told event by event; the events stand at 1, 2, 3 …
 * @param restarts after how many events the projector starts anew
 */
export function ledgerOf(told: readonly (readonly Entry[])[], restarts: number): Database {
  const db = new BetterSqlite3(":memory:");
  db.exec(visitFigures.ddl);
  let blocks = new FigureBlocks(db, ENTRIES_PER_BLOCK);
  told.forEach((entries, index) => {
    if (index === restarts) blocks = new FigureBlocks(db, ENTRIES_PER_BLOCK);
    blocks.add(
      index + 1,
      "NEW",
      entries.map((one) => ({ ...one, visit_id: "v1" })),
    );
  });
  return db;
}

/** By the words of the question: what the entry is counted under, and whether it is asked for. */
export function judged(
  one: Entry,
  { from, to, countedAs, groupBy, unitIds, agencyIds, reporterIds, topics }: FigureQuestion,
): { readonly key: readonly string[]; readonly isAsked: boolean } {
  const unit = countedAs.get(one.unit_id) ?? one.unit_id;
  const values: Record<FigureDimension, string | null> = {
    UNIT: unit,
    AGENCY: one.agency_id,
    TOPIC: one.topic,
    MONTH: one.occurred_on.slice(0, 7),
    REPORTER: one.reporter_id,
  };
  const isOf = (list: readonly string[] | null | undefined, value: string | null): boolean =>
    !list || (value !== null && list.includes(value));
  const key = groupBy.map((dimension) => values[dimension]).filter((value) => value !== null);
  const isAsked =
    one.occurred_on >= from &&
    one.occurred_on <= to &&
    isOf(unitIds, unit) &&
    isOf(agencyIds, one.agency_id) &&
    isOf(reporterIds, one.reporter_id) &&
    isOf(topics, one.topic) &&
    key.length === groupBy.length;
  return { key, isAsked };
}
