import type { SanctionStatus } from "../sanction/terms.js";
import { askedToExplain, explanationStateOf, hearingOnOf } from "./explanation.js";
import type { CaseStatus, ShownCaseStatus } from "./terms.js";
import type { CaseFact, ViolationCase } from "./violationCase.js";

/** Where a case stands: by itself, to others, and with its decisions. */

const STATUS_OF_EXPLANATION = {
  NONE: "MINUTES_MADE",
  OPEN: "EXPLANATION_OPEN",
  EXPLAINED: "EXPLAINED",
  WAIVED: "EXPLANATION_WAIVED",
} as const;

/** The latest that is true of a case. */
export function statusOf({
  voidedBecause,
  closed,
  prosecutions,
  minutes,
  explanation,
}: Pick<ViolationCase, "voidedBecause" | "closed" | "prosecutions" | "minutes" | "explanation">): CaseStatus {
  if (voidedBecause !== null) return "VOIDED";
  if (closed) return "CLOSED";
  if (isAway(prosecutions)) return "IN_CRIMINAL_PROCEEDINGS";
  return minutes === null ? "DETECTED" : STATUS_OF_EXPLANATION[explanationStateOf(explanation)];
}

const isAway = (prosecutions: ViolationCase["prosecutions"]): boolean =>
  prosecutions.some(({ returnedOn }) => returnedOn === null);

/** What others may know of the case. */
export function factOf(violationCase: ViolationCase): CaseFact {
  const { caseId, status, procedure, unit, inspectionId, detectedOn, parties, violations } = violationCase;
  const { minutes, explanation, transfers, verificationWanted, isComplex, prosecutions } = violationCase;
  return {
    caseId,
    status,
    procedure,
    unitId: unit.unitId,
    inspectionId,
    detectedOn,
    parties,
    violations,
    minutesMadeOn: minutes?.madeOn ?? null,
    explanation: {
      dueOn: explanation.dueOn,
      state: explanationStateOf(explanation),
      asked: askedToExplain(explanation),
      hearingOn: hearingOnOf(explanation),
    },
    transferredToUs: transfers.length > 0,
    needsVerification: verificationWanted !== null,
    isComplex,
    returnedOn: prosecutions.at(-1)?.returnedOn ?? null,
    inCriminalProceedings: isAway(prosecutions),
  };
}

/** A decision on a party of the case, as it stands. */
export interface DecisionStanding {
  readonly status: SanctionStatus;
  readonly partyId: string;
}

/** A case that is closed, void or away is that; any other is what its standing decisions make of it. */
export function shownStatusOf(
  { status, parties }: Pick<ViolationCase, "status" | "parties">,
  decisions: readonly DecisionStanding[],
): ShownCaseStatus {
  if (status === "CLOSED" || status === "VOIDED" || status === "IN_CRIMINAL_PROCEEDINGS") return status;
  const standing = decisions.filter((one) => one.status !== "ANNULLED");
  if (standing.length === 0) return status;
  if (standing.every((one) => one.status === "SIGNED")) return "DECIDED";
  const carriedOut = standing.every((one) => one.status === "EXECUTED");
  const sanctioned = new Set(standing.map(({ partyId }) => partyId));
  return carriedOut && sanctioned.size === parties.length ? "EXECUTED" : "IN_EXECUTION";
}
