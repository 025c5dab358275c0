import type { Command, DomainEvent } from "../kernel/decider.js";
import type { LocalDate } from "../kernel/time.js";
import type { UnitFact } from "../unit/unit.js";
import type {
  CoordinationRole,
  InspectionKind,
  InspectionStatus,
  PublicationForm,
  RecommendationState,
  TargetKind,
  TeamRole,
} from "./terms.js";

/**
 * An inspection or a check (thanh tra, kiểm tra): planned or not, decided, announced, carried out, reported, concluded,
 * published, implemented. Laws on Inspection 2010, 2022 (11/2022/QH15) and 2025 (84/2025/QH15).
 */

/** A body that takes part, with its name on the day: a unit of the register, or (`unitId` null) one outside it. */
export interface Body {
  readonly unitId: string | null;
  readonly name: string;
}

export interface Coordinator extends Body {
  readonly role: CoordinationRole;
}

export interface TeamMember {
  readonly name: string;
  readonly role: TeamRole;
}

export interface InspectionTarget {
  readonly targetId: string;
  readonly kind: TargetKind;
  readonly name: string;
  readonly unitId: string | null;
  readonly pressAgencyId: string | null;
}

/** Both days included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a plan says of an inspection. */
export interface PlannedContent {
  readonly kind: InspectionKind;
  readonly title: string;
  readonly lead: Body;
  readonly coordinators: readonly Coordinator[];
  readonly targets: readonly InspectionTarget[];
  /** When it is to be on site (thời gian tiến hành), as planned or decided; extensions are told by themselves. */
  readonly onSite: Period;
}

/** What the decision (quyết định thanh tra) says of it. */
export interface DecidedContent extends PlannedContent {
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate;
  readonly team: readonly TeamMember[];
  /** The time that is looked into (thời kỳ thanh tra): neither the days on site nor the day of the decision. */
  readonly periodExamined: Period;
}

export interface ReservedOpinion {
  readonly by: string;
  readonly opinion: string;
}

// Events ------------------------------------------------------------------------------------------------------------

type InspectionFactOf<Type extends string, Data extends object = object> = DomainEvent<
  Type,
  { inspectionId: string } & Data
>;

export type InspectionEvent =
  | InspectionFactOf<"InspectionPlanned", { plan: string; content: PlannedContent }>
  | InspectionFactOf<"InspectionDecided", { content: DecidedContent; reinspectsId: string | null }>
  | InspectionFactOf<"InspectionAnnounced">
  | InspectionFactOf<"InspectionFieldworkStarted">
  | InspectionFactOf<"InspectionExtended", { until: LocalDate; document: string }>
  | InspectionFactOf<"InspectionSuspended", { document: string | null }>
  | InspectionFactOf<"InspectionResumed", { document: string | null }>
  | InspectionFactOf<"InspectionFieldworkEnded">
  /** `draftDueOn`: the last day for the draft conclusion, if the report's receiver set one. */
  | InspectionFactOf<"InspectionReported", { summary: string; draftDueOn: LocalDate | null }>
  | InspectionFactOf<"InspectionConclusionDrafted", { reservedOpinions: readonly ReservedOpinion[] }>
  | InspectionFactOf<"InspectionConcluded", { number: string; signedOn: LocalDate; summary: string }>
  | InspectionFactOf<"InspectionConclusionPublished", { forms: readonly PublicationForm[]; address: string | null }>
  | InspectionFactOf<"InspectionImplementationStarted", { document: string }>
  | InspectionFactOf<"InspectionFindingRecorded", Omit<Finding, "on">>
  | InspectionFactOf<
      "InspectionRecommendationMade",
      { recommendationId: string; findingId: string | null; addressee: Body; what: string; dueOn: LocalDate | null }
    >
  | InspectionFactOf<
      "InspectionRecommendationProgressed",
      { recommendationId: string; state: RecommendationState; assignee: Body | null; note: string | null }
    >
  | InspectionFactOf<"InspectionCheckDone", { minutes: string; summary: string }>
  | InspectionFactOf<"InspectionClosed">
  | InspectionFactOf<"InspectionCancelled">
  | InspectionFactOf<"InspectionAmended", { changes: InspectionChanges }>
  | InspectionFactOf<"InspectionVoided", { duplicateOfId: string | null }>;

/** What a correction changes; what is absent stays. */
export type InspectionChanges = Partial<DecidedContent>;

// State -------------------------------------------------------------------------------------------------------------

export interface Finding {
  readonly findingId: string;
  /** The target it is about; null: all of them, or none in particular. */
  readonly targetId: string | null;
  readonly description: string;
  readonly isViolation: boolean;
  readonly on: LocalDate;
}

export interface Recommendation {
  readonly recommendationId: string;
  readonly state: RecommendationState;
  /** The day of its last progress. */
  readonly lastOn: LocalDate;
}

export interface Inspection {
  readonly status: InspectionStatus;
  readonly inspectionId: string;
  /** `decisionNumber`, `decidedOn`, `team` and `periodExamined` are there from the decision on. */
  readonly content: PlannedContent | DecidedContent;
  readonly reinspectsId: string | null;
  /** The day of the plan; of the decision, if there was no plan. */
  readonly begunOn: LocalDate;
  /** The day of the first step after the decision; the decision cannot be later. */
  readonly firstStepOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
  /** The day of the conclusion, or of the minutes of a check: from then on there are recommendations. */
  readonly concludedOn: LocalDate | null;
  /** The last day on site by the last extension; null: as decided. */
  readonly extendedUntil: LocalDate | null;
  /** The day of the last step (not of a correction, finding or recommendation); the next cannot be earlier. */
  readonly lastStepOn: LocalDate;
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
}

