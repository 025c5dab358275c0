import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { eachOptional, part, refs } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { JUDGEMENT } from "../../domain/visit/visit.js";
import { shownPart } from "../derive/shownFields.js";
import { needsToRead } from "../shared/access.js";
import { basisOf } from "../shared/asOf.js";
import { connect, type ConnectionOf, connectionType, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";

const ProbableDuplicate = shownPart(
  part(
    "ProbableDuplicate",
    { visitIds: refs("Visit", say("hai lượt tác nghiệp", "the two visits"), { most: 2 }), ...eachOptional(JUDGEMENT) },
    "Two visits that may be one, and the verdict if there is one.",
  ),
);
const ProbableDuplicateConnection = connectionType("ProbableDuplicate", () => ProbableDuplicate);

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
  ): Promise<ConnectionOf<object>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf);
    return connect(
      args,
      basis,
      ["probableDuplicates", judged],
      (window) => context.reads.duplicates.list(judged, "ASC", window, basis.position),
      ({ visit_a, visit_b, ...judgement }) =>
        new ProbableDuplicate({ state: { visitIds: [visit_a, visit_b], ...judgement }, basis }),
    );
  }
}
