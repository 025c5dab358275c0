import { IsEnum, IsOptional } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type * as records from "../../commands/exhibitRecords.js";
import type * as commands from "../../commands/exhibits.js";
import type { SeizureGround, SeizureStatus } from "../../domain/exhibit/terms.js";
import type { SeizureFilter as Filter } from "../../projections/exhibitQueries.js";
import { GraphQLLocalDate, SanctionId, UnitId, ViolationCaseId, VndScalar } from "../shared/scalars.js";
import {
  Day,
  OptionalDay,
  OptionalMany,
  OptionalRef,
  OptionalText,
  OptionalVnd,
  Ref,
  Text,
  Texts,
  VndAmount,
} from "../shared/validation.js";
import { SeizureGroundEnum, SeizureStatusEnum } from "./enums.js";
import {
  ByDecisionFields,
  Copies,
  MAX_LINES,
  MAX_PERSONS,
  OptionalIsbn,
  OptionalYear,
  SeizureFields,
} from "./inputs.js";

// By a decision -------------------------------------------------------------------------------------------------------

@InputType()
export class ConfiscateExhibitsInput extends ByDecisionFields implements commands.ConfiscateExhibitsInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  confiscatedOn!: string;
}

@InputType()
export class DestroyExhibitsInput extends ByDecisionFields implements commands.DestroyExhibitsInput {
  @Field(() => [String], { description: "Hội đồng tiêu hủy: at least three members." })
  @Texts(MAX_PERSONS, 200)
  council!: string[];

  @Field(() => String, { description: "Số biên bản tiêu hủy." })
  @Text(60)
  minutesNumber!: string;

  @Field(() => String, { description: "How: shredded, burnt." })
  @Text(200)
  method!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  destroyedOn!: string;
}

@InputType()
export class TransferExhibitsInput extends ByDecisionFields implements commands.TransferExhibitsInput {
  @Field(() => String, { description: "Cơ quan tiếp nhận." })
  @Text(200)
  toBody!: string;

  @Field(() => String)
  @Text(200)
  document!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  transferredOn!: string;
}

@InputType()
export class SellExhibitsInput extends ByDecisionFields implements commands.SellExhibitsInput {
  @Field(() => VndScalar, { description: "Of the auction." })
  @VndAmount()
  proceeds!: string;

  @Field(() => String)
  @Text(200)
  document!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  soldOn!: string;
}

@InputType()
export class RevokeConfiscationInput extends SeizureFields implements commands.RevokeConfiscationInput {
  @Field(() => SanctionId, {
    description: "The decision that was annulled, or amended so that it confiscates no more.",
  })
  @Ref()
  sanctionId!: string;

  @Field(() => SanctionId, {
    nullable: true,
    description: "A decision that replaces it and confiscates the same. Absent: the copies come back into custody.",
  })
  @OptionalRef()
  carriedOverToId?: string | null;

  @Field(() => GraphQLLocalDate)
  @Day()
  revokedOn!: string;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

// The record ----------------------------------------------------------------------------------------------------------

@InputType()
export class SplitExhibitLotInput extends SeizureFields implements records.SplitExhibitLotInput {
  @Field(() => ID)
  @Ref()
  lineId!: string;

  @Field(() => Int, { description: "How many go into the new line." })
  @Copies()
  copies!: number;

  @Field(() => String)
  @Text(300)
  place!: string;

  @Field(() => String)
  @Text(200)
  custodian!: string;

  @Field(() => String, { nullable: true })
  @OptionalText(60)
  sealNumber?: string | null;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class MergeExhibitLotsInput extends SeizureFields implements records.MergeExhibitLotsInput {
  @Field(() => ID, { description: "The line that stays." })
  @Ref()
  lineId!: string;

  @Field(() => ID, { description: "The line that goes into it." })
  @Ref()
  fromLineId!: string;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType({ description: "What a line should have said; what is absent stays." })
export class LineCorrectionInput implements records.LineCorrectionInput {
  @Field(() => ID)
  @Ref()
  lineId!: string;

  @Field(() => String, { nullable: true })
  @OptionalText(300)
  title?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(200)
  author?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(200)
  publisher?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalIsbn()
  isbn?: string | null;

  @Field(() => Int, { nullable: true })
  @OptionalYear()
  year?: number | null;

  @Field(() => String, { nullable: true })
  @OptionalText(300)
  condition?: string | null;

  @Field(() => VndScalar, { nullable: true })
  @OptionalVnd()
  estimatedValue?: string | null;

  @Field(() => Int, { nullable: true, description: "The number that was seized." })
  @IsOptional()
  @Copies()
  copies?: number | null;
}

@InputType()
export class CorrectInventoryInput extends SeizureFields implements records.CorrectInventoryInput {
  @Field(() => String, { nullable: true })
  @OptionalText(60)
  minutesNumber?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(60)
  decisionNumber?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day in time moves with it." })
  @OptionalDay()
  seizedOn?: string | null;

  @Field(() => SeizureGroundEnum, { nullable: true })
  @IsOptional()
  @IsEnum(SeizureGroundEnum)
  grounds?: SeizureGround | null;

  @Field(() => [LineCorrectionInput], { nullable: true })
  @OptionalMany(MAX_LINES)
  lines?: LineCorrectionInput[] | null;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class VoidSeizureInput extends SeizureFields implements records.VoidSeizureInput {
  @Field(() => String)
  @Text(500)
  reason!: string;
}

// Lists -------------------------------------------------------------------------------------------------------------

@InputType()
export class SeizureFilter implements Filter {
  @Field(() => ViolationCaseId, { nullable: true })
  caseId?: string;

  @Field(() => UnitId, { nullable: true })
  unitId?: string;

  @Field(() => [SeizureStatusEnum], { nullable: true })
  statuses?: SeizureStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of seizure." })
  seizedFrom?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of seizure." })
  seizedTo?: string;

  @Field(() => String, {
    nullable: true,
    description: "A text that stands in the title of one of its lines, with or without Vietnamese marks.",
  })
  title?: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Copies are in custody, and the last day for that lies before this day.",
  })
  overdueOn?: string;
}
