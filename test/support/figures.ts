import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import fc from "fast-check";
import type { FigureBook } from "../../src/projections/figures/book.js";
import { BlockWriter } from "../../src/projections/figures/blockWriter.js";
import { ENTRY_CAUSES, type EntryCause } from "../../src/projections/figures/causes.js";
import type { Dimension, LineDimension } from "../../src/projections/figures/dimensions.js";
import { type EntriesRow, entriesIn, type FigureEntry, type NewEntry } from "../../src/projections/figures/entries.js";
import type { FigureQuestion, LineKey } from "../../src/projections/figures/question.js";
import { isTimePart, TIME_PARTS, type TimePart } from "../../src/projections/figures/periods.js";
import type { FigureLine } from "../../src/projections/figures/sums.js";
import type { Sheet } from "../../src/projections/figures/sheet.js";
import { sheetDdl } from "../../src/projections/figures/tables.js";
import { NOW } from "../../src/projections/table/temporal.js";

/** Every entry of a book, in order. */
export function allEntries(db: Database, book: FigureBook, upTo = NOW): FigureEntry[] {
  const entriesOf = (sheet: Sheet): FigureEntry[] => {
    const sql = `SELECT * FROM ${sheet.tables.entry} WHERE position <= ?`;
    return (db.prepare(sql).all(upTo) as EntriesRow[]).flatMap((row) => entriesIn(sheet, row));
  };
  return book.sheets.flatMap(entriesOf).sort((a, b) => a.position - b.position || a.seq - b.seq);
}

// Any ledger of figures, any question ---------------------------------------------------------------------------------

/** So small that a few events fill several blocks. */
const ENTRIES_PER_BLOCK = 4;

/** What one event adds. */
export interface Told {
  readonly cause: EntryCause;
  readonly entries: readonly NewEntry[];
}

/** An entry's amount for each kind: those of money outgrow what a double or a 64-bit integer holds once they are summed. */
const AMOUNTS = {
  COUNT: fc.bigInt({ min: -2n, max: 3n }),
  MONEY: fc.oneof(
    fc.bigInt({ min: -9_999_999_999_999_999n, max: 9_999_999_999_999_999n }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }),
    fc.bigInt({ min: -20_000_000n, max: 20_000_000n }),
  ),
};
const NAMES = ["1", "2", "3"] as const;
const named = (dimension: Dimension, name: string): string => `${dimension.toLowerCase()} ${name}`;
const day = fc.constantFrom("2018-12-14", "2018-12-15", "2018-12-31", "2019-01-01", "2019-01-31", "2019-12-01");

/** An entry of any of these measures, whose values may be missing. */
export function entryOf(book: FigureBook, among: readonly string[] = book.measures.map(({ name }) => name)) {
  const entries = book.measures.flatMap((measure): fc.Arbitrary<NewEntry>[] => {
    if (measure.kind === "DISTINCT" || !among.includes(measure.name)) return [];
    const valueOf = (dimension: Dimension): fc.Arbitrary<string | null> =>
      fc.constantFrom(null, ...NAMES.map((name) => named(dimension, name)));
    const values = fc.record(Object.fromEntries(measure.by.map((dimension) => [dimension, valueOf(dimension)])));
    const [name, recordId] = [fc.constant(measure.name), fc.constantFrom("r1", "r2")];
    return [fc.record({ measure: name, recordId, on: day, amount: AMOUNTS[measure.kind], values })];
  });
  return fc.oneof(...entries);
}

