import { IsBoolean, IsEnum, IsOptional, IsUrl, IsUUID } from "class-validator";
import { Field, InputType } from "type-graphql";
import type * as commands from "../../commands/visits.js";
import type {
  AnswerForm,
  DeclineGround,
  DocumentKind,
  DuplicateVerdict,
  VisitStatus,
  VisitTopic,
} from "../../domain/visit/terms.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLDateTime, GraphQLLocalDate, PressAgencyId, ReporterId, UnitId, VisitId } from "../shared/scalars.js";
import {
  Day,
  LongText,
  Many,
  One,
  OptionalDay,
  OptionalMany,
  OptionalMoment,
  OptionalOne,
  OptionalRefs,
  OptionalText,
  Ref,
  Refs,
  Text,
} from "../shared/validation.js";
import {
  AnswerFormEnum,
  DeclineGroundEnum,
  DocumentKindEnum,
  DuplicateVerdictEnum,
  VisitStatusEnum,
  VisitTopicEnum,
} from "./enums.js";

const MAX_HOSTS = 20;
const MAX_REPORTERS = 30;
const MAX_DOCUMENTS = 60;

@InputType({ description: "A document that a reporter showed." })
export class DocumentInput implements commands.DocumentInput {
  @Field(() => ReporterId)
  @Ref()
  reporterId!: string;

  @Field(() => DocumentKindEnum)
  @IsEnum(DocumentKindEnum)
  kind!: DocumentKind;

  @Field(() => String, { nullable: true, description: "Only its last three characters are kept." })
  @OptionalText(60)
  number?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Compulsory for a letter that is not in the registry.",
  })
  @OptionalDay()
  validTo?: string | null;
}

@InputType()
export class OutcomeInput implements commands.OutcomeInput {
  @Field(() => AnswerFormEnum)
  @IsEnum(AnswerFormEnum)
  answerForm!: AnswerForm;

  @Field(() => String)
  @LongText(2000)
  summary!: string;

  @Field(() => String, { nullable: true })
  @OptionalText(500)
  peopleMet?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  recordingAllowed?: boolean | null;
}

@InputType()
export class RegisterVisitInput extends CommandFields implements commands.RegisterVisitInput {
  @Field(() => [UnitId], { description: "The host units, the one in charge first." })
  @Refs(MAX_HOSTS)
  hostIds!: string[];

  @Field(() => [ReporterId], { description: "The reporters, the leading one first." })
  @Refs(MAX_REPORTERS)
  reporterIds!: string[];

  @Field(() => VisitTopicEnum)
  @IsEnum(VisitTopicEnum)
  topic!: VisitTopic;

  @Field(() => String)
  @Text(500)
  subject!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Given: an appointment for then. Absent: the reporters are here, or came at `occurredAt`.",
  })
  @OptionalMoment()
  appointmentAt?: Date | null;

  @Field(() => [DocumentInput], { nullable: true, description: "What they showed, if they came already." })
  @OptionalMany(MAX_DOCUMENTS)
  documents?: DocumentInput[] | null;

  @Field(() => OutcomeInput, { nullable: true, description: "The result, if the visit is over already." })
  @OptionalOne()
  outcome?: OutcomeInput | null;
}

@InputType()
abstract class VisitInput extends CommandFields implements commands.VisitInput {
  @Field(() => VisitId)
  @Ref()
  visitId!: string;
}

@InputType()
abstract class ReasonedVisitInput extends VisitInput implements commands.ReasonedVisitInput {
  @Field(() => String)
  @LongText(1000)
  reason!: string;
}

@InputType()
export class ConfirmVisitInput extends VisitInput {}

@InputType()
export class RecordArrivalInput extends VisitInput {}

@InputType()
export class StartVisitSessionInput extends VisitInput {}

@InputType()
export class CloseVisitInput extends VisitInput {}

@InputType()
export class RecordNoShowInput extends VisitInput {}

@InputType()
export class CancelVisitInput extends ReasonedVisitInput {}

