import { firstRefusal } from "../kernel/decider.js";
import type { Vnd } from "../kernel/money.js";
import type { Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { contentRules, sameContent } from "./contentRules.js";
import type { Amendment, DecisionContent } from "./decision.js";
import { contentOf, fineOf, proposedAnew } from "./decisionContent.js";
import { sanctionRefusals } from "./refusals.js";
import type { Sanction } from "./sanction.js";

/** A decision amended, by who issued it or by what a complaint or a court led to: both are judged by the same rules. */

/** Why the content may not be amended like this, as of the day of the amendment. */
export function refusalOfAmendment(sanction: Sanction, amendment: Amendment, on: LocalDate): Refusal | undefined {
  if (amendment.violationCase.caseId !== sanction.caseId) {
    return sanctionRefusals.SANCTION_AMENDED_ON_OTHER_CASE(["sanctionId"]);
  }
  const known = sanction.measures.map((one) => one.measureId);
  if (amendment.staying.some((id) => !known.includes(id))) {
    return sanctionRefusals.SANCTION_MEASURE_NOT_FOUND(["measures"]);
  }
  const proposal = proposedAnew(sanction, amendment, on);
  const refusal = firstRefusal(contentRules, proposal);
  if (refusal) return refusal;
  const same = sameContent(contentOf(proposal), sanction);
  return same ? sanctionRefusals.SANCTION_AMENDMENT_CHANGES_NOTHING([]) : undefined;
}

/** The content as amended. Asked only where `refusalOfAmendment` has nothing to say. */
export function amendedContent(
  sanction: Sanction,
  amendment: Amendment,
  on: LocalDate,
): { readonly content: DecisionContent; readonly fine: Vnd } {
  const content = contentOf(proposedAnew(sanction, amendment, on));
  return { content, fine: fineOf(content) };
}
