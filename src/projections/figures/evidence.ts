import type { Position } from "../../eventstore/contract.js";
import type { FigureBook } from "./book.js";
import { CAUSES_MOVED, type MovementCause } from "./causes.js";
import { type EntryColumns, NONE } from "./columns.js";
import type { Distinct } from "./measures.js";
import type { Names } from "./names.js";
import type { FigureQuestion } from "./question.js";
import { Selection } from "./selection.js";
import type { Place, Stretch } from "./stretch.js";

/** Tells the places of all entries of one measure, and perhaps of one cause, that are asked for. */
export class EntriesOf {
  private readonly measure: number;

  constructor(
    book: FigureBook,
    measure: string,
    private readonly selection: Selection,
    private readonly stretch: Stretch,
    private readonly cause?: MovementCause,
  ) {
    this.measure = book.placeOf(measure);
  }

  get hasEnough(): boolean {
    return this.stretch.isFull;
  }

  add(columns: EntryColumns): void {
    const { measure, cause, selection, stretch } = this;
    forEachPlace(columns, (position, seq, index) => {
      if (columns.measure[index] !== measure) return;
      if (cause !== undefined && CAUSES_MOVED[columns.cause[index]!] !== cause) return;
      if (selection.asks(columns, index)) stretch.add(position, seq);
    });
  }
}

/** Tells the places of all entries of one measure that one of two questions asks for, and the other does not. */
export class EntriesOfEither {
  private readonly measure: number;

  constructor(
    book: FigureBook,
    measure: string,
    private readonly selections: readonly [Selection, Selection],
    private readonly stretch: Stretch,
  ) {
    this.measure = book.placeOf(measure);
  }

  get hasEnough(): boolean {
    return this.stretch.isFull;
  }

  add(columns: EntryColumns): void {
    const { measure, stretch } = this;
    const [one, other] = this.selections;
    forEachPlace(columns, (position, seq, index) => {
      if (columns.measure[index] !== measure) return;
      if (one.asks(columns, index) !== other.asks(columns, index)) stretch.add(position, seq);
    });
  }
}

/** The latest entry of every different value whose entries, added up, leave something; by the number of the value. */
export class LatestOfEach {
  private readonly measure: number;
  private readonly place: number;
  private readonly selection: Selection;
  private readonly countedIn: Int32Array | undefined;
  private readonly net: Float64Array;
  private readonly position: Float64Array;
  private readonly seq: Float64Array;

  constructor(book: FigureBook, { of, each }: Distinct, question: FigureQuestion, names: Names, at: Position) {
    this.measure = book.placeOf(of);
    this.place = book.dimensions.indexOf(each);
    this.selection = new Selection(book, question, names, at);
    this.countedIn = this.selection.countedIn(each);
    const { size } = names;
    [this.net, this.position, this.seq] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  }

  add(columns: EntryColumns): void {
    const { selection, countedIn, net } = this;
    const { measure, values, low } = columns;
    forEachPlace(columns, (position, seq, index) => {
      if (measure[index] !== this.measure || !selection.asks(columns, index)) return;
      const recorded = values[this.place]![index]!;
      if (recorded === NONE) return;
      const value = countedIn ? countedIn[recorded]! : recorded;
      net[value]! += low[index]!;
      // What was taken back is no entry of the value.
      if (low[index]! > 0) [this.position[value], this.seq[value]] = [position, seq];
    });
  }

  tell(stretch: Stretch): void {
    const places: Place[] = [];
    this.net.forEach((left, value) => {
      if (left > 0) places.push([this.position[value]!, this.seq[value]!]);
    });
    places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [position, seq] of places) stretch.add(position, seq);
  }
}

/** Finds where the entries stand that are asked for, each event once; at most `limit` of them. */
export class Positions {
  readonly positions: Position[] = [];

  constructor(
    private readonly selection: Selection,
    private readonly limit: number,
  ) {}

  get hasEnough(): boolean {
    return this.positions.length >= this.limit;
  }

  add(columns: EntryColumns): void {
    const { selection, positions } = this;
    for (let index = 0; index < columns.count && !this.hasEnough; index++) {
      const position = columns.position[index]!;
      if (position !== positions.at(-1) && selection.asks(columns, index)) positions.push(position);
    }
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
