import { IsEnum, IsOptional } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type * as commands from "../../commands/exhibits.js";
import type { CountDifference, DiscrepancyKind, SeizureExtensionKind } from "../../domain/exhibit/terms.js";
import { GraphQLLocalDate, SanctionId } from "../shared/scalars.js";
import { Count, Day, Many, OptionalRef, OptionalText, Ref, Refs, Text, Texts } from "../shared/validation.js";
import { CountDifferenceEnum, DiscrepancyKindEnum, SeizureExtensionEnum } from "./enums.js";
import { LineCopiesInput, MAX_COPIES, MAX_LINES, MAX_PERSONS, SeizureFields } from "./inputs.js";

@InputType()
export class ExtendSeizureInput extends SeizureFields implements commands.ExtendSeizureInput {
  @Field(() => SeizureExtensionEnum)
  @IsEnum(SeizureExtensionEnum)
  extension!: SeizureExtensionKind;

  @Field(() => String, { description: "Số quyết định gia hạn." })
  @Text(60)
  decisionNumber!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  extendedOn!: string;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType({ description: "What was found of a line; 0 if nothing was." })
export class LineCountInput {
  @Field(() => ID)
  @Ref()
  lineId!: string;

  @Field(() => Int)
  @Count(MAX_COPIES)
  copies!: number;
}

@InputType()
export class CountExhibitsInput extends SeizureFields implements commands.CountExhibitsInput {
  @Field(() => [LineCountInput], { description: "Of copies in custody, line by line." })
  @Many(MAX_LINES, 1)
  counts!: LineCountInput[];

  @Field(() => CountDifferenceEnum, { nullable: true, description: "Compulsory, with a reason, if a count differs." })
  @IsOptional()
  @IsEnum(CountDifferenceEnum)
  difference?: CountDifference | null;

  @Field(() => GraphQLLocalDate)
  @Day()
  countedOn!: string;

  @Field(() => String, { description: "Số biên bản kiểm đếm." })
  @Text(60)
  minutesNumber!: string;

  @Field(() => String, { nullable: true })
  @OptionalText(500)
  reason?: string | null;
}

@InputType()
export class MoveExhibitsInput extends SeizureFields implements commands.MoveExhibitsInput {
  @Field(() => [ID], { nullable: true, description: "Absent: all lines of which anything is held." })
  @IsOptional()
  @Refs(MAX_LINES)
  lineIds?: string[] | null;

  @Field(() => String)
  @Text(300)
  place!: string;

  @Field(() => String)
  @Text(200)
  custodian!: string;

  @Field(() => String, { description: "Số biên bản bàn giao." })
  @Text(200)
  document!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  movedOn!: string;
}

@InputType()
export class UnsealExhibitsInput extends SeizureFields implements commands.UnsealExhibitsInput {
  @Field(() => [ID])
  @Refs(MAX_LINES)
  lineIds!: string[];

  @Field(() => GraphQLLocalDate)
  @Day()
  unsealedOn!: string;

  @Field(() => String, { description: "Số biên bản mở niêm phong." })
  @Text(60)
  minutesNumber!: string;

  @Field(() => [String], { description: "Who was present." })
  @Texts(MAX_PERSONS, 200)
  present!: string[];

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class SealInput {
  @Field(() => ID)
  @Ref()
  lineId!: string;

  @Field(() => String)
  @Text(60)
  sealNumber!: string;
}

@InputType()
export class ResealExhibitsInput extends SeizureFields implements commands.ResealExhibitsInput {
  @Field(() => [SealInput])
  @Many(MAX_LINES, 1)
  seals!: SealInput[];

  @Field(() => GraphQLLocalDate)
  @Day()
  resealedOn!: string;

  @Field(() => String, { description: "Số biên bản niêm phong." })
  @Text(60)
  minutesNumber!: string;

  @Field(() => [String])
  @Texts(MAX_PERSONS, 200)
  present!: string[];
}

@InputType()
export class AnnounceUnclaimedExhibitsInput extends SeizureFields implements commands.AnnounceUnclaimedExhibitsInput {
  @Field(() => GraphQLLocalDate)
  @Day()
  announcedOn!: string;

  @Field(() => String, { description: "Where: the newspaper, the board of the office." })
  @Text(200)
  medium!: string;
}

@InputType()
export class ReturnExhibitsInput extends SeizureFields implements commands.ReturnExhibitsInput {
  @Field(() => [LineCopiesInput])
  @Many(MAX_LINES, 1)
  lines!: LineCopiesInput[];

  @Field(() => String, { description: "Người nhận lại." })
  @Text(200)
  returnedTo!: string;

  @Field(() => String, { description: "Quyết định, biên bản trả lại." })
  @Text(200)
  document!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  returnedOn!: string;
}

@InputType()
export class RecordExhibitDiscrepancyInput extends SeizureFields implements commands.RecordExhibitDiscrepancyInput {
  @Field(() => DiscrepancyKindEnum)
  @IsEnum(DiscrepancyKindEnum)
  kind!: DiscrepancyKind;

  @Field(() => SanctionId, {
    nullable: true,
    description: "Of copies that this decision had confiscated. Absent: of copies in custody.",
  })
  @OptionalRef()
  sanctionId?: string | null;

  @Field(() => [LineCopiesInput])
  @Many(MAX_LINES, 1)
  lines!: LineCopiesInput[];

  @Field(() => String)
  @Text(60)
  minutesNumber!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  foundOn!: string;

  @Field(() => String)
  @Text(500)
  reason!: string;
}
