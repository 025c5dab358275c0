import { Args, type ClassType, Ctx, Field, Int, ObjectType } from "type-graphql";
import type { GraphQLScalarType } from "graphql";
import type { InspectionKind } from "../../domain/inspection/terms.js";
import type { SubjectKind } from "../../domain/law/terms.js";
import type { EnforcementDimension, EnforcementQuestion } from "../../projections/enforcementFigureQueries.js";
import {
  ENFORCEMENT_MEASURES,
  type EnforcementEntryRow,
  type EnforcementMeasure,
  MONEY_MEASURES,
} from "../../projections/enforcementFigures.js";
import type { MovedLine, Movement, MovementCause } from "../../projections/figureMovement.js";
import type { Basis } from "../../projections/basis.js";
import { NO_ROWS, type Rows, type Window } from "../../projections/paging.js";
import { InspectionKindEnum } from "../inspection/enums.js";
import { SubjectKindEnum } from "../law/enums.js";
import { BasisType } from "../shared/asOf.js";
import { type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { opened } from "../shared/evidence.js";
import { LINES_COST } from "../shared/figures.js";
import { LINE_ORDER } from "../shared/lineOrder.js";
import {
  type Between,
  type CausePart,
  CAUSES_COST,
  causesOf,
  MovementCauseEnum,
  movementOf,
} from "../shared/movement.js";
import { SignedVndScalar } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";
import {
  EnforcementCountEntry,
  EnforcementCountEntryConnection,
  EnforcementMoneyEntry,
  EnforcementMoneyEntryConnection,
} from "./entries.js";

/** The figure that moved: where, what, and between which points. */
interface Moved {
  readonly question: EnforcementQuestion;
  readonly measure: EnforcementMeasure;
  readonly between: Between;
}

interface MovementType {
  new (movement: Movement, moved: Moved): object;
}

/** The types of a movement whose amounts are of one kind. */
function movementType<Entry extends object>(of: {
  readonly name: string;
  readonly amount: GraphQLScalarType;
  readonly toAmount: (amount: bigint) => bigint | number;
  readonly Entries: ClassType<ConnectionOf<Entry>>;
  readonly toEntry: (row: EnforcementEntryRow, basis: Basis) => Entry;
}): MovementType {
  @ObjectType(`${of.name}MovementPart`, { description: "What one cause did to a figure." })
  class Part {
    constructor(
      private readonly part: CausePart,
      private readonly moved: Moved,
    ) {}

    @Field(() => MovementCauseEnum)
    get cause(): MovementCause {
      return this.part.cause;
    }

    @Field(() => of.amount)
    get sum(): bigint | number {
      return of.toAmount(this.part.sum);
    }

    @Field(() => of.Entries, { description: "The entries whose sum it is." })
    entries(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): Promise<ConnectionOf<Entry>> {
      const { question, measure, between } = this.moved;
      const since = { position: between.from.position, cause: this.part.cause };
      const { enforcementFigures } = context.reads;
      const read = (window: Window): Rows<EnforcementEntryRow> =>
        this.part.hasEntries
          ? enforcementFigures.moved(question, measure, since, window, between.to.position)
          : NO_ROWS;
      const asked = { figure: ["enforcementMoved", measure, since], question, basis: between.to };
      return opened(context, args, asked, read, (row) => of.toEntry(row, between.to));
    }
  }

  @ObjectType(`${of.name}Movement`, { description: "A sum at two points of the ledger, and why it moved." })
  class MovementOfFigure {
    constructor(
      private readonly movement: Movement,
      private readonly moved: Moved,
    ) {}

    @Field(() => of.amount)
    get before(): bigint | number {
      return of.toAmount(this.movement.before);
    }

    @Field(() => of.amount)
    get after(): bigint | number {
      return of.toAmount(this.movement.after);
    }

    @Field(() => of.amount, { description: "`after` less `before`." })
    get difference(): bigint | number {
      return of.toAmount(this.movement.after - this.movement.before);
    }

    @Field(() => [Part], {
      description: "Every cause once. Their sums add up to the difference.",
      complexity: CAUSES_COST,
    })
    get causes(): Part[] {
      return causesOf(this.movement).map((part) => new Part(part, this.moved));
    }
  }
  return MovementOfFigure;
}

const CountMovement = movementType({
  ...{ name: "EnforcementCount", amount: Int, toAmount: Number, Entries: EnforcementCountEntryConnection },
  toEntry: (row, basis) => new EnforcementCountEntry(row, basis),
});
const MoneyMovement = movementType({
  name: "EnforcementMoney",
  amount: SignedVndScalar as GraphQLScalarType,
  toAmount: (amount) => amount,
  Entries: EnforcementMoneyEntryConnection,
  toEntry: (row, basis) => new EnforcementMoneyEntry(row, basis),
});

@ObjectType({
  description:
    "One line of a table of enforcement at two points; all noughts at a point where it did not stand. The figures are " +
    "those of EnforcementFigureRow.",
})
export class EnforcementFigureMovementRow {
  constructor(
    private readonly line: MovedLine<EnforcementDimension, EnforcementMeasure>,
    private readonly question: EnforcementQuestion,
    private readonly between: Between,
  ) {}

  @Field(() => UnitType, { nullable: true, description: "Set when grouped by UNIT." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    const { UNIT } = this.line.key;
    return UNIT == null ? null : unitAt(reads, UNIT, this.between.to);
  }

  @Field(() => String, { nullable: true, description: "Set when grouped by VIOLATION_CODE." })
  get violationCode(): string | null {
    return this.line.key.VIOLATION_CODE ?? null;
  }

  @Field(() => SubjectKindEnum, { nullable: true, description: "Set when grouped by SUBJECT_KIND." })
  get subjectKind(): SubjectKind | null {
    return (this.line.key.SUBJECT_KIND ?? null) as SubjectKind | null;
  }

  @Field(() => InspectionKindEnum, { nullable: true, description: "Set when grouped by INSPECTION_KIND." })
  get inspectionKind(): InspectionKind | null {
    return (this.line.key.INSPECTION_KIND ?? null) as InspectionKind | null;
  }

  @Field(() => String, { nullable: true, description: "`2019-09`. Set when grouped by MONTH." })
  get month(): string | null {
    return this.line.key.MONTH ?? null;
  }

  figure(measure: EnforcementMeasure): object {
    const { line, between } = this;
    const question = { ...this.question, groupBy: [], line: line.key };
    return new (typeOf(measure))(movementOf(line.figures, measure), { question, measure, between });
  }
}

const typeOf = (measure: EnforcementMeasure): MovementType =>
  MONEY_MEASURES.some((money) => money === measure) ? MoneyMovement : CountMovement;

const fieldNameOf = (measure: EnforcementMeasure): string =>
  measure.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

// One field a measure, all alike.
for (const measure of ENFORCEMENT_MEASURES) {
  const row = EnforcementFigureMovementRow.prototype;
  Object.defineProperty(row, fieldNameOf(measure), {
    get(this: EnforcementFigureMovementRow) {
      return this.figure(measure);
    },
  });
  Field(() => typeOf(measure))(row, fieldNameOf(measure));
}

@ObjectType()
export class EnforcementFigureMovementTable {
  @Field(() => [EnforcementFigureMovementRow], {
    description: `Every line that stands at one of the points, or that an entry in between touched. ${LINE_ORDER}`,
    complexity: LINES_COST,
  })
  readonly rows: EnforcementFigureMovementRow[];
  @Field(() => BasisType, { description: "What `before` rests on." })
  readonly fromBasis: BasisType;
  @Field(() => BasisType, { description: "What `after` rests on." })
  readonly toBasis: BasisType;

  constructor(
    question: EnforcementQuestion,
    lines: readonly MovedLine<EnforcementDimension, EnforcementMeasure>[],
    between: Between,
  ) {
    this.rows = lines.map((line) => new EnforcementFigureMovementRow(line, question, between));
    this.fromBasis = new BasisType(between.from);
    this.toBasis = new BasisType(between.to);
  }
}
