import type { PartyGiven } from "./fields.js";
import type { ViolationGiven } from "./looked.js";
import { recordedParty } from "./parties.js";
import type { Found } from "./violationCase.js";
import { recordedViolation } from "./violations.js";

/** What of a party or a violation a verification record changes; `changed` ones are told whole. */
export interface Verified {
  readonly parties: readonly PartyGiven[];
  readonly added: readonly ViolationGiven[];
  readonly changed: readonly ViolationGiven[];
  /** Ids of violations that were none. */
  readonly removed: readonly string[];
}

/** Those of the case once the verification record stands. */
export function asVerified(
  { parties, violations }: Found,
  { parties: changedParties, added, changed, removed }: Verified,
): Found {
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
