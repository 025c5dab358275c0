import { IsEnum } from "class-validator";
import { Field, InputType } from "type-graphql";
import type {
  ClosePressAgencyInput as Close,
  MergePressAgencyInput as Merge,
  RegisterPressAgencyInput as Register,
  ReinstatePressAgencyInput as Reinstate,
  RenamePressAgencyInput as Rename,
  SuspendPressAgencyInput as Suspend,
} from "../../commands/pressAgencies.js";
import type { PressAgencyKind, PressAgencyLevel, PressAgencyStatus } from "../../domain/pressAgency/pressAgency.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, PressAgencyId } from "../shared/scalars.js";
import { Choices, Day, OptionalDay, OptionalText, Ref, Text } from "../shared/validation.js";
import { PressAgencyKindEnum, PressAgencyLevelEnum, PressAgencyStatusEnum } from "./types.js";

@InputType()
export class RegisterPressAgencyInput extends CommandFields implements Register {
  @Field(() => String)
  @Text(200)
  name!: string;

  @Field(() => [PressAgencyKindEnum], { description: "At least one, each once." })
  @Choices(PressAgencyKindEnum)
  kinds!: PressAgencyKind[];

  @Field(() => PressAgencyLevelEnum)
  @IsEnum(PressAgencyLevelEnum)
  level!: PressAgencyLevel;

  @Field(() => String, { description: "Cơ quan chủ quản." })
  @Text(200)
  governingBody!: string;

  @Field(() => String, { nullable: true, description: "Số giấy phép hoạt động báo chí." })
  @OptionalText(100)
  licenceNumber?: string | null;

  @Field(() => GraphQLLocalDate)
  @Day()
  registeredOn!: string;
}

@InputType()
abstract class PressAgencyFields extends CommandFields {
  @Field(() => PressAgencyId)
  @Ref()
  agencyId!: string;

  @Field(() => String, { description: "The decision on which it rests (căn cứ), as cited." })
  @Text(300)
  legalBasis!: string;
}

@InputType()
abstract class PressAgencyChangeFields extends PressAgencyFields {
  @Field(() => GraphQLLocalDate, { description: "The day on which it takes effect; it may lie ahead." })
  @Day()
  effectiveOn!: string;
}

@InputType()
export class RenamePressAgencyInput extends PressAgencyChangeFields implements Rename {
  @Field(() => String)
  @Text(200)
  name!: string;
}

@InputType()
export class SuspendPressAgencyInput extends PressAgencyFields implements Suspend {
  @Field(() => GraphQLLocalDate)
  @Day()
  from!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day; absent: until further notice." })
  @OptionalDay()
  until?: string | null;
}

@InputType()
export class ReinstatePressAgencyInput extends PressAgencyChangeFields implements Reinstate {}

@InputType()
export class MergePressAgencyInput extends PressAgencyChangeFields implements Merge {
  @Field(() => PressAgencyId, { description: "The agency that goes on; `agencyId` ends in it." })
  @Ref()
  intoId!: string;
}

@InputType()
export class ClosePressAgencyInput extends PressAgencyChangeFields implements Close {}

@InputType()
export class PressAgencyFilter {
  @Field(() => [PressAgencyKindEnum], { nullable: true, description: "Of any of these kinds." })
  kinds?: PressAgencyKind[];

  @Field(() => [PressAgencyLevelEnum], { nullable: true })
  levels?: PressAgencyLevel[];

  @Field(() => [PressAgencyStatusEnum], { nullable: true, description: "As last recorded." })
  statuses?: PressAgencyStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Registered, and not merged or closed, on this day." })
  liveOn?: string;
}
