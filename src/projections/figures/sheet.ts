import { TIME_PARTS, type TimePart } from "./periods.js";
import { type Dimension, DIMENSIONS, type LineDimension } from "./dimensions.js";
import type { RecordKind } from "../../domain/kernel/fields.js";
import type { Measure, Measures } from "./measures.js";

/** What is known of a tally where its records do not matter. */
export interface TallyTerms {
  readonly record: RecordKind;
  readonly streams: readonly string[];
  readonly measures: Measures;
}

/** A measure by its name, and what the records are that it counts. */
export type NamedMeasure = Measure & { readonly name: string; readonly record: RecordKind };

/**
 * Measures, and all dimensions that any of them has. Their numbers are their places in these lists.
 */
export class MeasureList {
  readonly measures: readonly NamedMeasure[];
  readonly dimensions: readonly Dimension[];
  private readonly places: ReadonlyMap<string, number>;
  /** By the number of a measure, the dimensions that its entries have. */
  private readonly by: readonly (readonly Dimension[])[];

  constructor(tallies: readonly TallyTerms[]) {
    this.measures = tallies.flatMap(({ record, measures }) =>
      Object.entries(measures).map(([name, measure]) => ({ ...measure, name, record })),
    );
    this.places = new Map(this.measures.map((measure, place) => [measure.name, place]));
    this.by = this.measures.map((measure) => this.summedOf(measure).by);
    const named = Object.keys(DIMENSIONS) as Dimension[];
    this.dimensions = named.filter((dimension) => this.by.some((dimensions) => dimensions.includes(dimension)));
  }

  /** By what the lines of a table can differ. */
  get lineDimensions(): readonly LineDimension[] {
    return [...this.dimensions, ...(Object.keys(TIME_PARTS) as TimePart[])];
  }

  /** The number of a measure. */
  placeOf(measure: string): number {
    const place = this.places.get(measure);
    if (place === undefined) throw new Error(`${measure} is no measure here.`);
    return place;
  }

  measure(name: string): NamedMeasure {
    return this.measures[this.placeOf(name)]!;
  }

  /** What the entries are told apart by from which a measure is made. */
  dimensionsOf(measure: string): readonly Dimension[] {
    return this.by[this.placeOf(measure)]!;
  }

  /** Those that can have a figure where all of these dimensions have a value. */
  measuresBy(dimensions: readonly Dimension[]): readonly NamedMeasure[] {
    return this.measures.filter((_, place) => dimensions.every((dimension) => this.by[place]!.includes(dimension)));
  }

  private summedOf(measure: Measure): Exclude<Measure, { kind: "DISTINCT" }> {
    return measure.kind === "DISTINCT" ? this.summedOf(this.measure(measure.of)) : measure;
  }
}

/**
 * The entries of one tally, in tables of its own: a subject that counts otherwise from now on is counted anew without the
 * others.
 */
export class Sheet extends MeasureList {
  readonly record: RecordKind;
  readonly tables: { readonly entry: string; readonly name: string; readonly block: string };

  constructor(tally: TallyTerms) {
    super([tally]);
    this.record = tally.record;
    const prefix = `${tally.record.toLowerCase()}_figure`;
    this.tables = { entry: `${prefix}_entry`, name: `${prefix}_name`, block: `${prefix}_block` };
  }
}
