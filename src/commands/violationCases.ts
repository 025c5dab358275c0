import { dueOn } from "../domain/kernel/deadline.js";
import { localDateOf } from "../domain/kernel/time.js";
import { inspectionRefusals } from "../domain/inspection/refusals.js";
import { unitRefusals } from "../domain/unit/policies.js";
import type * as violationCase from "../domain/violationCase/commands.js";
import { fineableUntil } from "../domain/violationCase/deadlines.js";
import type { CaseProcedure, ClosingGround, ExplanationForm } from "../domain/violationCase/terms.js";
import { refs } from "./leaning.js";
import type { CommandInput, CommandSpec } from "./spec.js";
import {
  type ActInput,
  CASE_KEEPERS,
  caseAggregate,
  type CaseInput,
  type CasePartyInput,
  onCase,
  partyGiven,
  periodsFrom,
  type ReasonedCaseInput,
  thresholdsOn,
  violationGiven,
} from "./violationCaseParts.js";

export type { ActInput, CaseInput, CasePartyInput, ReasonedCaseInput } from "./violationCaseParts.js";

// Record ------------------------------------------------------------------------------------------------------------

export interface RecordViolationCaseInput extends CommandInput {
  readonly unitId: string;
  readonly inspectionId?: string | null | undefined;
  readonly detectedOn: string;
  readonly detected: string;
  readonly procedure: CaseProcedure;
  readonly parties: readonly CasePartyInput[];
  /** Of a case on the spot; `party` is the place in `parties`, from 0. */
  readonly violations?: readonly (ActInput & { readonly party: number })[] | null | undefined;
}

