import type { Decision } from "../kernel/decider.js";
import { refuse, unlessRefused } from "../kernel/decider.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import { daysBetween, type LocalDate, nameOn } from "../kernel/time.js";
import { referenceTo } from "../law/lawBook.js";
import { basisOf } from "../law/terms.js";
import type { UnitFact } from "../unit/unit.js";
import { asVerified } from "./changes.js";
import type {
  AddVerificationRecord,
  CaseStep,
  DrawUpMinutes,
  ExplanationPeriods,
  ExplanationThresholds,
  RecordViolationCase,
  ViolationCaseCommand,
} from "./commands.js";
import { entitledParties } from "./explanation.js";
import { recordedParty } from "./parties.js";
import * as policies from "./policies.js";
import { violationCaseRefusals } from "./refusals.js";
import type {
  HandlingUnit,
  RecordedParty,
  RecordedViolation,
  ViolationCase,
  ViolationCaseEvent,
  ViolationCaseState,
} from "./violationCase.js";
import { recordedViolation } from "./violations.js";

export function decide(command: ViolationCaseCommand, state: ViolationCaseState): Decision<ViolationCaseEvent> {
  if (command.type === "RecordViolationCase") {
    return unlessRefused(policies.recordPolicies, command, () => [record(command)]);
  }
  if (state.status === "NONE") return refuse(violationCaseRefusals.VIOLATION_CASE_NOT_FOUND(["caseId"]));
  const context = { violationCase: state, command, meta: command.meta };
  return unlessRefused(policies.policiesFor(command.type), context, () => step(command, state));
}

function record({ data, meta }: RecordViolationCase): ViolationCaseEvent {
  const { caseId, procedure, unit, inspection, detectedOn, detected, parties, violations } = data;
  return {
    type: "ViolationCaseRecorded",
    data: {
      caseId,
      procedure,
      unit: unitOn(unit, detectedOn),
      inspectionId: inspection?.inspectionId ?? null,
      detectedOn,
      detected,
      parties: parties.map(recordedParty),
      violations: violations.map(recordedViolation),
    },
    ...stampOf(meta),
  };
}

function step(command: CaseStep, violationCase: ViolationCase): readonly ViolationCaseEvent[] {
  const { caseId } = violationCase;
  const stamp = stampOf(command.meta, "reason" in command.data ? command.data.reason : undefined);
  switch (command.type) {
    case "DrawUpMinutes":
      return drawUp(command, violationCase, stamp);
    case "AddVerificationRecord":
      return verify(command, violationCase, stamp);
    case "NotifyRightToExplain": {
      const { partyIds } = violationCase.explanation;
      return [{ type: "ExplanationOpened", data: { caseId, partyIds, ...told(command.data.periods) }, ...stamp }];
    }
    case "SubmitExplanation":
      return [{ type: "ExplanationSubmitted", data: command.data, ...stamp }];
    case "ExtendExplanation": {
      const { dueOn, rule } = command.data;
      if (dueOn === null) throw new Error("An extension of no period was let through.");
      return [{ type: "ExplanationExtended", data: { caseId, dueOn, law: referenceTo(rule.key, rule) }, ...stamp }];
    }
    case "WaiveExplanation":
      return [{ type: "ExplanationWaived", data: { caseId, partyId: command.data.partyId }, ...stamp }];
    case "RequestVerification":
      return [{ type: "VerificationRequested", data: { caseId, what: command.data.what }, ...stamp }];
    case "MarkComplex":
      return [{ type: "ViolationCaseMarkedComplex", data: { caseId }, ...stamp }];
    case "TransferCase": {
      const { transferredOn } = command.data;
      const to = unitOn(command.data.to, transferredOn);
      const data = { caseId, from: violationCase.unit, to, transferredOn };
      return [{ type: "ViolationCaseTransferred", data, ...stamp }];
    }
    case "TransferToProsecution":
      return [{ type: "ViolationCaseTransferredToProsecution", data: command.data, ...stamp }];
    case "ReturnFromProsecution": {
      const { returnedOn, document } = command.data;
      const pausedDays = daysBetween(violationCase.prosecutions.at(-1)?.since ?? returnedOn, returnedOn);
      const data = { caseId, document, returnedOn, pausedDays };
      return [{ type: "ViolationCaseReturnedFromProsecution", data, ...stamp }];
    }
    case "CloseCase": {
      const { ground, closedOn } = command.data;
      return [{ type: "ViolationCaseClosed", data: { caseId, ground, closedOn }, ...stamp }];
    }
    case "ReopenCase":
      return [{ type: "ViolationCaseReopened", data: { caseId }, ...stamp }];
    case "VoidCase":
      return [{ type: "ViolationCaseVoided", data: { caseId }, ...stamp }];
    default:
      return command satisfies never;
  }
}

