import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { violationCaseSpecs } from "../../commands/violationCases.js";
import { violationCase } from "../../domain/violationCase/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { connectFound, type ConnectionOf, DatedListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, ViolationCaseId } from "../shared/scalars.js";
import { ViolationCaseFilter } from "./filter.js";
import {
  violationCaseAt,
  ViolationCaseChanged,
  ViolationCaseConnection,
  violationCaseOf,
  ViolationCaseResult,
  ViolationCaseType,
} from "./types.js";

@Resolver()
export class ViolationCaseQueryResolver {
  @Query(() => ViolationCaseType, { nullable: true, description: "One violation case, as of a moment." })
  async violationCase(
    @Arg("id", () => ViolationCaseId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<ViolationCaseType | null> {
    needsToRead(context, "records");
    return violationCaseAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => ViolationCaseConnection, { description: "Violation cases by their day of detection, latest first." })
  async violationCases(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => ViolationCaseFilter, { nullable: true }) filter: ViolationCaseFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<ViolationCaseType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses", "decisionOverdueOn"]);
    const { reads, law } = context;
    const wanted = { ...filter, begunBy: basis.validAt };
    return connectFound(
      args,
      basis,
      ["violationCases", filter ?? {}, direction],
      (window) => reads.violationCases.list(wanted, direction, window, basis.position, law),
      (row) => violationCaseOf(reads, row, basis),
    );
  }
}

export const ViolationCaseMutationResolver = mutationsOf(
  violationCase,
  violationCaseSpecs,
  ViolationCaseResult,
  (done) => new ViolationCaseChanged(done),
);
