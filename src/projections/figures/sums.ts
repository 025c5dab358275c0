import type { Position } from "../../eventstore/contract.js";
import type { FigureBook } from "./book.js";
import { CAUSES_MOVED, type MovementCause } from "./causes.js";
import type { EntryColumns } from "./columns.js";
import { Distincts } from "./distincts.js";
import { Lines } from "./lines.js";
import type { Names } from "./names.js";
import { type FigureQuestion, type LineKey, measuresIn } from "./question.js";
import { Selection } from "./selection.js";
import { Totals } from "./totals.js";

/** One line of a table: the values of the dimensions, and a figure of each measure that the line can have. */
export interface FigureLine {
  readonly key: LineKey;
  readonly figures: ReadonlyMap<string, bigint>;
}

/** A figure at two points. `causes` are sums of the entries in between; one that is missing has no entry. */
export interface Movement {
  readonly before: bigint;
  readonly after: bigint;
  readonly causes: ReadonlyMap<MovementCause, bigint>;
}

/** One line of a table at two points. */
export interface MovedLine {
  readonly key: LineKey;
  readonly figures: ReadonlyMap<string, Movement>;
}

/** Adds up entries line by line. */
export class FigureSums {
  private readonly selection: Selection;
  private readonly lines: Lines;
  /** A sum is kept in parts: what came in up to the first point, and what came later by its cause. */
  private readonly parts: number;
  private readonly totals: Totals;
  private readonly distincts: ReadonlyMap<string, Distincts>;

  /** @param since the first of the two points; the second one, where there is only one */
  constructor(
    private readonly book: FigureBook,
    private readonly question: FigureQuestion,
    names: Names,
    private readonly since: Position,
    at: Position,
  ) {
    this.selection = new Selection(book, question, names, at);
    this.lines = new Lines(book, question, names, this.selection);
    this.parts = since < at ? 1 + CAUSES_MOVED.length : 1;
    this.totals = new Totals(book.measures.length * this.parts);
    this.distincts = new Map(
      book.measures.flatMap((measure) =>
        measure.kind === "DISTINCT" ? [[measure.name, new Distincts(book, measure, names, this.selection)]] : [],
      ),
    );
  }

  add(columns: EntryColumns): void {
    const { selection, lines, totals, since, parts } = this;
    const distincts = [...this.distincts.values()];
    const { position, measure, cause, high, low } = columns;
    for (let index = 0; index < columns.count; index++) {
      if (!selection.asks(columns, index)) continue;
      const line = lines.of(columns, index);
      const isLater = position[index]! > since;
      const part = isLater ? 1 + cause[index]! : 0;
      totals.add(line, measure[index]! * parts + part, high[index]!, low[index]!);
      for (const one of distincts) one.add(columns, index, line, isLater);
    }
  }

  /** The lines at the one point, in order of their keys; without dimensions one, even when it is all zeros. */
  table(limit: number): readonly FigureLine[] {
    return this.movements(limit).map(({ key, figures }) => ({
      key,
      figures: new Map([...figures].map(([name, { after }]) => [name, after])),
    }));
  }

  /** Every line that stands at one of the points, or that an entry in between touched, in order of their keys. */
  movements(limit: number): readonly MovedLine[] {
    const { book, question, lines } = this;
    const distincts = new Map([...this.distincts].map(([name, one]) => [name, one.counted(lines.count)]));
    return lines.told(limit, (line, key) => {
      const names = measuresIn(book, question, key);
      const figures = new Map<string, Movement>();
      book.measures.forEach(({ name }, place) => {
        if (!names.has(name)) return;
        const distinct = distincts.get(name);
        figures.set(name, distinct ? differentAt(distinct, line) : this.sumAt(line, place));
      });
      const isNothing = [...figures.values()].every(
        ({ before, after, causes }) => before === 0n && after === 0n && causes.size === 0,
      );
      return isNothing && question.groupBy.length > 0 ? undefined : { key, figures };
    });
  }

  private sumAt(line: number, measure: number): Movement {
    const first = measure * this.parts;
    const before = this.totals.at(line, first) ?? 0n;
    const causes = new Map<MovementCause, bigint>();
    let after = before;
    for (let part = 1; part < this.parts; part++) {
      const sum = this.totals.at(line, first + part);
      if (sum === undefined) continue;
      const cause = CAUSES_MOVED[part - 1]!;
      causes.set(cause, (causes.get(cause) ?? 0n) + sum);
      after += sum;
    }
    return { before, after, causes };
  }
}

const differentAt = ({ before, after }: ReturnType<Distincts["counted"]>, line: number): Movement => ({
  before: BigInt(before[line] ?? 0),
  after: BigInt(after[line] ?? 0),
  causes: new Map(),
});
