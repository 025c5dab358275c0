import { IsBoolean, IsEnum, IsISBN, IsOptional, Max, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type { SeizureInput as Seizure } from "../../commands/exhibitParts.js";
import type * as commands from "../../commands/exhibits.js";
import { MOST_COPIES } from "../../domain/exhibit/quantities.js";
import type { ExhibitUnit, SeizureGround } from "../../domain/exhibit/terms.js";
import { CommandFields } from "../shared/command.js";
import { applyDecorators } from "../shared/decorators.js";
import { GraphQLLocalDate, SanctionId, SeizureId, UnitId, ViolationCaseId, VndScalar } from "../shared/scalars.js";
import { Count, Day, Many, OptionalText, OptionalVnd, Ref, Text } from "../shared/validation.js";
import { ExhibitUnitEnum, SeizureGroundEnum } from "./enums.js";

export const MAX_LINES = 200;
export const MAX_COPIES = MOST_COPIES;
export const MAX_PERSONS = 20;
const FIRST_PRINTED = 1800;
const LAST_PRINTED = 2200;

/** A number of copies, at least one. */
export const Copies = (): PropertyDecorator => applyDecorators(Count(MAX_COPIES), Min(1));
export const OptionalYear = (): PropertyDecorator =>
  applyDecorators(IsOptional(), Count(), Min(FIRST_PRINTED), Max(LAST_PRINTED));
export const OptionalIsbn = (): PropertyDecorator => applyDecorators(IsOptional(), IsISBN());

// Seize -------------------------------------------------------------------------------------------------------------

@InputType({ description: "One line of the inventory (bảng kê tang vật): one title, or another kind of thing." })
export class ExhibitLineInput implements commands.ExhibitLineInput {
  @Field(() => String)
  @Text(300)
  title!: string;

  @Field(() => String, { nullable: true })
  @OptionalText(200)
  author?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(200)
  publisher?: string | null;

  @Field(() => String, { nullable: true, description: "ISBN-10 or ISBN-13." })
  @OptionalIsbn()
  isbn?: string | null;

  @Field(() => Int, { nullable: true, description: "Of publication, as printed." })
  @OptionalYear()
  year?: number | null;

  @Field(() => ExhibitUnitEnum, { defaultValue: "COPY" })
  @IsEnum(ExhibitUnitEnum)
  unit!: ExhibitUnit;

  @Field(() => Int, { description: "How many copies, sheets or items." })
  @Copies()
  copies!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Not counted yet (“about 2,600”): they are counted before they are returned or confiscated.",
  })
  @IsBoolean()
  estimated!: boolean;

  @Field(() => String, { description: "Tình trạng." })
  @Text(300)
  condition!: string;

  @Field(() => VndScalar, { nullable: true, description: "Of all the copies of the line together." })
  @OptionalVnd()
  estimatedValue?: string | null;

  @Field(() => String, { nullable: true, description: "Số niêm phong. Absent: not sealed." })
  @OptionalText(60)
  sealNumber?: string | null;
}

@InputType()
export class SeizeExhibitsInput extends CommandFields implements commands.SeizeExhibitsInput {
  @Field(() => ViolationCaseId)
  @Ref()
  caseId!: string;

  @Field(() => UnitId, { description: "The unit that seizes and has custody; its figure it is." })
  @Ref()
  unitId!: string;

  @Field(() => SeizureGroundEnum)
  @IsEnum(SeizureGroundEnum)
  grounds!: SeizureGround;

  @Field(() => String, { description: "Số biên bản tạm giữ." })
  @Text(60)
  minutesNumber!: string;

  @Field(() => String, { description: "Số quyết định tạm giữ." })
  @Text(60)
  decisionNumber!: string;

  @Field(() => GraphQLLocalDate, { description: "The day of the actual seizure, from which its time runs." })
  @Day()
  seizedOn!: string;

  @Field(() => [ExhibitLineInput], { description: `The inventory; at most ${MAX_LINES} lines.` })
  @Many(MAX_LINES, 1)
  lines!: ExhibitLineInput[];

  @Field(() => String, { description: "Nơi tạm giữ, bảo quản." })
  @Text(300)
  place!: string;

  @Field(() => String, { description: "Người bảo quản." })
  @Text(200)
  custodian!: string;
}

// What the others have in common ------------------------------------------------------------------------------------

@InputType()
export abstract class SeizureFields extends CommandFields implements Seizure {
  @Field(() => SeizureId)
  @Ref()
  seizureId!: string;
}

@InputType({ description: "Some copies of a line." })
export class LineCopiesInput {
  @Field(() => ID, { description: "As the line's `id` gives it." })
  @Ref()
  lineId!: string;

  @Field(() => Int)
  @Copies()
  copies!: number;
}

/** What is done by a sanction decision. */
@InputType()
export abstract class ByDecisionFields extends SeizureFields {
  @Field(() => SanctionId, { description: "The decision that confiscates them." })
  @Ref()
  sanctionId!: string;

  @Field(() => [LineCopiesInput])
  @Many(MAX_LINES, 1)
  lines!: LineCopiesInput[];
}
