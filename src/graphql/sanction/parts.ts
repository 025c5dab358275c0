import { Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import { FINE_FRAME, SANCTIONED_PARTY, type SanctionedParty } from "../../domain/sanction/decision.js";
import { MASKED_HERE } from "../derive/shown.js";
import { shownPart, type Showing } from "../derive/shownFields.js";
import type { LedgerContext } from "../shared/context.js";
import { shownName } from "../shared/mask.js";

export const FineFrame = shownPart(FINE_FRAME);

@Resolver(() => shownPart(SANCTIONED_PARTY))
export class SanctionedPartyResolver {
  @FieldResolver(() => String, {
    description: "Of a person or a household business only the initials, unless your role may read who was sanctioned.",
  })
  @Extensions({ names: MASKED_HERE })
  name(@Root() { shown }: { readonly shown: Showing<SanctionedParty> }, @Ctx() context: LedgerContext): string {
    const { partyId: ref, kind, name } = shown.state;
    return shownName({ as: "PARTY", ref, kind, name }, context);
  }
}
