import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { LedgerContext } from "../shared/context.js";
import { present } from "../shared/found.js";
import { ViolationCaseType } from "../violationCase/types.js";
import { seizureOf, SeizureType } from "./types.js";

@Resolver(() => ViolationCaseType)
export class SeizuresOfCaseResolver {
  @FieldResolver(() => [SeizureType], { description: "Exhibits seized in the case, void seizures too." })
  seizures(
    @Root() { version, basis }: ViolationCaseType,
    @Ctx() { reads }: LedgerContext,
  ): SeizureType[] | Promise<SeizureType[]> {
    const seizures = reads.seizures.ofCaseAt(version.id, basis.position);
    return present(seizures.map((seizure) => seizureOf(reads, seizure, basis)));
  }
}
