import { IsEnum, IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";
import type {
  AmendPressCardInput as AmendCard,
  AmendReporterInput as Amend,
  MergeReporterInput as Merge,
  NewPressCardInput as NewCard,
  RecordIntroductionLetterInput as Letter,
  RecordPressCardInput as Card,
  RecordPressCardWithdrawalInput as Withdrawal,
  RegisterReporterInput as Register,
  TransferReporterInput as Transfer,
} from "../../commands/reporters.js";
import type { ReporterKind } from "../../domain/reporter/reporter.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, PressAgencyId, ReporterId, UnitId } from "../shared/scalars.js";
import { Day, LongText, One, OptionalOne, OptionalText, Ref, Refs, Text } from "../shared/validation.js";
import { ReporterKindEnum } from "./types.js";

const MAX_ADDRESSEES = 200;
const MAX_NUMBER = 40;
const MAX_ISSUE = 40;
const MAX_NAME = 100;

@InputType({ description: "A press card (thẻ nhà báo), as printed." })
export class NewPressCardInput implements NewCard {
  @Field(() => String, { description: "Blanks and capitals do not matter." })
  @Text(MAX_NUMBER)
  number!: string;

  @Field(() => String, { description: "Kỳ hạn, as printed: `2016-2020`." })
  @Text(MAX_ISSUE)
  issue!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  issuedOn!: string;

  @Field(() => GraphQLLocalDate, { description: "The last day on which it is valid." })
  @Day()
  validTo!: string;
}

@InputType()
export class RegisterReporterInput extends CommandFields implements Register {
  @Field(() => String)
  @Text(MAX_NAME)
  name!: string;

  @Field(() => ReporterKindEnum)
  @IsEnum(ReporterKindEnum)
  kind!: ReporterKind;

  @Field(() => PressAgencyId)
  @Ref()
  agencyId!: string;

  @Field(() => GraphQLLocalDate, { description: "From when the reporter works for this agency, as far as is known." })
  @Day()
  since!: string;

  @Field(() => NewPressCardInput, { nullable: true })
  @OptionalOne()
  card?: NewPressCardInput | null;
}

@InputType()
abstract class ReporterFields extends CommandFields {
  @Field(() => ReporterId)
  @Ref()
  reporterId!: string;
}

@InputType({ description: "A correction (đính chính): what is left out stays as it is." })
export class AmendReporterInput extends ReporterFields implements Amend {
  @Field(() => String, { nullable: true })
  @OptionalText(MAX_NAME)
  name?: string | null;

  @Field(() => ReporterKindEnum, { nullable: true })
  @IsOptional()
  @IsEnum(ReporterKindEnum)
  kind?: ReporterKind | null;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class RecordPressCardInput extends ReporterFields implements Card {
  @Field(() => String, { description: "Blanks and capitals do not matter." })
  @Text(MAX_NUMBER)
  number!: string;

  @Field(() => String, { description: "Kỳ hạn, as printed: `2016-2020`." })
  @Text(MAX_ISSUE)
  issue!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  issuedOn!: string;

  @Field(() => GraphQLLocalDate, { description: "The last day on which it is valid." })
  @Day()
  validTo!: string;
}

@InputType({ description: "A correction (đính chính): `card` is the whole card, as printed." })
export class AmendPressCardInput extends ReporterFields implements AmendCard {
  @Field(() => String, { description: "The number under which the card is recorded so far." })
  @Text(MAX_NUMBER)
  number!: string;

  @Field(() => NewPressCardInput)
  @One()
  card!: NewPressCardInput;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class RecordPressCardWithdrawalInput extends ReporterFields implements Withdrawal {
  @Field(() => String)
  @Text(MAX_NUMBER)
  number!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  withdrawnOn!: string;

  @Field(() => String, { description: "The decision on which it rests (căn cứ), as cited." })
  @Text(300)
  legalBasis!: string;
}

@InputType()
export class RecordIntroductionLetterInput extends ReporterFields implements Letter {
  @Field(() => String)
  @Text(MAX_NUMBER)
  number!: string;

  @Field(() => PressAgencyId, { description: "The agency that issued it." })
  @Ref()
  agencyId!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  issuedOn!: string;

  @Field(() => GraphQLLocalDate, { description: "The last day on which it is valid." })
  @Day()
  validTo!: string;

  @Field(() => [UnitId], { description: "The units to which it is addressed; a clerk's own must be among them." })
  @Refs(MAX_ADDRESSEES)
  unitIds!: string[];

  @Field(() => String, { description: "Nội dung làm việc." })
  @LongText(2000)
  content!: string;
}

@InputType()
export class TransferReporterInput extends ReporterFields implements Transfer {
  @Field(() => PressAgencyId)
  @Ref()
  toAgencyId!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  effectiveOn!: string;
}

@InputType({ description: "`reporterId` is the duplicate; `intoId` is the entry that goes on." })
export class MergeReporterInput extends ReporterFields implements Merge {
  @Field(() => ReporterId)
  @Ref()
  intoId!: string;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class ReporterFilter {
  @Field(() => PressAgencyId, { nullable: true, description: "Who works for this agency on `agencyOn`." })
  agencyId?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "If absent, the day of the answer's basis." })
  agencyOn?: string;

  @Field(() => [ReporterKindEnum], { nullable: true })
  kinds?: ReporterKind[];

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Only who holds a press card that is valid on this day.",
  })
  hasCardValidOn?: string;

  @Field(() => Boolean, { nullable: true, description: "Duplicates too; they are left out otherwise." })
  includeMerged?: boolean;
}
