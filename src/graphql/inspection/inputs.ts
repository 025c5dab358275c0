import { IsEnum, IsOptional, IsUrl } from "class-validator";
import { Field, InputType } from "type-graphql";
import type * as commands from "../../commands/inspections.js";
import type * as spec from "../../commands/inspectionSpec.js";
import type { InspectionKind, PublicationForm } from "../../domain/inspection/terms.js";
import { GraphQLLocalDate, InspectionId } from "../shared/scalars.js";
import {
  Choices,
  Day,
  LongText,
  Many,
  One,
  OptionalDay,
  OptionalMany,
  OptionalRef,
  OptionalText,
  Ref,
  Text,
} from "../shared/validation.js";
import { CommandFields } from "../shared/command.js";
import { InspectionKindEnum, PublicationFormEnum } from "./enums.js";
import {
  InspectionBodyInput,
  InspectionCoordinatorInput,
  InspectionPeriodInput,
  InspectionTargetInput,
  InspectionTeamMemberInput,
  MAX_COORDINATORS,
  MAX_TARGETS,
  MAX_TEAM,
  ReservedOpinionInput,
} from "./partInputs.js";

export const NUMBER_CHARS = 60;
const PAPER_CHARS = 200;

@InputType()
abstract class InspectionContentInput extends CommandFields {
  @Field(() => InspectionKindEnum)
  @IsEnum(InspectionKindEnum)
  kind!: InspectionKind;

  @Field(() => String, { description: "Nội dung: what it is about." })
  @Text(500)
  title!: string;

  @Field(() => InspectionBodyInput, { description: "Cơ quan chủ trì." })
  @One()
  lead!: InspectionBodyInput;

  @Field(() => [InspectionCoordinatorInput], { nullable: true, description: "Cơ quan phối hợp." })
  @OptionalMany(MAX_COORDINATORS)
  coordinators?: InspectionCoordinatorInput[] | null;

  @Field(() => InspectionPeriodInput, { description: "The days on site (thời gian tiến hành), as planned." })
  @One()
  onSite!: InspectionPeriodInput;
}

@InputType()
export class PlanInspectionInput extends InspectionContentInput implements commands.PlanInspectionInput {
  @Field(() => String, { description: "The plan (kế hoạch thanh tra, kiểm tra), as cited." })
  @Text(PAPER_CHARS)
  plan!: string;

  @Field(() => [InspectionTargetInput], { nullable: true, description: "Whom it is to examine, as far as planned." })
  @OptionalMany(MAX_TARGETS)
  targets?: InspectionTargetInput[] | null;
}

@InputType()
abstract class InspectionDecisionInput extends InspectionContentInput implements commands.DecisionInput {
  @Field(() => String, { description: "Số quyết định, such as `12/QĐ-TTr`." })
  @Text(NUMBER_CHARS)
  decisionNumber!: string;

  @Field(() => GraphQLLocalDate, {
    description: "The day of the decision. On an earlier day than today, it needs `lateEntryReason`.",
  })
  @Day()
  decidedOn!: string;

  @Field(() => [InspectionTargetInput], { description: "Đối tượng." })
  @Many(MAX_TARGETS, 1)
  targets!: InspectionTargetInput[];

  @Field(() => [InspectionTeamMemberInput], { description: "The team, with exactly one head." })
  @Many(MAX_TEAM, 1)
  team!: InspectionTeamMemberInput[];

  @Field(() => InspectionPeriodInput, { description: "The time looked into (thời kỳ thanh tra)." })
  @One()
  periodExamined!: InspectionPeriodInput;
}

@InputType()
export class DecideInspectionInput extends InspectionDecisionInput implements commands.DecideInspectionInput {
  @Field(() => InspectionId, { nullable: true, description: "The planned inspection; absent: unplanned (đột xuất)." })
  @OptionalRef()
  plannedInspectionId?: string | null;
}

