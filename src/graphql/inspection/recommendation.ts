import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { type Recommendation, RECOMMENDATION } from "../../domain/inspection/inspection.js";
import { isOverdue } from "../../domain/inspection/recommendation.js";
import type { InspectionVersion } from "../../projections/inspection/table.js";
import type { Basis } from "../../projections/table/basis.js";
import { type Showing, shownPart, type Shows } from "../derive/shownFields.js";
import { connectionType } from "../shared/connection.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { mayReadNamesIn } from "./named.js";

export const InspectionRecommendation = shownPart(RECOMMENDATION);
export const InspectionRecommendationConnection = connectionType(
  "InspectionRecommendation",
  () => InspectionRecommendation,
);

/** A recommendation with whose it is. */
export interface ShownRecommendation {
  readonly shown: Showing<Recommendation & { readonly inspectionId: string }>;
}

/** One of an inspection's recommendations. */
export function shownRecommendation(
  inspection: InspectionVersion,
  recommendation: Recommendation,
  basis: Basis,
): Shows<typeof RECOMMENDATION.fields> {
  const state = { ...recommendation, inspectionId: inspection.id };
  return new InspectionRecommendation({ state, basis, mayReadNames: mayReadNamesIn(inspection) });
}

@Resolver(() => InspectionRecommendation)
export class OverdueRecommendationResolver {
  @FieldResolver(() => Boolean, {
    description: "It was not done by `on`; without it, by the day of the answer's basis.",
  })
  overdue(
    @Root() { shown }: ShownRecommendation,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: string | undefined,
  ): boolean {
    return isOverdue(shown.state, on ?? shown.basis.today);
  }
}
