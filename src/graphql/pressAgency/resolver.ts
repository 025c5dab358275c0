import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import * as commands from "../../commands/pressAgencies.js";
import type { CommandSpec } from "../../commands/spec.js";
import type { PressAgencyCommand } from "../../domain/pressAgency/pressAgency.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, PressAgencyId } from "../shared/scalars.js";
import {
  ClosePressAgencyInput,
  MergePressAgencyInput,
  PressAgencyFilter,
  RegisterPressAgencyInput,
  ReinstatePressAgencyInput,
  RenamePressAgencyInput,
  SuspendPressAgencyInput,
} from "./inputs.js";
import {
  agencyOf,
  pressAgencyAt,
  PressAgencyChanged,
  PressAgencyConnection,
  PressAgencyResult,
  PressAgencyType,
} from "./types.js";

type Answer = Promise<typeof PressAgencyResult>;

const run = <I extends CommandFields>(
  context: LedgerContext,
  spec: CommandSpec<I, PressAgencyCommand>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new PressAgencyChanged(done));

@Resolver()
export class PressAgencyResolver {
  @Query(() => PressAgencyType, { nullable: true, description: "One press agency, as of a moment." })
  async pressAgency(
    @Arg("id", () => PressAgencyId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<PressAgencyType | null> {
    return pressAgencyAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => PressAgencyConnection, { description: "Press agencies in order of name." })
  async pressAgencies(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => PressAgencyFilter, { nullable: true }) filter: PressAgencyFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<PressAgencyType>> {
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses"]);
    return connectFound(
      args,
      basis,
      ["pressAgencies", filter ?? {}, direction],
      (window) =>
        context.reads.pressAgencies.list({ ...filter, begunBy: basis.validAt }, direction, window, basis.position),
      (row) => agencyOf(row, basis),
    );
  }

  @Mutation(() => PressAgencyResult, {
    description: "Enters a press agency into the register (đăng ký cơ quan báo chí).",
  })
  registerPressAgency(
    @Arg("input", () => RegisterPressAgencyInput) input: RegisterPressAgencyInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.registerPressAgency, input);
  }

  @Mutation(() => PressAgencyResult, {
    description: "Gives it another name (đổi tên). Earlier records keep the old one.",
  })
  renamePressAgency(
    @Arg("input", () => RenamePressAgencyInput) input: RenamePressAgencyInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.renamePressAgency, input);
  }

  @Mutation(() => PressAgencyResult, {
    description: "Suspends it (đình bản, tạm đình chỉ), for a term or until further notice.",
  })
  suspendPressAgency(
    @Arg("input", () => SuspendPressAgencyInput) input: SuspendPressAgencyInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.suspendPressAgency, input);
  }

  @Mutation(() => PressAgencyResult, { description: "Lifts its suspension (cho hoạt động lại)." })
  reinstatePressAgency(
    @Arg("input", () => ReinstatePressAgencyInput) input: ReinstatePressAgencyInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.reinstatePressAgency, input);
  }

  @Mutation(() => PressAgencyResult, {
    description: "Merges it into another (sáp nhập); answers with the agency that ends.",
  })
  mergePressAgency(
    @Arg("input", () => MergePressAgencyInput) input: MergePressAgencyInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.mergePressAgency, input);
  }

  @Mutation(() => PressAgencyResult, { description: "Closes it (chấm dứt hoạt động, thu hồi giấy phép)." })
  closePressAgency(
    @Arg("input", () => ClosePressAgencyInput) input: ClosePressAgencyInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.closePressAgency, input);
  }
}
