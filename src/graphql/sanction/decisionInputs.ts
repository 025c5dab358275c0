import { IsEnum, IsOptional, IsUUID, Matches } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type * as commands from "../../commands/sanctions.js";
import type { AnnulmentGround, DecisionKind, MeasureState } from "../../domain/sanction/terms.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, SanctionId, UnitId, ViolationCaseId } from "../shared/scalars.js";
import {
  Day,
  LongText,
  Many,
  One,
  OptionalDay,
  OptionalLongText,
  OptionalMany,
  OptionalOne,
  OptionalRef,
  OptionalText,
  Ref,
} from "../shared/validation.js";
import {
  AmendedMeasureInput,
  MAX_LINES,
  MAX_MEASURES,
  SanctionLineInput,
  SanctionMeasureInput,
  SignerInput,
} from "./contentInputs.js";
import {
  AnnulmentGroundEnum,
  DecisionKindEnum,
  MeasureStateEnum,
  type NO_FINE_GROUNDS,
  NoFineGroundEnum,
} from "./enums.js";

const NUMBER =
  "As on paper, for a decision entered late: `12`, `12a`. Absent: the next number of the issuer's register.";
const SYMBOL = "What stands after the number, e.g. `QĐ-XPVPHC`; absent: the usual symbol of such a paper.";

@InputType()
abstract class NumberedFields extends CommandFields implements commands.NumberedInput {
  @Field(() => String, { nullable: true, description: NUMBER })
  @IsOptional()
  @Matches(/^[1-9]\d{0,4}[a-z]?$/)
  number?: string | null;

  @Field(() => String, { nullable: true, description: SYMBOL })
  @OptionalText(40)
  symbol?: string | null;
}

@InputType({
  description: "The decision is signed on the day of `occurredAt`: that day's powers and year of numbers count.",
})
export class IssueSanctionInput extends NumberedFields implements commands.IssueSanctionInput {
  @Field(() => ViolationCaseId)
  @Ref()
  caseId!: string;

  @Field(() => ID, { description: "The party of the case that is sanctioned." })
  @IsUUID()
  partyId!: string;

  @Field(() => UnitId)
  @Ref()
  issuerId!: string;

  @Field(() => SignerInput)
  @One()
  signer!: SignerInput;

  @Field(() => DecisionKindEnum, { nullable: true, description: "SANCTION when absent." })
  @IsOptional()
  @IsEnum(DecisionKindEnum)
  kind?: DecisionKind | null;

  @Field(() => NoFineGroundEnum, { nullable: true, description: "Of a REMEDY_ONLY decision." })
  @IsOptional()
  @IsEnum(NoFineGroundEnum)
  noFineBecause?: (typeof NO_FINE_GROUNDS)[number] | null;

  @Field(() => SanctionId, { nullable: true, description: "The annulled decision that this one replaces." })
  @OptionalRef()
  replacesId?: string | null;

  @Field(() => [SanctionLineInput], {
    description: "One for each act; of publications without invoices, for each title.",
  })
  @Many(MAX_LINES, 1)
  lines!: SanctionLineInput[];

  @Field(() => [SanctionMeasureInput], { nullable: true })
  @OptionalMany(MAX_MEASURES)
  measures?: SanctionMeasureInput[] | null;
}

@InputType()
abstract class SanctionInput extends CommandFields implements commands.SanctionInput {
  @Field(() => SanctionId)
  @Ref()
  sanctionId!: string;
}

@InputType()
export class ServeSanctionInput extends SanctionInput implements commands.ServeSanctionInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  receivedOn!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Where the decision gives longer than the law." })
  @OptionalDay()
  executionDueOn?: string | null;
}

@InputType()
abstract class PaperInput extends NumberedFields implements commands.PaperInput {
  @Field(() => SanctionId)
  @Ref()
  sanctionId!: string;

  @Field(() => UnitId, { nullable: true, description: "Absent: the unit that issued the decision." })
  @OptionalRef()
  issuerId?: string | null;

  @Field(() => String)
  @LongText(1000)
  reason!: string;
}

@InputType()
export class CorrectSanctionInput extends PaperInput implements commands.CorrectSanctionInput {
  @Field(() => String, { description: "What was written wrong." })
  @LongText(1000)
  what!: string;

  @Field(() => String, { description: "How it reads now." })
  @LongText(1000)
  corrected!: string;
}

@InputType({ description: "The whole content as it is to be from now on." })
export class AmendSanctionInput extends PaperInput implements commands.AmendSanctionInput {
  @Field(() => SignerInput, {
    nullable: true,
    description: "Who signs the amendment; absent: who signed the decision, in the power of that day.",
  })
  @OptionalOne()
  signer?: SignerInput | null;

  @Field(() => [SanctionLineInput])
  @Many(MAX_LINES, 1)
  lines!: SanctionLineInput[];

  @Field(() => [AmendedMeasureInput], { nullable: true })
  @OptionalMany(MAX_MEASURES)
  measures?: AmendedMeasureInput[] | null;
}

@InputType()
export class AnnulSanctionInput extends PaperInput implements commands.AnnulSanctionInput {
  @Field(() => AnnulmentGroundEnum)
  @IsEnum(AnnulmentGroundEnum)
  ground!: AnnulmentGround;
}

@InputType()
export class RecordSanctionMeasureInput extends SanctionInput implements commands.RecordSanctionMeasureInput {
  @Field(() => ID, { description: "As the decision shows it." })
  @IsUUID()
  measureId!: string;

  @Field(() => MeasureStateEnum)
  @IsEnum(MeasureStateEnum)
  state!: MeasureState;

  @Field(() => GraphQLLocalDate, { nullable: true })
  @OptionalDay()
  doneOn?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalLongText(1000)
  note?: string | null;
}

@InputType()
export class SuspendSanctionExecutionInput extends SanctionInput implements commands.SuspendSanctionExecutionInput {
  @Field(() => GraphQLLocalDate, { description: "The first day." })
  @Day()
  from!: string;

  @Field(() => ID, { nullable: true, description: "The complaint for which it is." })
  @IsOptional()
  @IsUUID()
  complaintId?: string | null;

  @Field(() => String)
  @LongText(1000)
  reason!: string;
}

@InputType()
export class ResumeSanctionExecutionInput
  extends SuspendSanctionExecutionInput
  implements commands.ResumeSanctionExecutionInput {}
