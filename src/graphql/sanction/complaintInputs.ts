import { IsBoolean, IsEnum, IsOptional, IsUUID } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type * as commands from "../../commands/sanctionComplaints.js";
import type { ComplaintRejection, ComplaintResult, ComplaintStage } from "../../domain/sanction/terms.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, SanctionId } from "../shared/scalars.js";
import { Day, LongText, OptionalOne, Ref, Text } from "../shared/validation.js";
import { AmendedContentInput } from "./contentInputs.js";
import { ComplaintRejectionEnum, ComplaintResultEnum, ComplaintStageEnum } from "./enums.js";

@InputType()
export class LodgeComplaintInput extends CommandFields implements commands.LodgeComplaintInput {
  @Field(() => SanctionId)
  @Ref()
  sanctionId!: string;

  @Field(() => ComplaintStageEnum)
  @IsEnum(ComplaintStageEnum)
  stage!: ComplaintStage;

  @Field(() => GraphQLLocalDate)
  @Day()
  lodgedOn!: string;

  @Field(() => String, { description: "Người khiếu nại, người khởi kiện." })
  @Text(200)
  lodgedBy!: string;

  @Field(() => String)
  @LongText(4000)
  grounds!: string;
}

@InputType()
abstract class ComplaintInput extends CommandFields implements commands.ComplaintInput {
  @Field(() => SanctionId, { description: "The decision that it is about." })
  @Ref()
  sanctionId!: string;

  @Field(() => ID, { description: "As the decision shows it." })
  @IsUUID()
  complaintId!: string;
}

@InputType()
export class AcceptComplaintInput extends ComplaintInput implements commands.AcceptComplaintInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  acceptedOn!: string;

  @Field(() => Boolean, { nullable: true, description: "Vụ việc phức tạp: it has longer to be resolved." })
  @IsOptional()
  @IsBoolean()
  complex?: boolean | null;
}

@InputType()
export class RejectComplaintInput extends ComplaintInput implements commands.RejectComplaintInput {
  @Field(() => ComplaintRejectionEnum)
  @IsEnum(ComplaintRejectionEnum)
  ground!: ComplaintRejection;

  @Field(() => GraphQLLocalDate)
  @Day()
  rejectedOn!: string;

  @Field(() => String)
  @LongText(1000)
  reason!: string;
}

@InputType()
export class WithdrawComplaintInput extends ComplaintInput implements commands.WithdrawComplaintInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  withdrawnOn!: string;

  @Field(() => String)
  @LongText(1000)
  reason!: string;
}

@InputType()
export class ResolveComplaintInput extends ComplaintInput implements commands.ResolveComplaintInput {
  @Field(() => ComplaintResultEnum)
  @IsEnum(ComplaintResultEnum)
  result!: ComplaintResult;

  @Field(() => GraphQLLocalDate)
  @Day()
  resolvedOn!: string;

  @Field(() => String, { description: "Number and day of the resolution or the judgment." })
  @Text(200)
  document!: string;

  @Field(() => String)
  @LongText(1000)
  reason!: string;

  @Field(() => AmendedContentInput, { nullable: true, description: "For AMENDED: the content as it is from now on." })
  @OptionalOne()
  amended?: AmendedContentInput | null;
}
