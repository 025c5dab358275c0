import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { type Basis, onDay } from "../../projections/table/basis.js";
import { differenceOf } from "../../projections/timeline/recordDocument.js";
import { historyOf } from "../../projections/timeline/recordHistory.js";
import { nodeAt } from "../ledger/resolver.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, VALID_AT } from "../shared/asOf.js";
import { betweenOf } from "../shared/between.js";
import type { LedgerContext } from "../shared/context.js";
import { globalId, GraphQLLocalDate } from "../shared/scalars.js";
import { recordOf } from "../timeline/subjects.js";
import { RecordDocuments } from "./documents.js";
import { RecordDifference, RecordFieldChange, RecordType, VERSIONS_COST } from "./types.js";

@Resolver()
export class RecordResolver {
  @Query(() => RecordType, {
    nullable: true,
    description:
      "Any record, by its global id, in three views: its events, compiled as of a moment, and versioned, each field with " +
      "all its values. Null if there is none, or if it had not begun by the day.",
  })
  async record(
    @Arg("id", () => ID) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<RecordType | null> {
    needsToRead(context, "records");
    const subject = recordOf(id);
    const basis = await basisOf(context, asOf, validAt);
    const found = await nodeAt(context, globalId(subject.kind, subject.ref), basis);
    return found && new RecordType(subject, basis);
  }

  @Query(() => RecordDifference, {
    nullable: true,
    description:
      "What of a record differs between two points of the ledger: each field before and after, with the event " +
      "responsible. Null if there is no such record at the second one.",
    complexity: VERSIONS_COST,
  })
  async recordDifference(
    @Arg("id", () => ID) id: string,
    @Arg("from", () => AsOf) from: AsOf,
    @Arg("to", () => AsOf, { nullable: true, description: "Now, if absent." }) to: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, {
      nullable: true,
      description: "How the knowledge of this one day changed.",
    })
    validAt: string | undefined,
    @Ctx() context: LedgerContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<RecordDifference | null> {
    needsToRead(context, "records");
    const subject = recordOf(id);
    const between = await betweenOf(context, from, to);
    const of = (basis: Basis): Basis => (validAt == null ? basis : { ...onDay(basis, validAt), validAt });
    const [earlier, later] = [of(between.from), of(between.to)];
    const documents = new RecordDocuments(schema, context, subject);
    const versions = await documents.versions(later, earlier);
    const before = versions?.at(0)?.document ?? (await documents.at(earlier));
    const after = versions?.at(-1)?.document ?? (await documents.at(later));
    if (after.size === 0) return null;
    const history = historyOf(versions ?? []);
    const changes = differenceOf(before, after).map(
      (change) => new RecordFieldChange(change, history.get(change.path)?.at(-1)),
    );
    return new RecordDifference(changes, earlier, later);
  }
}
