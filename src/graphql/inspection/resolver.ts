import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { inspectionSpecs } from "../../commands/inspections.js";
import { inspection } from "../../domain/inspection/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { mayRead, needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { connect, connectFound, type ConnectionOf, DatedListArgs, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, InspectionId } from "../shared/scalars.js";
import { InspectionFilter, RecommendationFilter } from "./filters.js";
import { InspectionRecommendation, InspectionRecommendationConnection } from "./recommendation.js";
import { InspectionChanged, InspectionResult } from "./result.js";
import { inspectionAt, InspectionConnection, inspectionOf, InspectionType } from "./types.js";

const MAX_TARGET_CHARS = 200;

@Resolver()
export class InspectionQueryResolver {
  @Query(() => InspectionType, { nullable: true, description: "One inspection, as of a moment." })
  async inspection(
    @Arg("id", () => InspectionId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<InspectionType | null> {
    needsToRead(context, "records");
    return inspectionAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => InspectionConnection, {
    description: "Inspections in order of their decision (until then: of the first planned day on site), latest first.",
  })
  async inspections(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => InspectionFilter, { nullable: true }) given: InspectionFilter | null | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<InspectionType>> {
    needsToRead(context, "records");
    const filter = given ?? {};
    if (filter.role && !filter.unitId) throw badInput("`role` is the role of a unit: give `unitId` too.");
    if ((filter.target ?? "").length > MAX_TARGET_CHARS)
      throw badInput(`\`target\` has at most ${MAX_TARGET_CHARS} characters.`);
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses"]);
    const persons = mayRead(context.principal, "offenders");
    const at = basis.position;
    return connectFound(
      args,
      basis,
      ["inspections", filter, direction],
      (window) =>
        context.reads.inspections.list({ ...filter, begunBy: basis.validAt }, { direction, window, at, persons }),
      (row) => inspectionOf(context.reads, row, basis),
    );
  }

  @Query(() => InspectionRecommendationConnection, {
    description: "Recommendations of inspections, in order of the day by which they are due; those without one last.",
  })
  async inspectionRecommendations(
    @Args(() => ListArgs) args: ListArgs,
    @Arg("filter", () => RecommendationFilter, { nullable: true }) given: RecommendationFilter | null | undefined,
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description: "The day by which `overdue` is judged; without it, the day of the answer's basis.",
    })
    on: string | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<InspectionRecommendation>> {
    needsToRead(context, "records");
    const filter = given ?? {};
    const basis = await basisOf(context, args.asOf);
    const day = on ?? basis.today;
    const at = basis.position;
    return connect(
      args,
      basis,
      ["inspectionRecommendations", filter, on ?? null, direction],
      (window) => context.reads.inspections.recommendations(filter, day, { direction, window, at }),
      ({ inspection: { id }, recommendation }) => new InspectionRecommendation(id, recommendation, basis),
    );
  }
}

export const InspectionMutationResolver = mutationsOf(
  inspection,
  inspectionSpecs,
  InspectionResult,
  (done) => new InspectionChanged(done),
);
