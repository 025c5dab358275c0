import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import type { CommandSpec } from "../../commands/spec.js";
import * as commands from "../../commands/violationCases.js";
import type { ViolationCaseCommand } from "../../domain/violationCase/commands.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, ViolationCaseId } from "../shared/scalars.js";
import { ViolationCaseFilter } from "./filter.js";
import * as inputs from "./inputs.js";
import * as steps from "./stepInputs.js";
import {
  violationCaseAt,
  ViolationCaseChanged,
  ViolationCaseConnection,
  violationCaseOf,
  ViolationCaseResult,
  ViolationCaseType,
} from "./types.js";

type Answer = Promise<typeof ViolationCaseResult>;

const run = <I extends CommandFields, C extends ViolationCaseCommand>(
  context: LedgerContext,
  spec: CommandSpec<I, C>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new ViolationCaseChanged(done));

@Resolver()
export class ViolationCaseQueryResolver {
  @Query(() => ViolationCaseType, { nullable: true, description: "One violation case, as of a moment." })
  async violationCase(
    @Arg("id", () => ViolationCaseId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<ViolationCaseType | null> {
    needsToRead(context, "records");
    return violationCaseAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => ViolationCaseConnection, { description: "Violation cases by their day of detection, latest first." })
  async violationCases(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => ViolationCaseFilter, { nullable: true }) filter: ViolationCaseFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<ViolationCaseType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses", "decisionOverdueOn"]);
    const { reads, law } = context;
    const wanted = { ...filter, begunBy: basis.validAt };
    return connectFound(
      args,
      basis,
      ["violationCases", filter ?? {}, direction],
      (window) => reads.violationCases.list(wanted, direction, window, basis.position, law),
      (row) => violationCaseOf(reads, row, basis),
    );
  }
}

@Resolver()
export class ViolationCaseMinutesResolver {
  @Mutation(() => ViolationCaseResult, {
    description:
      "Records that a violation was detected; a warning or a small fine on the spot comes with its violations at once.",
  })
  recordViolationCase(
    @Arg("input", () => inputs.RecordViolationCaseInput) input: inputs.RecordViolationCaseInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordViolationCase, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description:
      "Draws up the minutes (lập biên bản). They are never changed: what they got wrong, `addVerificationRecord` tells. If the frame of a violation gives the right to explain, its period runs from then.",
  })
  drawUpMinutes(
    @Arg("input", () => inputs.DrawUpMinutesInput) input: inputs.DrawUpMinutesInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.drawUpMinutes, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description: "Biên bản xác minh: what the minutes got wrong, and the parties and violations as verified.",
  })
  addVerificationRecord(
    @Arg("input", () => inputs.AddVerificationRecordInput) input: inputs.AddVerificationRecordInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.addVerificationRecord, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description:
      "Tells those who may explain of their right, when the minutes did not; the period runs from `notifiedOn`.",
  })
  notifyRightToExplain(
    @Arg("input", () => steps.NotifyRightToExplainInput) input: steps.NotifyRightToExplainInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.notifyRightToExplain, input);
  }

  @Mutation(() => ViolationCaseResult, { description: "A party explains, in writing or at a hearing (giải trình)." })
  submitExplanation(
    @Arg("input", () => steps.SubmitExplanationInput) input: steps.SubmitExplanationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.submitExplanation, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description: "Grants more time to explain in writing, once (gia hạn giải trình).",
  })
  extendExplanation(
    @Arg("input", () => steps.ExtendExplanationInput) input: steps.ExtendExplanationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.extendExplanation, input);
  }

  @Mutation(() => ViolationCaseResult, { description: "A party gives up its right to explain." })
  waiveExplanation(
    @Arg("input", () => steps.WaiveExplanationInput) input: steps.WaiveExplanationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.waiveExplanation, input);
  }
}

@Resolver()
export class ViolationCaseStepResolver {
  @Mutation(() => ViolationCaseResult, {
    description: "The case needs verification (xác minh), which gives more time for the decision.",
  })
  requestVerification(
    @Arg("input", () => steps.RequestVerificationInput) input: steps.RequestVerificationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.requestVerification, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description:
      "The case is very serious or complex (đặc biệt nghiêm trọng, phức tạp), which gives more time for the decision.",
  })
  markComplex(
    @Arg("input", () => steps.MarkComplexInput) input: steps.MarkComplexInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.markComplex, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description: "Hands the case on to another competent unit (chuyển hồ sơ vụ việc).",
  })
  transferCase(
    @Arg("input", () => steps.TransferCaseInput) input: steps.TransferCaseInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.transferCase, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description:
      "Hands the file to the investigating body (chuyển hồ sơ để truy cứu trách nhiệm hình sự); the clock stands still.",
  })
  transferToProsecution(
    @Arg("input", () => steps.TransferToProsecutionInput) input: steps.TransferToProsecutionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.transferToProsecution, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description: "The investigating body gives the file back; the clock goes on.",
  })
  returnFromProsecution(
    @Arg("input", () => steps.ReturnFromProsecutionInput) input: steps.ReturnFromProsecutionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.returnFromProsecution, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description: "Closes the case: without a sanction, or with all its decisions carried out.",
  })
  closeCase(
    @Arg("input", () => steps.CloseCaseInput) input: steps.CloseCaseInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.closeCase, input);
  }

  @Mutation(() => ViolationCaseResult, { description: "Takes a closed case up again." })
  reopenCase(
    @Arg("input", () => steps.ReopenCaseInput) input: steps.ReopenCaseInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.reopenCase, input);
  }

  @Mutation(() => ViolationCaseResult, {
    description: "Voids a case that was entered in error; it counts for nothing any more.",
  })
  voidCase(@Arg("input", () => steps.VoidCaseInput) input: steps.VoidCaseInput, @Ctx() context: LedgerContext): Answer {
    return run(context, commands.voidCase, input);
  }
}
