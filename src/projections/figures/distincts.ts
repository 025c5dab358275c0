import type { FigureBook } from "./book.js";
import { type EntryColumns, NONE } from "./columns.js";
import type { Distinct } from "./measures.js";
import type { Names } from "./names.js";
import { Pairs } from "./pairs.js";
import type { Selection } from "./selection.js";

/** How many different values a line has whose entries, added up, leave something: at two points. */
export class Distincts {
  private readonly measure: number;
  private readonly place: number;
  private readonly countedIn: Int32Array | undefined;
  private readonly values: Pairs;
  /** By the number of a value in a line. */
  private readonly before: number[] = [];
  private readonly after: number[] = [];

  constructor(book: FigureBook, { of, each }: Distinct, names: Names, selection: Selection) {
    this.measure = book.placeOf(of);
    this.place = book.dimensions.indexOf(each);
    this.countedIn = selection.countedIn(each);
    this.values = new Pairs(names.size);
  }

  add({ measure, values, low }: EntryColumns, index: number, line: number, isLater: boolean): void {
    if (measure[index] !== this.measure) return;
    const value = values[this.place]![index]!;
    if (value === NONE) return;
    const nth = this.values.of(line, this.countedIn ? this.countedIn[value]! : value);
    this.after[nth] = (this.after[nth] ?? 0) + low[index]!;
    this.before[nth] = (this.before[nth] ?? 0) + (isLater ? 0 : low[index]!);
  }

  /** By the number of a line, how many there were and are. */
  counted(lines: number): { readonly before: Float64Array; readonly after: Float64Array } {
    const countOf = (sums: readonly number[]): Float64Array => {
      const count = new Float64Array(lines);
      sums.forEach((sum, nth) => {
        if (sum > 0) count[this.values.parentOf(nth)]! += 1;
      });
      return count;
    };
    return { before: countOf(this.before), after: countOf(this.after) };
  }
}
