import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { sanctionSpecs } from "../../commands/sanctions.js";
import { sanction } from "../../domain/sanction/record.js";
import type { Basis } from "../../projections/table/basis.js";
import { COMPLAINT_FILTER } from "../../projections/sanction/complaintQueries.js";
import type { ComplaintRow } from "../../projections/sanction/complaints.js";
import { SANCTION_FILTER } from "../../projections/sanction/queries.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { needsToRead } from "../shared/access.js";
import { basisOf } from "../shared/asOf.js";
import { connect, type ConnectionOf, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { ComplaintConnection, shownComplaint } from "./complaints.js";
import { sanctionAt, SanctionChanged, sanctionOf, SanctionType } from "./types.js";

const MAX_NUMBER_CHARS = 100;

export const SanctionQueryResolver = queriesOf(sanction, {
  type: SanctionType,
  at: sanctionAt,
  of: sanctionOf,
  list: {
    name: "sanctions",
    description: "Decisions by day of signing, latest first.",
    filter: filterType("SanctionFilter", SANCTION_FILTER),
    order: "DESC",
    standing: ["statuses", "outstandingOnly", "overdueOn"],
    check: ({ number }) => {
      if ((number?.length ?? 0) > MAX_NUMBER_CHARS)
        throw badInput(`The number to look for has at most ${MAX_NUMBER_CHARS} characters.`);
    },
    read: ({ issuerId, ...filter }, { direction, window, basis }, { reads }) => {
      const issuer = reads.ones.of("Unit", issuerId, basis);
      return reads.sanctions.list({ ...filter, issuer }, direction, window, basis.position);
    },
  },
});

const ComplaintFilter = filterType("ComplaintFilter", COMPLAINT_FILTER);

@Resolver()
export class ComplaintQueryResolver {
  @Query(() => ComplaintConnection, { description: "Complaints and court actions by day of lodging, latest first." })
  async complaints(
    @Args(() => ListArgs) args: ListArgs,
    @Arg("filter", () => ComplaintFilter, { nullable: true }) filter: InstanceType<typeof ComplaintFilter> | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<object>> {
    needsToRead(context, "records");
    const basis = await basisOf(context, args.asOf);
    const { issuerId, ...more } = filter ?? {};
    const wanted = { ...more, issuer: context.reads.ones.of("Unit", issuerId, basis) };
    return connect(
      args,
      basis,
      ["complaints", filter ?? {}, direction],
      (window) => context.reads.complaints.list(wanted, direction, window, basis.position),
      (row) => complaintAt(context, row, basis),
    );
  }
}

function complaintAt({ reads }: LedgerContext, row: ComplaintRow, basis: Basis): object {
  const about = reads.sanctions.get(row.sanction_id, basis.position);
  const complaint = about?.state.complaints.find(({ complaintId }) => complaintId === row.id);
  if (!complaint) throw new Error("A complaint stands with no decision.");
  return shownComplaint(complaint, basis);
}

export const SanctionMutationResolver = mutationsOf(sanction, sanctionSpecs, SanctionChanged);
