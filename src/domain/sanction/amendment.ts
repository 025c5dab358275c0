import type { DecisionNumber } from "../kernel/taking.js";
import { firstRefusal } from "../kernel/decider.js";
import type { Refusal } from "../kernel/refusal.js";
import type { Stamp } from "../kernel/stamp.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { Amendment, Signer } from "./decision.js";
import { contentOf, fineOf, proposedAnew } from "./decisionContent.js";
import { sameContent, contentPolicies } from "./policiesContent.js";
import { sanctionRefusals } from "./refusals.js";
import type { Sanction, SanctionEvent } from "./sanction.js";
import type { AnnulmentGround } from "./terms.js";

/**
 * A decision amended or annulled: by who issued it, or by what a complaint or a court led to. Both ways the content is
 * judged by the same rules and told by the same events.
 */

/** Where the amendment or annulment stands written; null for what a complaint led to. */
export interface Paper {
  readonly number: DecisionNumber | null;
  readonly complaintId: string | null;
}

/** Why the content may not be amended like this, as of the day of the amendment. */
export function refusalOfAmendment(sanction: Sanction, amendment: Amendment, on: LocalDate): Refusal | undefined {
  if (amendment.violationCase.caseId !== sanction.caseId) {
    return sanctionRefusals.SANCTION_AMENDED_ON_OTHER_CASE(["sanctionId"]);
  }
  const known = sanction.measures.map((one) => one.measureId);
  if (amendment.staying?.some((id) => !known.includes(id))) {
    return sanctionRefusals.SANCTION_MEASURE_NOT_FOUND(["measures"]);
  }
  const proposal = proposedAnew(sanction, amendment, on);
  const refusal = firstRefusal(contentPolicies, proposal);
  if (refusal) return refusal;
  const same = sameContent(contentOf(proposal), sanction.content);
  return same ? sanctionRefusals.SANCTION_AMENDMENT_CHANGES_NOTHING([]) : undefined;
}

/** Asked only where `refusalOfAmendment` has nothing to say. */
export function amendmentEvents(
  sanction: Sanction,
  amendment: Amendment,
  { number, complaintId, signer = null }: Paper & { readonly signer?: Signer | null },
  stamp: Stamp,
): readonly SanctionEvent[] {
  const content = contentOf(proposedAnew(sanction, amendment, localDateOf(stamp.occurredAt)));
  const { sanctionId } = sanction;
  return [
    {
      type: "SanctionAmended",
      data: { sanctionId, number, content, fine: fineOf(content), signer, complaintId },
      ...stamp,
    },
  ];
}

export function annulmentEvents(
  { sanctionId }: Pick<Sanction, "sanctionId">,
  { ground, number, complaintId }: Paper & { readonly ground: AnnulmentGround },
  stamp: Stamp,
): readonly SanctionEvent[] {
  return [{ type: "SanctionAnnulled", data: { sanctionId, number, ground, complaintId }, ...stamp }];
}
