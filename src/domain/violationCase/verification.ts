import type { Path, Refusal } from "../kernel/refusal.js";
import { asVerified, type Verified } from "./changes.js";
import { violationCaseRefusals } from "./refusals.js";
import type { ViolationCase } from "./violationCase.js";
import { eachInOrder, statedTwice } from "./violations.js";

/** Rules of a verification record: what it speaks of, and what comes of it. */

export function verifiedAreThere(
  { parties, violations }: ViolationCase,
  { parties: verified, changed, removed }: Verified,
): Refusal | undefined {
  const acts = new Set(violations.map(({ violationId }) => violationId));
  const persons = new Set(parties.map(({ partyId }) => partyId));
  const party = verified.findIndex(({ partyId }) => !persons.has(partyId));
  if (party >= 0) return violationCaseRefusals.PARTY_NOT_FOUND(["parties", party, "partyId"]);
  const change = changed.findIndex(({ violation }) => !acts.has(violation.violationId));
  if (change >= 0) return violationCaseRefusals.VIOLATION_NOT_FOUND(["changed", change, "violationId"]);
  const removal = removed.findIndex((id) => !acts.has(id));
  return removal >= 0 ? violationCaseRefusals.VIOLATION_NOT_FOUND(["removed", removal]) : undefined;
}

export function verifiedAreInOrder(violationCase: ViolationCase, verified: Verified): Refusal | undefined {
  const { parties, detectedOn } = violationCase;
  const { added, changed } = verified;
  const within = { parties, detectedOn, partyField: "partyId" };
  const pathOf = (id: string): Path => {
    const index = added.findIndex(({ violation }) => violation.violationId === id);
    return index < 0 ? ["changed"] : ["added", index];
  };
  return (
    eachInOrder("added", added, within) ??
    eachInOrder("changed", changed, within) ??
    statedTwice(asVerified(violationCase, verified).violations, pathOf)
  );
}
