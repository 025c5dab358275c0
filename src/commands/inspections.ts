import type * as inspection from "../domain/inspection/inspection.js";
import { inspectionRefusals } from "../domain/inspection/refusals.js";
import type { PublicationForm } from "../domain/inspection/terms.js";
import { localDateOf } from "../domain/kernel/time.js";
import type { Found, TargetInput } from "./inspectionReferences.js";
import {
  aggregate,
  type ContentInput,
  type InspectionInput,
  KEEPERS,
  member,
  onInspection,
  period,
  type PeriodInput,
  planGiven,
  type ReasonedInspectionInput,
  takingPart,
  type TeamMemberInput,
} from "./inspectionSpec.js";
import { refs } from "./leaning.js";
import type { CommandSpec, ResolveContext } from "./spec.js";

// Plan and decide ---------------------------------------------------------------------------------------------------

export interface PlanInspectionInput extends ContentInput {
  /** The plan (kế hoạch thanh tra), as cited. */
  readonly plan: string;
}

export interface DecisionInput extends ContentInput {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly targets: readonly TargetInput[];
  readonly team: readonly TeamMemberInput[];
  readonly periodExamined: PeriodInput;
}
export interface DecideInspectionInput extends DecisionInput {
  /** Absent: no plan has it (đột xuất). */
  readonly plannedInspectionId?: string | null | undefined;
}
export interface ReinspectInput extends DecisionInput {
  /** The concluded inspection that is done again (thanh tra lại). */
  readonly reinspectsId: string;
}

function decisionGiven(input: DecisionInput, context: ResolveContext): Found<inspection.DecisionGiven> {
  const { decisionNumber, decidedOn, team, periodExamined } = input;
  const given = planGiven(input, decidedOn, context);
  if ("refusal" in given) return given;
  const decision = { decisionNumber, decidedOn, team: team.map(member), periodExamined: period(periodExamined) };
  return { data: { ...given.data, ...decision } };
}

export const planInspection: CommandSpec<PlanInspectionInput, inspection.PlanInspection> = {
  type: "PlanInspection",
  may: KEEPERS,
  aggregate,
  begins: "inspection",
  leansOn: takingPart,
  resolve(input, context) {
    const given = planGiven(input, localDateOf(context.meta.occurredAt), context);
    if ("refusal" in given) return given;
    return { data: { inspectionId: context.newId("inspection"), plan: input.plan, given: given.data } };
  },
};

export const decideInspection: CommandSpec<DecideInspectionInput, inspection.DecideInspection> = {
  type: "DecideInspection",
  may: KEEPERS,
  aggregate,
  begins: "inspection",
  entityId: ({ plannedInspectionId }) => plannedInspectionId,
  leansOn: takingPart,
  resolve(input, context) {
    const given = decisionGiven(input, context);
    if ("refusal" in given) return given;
    const planned = input.plannedInspectionId;
    const inspectionId = planned ?? context.newId("inspection");
    return { data: { inspectionId, given: given.data, isPlanned: planned != null, reinspects: null } };
  },
};

export const reinspect: CommandSpec<ReinspectInput, inspection.DecideInspection> = {
  type: "DecideInspection",
  may: KEEPERS,
  aggregate,
  begins: "inspection",
  leansOn: (input) => [...takingPart(input), ...refs("Inspection", input.reinspectsId)],
  resolve(input, context) {
    const reinspects = context.facts.inspection(input.reinspectsId);
    if (!reinspects) return { refusal: inspectionRefusals.INSPECTION_NOT_FOUND(["reinspectsId"]) };
    const given = decisionGiven(input, context);
    if ("refusal" in given) return given;
    const inspectionId = context.newId("inspection");
    return { data: { inspectionId, given: given.data, isPlanned: false, reinspects } };
  },
};

// Steps -------------------------------------------------------------------------------------------------------------

const nothingMore = (): { readonly data: object } => ({ data: {} });

