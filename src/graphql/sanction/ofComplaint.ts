import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import { ComplaintType } from "./complaints.js";
import { sanctionAt, SanctionType } from "./types.js";

@Resolver(() => ComplaintType)
export class SanctionOfComplaintResolver {
  @FieldResolver(() => SanctionType, { nullable: true })
  sanction(@Root() { sanctionId, basis }: ComplaintType, @Ctx() { reads }: LedgerContext): Found<SanctionType> {
    return sanctionAt(reads, sanctionId, basis);
  }
}
