import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { representativeOfficeSpecs } from "../../commands/representativeOffices.js";
import { representativeOffice } from "../../domain/representativeOffice/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, RepresentativeOfficeId } from "../shared/scalars.js";
import { RepresentativeOfficeFilter } from "./inputs.js";
import {
  officeAt,
  officeOf,
  RepresentativeOfficeChanged,
  RepresentativeOfficeConnection,
  RepresentativeOfficeResult,
  RepresentativeOfficeType,
} from "./types.js";

@Resolver()
export class RepresentativeOfficeQueryResolver {
  @Query(() => RepresentativeOfficeType, { nullable: true, description: "One representative office, as of a moment." })
  async representativeOffice(
    @Arg("id", () => RepresentativeOfficeId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<RepresentativeOfficeType | null> {
    needsToRead(context, "records");
    return officeAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => RepresentativeOfficeConnection, { description: "Representative offices in order of their start." })
  async representativeOffices(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => RepresentativeOfficeFilter, { nullable: true }) filter: RepresentativeOfficeFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<RepresentativeOfficeType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    return connectFound(
      args,
      basis,
      ["representativeOffices", filter ?? {}, direction],
      (window) => context.reads.offices.list({ ...filter, begunBy: basis.validAt }, direction, window, basis),
      (version) => officeOf(version, basis),
    );
  }
}

export const RepresentativeOfficeMutationResolver = mutationsOf(
  representativeOffice,
  representativeOfficeSpecs,
  RepresentativeOfficeResult,
  (done) => new RepresentativeOfficeChanged(done),
);
