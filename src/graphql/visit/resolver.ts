import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { visitSpecs } from "../../commands/visits.js";
import { visit } from "../../domain/visit/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { connect, connectFound, type ConnectionOf, DatedListArgs, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, VisitId } from "../shared/scalars.js";
import { VisitFilter } from "./inputs.js";
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
    @Arg("filter", () => VisitFilter, { nullable: true }) given: VisitFilter | null | undefined,
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

export const VisitMutationResolver = mutationsOf(visit, visitSpecs, VisitResult, (done) => new VisitChanged(done));
