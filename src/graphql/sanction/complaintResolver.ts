import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import * as commands from "../../commands/sanctionComplaints.js";
import type { LedgerContext } from "../shared/context.js";
import * as inputs from "./complaintInputs.js";
import { type Answer, run } from "./run.js";
import { SanctionResult } from "./types.js";

@Resolver()
export class SanctionComplaintResolver {
  @Mutation(() => SanctionResult, {
    description: "A complaint or a court action is lodged (khiếu nại, khởi kiện).",
  })
  lodgeComplaint(
    @Arg("input", () => inputs.LodgeComplaintInput) input: inputs.LodgeComplaintInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.lodgeComplaint, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Thụ lý.",
  })
  acceptComplaint(
    @Arg("input", () => inputs.AcceptComplaintInput) input: inputs.AcceptComplaintInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.acceptComplaint, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Không thụ lý, on a ground.",
  })
  rejectComplaint(
    @Arg("input", () => inputs.RejectComplaintInput) input: inputs.RejectComplaintInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.rejectComplaint, input);
  }

  @Mutation(() => SanctionResult, {
    description: "Rút khiếu nại.",
  })
  withdrawComplaint(
    @Arg("input", () => inputs.WithdrawComplaintInput) input: inputs.WithdrawComplaintInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.withdrawComplaint, input);
  }

  @Mutation(() => SanctionResult, {
    description: "The resolution or the judgment. The decision is amended or annulled by the same command.",
  })
  resolveComplaint(
    @Arg("input", () => inputs.ResolveComplaintInput) input: inputs.ResolveComplaintInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.resolveComplaint, input);
  }
}
