import { TermsField } from "../derive/enums.js";
import { Arg, Ctx, Field, InputType, Query, registerEnumType, Resolver } from "type-graphql";
import { VISIT_TOPICS, type VisitTopic } from "../../domain/visit/terms.js";
import { FIGURE_DIMENSIONS, type FigureDimension, type FigureQuestion } from "../../projections/visitFigureTerms.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { enumOf } from "../shared/enums.js";
import {
  checkQuestion,
  countedAs,
  linesOf,
  Period,
  TABLE_COST,
  type UnitBasis,
  UnitBasisEnum,
} from "../shared/figures.js";
import { inOrderOfNames } from "../shared/lineOrder.js";
import { betweenOf, MOVEMENT_COST } from "../shared/movement.js";
import { PressAgencyId, ReporterId, UnitId } from "../shared/scalars.js";
import { VisitFigureMovementTable } from "./movement.js";
import { VisitFigureTable } from "./types.js";

export const FigureDimensionEnum = enumOf(FIGURE_DIMENSIONS);
registerEnumType(FigureDimensionEnum, { name: "FigureDimension", description: "By what the lines of a table differ." });

@InputType()
export class VisitFigureFilter {
  @Field(() => [UnitId], { nullable: true })
  unitIds?: string[];
  @Field(() => [PressAgencyId], { nullable: true })
  agencyIds?: string[];
  @Field(() => [ReporterId], {
    nullable: true,
    description: "Only turns and distinct reporters know who came; the other figures are then 0.",
  })
  reporterIds?: string[];
  @TermsField(VISIT_TOPICS, { nullable: true })
  topics?: VisitTopic[];
}

@Resolver()
export class FigureResolver {
  @Query(() => VisitFigureTable, {
    description: "Figures of visits in a period, as they stood at a moment. Every figure opens down to its events.",
    complexity: TABLE_COST,
  })
  async visitFigures(
    @Arg("period", () => Period) period: Period,
    @Arg("groupBy", () => [FigureDimensionEnum], { defaultValue: [] }) groupBy: FigureDimension[],
    @Arg("filter", () => VisitFigureFilter, { nullable: true }) filter: VisitFigureFilter | undefined,
    @Arg("unitBasis", () => UnitBasisEnum, { defaultValue: "AS_RECORDED" }) unitBasis: UnitBasis,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<VisitFigureTable> {
    checkQuestion(period, groupBy, filter);
    // Which reporter went where is for those who work with the records; the sums are public.
    if (groupBy.includes("REPORTER") || filter?.reporterIds) needsToRead(context, "records");

    const basis = await basisOf(context, asOf);
    const { from, to } = period;
    const question: FigureQuestion = { from, to, groupBy, ...filter, countedAs: countedAs(context, unitBasis, basis) };
    const lines = linesOf((limit) => context.reads.figures.lines(question, limit, basis.position));
    const inOrder = inOrderOfNames(lines, groupBy, context, basis);
    return new VisitFigureTable(question, inOrder, basis);
  }

  @Query(() => VisitFigureMovementTable, {
    description:
      "Figures of visits in a period at two points of the ledger, and why they moved: what came in between, by cause. " +
      "With AS_SUCCESSOR both points are counted under the successors as of `to`.",
    complexity: MOVEMENT_COST,
  })
  async visitFigureMovement(
    @Arg("period", () => Period) period: Period,
    @Arg("groupBy", () => [FigureDimensionEnum], { defaultValue: [] }) groupBy: FigureDimension[],
    @Arg("filter", () => VisitFigureFilter, { nullable: true }) filter: VisitFigureFilter | undefined,
    @Arg("unitBasis", () => UnitBasisEnum, { defaultValue: "AS_RECORDED" }) unitBasis: UnitBasis,
    @Arg("from", () => AsOf) from: AsOf,
    @Arg("to", () => AsOf, { nullable: true, description: "Now, if it is not given." }) to: AsOf | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<VisitFigureMovementTable> {
    checkQuestion(period, groupBy, filter);
    if (groupBy.includes("REPORTER") || filter?.reporterIds) needsToRead(context, "records");

    const between = await betweenOf(context, from, to);
    const question: FigureQuestion = {
      ...{ from: period.from, to: period.to, groupBy },
      ...filter,
      countedAs: countedAs(context, unitBasis, between.to),
    };
    const [since, at] = [between.from.position, between.to.position];
    const lines = linesOf((limit) => context.reads.figures.movement(question, limit, since, at));
    const inOrder = inOrderOfNames(lines, groupBy, context, between.to);
    return new VisitFigureMovementTable(question, inOrder, between);
  }
}