@InputType()
export class VoidVisitInput extends ReasonedVisitInput {}

@InputType()
export class DeclineVisitInput extends ReasonedVisitInput implements commands.DeclineVisitInput {
  @Field(() => DeclineGroundEnum)
  @IsEnum(DeclineGroundEnum)
  ground!: DeclineGround;
}

@InputType()
export class RedirectVisitInput extends ReasonedVisitInput implements commands.RedirectVisitInput {
  @Field(() => UnitId)
  @Ref()
  toUnitId!: string;
}

@InputType()
export class CheckDocumentsInput extends VisitInput implements commands.CheckDocumentsInput {
  @Field(() => [DocumentInput])
  @Many(MAX_DOCUMENTS, 1)
  documents!: DocumentInput[];
}

@InputType()
export class RecordVisitOutcomeInput extends VisitInput implements commands.RecordOutcomeInput {
  @Field(() => OutcomeInput)
  @One()
  outcome!: OutcomeInput;
}

@InputType()
export class PromiseInformationInput extends VisitInput implements commands.PromiseInformationInput {
  @Field(() => String)
  @LongText(1000)
  what!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  dueOn!: string;
}

@InputType()
export class FulfilPromiseInput extends VisitInput implements commands.FulfilPromiseInput {
  @Field(() => String, { description: "The id of the promise, as the visit shows it." })
  @IsUUID()
  promiseId!: string;

  @Field(() => String)
  @LongText(1000)
  how!: string;
}

@InputType({ description: "What is absent stays as it is." })
export class AmendVisitInput extends ReasonedVisitInput implements commands.AmendVisitInput {
  @Field(() => [UnitId], { nullable: true })
  @OptionalRefs(MAX_HOSTS, 1)
  hostIds?: string[] | null;

  @Field(() => [ReporterId], { nullable: true })
  @OptionalRefs(MAX_REPORTERS, 1)
  reporterIds?: string[] | null;

  @Field(() => VisitTopicEnum, { nullable: true })
  @IsOptional()
  @IsEnum(VisitTopicEnum)
  topic?: VisitTopic | null;

  @Field(() => String, { nullable: true })
  @OptionalText(500)
  subject?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  @OptionalMoment()
  arrivedAt?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  @OptionalMoment()
  appointmentAt?: Date | null;

  @Field(() => [DocumentInput], {
    nullable: true,
    description:
      "What was shown, told again: needed when the reporters or the day change after the documents were checked.",
  })
  @OptionalMany(MAX_DOCUMENTS)
  documents?: DocumentInput[] | null;
}

@InputType()
export class JudgeVisitDuplicateInput extends ReasonedVisitInput implements commands.JudgeVisitDuplicateInput {
  @Field(() => VisitId)
  @Ref()
  otherVisitId!: string;

  @Field(() => DuplicateVerdictEnum, { description: "DUPLICATE voids `visitId`; `otherVisitId` stands." })
  @IsEnum(DuplicateVerdictEnum)
  verdict!: DuplicateVerdict;
}

@InputType()
export class LinkPressItemInput extends VisitInput implements commands.LinkPressItemInput {
  @Field(() => String)
  @IsUrl({ protocols: ["http", "https"], require_protocol: true })
  @Text(500)
  url!: string;

  @Field(() => String)
  @Text(500)
  title!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  publishedOn!: string;
}

@InputType()
export class ReportObstacleInput extends VisitInput implements commands.ReportObstacleInput {
  @Field(() => String)
  @LongText(2000)
  description!: string;
}

@InputType()
export class VisitFilter {
  @Field(() => UnitId, { nullable: true })
  hostId?: string;

  @Field(() => ReporterId, { nullable: true })
  reporterId?: string;

  @Field(() => PressAgencyId, { nullable: true })
  agencyId?: string;

  @Field(() => [VisitTopicEnum], { nullable: true })
  topics?: VisitTopic[];

  @Field(() => [VisitStatusEnum], { nullable: true })
  statuses?: VisitStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of visits." })
  from?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of visits." })
  to?: string;
}
