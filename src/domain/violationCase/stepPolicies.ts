import { firstRefusal } from "../kernel/decider.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { localDateOf } from "../kernel/time.js";
import type { SanctionFact } from "../sanction/decision.js";
import { unitExistsOn } from "../unit/policies.js";
import { asVerified } from "./changes.js";
import type { AddVerificationRecord, CaseStep } from "./commands.js";
import { partiesTogetherPolicies, partyPolicies } from "./parties.js";
import type { StepPolicy } from "./stepPolicy.js";
import { violationCaseRefusals } from "./refusals.js";
import type { ViolationCase } from "./violationCase.js";
import { statedTwice, violationPolicies } from "./violations.js";

type StepOf<T extends CaseStep["type"]> = Extract<CaseStep, { type: T }>;
type Extra = { readonly [T in CaseStep["type"]]?: readonly StepPolicy<StepOf<T>>[] };
type Explaining = StepOf<"SubmitExplanation"> | StepOf<"WaiveExplanation">;

const standing = (decisions: readonly SanctionFact[]): readonly SanctionFact[] =>
  decisions.filter((decision) => decision.annulledOn === null);

const partyMayExplain: StepPolicy<Explaining> = ({ violationCase, command }) => {
  const { partyId } = command.data;
  if (!violationCase.parties.some((party) => party.partyId === partyId))
    return violationCaseRefusals.PARTY_NOT_FOUND(["partyId"]);
  const entitled = violationCase.explanation.partyIds.includes(partyId);
  return entitled ? undefined : violationCaseRefusals.NO_RIGHT_TO_EXPLAIN(["partyId"]);
};

const partyHasNotAnswered: StepPolicy<Explaining> = ({ violationCase, command }) => {
  const answered = violationCase.explanation.answers.some(({ partyId }) => partyId === command.data.partyId);
  return answered ? violationCaseRefusals.ALREADY_ANSWERED(["partyId"]) : undefined;
};

