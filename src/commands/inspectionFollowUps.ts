import type * as inspection from "../domain/inspection/inspection.js";
import { inspectionRefusals } from "../domain/inspection/refusals.js";
import type { InspectionKind, RecommendationState } from "../domain/inspection/terms.js";
import { localDateOf } from "../domain/kernel/time.js";
import { entityId } from "../eventstore/codec.js";
import {
  type BodyInput,
  bodyOf,
  type CoordinatorInput,
  coordinatorsOf,
  type TargetInput,
  targetsOf,
} from "./inspectionReferences.js";
import {
  type InspectionInput,
  member,
  onInspection,
  period,
  type PeriodInput,
  type ReasonedInspectionInput,
  takingPart,
  type TeamMemberInput,
} from "./inspectionSpec.js";
import { refs } from "./leaning.js";

/** What is found and recommended in an inspection, what becomes of it, and corrections of the record. */

// Findings and recommendations --------------------------------------------------------------------------------------

/** The finding, or the recommendation, that a command makes. */
export const findingIdOf = (commandId: string): string => entityId(commandId, "finding");
export const recommendationIdOf = (commandId: string): string => entityId(commandId, "recommendation");

export interface RecordFindingInput extends InspectionInput {
  readonly targetId?: string | null | undefined;
  readonly description: string;
  readonly isViolation: boolean;
}
export const recordFinding = onInspection<RecordFindingInput, inspection.RecordFinding>(
  "RecordFinding",
  ({ commandId, targetId = null, description, isViolation }) => ({
    data: { findingId: findingIdOf(commandId), targetId, description, isViolation },
  }),
);

export interface MakeRecommendationInput extends InspectionInput {
  readonly addressee: BodyInput;
  readonly what: string;
  readonly dueOn?: string | null | undefined;
  readonly findingId?: string | null | undefined;
}
export const makeRecommendation = onInspection<MakeRecommendationInput, inspection.MakeRecommendation>(
  "MakeRecommendation",
  ({ commandId, what, dueOn = null, findingId = null, ...input }, { facts }) => {
    const addressee = bodyOf(input.addressee, facts, ["addressee"]);
    if ("refusal" in addressee) return addressee;
    const recommendationId = recommendationIdOf(commandId);
    return { data: { recommendationId, findingId, addressee: addressee.data, what, dueOn } };
  },
  ({ addressee }) => refs("Unit", addressee.unitId),
);

export interface RecordRecommendationProgressInput extends InspectionInput {
  readonly recommendationId: string;
  readonly state: RecommendationState;
  /** Compulsory for ASSIGNED, and for it alone. */
  readonly assignee?: BodyInput | null | undefined;
  readonly note?: string | null | undefined;
}
export const recordRecommendationProgress = onInspection<
  RecordRecommendationProgressInput,
  inspection.RecordRecommendationProgress
>(
  "RecordRecommendationProgress",
  ({ recommendationId, state, note = null, ...input }, { facts }) => {
    const assignee = input.assignee ? bodyOf(input.assignee, facts, ["assignee"]) : { data: null };
    if ("refusal" in assignee) return assignee;
    return { data: { recommendationId, state, assignee: assignee.data, note } };
  },
  ({ assignee }) => refs("Unit", assignee?.unitId),
);

// Corrections -------------------------------------------------------------------------------------------------------

export interface AmendInspectionInput extends ReasonedInspectionInput {
  readonly kind?: InspectionKind | null | undefined;
  readonly title?: string | null | undefined;
  readonly lead?: BodyInput | null | undefined;
  readonly coordinators?: readonly CoordinatorInput[] | null | undefined;
  readonly targets?: readonly TargetInput[] | null | undefined;
  readonly onSite?: PeriodInput | null | undefined;
  readonly decisionNumber?: string | null | undefined;
  readonly decidedOn?: string | null | undefined;
  readonly team?: readonly TeamMemberInput[] | null | undefined;
  readonly periodExamined?: PeriodInput | null | undefined;
}
const amendment = onInspection<AmendInspectionInput, inspection.AmendInspection>(
  "AmendInspection",
  (input, { facts, meta }) => {
    const known = facts.inspection(input.inspectionId);
    const lead = input.lead ? bodyOf(input.lead, facts, ["lead"]) : { data: null };
    if ("refusal" in lead) return lead;
    const coordinators = input.coordinators ? coordinatorsOf(input.coordinators, facts) : { data: null };
    if ("refusal" in coordinators) return coordinators;
    const day = input.decidedOn ?? known?.decidedOn ?? localDateOf(meta.occurredAt);
    const targets = input.targets ? targetsOf(input.targets, input.commandId, day, facts) : { data: null };
    if ("refusal" in targets) return targets;
    const { reason, kind = null, title = null, decisionNumber = null, decidedOn = null } = input;
    const given = {
      ...{ kind, title, decisionNumber, decidedOn },
      ...{ lead: lead.data, coordinators: coordinators.data, targets: targets.data },
      onSite: input.onSite ? period(input.onSite) : null,
      team: input.team?.map(member) ?? null,
      periodExamined: input.periodExamined ? period(input.periodExamined) : null,
    };
    const taking = [known?.leadUnitId ?? [], known?.coordinatingUnitIds ?? []].flat();
    return { data: { reason, given, standing: taking.flatMap((unitId) => facts.unit(unitId) ?? []) } };
  },
  takingPart,
);
// Nobody coordinates any more; an empty team is refused, but it is not an absent one.
export const amendInspection: typeof amendment = {
  ...amendment,
  meantEmpty: ({ coordinators, team }) => ({ coordinators, team }),
};

export interface VoidInspectionInput extends ReasonedInspectionInput {
  /** It was entered twice: the record that stands. */
  readonly duplicateOfId?: string | null | undefined;
}
export const voidInspection = onInspection<VoidInspectionInput, inspection.VoidInspection>(
  "VoidInspection",
  ({ duplicateOfId, reason }, { facts }) => {
    const duplicateOf = duplicateOfId ? facts.inspection(duplicateOfId) : null;
    if (duplicateOf === undefined) return { refusal: inspectionRefusals.INSPECTION_NOT_FOUND(["duplicateOfId"]) };
    return { data: { duplicateOf, reason } };
  },
  ({ duplicateOfId }) => refs("Inspection", duplicateOfId),
);
