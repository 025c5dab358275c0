import { Field, ObjectType } from "type-graphql";
import type { Basis } from "../../projections/table/basis.js";
import type { FigureBook } from "../../projections/figures/book.js";
import { DIMENSIONS } from "../../projections/figures/dimensions.js";
import { type FigureQuestion, type LineKey, ofLine } from "../../projections/figures/question.js";
import type { FigureLine, MovedLine } from "../../projections/figures/sums.js";
import { BasisType } from "../shared/asOf.js";
import type { Between } from "../shared/between.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { SHOWN } from "./dimensions.js";
import { linkField, ownField } from "./fields.js";
import { KINDS } from "./kinds.js";
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
    linkField(prototype, field, { type, description }, ({ key, basis }, { reads }) => {
      const value = key[dimension];
      return value == null ? null : valueAt(reads, value, basis);
    });
  }
  const description = "`2019-09`. Set when grouped by MONTH.";
  ownField(prototype, "month", { type: () => String, description }, ({ key }) => key.MONTH ?? null);
  for (const { name, kind, vi, en } of book.measures) {
    const shown = { type: () => typeOf(kind), description: `${vi}. ${en}` };
    ownField(prototype, fieldNameOf(name), shown, (row) => row.figure(name));
  }
}

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
