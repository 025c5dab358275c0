import { Arg, Args, type ClassType, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { supervisions } from "../../projections/oversight/records.js";
import { RECOMMENDATION } from "../../domain/oversight/oversight.js";
import { FIGURE_BOOKS } from "../../projections/readModel/figureBooks.js";
import { speakersOn, spokespersons } from "../../projections/spokesperson/records.js";
import { periodicDutiesOf } from "../../projections/statementDuty/periodicDuties.js";
import { type Basis, momentOn } from "../../projections/table/basis.js";
import type { UnitVersion } from "../../projections/unit/table.js";
import { shownPart } from "../derive/shownFields.js";
import { DueConnection, DueType } from "../due/types.js";
import { Period, periodOf } from "../figures/period.js";
import { TABLE_COST } from "../figures/question.js";
import { tableAt, tableTypeOf } from "../figures/resolvers.js";
import { needsToRead } from "../shared/access.js";
import { LOOKING_COST } from "../informationRequest/askedBefore.js";
import { DaysToAnswer, daysToAnswerOf } from "../informationRequest/daysToAnswer.js";
import { AsOf, basisOf, BasisType } from "../shared/asOf.js";
import { connect, type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import { LooksFar } from "../shared/looksFar.js";
import type { Node } from "../shared/node.js";
import { GraphQLLocalDate, ID_SCALARS } from "../shared/scalars.js";
import { spokespersonApi } from "../spokesperson/api.js";
import { DutyInPeriodType } from "../statementDuty/periodic.js";
import { unitOf, UnitType } from "../unit/types.js";

const DUTIES_COST = 100;

interface Asked {
  readonly unit: UnitVersion;
  readonly period: Period;
  readonly on: string;
  readonly basis: Basis;
}

/** What a unit owes and has done in a period: one question, one answer. */
@ObjectType("UnitBoard", {
  description:
    "What a unit owes and has done in a period under all its duties: who speaks for it, what is due, its periodic duties, its " +
    "figures, and what was recommended to it.",
})
class UnitBoard {
  constructor(private readonly asked: Asked) {}

  @Field(() => UnitType, { nullable: true })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitOf(reads, this.asked.unit, this.asked.basis);
  }

  @Field(() => GraphQLLocalDate, { description: "The day by which is judged what is late and who speaks." })
  get on(): string {
    return this.asked.on;
  }

  @Field(() => BasisType)
  get basis(): BasisType {
    return new BasisType(this.asked.basis);
  }

  @Field(() => [spokespersonApi.type as ClassType], {
    description: "Who may speak for it on the day, published: none, and it has no spokesperson.",
  })
  spokespersons(@Ctx() { reads }: LedgerContext): Found<Node>[] {
    const { unit, on, basis } = this.asked;
    return speakersOn(reads.records.of(spokespersons), unit.id, on, basis.position)
      .filter(({ state: { publishedOn } }) => publishedOn !== null && publishedOn <= on)
      .map((row) => spokespersonApi.of(reads, row, basis));
  }

  @Field(() => DueConnection, { description: "What it owes on the day, overdue or to come, the most urgent first." })
  due(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): ConnectionOf<DueType> {
    const { reads, law } = context;
    const { unit, on, basis } = this.asked;
    const moment = momentOn(basis, on);
    const one = reads.ones.of("Unit", unit.id, { position: basis.position, today: on });
    return connect(
      args,
      basis,
      ["unitBoard.due", unit.id, on],
      (window) => reads.due.list({ unit: one }, window, { at: basis.position, on, moment, law }),
      (row) => new DueType(row, basis, on, moment),
    );
  }

  @Field(() => [DutyInPeriodType], {
    description: "Its periodic duties in the periods that touch these days: fulfilled, late, missed, open, excused.",
    complexity: DUTIES_COST,
  })
  periodicDuties(@Ctx() context: LedgerContext): DutyInPeriodType[] {
    const { unit, period, on, basis } = this.asked;
    const { from, to } = periodOf(context, period);
    const found = periodicDutiesOf(context.reads.records, [unit], { from, to, on, law: context.law, basis });
    return found.map((duty) => new DutyInPeriodType(duty, basis));
  }

  @Field(() => DaysToAnswer, {
    description: "How long requests for information waited for the answers that it gave in the period.",
    complexity: LOOKING_COST,
  })
  daysToAnswer(@Ctx() context: LedgerContext): DaysToAnswer {
    const { unit, period, basis } = this.asked;
    return daysToAnswerOf(context, { period, unitId: unit.id, basis });
  }

  @Field(() => [shownPart(RECOMMENDATION)], {
    description: "What supervisions recommended to it, as each stands at the basis.",
  })
  recommendations(@Ctx() { reads }: LedgerContext): object[] {
    const { unit, basis } = this.asked;
    const { ids } = reads.ones.of("Unit", unit.id, basis);
    const Shown = shownPart(RECOMMENDATION);
    return reads.records
      .of(supervisions)
      .all({ addresseeId: ids }, { direction: "DESC", basis })
      .flatMap(({ state }) =>
        state.status === "VOIDED" ? [] : state.recommendations.filter(({ unitId }) => ids.includes(unitId)),
      )
      .map((state) => new Shown({ state, basis }));
  }
}

/** Its figures in the period: of each book a table of one line. */
for (const book of FIGURE_BOOKS) {
  const name = `${book.name}Figures`;
  const method = function (this: UnitBoard, context: LedgerContext): object {
    const { unit, period, basis } = (this as unknown as { readonly asked: Asked }).asked;
    const filter = { unitIds: [unit.id] };
    return tableAt(context, book, { period, groupBy: [], filter, unitBasis: "AS_SUCCESSOR" }, basis);
  };
  const target = UnitBoard.prototype as object;
  Object.defineProperty(target, name, { value: method, writable: true, configurable: true });
  Ctx()(target, name, 0);
  const descriptor = Object.getOwnPropertyDescriptor(target, name) as PropertyDescriptor;
  Field(() => tableTypeOf(book), {
    description: `Its figures of ${book.of.en} in the period, those of units that it has succeeded among them.`,
    complexity: TABLE_COST,
  })(target, name, descriptor);
}

@Resolver()
export class UnitBoardResolver {
  @Query(() => UnitBoard, {
    nullable: true,
    description: "What a unit owes and has done in a period, at one glance. Null: there is no such unit.",
  })
  @LooksFar()
  async unitBoard(
    @Arg("unitId", () => ID_SCALARS.Unit) unitId: string,
    @Arg("period", () => Period) period: Period,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "The day of the basis when absent." })
    on: string | null | undefined,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | null | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<UnitBoard | null> {
    needsToRead(context, "records");
    const basis = await basisOf(context, asOf);
    periodOf(context, period);
    const unit = context.reads.units.get(unitId, basis.position);
    return unit ? new UnitBoard({ unit, period, on: on ?? basis.today, basis }) : null;
  }
}