export const recordViolationCase: CommandSpec<RecordViolationCaseInput, violationCase.RecordViolationCase> = {
  type: "RecordViolationCase",
  may: CASE_KEEPERS,
  aggregate: caseAggregate,
  begins: "violationCase",
  leansOn: ({ unitId, inspectionId }) => [...refs("Unit", unitId), ...refs("Inspection", inspectionId)],
  resolve(input, { facts, law, newId }) {
    const { detectedOn, detected, procedure } = input;
    const unit = facts.unit(input.unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
    const inspection = input.inspectionId ? facts.inspection(input.inspectionId) : null;
    if (inspection === undefined) return { refusal: inspectionRefusals.INSPECTION_NOT_FOUND(["inspectionId"]) };
    const parties = input.parties.map((party, index) => partyGiven(newId(`party-${index}`), party));
    const violations = (input.violations ?? []).map((act, index) => {
      const ids = { violationId: newId(`violation-${index}`), partyId: parties[act.party]?.partyId ?? "" };
      return violationGiven(ids, act, detectedOn, law);
    });
    const onTheSpotUpTo = {
      individual: law.parameter("ON_THE_SPOT_UP_TO_INDIVIDUAL", detectedOn),
      organisation: law.parameter("ON_THE_SPOT_UP_TO_ORGANISATION", detectedOn),
    };
    const named = { unit, inspection, parties, violations, onTheSpotUpTo };
    return { data: { caseId: newId("violationCase"), procedure, detectedOn, detected, ...named } };
  },
};

// Minutes and what corrects them ------------------------------------------------------------------------------------

export interface MinutedActInput extends ActInput {
  readonly partyId: string;
}

export interface DrawUpMinutesInput extends CaseInput {
  readonly number: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly copies: number;
  readonly offenderSigned: boolean;
  readonly refusalReason?: string | null | undefined;
  readonly witness?: string | null | undefined;
  readonly violations: readonly MinutedActInput[];
  readonly explanationStated: boolean;
}
export const drawUpMinutes = onCase<DrawUpMinutesInput, violationCase.DrawUpMinutes>(
  "DrawUpMinutes",
  (input, { known, law, newId }) => {
    const { number, madeOn, madeBy, copies, offenderSigned, explanationStated } = input;
    const violations = input.violations.map((act, index) => {
      const ids = { violationId: newId(`violation-${index}`), partyId: act.partyId };
      return violationGiven(ids, act, known.detectedOn, law);
    });
    const signature = { offenderSigned, refusalReason: input.refusalReason ?? null, witness: input.witness ?? null };
    const explanation = { thresholds: thresholdsOn(madeOn, law), periods: periodsFrom(madeOn, madeOn, law) };
    return { data: { number, madeOn, madeBy, copies, ...signature, violations, explanationStated, ...explanation } };
  },
);

export interface VerifiedPartyInput extends CasePartyInput {
  readonly partyId: string;
}
export interface VerifiedActInput extends MinutedActInput {
  readonly violationId: string;
}

export interface AddVerificationRecordInput extends ReasonedCaseInput {
  readonly madeOn: string;
  readonly madeBy: string;
  readonly corrects: string;
  readonly parties?: readonly VerifiedPartyInput[] | null | undefined;
  readonly added?: readonly MinutedActInput[] | null | undefined;
  readonly changed?: readonly VerifiedActInput[] | null | undefined;
  readonly removed?: readonly string[] | null | undefined;
}
export const addVerificationRecord = onCase<AddVerificationRecordInput, violationCase.AddVerificationRecord>(
  "AddVerificationRecord",
  (input, { known, law, facts, newId }) => {
    const { caseId, madeOn, madeBy, corrects, reason } = input;
    const given = (violationId: string, act: MinutedActInput): violationCase.ViolationGiven =>
      violationGiven({ violationId, partyId: act.partyId }, act, known.detectedOn, law);
    const verified = {
      parties: (input.parties ?? []).map((party) => partyGiven(party.partyId, party)),
      added: (input.added ?? []).map((act, index) => given(newId(`violation-${index}`), act)),
      changed: (input.changed ?? []).map((act) => given(act.violationId, act)),
      removed: input.removed ?? [],
    };
    const thresholds = thresholdsOn(known.minutesMadeOn ?? madeOn, law);
    const decisions = facts.sanctionsOfCase(caseId);
    const recordId = newId("verificationRecord");
    return { data: { recordId, madeOn, madeBy, corrects, verified, thresholds, decisions, reason } };
  },
);

// Explanation -------------------------------------------------------------------------------------------------------

export interface NotifyRightToExplainInput extends CaseInput {
  readonly notifiedOn: string;
}
export const notifyRightToExplain = onCase<NotifyRightToExplainInput, violationCase.NotifyRightToExplain>(
  "NotifyRightToExplain",
  ({ notifiedOn }, { known, law }) => ({
    data: { notifiedOn, periods: periodsFrom(notifiedOn, known.minutesMadeOn ?? notifiedOn, law) },
  }),
);

export interface SubmitExplanationInput extends CaseInput {
  readonly partyId: string;
  readonly form: ExplanationForm;
  readonly submittedOn: string;
  readonly requestedOn?: string | null | undefined;
  readonly summary: string;
}
export const submitExplanation = onCase<SubmitExplanationInput, violationCase.SubmitExplanation>(
  "SubmitExplanation",
  ({ partyId, form, submittedOn, requestedOn, summary }) => ({
    data: { partyId, form, submittedOn, requestedOn: requestedOn ?? null, summary },
  }),
);

export const extendExplanation = onCase<ReasonedCaseInput, violationCase.ExtendExplanation>(
  "ExtendExplanation",
  ({ reason }, { known, law, meta }) => {
    const rule = law.deadline("EXPLANATION_WRITTEN_EXTENSION", known.minutesMadeOn ?? localDateOf(meta.occurredAt));
    const before = known.explanation.dueOn;
    return { data: { dueOn: before === null ? null : dueOn(rule.term, before, law.calendar), rule, reason } };
  },
);

export interface CasePartyOnlyInput extends CaseInput {
  readonly partyId: string;
}
export const waiveExplanation = onCase<CasePartyOnlyInput, violationCase.WaiveExplanation>(
  "WaiveExplanation",
  ({ partyId }) => ({ data: { partyId } }),
);

// The way of the file -----------------------------------------------------------------------------------------------

export interface RequestVerificationInput extends CaseInput {
  readonly what: string;
}
export const requestVerification = onCase<RequestVerificationInput, violationCase.RequestVerification>(
  "RequestVerification",
  ({ what }) => ({ data: { what } }),
);

export const markComplex = onCase<ReasonedCaseInput, violationCase.MarkComplex>("MarkComplex", ({ reason }) => ({
  data: { reason },
}));

export interface TransferCaseInput extends ReasonedCaseInput {
  readonly toUnitId: string;
  readonly transferredOn: string;
}
export const transferCase = onCase<TransferCaseInput, violationCase.TransferCase>(
  "TransferCase",
  ({ toUnitId, transferredOn, reason }, { facts }) => {
    const to = facts.unit(toUnitId);
    return to ? { data: { to, transferredOn, reason } } : { refusal: unitRefusals.UNIT_NOT_FOUND(["toUnitId"]) };
  },
  ({ toUnitId }) => refs("Unit", toUnitId),
);

export interface TransferToProsecutionInput extends CaseInput {
  readonly body: string;
  readonly document: string;
  readonly transferredOn: string;
}
export const transferToProsecution = onCase<TransferToProsecutionInput, violationCase.TransferToProsecution>(
  "TransferToProsecution",
  ({ body, document, transferredOn }) => ({ data: { body, document, transferredOn } }),
);

export interface ReturnFromProsecutionInput extends CaseInput {
  readonly document: string;
  readonly returnedOn: string;
}
export const returnFromProsecution = onCase<ReturnFromProsecutionInput, violationCase.ReturnFromProsecution>(
  "ReturnFromProsecution",
  ({ document, returnedOn }) => ({ data: { document, returnedOn } }),
);

export interface CloseCaseInput extends ReasonedCaseInput {
  readonly ground: ClosingGround;
  readonly closedOn: string;
}
export const closeCase = onCase<CloseCaseInput, violationCase.CloseCase>(
  "CloseCase",
  ({ caseId, ground, closedOn, reason }, { known, facts, law }) => {
    const decisions = facts.sanctionsOfCase(caseId);
    return { data: { ground, closedOn, reason, decisions, fineableUntil: fineableUntil(known, law) } };
  },
);

export const reopenCase = onCase<ReasonedCaseInput, violationCase.ReopenCase>("ReopenCase", ({ reason }) => ({
  data: { reason },
}));

export const voidCase = onCase<ReasonedCaseInput, violationCase.VoidCase>(
  "VoidCase",
  ({ caseId, reason }, { facts }) => ({
    data: {
      reason,
      decisions: facts.sanctionsOfCase(caseId),
      seizureIds: facts
        .seizuresOfCase(caseId)
        .flatMap(({ seizureId, status }) => (status === "VOIDED" ? [] : [seizureId])),
    },
  }),
);
