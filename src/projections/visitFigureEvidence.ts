import type { Database } from "better-sqlite3";
import type { Position } from "../eventstore/contract.js";
import { causeOf, type MovementCause, type Since } from "./figureMovement.js";
import { prepared, type Rows, UnknownRow, type Window } from "./paging.js";
import type { SqlValue } from "./temporal.js";
import type { FigureBlockReader, Names } from "./visitFigureBlocks.js";
import type { EntryColumns } from "./visitFigureColumns.js";
import { FigureFilter } from "./visitFigureFilter.js";
import { type EntriesRow, entriesIn } from "./visitFigureRows.js";
import {
  ENTRY_CAUSES,
  type EntryRow,
  type FigureQuestion,
  VISIT_MEASURES,
  type VisitFigureName,
  type VisitMeasure,
} from "./visitFigureTerms.js";

const TURNS = VISIT_MEASURES.indexOf("REPORTER_TURNS");

/** What an entry is found by, and what the order of entries goes by. */
type Place = readonly [position: Position, seq: number];

/**
 * The entries that a figure is made of, in order of position. They are looked for in the columns, so that the entries
 * themselves need no index by day, which would cost every visit that is registered; only those of the window are read.
 * @throws UnknownRow when the window speaks of no place of an entry
 */
export function readEvidence(
  db: Database,
  blocks: FigureBlockReader,
  question: FigureQuestion,
  name: VisitFigureName,
  window: Window,
  at: Position,
): Rows<EntryRow> {
  const stretch = new Stretch(window);
  if (name === "DISTINCT_REPORTERS") {
    // Who is counted, and by which turn, depends on all of them, wherever the window lies.
    blocks.read(question, { from: 0, to: at }, (names) => new LatestTurns(question, names, at)).tell(stretch);
  } else {
    const positions = { from: stretch.from, to: Math.min(at, stretch.to) };
    const entries = (names: Names): EntriesOf => new EntriesOf(name, new FigureFilter(question, names, at), stretch);
    blocks.read(question, positions, entries);
  }
  return rowsOf(db, stretch);
}

/** The entries of one cause and measure that came in after a point, as `readEvidence` gives those of a figure. */
export function readMoved(
  db: Database,
  blocks: FigureBlockReader,
  question: FigureQuestion,
  measure: VisitMeasure,
  since: Since,
  window: Window,
  at: Position,
): Rows<EntryRow> {
  const stretch = new Stretch(window);
  const positions = { from: Math.max(since.position + 1, stretch.from), to: Math.min(at, stretch.to) };
  const entries = (names: Names): EntriesOf =>
    new EntriesOf(measure, new FigureFilter(question, names, at, since.position), stretch, since.cause);
  blocks.read(question, positions, entries);
  return rowsOf(db, stretch);
}

/** Of each event the row is read once: an entry of it stands at its seq. */
function rowsOf(db: Database, stretch: Stretch): Rows<EntryRow> {
  const read = prepared(db, `SELECT * FROM figure_entry WHERE position = ?`);
  let event: readonly EntryRow[] = [];
  const entryAt = ([position, seq]: Place): EntryRow => {
    if (event[0]?.position !== position) event = entriesIn(read.get(position) as EntriesRow);
    return event[seq]!;
  };
  return { rows: stretch.places().map((place) => ({ row: entryAt(place), key: place })), more: stretch.more };
}

/** The places of a list that a window shows, out of those that are told in order. */
class Stretch {
  private readonly after: Place | undefined;
  private readonly before: Place | undefined;
  private readonly limit: number;
  private readonly fromEnd: boolean;
  /** From the end, at least the last of them: the one more than the limit tells that there is more. */
  private kept: Place[] = [];

  constructor({ after, before, limit, fromEnd }: Window) {
    [this.after, this.before] = [placeIn(after), placeIn(before)];
    this.limit = limit;
    this.fromEnd = fromEnd === true;
  }

  /** No place at an earlier position is shown. */
  get from(): Position {
    return this.after?.[0] ?? 0;
  }