export const eventsOf = (entry: fc.Arbitrary<NewEntry>, maxLength = 12): fc.Arbitrary<Told[]> =>
  fc.array(
    fc.record({
      cause: fc.constantFrom(...ENTRY_CAUSES),
      entries: fc.array(entry, { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength, size: "max" },
  );

export function questionOf(book: FigureBook): fc.Arbitrary<FigureQuestion> {
  const some = fc.subarray(["1", "2", "nobody"], { minLength: 1 });
  const among = book.dimensions.map(
    (dimension) => [dimension, some.map((names) => names.map((name) => named(dimension, name)))] as const,
  );
  const [one, two, three] = NAMES.map((name) => named("UNIT", name));
  return fc.record({
    from: fc.constantFrom("2018-01-01", "2019-01-01"),
    to: fc.constantFrom("2019-01-31", "2019-12-31"),
    monthBegins: fc.constantFrom(1, 15),
    groupBy: fc.shuffledSubarray<LineDimension>([...book.lineDimensions]),
    countedAs: fc.constantFrom(new Map(), new Map([[one!, two!]]), new Map([[three!, named("UNIT", "later")]])),
    // Of none, or of one or two, or else hardly an entry would be left.
    among: fc.oneof(
      fc.constant({}),
      fc
        .record(Object.fromEntries(among), { requiredKeys: [] })
        .map((all) => Object.fromEntries(Object.entries(all).slice(0, 2))),
    ),
  });
}

/** Those of an event that stand on a sheet, in the order in which they stand there. */
export const entriesOn = (book: FigureBook, sheet: Sheet, entries: readonly NewEntry[]): NewEntry[] =>
  entries.filter(({ measure }) => book.sheetOf(measure) === sheet);

/**
 * The ledger of what was told; the events stand at 1, 2, 3 …
 * @param restarts after how many events the projector starts anew
 */
export function ledgerOf(book: FigureBook, told: readonly Told[], restarts = 0): Database {
  const db = new BetterSqlite3(":memory:");
  for (const sheet of book.sheets) db.exec(sheetDdl(sheet));
  const writers = () => book.sheets.map((sheet) => ({ sheet, writer: new BlockWriter(db, sheet, ENTRIES_PER_BLOCK) }));
  let standing = writers();
  told.forEach(({ cause, entries }, index) => {
    if (index === restarts) standing = writers();
    for (const { sheet, writer } of standing) writer.add(index + 1, cause, entriesOn(book, sheet, entries));
  });
  return db;
}

/** The part of a year in which a day is, as one would say it: the 15th is of the next month where months begin on it. */
export function partIn(part: TimePart, on: string, monthBegins: number): string {
  const [year = 0, month = 0, date = 0] = on.split("-").map(Number);
  const next = monthBegins > 1 && date >= monthBegins ? 1 : 0;
  const [ofYear, ofMonth] = month + next > 12 ? [year + 1, 1] : [year, month + next];
  switch (part) {
    case "MONTH":
      return `${ofYear}-${String(ofMonth).padStart(2, "0")}`;
    case "QUARTER":
      return `${ofYear}-Q${Math.ceil(ofMonth / 3)}`;
    case "HALF_YEAR":
      return `${ofYear}-H${Math.ceil(ofMonth / 6)}`;
    case "YEAR":
      return String(ofYear);
  }
}

/** By the words of the question: the line that an entry belongs to, and whether it is asked for. */
export function judged(
  { on, values }: NewEntry,
  { from, to, countedAs, groupBy, among = {}, line = {}, monthBegins = 1 }: FigureQuestion,
) {
  const valueIn = (dimension: LineDimension): string | null => {
    if (isTimePart(dimension)) return partIn(dimension, on, monthBegins);
    const value = values[dimension] ?? null;
    return dimension === "UNIT" && value !== null ? (countedAs.get(value) ?? value) : value;
  };
  const filters = Object.entries(among) as [Dimension, readonly string[]][];
  const exact = Object.entries(line) as [Dimension, string | null][];
  const isAsked =
    on >= from &&
    on <= to &&
    filters.every(([dimension, some]) => some.includes(valueIn(dimension) ?? "")) &&
    exact.every(([dimension, value]) => valueIn(dimension) === value);
  return { key: Object.fromEntries(groupBy.map((dimension) => [dimension, valueIn(dimension)])) as LineKey, isAsked };
}

/** Whether a measure can have a figure in a line: it has every dimension that the line has a value of, or the filter names. */
export function canHave(
  book: FigureBook,
  name: string,
  { among = {}, line = {} }: FigureQuestion,
  key: LineKey,
): boolean {
  const measure = book.measure(name);
  const summed = measure.kind === "DISTINCT" ? book.measure(measure.of) : measure;
  const by: readonly string[] = summed.kind === "DISTINCT" ? [] : [...summed.by, ...Object.keys(TIME_PARTS)];
  const asked = Object.entries({ ...line, ...key }).flatMap(([dimension, value]) =>
    value === null ? [] : [dimension],
  );
  return [...asked, ...Object.keys(among)].every((dimension) => by.includes(dimension));
}

/** The lines as anybody would count them: entry by entry, by the words of the question. */
export function recount(book: FigureBook, told: readonly Told[], asked: FigureQuestion, at: number): FigureLine[] {
  const lines = new Map<string, { readonly key: LineKey; readonly entries: NewEntry[] }>();
  if (asked.groupBy.length === 0) lines.set("[]", { key: {}, entries: [] });
  for (const entry of told.slice(0, at).flatMap(({ entries }) => entries)) {
    const { key, isAsked } = judged(entry, asked);
    if (!isAsked) continue;
    const id = JSON.stringify(asked.groupBy.map((dimension) => key[dimension] ?? ""));
    const line = lines.get(id) ?? { key, entries: [] };
    lines.set(id, line);
    line.entries.push(entry);
  }
  const sum = (entries: readonly NewEntry[]): bigint => entries.reduce((total, { amount }) => total + amount, 0n);
  const figureOf = (name: string, entries: readonly NewEntry[]): bigint => {
    const measure = book.measure(name);
    if (measure.kind !== "DISTINCT") return sum(entries.filter((entry) => entry.measure === name));
    const turns = entries.filter((entry) => entry.measure === measure.of);
    const values = new Set(turns.flatMap((entry) => entry.values[measure.each] ?? []));
    const left = [...values].filter((value) => sum(turns.filter((entry) => entry.values[measure.each] === value)) > 0n);
    return BigInt(left.length);
  };
  return [...lines]
    .map(([id, { key, entries }]) => {
      const names = book.measures.map(({ name }) => name).filter((name) => canHave(book, name, asked, key));
      return { id, key, figures: new Map(names.map((name) => [name, figureOf(name, entries)])) };
    })
    .filter(({ figures }) => asked.groupBy.length === 0 || [...figures.values()].some((value) => value !== 0n))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ key, figures }) => ({ key, figures }));
}
