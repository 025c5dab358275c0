import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import * as follow from "../../commands/inspectionFollowUps.js";
import * as commands from "../../commands/inspections.js";
import type { CommandSpec } from "../../commands/spec.js";
import type { InspectionCommand } from "../../domain/inspection/inspection.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import * as followInputs from "./followUpInputs.js";
import * as inputs from "./inputs.js";
import { InspectionChanged, InspectionResult } from "./result.js";

type Answer = Promise<typeof InspectionResult>;

const run = <I extends CommandFields, C extends InspectionCommand>(
  context: LedgerContext,
  spec: CommandSpec<I, C>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new InspectionChanged(done));

@Resolver()
export class InspectionBeginningResolver {
  @Mutation(() => InspectionResult, {
    description: "An inspection is planned (kế hoạch). It counts once it is decided.",
  })
  planInspection(
    @Arg("input", () => inputs.PlanInspectionInput) input: inputs.PlanInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.planInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description:
      "An inspection is decided (quyết định), planned or not; from then on it counts, on the day of the decision. Other inspections of a target in that year are on the inspection returned.",
  })
  decideInspection(
    @Arg("input", () => inputs.DecideInspectionInput) input: inputs.DecideInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.decideInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "A concluded inspection is done again (thanh tra lại): a new one, decided, that names the old.",
  })
  reinspect(
    @Arg("input", () => inputs.ReinspectInput) input: inputs.ReinspectInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.reinspect, input);
  }
}

@Resolver()
export class InspectionStepResolver {
  @Mutation(() => InspectionResult, {
    description: "The decision is announced (công bố) to the targets.",
  })
  announceInspection(
    @Arg("input", () => inputs.AnnounceInspectionInput) input: inputs.AnnounceInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.announceInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The work on site begins.",
  })
  startFieldwork(
    @Arg("input", () => inputs.StartFieldworkInput) input: inputs.StartFieldworkInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.startFieldwork, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The days on site are extended (gia hạn).",
  })
  extendInspection(
    @Arg("input", () => inputs.ExtendInspectionInput) input: inputs.ExtendInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.extendInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The work on site is suspended (tạm dừng).",
  })
  suspendInspection(
    @Arg("input", () => inputs.SuspendInspectionInput) input: inputs.SuspendInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.suspendInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "A suspended inspection goes on.",
  })
  resumeInspection(
    @Arg("input", () => inputs.ResumeInspectionInput) input: inputs.ResumeInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.resumeInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The work on site has ended (kết thúc việc tiến hành).",
  })
  endFieldwork(
    @Arg("input", () => inputs.EndFieldworkInput) input: inputs.EndFieldworkInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.endFieldwork, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The team reports what it found.",
  })
  reportInspection(
    @Arg("input", () => inputs.ReportInspectionInput) input: inputs.ReportInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.reportInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The conclusion is drafted; reserved opinions (ý kiến bảo lưu) are kept with it.",
  })
  draftConclusion(
    @Arg("input", () => inputs.DraftConclusionInput) input: inputs.DraftConclusionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.draftConclusion, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The conclusion is signed (kết luận).",
  })
  concludeInspection(
    @Arg("input", () => inputs.ConcludeInspectionInput) input: inputs.ConcludeInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.concludeInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The conclusion is made public (công khai).",
  })
  publishConclusion(
    @Arg("input", () => inputs.PublishConclusionInput) input: inputs.PublishConclusionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.publishConclusion, input);
  }

  @Mutation(() => InspectionResult, {
    description: "The document by which the conclusion is carried out has been issued.",
  })
  startImplementation(
    @Arg("input", () => inputs.StartImplementationInput) input: inputs.StartImplementationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.startImplementation, input);
  }

  @Mutation(() => InspectionResult, {
    description: "A check is over, with minutes (biên bản) instead of report and conclusion.",
  })
  recordCheckDone(
    @Arg("input", () => inputs.RecordCheckDoneInput) input: inputs.RecordCheckDoneInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordCheckDone, input);
  }

  @Mutation(() => InspectionResult, {
    description: "It is over; every recommendation has been verified.",
  })
  closeInspection(
    @Arg("input", () => inputs.CloseInspectionInput) input: inputs.CloseInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.closeInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "It is cancelled. Cancelled before it was announced, it counts no more.",
  })
  cancelInspection(
    @Arg("input", () => inputs.CancelInspectionInput) input: inputs.CancelInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.cancelInspection, input);
  }
}

@Resolver()
export class InspectionFollowUpResolver {
  @Mutation(() => InspectionResult, {
    description: "What was found.",
  })
  recordFinding(
    @Arg("input", () => followInputs.RecordFindingInput) input: followInputs.RecordFindingInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, follow.recordFinding, input);
  }

  @Mutation(() => InspectionResult, {
    description: "A recommendation of the conclusion or the minutes (kiến nghị).",
  })
  makeRecommendation(
    @Arg("input", () => followInputs.MakeRecommendationInput) input: followInputs.MakeRecommendationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, follow.makeRecommendation, input);
  }

  @Mutation(() => InspectionResult, {
    description: "How far a recommendation has been followed.",
  })
  recordRecommendationProgress(
    @Arg("input", () => followInputs.RecordRecommendationProgressInput)
    input: followInputs.RecordRecommendationProgressInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, follow.recordRecommendationProgress, input);
  }

  @Mutation(() => InspectionResult, {
    description: "Corrects what was entered; the earlier record stays in the history.",
  })
  amendInspection(
    @Arg("input", () => followInputs.AmendInspectionInput) input: followInputs.AmendInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, follow.amendInspection, input);
  }

  @Mutation(() => InspectionResult, {
    description: "Voids an inspection that was entered twice or in error; it counts for nothing any more.",
  })
  voidInspection(
    @Arg("input", () => followInputs.VoidInspectionInput) input: followInputs.VoidInspectionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, follow.voidInspection, input);
  }
}
