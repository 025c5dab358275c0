import { IsEnum } from "class-validator";
import { Field, InputType } from "type-graphql";
import type * as commands from "../../commands/sanctionFines.js";
import type { CoerciveMeasure, LapseGround } from "../../domain/sanction/terms.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, SanctionId, VndScalar } from "../shared/scalars.js";
import {
  Day,
  LongText,
  Many,
  One,
  OptionalDay,
  OptionalText,
  OptionalVnd,
  Ref,
  Text,
  VndAmount,
} from "../shared/validation.js";
import { CoerciveMeasureEnum, LapseGroundEnum } from "./enums.js";

/** More than any law allows; how many it does allow is the domain's to say. */
const MAX_INSTALMENTS = 12;

@InputType()
abstract class FineInput extends CommandFields {
  @Field(() => SanctionId)
  @Ref()
  sanctionId!: string;
}

@InputType()
abstract class DocumentedFineInput extends FineInput {
  @Field(() => String, { description: "Số, ngày của văn bản." })
  @Text(200)
  document!: string;
}

@InputType({ description: "Biên lai, chứng từ nộp tiền." })
export class FineReceiptInput implements commands.ReceiptInput {
  @Field(() => String)
  @Text(60)
  number!: string;

  @Field(() => String)
  @Text(200)
  issuedBy!: string;

  @Field(() => VndScalar, { description: "What the receipt is over, for all the decisions that it pays for." })
  @VndAmount()
  total!: string;
}

@InputType()
export class RecordFinePaymentInput extends FineInput implements commands.RecordFinePaymentInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  paidOn!: string;

  @Field(() => VndScalar, { description: "What of the receipt is paid on this decision: to the fine first." })
  @VndAmount()
  amount!: string;

  @Field(() => FineReceiptInput)
  @One()
  receipt!: FineReceiptInput;

  @Field(() => String, { nullable: true, description: "Who paid, if it was not the offender." })
  @OptionalText(200)
  paidBy?: string | null;
}

@InputType()
export class RecordFineRefundInput extends DocumentedFineInput implements commands.RecordFineRefundInput {
  @Field(() => VndScalar)
  @VndAmount()
  amount!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  refundedOn!: string;
}

@InputType()
export class GrantFinePostponementInput extends DocumentedFineInput implements commands.GrantFinePostponementInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  from!: string;

  @Field(() => GraphQLLocalDate, { description: "The last day." })
  @Day()
  to!: string;
}

@InputType()
export class FineInstalmentInput implements commands.InstalmentInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  dueOn!: string;

  @Field(() => VndScalar)
  @VndAmount()
  amount!: string;
}

@InputType()
export class GrantFineInstalmentsInput extends DocumentedFineInput implements commands.GrantFineInstalmentsInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  grantedOn!: string;

  @Field(() => [FineInstalmentInput], { description: "In the order in which they are due." })
  @Many(MAX_INSTALMENTS, 1)
  instalments!: FineInstalmentInput[];
}

@InputType()
export class RequestFineReductionInput extends FineInput implements commands.RequestFineReductionInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  requestedOn!: string;

  @Field(() => String)
  @LongText(2000)
  requestText!: string;
}

@InputType()
export class RefuseFineReductionInput extends DocumentedFineInput implements commands.RefuseFineReductionInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  refusedOn!: string;
}

@InputType()
export class GrantFineReductionInput extends DocumentedFineInput implements commands.GrantFineReductionInput {
  @Field(() => VndScalar, { nullable: true, description: "Absent: all that remains, an exemption (miễn)." })
  @OptionalVnd()
  by?: string | null;

  @Field(() => GraphQLLocalDate)
  @Day()
  grantedOn!: string;
}

@InputType()
export class StartFineEnforcementInput extends DocumentedFineInput implements commands.StartFineEnforcementInput {
  @Field(() => CoerciveMeasureEnum)
  @IsEnum(CoerciveMeasureEnum)
  measure!: CoerciveMeasure;

  @Field(() => GraphQLLocalDate)
  @Day()
  startedOn!: string;
}

@InputType()
export class RecordFineEvasionInput extends FineInput implements commands.RecordFineEvasionInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  from!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day; absent: it still goes on." })
  @OptionalDay()
  to?: string | null;

  @Field(() => String)
  @LongText(1000)
  note!: string;
}

@InputType()
export class RecordFineLapseInput extends FineInput implements commands.RecordFineLapseInput {
  @Field(() => LapseGroundEnum)
  @IsEnum(LapseGroundEnum)
  ground!: LapseGround;

  @Field(() => GraphQLLocalDate)
  @Day()
  lapsedOn!: string;
}
