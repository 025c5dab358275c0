import { firstRefusal } from "../kernel/decider.js";
import { asIn, ids, many, optional } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { say } from "../kernel/words.js";
import type { SanctionFact } from "../sanction/decision.js";
import { asVerified, type Verified } from "./changes.js";
import type { ViolationCaseEvent } from "./events.js";
import { MINUTED_VIOLATION, PARTIES, VERIFIED_PARTY, VERIFIED_VIOLATION, VIOLATIONS } from "./fields.js";
import type { Thresholds } from "./looked.js";
import { partiesTogetherPolicies, partyPolicies } from "./parties.js";
import { violationCaseRefusals } from "./refusals.js";
import { rightAfter } from "./rightToExplain.js";
import { minutesOrDetection, onItsDay, standing } from "./rules.js";
import { MINUTED } from "./terms.js";
import { VERIFICATION, type ViolationCase } from "./violationCase.js";
import { eachInOrder, statedTwice } from "./violations.js";

const { step } = stepsOf<ViolationCase, ViolationCaseEvent, "caseId">();

/** What the minutes got wrong is told. */
export const verificationSteps = {
  AddVerificationRecord: step({
    does: say("lập biên bản xác minh", "add a verification record"),
    note: "What the minutes got wrong, and the parties and violations as verified; what it does not name stands as it is.",
    fields: {
      ...asIn(VERIFICATION, "madeOn", "madeBy", "corrects"),
      parties: optional(
        many(
          VERIFIED_PARTY,
          say("người vi phạm được xác minh lại", "parties"),
          { ...PARTIES, least: 0 },
          "Those that are others than recorded, told whole.",
        ),
      ),
      added: optional(many(MINUTED_VIOLATION, say("hành vi bổ sung", "violations added"), { ...VIOLATIONS, least: 0 })),
      changed: optional(
        many(
          VERIFIED_VIOLATION,
          say("hành vi thay đổi", "violations changed"),
          { ...VIOLATIONS, least: 0 },
          "Told whole.",
        ),
      ),
      removed: optional(
        ids(say("hành vi loại bỏ", "violations removed"), { ...VIOLATIONS, least: 0 }, "Those that were none."),
      ),
      ...asIn(VERIFICATION, "reason"),
    },
    looked: looked<
      Verified & {
        readonly thresholds: Thresholds;
        /** Decisions of the case: what one rests on is changed by amending or annulling the decision first. */
        readonly decisions: readonly SanctionFact[];
      }
    >(),
    makes: { recordId: "verificationRecord" },
    from: MINUTED,
    rules: [
      onItsDay("madeOn", minutesOrDetection),
      function verifiedOnesAreThere({ state, data }) {
        return verifiedAreThere(state, data);
      },
      function eachVerifiedOnce({ data: { parties, changed, removed } }) {
        const verified = [
          ...parties.map((one) => one.partyId),
          ...changed.map((one) => one.violation.violationId),
          ...removed,
        ];
        const twice = new Set(verified).size < verified.length;
        return twice ? violationCaseRefusals.VERIFICATION_CHANGES_ONE_TWICE([]) : undefined;
      },
      function verifiedPartiesAreInOrder({ state, data }) {
        const after = asVerified(state, { ...data, added: [], changed: [] }).parties;
        return firstRefusal(partyPolicies, data.parties) ?? firstRefusal(partiesTogetherPolicies, after);
      },
      function verifiedViolationsAreInOrder({ state, data }) {
        return verifiedAreInOrder(state, data);
      },
      function decisionsDoNotRestOnIt({ data: { decisions, parties: verified, changed, removed } }) {
        const parties = new Set(standing(decisions).map(({ partyId }) => partyId));
        const acts = new Set(standing(decisions).flatMap(({ violationIds }) => violationIds));
        const party = verified.findIndex(({ partyId }) => parties.has(partyId));
        if (party >= 0) return violationCaseRefusals.VIOLATION_IS_DECIDED(["parties", party]);
        const change = changed.findIndex(({ violation }) => acts.has(violation.violationId));
        if (change >= 0) return violationCaseRefusals.VIOLATION_IS_DECIDED(["changed", change]);
        const removal = removed.findIndex((one) => acts.has(one));
        return removal >= 0 ? violationCaseRefusals.VIOLATION_IS_DECIDED(["removed", removal]) : undefined;
      },
    ],
    tells: {
      ViolationVerified: ({ state, data }) => {
        const { recordId, corrects } = data;
        return { record: { recordId, madeOn: data.madeOn, madeBy: data.madeBy, corrects, ...asVerified(state, data) } };
      },
      ExplanationDropped: ({ state, data }) =>
        rightAfter(state, asVerified(state, data), data.thresholds, data.madeOn) === "DROPPED" ? {} : undefined,
      ExplanationOpened: ({ state, data }) => {
        const right = rightAfter(state, asVerified(state, data), data.thresholds, data.madeOn);
        return typeof right === "string" ? undefined : right;
      },
    },
  }),
};

function verifiedAreThere(
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

function verifiedAreInOrder(violationCase: ViolationCase, verified: Verified): Refusal | undefined {
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
