import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { pressAgencySpecs } from "../../commands/pressAgencies.js";
import { pressAgency } from "../../domain/pressAgency/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { AsOf, basisOf, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, PressAgencyId } from "../shared/scalars.js";
import { PressAgencyFilter } from "./inputs.js";
import {
  agencyOf,
  pressAgencyAt,
  PressAgencyChanged,
  PressAgencyConnection,
  PressAgencyResult,
  PressAgencyType,
} from "./types.js";

@Resolver()
export class PressAgencyQueryResolver {
  @Query(() => PressAgencyType, { nullable: true, description: "One press agency, as of a moment." })
  async pressAgency(
    @Arg("id", () => PressAgencyId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<PressAgencyType | null> {
    return pressAgencyAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => PressAgencyConnection, { description: "Press agencies in order of name." })
  async pressAgencies(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => PressAgencyFilter, { nullable: true }) filter: PressAgencyFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<PressAgencyType>> {
    const basis = await basisOf(context, args.asOf, args.validAt);
    return connectFound(
      args,
      basis,
      ["pressAgencies", filter ?? {}, direction],
      (window) => context.reads.pressAgencies.list({ ...filter, begunBy: basis.validAt }, direction, window, basis),
      (version) => agencyOf(version, basis),
    );
  }
}

export const PressAgencyMutationResolver = mutationsOf(
  pressAgency,
  pressAgencySpecs,
  PressAgencyResult,
  (done) => new PressAgencyChanged(done),
);
