import { Field, ObjectType } from "type-graphql";
import { type Bilingual, say } from "../../domain/kernel/words.js";
import type { Basis } from "../../projections/table/basis.js";
import type { FigureBook } from "../../projections/figures/book.js";
import { DIMENSIONS } from "../../projections/figures/dimensions.js";
import type { TimePart } from "../../projections/figures/periods.js";
import { type FigureQuestion, type LineKey, ofLine } from "../../projections/figures/question.js";
import { type ComparedLine, type LineThen, totalsOf } from "../../projections/figures/comparison.js";
import type { FigureLine, MovedLine } from "../../projections/figures/sums.js";
import { BasisType } from "../shared/asOf.js";
import type { Between } from "../shared/between.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { SHOWN } from "./dimensions.js";
import { headOf, linkField, ownField } from "./fields.js";
import { type InPeriod, KINDS } from "./kinds.js";
import { LINE_ORDER } from "./lineOrder.js";
import { LINES_COST } from "./question.js";

const NO_VALUE =
  "What has no such value stands in a line of its own, so that the lines add up. A figure is null where the measure " +
  "cannot be told apart so: inspections have no violation's code, a visit as a whole no single reporter.";

/** One line of a table: what it stands for, and its figures. */
abstract class Row {
  abstract readonly key: LineKey;
  /** As of which the values of its dimensions are shown. */
  abstract readonly basis: Basis;
  abstract figure(measure: string): object | null;
}

/** The values of the dimensions and the figures, one field each: the classes of a book's rows have them all. */
function showFields(prototype: Row, book: FigureBook, typeOf: (kind: keyof typeof KINDS) => object): void {
  for (const dimension of book.dimensions) {
    const { field, type, valueAt } = SHOWN[dimension];
    const description = `${DIMENSIONS[dimension].vi}. Set when grouped by ${dimension}.`;
    linkField(
      prototype,
      field,
      { type, description, words: headOf(dimension, DIMENSIONS[dimension]) },
      ({ key, basis }, { reads }) => {
        const value = key[dimension];
        return value == null ? null : valueAt(reads, value, basis);
      },
    );
  }
  for (const part of Object.keys(TIME_FIELDS) as TimePart[]) {
    const { field, like, words } = TIME_FIELDS[part];
    const description = `\`${like}\`. Set when grouped by ${part}; by the months as \`period\` cuts them off.`;
    ownField(prototype, field, { type: () => String, description, words }, ({ key }) => key[part] ?? null);
  }
  for (const measure of book.measures) {
    const { name, kind, vi, en } = measure;
    const shown = { type: () => typeOf(kind), description: `${vi}. ${en}`, words: headOf(name, measure) };
    ownField(prototype, fieldNameOf(name), shown, (row) => row.figure(name));
  }
}

export const TIME_FIELDS: Readonly<
  Record<TimePart, { readonly field: string; readonly like: string; readonly words: Bilingual }>
> = {
  MONTH: { field: "month", like: "2019-09", words: say("tháng", "month") },
  QUARTER: { field: "quarter", like: "2019-Q3", words: say("quý", "quarter") },
  HALF_YEAR: { field: "halfYear", like: "2019-H2", words: say("nửa năm", "half-year") },
  YEAR: { field: "year", like: "2019", words: say("năm", "year") },
};

const fieldNameOf = (measure: string): string =>
  measure.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

interface TableClass {
  new (question: FigureQuestion, lines: readonly FigureLine[], basis: Basis): object;
}

/** @param prefix of the names of the types */
export function tableType(prefix: string, book: FigureBook): TableClass {
  @ObjectType(`${prefix}FigureRow`, { description: `One line of a table. ${NO_VALUE}` })
  class FigureRow extends Row {
    readonly key: LineKey;
    private readonly question: FigureQuestion;

    constructor(
      private readonly line: FigureLine,
      question: FigureQuestion,
      readonly basis: Basis,
    ) {
      super();
      this.key = line.key;
      this.question = ofLine(question, line.key);
    }

    figure(measure: string): object | null {
      const value = this.line.figures.get(measure);
      if (value === undefined) return null;
      const { Figure } = KINDS[book.measure(measure).kind];
      return new Figure(value, { book, measure, question: this.question, basis: this.basis });
    }
  }
  showFields(FigureRow.prototype, book, (kind) => KINDS[kind].Figure);

  @ObjectType(`${prefix}FigureTable`)
  class FigureTable {
    @Field(() => GraphQLLocalDate)
    readonly from: string;
    @Field(() => GraphQLLocalDate)
    readonly to: string;
    @Field(() => [FigureRow], { description: LINE_ORDER, complexity: LINES_COST })
    readonly rows: readonly FigureRow[];
    @Field(() => BasisType)
    readonly basis: BasisType;

    constructor(question: FigureQuestion, lines: readonly FigureLine[], basis: Basis) {
      this.from = question.from;
      this.to = question.to;
      this.rows = lines.map((line) => new FigureRow(line, question, basis));
      this.basis = new BasisType(basis);
    }
  }
  return FigureTable;
}

interface MovementTableClass {
  new (question: FigureQuestion, lines: readonly MovedLine[], between: Between): object;
}

