import { Arg, Ctx, Field, InputType, Query, registerEnumType, Resolver } from "type-graphql";
import type { VisitTopic } from "../../domain/visit/terms.js";
import { FIGURE_DIMENSIONS, type FigureDimension, type FigureQuestion } from "../../projections/visitFigureQueries.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { enumOf } from "../shared/enums.js";
import { badInput } from "../shared/faults.js";
import { GraphQLLocalDate, PressAgencyId, ReporterId, UnitId } from "../shared/scalars.js";
import { VisitTopicEnum } from "../visit/enums.js";
import { VisitFigureTable } from "./types.js";

const MAX_ROWS = 1_000;
/** Every entry of the period is looked at for a table, however few lines it has. */
const TABLE_COST = 1_000;
const MAX_FILTER_VALUES = 1_000;

const FigureDimensionEnum = enumOf(FIGURE_DIMENSIONS);
registerEnumType(FigureDimensionEnum, { name: "FigureDimension", description: "By what the lines of a table differ." });

const UNIT_BASES = ["AS_RECORDED", "AS_SUCCESSOR"] as const;
type UnitBasis = (typeof UNIT_BASES)[number];
const UnitBasisEnum = enumOf(UNIT_BASES);
registerEnumType(UnitBasisEnum, {
  name: "UnitBasis",
  description:
    "Under which unit a visit is counted: the one recorded, or the one in whose hands its business is now. " +
    "What a split unit did stays under its own name, as nobody can say to which part it belongs.",
});

@InputType({ description: "Days of occurrence, both included." })
export class Period {
  @Field(() => GraphQLLocalDate)
  from!: string;
  @Field(() => GraphQLLocalDate)
  to!: string;
}

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
  @Field(() => [VisitTopicEnum], { nullable: true })
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
    if (period.from > period.to) throw badInput("The period ends before it begins.");
    if (new Set(groupBy).size < groupBy.length) throw badInput("`groupBy` names a dimension twice.");
    const tooMany = Object.values(filter ?? {}).some(
      (values: unknown[] | null) => (values?.length ?? 0) > MAX_FILTER_VALUES,
    );
    if (tooMany) throw badInput(`A filter takes at most ${MAX_FILTER_VALUES} values.`);
    // Which reporter went where is for those who work with the records; the sums are public.
    if (groupBy.includes("REPORTER") || filter?.reporterIds) needsToRead(context, "records");

    const { reads } = context;
    const basis = await basisOf(context, asOf);
    const countedAs =
      unitBasis === "AS_SUCCESSOR" ? reads.units.soleSuccessors(basis.position) : new Map<string, string>();
    const question: FigureQuestion = { from: period.from, to: period.to, groupBy, ...filter, countedAs };
    const lines = reads.figures.lines(question, MAX_ROWS, basis.position);
    if (lines.length > MAX_ROWS) throw badInput(`The table has more than ${MAX_ROWS} rows; ask for less.`);
    return new VisitFigureTable(question, lines, basis);
  }
}