/** The rules that one command has besides those of every step. */
export const EXTRA: Extra = {
  DrawUpMinutes: [
    function notOnTheSpot({ violationCase }) {
      const none = violationCase.procedure === "ON_THE_SPOT";
      return none ? violationCaseRefusals.NO_MINUTES_ON_THE_SPOT(["caseId"]) : undefined;
    },
    function minutesInTwoCopies({ command }) {
      return command.data.copies < 2 ? violationCaseRefusals.MINUTES_TOO_FEW_COPIES(["copies"]) : undefined;
    },
    function signedOrNot({ command }) {
      const { offenderSigned, refusalReason } = command.data;
      const both = offenderSigned && refusalReason !== null;
      return both ? violationCaseRefusals.MINUTES_SIGNED_AND_NOT(["refusalReason"]) : undefined;
    },
    function refusalIsExplained({ command }) {
      const { offenderSigned, refusalReason } = command.data;
      const missing = !offenderSigned && refusalReason === null;
      return missing ? violationCaseRefusals.MINUTES_NEED_REFUSAL_REASON(["refusalReason"]) : undefined;
    },
    function refusalIsWitnessed({ command }) {
      const { offenderSigned, witness } = command.data;
      return !offenderSigned && witness === null ? violationCaseRefusals.MINUTES_NEED_WITNESS(["witness"]) : undefined;
    },
    function minutesStateViolations({ command }) {
      return command.data.violations.length === 0 ? violationCaseRefusals.VIOLATIONS_NEEDED(["violations"]) : undefined;
    },
    function minutedViolationsAreInOrder({ violationCase, command }) {
      const { parties, detectedOn } = violationCase;
      const { violations } = command.data;
      for (const [index, given] of violations.entries()) {
        const context = { given, parties, detectedOn, path: ["violations", index], partyField: "partyId" };
        const refusal = firstRefusal(violationPolicies, context);
        if (refusal) return refusal;
      }
      return statedTwice(
        violations.map(({ violation }) => violation),
        (id) => ["violations", violations.findIndex(({ violation }) => violation.violationId === id)],
      );
    },
  ],
  AddVerificationRecord: [
    function verifiedOnesAreThere({ violationCase, command }) {
      return verifiesWhatIsThere(violationCase, command);
    },
    function eachVerifiedOnce({ command }) {
      const { parties, changed, removed } = command.data.verified;
      const ids = [
        ...parties.map((one) => one.partyId),
        ...changed.map((one) => one.violation.violationId),
        ...removed,
      ];
      const twice = new Set(ids).size < ids.length;
      return twice ? violationCaseRefusals.VERIFICATION_CHANGES_ONE_TWICE([]) : undefined;
    },
    function verifiedPartiesAreInOrder({ violationCase, command }) {
      const { verified } = command.data;
      const after = asVerified(violationCase, { ...verified, added: [], changed: [] }).parties;
      return firstRefusal(partyPolicies, verified.parties) ?? firstRefusal(partiesTogetherPolicies, after);
    },
    function verifiedViolationsAreInOrder({ violationCase, command }) {
      return verifiedViolations(violationCase, command);
    },
    function decisionsDoNotRestOnIt({ command }) {
      const { decisions, verified } = command.data;
      const parties = new Set(standing(decisions).map(({ partyId }) => partyId));
      const acts = new Set(standing(decisions).flatMap(({ violationIds }) => violationIds));
      const party = verified.parties.findIndex(({ partyId }) => parties.has(partyId));
      if (party >= 0) return violationCaseRefusals.VIOLATION_IS_DECIDED(["parties", party]);
      const change = verified.changed.findIndex(({ violation }) => acts.has(violation.violationId));
      if (change >= 0) return violationCaseRefusals.VIOLATION_IS_DECIDED(["changed", change]);
      const removal = verified.removed.findIndex((id) => acts.has(id));
      return removal >= 0 ? violationCaseRefusals.VIOLATION_IS_DECIDED(["removed", removal]) : undefined;
    },
  ],
  NotifyRightToExplain: [
    function notNotifiedYet({ violationCase }) {
      const told = violationCase.explanation.dueOn !== null;
      return told ? violationCaseRefusals.EXPLANATION_NOTIFIED(["caseId"]) : undefined;
    },
  ],
  SubmitExplanation: [
    partyMayExplain,
    partyHasNotAnswered,
    function writtenInTime({ violationCase, command }) {
      const { dueOn } = violationCase.explanation;
      const late = command.data.form === "WRITTEN" && dueOn !== null && command.data.submittedOn > dueOn;
      return late ? violationCaseRefusals.EXPLANATION_PERIOD_OVER(["submittedOn"], dueOn) : undefined;
    },
    function hearingWasAskedFor({ command }) {
      const { form, requestedOn } = command.data;
      const missing = form === "ORAL" && requestedOn === null;
      return missing ? violationCaseRefusals.HEARING_NEEDS_REQUEST(["requestedOn"]) : undefined;
    },
    function hearingWasAskedForInTime({ violationCase, command }) {
      const { oralRequestDueOn } = violationCase.explanation;
      const { requestedOn } = command.data;
      const late = requestedOn !== null && oralRequestDueOn !== null && requestedOn > oralRequestDueOn;
      return late ? violationCaseRefusals.HEARING_ASKED_TOO_LATE(["requestedOn"], oralRequestDueOn) : undefined;
    },
    function hearingFollowsRequest({ command }) {
      const { requestedOn, submittedOn } = command.data;
      const before = requestedOn !== null && submittedOn < requestedOn;
      return before ? violationCaseRefusals.CASE_STEP_TOO_EARLY(["submittedOn"], requestedOn) : undefined;
    },
  ],
  WaiveExplanation: [partyMayExplain, partyHasNotAnswered],
  ExtendExplanation: [
    function periodRuns({ violationCase, command }) {
      const running = violationCase.explanation.dueOn !== null && command.data.dueOn !== null;
      return running ? undefined : violationCaseRefusals.EXPLANATION_NOT_NOTIFIED(["caseId"]);
    },
    function extendedOnce({ violationCase }) {
      return violationCase.explanation.extended ? violationCaseRefusals.EXPLANATION_EXTENDED(["caseId"]) : undefined;
    },
    function extendedInTime({ violationCase, meta }) {
      const { dueOn } = violationCase.explanation;
      const over = dueOn !== null && localDateOf(meta.occurredAt) > dueOn;
      return over ? violationCaseRefusals.EXPLANATION_PERIOD_OVER(["occurredAt"], dueOn) : undefined;
    },
  ],
  RequestVerification: [
    function notRequestedYet({ violationCase }) {
      const wanted = violationCase.verificationWanted !== null;
      return wanted ? violationCaseRefusals.VERIFICATION_REQUESTED(["caseId"]) : undefined;
    },
  ],
  MarkComplex: [
    function notMarkedYet({ violationCase }) {
      const marked = violationCase.complexBecause !== null;
      return marked ? violationCaseRefusals.CASE_IS_COMPLEX(["caseId"]) : undefined;
    },
  ],
  TransferCase: [
    function toAnotherUnit({ violationCase, command }) {
      const same = command.data.to.unitId === violationCase.unit.unitId;
      return same ? violationCaseRefusals.TRANSFERRED_TO_SAME_UNIT(["toUnitId"]) : undefined;
    },
    function receivingUnitExists({ command }) {
      return unitExistsOn(command.data.to, command.data.transferredOn, ["toUnitId"]);
    },
  ],
  CloseCase: [
    function groundFitsTheProceedings({ violationCase, command }) {
      const { ground } = command.data;
      const fits = (ground === "PROSECUTED") === (violationCase.status === "IN_CRIMINAL_PROCEEDINGS");
      return fits ? undefined : violationCaseRefusals.CLOSING_GROUND_WRONG(["ground"], ground);
    },
    function executedWhenAllAre({ command }) {
      if (command.data.ground !== "EXECUTED") return undefined;
      const decisions = standing(command.data.decisions);
      const all = decisions.length > 0 && decisions.every(({ status }) => status === "EXECUTED");
      return all ? undefined : violationCaseRefusals.CASE_NOT_EXECUTED(["ground"]);
    },
    function noDecisionStands({ command }) {
      const { ground, decisions } = command.data;
      const stands = ground !== "EXECUTED" && ground !== "PROSECUTED" && standing(decisions).length > 0;
      return stands ? violationCaseRefusals.CASE_HAS_DECISIONS(["ground"]) : undefined;
    },
    function timeHasRunOut({ command }) {
      const { ground, closedOn, fineableUntil } = command.data;
      const early = ground === "TIME_BARRED" && fineableUntil !== null && closedOn <= fineableUntil;
      return early ? violationCaseRefusals.CASE_NOT_TIME_BARRED(["ground"], fineableUntil) : undefined;
    },
  ],
  VoidCase: [
    function noDecisionToVoid({ command }) {
      const stands = standing(command.data.decisions).length > 0;
      return stands ? violationCaseRefusals.CASE_HAS_DECISIONS(["caseId"]) : undefined;
    },
    function noSeizureToVoid({ command }) {
      return command.data.seizureIds.length > 0 ? violationCaseRefusals.CASE_HAS_SEIZURES(["caseId"]) : undefined;
    },
  ],
};

