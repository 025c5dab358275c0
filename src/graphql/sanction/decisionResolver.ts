import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import * as commands from "../../commands/sanctions.js";
import type { LedgerContext } from "../shared/context.js";
import * as inputs from "./decisionInputs.js";
import { type Answer, run } from "./run.js";
import { SanctionResult } from "./types.js";

@Resolver()
export class SanctionDecisionResolver {
  @Mutation(() => SanctionResult, {
    description:
      "Issues a decision on a party of a case (ra quyết định xử phạt); its number is drawn from the issuer's register.",
  })
  issueSanction(
    @Arg("input", () => inputs.IssueSanctionInput) input: inputs.IssueSanctionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.issueSanction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "The decision was handed over (giao, tống đạt): from receipt the time of execution runs.",
  })
  serveSanction(
    @Arg("input", () => inputs.ServeSanctionInput) input: inputs.ServeSanctionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.serveSanction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Corrects a slip that does not touch the content (đính chính).",
  })
  correctSanction(
    @Arg("input", () => inputs.CorrectSanctionInput) input: inputs.CorrectSanctionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.correctSanction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Changes the content (sửa đổi, bổ sung); every version stays readable.",
  })
  amendSanction(
    @Arg("input", () => inputs.AmendSanctionInput) input: inputs.AmendSanctionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.amendSanction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Annuls the whole decision (hủy bỏ). Its number stays its own; what was paid is owed back.",
  })
  annulSanction(
    @Arg("input", () => inputs.AnnulSanctionInput) input: inputs.AnnulSanctionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.annulSanction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "How far a measure besides the fine is carried out.",
  })
  recordSanctionMeasure(
    @Arg("input", () => inputs.RecordSanctionMeasureInput) input: inputs.RecordSanctionMeasureInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordSanctionMeasure, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Suspends the execution (tạm đình chỉ thi hành).",
  })
  suspendSanctionExecution(
    @Arg("input", () => inputs.SuspendSanctionExecutionInput) input: inputs.SuspendSanctionExecutionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.suspendSanctionExecution, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Execution goes on.",
  })
  resumeSanctionExecution(
    @Arg("input", () => inputs.ResumeSanctionExecutionInput) input: inputs.ResumeSanctionExecutionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.resumeSanctionExecution, input);
  }
}