/** @param prefix of the names of the types */
export function movementTableType(prefix: string, book: FigureBook): MovementTableClass {
  @ObjectType(`${prefix}FigureMovementRow`, {
    description: `One line of a table at two points; all noughts at a point where it did not stand. ${NO_VALUE}`,
  })
  class FigureMovementRow extends Row {
    readonly key: LineKey;
    readonly basis: Basis;
    private readonly question: FigureQuestion;

    constructor(
      private readonly line: MovedLine,
      question: FigureQuestion,
      private readonly between: Between,
    ) {
      super();
      this.key = line.key;
      this.basis = between.to;
      this.question = ofLine(question, line.key);
    }

    figure(measure: string): object | null {
      const movement = this.line.figures.get(measure);
      if (!movement) return null;
      const { question, basis, between } = this;
      const { Movement } = KINDS[book.measure(measure).kind];
      return new Movement(movement, { figure: { book, measure, question, basis }, between });
    }
  }
  showFields(FigureMovementRow.prototype, book, (kind) => KINDS[kind].Movement);

  @ObjectType(`${prefix}FigureMovementTable`)
  class FigureMovementTable {
    @Field(() => [FigureMovementRow], {
      description: `Every line that stands at one of the points, or that an entry in between touched. ${LINE_ORDER}`,
      complexity: LINES_COST,
    })
    readonly rows: readonly FigureMovementRow[];
    @Field(() => BasisType, { description: "What `before` rests on." })
    readonly fromBasis: BasisType;
    @Field(() => BasisType, { description: "What `after` rests on." })
    readonly toBasis: BasisType;

    constructor(question: FigureQuestion, lines: readonly MovedLine[], between: Between) {
      this.rows = lines.map((line) => new FigureMovementRow(line, question, between));
      this.fromBasis = new BasisType(between.from);
      this.toBasis = new BasisType(between.to);
    }
  }
  return FigureMovementTable;
}

/** The question of each of the three periods. */
export interface ThreePeriods {
  readonly now: FigureQuestion;
  readonly before: FigureQuestion;
  readonly yearBefore: FigureQuestion;
}

interface ComparisonTableClass {
  new (periods: ThreePeriods, lines: readonly ComparedLine[], basis: Basis): object;
}

@ObjectType("FigureDays", { description: "The days of a period, both included." })
class FigureDays {
  @Field(() => GraphQLLocalDate)
  readonly from: string;
  @Field(() => GraphQLLocalDate)
  readonly to: string;

  constructor({ from, to }: FigureQuestion) {
    [this.from, this.to] = [from, to];
  }
}

/** @param prefix of the names of the types */
export function comparisonTableType(prefix: string, book: FigureBook): ComparisonTableClass {
  @ObjectType(`${prefix}FigureComparisonRow`, {
    description: `One line of a table beside the same of other periods; nought where it did not stand. ${NO_VALUE}`,
  })
  class FigureComparisonRow extends Row {
    readonly key: LineKey;

    constructor(
      private readonly line: ComparedLine,
      private readonly periods: ThreePeriods,
      private readonly totals: readonly ReadonlyMap<string, bigint>[],
      readonly basis: Basis,
    ) {
      super();
      this.key = line.key;
    }

    figure(measure: string): object | null {
      const { line, periods, totals, basis } = this;
      if (!line.figures.has(measure)) return null;
      const [before, yearBefore] = line.then;
      const of = (question: FigureQuestion, { key, figures }: LineThen, nth: number): InPeriod => ({
        figure: { book, measure, question: ofLine(question, key), basis },
        value: figures.get(measure) ?? 0n,
        total: totals[nth]?.get(measure),
      });
      const { Comparison } = KINDS[book.measure(measure).kind];
      return new Comparison(
        of(periods.now, line, 0),
        of(periods.before, before ?? line, 1),
        of(periods.yearBefore, yearBefore ?? line, 2),
      );
    }
  }
  showFields(FigureComparisonRow.prototype, book, (kind) => KINDS[kind].Comparison);

  @ObjectType(`${prefix}FigureComparisonTable`)
  class FigureComparisonTable {
    @Field(() => FigureDays)
    readonly period: FigureDays;
    @Field(() => FigureDays, {
      description:
        "The period of its kind before it (of nine months, those of the year before); of days, as many right before. Where " +
        "lines are told apart by parts of the year: the whole, moved by one of them, so that each line is beside the part before.",
    })
    readonly before: FigureDays;
    @Field(() => FigureDays)
    readonly yearBefore: FigureDays;
    @Field(() => [FigureComparisonRow], {
      description: `Every line that stands in one of the periods. ${LINE_ORDER}`,
      complexity: LINES_COST,
    })
    readonly rows: readonly FigureComparisonRow[];
    @Field(() => BasisType)
    readonly basis: BasisType;

    constructor(periods: ThreePeriods, lines: readonly ComparedLine[], basis: Basis) {
      this.period = new FigureDays(periods.now);
      this.before = new FigureDays(periods.before);
      this.yearBefore = new FigureDays(periods.yearBefore);
      const then = [0, 1].map((nth) => lines.flatMap((line) => line.then[nth] ?? []));
      const totals = [lines, ...then].map((some) => totalsOf(book, some));
      this.rows = lines.map((line) => new FigureComparisonRow(line, periods, totals, basis));
      this.basis = new BasisType(basis);
    }
  }
  return FigureComparisonTable;
}
