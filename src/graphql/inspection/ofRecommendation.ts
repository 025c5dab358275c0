import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { LedgerContext } from "../shared/context.js";
import { InspectionRecommendation, type ShownRecommendation } from "./recommendation.js";
import { inspectionAt, InspectionType } from "./types.js";

@Resolver(() => InspectionRecommendation)
export class InspectionOfRecommendationResolver {
  @FieldResolver(() => InspectionType)
  async inspection(@Root() { shown }: ShownRecommendation, @Ctx() { reads }: LedgerContext): Promise<InspectionType> {
    const inspection = await inspectionAt(reads, shown.state.inspectionId, shown.basis);
    if (!inspection) throw new Error("A recommendation has no inspection.");
    return inspection;
  }
}
