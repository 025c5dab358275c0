import type { Position } from "../eventstore/contract.js";
import { type CauseSum, causeOf } from "./figureMovement.js";
import type { Names } from "./visitFigureBlocks.js";
import type { EntryColumns } from "./visitFigureColumns.js";
import { FigureFilter } from "./visitFigureFilter.js";
import { FigureLines } from "./visitFigureLines.js";
import {
  ENTRY_CAUSES,
  type FigureDimension,
  type FigureQuestion,
  VISIT_MEASURES,
  type VisitMeasure,
} from "./visitFigureTerms.js";

const CAUSES = ENTRY_CAUSES.length;
const OF_A_LINE = VISIT_MEASURES.length * CAUSES;

/** Adds up the entries that came in after a point, told apart by line, measure and cause. */
export class VisitCauseSums {
  private readonly filter: FigureFilter;
  private readonly table: FigureLines;
  /** One that is missing has no entry. */
  private readonly sums: number[] = [];

  constructor(question: FigureQuestion, names: Names, since: Position, at: Position) {
    this.filter = new FigureFilter(question, names, at, since);
    this.table = new FigureLines(question, names, this.filter);
  }

  add(columns: EntryColumns): void {
    const { filter, table, sums } = this;
    const { measure, cause, amount } = columns;
    for (let index = 0; index < columns.count; index++) {
      if (!filter.asks(columns, index)) continue;
      const sum = table.of(columns, index) * OF_A_LINE + measure[index]! * CAUSES + cause[index]!;
      sums[sum] = (sums[sum] ?? 0) + amount[index]!;
    }
  }

  all(): CauseSum<FigureDimension, VisitMeasure>[] {
    const { table, sums } = this;
    const found: CauseSum<FigureDimension, VisitMeasure>[] = [];
    sums.forEach((sum, place) => {
      found.push({
        key: table.keyOf(table.valuesOf(Math.floor(place / OF_A_LINE))),
        name: VISIT_MEASURES[Math.floor(place / CAUSES) % VISIT_MEASURES.length]!,
        cause: causeOf(ENTRY_CAUSES[place % CAUSES]!),
        sum: BigInt(sum),
      });
    });
    return found;
  }
}

/** Finds where the entries stand that came in after a point, each place once; at most `limit` of them. */
export class PlacesSince {
  readonly positions: Position[] = [];
  private readonly filter: FigureFilter;

  constructor(
    question: FigureQuestion,
    names: Names,
    since: Position,
    private readonly limit: number,
    at: Position,
  ) {
    this.filter = new FigureFilter(question, names, at, since);
  }

  get hasEnough(): boolean {
    return this.positions.length >= this.limit;
  }

  add(columns: EntryColumns): void {
    const { filter, positions } = this;
    for (let index = 0; index < columns.count && !this.hasEnough; index++) {
      const position = columns.position[index]!;
      if (position !== positions.at(-1) && filter.asks(columns, index)) positions.push(position);
    }
  }
}
