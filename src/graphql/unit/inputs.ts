import { IsEnum, IsOptional } from "class-validator";
import { Field, InputType } from "type-graphql";
import type {
  AbolishUnitInput as Abolish,
  MergeUnitsInput as Merge,
  MoveUnitFunctionInput as MoveFunction,
  NewUnitInput as New,
  RegisterUnitInput as Register,
  RenameUnitInput as Rename,
  SplitUnitInput as Split,
} from "../../commands/units.js";
import type { UnitFunction, UnitKind } from "../../domain/unit/unit.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, UnitId } from "../shared/scalars.js";
import {
  Day,
  OptionalMany,
  OptionalOne,
  OptionalRef,
  OptionalRefs,
  OptionalText,
  One,
  Ref,
  Refs,
  Text,
} from "../shared/validation.js";
import { UnitFunctionEnum, UnitKindEnum } from "./types.js";

const MAX_MEMBERS = 50;

@InputType()
abstract class ChangeFields extends CommandFields {
  @Field(() => String, { description: "The decision or resolution on which it rests, as cited." })
  @Text(300)
  legalBasis!: string;

  @Field(() => GraphQLLocalDate, { description: "The day on which it takes effect; it may lie ahead." })
  @Day()
  effectiveOn!: string;
}

@InputType({ description: "A unit that is to stand in the register from now on." })
export class NewUnitInput implements New {
  @Field(() => UnitKindEnum)
  @IsEnum(UnitKindEnum)
  kind!: UnitKind;

  @Field(() => String)
  @Text(200)
  name!: string;

  @Field(() => String, { nullable: true })
  @OptionalText(30)
  code?: string | null;

  @Field(() => UnitId, { nullable: true })
  @OptionalRef()
  parentId?: string | null;

  @Field(() => [UnitFunctionEnum], { nullable: true })
  @IsOptional()
  @IsEnum(UnitFunctionEnum, { each: true })
  functions?: UnitFunction[] | null;
}

@InputType()
export class RegisterUnitInput extends ChangeFields implements Register {
  @Field(() => NewUnitInput)
  @One()
  unit!: NewUnitInput;
}

@InputType()
export class RenameUnitInput extends ChangeFields implements Rename {
  @Field(() => UnitId)
  @Ref()
  unitId!: string;

  @Field(() => String)
  @Text(200)
  name!: string;
}

@InputType({ description: "Give `intoId` or `newUnit`." })
export class MergeUnitsInput extends ChangeFields implements Merge {
  @Field(() => [UnitId], { description: "The units that end." })
  @Refs(MAX_MEMBERS)
  fromIds!: string[];

  @Field(() => UnitId, { nullable: true })
  @OptionalRef()
  intoId?: string | null;

  @Field(() => NewUnitInput, { nullable: true })
  @OptionalOne()
  newUnit?: NewUnitInput | null;
}

@InputType({ description: "Existing units in `intoIds`, new ones in `newUnits`; together at least two." })
export class SplitUnitInput extends ChangeFields implements Split {
  @Field(() => UnitId)
  @Ref()
  fromId!: string;

  @Field(() => [UnitId], { nullable: true })
  @OptionalRefs(MAX_MEMBERS)
  intoIds?: string[] | null;

  @Field(() => [NewUnitInput], { nullable: true })
  @OptionalMany(MAX_MEMBERS)
  newUnits?: NewUnitInput[] | null;
}

@InputType()
export class AbolishUnitInput extends ChangeFields implements Abolish {
  @Field(() => UnitId)
  @Ref()
  unitId!: string;
}

@InputType()
export class MoveUnitFunctionInput extends ChangeFields implements MoveFunction {
  @Field(() => UnitFunctionEnum)
  @IsEnum(UnitFunctionEnum)
  function!: UnitFunction;

  @Field(() => UnitId)
  @Ref()
  fromId!: string;

  @Field(() => UnitId)
  @Ref()
  toId!: string;
}

@InputType()
export class UnitFilter {
  @Field(() => [UnitKindEnum], { nullable: true })
  kinds?: UnitKind[];

  @Field(() => UnitId, { nullable: true })
  parentId?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Only units that exist on this day." })
  activeOn?: string;
}
