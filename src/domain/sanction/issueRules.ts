import type { CommandMeta, Policy } from "../kernel/decider.js";
import { dong } from "../kernel/money.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { ParameterRule } from "../law/lawBook.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import { contentRules } from "./contentRules.js";
import type { SanctionFact, Signer } from "./decision.js";
import { contentOf, fineOf, type NewContent, type Proposal, proposedNew } from "./decisionContent.js";
import { sanctionRefusals } from "./refusals.js";
import { delegationFits, postIsOfIssuer } from "./rules.js";
import type { NoFineGround } from "./terms.js";

/** What must be so before a decision is issued. Law on Handling Administrative Violations, Art. 56–67. */

/** What is looked up for a decision to be issued. */
export interface LookedForIssue extends Omit<NewContent, "kind"> {
  readonly issuer: UnitFact;
  /** The issuer and the units that it has succeeded by the day of signing: whose cases it decides. */
  readonly issuerAndPredecessors: readonly string[];
  /** The last day for a decision with a fine, reckoned from the minutes; null: there are none. */
  readonly decisionDueOn: LocalDate | null;
  /** The annulled decision to replace. */
  readonly replaces: SanctionFact | null;
  /** Up to this fine a decision may be made on the spot, without minutes. */
  readonly onTheSpotUpTo: ParameterRule;
}

interface Issuing {
  readonly data: LookedForIssue &
    Pick<NewContent, "kind"> & { readonly noFineBecause: NoFineGround | null; readonly signer: Signer };
  readonly meta: CommandMeta;
}
type IssueRule = Policy<Issuing>;

/** A decision is signed when it occurs: that day's powers count, and its year numbers it. */
export const signingDay = ({ meta }: Pick<Issuing, "meta">): LocalDate => localDateOf(meta.occurredAt);

/** The decision as proposed. */
export const proposalOf = (asked: Issuing): Proposal => proposedNew(asked.data, signingDay(asked));

// The case ----------------------------------------------------------------------------------------------------------

const ofTheCase: readonly IssueRule[] = [
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
  function signedNotBeforeMinutes(asked) {
    const { minutesMadeOn } = asked.data.violationCase;
    const early = minutesMadeOn !== null && signingDay(asked) < minutesMadeOn;
    return early ? sanctionRefusals.SANCTION_SIGNED_BEFORE_MINUTES(["occurredAt"], minutesMadeOn) : undefined;
  },
  /** The right to explain lasts to the end of its last day, unless it was used or waived (the Law, Art. 61). */
  function explanationIsOver(asked) {
    const { kind, violationCase } = asked.data;
    const { state, dueOn, hearingOn } = violationCase.explanation;
    if (kind === "REMEDY_ONLY" || state !== "OPEN") return undefined;
    if (dueOn === null) return sanctionRefusals.SANCTION_EXPLANATION_NOT_OFFERED(["caseId"]);
    if (hearingOn === "UNSET") return sanctionRefusals.SANCTION_HEARING_NOT_NOTIFIED(["caseId"]);
    if (hearingOn !== null && signingDay(asked) <= hearingOn) {
      return sanctionRefusals.SANCTION_HEARING_PENDING(["caseId"], hearingOn);
    }
    return signingDay(asked) <= dueOn ? sanctionRefusals.SANCTION_EXPLANATION_OPEN(["caseId"], dueOn) : undefined;
  },
  /**
   * Past it a decision has no fine (Art. 65 and 66 of the Law). A decision in the place of an annulled one is not held
   * to it: the first one was in time, and what still runs is the limitation. So Art. 6 and 18.3 of the Law are read here.
   */
  function withinDecisionDeadline(asked) {
    const { kind, decisionDueOn, replaces } = asked.data;
    if (kind === "REMEDY_ONLY" || replaces !== null || decisionDueOn === null) return undefined;
    const late = signingDay(asked) > decisionDueOn;
    return late ? sanctionRefusals.SANCTION_DEADLINE_PASSED(["kind"], decisionDueOn) : undefined;
  },
];

// A fine, or why none -----------------------------------------------------------------------------------------------

const ofItsKind: readonly IssueRule[] = [
  /** It answers by the law of its service (Decree 118/2021; before, Decree 81/2013 as amended in 2017). */
  function stateBodyIsDisciplined({ data }) {
    return data.party.kind === "STATE_BODY" ? sanctionRefusals.SANCTION_STATE_BODY(["partyId"]) : undefined;
  },
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
  function timeBarredIndeed(asked) {
    const { noFineBecause, lines } = asked.data;
    if (noFineBecause !== "TIME_BARRED") return undefined;
    const still = lines.find((one) => one.limitationEndsOn !== null && signingDay(asked) <= one.limitationEndsOn);
    return still?.limitationEndsOn
      ? sanctionRefusals.SANCTION_NOT_TIME_BARRED(["noFineBecause"], still.limitationEndsOn)
      : undefined;
  },
  function deadlinePassedIndeed(asked) {
    const { noFineBecause, decisionDueOn } = asked.data;
    if (noFineBecause !== "DEADLINE_PASSED") return undefined;
    const passed = decisionDueOn !== null && signingDay(asked) > decisionDueOn;
    return passed ? undefined : sanctionRefusals.SANCTION_DEADLINE_NOT_PASSED(["noFineBecause"]);
  },
  function offenderUnknownIndeed({ data: { noFineBecause, party } }) {
    const known = noFineBecause === "OFFENDER_UNKNOWN" && party.kind !== "UNKNOWN";
    return known ? sanctionRefusals.SANCTION_OFFENDER_IS_KNOWN(["noFineBecause"]) : undefined;
  },
];

// All together ------------------------------------------------------------------------------------------------------

const onTheContent: readonly IssueRule[] = contentRules.map((rule) => (asked) => rule(proposalOf(asked)));

export const issueRules: readonly IssueRule[] = [
  function issuerExistsOnTheDay(asked) {
    return unitExistsOn(asked.data.issuer, signingDay(asked), ["issuerId"]);
  },
  ...ofTheCase,
  ...ofItsKind,
  function signerIsOfTheIssuer({ data }) {
    return postIsOfIssuer(data.signer, data.issuer);
  },
  ...onTheContent,
  /** Without minutes only a warning or a small fine (Art. 56 of the Law). */
  function smallOnTheSpot(asked) {
    const { violationCase, onTheSpotUpTo } = asked.data;
    if (violationCase.procedure !== "ON_THE_SPOT") return undefined;
    const fine = dong(fineOf(contentOf(proposalOf(asked))));
    const tooMuch = fine > onTheSpotUpTo.value;
    return tooMuch
      ? sanctionRefusals.SANCTION_TOO_LARGE_ON_THE_SPOT(["lines"], onTheSpotUpTo.value.toString())
      : undefined;
  },
  function delegationIsPlausible(asked) {
    return delegationFits(asked.data.signer, signingDay(asked));
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
