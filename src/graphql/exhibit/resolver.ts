import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import * as records from "../../commands/exhibitRecords.js";
import * as commands from "../../commands/exhibits.js";
import type { CommandSpec } from "../../commands/spec.js";
import type { SeizureCommand } from "../../domain/exhibit/commands.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { type CommandFields, carryOut } from "../shared/command.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, SeizureId } from "../shared/scalars.js";
import * as custody from "./custodyInputs.js";
import * as disposals from "./disposalInputs.js";
import * as inputs from "./inputs.js";
import { seizureAt, SeizureChanged, SeizureConnection, seizureOf, SeizureResult, SeizureType } from "./types.js";

type Answer = Promise<typeof SeizureResult>;

const run = <I extends CommandFields, C extends SeizureCommand>(
  context: LedgerContext,
  spec: CommandSpec<I, C>,
  input: I,
): Answer => carryOut(context, spec, input, (done: Done) => new SeizureChanged(done));

@Resolver()
export class ExhibitQueryResolver {
  @Query(() => SeizureType, { nullable: true, description: "One seizure of exhibits, as of a moment." })
  async seizure(
    @Arg("id", () => SeizureId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<SeizureType | null> {
    needsToRead(context, "records");
    return seizureAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => SeizureConnection, { description: "Seizures by their day, latest first." })
  async seizures(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => disposals.SeizureFilter, { nullable: true }) filter: disposals.SeizureFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<SeizureType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses", "overdueOn"]);
    return connectFound(
      args,
      basis,
      ["seizures", filter ?? {}, direction],
      (window) => context.reads.exhibits.list({ ...filter, begunBy: basis.validAt }, direction, window, basis.position),
      (row) => seizureOf(context.reads, row, basis),
    );
  }
}

@Resolver()
export class ExhibitCustodyResolver {
  @Mutation(() => SeizureResult, {
    description: "Seizes exhibits temporarily, with their inventory (quyết định và biên bản tạm giữ tang vật).",
  })
  seizeExhibits(
    @Arg("input", () => inputs.SeizeExhibitsInput) input: inputs.SeizeExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.seizeExhibits, input);
  }

  @Mutation(() => SeizureResult, {
    description: "Extends the time in custody (gia hạn tạm giữ); each extension once, before the time is over.",
  })
  extendSeizure(
    @Arg("input", () => custody.ExtendSeizureInput) input: custody.ExtendSeizureInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.extendSeizure, input);
  }

  @Mutation(() => SeizureResult, {
    description: "Counts what is in custody (kiểm đếm). An estimate becomes exact; a difference is explained.",
  })
  countExhibits(
    @Arg("input", () => custody.CountExhibitsInput) input: custody.CountExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.countExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Another place, another custodian (bàn giao, chuyển kho)." })
  moveExhibits(
    @Arg("input", () => custody.MoveExhibitsInput) input: custody.MoveExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.moveExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Opens seals before those present (mở niêm phong)." })
  unsealExhibits(
    @Arg("input", () => custody.UnsealExhibitsInput) input: custody.UnsealExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.unsealExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Seals again, with new seals (niêm phong lại)." })
  resealExhibits(
    @Arg("input", () => custody.ResealExhibitsInput) input: custody.ResealExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.resealExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Records a public notice for an owner whom nobody knows." })
  announceUnclaimedExhibits(
    @Arg("input", () => custody.AnnounceUnclaimedExhibitsInput) input: custody.AnnounceUnclaimedExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.announceUnclaimedExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Gives copies back (trả lại)." })
  returnExhibits(
    @Arg("input", () => custody.ReturnExhibitsInput) input: custody.ReturnExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.returnExhibits, input);
  }

  @Mutation(() => SeizureResult, {
    description: "Records what is missing, ruined, or found beyond the number minuted.",
  })
  recordExhibitDiscrepancy(
    @Arg("input", () => custody.RecordExhibitDiscrepancyInput) input: custody.RecordExhibitDiscrepancyInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.recordExhibitDiscrepancy, input);
  }
}

@Resolver()
export class ExhibitDisposalResolver {
  @Mutation(() => SeizureResult, {
    description: "Confiscates copies by a sanction decision that orders it (tịch thu).",
  })
  confiscateExhibits(
    @Arg("input", () => disposals.ConfiscateExhibitsInput) input: disposals.ConfiscateExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.confiscateExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Destroys confiscated copies before a council (tiêu hủy)." })
  destroyExhibits(
    @Arg("input", () => disposals.DestroyExhibitsInput) input: disposals.DestroyExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.destroyExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Hands confiscated copies over to a body (chuyển giao)." })
  transferExhibits(
    @Arg("input", () => disposals.TransferExhibitsInput) input: disposals.TransferExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.transferExhibits, input);
  }

  @Mutation(() => SeizureResult, { description: "Sells confiscated copies by auction (bán đấu giá)." })
  sellExhibits(
    @Arg("input", () => disposals.SellExhibitsInput) input: disposals.SellExhibitsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.sellExhibits, input);
  }

  @Mutation(() => SeizureResult, {
    description:
      "The decision was annulled or amended: what is still held comes back into custody; for what is gone, compensation is due.",
  })
  revokeConfiscation(
    @Arg("input", () => disposals.RevokeConfiscationInput) input: disposals.RevokeConfiscationInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, commands.revokeConfiscation, input);
  }
}

@Resolver()
export class ExhibitRecordResolver {
  @Mutation(() => SeizureResult, {
    description: "Splits copies off a line into a line of their own; the title still counts once.",
  })
  splitExhibitLot(
    @Arg("input", () => disposals.SplitExhibitLotInput) input: disposals.SplitExhibitLotInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, records.splitExhibitLot, input);
  }

  @Mutation(() => SeizureResult, { description: "Puts a line into another of the same title." })
  mergeExhibitLots(
    @Arg("input", () => disposals.MergeExhibitLotsInput) input: disposals.MergeExhibitLotsInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, records.mergeExhibitLots, input);
  }

  @Mutation(() => SeizureResult, { description: "Corrects what the minutes say; the figures of that day follow." })
  correctInventory(
    @Arg("input", () => disposals.CorrectInventoryInput) input: disposals.CorrectInventoryInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, records.correctInventory, input);
  }

  @Mutation(() => SeizureResult, {
    description: "Voids a seizure entered by mistake, while nothing was disposed of; it counts for nothing any more.",
  })
  voidSeizure(
    @Arg("input", () => disposals.VoidSeizureInput) input: disposals.VoidSeizureInput,
    @Ctx() context: LedgerContext,
  ): Answer {
    return run(context, records.voidSeizure, input);
  }
}
