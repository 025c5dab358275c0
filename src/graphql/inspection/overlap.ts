import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { InspectionTarget } from "../../domain/inspection/inspection.js";
import type { Basis } from "../../projections/table/basis.js";
import type { LedgerContext } from "../shared/context.js";
import { present } from "../shared/found.js";
import { InspectionTargetType } from "./parts.js";
import { inspectionOf, InspectionType } from "./types.js";

@ObjectType({ description: "A target, and another inspection of it in the same year." })
export class InspectionOverlap {
  @Field(() => InspectionTargetType)
  readonly target: object;
  @Field(() => InspectionType)
  readonly inspection: InspectionType;

  constructor(target: InspectionTarget, inspection: InspectionType, basis: Basis) {
    this.target = new InspectionTargetType({ state: target, basis });
    this.inspection = inspection;
  }
}

@Resolver(() => InspectionType)
export class InspectionOverlapResolver {
  @FieldResolver(() => [InspectionOverlap], {
    description: "Inspections of the same target in the same calendar year (chồng chéo): a warning, not a refusal.",
  })
  async overlaps(
    @Root() { version, basis }: InspectionType,
    @Ctx() { reads }: LedgerContext,
  ): Promise<InspectionOverlap[]> {
    const found = reads.inspections.overlapsOf(version, basis);
    return present(
      found.map(async ({ target, inspection }) => {
        const other = await inspectionOf(reads, inspection, basis);
        return other && new InspectionOverlap(target, other, basis);
      }),
    );
  }
}
