import { Field, InputType } from "type-graphql";
import { SUBJECT_KINDS, type SubjectKind } from "../../domain/law/terms.js";
import { SHOWN_CASE_STATUSES, type ShownCaseStatus } from "../../domain/violationCase/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, InspectionId, UnitId } from "../shared/scalars.js";

@InputType()
export class ViolationCaseFilter {
  @Field(() => UnitId, { nullable: true, description: "The unit that has the case." })
  unitId?: string;

  @Field(() => InspectionId, { nullable: true })
  inspectionId?: string;

  @TermsField(SHOWN_CASE_STATUSES, { nullable: true })
  statuses?: ShownCaseStatus[];

  @TermsField(SUBJECT_KINDS, { nullable: true, description: "Cases with a party of one of these kinds." })
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