export const announceInspection = onInspection<InspectionInput, inspection.AnnounceInspection>(
  "AnnounceInspection",
  nothingMore,
);
export const startFieldwork = onInspection<InspectionInput, inspection.StartFieldwork>("StartFieldwork", nothingMore);
export const endFieldwork = onInspection<InspectionInput, inspection.EndFieldwork>("EndFieldwork", nothingMore);
export const closeInspection = onInspection<InspectionInput, inspection.CloseInspection>(
  "CloseInspection",
  nothingMore,
);

export interface ExtendInspectionInput extends ReasonedInspectionInput {
  /** The new last day on site. */
  readonly until: string;
  readonly document: string;
}
export const extendInspection = onInspection<ExtendInspectionInput, inspection.ExtendInspection>(
  "ExtendInspection",
  ({ until, document, reason }) => ({ data: { until, document, reason } }),
);

export interface SuspendInspectionInput extends ReasonedInspectionInput {
  readonly document?: string | null | undefined;
}
export const suspendInspection = onInspection<SuspendInspectionInput, inspection.SuspendInspection>(
  "SuspendInspection",
  ({ document = null, reason }) => ({ data: { document, reason } }),
);

export interface ResumeInspectionInput extends InspectionInput {
  readonly document?: string | null | undefined;
}
export const resumeInspection = onInspection<ResumeInspectionInput, inspection.ResumeInspection>(
  "ResumeInspection",
  ({ document = null }) => ({ data: { document } }),
);

export interface ReportInspectionInput extends InspectionInput {
  readonly summary: string;
  readonly draftDueOn?: string | null | undefined;
}
export const reportInspection = onInspection<ReportInspectionInput, inspection.ReportInspection>(
  "ReportInspection",
  ({ summary, draftDueOn = null }) => ({ data: { summary, draftDueOn } }),
);

export interface DraftConclusionInput extends InspectionInput {
  readonly reservedOpinions?: readonly { readonly by: string; readonly opinion: string }[] | null | undefined;
}
export const draftConclusion = onInspection<DraftConclusionInput, inspection.DraftConclusion>(
  "DraftConclusion",
  ({ reservedOpinions }) => ({
    data: { reservedOpinions: (reservedOpinions ?? []).map(({ by, opinion }) => ({ by, opinion })) },
  }),
);

export interface ConcludeInspectionInput extends InspectionInput {
  readonly number: string;
  readonly signedOn: string;
  readonly summary: string;
}
export const concludeInspection = onInspection<ConcludeInspectionInput, inspection.ConcludeInspection>(
  "ConcludeInspection",
  ({ number, signedOn, summary }) => ({ data: { number, signedOn, summary } }),
);

export interface PublishConclusionInput extends InspectionInput {
  readonly forms: readonly PublicationForm[];
  readonly address?: string | null | undefined;
}
export const publishConclusion = onInspection<PublishConclusionInput, inspection.PublishConclusion>(
  "PublishConclusion",
  ({ forms, address = null }) => ({ data: { forms: [...forms], address } }),
);

export interface StartImplementationInput extends InspectionInput {
  readonly document: string;
}
export const startImplementation = onInspection<StartImplementationInput, inspection.StartImplementation>(
  "StartImplementation",
  ({ document }) => ({ data: { document } }),
);

export interface RecordCheckDoneInput extends InspectionInput {
  /** The minutes (biên bản kiểm tra), as cited. */
  readonly minutes: string;
  readonly summary: string;
}
export const recordCheckDone = onInspection<RecordCheckDoneInput, inspection.RecordCheckDone>(
  "RecordCheckDone",
  ({ minutes, summary }) => ({ data: { minutes, summary } }),
);

export const cancelInspection = onInspection<ReasonedInspectionInput, inspection.CancelInspection>(
  "CancelInspection",
  ({ reason }) => ({ data: { reason } }),
);
