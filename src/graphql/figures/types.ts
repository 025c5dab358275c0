import { Args, Ctx, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { VISIT_TOPICS, type VisitTopic } from "../../domain/visit/terms.js";
import type { Basis } from "../../projections/basis.js";
import { ofLine } from "../../projections/visitFigureQueries.js";
import {
  ENTRY_CAUSES,
  type EntryCause,
  type EntryRow,
  type FigureLine,
  type FigureQuestion,
  type VisitFigureName,
} from "../../projections/visitFigureTerms.js";
import { TermField } from "../derive/enums.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { reporterAt, ReporterType } from "../reporter/types.js";
import { BasisType } from "../shared/asOf.js";
import { type ConnectionOf, connectionType, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { opened } from "../shared/evidence.js";
import { enumOf } from "../shared/enums.js";
import { EventType } from "../shared/event.js";
import type { Found } from "../shared/found.js";
import { LINES_COST } from "../shared/figures.js";
import { LINE_ORDER } from "../shared/lineOrder.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";
import { visitAt, VisitType } from "../visit/types.js";

export const EntryCauseEnum = enumOf(ENTRY_CAUSES);
registerEnumType(EntryCauseEnum, {
  name: "EntryCause",
  description:
    "Why an entry stands in the ledger of figures: a new fact, one entered late, a correction, a voided record, reporters merged.",
});

@ObjectType({ description: "A signed entry of the ledger of figures. Entries are only added, never changed." })
export class FigureEntry {
  constructor(
    private readonly row: EntryRow,
    private readonly basis: Basis,
  ) {}

  @Field(() => ID)
  get id(): string {
    return `${this.row.position}-${this.row.seq}`;
  }

  @Field(() => Int)
  get amount(): number {
    return this.row.amount;
  }

  @Field(() => EntryCauseEnum)
  get cause(): EntryCause {
    return this.row.cause;
  }

  @Field(() => GraphQLLocalDate)
  get occurredOn(): string {
    return this.row.occurred_on;
  }

  @TermField(VISIT_TOPICS)
  get topic(): VisitTopic {
    return this.row.topic as VisitTopic;
  }

  @Field(() => EventType, { description: "The event that made the entry." })
  event(@Ctx() { reads }: LedgerContext): EventType {
    const row = reads.events.at(this.row.position);
    if (!row) throw new Error("An entry stands at a position where no event stands.");
    return EventType.ofRow(row);
  }

  @Field(() => VisitType, { nullable: true })
  visit(@Ctx() { reads }: LedgerContext): Found<VisitType> {
    return visitAt(reads, this.row.visit_id, this.basis);
  }

  @Field(() => UnitType, { nullable: true, description: "The unit as recorded." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.row.unit_id, this.basis);
  }

  @Field(() => String, { nullable: true, description: "The unit's name on the day." })
  unitName(@Ctx() context: LedgerContext): string | null {
    return this.unit(context)?.nameOn(this.row.occurred_on) ?? null;
  }

  @Field(() => PressAgencyType, { nullable: true })
  agency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return pressAgencyAt(reads, this.row.agency_id, this.basis);
  }

  @Field(() => ReporterType, { nullable: true, description: "Set on turns of reporters." })
  reporter(@Ctx() { reads }: LedgerContext): ReporterType | null {
    return this.row.reporter_id === null ? null : reporterAt(reads, this.row.reporter_id, this.basis);
  }
}

export const FigureEntryConnection = connectionType("FigureEntry", () => FigureEntry);

@ObjectType({ description: "A number, and what it is made of." })
export class Figure {
  @Field(() => Int)
  readonly value: number;

  constructor(
    value: number,
    private readonly name: VisitFigureName,
    private readonly question: FigureQuestion,
    private readonly basis: Basis,
  ) {
    this.value = value;
  }

  @Field(() => FigureEntryConnection, {
    description: "The entries whose sum is the value. (For distinct reporters: the latest turn of each.)",
  })
  evidence(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): Promise<ConnectionOf<FigureEntry>> {
    const { question, name, basis } = this;
    return opened(
      context,
      args,
      { figure: ["evidence", name], question, basis },
      (window) => context.reads.figures.evidence(question, name, window, basis.position),
      (row) => new FigureEntry(row, basis),
    );
  }
}

@ObjectType({ description: "One line of a table: the values it stands for, and the figures." })
export class VisitFigureRow {
  constructor(
    private readonly line: FigureLine,
    private readonly question: FigureQuestion,
    private readonly basis: Basis,
  ) {}

  @Field(() => UnitType, { nullable: true, description: "Set when grouped by UNIT." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    const { UNIT } = this.line.key;
    return UNIT === undefined ? null : unitAt(reads, UNIT, this.basis);
  }

  @Field(() => PressAgencyType, { nullable: true, description: "Set when grouped by AGENCY." })
  agency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    const { AGENCY } = this.line.key;
    return AGENCY === undefined ? null : pressAgencyAt(reads, AGENCY, this.basis);
  }

  @TermField(VISIT_TOPICS, { nullable: true, description: "Set when grouped by TOPIC." })
  get topic(): VisitTopic | null {
    return (this.line.key.TOPIC as VisitTopic | undefined) ?? null;
  }

  @Field(() => String, { nullable: true, description: "`2019-09`. Set when grouped by MONTH." })
  get month(): string | null {
    return this.line.key.MONTH ?? null;
  }

  @Field(() => ReporterType, {
    nullable: true,
    description: "Set when grouped by REPORTER; only turns and distinct reporters are then counted.",
  })
  reporter(@Ctx() { reads }: LedgerContext): ReporterType | null {
    const { REPORTER } = this.line.key;
    return REPORTER === undefined ? null : reporterAt(reads, REPORTER, this.basis);
  }

  @Field(() => Figure, {
    description: "Lượt tác nghiệp: each visit once, at the host in charge and for the leading reporter's agency.",
  })
  get visits(): Figure {
    return this.figure("VISITS");
  }

  @Field(() => Figure, { description: "Lượt phóng viên: each reporter of each visit, for the reporter's own agency." })
  get reporterTurns(): Figure {
    return this.figure("REPORTER_TURNS");
  }

  @Field(() => Figure, { description: "Lượt tiếp: each host unit of each visit." })
  get hostTurns(): Figure {
    return this.figure("HOST_TURNS");
  }

  @Field(() => Figure, { description: "Different persons. Not a sum: lines of a table do not add up." })
  get distinctReporters(): Figure {
    return this.figure("DISTINCT_REPORTERS");
  }

  private figure(name: VisitFigureName): Figure {
    return new Figure(this.line.figures[name], name, ofLine(this.question, this.line.key), this.basis);
  }
}

@ObjectType()
export class VisitFigureTable {
  @Field(() => GraphQLLocalDate)
  readonly from: string;
  @Field(() => GraphQLLocalDate)
  readonly to: string;
  @Field(() => [VisitFigureRow], { description: LINE_ORDER, complexity: LINES_COST })
  readonly rows: VisitFigureRow[];
  @Field(() => BasisType)
  readonly basis: BasisType;

  constructor(question: FigureQuestion, lines: readonly FigureLine[], basis: Basis) {
    this.from = question.from;
    this.to = question.to;
    this.rows = lines.map((line) => new VisitFigureRow(line, question, basis));
    this.basis = new BasisType(basis);
  }
}
