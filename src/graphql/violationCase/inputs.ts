import { IsBoolean, IsEnum, IsOptional, IsUUID } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import type * as commands from "../../commands/violationCases.js";
import type { SubjectKind } from "../../domain/law/terms.js";
import type { CaseProcedure, MinorAge } from "../../domain/violationCase/terms.js";
import { SubjectKindEnum } from "../law/enums.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, InspectionId, UnitId, ViolationCaseId } from "../shared/scalars.js";
import {
  Count,
  Day,
  LongText,
  Many,
  OptionalCount,
  OptionalDay,
  OptionalMany,
  OptionalRef,
  OptionalRefs,
  OptionalText,
  Ref,
  Text,
} from "../shared/validation.js";
import { CaseProcedureEnum, MinorAgeEnum } from "./enums.js";

const MAX_PARTIES = 20;
const MAX_VIOLATIONS = 100;
const MAX_COPIES_OF_MINUTES = 20;

@InputType({ description: "Whom the case is about (cá nhân, tổ chức vi phạm)." })
export class CasePartyInput implements commands.CasePartyInput {
  @Field(() => SubjectKindEnum, { description: "UNKNOWN: nobody is known; then it is the only party." })
  @IsEnum(SubjectKindEnum)
  kind!: SubjectKind;

  @Field(() => String, { nullable: true, description: "Compulsory unless UNKNOWN." })
  @OptionalText(300)
  name?: string | null;

  @Field(() => String, { nullable: true, description: "Of an identity card; only its last three characters are kept." })
  @OptionalText(30)
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: "Mã số thuế, mã số doanh nghiệp, hộ kinh doanh." })
  @OptionalText(30)
  taxCode?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(300)
  address?: string | null;

  @Field(() => MinorAgeEnum, { nullable: true, description: "For an individual who is a minor." })
  @IsOptional()
  @IsEnum(MinorAgeEnum)
  minor?: MinorAge | null;
}

@InputType()
abstract class ActInput implements commands.ActInput {
  @Field(() => String, {
    description: "The violation's code, as the law has it on the day of the act, e.g. `119.29.2`.",
  })
  @Text(40)
  code!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "When the act ended; absent: it was still going on when it was detected.",
  })
  @OptionalDay()
  actEndedOn?: string | null;

  @Field(() => String, { nullable: true, description: "Tên xuất bản phẩm: one violation for each title." })
  @OptionalText(500)
  title?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of that title; where the code is for a band of copies, it decides.",
  })
  @OptionalCount()
  copies?: number | null;

  @Field(() => String)
  @LongText(2000)
  description!: string;
}

@InputType({ description: "A violation dealt with on the spot." })
export class OnTheSpotViolationInput extends ActInput {
  @Field(() => Int, { description: "Whose it is: the place in `parties`, from 0." })
  @Count(MAX_PARTIES - 1)
  party!: number;
}

@InputType()
export class RecordViolationCaseInput extends CommandFields implements commands.RecordViolationCaseInput {
  @Field(() => UnitId, { description: "The unit that handles it (đơn vị thụ lý)." })
  @Ref()
  unitId!: string;

  @Field(() => InspectionId, { nullable: true, description: "The inspection or check in which it was found." })
  @OptionalRef()
  inspectionId?: string | null;

  @Field(() => GraphQLLocalDate, { description: "Ngày phát hiện." })
  @Day()
  detectedOn!: string;

  @Field(() => String, { description: "What was found." })
  @LongText(2000)
  detected!: string;

  @Field(() => CaseProcedureEnum, { defaultValue: "WITH_MINUTES" })
  @IsEnum(CaseProcedureEnum)
  procedure!: CaseProcedure;

  @Field(() => [CasePartyInput])
  @Many(MAX_PARTIES, 1)
  parties!: CasePartyInput[];

  @Field(() => [OnTheSpotViolationInput], {
    nullable: true,
    description: "Only of a case dealt with on the spot; otherwise they stand in the minutes.",
  })
  @OptionalMany(MAX_VIOLATIONS)
  violations?: OnTheSpotViolationInput[] | null;
}

@InputType()
export abstract class CaseInput extends CommandFields implements commands.CaseInput {
  @Field(() => ViolationCaseId)
  @Ref()
  caseId!: string;
}

@InputType()
export abstract class ReasonedCaseInput extends CaseInput implements commands.ReasonedCaseInput {
  @Field(() => String)
  @LongText(1000)
  reason!: string;
}

@InputType()
export abstract class CasePartyOnlyInput extends CaseInput implements commands.CasePartyOnlyInput {
  @Field(() => String, { description: "The id of the party, as the case shows it." })
  @IsUUID()
  partyId!: string;
}

@InputType()
export class MinutedViolationInput extends ActInput implements commands.MinutedActInput {
  @Field(() => String, { description: "Whose it is: the id of the party, as the case shows it." })
  @IsUUID()
  partyId!: string;
}

@InputType()
export class DrawUpMinutesInput extends CaseInput implements commands.DrawUpMinutesInput {
  @Field(() => String, { description: "Số biên bản." })
  @Text(60)
  number!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  madeOn!: string;

  @Field(() => String, { description: "Người lập biên bản." })
  @Text(200)
  madeBy!: string;

  @Field(() => Int, { description: "In how many copies; at least two." })
  @Count(MAX_COPIES_OF_MINUTES)
  copies!: number;

  @Field(() => Boolean)
  @IsBoolean()
  offenderSigned!: boolean;

  @Field(() => String, { nullable: true, description: "Compulsory when the offender did not sign." })
  @OptionalText(500)
  refusalReason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The commune's representative or a witness; compulsory when the offender did not sign.",
  })
  @OptionalText(200)
  witness?: string | null;

  @Field(() => [MinutedViolationInput])
  @Many(MAX_VIOLATIONS, 1)
  violations!: MinutedViolationInput[];

  @Field(() => Boolean, {
    description: "The minutes tell of the right to explain and its period (quyền và thời hạn giải trình).",
  })
  @IsBoolean()
  explanationStated!: boolean;
}

@InputType()
export class VerifiedPartyInput extends CasePartyInput implements commands.VerifiedPartyInput {
  @Field(() => String)
  @IsUUID()
  partyId!: string;
}

@InputType()
export class VerifiedViolationInput extends MinutedViolationInput implements commands.VerifiedActInput {
  @Field(() => String)
  @IsUUID()
  violationId!: string;
}

@InputType({
  description: "What the minutes got wrong is told by a verification record; what it does not name stands.",
})
export class AddVerificationRecordInput extends ReasonedCaseInput implements commands.AddVerificationRecordInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  madeOn!: string;

  @Field(() => String)
  @Text(200)
  madeBy!: string;

  @Field(() => String, { description: "What it corrects." })
  @LongText(2000)
  corrects!: string;

  @Field(() => [VerifiedPartyInput], {
    nullable: true,
    description: "Parties that are others than recorded, told whole.",
  })
  @OptionalMany(MAX_PARTIES)
  parties?: VerifiedPartyInput[] | null;

  @Field(() => [MinutedViolationInput], { nullable: true })
  @OptionalMany(MAX_VIOLATIONS)
  added?: MinutedViolationInput[] | null;

  @Field(() => [VerifiedViolationInput], { nullable: true, description: "Told whole." })
  @OptionalMany(MAX_VIOLATIONS)
  changed?: VerifiedViolationInput[] | null;

  @Field(() => [String], { nullable: true, description: "Ids of violations that were none." })
  @OptionalRefs(MAX_VIOLATIONS)
  removed?: string[] | null;
}
