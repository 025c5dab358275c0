import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import * as commands from "../../commands/reporters.js";
import type { CommandSpec } from "../../commands/spec.js";
import type { ReporterCommand } from "../../domain/reporter/reporter.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, VALID_AT } from "../shared/asOf.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, ReporterId } from "../shared/scalars.js";
import {
  AmendPressCardInput,
  AmendReporterInput,
  MergeReporterInput,
  RecordIntroductionLetterInput,
  RecordPressCardInput,
  RecordPressCardWithdrawalInput,
  RegisterReporterInput,
  ReporterFilter,
  TransferReporterInput,
} from "./inputs.js";
import { reporterAt, reporterOf, ReporterChanged, ReporterConnection, ReporterResult, ReporterType } from "./types.js";

type Answer = Promise<typeof ReporterResult>;

const run = <I extends CommandFields>(
  context: LedgerContext,
  spec: CommandSpec<I, ReporterCommand>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new ReporterChanged(done));

@Resolver()
export class ReporterResolver {
  @Query(() => ReporterType, { nullable: true, description: "One reporter, as of a moment." })
  async reporter(
    @Arg("id", () => ReporterId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<ReporterType | null> {
    needsToRead(context, "records");
    return reporterAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => ReporterConnection, { description: "Reporters in order of given name, then family name." })
  async reporters(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => ReporterFilter, { nullable: true }) filter: ReporterFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<ReporterType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    const wanted = { ...filter, agencyOn: filter?.agencyOn ?? dayOf(basis), begunBy: basis.validAt };
    return connectFound(
      args,
      basis,
      ["reporters", filter ?? {}, direction],
      (window) => context.reads.reporters.list(wanted, direction, window, basis.position),
      (row) => reporterOf(row, basis),
    );
  }

  @Mutation(() => ReporterResult, { description: "Enters a reporter into the register (ghi nhận phóng viên)." })
  registerReporter(
    @Arg("input", () => RegisterReporterInput) input: RegisterReporterInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.registerReporter, input);
  }

  @Mutation(() => ReporterResult, {
    description: "Corrects an entry (đính chính); earlier answers keep what was known.",
  })
  amendReporter(
    @Arg("input", () => AmendReporterInput) input: AmendReporterInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.amendReporter, input);
  }

  @Mutation(() => ReporterResult, { description: "Records a press card (thẻ nhà báo)." })
  recordPressCard(
    @Arg("input", () => RecordPressCardInput) input: RecordPressCardInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordPressCard, input);
  }

  @Mutation(() => ReporterResult, {
    description: "Corrects a press card that was entered wrongly (đính chính); earlier answers keep what was known.",
  })
  amendPressCard(
    @Arg("input", () => AmendPressCardInput) input: AmendPressCardInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.amendPressCard, input);
  }

  @Mutation(() => ReporterResult, { description: "Records that a press card was withdrawn (thu hồi thẻ nhà báo)." })
  recordPressCardWithdrawal(
    @Arg("input", () => RecordPressCardWithdrawalInput) input: RecordPressCardWithdrawalInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordPressCardWithdrawal, input);
  }

  @Mutation(() => ReporterResult, { description: "Records a letter of introduction (giấy giới thiệu)." })
  recordIntroductionLetter(
    @Arg("input", () => RecordIntroductionLetterInput) input: RecordIntroductionLetterInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordIntroductionLetter, input);
  }

  @Mutation(() => ReporterResult, { description: "The reporter goes to another agency (chuyển cơ quan báo chí)." })
  transferReporter(
    @Arg("input", () => TransferReporterInput) input: TransferReporterInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.transferReporter, input);
  }

  @Mutation(() => ReporterResult, {
    description: "Merges a duplicate into the entry that goes on (gộp hồ sơ trùng); answers with the duplicate.",
  })
  mergeReporter(
    @Arg("input", () => MergeReporterInput) input: MergeReporterInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.mergeReporter, input);
  }
}
