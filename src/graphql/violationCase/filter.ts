import { Field, InputType } from "type-graphql";
import type { SubjectKind } from "../../domain/law/terms.js";
import type { ShownCaseStatus } from "../../projections/violationCaseQueries.js";
import { SubjectKindEnum } from "../law/enums.js";
import { GraphQLLocalDate, InspectionId, UnitId } from "../shared/scalars.js";
import { ViolationCaseStatusEnum } from "./enums.js";

@InputType()
export class ViolationCaseFilter {
  @Field(() => UnitId, { nullable: true, description: "The unit that has the case." })
  unitId?: string;

  @Field(() => InspectionId, { nullable: true })
  inspectionId?: string;

  @Field(() => [ViolationCaseStatusEnum], { nullable: true })
  statuses?: ShownCaseStatus[];

  @Field(() => [SubjectKindEnum], { nullable: true, description: "Cases with a party of one of these kinds." })
  partyKinds?: SubjectKind[];

  @Field(() => String, { nullable: true, description: "Cases with a violation of this code." })
  violationCode?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of detection." })
  detectedFrom?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of detection." })
  detectedTo?: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Cases that still wait for a decision, with the last day for it before this one.",
  })
  decisionOverdueOn?: string;
}
