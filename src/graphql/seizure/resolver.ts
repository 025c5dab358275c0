import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { seizureSpecs } from "../../commands/seizures.js";
import { seizure } from "../../domain/seizure/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, SeizureId } from "../shared/scalars.js";
import { SeizureFilter } from "./inputs.js";
import { seizureAt, SeizureChanged, SeizureConnection, seizureOf, SeizureResult, SeizureType } from "./types.js";

@Resolver()
export class SeizureQueryResolver {
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
    @Arg("filter", () => SeizureFilter, { nullable: true }) filter: SeizureFilter | undefined,
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
      (window) => context.reads.seizures.list({ ...filter, begunBy: basis.validAt }, direction, window, basis.position),
      (seizure) => seizureOf(context.reads, seizure, basis),
    );
  }
}

export const SeizureMutationResolver = mutationsOf(
  seizure,
  seizureSpecs,
  SeizureResult,
  (done) => new SeizureChanged(done),
);
