import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import * as commands from "../../commands/representativeOffices.js";
import type { CommandSpec } from "../../commands/spec.js";
import type { RepresentativeOfficeCommand } from "../../domain/representativeOffice/representativeOffice.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, RepresentativeOfficeId } from "../shared/scalars.js";
import {
  AcceptRepresentativeOfficeInput,
  ChangeRepresentativeOfficeHeadInput,
  CloseRepresentativeOfficeInput,
  NotifyRepresentativeOfficeInput,
  RejectRepresentativeOfficeInput,
  RepresentativeOfficeFilter,
} from "./inputs.js";
import {
  officeAt,
  officeOf,
  RepresentativeOfficeChanged,
  RepresentativeOfficeConnection,
  RepresentativeOfficeResult,
  RepresentativeOfficeType,
} from "./types.js";

type Answer = Promise<typeof RepresentativeOfficeResult>;

const run = <I extends CommandFields>(
  context: LedgerContext,
  spec: CommandSpec<I, RepresentativeOfficeCommand>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new RepresentativeOfficeChanged(done));

@Resolver()
export class RepresentativeOfficeResolver {
  @Query(() => RepresentativeOfficeType, { nullable: true, description: "One representative office, as of a moment." })
  async representativeOffice(
    @Arg("id", () => RepresentativeOfficeId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<RepresentativeOfficeType | null> {
    needsToRead(context, "records");
    return officeAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => RepresentativeOfficeConnection, { description: "Representative offices in order of their start." })
  async representativeOffices(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => RepresentativeOfficeFilter, { nullable: true }) filter: RepresentativeOfficeFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<RepresentativeOfficeType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses"]);
    return connectFound(
      args,
      basis,
      ["representativeOffices", filter ?? {}, direction],
      (window) => context.reads.offices.list({ ...filter, begunBy: basis.validAt }, direction, window, basis.position),
      (row) => officeOf(row, basis),
    );
  }

  @Mutation(() => RepresentativeOfficeResult, {
    description:
      "Records an agency's notice of a representative office (thông báo lập văn phòng đại diện), fit or not.",
  })
  notifyRepresentativeOffice(
    @Arg("input", () => NotifyRepresentativeOfficeInput) input: NotifyRepresentativeOfficeInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.notifyRepresentativeOffice, input);
  }

  @Mutation(() => RepresentativeOfficeResult, {
    description: "Finds that the office fulfils the conditions (đủ điều kiện).",
  })
  acceptRepresentativeOffice(
    @Arg("input", () => AcceptRepresentativeOfficeInput) input: AcceptRepresentativeOfficeInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.acceptRepresentativeOffice, input);
  }

  @Mutation(() => RepresentativeOfficeResult, { description: "Rejects the notice (không đủ điều kiện), for a reason." })
  rejectRepresentativeOffice(
    @Arg("input", () => RejectRepresentativeOfficeInput) input: RejectRepresentativeOfficeInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.rejectRepresentativeOffice, input);
  }

  @Mutation(() => RepresentativeOfficeResult, {
    description: "Another head, or none (thay đổi, khuyết trưởng văn phòng).",
  })
  changeRepresentativeOfficeHead(
    @Arg("input", () => ChangeRepresentativeOfficeHeadInput) input: ChangeRepresentativeOfficeHeadInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.changeRepresentativeOfficeHead, input);
  }

  @Mutation(() => RepresentativeOfficeResult, { description: "Closes the office (chấm dứt hoạt động); that is final." })
  closeRepresentativeOffice(
    @Arg("input", () => CloseRepresentativeOfficeInput) input: CloseRepresentativeOfficeInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.closeRepresentativeOffice, input);
  }
}
