import type { Policy } from "../kernel/decider.js";
import { dong } from "../kernel/money.js";
import { timePolicies } from "../kernel/occurrence.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { SignerPost } from "../law/terms.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitKind } from "../unit/terms.js";
import type { UnitFact } from "../unit/unit.js";
import { contentOf, fineOf, proposedNew } from "./decisionContent.js";
import type { IssueSanction, Signer } from "./decision.js";
import { contentPolicies } from "./policiesContent.js";
import type { Refusal } from "../kernel/refusal.js";
import { sanctionRefusals } from "./refusals.js";

/** A decision is signed when it occurs: that day's powers count, and its year numbers it. */
export const signingDay = ({ meta }: Pick<IssueSanction, "meta">): LocalDate => localDateOf(meta.occurredAt);

type IssuePolicy = Policy<IssueSanction>;

// The case ----------------------------------------------------------------------------------------------------------

const ofTheCase: readonly IssuePolicy[] = [
  function caseIsOpen({ data }) {
    const over = ["CLOSED", "VOIDED"].includes(data.violationCase.status);
    return over ? sanctionRefusals.SANCTION_CASE_CLOSED(["caseId"]) : undefined;
  },
  function notInCriminalProceedings({ data }) {
    const away = data.violationCase.inCriminalProceedings;
    return away ? sanctionRefusals.SANCTION_IN_CRIMINAL_PROCEEDINGS(["caseId"]) : undefined;
  },
  /** Who has the case decides it, or its successor. */
  function issuerHasTheCase({ data }) {
    const has = data.issuerAndPredecessors.includes(data.violationCase.unitId);
    return has ? undefined : sanctionRefusals.SANCTION_CASE_OF_OTHER_UNIT(["issuerId"]);
  },
  function partyOfCase({ data }) {
    const known = data.violationCase.parties.some((one) => one.partyId === data.party.partyId);
    return known ? undefined : sanctionRefusals.SANCTION_PARTY_NOT_OF_CASE(["partyId"]);
  },
  function minutesExist({ data }) {
    const { procedure, minutesMadeOn } = data.violationCase;
    const missing = procedure === "WITH_MINUTES" && minutesMadeOn === null;
    return missing ? sanctionRefusals.SANCTION_WITHOUT_MINUTES(["caseId"]) : undefined;
  },
  function signedNotBeforeMinutes(command) {
    const { minutesMadeOn } = command.data.violationCase;
    const early = minutesMadeOn !== null && signingDay(command) < minutesMadeOn;
    return early ? sanctionRefusals.SANCTION_SIGNED_BEFORE_MINUTES(["occurredAt"], minutesMadeOn) : undefined;
  },
  /** The right to explain lasts to the end of its last day, unless it was used or waived (the Law, Art. 61). */
  function explanationIsOver(command) {
    const { kind, violationCase } = command.data;
    const { state, dueOn } = violationCase.explanation;
    if (kind === "REMEDY_ONLY" || state !== "OPEN") return undefined;
    if (dueOn === null) return sanctionRefusals.SANCTION_EXPLANATION_NOT_OFFERED(["caseId"]);
    return signingDay(command) <= dueOn ? sanctionRefusals.SANCTION_EXPLANATION_OPEN(["caseId"], dueOn) : undefined;
  },
  /**
   * Past it a decision has no fine (Art. 65 and 66 of the Law). A decision in the place of an annulled one is not held
   * to it: the first one was in time, and what still runs is the limitation. So Art. 6 and 18.3 of the Law are read here.
   */
  function withinDecisionDeadline(command) {
    const { kind, decisionDueOn, replaces } = command.data;
    if (kind === "REMEDY_ONLY" || replaces !== null || decisionDueOn === null) return undefined;
    const late = signingDay(command) > decisionDueOn;
    return late ? sanctionRefusals.SANCTION_DEADLINE_PASSED(["kind"], decisionDueOn) : undefined;
  },
];

// A fine, or why none -----------------------------------------------------------------------------------------------

const ofItsKind: readonly IssuePolicy[] = [
  function offenderKnown({ data }) {
    const unknown = data.kind === "SANCTION" && data.party.kind === "UNKNOWN";
    return unknown ? sanctionRefusals.SANCTION_OFFENDER_UNKNOWN(["partyId"]) : undefined;
  },
  function noFineIsExplained({ data: { kind, noFineBecause } }) {
    if (kind === "REMEDY_ONLY" && noFineBecause === null) {
      return sanctionRefusals.SANCTION_NO_FINE_NEEDS_GROUND(["noFineBecause"]);
    }
    const needless = kind === "SANCTION" && noFineBecause !== null;
    return needless ? sanctionRefusals.SANCTION_GROUND_WITHOUT_NEED(["noFineBecause"]) : undefined;
  },
  /** Every act must be barred: one that is not is fined in a decision of its own. */
  function timeBarredIndeed(command) {
    const { noFineBecause, lines } = command.data;
    if (noFineBecause !== "TIME_BARRED") return undefined;
    const still = lines.find((one) => one.limitationEndsOn !== null && signingDay(command) <= one.limitationEndsOn);
    return still?.limitationEndsOn
      ? sanctionRefusals.SANCTION_NOT_TIME_BARRED(["noFineBecause"], still.limitationEndsOn)
      : undefined;
  },
  function deadlinePassedIndeed(command) {
    const { noFineBecause, decisionDueOn } = command.data;
    if (noFineBecause !== "DEADLINE_PASSED") return undefined;
    const passed = decisionDueOn !== null && signingDay(command) > decisionDueOn;
    return passed ? undefined : sanctionRefusals.SANCTION_DEADLINE_NOT_PASSED(["noFineBecause"]);
  },
  function offenderUnknownIndeed({ data: { noFineBecause, party } }) {
    const known = noFineBecause === "OFFENDER_UNKNOWN" && party.kind !== "UNKNOWN";
    return known ? sanctionRefusals.SANCTION_OFFENDER_IS_KNOWN(["noFineBecause"]) : undefined;
  },
];

