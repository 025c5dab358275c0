import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import * as commands from "../../commands/sanctionFines.js";
import type { LedgerContext } from "../shared/context.js";
import * as inputs from "./fineInputs.js";
import { type Answer, run } from "./run.js";
import { SanctionResult } from "./types.js";

@Resolver()
export class SanctionFineResolver {
  @Mutation(() => SanctionResult, {
    description: "Money came in: to the fine first, then to its late interest; what is too much is owed back.",
  })
  recordFinePayment(
    @Arg("input", () => inputs.RecordFinePaymentInput) input: inputs.RecordFinePaymentInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordFinePayment, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Money was given back.",
  })
  recordFineRefund(
    @Arg("input", () => inputs.RecordFineRefundInput) input: inputs.RecordFineRefundInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordFineRefund, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Hoãn thi hành quyết định phạt tiền.",
  })
  grantFinePostponement(
    @Arg("input", () => inputs.GrantFinePostponementInput) input: inputs.GrantFinePostponementInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.grantFinePostponement, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Cho nộp tiền phạt nhiều lần.",
  })
  grantFineInstalments(
    @Arg("input", () => inputs.GrantFineInstalmentsInput) input: inputs.GrantFineInstalmentsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.grantFineInstalments, input);
  }

  @Mutation(() => SanctionResult, {
    description: "The offender asks for a reduction or an exemption (đề nghị giảm, miễn).",
  })
  requestFineReduction(
    @Arg("input", () => inputs.RequestFineReductionInput) input: inputs.RequestFineReductionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.requestFineReduction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "No reduction is granted.",
  })
  refuseFineReduction(
    @Arg("input", () => inputs.RefuseFineReductionInput) input: inputs.RefuseFineReductionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.refuseFineReduction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Giảm, miễn tiền phạt.",
  })
  grantFineReduction(
    @Arg("input", () => inputs.GrantFineReductionInput) input: inputs.GrantFineReductionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.grantFineReduction, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Cưỡng chế thi hành.",
  })
  startFineEnforcement(
    @Arg("input", () => inputs.StartFineEnforcementInput) input: inputs.StartFineEnforcementInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.startFineEnforcement, input);
  }

  @Mutation(() => SanctionResult, {
    description: "The offender evades or delays payment: the time in which it can be executed does not run out.",
  })
  recordFineEvasion(
    @Arg("input", () => inputs.RecordFineEvasionInput) input: inputs.RecordFineEvasionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordFineEvasion, input);
  }

  @Mutation(() => SanctionResult, {
    description: "What is outstanding is not collected any more (hết thời hiệu, chết, giải thể, phá sản).",
  })
  recordFineLapse(
    @Arg("input", () => inputs.RecordFineLapseInput) input: inputs.RecordFineLapseInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordFineLapse, input);
  }
}