  /** No place at a later position is shown. */
  get to(): Position {
    return this.before?.[0] ?? Infinity;
  }

  /** Whatever else is told changes nothing. */
  get isFull(): boolean {
    return !this.fromEnd && this.kept.length > this.limit;
  }

  get more(): boolean {
    return this.kept.length > this.limit;
  }

  add(position: Position, seq: number): void {
    const { after, before, limit } = this;
    if (this.isFull) return;
    if (after && (position < after[0] || (position === after[0] && seq <= after[1]))) return;
    if (before && (position > before[0] || (position === before[0] && seq >= before[1]))) return;
    this.kept.push([position, seq]);
    // Seldom, so that a long list is not moved up at every place.
    if (this.fromEnd && this.kept.length > 2 * (limit + 1)) this.kept = this.kept.slice(-(limit + 1));
  }

  places(): readonly Place[] {
    const { kept, limit } = this;
    return this.fromEnd ? kept.slice(Math.max(0, kept.length - limit)) : kept.slice(0, limit);
  }
}

/** @throws UnknownRow */
function placeIn(values: readonly SqlValue[] | undefined): Place | undefined {
  if (!values) return undefined;
  const [position, seq] = values;
  if (values.length !== 2 || typeof position !== "number" || typeof seq !== "number") {
    throw new UnknownRow("The cursor is of another list.");
  }
  return [position, seq];
}

/** Tells the places of all entries of one measure, and perhaps of one cause, that are asked for. */
class EntriesOf {
  private readonly measure: number;
  /** By the number of a cause: 1 when it is asked for. */
  private readonly causes: Uint8Array;

  constructor(
    measure: VisitMeasure,
    private readonly filter: FigureFilter,
    private readonly stretch: Stretch,
    cause?: MovementCause,
  ) {
    this.measure = VISIT_MEASURES.indexOf(measure);
    this.causes = Uint8Array.from(ENTRY_CAUSES, (one) => (cause === undefined || causeOf(one) === cause ? 1 : 0));
  }

  get hasEnough(): boolean {
    return this.stretch.isFull;
  }

  add(columns: EntryColumns): void {
    const { measure, causes, filter, stretch } = this;
    forEachPlace(columns, (position, seq, index) => {
      if (columns.measure[index] !== measure || causes[columns.cause[index]!] === 0) return;
      if (filter.asks(columns, index)) stretch.add(position, seq);
    });
  }
}

/** The latest turn of every reporter whose turns, added up, leave something; by the number of the reporter. */
class LatestTurns {
  private readonly filter: FigureFilter;
  private readonly net: Float64Array;
  private readonly position: Float64Array;
  private readonly seq: Float64Array;

  constructor(question: FigureQuestion, names: Names, at: Position) {
    this.filter = new FigureFilter(question, names, at);
    const { size } = names;
    [this.net, this.position, this.seq] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  }

  add(columns: EntryColumns): void {
    const { filter, net } = this;
    const { measure, reporter, amount } = columns;
    forEachPlace(columns, (position, seq, index) => {
      if (measure[index] !== TURNS || !filter.asks(columns, index)) return;
      const person = reporter[index]!;
      net[person]! += amount[index]!;
      // A turn taken back is no turn of the person.
      if (amount[index]! > 0) [this.position[person], this.seq[person]] = [position, seq];
    });
  }

  tell(stretch: Stretch): void {
    const places: Place[] = [];
    this.net.forEach((left, person) => {
      if (left > 0) places.push([this.position[person]!, this.seq[person]!]);
    });
    places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [position, seq] of places) stretch.add(position, seq);
  }
}

/** Columns begin and end with an event, so the seq of an entry is how many of its event stand before it. */
function forEachPlace(
  { count, position }: EntryColumns,
  told: (position: Position, seq: number, index: number) => void,
): void {
  let [event, seq] = [-1, 0];
  for (let index = 0; index < count; index++) {
    const at = position[index]!;
    seq = at === event ? seq + 1 : 0;
    event = at;
    told(at, seq, index);
  }
}
