import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import type { CommandSpec } from "../../commands/spec.js";
import * as commands from "../../commands/visits.js";
import type { VisitCommand } from "../../domain/visit/visit.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import { connect, connectFound, type ConnectionOf, DatedListArgs, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, VisitId } from "../shared/scalars.js";
import * as inputs from "./inputs.js";
import {
  ProbableDuplicate,
  ProbableDuplicateConnection,
  visitAt,
  VisitChanged,
  VisitConnection,
  visitOf,
  VisitResult,
  VisitType,
} from "./types.js";

type Answer = Promise<typeof VisitResult>;

const run = <I extends CommandFields, C extends VisitCommand>(
  context: LedgerContext,
  spec: CommandSpec<I, C>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new VisitChanged(done));

@Resolver()
export class VisitQueryResolver {
  @Query(() => VisitType, { nullable: true, description: "One visit, as of a moment." })
  async visit(
    @Arg("id", () => VisitId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<VisitType | null> {
    needsToRead(context, "records");
    return visitAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => VisitConnection, {
    description: "Visits in order of arrival (until then: of registration), latest first.",
  })
  async visits(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => inputs.VisitFilter, { nullable: true }) given: inputs.VisitFilter | null | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<VisitType>> {
    needsToRead(context, "records");
    const filter = given ?? {};
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses"]);
    return connectFound(
      args,
      basis,
      ["visits", filter, direction],
      (window) => context.reads.visits.list(filter, direction, window, basis),
      (row) => visitOf(context.reads, row, basis),
    );
  }

  @Query(() => ProbableDuplicateConnection, {
    description: "Pairs of visits of the same reporter to the same unit, at most a day apart.",
  })
  async probableDuplicates(
    @Args(() => ListArgs) args: ListArgs,
    @Arg("judged", () => Boolean, {
      defaultValue: false,
      description: "Those with a verdict instead of those without.",
    })
    judged: boolean,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<ProbableDuplicate>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf);
    return connect(
      args,
      basis,
      ["probableDuplicates", judged],
      (window) => context.reads.duplicates.list(judged, "ASC", window, basis.position),
      (pair) => new ProbableDuplicate(pair, basis),
    );
  }
}

@Resolver()
export class VisitStepResolver {
  @Mutation(() => VisitResult, {
    description:
      "Registers a visit: an appointment (`appointmentAt`), or reporters who have come. Probable duplicates are on the visit returned.",
  })
  registerVisit(
    @Arg("input", () => inputs.RegisterVisitInput) input: inputs.RegisterVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.registerVisit, input);
  }

  @Mutation(() => VisitResult, { description: "Confirms an appointment." })
  confirmVisit(
    @Arg("input", () => inputs.ConfirmVisitInput) input: inputs.ConfirmVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.confirmVisit, input);
  }

  @Mutation(() => VisitResult, { description: "Declines to receive the reporters, on a ground (từ chối)." })
  declineVisit(
    @Arg("input", () => inputs.DeclineVisitInput) input: inputs.DeclineVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.declineVisit, input);
  }

  @Mutation(() => VisitResult, { description: "Sends the reporters to the unit that is competent." })
  redirectVisit(
    @Arg("input", () => inputs.RedirectVisitInput) input: inputs.RedirectVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.redirectVisit, input);
  }

  @Mutation(() => VisitResult, { description: "The reporters of an appointment have come, at `occurredAt`." })
  recordArrival(
    @Arg("input", () => inputs.RecordArrivalInput) input: inputs.RecordArrivalInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordArrival, input);
  }

  @Mutation(() => VisitResult, {
    description: "What the reporters showed: a press card, or else a letter of introduction.",
  })
  checkDocuments(
    @Arg("input", () => inputs.CheckDocumentsInput) input: inputs.CheckDocumentsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.checkDocuments, input);
  }

  @Mutation(() => VisitResult, { description: "The working session begins." })
  startVisitSession(
    @Arg("input", () => inputs.StartVisitSessionInput) input: inputs.StartVisitSessionInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.startVisitSession, input);
  }

  @Mutation(() => VisitResult, { description: "How the visit ended." })
  recordVisitOutcome(
    @Arg("input", () => inputs.RecordVisitOutcomeInput) input: inputs.RecordVisitOutcomeInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordVisitOutcome, input);
  }

  @Mutation(() => VisitResult, { description: "Information is promised by a day." })
  promiseInformation(
    @Arg("input", () => inputs.PromiseInformationInput) input: inputs.PromiseInformationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.promiseInformation, input);
  }

  @Mutation(() => VisitResult, { description: "A promise is kept; with the last one the visit is closed." })
  fulfilPromise(
    @Arg("input", () => inputs.FulfilPromiseInput) input: inputs.FulfilPromiseInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.fulfilPromise, input);
  }

  @Mutation(() => VisitResult, { description: "Closes a completed visit." })
  closeVisit(
    @Arg("input", () => inputs.CloseVisitInput) input: inputs.CloseVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.closeVisit, input);
  }

  @Mutation(() => VisitResult, { description: "The reporters did not come to their appointment." })
  recordNoShow(
    @Arg("input", () => inputs.RecordNoShowInput) input: inputs.RecordNoShowInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordNoShow, input);
  }

  @Mutation(() => VisitResult, { description: "Cancels an appointment." })
  cancelVisit(
    @Arg("input", () => inputs.CancelVisitInput) input: inputs.CancelVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.cancelVisit, input);
  }
}

@Resolver()
export class VisitCorrectionResolver {
  @Mutation(() => VisitResult, { description: "Corrects what was entered; the earlier record stays in the history." })
  amendVisit(
    @Arg("input", () => inputs.AmendVisitInput) input: inputs.AmendVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.amendVisit, input);
  }

  @Mutation(() => VisitResult, { description: "Says of two visits whether they are one." })
  judgeVisitDuplicate(
    @Arg("input", () => inputs.JudgeVisitDuplicateInput) input: inputs.JudgeVisitDuplicateInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.judgeVisitDuplicate, input);
  }

  @Mutation(() => VisitResult, {
    description: "Voids a visit that was entered in error; it counts for nothing any more.",
  })
  voidVisit(
    @Arg("input", () => inputs.VoidVisitInput) input: inputs.VoidVisitInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.voidVisit, input);
  }

  @Mutation(() => VisitResult, { description: "Links a press item that came of the visit." })
  linkPressItem(
    @Arg("input", () => inputs.LinkPressItemInput) input: inputs.LinkPressItemInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.linkPressItem, input);
  }

  @Mutation(() => VisitResult, { description: "Records a difficulty that the reporters met (phản ánh khó khăn)." })
  reportObstacle(
    @Arg("input", () => inputs.ReportObstacleInput) input: inputs.ReportObstacleInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.reportObstacle, input);
  }
}