@InputType()
export class ReinspectInput extends InspectionDecisionInput implements commands.ReinspectInput {
  @Field(() => InspectionId, { description: "The concluded inspection that is done again (thanh tra lại)." })
  @Ref()
  reinspectsId!: string;
}

// Steps -------------------------------------------------------------------------------------------------------------

@InputType()
export abstract class InspectionInput extends CommandFields implements spec.InspectionInput {
  @Field(() => InspectionId)
  @Ref()
  inspectionId!: string;
}

@InputType()
export abstract class ReasonedInspectionInput extends InspectionInput implements spec.ReasonedInspectionInput {
  @Field(() => String)
  @LongText(1000)
  reason!: string;
}

@InputType()
export class AnnounceInspectionInput extends InspectionInput {}

@InputType()
export class StartFieldworkInput extends InspectionInput {}

@InputType()
export class EndFieldworkInput extends InspectionInput {}

@InputType()
export class CloseInspectionInput extends InspectionInput {}

@InputType()
export class CancelInspectionInput extends ReasonedInspectionInput {}

@InputType()
export class ExtendInspectionInput extends ReasonedInspectionInput implements commands.ExtendInspectionInput {
  @Field(() => GraphQLLocalDate, { description: "The new last day on site." })
  @Day()
  until!: string;

  @Field(() => String, { description: "The decision to extend, as cited." })
  @Text(PAPER_CHARS)
  document!: string;
}

@InputType()
export class SuspendInspectionInput extends ReasonedInspectionInput implements commands.SuspendInspectionInput {
  @Field(() => String, { nullable: true })
  @OptionalText(PAPER_CHARS)
  document?: string | null;
}

@InputType()
export class ResumeInspectionInput extends InspectionInput implements commands.ResumeInspectionInput {
  @Field(() => String, { nullable: true })
  @OptionalText(PAPER_CHARS)
  document?: string | null;
}

@InputType()
export class ReportInspectionInput extends InspectionInput implements commands.ReportInspectionInput {
  @Field(() => String)
  @LongText(5000)
  summary!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day for the draft conclusion, if one was set; else the law's period runs.",
  })
  @OptionalDay()
  draftDueOn?: string | null;
}

@InputType({ description: "Drafted again, the conclusion keeps the opinions reserved before." })
export class DraftConclusionInput extends InspectionInput implements commands.DraftConclusionInput {
  @Field(() => [ReservedOpinionInput], { nullable: true, description: "Ý kiến bảo lưu of members of the team." })
  @OptionalMany(MAX_TEAM)
  reservedOpinions?: ReservedOpinionInput[] | null;
}

@InputType()
export class ConcludeInspectionInput extends InspectionInput implements commands.ConcludeInspectionInput {
  @Field(() => String, { description: "Số kết luận." })
  @Text(NUMBER_CHARS)
  number!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  signedOn!: string;

  @Field(() => String)
  @LongText(5000)
  summary!: string;
}

@InputType()
export class PublishConclusionInput extends InspectionInput implements commands.PublishConclusionInput {
  @Field(() => [PublicationFormEnum])
  @Choices(PublicationFormEnum)
  forms!: PublicationForm[];

  @Field(() => String, { nullable: true, description: "The address of the publication on the portal." })
  @IsOptional()
  @IsUrl({ protocols: ["http", "https"], require_protocol: true })
  @OptionalText(500)
  address?: string | null;
}

@InputType()
export class StartImplementationInput extends InspectionInput implements commands.StartImplementationInput {
  @Field(() => String, { description: "The document by which the conclusion is carried out, as cited." })
  @Text(PAPER_CHARS)
  document!: string;
}

@InputType()
export class RecordCheckDoneInput extends InspectionInput implements commands.RecordCheckDoneInput {
  @Field(() => String, { description: "The minutes (biên bản kiểm tra), as cited." })
  @Text(PAPER_CHARS)
  minutes!: string;

  @Field(() => String)
  @LongText(5000)
  summary!: string;
}
