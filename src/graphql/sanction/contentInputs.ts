import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Max, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type * as content from "../../commands/sanctionLines.js";
import type { RemedyKind, SignerPost } from "../../domain/law/terms.js";
import type { Circumstance } from "../../domain/sanction/terms.js";
import { RemedyKindEnum, SignerPostEnum } from "../law/enums.js";
import { GraphQLLocalDate, SeizureId, VndScalar } from "../shared/scalars.js";
import {
  Choices,
  Day,
  Many,
  OptionalDay,
  OptionalLongText,
  OptionalMany,
  OptionalOne,
  OptionalRefs,
  OptionalVnd,
  Text,
} from "../shared/validation.js";
import { CircumstanceEnum, OrderedMeasureKindEnum } from "./enums.js";

/** A decision names at most so many acts: an inspection of a large store may find some hundred titles. */
export const MAX_LINES = 500;
export const MAX_MEASURES = 50;
const MAX_SEIZURES = 50;
const MAX_MONTHS = 120;

@InputType({ description: "Quyết định giao quyền." })
export class SigningDelegationInput {
  @Field(() => String)
  @Text(60)
  number!: string;

  @Field(() => GraphQLLocalDate)
  @Day()
  decidedOn!: string;
}

@InputType()
export class SignerInput implements content.SignerInput {
  @Field(() => String)
  @Text(200)
  name!: string;

  @Field(() => SignerPostEnum)
  @IsEnum(SignerPostEnum)
  post!: SignerPost;

  @Field(() => SigningDelegationInput, { nullable: true, description: "Absent: in the signer's own power." })
  @OptionalOne()
  delegation?: SigningDelegationInput | null;
}

@InputType({ description: "One act of the minutes. The law of its day is looked up; only what is decided is given." })
export class SanctionLineInput implements content.SanctionLineInput {
  @Field(() => ID, { description: "The act as the case has it." })
  @IsUUID()
  violationId!: string;

  @Field(() => VndScalar, { nullable: true, description: "Absent: the average of the frame." })
  @OptionalVnd()
  amount?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Phạt cảnh cáo, instead of a fine." })
  @IsOptional()
  @IsBoolean()
  warning?: boolean | null;

  @Field(() => [CircumstanceEnum], { nullable: true })
  @IsOptional()
  @Choices(CircumstanceEnum, 0)
  circumstances?: Circumstance[] | null;
}

@InputType({ description: "What is ordered besides the fine." })
export class SanctionMeasureInput implements content.SanctionMeasureInput {
  @Field(() => OrderedMeasureKindEnum)
  @IsEnum(OrderedMeasureKindEnum)
  kind!: content.SanctionMeasureInput["kind"];

  @Field(() => RemedyKindEnum, { nullable: true, description: "Of a remedy." })
  @IsOptional()
  @IsEnum(RemedyKindEnum)
  remedy?: RemedyKind | null;

  @Field(() => Int, { nullable: true, description: "Of a suspension." })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_MONTHS)
  months?: number | null;

  @Field(() => [SeizureId], { nullable: true, description: "Of a confiscation." })
  @OptionalRefs(MAX_SEIZURES)
  seizureIds?: string[] | null;

  @Field(() => String, { nullable: true })
  @OptionalLongText(1000)
  description?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  @OptionalDay()
  dueOn?: string | null;
}

@InputType({ description: "What is ordered besides the fine: what stays as it is, and what is new." })
export class AmendedMeasureInput extends SanctionMeasureInput implements content.AmendedMeasureInput {
  @Field(() => ID, { nullable: true, description: "Of a measure that was ordered already and stays." })
  @IsOptional()
  @IsUUID()
  measureId?: string | null;
}

@InputType({ description: "The whole content as it is from now on." })
export class AmendedContentInput implements content.AmendedContentInput {
  @Field(() => [SanctionLineInput])
  @Many(MAX_LINES, 1)
  lines!: SanctionLineInput[];

  @Field(() => [AmendedMeasureInput], { nullable: true })
  @OptionalMany(MAX_MEASURES)
  measures?: AmendedMeasureInput[] | null;
}
