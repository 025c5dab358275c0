import type { Words } from "./dimensions.js";
import { MeasureList, Sheet, type TallyTerms } from "./sheet.js";

/** The tallies that are shown together, in one table. */
export class FigureBook extends MeasureList {
  /** What the API calls by it: `visit` makes `visitFigures`. */
  readonly name: string;
  /** What it has figures of. */
  readonly of: Words;
  /** The categories of the streams whose events may move its figures. */
  readonly streams: readonly string[];
  /** One after the other they have the measures of the book. */
  readonly sheets: readonly Sheet[];

  constructor({ name, ...of }: Words & { readonly name: string }, ...tallies: readonly TallyTerms[]) {
    super(tallies);
    this.name = name;
    this.of = of;
    this.streams = tallies.flatMap(({ streams }) => streams);
    this.sheets = tallies.map((tally) => new Sheet(tally));
  }

  /** Where the entries of a measure stand. */
  sheetOf(measure: string): Sheet {
    const { record } = this.measure(measure);
    return this.sheets.find((sheet) => sheet.record === record)!;
  }
}
