import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { LedgerContext } from "../shared/context.js";
import { InspectionRecommendation } from "./recommendation.js";
import { inspectionAt, InspectionType } from "./types.js";

@Resolver(() => InspectionRecommendation)
export class InspectionOfRecommendationResolver {
  @FieldResolver(() => InspectionType)
  async inspection(
    @Root() { inspectionId, basis }: InspectionRecommendation,
    @Ctx() { reads }: LedgerContext,
  ): Promise<InspectionType> {
    const inspection = await inspectionAt(reads, inspectionId, basis);
    if (!inspection) throw new Error("A recommendation has no inspection.");
    return inspection;
  }
}
