import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { unitSpecs } from "../../commands/units.js";
import { unit } from "../../domain/unit/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { AsOf, basisOf, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, UnitId } from "../shared/scalars.js";
import { UnitFilter } from "./inputs.js";
import { unitAt, unitOf, UnitChanged, UnitConnection, UnitResult, UnitType } from "./types.js";

@Resolver()
export class UnitQueryResolver {
  @Query(() => UnitType, { nullable: true, description: "One unit, as of a moment." })
  async unit(
    @Arg("id", () => UnitId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<UnitType | null> {
    return unitAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => UnitConnection, { description: "Units in order of name." })
  async units(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => UnitFilter, { nullable: true }) filter: UnitFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<UnitType>> {
    const basis = await basisOf(context, args.asOf, args.validAt);
    return connectFound(
      args,
      basis,
      ["units", filter ?? {}, direction],
      (window) => context.reads.units.list({ ...filter, begunBy: basis.validAt }, direction, window, basis),
      (version) => unitOf(version, basis),
    );
  }
}

export const UnitMutationResolver = mutationsOf(unit, unitSpecs, UnitResult, (done) => new UnitChanged(done));
