import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { visitSpecs } from "../../commands/visits.js";
import { visit } from "../../domain/visit/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { needsToRead } from "../shared/access.js";
import { basisOf } from "../shared/asOf.js";
import { connect, type ConnectionOf, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { VisitFilter } from "./inputs.js";
import { ProbableDuplicate, ProbableDuplicateConnection, visitAt, VisitChanged, visitOf, VisitType } from "./types.js";

export const VisitQueryResolver = queriesOf(visit, {
  type: VisitType,
  at: visitAt,
  of: visitOf,
  list: {
    name: "visits",
    description: "Visits in order of arrival (until then: of registration), latest first.",
    filter: VisitFilter,
    order: "DESC",
    standing: ["statuses"],
    read: ({ hostId, reporterId, agencyId, ...filter }, { direction, window, basis }, { reads }) => {
      const host = reads.ones.of("Unit", hostId, basis);
      const reporter = reads.ones.of("Reporter", reporterId, basis);
      const agency = reads.ones.of("PressAgency", agencyId, basis);
      return reads.visits.list({ ...filter, host, reporter, agency }, direction, window, basis);
    },
  },
});

@Resolver()
export class DuplicateQueryResolver {
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

export const VisitMutationResolver = mutationsOf(visit, visitSpecs, VisitChanged);
