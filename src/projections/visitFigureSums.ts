import type { Position } from "../eventstore/contract.js";
import { compareKeys } from "./keyOrder.js";
import type { Names } from "./visitFigureBlocks.js";
import type { EntryColumns } from "./visitFigureColumns.js";
import { FigureFilter } from "./visitFigureFilter.js";
import { FigureLines, Numbers } from "./visitFigureLines.js";
import {
  type FigureLine,
  type FigureQuestion,
  NO_FIGURES,
  VISIT_MEASURES,
  type VisitFigureName,
} from "./visitFigureTerms.js";

const MEASURES = VISIT_MEASURES.length;
const TURNS = VISIT_MEASURES.indexOf("REPORTER_TURNS");

/** Adds up entries line by line. */
export class FigureSums {
  private readonly filter: FigureFilter;
  private readonly table: FigureLines;
  private readonly sums: number[] = [];
  private readonly persons: Numbers;
  private readonly turnsOf: number[] = [];

  constructor(
    private readonly question: FigureQuestion,
    names: Names,
    at: Position,
  ) {
    this.filter = new FigureFilter(question, names, at);
    this.table = new FigureLines(question, names, this.filter);
    this.persons = new Numbers(names.size);
  }

  add(columns: EntryColumns): void {
    const { filter, table, sums } = this;
    const { measure, reporter, amount } = columns;
    for (let index = 0; index < columns.count; index++) {
      if (!filter.asks(columns, index)) continue;
      const line = table.of(columns, index);
      const sum = line * MEASURES + measure[index]!;
      sums[sum] = (sums[sum] ?? 0) + amount[index]!;
      if (measure[index] !== TURNS) continue;
      const nth = this.persons.of(line, reporter[index]!);
      this.turnsOf[nth] = (this.turnsOf[nth] ?? 0) + amount[index]!;
    }
  }

  /** In order of their keys, at most `limit` and one more; without dimensions one line, even when it is all zeros. */
  lines(limit: number): readonly FigureLine[] {
    const { table, sums } = this;
    const persons = new Array<number>(table.count).fill(0);
    this.turnsOf.forEach((net, nth) => {
      const line = this.persons.parentOf(nth);
      if (net > 0) persons[line] = (persons[line] ?? 0) + 1;
    });
    const found = Array.from({ length: table.count }, (_, line) => {
      const figures: Record<VisitFigureName, number> = { ...NO_FIGURES, DISTINCT_REPORTERS: persons[line] ?? 0 };
      VISIT_MEASURES.forEach((measure, nth) => (figures[measure] = sums[line * MEASURES + nth] ?? 0));
      return { values: table.valuesOf(line), figures };
    });
    const { length: dimensions } = this.question.groupBy;
    return found
      .filter(({ figures }) => dimensions === 0 || Object.values(figures).some((value) => value !== 0))
      .sort((a, b) => compareKeys(a.values, b.values))
      .slice(0, limit + 1)
      .map(({ values, figures }) => ({ key: table.keyOf(values), figures }));
  }
}