// The signer --------------------------------------------------------------------------------------------------------

/** Posts whose power may be delegated to a deputy (giao quyền; Art. 54 of the Law). */
const DELEGATING: readonly SignerPost[] = [
  "DEPARTMENT_CHIEF_INSPECTOR",
  "DEPARTMENT_DIRECTOR",
  "COMMUNE_CHAIR",
  "DISTRICT_CHAIR",
  "PROVINCE_CHAIR",
];

/** The delegation that a signer names can have been one. */
export function delegationFits({ post, delegation }: Signer, signedOn: LocalDate): Refusal | undefined {
  if (!delegation) return undefined;
  if (!DELEGATING.includes(post)) return sanctionRefusals.SANCTION_POST_NOT_DELEGATED(["signer", "delegation"]);
  return delegation.decidedOn > signedOn
    ? sanctionRefusals.SANCTION_DELEGATED_AFTER_SIGNING(["signer", "delegation", "decidedOn"])
    : undefined;
}

/** Which kinds of unit have the post. The inspectorates of the province and of departments are both old and new. */
const UNITS_WITH: Readonly<Record<SignerPost, readonly UnitKind[]>> = {
  INSPECTOR: ["PROVINCE", "DEPARTMENT", "SECTOR"],
  INSPECTION_TEAM_HEAD: ["PROVINCE", "DEPARTMENT", "SECTOR"],
  DEPARTMENT_CHIEF_INSPECTOR: ["DEPARTMENT", "SECTOR"],
  DEPARTMENT_DIRECTOR: ["DEPARTMENT", "SECTOR"],
  COMMUNE_CHAIR: ["COMMUNE"],
  DISTRICT_CHAIR: ["DISTRICT"],
  PROVINCE_CHAIR: ["PROVINCE"],
};

/** A post signs for the body that has it: a department's decision cannot borrow the province chair's power. */
export function postIsOfIssuer({ post }: Signer, { kind }: Pick<UnitFact, "kind">): Refusal | undefined {
  if (UNITS_WITH[post].includes(kind)) return undefined;
  return sanctionRefusals.SANCTION_SIGNER_OF_OTHER_UNIT(["signer", "post"], post, kind);
}

// All together ------------------------------------------------------------------------------------------------------

const proposal = (command: IssueSanction): ReturnType<typeof proposedNew> =>
  proposedNew(command.data, signingDay(command));

const onTheContent: readonly IssuePolicy[] = contentPolicies.map((policy) => (command) => policy(proposal(command)));

export const issuePolicies: readonly IssuePolicy[] = [
  ...timePolicies,
  function issuerExistsOnTheDay(command) {
    return unitExistsOn(command.data.issuer, signingDay(command), ["issuerId"]);
  },
  ...ofTheCase,
  ...ofItsKind,
  function signerIsOfTheIssuer({ data }) {
    return postIsOfIssuer(data.signer, data.issuer);
  },
  ...onTheContent,
  /** Without minutes only a warning or a small fine (Art. 56 of the Law). */
  function smallOnTheSpot(command) {
    const { violationCase, onTheSpotUpTo } = command.data;
    if (violationCase.procedure !== "ON_THE_SPOT") return undefined;
    const fine = dong(fineOf(contentOf(proposal(command))));
    const tooMuch = fine > onTheSpotUpTo.value;
    return tooMuch
      ? sanctionRefusals.SANCTION_TOO_LARGE_ON_THE_SPOT(["lines"], onTheSpotUpTo.value.toString())
      : undefined;
  },
  function delegationIsPlausible(command) {
    return delegationFits(command.data.signer, signingDay(command));
  },
  function replacesAnAnnulledOne({ data: { replaces, violationCase, party } }) {
    if (!replaces) return undefined;
    const { annulledOn, caseId, partyId, replacedById } = replaces;
    if (caseId !== violationCase.caseId || partyId !== party.partyId) {
      return sanctionRefusals.SANCTION_REPLACES_OTHER_CASE(["replacesId"]);
    }
    if (annulledOn === null) return sanctionRefusals.SANCTION_REPLACES_STANDING(["replacesId"]);
    return replacedById === null ? undefined : sanctionRefusals.SANCTION_ALREADY_REPLACED(["replacesId"]);
  },
];
