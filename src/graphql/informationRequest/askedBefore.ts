import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { InformationRequest } from "../../domain/informationRequest/informationRequest.js";
import { askedBefore } from "../../projections/informationRequest/askedBefore.js";
import { informationRequests } from "../../projections/informationRequest/records.js";
import type { Basis } from "../../projections/table/basis.js";
import type { Version } from "../../projections/table/recordTable.js";
import { mayRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { present } from "../shared/found.js";
import { informationRequestApi } from "./api.js";

/** As much as reading a list of several hundred. */
export const LOOKING_COST = 200;

interface Shown {
  readonly version: Version<InformationRequest>;
  readonly basis: Basis;
}

/** What was asked twice. */
@Resolver(() => informationRequestApi.type)
export class AskedBeforeResolver {
  @FieldResolver(() => [informationRequestApi.type], {
    description:
      "Earlier requests to the same unit within 90 days that ask the same: of the same subject, or of a like one by the same " +
      "asker. By their names citizens are told apart for those only who may read them. The latest 20.",
    complexity: LOOKING_COST,
  })
  askedBefore(@Root() { version, basis }: Shown, @Ctx() { reads, principal }: LedgerContext): object {
    const asked = {
      ...{ byName: mayRead(principal, "offenders"), basis },
      oneOf: (kind: "Reporter" | "PressAgency", id: string) => reads.ones.goesOnAs(kind, id, basis),
    };
    const found = askedBefore(reads.records.of(informationRequests), version, asked);
    return present(found.map((one) => informationRequestApi.of(reads, one, basis)));
  }
}
