import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { sanctionSpecs } from "../../commands/sanctions.js";
import { sanction } from "../../domain/sanction/record.js";
import type { Basis } from "../../projections/table/basis.js";
import type { ComplaintRow } from "../../projections/sanction/complaints.js";
import { mutationsOf } from "../derive/mutations.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, knownOnly, VALID_AT } from "../shared/asOf.js";
import { connect, connectFound, type ConnectionOf, DatedListArgs, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate, SanctionId } from "../shared/scalars.js";
import { ComplaintConnection, ComplaintFilter, complaintsOf, type ComplaintType } from "./complaints.js";
import { SanctionFilter } from "./filter.js";
import { sanctionAt, SanctionChanged, SanctionConnection, sanctionOf, SanctionResult, SanctionType } from "./types.js";

const MAX_NUMBER_CHARS = 100;

@Resolver()
export class SanctionQueryResolver {
  @Query(() => SanctionType, { nullable: true, description: "One decision, as of a moment." })
  async sanction(
    @Arg("id", () => SanctionId) id: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Arg("validAt", () => GraphQLLocalDate, VALID_AT) validAt: string | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<SanctionType | null> {
    needsToRead(context, "records");
    return sanctionAt(context.reads, id, await basisOf(context, asOf, validAt));
  }

  @Query(() => SanctionConnection, { description: "Decisions by day of signing, latest first." })
  async sanctions(
    @Args(() => DatedListArgs) args: DatedListArgs,
    @Arg("filter", () => SanctionFilter, { nullable: true }) filter: SanctionFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<SanctionType>> {
    needsToRead(context, "records");
    if ((filter?.number?.length ?? 0) > MAX_NUMBER_CHARS)
      throw badInput(`The number to look for has at most ${MAX_NUMBER_CHARS} characters.`);
    const basis = await basisOf(context, args.asOf, args.validAt);
    knownOnly(basis, filter, ["statuses", "outstandingOnly", "overdueOn"]);
    return connectFound(
      args,
      basis,
      ["sanctions", filter ?? {}, direction],
      (window) =>
        context.reads.sanctions.list({ ...filter, begunBy: basis.validAt }, direction, window, basis.position),
      (row) => sanctionOf(context.reads, row, basis),
    );
  }

  @Query(() => ComplaintConnection, { description: "Complaints and court actions by day of lodging, latest first." })
  async complaints(
    @Args(() => ListArgs) args: ListArgs,
    @Arg("filter", () => ComplaintFilter, { nullable: true }) filter: ComplaintFilter | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<ComplaintType>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf);
    return connect(
      args,
      basis,
      ["complaints", filter ?? {}, direction],
      (window) => context.reads.complaints.list(filter ?? {}, direction, window, basis.position),
      (row) => complaintAt(context, row, basis),
    );
  }
}

function complaintAt({ reads }: LedgerContext, row: ComplaintRow, basis: Basis): ComplaintType {
  const about = reads.sanctions.get(row.sanction_id, basis.position);
  const complaint = about && complaintsOf(about.state, basis).find(({ id }) => id === row.id);
  if (!complaint) throw new Error("A complaint stands with no decision.");
  return complaint;
}

export const SanctionMutationResolver = mutationsOf(
  sanction,
  sanctionSpecs,
  SanctionResult,
  (done) => new SanctionChanged(done),
);
