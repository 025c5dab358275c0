import { IsEnum } from "class-validator";
import { Field, InputType } from "type-graphql";
import type * as commands from "../../commands/violationCases.js";
import type { ClosingGround, ExplanationForm } from "../../domain/violationCase/terms.js";
import { GraphQLLocalDate, UnitId } from "../shared/scalars.js";
import { Day, LongText, OptionalDay, Ref, Text } from "../shared/validation.js";
import { ClosingGroundEnum, ExplanationFormEnum } from "./enums.js";
import { CaseInput, CasePartyOnlyInput, ReasonedCaseInput } from "./inputs.js";

@InputType()
export class NotifyRightToExplainInput extends CaseInput implements commands.NotifyRightToExplainInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  notifiedOn!: string;
}

@InputType()
export class SubmitExplanationInput extends CasePartyOnlyInput implements commands.SubmitExplanationInput {
  @Field(() => ExplanationFormEnum)
  @IsEnum(ExplanationFormEnum)
  form!: ExplanationForm;

  @Field(() => GraphQLLocalDate, { description: "When it came in, or was heard." })
  @Day()
  submittedOn!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "When the hearing was asked for; compulsory for ORAL.",
  })
  @OptionalDay()
  requestedOn?: string | null;

  @Field(() => String)
  @LongText(4000)
  summary!: string;
}

@InputType()
export class ExtendExplanationInput extends ReasonedCaseInput {}

@InputType()
export class WaiveExplanationInput extends CasePartyOnlyInput {}

@InputType()
export class RequestVerificationInput extends CaseInput implements commands.RequestVerificationInput {
  @Field(() => String, { description: "What is to be verified." })
  @LongText(1000)
  what!: string;
}

@InputType()
export class MarkComplexInput extends ReasonedCaseInput {}

@InputType()
export class TransferCaseInput extends ReasonedCaseInput implements commands.TransferCaseInput {
  @Field(() => UnitId)
  @Ref()
  toUnitId!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  transferredOn!: string;
}

@InputType()
export class TransferToProsecutionInput extends CaseInput implements commands.TransferToProsecutionInput {
  @Field(() => String, { description: "Cơ quan tiến hành tố tụng." })
  @Text(300)
  body!: string;

  @Field(() => String, { description: "The number and day of the paper with which the file was handed over." })
  @Text(200)
  document!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  transferredOn!: string;
}

@InputType()
export class ReturnFromProsecutionInput extends CaseInput implements commands.ReturnFromProsecutionInput {
  @Field(() => String, { description: "E.g. the decision not to prosecute." })
  @Text(200)
  document!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  returnedOn!: string;
}

@InputType()
export class CloseCaseInput extends ReasonedCaseInput implements commands.CloseCaseInput {
  @Field(() => ClosingGroundEnum)
  @IsEnum(ClosingGroundEnum)
  ground!: ClosingGround;

  @Field(() => GraphQLLocalDate)
  @Day()
  closedOn!: string;
}

@InputType()
export class ReopenCaseInput extends ReasonedCaseInput {}

@InputType()
export class VoidCaseInput extends ReasonedCaseInput {}