function verifiesWhatIsThere(
  { parties, violations }: ViolationCase,
  { data }: AddVerificationRecord,
): Refusal | undefined {
  const acts = new Set(violations.map(({ violationId }) => violationId));
  const persons = new Set(parties.map(({ partyId }) => partyId));
  const { parties: changedParties, changed, removed } = data.verified;
  const party = changedParties.findIndex(({ partyId }) => !persons.has(partyId));
  if (party >= 0) return violationCaseRefusals.PARTY_NOT_FOUND(["parties", party, "partyId"]);
  const change = changed.findIndex(({ violation }) => !acts.has(violation.violationId));
  if (change >= 0) return violationCaseRefusals.VIOLATION_NOT_FOUND(["changed", change, "violationId"]);
  const removal = removed.findIndex((id) => !acts.has(id));
  return removal >= 0 ? violationCaseRefusals.VIOLATION_NOT_FOUND(["removed", removal]) : undefined;
}

function verifiedViolations(violationCase: ViolationCase, { data }: AddVerificationRecord): Refusal | undefined {
  const { parties, detectedOn } = violationCase;
  const { added, changed } = data.verified;
  for (const [list, givens] of Object.entries({ added, changed })) {
    for (const [index, given] of givens.entries()) {
      const context = { given, parties, detectedOn, path: [list, index], partyField: "partyId" };
      const refusal = firstRefusal(violationPolicies, context);
      if (refusal) return refusal;
    }
  }
  const pathOf = (id: string): Path => {
    const index = added.findIndex(({ violation }) => violation.violationId === id);
    return index < 0 ? ["changed"] : ["added", index];
  };
  return statedTwice(asVerified(violationCase, data.verified).violations, pathOf);
}
