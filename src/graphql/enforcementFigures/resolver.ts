import { Arg, Ctx, Field, InputType, Query, registerEnumType, Resolver } from "type-graphql";
import type { InspectionKind } from "../../domain/inspection/terms.js";
import type { SubjectKind } from "../../domain/law/terms.js";
import {
  ENFORCEMENT_DIMENSIONS,
  type EnforcementDimension,
  type EnforcementQuestion,
} from "../../projections/enforcementFigureQueries.js";
import { InspectionKindEnum } from "../inspection/enums.js";
import { SubjectKindEnum } from "../law/enums.js";
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
import { UnitId } from "../shared/scalars.js";
import { EnforcementFigureMovementTable } from "./movement.js";
import { EnforcementFigureTable } from "./table.js";

export const EnforcementDimensionEnum = enumOf(ENFORCEMENT_DIMENSIONS);
registerEnumType(EnforcementDimensionEnum, {
  name: "EnforcementDimension",
  description: "By what the lines of a table of enforcement differ.",
});

@InputType({ description: "Only entries with one of the values; those that have none are left out." })
export class EnforcementFigureFilter {
  @Field(() => [UnitId], { nullable: true })
  unitIds?: string[];
  @Field(() => [String], { nullable: true, description: "Codes of the catalogue, such as `159.27.1.a`." })
  violationCodes?: string[];
  @Field(() => [SubjectKindEnum], { nullable: true })
  subjectKinds?: SubjectKind[];
  @Field(() => [InspectionKindEnum], { nullable: true })
  inspectionKinds?: InspectionKind[];
}

@Resolver()
export class EnforcementFigureResolver {
  @Query(() => EnforcementFigureTable, {
    description:
      "Figures of inspections, violations, decisions, fines, exhibits and complaints in a period, as they stood at a " +
      "moment. Every figure opens down to its events.",
    complexity: TABLE_COST,
  })
  async enforcementFigures(
    @Arg("period", () => Period) period: Period,
    @Arg("groupBy", () => [EnforcementDimensionEnum], { defaultValue: [] }) groupBy: EnforcementDimension[],
    @Arg("filter", () => EnforcementFigureFilter, { nullable: true }) filter: EnforcementFigureFilter | undefined,
    @Arg("unitBasis", () => UnitBasisEnum, { defaultValue: "AS_RECORDED" }) unitBasis: UnitBasis,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<EnforcementFigureTable> {
    checkQuestion(period, groupBy, filter);
    const basis = await basisOf(context, asOf);
    const question: EnforcementQuestion = {
      ...{ from: period.from, to: period.to, groupBy },
      ...filter,
      countedAs: countedAs(context, unitBasis, basis),
    };
    const lines = linesOf((limit) => context.reads.enforcementFigures.lines(question, limit, basis.position));
    const inOrder = inOrderOfNames(lines, groupBy, context, basis);
    return new EnforcementFigureTable(question, inOrder, basis);
  }

  @Query(() => EnforcementFigureMovementTable, {
    description:
      "Figures of enforcement in a period at two points of the ledger, and why they moved: what came in between, by " +
      "cause. With AS_SUCCESSOR both points are counted under the successors as of `to`.",
    complexity: MOVEMENT_COST,
  })
  async enforcementFigureMovement(
    @Arg("period", () => Period) period: Period,
    @Arg("groupBy", () => [EnforcementDimensionEnum], { defaultValue: [] }) groupBy: EnforcementDimension[],
    @Arg("filter", () => EnforcementFigureFilter, { nullable: true }) filter: EnforcementFigureFilter | undefined,
    @Arg("unitBasis", () => UnitBasisEnum, { defaultValue: "AS_RECORDED" }) unitBasis: UnitBasis,
    @Arg("from", () => AsOf) from: AsOf,
    @Arg("to", () => AsOf, { nullable: true, description: "Now, if it is not given." }) to: AsOf | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<EnforcementFigureMovementTable> {
    checkQuestion(period, groupBy, filter);
    const between = await betweenOf(context, from, to);
    const question: EnforcementQuestion = {
      ...{ from: period.from, to: period.to, groupBy },
      ...filter,
      countedAs: countedAs(context, unitBasis, between.to),
    };
    const [since, at] = [between.from.position, between.to.position];
    const lines = linesOf((limit) => context.reads.enforcementFigures.movement(question, limit, since, at));
    const inOrder = inOrderOfNames(lines, groupBy, context, between.to);
    return new EnforcementFigureMovementTable(question, inOrder, between);
  }
}
