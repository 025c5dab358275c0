import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { informationRequests } from "../../projections/informationRequest/records.js";
import type { LedgerContext } from "../shared/context.js";
import { present } from "../shared/found.js";
import { VisitType } from "../visit/types.js";
import { informationRequestApi } from "./api.js";

@Resolver(() => VisitType)
export class RequestsOfVisitResolver {
  @FieldResolver(() => [informationRequestApi.type], {
    description: "The requests for information that began from the visit, or from what was promised in it.",
  })
  informationRequests(@Root() { version, basis }: VisitType, @Ctx() { reads }: LedgerContext): object {
    const found = reads.records.of(informationRequests).all({ visitId: version.id }, { basis });
    return present(found.map((row) => informationRequestApi.of(reads, row, basis)));
  }
}