const unitOn = (unit: UnitFact, day: LocalDate): HandlingUnit => ({
  unitId: unit.unitId,
  name: nameOn(unit.names, day),
});

function drawUp({ data }: DrawUpMinutes, { caseId, parties }: ViolationCase, stamp: Stamp): ViolationCaseEvent[] {
  const { number, madeOn, madeBy, copies, explanationStated, thresholds, periods } = data;
  const { offenderSigned, refusalReason, witness } = data;
  const violations = data.violations.map(recordedViolation);
  const signature = { offenderSigned, refusalReason, witness };
  const minutes = { number, madeOn, madeBy, copies, ...signature, violations, explanationStated };
  const drawnUp: ViolationCaseEvent = { type: "ViolationMinutesDrawnUp", data: { caseId, minutes }, ...stamp };
  const partyIds = entitledParties(parties, violations, thresholds);
  if (partyIds.length === 0) return [drawnUp];
  const { dueOn, oralRequestDueOn, law } = explanationStated ? told(periods) : UNTOLD;
  const grounds = [...thresholdsUsed(parties, partyIds, thresholds), ...law];
  const opened = { caseId, partyIds, dueOn, oralRequestDueOn, law: grounds };
  return [drawnUp, { type: "ExplanationOpened", data: opened, ...stamp }];
}

function verify({ data }: AddVerificationRecord, before: ViolationCase, stamp: Stamp): ViolationCaseEvent[] {
  const { caseId } = before;
  const { recordId, madeOn, madeBy, corrects, verified, thresholds } = data;
  const after = asVerified(before, verified);
  const record = { recordId, madeOn, madeBy, corrects, ...after };
  return [
    { type: "ViolationVerified", data: { caseId, record }, ...stamp },
    ...explanationAfter(before, after, thresholds, stamp),
  ];
}

/** Who may explain may be others after a verification; those who come anew have not been told yet. */
function explanationAfter(
  { caseId, explanation }: ViolationCase,
  after: { readonly parties: readonly RecordedParty[]; readonly violations: readonly RecordedViolation[] },
  thresholds: ExplanationThresholds,
  stamp: Stamp,
): ViolationCaseEvent[] {
  const partyIds = entitledParties(after.parties, after.violations, thresholds);
  const { partyIds: before, dueOn, oralRequestDueOn } = explanation;
  const comers = partyIds.filter((id) => !before.includes(id));
  if (comers.length === 0 && partyIds.length === before.length) return [];
  if (partyIds.length === 0) return [{ type: "ExplanationDropped", data: { caseId }, ...stamp }];
  const law = thresholdsUsed(after.parties, partyIds, thresholds);
  const period = comers.length > 0 ? UNTOLD : { dueOn, oralRequestDueOn };
  return [{ type: "ExplanationOpened", data: { caseId, partyIds, ...period, law }, ...stamp }];
}

type Period = Pick<
  Extract<ViolationCaseEvent, { type: "ExplanationOpened" }>["data"],
  "dueOn" | "oralRequestDueOn" | "law"
>;

const UNTOLD: Period = { dueOn: null, oralRequestDueOn: null, law: [] };

const told = ({ dueOn, oralRequestDueOn, written, oral }: ExplanationPeriods): Period => ({
  dueOn,
  oralRequestDueOn,
  law: [referenceTo(written.key, written), referenceTo(oral.key, oral)],
});

function thresholdsUsed(
  parties: readonly RecordedParty[],
  partyIds: readonly string[],
  { individual, organisation }: ExplanationThresholds,
): Period["law"] {
  const kinds = parties.filter(({ partyId }) => partyIds.includes(partyId)).map(({ kind }) => kind);
  const bases = new Set(kinds.flatMap((kind) => (kind === "UNKNOWN" ? [] : [basisOf(kind)])));
  return [bases.has("INDIVIDUAL") ? [individual] : [], bases.has("ORGANISATION") ? [organisation] : []]
    .flat()
    .map((row) => referenceTo(row.key, row));
}