export type InspectionState = { readonly status: "NONE" } | Inspection;

/** What others may know of an inspection, now. */
export interface InspectionFact {
  readonly inspectionId: string;
  readonly status: InspectionStatus;
  readonly kind: InspectionKind;
  /** Null: a body outside the register leads. */
  readonly leadUnitId: string | null;
  readonly coordinatingUnitIds: readonly string[];
  /** Null while it is only planned. */
  readonly decidedOn: LocalDate | null;
}

export const isDecided = (content: PlannedContent | DecidedContent): content is DecidedContent =>
  "decidedOn" in content;

// Commands ----------------------------------------------------------------------------------------------------------

/** A body as somebody names it: a unit of the register, looked up, or another by its name. */
export type NamedBody = { readonly unit: UnitFact } | { readonly name: string };
export type NamedCoordinator = NamedBody & { readonly role: CoordinationRole };

/** A target with the name it had on the day. `isKept`: the caller says by its id that it is one already named. */
export interface NamedTarget extends InspectionTarget {
  readonly isKept: boolean;
}

export interface PlanGiven {
  readonly kind: InspectionKind;
  readonly title: string;
  readonly lead: NamedBody;
  readonly coordinators: readonly NamedCoordinator[];
  readonly targets: readonly NamedTarget[];
  readonly onSite: Period;
}
export interface DecisionGiven extends PlanGiven {
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate;
  readonly team: readonly TeamMember[];
  readonly periodExamined: Period;
}

type OnInspection<Type extends string, Data extends object = object> = Command<Type, { inspectionId: string } & Data>;

export type PlanInspection = OnInspection<"PlanInspection", { plan: string; given: PlanGiven }>;
/** Of a planned inspection, or of one that no plan has; `reinspects` names the concluded one that is done again. */
export type DecideInspection = OnInspection<
  "DecideInspection",
  { given: DecisionGiven; isPlanned: boolean; reinspects: InspectionFact | null }
>;
export type AnnounceInspection = OnInspection<"AnnounceInspection">;
export type StartFieldwork = OnInspection<"StartFieldwork">;
export type ExtendInspection = OnInspection<"ExtendInspection", { until: LocalDate; document: string; reason: string }>;
export type SuspendInspection = OnInspection<"SuspendInspection", { document: string | null; reason: string }>;
export type ResumeInspection = OnInspection<"ResumeInspection", { document: string | null }>;
export type EndFieldwork = OnInspection<"EndFieldwork">;
export type ReportInspection = OnInspection<"ReportInspection", { summary: string; draftDueOn: LocalDate | null }>;
export type DraftConclusion = OnInspection<"DraftConclusion", { reservedOpinions: readonly ReservedOpinion[] }>;
export type ConcludeInspection = OnInspection<
  "ConcludeInspection",
  { number: string; signedOn: LocalDate; summary: string }
>;
export type PublishConclusion = OnInspection<
  "PublishConclusion",
  { forms: readonly PublicationForm[]; address: string | null }
>;
export type StartImplementation = OnInspection<"StartImplementation", { document: string }>;
export type RecordFinding = OnInspection<
  "RecordFinding",
  { findingId: string; targetId: string | null; description: string; isViolation: boolean }
>;
export type MakeRecommendation = OnInspection<
  "MakeRecommendation",
  {
    recommendationId: string;
    findingId: string | null;
    addressee: NamedBody;
    what: string;
    dueOn: LocalDate | null;
  }
>;
export type RecordRecommendationProgress = OnInspection<
  "RecordRecommendationProgress",
  { recommendationId: string; state: RecommendationState; assignee: NamedBody | null; note: string | null }
>;
export type RecordCheckDone = OnInspection<"RecordCheckDone", { minutes: string; summary: string }>;
export type CloseInspection = OnInspection<"CloseInspection">;
export type CancelInspection = OnInspection<"CancelInspection", { reason: string }>;
/** `standing`: the units that take part already, as the register has them now. What is null stays. */
export type AmendInspection = OnInspection<
  "AmendInspection",
  {
    reason: string;
    given: { readonly [K in keyof DecisionGiven]: DecisionGiven[K] | null };
    standing: readonly UnitFact[];
  }
>;
export type VoidInspection = OnInspection<"VoidInspection", { duplicateOf: InspectionFact | null; reason: string }>;

export type InspectionStep =
  | AnnounceInspection
  | StartFieldwork
  | ExtendInspection
  | SuspendInspection
  | ResumeInspection
  | EndFieldwork
  | ReportInspection
  | DraftConclusion
  | ConcludeInspection
  | PublishConclusion
  | StartImplementation
  | RecordFinding
  | MakeRecommendation
  | RecordRecommendationProgress
  | RecordCheckDone
  | CloseInspection
  | CancelInspection
  | AmendInspection
  | VoidInspection;
export type InspectionCommand = PlanInspection | DecideInspection | InspectionStep;
