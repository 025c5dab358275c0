import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { LedgerContext } from "../shared/context.js";
import { present } from "../shared/found.js";
import { ViolationCaseType } from "../violationCase/types.js";
import { sanctionOf, SanctionType } from "./types.js";

@Resolver(() => ViolationCaseType)
export class SanctionsOfCaseResolver {
  @FieldResolver(() => [SanctionType], { description: "The sanction decisions of the case, annulled ones too." })
  sanctions(
    @Root() { version, basis }: ViolationCaseType,
    @Ctx() { reads }: LedgerContext,
  ): SanctionType[] | Promise<SanctionType[]> {
    const known = reads.sanctions.ofCase(version.id, basis.position);
    return present(known.map((one) => sanctionOf(reads, one, basis)));
  }
}
