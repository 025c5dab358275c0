import { Field, InputType } from "type-graphql";
import {
  INSPECTION_KINDS,
  INSPECTION_STATUSES,
  INSPECTION_UNIT_ROLES,
  type InspectionKind,
  type InspectionStatus,
  type InspectionUnitRole,
  RECOMMENDATION_STATES,
  type RecommendationState,
} from "../../domain/inspection/terms.js";
import { TermField, TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, InspectionId, UnitId } from "../shared/scalars.js";

@InputType()
export class InspectionFilter {
  @Field(() => UnitId, { nullable: true, description: "Only those in which this unit takes part." })
  unitId?: string;

  @TermField(INSPECTION_UNIT_ROLES, {
    nullable: true,
    description: "In which role; either, when absent. Only with `unitId`.",
  })
  role?: InspectionUnitRole;

  @TermsField(INSPECTION_KINDS, { nullable: true })
  kinds?: InspectionKind[];

  @TermsField(INSPECTION_STATUSES, { nullable: true })
  statuses?: InspectionStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of decisions." })
  decidedFrom?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of decisions." })
  decidedTo?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Part of a target's name, with or without marks. Persons are found only by those who may read their names.",
  })
  target?: string;
}

@InputType()
export class RecommendationFilter {
  @Field(() => InspectionId, { nullable: true })
  inspectionId?: string;

  @TermsField(RECOMMENDATION_STATES, { nullable: true })
  states?: RecommendationState[];

  @Field(() => Boolean, { nullable: true, description: "Only those not verified yet, or only those that are." })
  open?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those that should have been done by now, or only others.",
  })
  overdue?: boolean;

  @Field(() => UnitId, { nullable: true, description: "The unit that is to follow it: assigned, or else addressed." })
  unitId?: string;
}
