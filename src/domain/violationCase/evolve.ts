import { localDateOf } from "../kernel/time.js";
import { askedToExplain, explanationStateOf, NO_EXPLANATION } from "./explanation.js";
import type { CaseStatus } from "./terms.js";
import type { CaseFact, ViolationCase, ViolationCaseEvent, ViolationCaseState } from "./violationCase.js";

export function evolve(state: ViolationCaseState, event: ViolationCaseEvent): ViolationCaseState {
  if (event.type === "ViolationCaseRecorded") {
    return {
      ...event.data,
      status: "DETECTED",
      minutes: null,
      verifications: [],
      explanation: NO_EXPLANATION,
      transfers: [],
      verificationWanted: null,
      complexBecause: null,
      prosecutions: [],
      pausedDays: 0,
      closed: null,
      voidedBecause: null,
    };
  }
  if (state.status === "NONE") return state;
  if (event.type === "ViolationCaseVoided") return { ...state, status: "VOIDED", voidedBecause: event.reason ?? "" };
  const after = { ...state, ...changed(state, event) };
  return { ...after, status: statusOf(after) };
}

type Step = Exclude<ViolationCaseEvent, { type: "ViolationCaseRecorded" | "ViolationCaseVoided" }>;

function changed(before: ViolationCase, event: Step): Partial<ViolationCase> {
  const { explanation } = before;
  const reason = event.reason ?? "";
  switch (event.type) {
    case "ViolationMinutesDrawnUp":
      return { minutes: event.data.minutes, violations: event.data.minutes.violations };
    case "ViolationVerified": {
      const { record } = event.data;
      const { parties, violations } = record;
      return { parties, violations, verifications: [...before.verifications, { ...record, reason }] };
    }
    case "ExplanationOpened": {
      const { partyIds, dueOn, oralRequestDueOn } = event.data;
      return { explanation: { ...explanation, partyIds, dueOn, oralRequestDueOn } };
    }
    case "ExplanationDropped":
      return { explanation: NO_EXPLANATION };
    case "ExplanationExtended":
      return { explanation: { ...explanation, dueOn: event.data.dueOn, extended: true } };
    case "ExplanationSubmitted": {
      const { partyId, form, submittedOn: on, summary } = event.data;
      return { explanation: { ...explanation, answers: [...explanation.answers, { partyId, form, on, summary }] } };
    }
    case "ExplanationWaived": {
      const answer = { partyId: event.data.partyId, form: null, on: localDateOf(event.occurredAt), summary: null };
      return { explanation: { ...explanation, answers: [...explanation.answers, answer] } };
    }
    case "VerificationRequested":
      return { verificationWanted: event.data.what };
    case "ViolationCaseMarkedComplex":
      return { complexBecause: reason };
    case "ViolationCaseTransferred": {
      const { from, to, transferredOn } = event.data;
      return { unit: to, transfers: [...before.transfers, { from, to, transferredOn, reason }] };
    }
    case "ViolationCaseTransferredToProsecution": {
      const { body, document, transferredOn: since } = event.data;
      return { prosecutions: [...before.prosecutions, { body, document, since, returned: null }] };
    }
    case "ViolationCaseReturnedFromProsecution": {
      const returned = { on: event.data.returnedOn, document: event.data.document };
      const prosecutions = before.prosecutions.map((one) => (one.returned ? one : { ...one, returned }));
      return { prosecutions, pausedDays: before.pausedDays + event.data.pausedDays };
    }
    case "ViolationCaseClosed": {
      const { ground, closedOn: on } = event.data;
      return { closed: { ground, on, reason } };
    }
    case "ViolationCaseReopened":
      return { closed: null };
    default:
      return event satisfies never;
  }
}

const STATUS_OF_EXPLANATION = {
  NONE: "MINUTES_MADE",
  OPEN: "EXPLANATION_OPEN",
  EXPLAINED: "EXPLAINED",
  WAIVED: "EXPLANATION_WAIVED",
} as const;

/** The latest that is true of a case that is not void. */
function statusOf({ closed, prosecutions, minutes, explanation }: ViolationCase): CaseStatus {
  if (closed) return "CLOSED";
  if (isAway(prosecutions)) return "IN_CRIMINAL_PROCEEDINGS";
  return minutes === null ? "DETECTED" : STATUS_OF_EXPLANATION[explanationStateOf(explanation)];
}

const isAway = (prosecutions: ViolationCase["prosecutions"]): boolean =>
  prosecutions.some(({ returned }) => returned === null);

/** What others may know of the case. */
export function factOf(violationCase: ViolationCase): CaseFact {
  const { caseId, status, procedure, unit, inspectionId, detectedOn, parties, violations } = violationCase;
  const { minutes, explanation, transfers, verificationWanted, complexBecause, pausedDays, prosecutions } =
    violationCase;
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
    },
    transferredToUs: transfers.length > 0,
    needsVerification: verificationWanted !== null,
    isComplex: complexBecause !== null,
    pausedDays,
    inCriminalProceedings: isAway(prosecutions),
  };
}
