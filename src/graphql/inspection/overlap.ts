import { Field, ObjectType } from "type-graphql";
import type { InspectionTarget } from "../../domain/inspection/inspection.js";
import type { Basis } from "../../projections/basis.js";
import { InspectionTargetType } from "./parts.js";
import { InspectionType } from "./types.js";

@ObjectType({ description: "A target, and another inspection of it in the same year." })
export class InspectionOverlap {
  @Field(() => InspectionTargetType)
  readonly target: InspectionTargetType;
  @Field(() => InspectionType)
  readonly inspection: InspectionType;

  constructor(target: InspectionTarget, inspection: InspectionType, basis: Basis) {
    this.target = new InspectionTargetType(target, basis);
    this.inspection = inspection;
  }
}
