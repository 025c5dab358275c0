import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { inspectionSpecs } from "../../commands/inspections.js";
import { inspection } from "../../domain/inspection/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { mayRead, needsToRead } from "../shared/access.js";
import { basisOf } from "../shared/asOf.js";
import { connect, type ConnectionOf, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { InspectionFilter, RecommendationFilter } from "./filters.js";
import { InspectionRecommendation, InspectionRecommendationConnection } from "./recommendation.js";
import { InspectionChanged } from "./result.js";
import { inspectionAt, inspectionOf, InspectionType } from "./types.js";

const MAX_TARGET_CHARS = 200;

export const InspectionQueryResolver = queriesOf(inspection, {
  type: InspectionType,
  at: inspectionAt,
  of: inspectionOf,
  list: {
    name: "inspections",
    description: "Inspections in order of their decision (until then: of the first planned day on site), latest first.",
    filter: InspectionFilter,
    order: "DESC",
    standing: ["statuses"],
    check: ({ role, unitId, target }) => {
      if (role && !unitId) throw badInput("`role` is the role of a unit: give `unitId` too.");
      if ((target ?? "").length > MAX_TARGET_CHARS)
        throw badInput(`\`target\` has at most ${MAX_TARGET_CHARS} characters.`);
    },
    read: ({ unitId, ...filter }, { direction, window, basis }, { reads, principal }) => {
      const persons = mayRead(principal, "offenders");
      const unit = reads.ones.of("Unit", unitId, basis);
      return reads.inspections.list({ ...filter, unit }, { direction, window, at: basis.position, persons });
    },
  },
});

@Resolver()
export class RecommendationQueryResolver {
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
    const { unitId, ...more } = filter;
    const wanted = { ...more, unit: context.reads.ones.of("Unit", unitId, { position: at, today: day }) };
    return connect(
      args,
      basis,
      ["inspectionRecommendations", filter, on ?? null, direction],
      (window) => context.reads.inspections.recommendations(wanted, day, { direction, window, at }),
      ({ inspection: { id }, recommendation }) => new InspectionRecommendation(id, recommendation, basis),
    );
  }
}

export const InspectionMutationResolver = mutationsOf(inspection, inspectionSpecs, InspectionChanged);
