import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import type { CommandSpec } from "../../commands/spec.js";
import * as commands from "../../commands/units.js";
import type { UnitCommand } from "../../domain/unit/unit.js";
import { AsOf, basisOf, VALID_AT } from "../shared/asOf.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, UnitId } from "../shared/scalars.js";
import {
  AbolishUnitInput,
  MergeUnitsInput,
  MoveUnitFunctionInput,
  RegisterUnitInput,
  RenameUnitInput,
  SplitUnitInput,
  UnitFilter,
} from "./inputs.js";
import { unitAt, unitOf, UnitChanged, UnitConnection, UnitResult, UnitType } from "./types.js";

type Answer = Promise<typeof UnitResult>;

const run = <I extends CommandFields>(context: LedgerContext, spec: CommandSpec<I, UnitCommand>, input: I): Answer =>
  carryOut(context, spec, input, (done: Done) => new UnitChanged(done));

@Resolver()
export class UnitResolver {
  @Query(() => UnitType, { nullable: true, description: "One unit, as of a moment." })
  async unit(
    @Arg("id", () => UnitId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<UnitType | null> {
    return unitAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => UnitConnection, { description: "Units in order of name." })
  async units(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => UnitFilter, { nullable: true }) filter: UnitFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<UnitType>> {
    const basis = await basisOf(context, args.asOf, args.validAt);
    return connectFound(
      args,
      basis,
      ["units", filter ?? {}, direction],
      (window) => context.reads.units.list({ ...filter, begunBy: basis.validAt }, direction, window, basis.position),
      (row) => unitOf(row, basis),
    );
  }

  @Mutation(() => UnitResult, { description: "Enters a unit into the register (đăng ký đơn vị)." })
  registerUnit(@Arg("input", () => RegisterUnitInput) input: RegisterUnitInput, @Ctx() context: LedgerContext): Answer {
    return run(context, commands.registerUnit, input);
  }

  @Mutation(() => UnitResult, { description: "Gives a unit another name (đổi tên). Earlier records keep the old one." })
  renameUnit(@Arg("input", () => RenameUnitInput) input: RenameUnitInput, @Ctx() context: LedgerContext): Answer {
    return run(context, commands.renameUnit, input);
  }

  @Mutation(() => UnitResult, { description: "Merges units (sáp nhập, hợp nhất) into an existing or a new one." })
  mergeUnits(@Arg("input", () => MergeUnitsInput) input: MergeUnitsInput, @Ctx() context: LedgerContext): Answer {
    return run(context, commands.mergeUnits, input);
  }

  @Mutation(() => UnitResult, { description: "Splits a unit (chia, tách); answers with the unit that ended." })
  splitUnit(@Arg("input", () => SplitUnitInput) input: SplitUnitInput, @Ctx() context: LedgerContext): Answer {
    return run(context, commands.splitUnit, input);
  }

  @Mutation(() => UnitResult, { description: "Abolishes a unit (giải thể, kết thúc hoạt động)." })
  abolishUnit(@Arg("input", () => AbolishUnitInput) input: AbolishUnitInput, @Ctx() context: LedgerContext): Answer {
    return run(context, commands.abolishUnit, input);
  }

  @Mutation(() => UnitResult, { description: "Moves a function (chuyển chức năng); answers with the giving unit." })
  moveUnitFunction(
    @Arg("input", () => MoveUnitFunctionInput) input: MoveUnitFunctionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.moveUnitFunction, input);
  }
}
