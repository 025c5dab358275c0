import { IsEnum, IsOptional, IsUUID } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { BodyInput, CoordinatorInput, TargetInput } from "../../commands/inspectionReferences.js";
import type { PeriodInput, TeamMemberInput } from "../../commands/inspectionSpec.js";
import type {
  CoordinationRole,
  InspectionKind,
  InspectionStatus,
  RecommendationState,
  TargetKind,
  TeamRole,
} from "../../domain/inspection/terms.js";
import { GraphQLLocalDate, InspectionId, PressAgencyId, UnitId } from "../shared/scalars.js";
import { Day, LongText, OptionalRef, OptionalText, Text } from "../shared/validation.js";
import {
  CoordinationRoleEnum,
  InspectionKindEnum,
  InspectionStatusEnum,
  RecommendationStateEnum,
  TargetKindEnum,
  TeamRoleEnum,
  type UnitRole,
  UnitRoleEnum,
} from "./enums.js";

/** Of what the inputs on inspections are made. */

export const MAX_COORDINATORS = 30;
export const MAX_TARGETS = 200;
export const MAX_TEAM = 60;

@InputType({ description: "Both days included." })
export class InspectionPeriodInput implements PeriodInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  from!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  to!: string;
}

@InputType({ description: "A unit of the register by its id, or a body outside it by its name: one of the two." })
export class InspectionBodyInput implements BodyInput {
  @Field(() => UnitId, { nullable: true })
  @OptionalRef()
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Such as an interagency team (đội liên ngành), the police, or a body of the Government.",
  })
  @OptionalText(200)
  name?: string | null;
}

@InputType({ description: "A coordinating body, and what it gives." })
export class InspectionCoordinatorInput extends InspectionBodyInput implements CoordinatorInput {
  @Field(() => CoordinationRoleEnum)
  @IsEnum(CoordinationRoleEnum)
  role!: CoordinationRole;
}

@InputType()
export class InspectionTeamMemberInput implements TeamMemberInput {
  @Field(() => String)
  @Text(120)
  name!: string;

  @Field(() => TeamRoleEnum)
  @IsEnum(TeamRoleEnum)
  role!: TeamRole;
}

@InputType({
  description: "Whom it examines. A unit or a press agency needs no name: the one it had on the day is taken.",
})
export class InspectionTargetInput implements TargetInput {
  @Field(() => String, { nullable: true, description: "In a correction, or of a plan: it is this target." })
  @IsOptional()
  @IsUUID()
  targetId?: string | null;

  @Field(() => TargetKindEnum)
  @IsEnum(TargetKindEnum)
  kind!: TargetKind;

  @Field(() => String, { nullable: true })
  @OptionalText(200)
  name?: string | null;

  @Field(() => UnitId, { nullable: true })
  @OptionalRef()
  unitId?: string | null;

  @Field(() => PressAgencyId, { nullable: true })
  @OptionalRef()
  pressAgencyId?: string | null;
}

@InputType()
export class ReservedOpinionInput {
  @Field(() => String, { description: "Whose opinion it is." })
  @Text(120)
  by!: string;

  @Field(() => String)
  @LongText(2000)
  opinion!: string;
}

// Filters -----------------------------------------------------------------------------------------------------------

@InputType()
export class InspectionFilter {
  @Field(() => UnitId, { nullable: true, description: "Only those in which this unit takes part." })
  unitId?: string;

  @Field(() => UnitRoleEnum, { nullable: true, description: "In which role; either, when absent. Only with `unitId`." })
  role?: UnitRole;

  @Field(() => [InspectionKindEnum], { nullable: true })
  kinds?: InspectionKind[];

  @Field(() => [InspectionStatusEnum], { nullable: true })
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

  @Field(() => [RecommendationStateEnum], { nullable: true })
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
