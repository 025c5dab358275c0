import { Args, Ctx, Field, Int, ObjectType } from "type-graphql";
import { VISIT_TOPICS, type VisitTopic } from "../../domain/visit/terms.js";
import type { MovedLine, Movement, MovementCause } from "../../projections/figureMovement.js";
import { NO_ROWS, type Rows, type Window } from "../../projections/paging.js";
import { ofLine } from "../../projections/visitFigureQueries.js";
import type {
  EntryRow,
  FigureDimension,
  FigureQuestion,
  VisitFigureName,
  VisitMeasure,
} from "../../projections/visitFigureTerms.js";
import { TermField } from "../derive/enums.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { reporterAt, ReporterType } from "../reporter/types.js";
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
import { unitAt, UnitType } from "../unit/types.js";
import { FigureEntry, FigureEntryConnection } from "./types.js";

@ObjectType({ description: "What one cause did to a figure." })
export class FigureMovementPart {
  constructor(
    private readonly part: CausePart,
    private readonly measure: VisitMeasure,
    private readonly question: FigureQuestion,
    private readonly between: Between,
  ) {}

  @Field(() => MovementCauseEnum)
  get cause(): MovementCause {
    return this.part.cause;
  }

  @Field(() => Int)
  get sum(): number {
    return Number(this.part.sum);
  }

  @Field(() => FigureEntryConnection, { description: "The entries whose sum it is." })
  entries(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): Promise<ConnectionOf<FigureEntry>> {
    const { question, measure } = this;
    const { from, to } = this.between;
    const since = { position: from.position, cause: this.part.cause };
    const read = (window: Window): Rows<EntryRow> =>
      this.part.hasEntries ? context.reads.figures.moved(question, measure, since, window, to.position) : NO_ROWS;
    const asked = { figure: ["moved", measure, since], question, basis: to };
    return opened(context, args, asked, read, (row) => new FigureEntry(row, to));
  }
}

@ObjectType({ description: "A number at two points of the ledger." })
export class FigureDifference {
  constructor(protected readonly movement: Movement) {}

  @Field(() => Int)
  get before(): number {
    return Number(this.movement.before);
  }

  @Field(() => Int)
  get after(): number {
    return Number(this.movement.after);
  }

  @Field(() => Int, { description: "`after` less `before`." })
  get difference(): number {
    return Number(this.movement.after - this.movement.before);
  }
}

@ObjectType({ description: "A sum at two points of the ledger, and why it moved." })
export class FigureMovement extends FigureDifference {
  constructor(
    movement: Movement,
    private readonly measure: VisitMeasure,
    private readonly question: FigureQuestion,
    private readonly between: Between,
  ) {
    super(movement);
  }

  @Field(() => [FigureMovementPart], {
    description: "Every cause once. Their sums add up to the difference.",
    complexity: CAUSES_COST,
  })
  get causes(): FigureMovementPart[] {
    const { movement, measure, question, between } = this;
    return causesOf(movement).map((part) => new FigureMovementPart(part, measure, question, between));
  }
}

@ObjectType({ description: "One line of a table at two points; all noughts at a point where it did not stand." })
export class VisitFigureMovementRow {
  private readonly question: FigureQuestion;

  constructor(
    private readonly line: MovedLine<FigureDimension, VisitFigureName>,
    question: FigureQuestion,
    private readonly between: Between,
  ) {
    this.question = ofLine(question, line.key);
  }

  @Field(() => UnitType, { nullable: true, description: "Set when grouped by UNIT." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    const { UNIT } = this.line.key;
    return UNIT == null ? null : unitAt(reads, UNIT, this.between.to);
  }

  @Field(() => PressAgencyType, { nullable: true, description: "Set when grouped by AGENCY." })
  agency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    const { AGENCY } = this.line.key;
    return AGENCY == null ? null : pressAgencyAt(reads, AGENCY, this.between.to);
  }

  @TermField(VISIT_TOPICS, { nullable: true, description: "Set when grouped by TOPIC." })
  get topic(): VisitTopic | null {
    return (this.line.key.TOPIC ?? null) as VisitTopic | null;
  }

  @Field(() => String, { nullable: true, description: "`2019-09`. Set when grouped by MONTH." })
  get month(): string | null {
    return this.line.key.MONTH ?? null;
  }

  @Field(() => ReporterType, { nullable: true, description: "Set when grouped by REPORTER." })
  reporter(@Ctx() { reads }: LedgerContext): ReporterType | null {
    const { REPORTER } = this.line.key;
    return REPORTER == null ? null : reporterAt(reads, REPORTER, this.between.to);
  }

  @Field(() => FigureMovement)
  get visits(): FigureMovement {
    return this.figure("VISITS");
  }

  @Field(() => FigureMovement)
  get reporterTurns(): FigureMovement {
    return this.figure("REPORTER_TURNS");
  }

  @Field(() => FigureMovement)
  get hostTurns(): FigureMovement {
    return this.figure("HOST_TURNS");
  }

  @Field(() => FigureDifference, {
    description: "Different persons are no sum of entries, so no causes are told; see the turns of reporters.",
  })
  get distinctReporters(): FigureDifference {
    return new FigureDifference(movementOf(this.line.figures, "DISTINCT_REPORTERS"));
  }

  private figure(measure: VisitMeasure): FigureMovement {
    return new FigureMovement(movementOf(this.line.figures, measure), measure, this.question, this.between);
  }
}

@ObjectType()
export class VisitFigureMovementTable {
  @Field(() => [VisitFigureMovementRow], {
    description: `Every line that stands at one of the points, or that an entry in between touched. ${LINE_ORDER}`,
    complexity: LINES_COST,
  })
  readonly rows: VisitFigureMovementRow[];
  @Field(() => BasisType, { description: "What `before` rests on." })
  readonly fromBasis: BasisType;
  @Field(() => BasisType, { description: "What `after` rests on." })
  readonly toBasis: BasisType;

  constructor(
    question: FigureQuestion,
    lines: readonly MovedLine<FigureDimension, VisitFigureName>[],
    between: Between,
  ) {
    this.rows = lines.map((line) => new VisitFigureMovementRow(line, question, between));
    this.fromBasis = new BasisType(between.from);
    this.toBasis = new BasisType(between.to);
  }
}
