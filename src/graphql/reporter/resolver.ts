import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { reporterSpecs } from "../../commands/reporters.js";
import { reporter } from "../../domain/reporter/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, ReporterId } from "../shared/scalars.js";
import { ReporterFilter } from "./inputs.js";
import { reporterAt, reporterOf, ReporterChanged, ReporterConnection, ReporterResult, ReporterType } from "./types.js";

@Resolver()
export class ReporterQueryResolver {
  @Query(() => ReporterType, { nullable: true, description: "One reporter, as of a moment." })
  async reporter(
    @Arg("id", () => ReporterId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<ReporterType | null> {
    needsToRead(context, "records");
    return reporterAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => ReporterConnection, { description: "Reporters in order of given name, then family name." })
  async reporters(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => ReporterFilter, { nullable: true }) filter: ReporterFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<ReporterType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    const wanted = { ...filter, agencyOn: filter?.agencyOn ?? basis.today, begunBy: basis.validAt };
    return connectFound(
      args,
      basis,
      ["reporters", filter ?? {}, direction],
      (window) => context.reads.reporters.list(wanted, direction, window, basis.position),
      (version) => reporterOf(version, basis),
    );
  }
}

export const ReporterMutationResolver = mutationsOf(
  reporter,
  reporterSpecs,
  ReporterResult,
  (done) => new ReporterChanged(done),
);
