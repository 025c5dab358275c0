import type { Verified } from "./commands.js";
import { recordedParty } from "./parties.js";
import type { RecordedParty, RecordedViolation, ViolationCase } from "./violationCase.js";
import { recordedViolation } from "./violations.js";

/** The parties and violations of the case once the verification record stands. */
export function asVerified(
  { parties, violations }: Pick<ViolationCase, "parties" | "violations">,
  { parties: changedParties, added, changed, removed }: Verified,
): { readonly parties: readonly RecordedParty[]; readonly violations: readonly RecordedViolation[] } {
  const party = new Map(changedParties.map((one) => [one.partyId, recordedParty(one)]));
  const act = new Map(changed.map((one) => [one.violation.violationId, recordedViolation(one)]));
  return {
    parties: parties.map((one) => party.get(one.partyId) ?? one),
    violations: [
      ...violations
        .filter(({ violationId }) => !removed.includes(violationId))
        .map((one) => act.get(one.violationId) ?? one),
      ...added.map(recordedViolation),
    ],
  };
}
