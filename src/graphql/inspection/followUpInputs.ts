import { IsBoolean, IsEnum, IsOptional, IsUUID } from "class-validator";
import { Field, InputType } from "type-graphql";
import type * as follow from "../../commands/inspectionFollowUps.js";
import type { InspectionKind, RecommendationState } from "../../domain/inspection/terms.js";
import { GraphQLLocalDate, InspectionId } from "../shared/scalars.js";
import {
  LongText,
  Many,
  One,
  OptionalDay,
  OptionalLongText,
  OptionalMany,
  OptionalOne,
  OptionalRef,
  OptionalText,
} from "../shared/validation.js";
import { InspectionKindEnum, RecommendationStateEnum } from "./enums.js";
import { InspectionInput, NUMBER_CHARS, ReasonedInspectionInput } from "./inputs.js";
import {
  InspectionBodyInput,
  InspectionCoordinatorInput,
  InspectionPeriodInput,
  InspectionTargetInput,
  InspectionTeamMemberInput,
  MAX_COORDINATORS,
  MAX_TARGETS,
  MAX_TEAM,
} from "./partInputs.js";

/** Inputs of findings, recommendations and corrections. */

@InputType()
export class RecordFindingInput extends InspectionInput implements follow.RecordFindingInput {
  @Field(() => String, { nullable: true, description: "The id of the target it is about, as the inspection shows it." })
  @IsOptional()
  @IsUUID()
  targetId?: string | null;

  @Field(() => String)
  @LongText(5000)
  description!: string;

  @Field(() => Boolean, { description: "Whether it is a violation. Minutes of it open a violation case." })
  @IsBoolean()
  isViolation!: boolean;
}

@InputType()
export class MakeRecommendationInput extends InspectionInput implements follow.MakeRecommendationInput {
  @Field(() => InspectionBodyInput, { description: "Who is to follow it." })
  @One()
  addressee!: InspectionBodyInput;

  @Field(() => String)
  @LongText(2000)
  what!: string;

  @Field(() => GraphQLLocalDate, { nullable: true })
  @OptionalDay()
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: "The id of the finding on which it rests." })
  @IsOptional()
  @IsUUID()
  findingId?: string | null;
}

@InputType()
export class RecordRecommendationProgressInput
  extends InspectionInput
  implements follow.RecordRecommendationProgressInput
{
  @Field(() => String, { description: "The id of the recommendation, as the inspection shows it." })
  @IsUUID()
  recommendationId!: string;

  @Field(() => RecommendationStateEnum)
  @IsEnum(RecommendationStateEnum)
  state!: RecommendationState;

  @Field(() => InspectionBodyInput, {
    nullable: true,
    description: "To whom it is assigned: with ASSIGNED, and only then.",
  })
  @OptionalOne()
  assignee?: InspectionBodyInput | null;

  @Field(() => String, { nullable: true })
  @OptionalLongText(2000)
  note?: string | null;
}

@InputType({ description: "What is absent stays as it is." })
export class AmendInspectionInput extends ReasonedInspectionInput implements follow.AmendInspectionInput {
  @Field(() => InspectionKindEnum, { nullable: true })
  @IsOptional()
  @IsEnum(InspectionKindEnum)
  kind?: InspectionKind | null;

  @Field(() => String, { nullable: true })
  @OptionalText(500)
  title?: string | null;

  @Field(() => InspectionBodyInput, { nullable: true })
  @OptionalOne()
  lead?: InspectionBodyInput | null;

  @Field(() => [InspectionCoordinatorInput], { nullable: true, description: "All of them, told again." })
  @OptionalMany(MAX_COORDINATORS)
  coordinators?: InspectionCoordinatorInput[] | null;

  @Field(() => [InspectionTargetInput], {
    nullable: true,
    description: "All of them, told again; those that stay with their `targetId`.",
  })
  @IsOptional()
  @Many(MAX_TARGETS, 1)
  targets?: InspectionTargetInput[] | null;

  @Field(() => InspectionPeriodInput, { nullable: true })
  @OptionalOne()
  onSite?: InspectionPeriodInput | null;

  @Field(() => String, { nullable: true })
  @OptionalText(NUMBER_CHARS)
  decisionNumber?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  @OptionalDay()
  decidedOn?: string | null;

  @Field(() => [InspectionTeamMemberInput], { nullable: true })
  @OptionalMany(MAX_TEAM)
  team?: InspectionTeamMemberInput[] | null;

  @Field(() => InspectionPeriodInput, { nullable: true })
  @OptionalOne()
  periodExamined?: InspectionPeriodInput | null;
}

@InputType()
export class VoidInspectionInput extends ReasonedInspectionInput implements follow.VoidInspectionInput {
  @Field(() => InspectionId, { nullable: true, description: "It was entered twice: the record that stands." })
  @OptionalRef()
  duplicateOfId?: string | null;
}
