import type { Instant, LocalDate } from "../kernel/time.js";
import type { UnitFact } from "../unit/unit.js";
import type { StepDays } from "./periods.js";
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

/** What a correction changes; what is absent stays. */
export type InspectionChanges = Partial<DecidedContent>;

export interface ReservedOpinion {
  readonly by: string;
  readonly opinion: string;
}

export interface Finding {
  readonly findingId: string;
  /** The target it is about; null: all of them, or none in particular. */
  readonly targetId: string | null;
  readonly description: string;
  readonly isViolation: boolean;
  readonly on: LocalDate;
}

export interface RecommendationStep {
  readonly on: LocalDate;
  readonly state: RecommendationState;
  readonly assignee: Body | null;
  readonly note: string | null;
}

/** A recommendation (kiến nghị) of a conclusion or of minutes, with its own follow-up: ./recommendation.ts. */
export interface Recommendation {
  readonly recommendationId: string;
  readonly findingId: string | null;
  readonly addressee: Body;
  readonly what: string;
  readonly dueOn: LocalDate | null;
  readonly madeOn: LocalDate;
  readonly state: RecommendationState;
  /** To whom it was assigned last. */
  readonly assignee: Body | null;
  readonly steps: readonly RecommendationStep[];
}

interface OnADay {
  readonly on: LocalDate;
}
export interface Extension extends OnADay {
  /** The new last day on site. */
  readonly until: LocalDate;
  readonly document: string;
}
export interface Suspension {
  readonly from: LocalDate;
  /** The day on which it went on; null: suspended still. */
  readonly to: LocalDate | null;
  readonly document: string | null;
  readonly reason: string;
}
export interface Report extends OnADay {
  readonly summary: string;
  /** The last day for the draft conclusion, if the report's receiver set one. */
  readonly draftDueOn: LocalDate | null;
}
export interface DraftAssignment extends OnADay {
  readonly to: string;
}
export interface Conclusion {
  readonly number: string;
  readonly signedOn: LocalDate;
  readonly summary: string;
}
export interface Publication extends OnADay {
  readonly forms: readonly PublicationForm[];
  readonly address: string | null;
}
export interface Implementation extends OnADay {
  readonly document: string;
}
export interface CheckMinutes extends OnADay {
  readonly minutes: string;
  readonly summary: string;
}
export interface Cancellation extends OnADay {
  readonly reason: string;
}

export interface Inspection {
  readonly status: InspectionStatus;
  readonly inspectionId: string;
  /** The plan that has it, as cited; null: unplanned. */
  readonly plan: string | null;
  /** `decisionNumber`, `decidedOn`, `team` and `periodExamined` are there from the decision on. */
  readonly content: PlannedContent | DecidedContent;
  /** Persons and household businesses that it named as targets before, and names no more: ./names.ts. */
  readonly formerPersons: readonly InspectionTarget[];
  readonly reinspectsId: string | null;
  readonly lateEntryReason: string | null;
  /** The day of the plan; of the decision as first entered, if there was no plan. */
  readonly begunOn: LocalDate;
  /** The day of the first step after the decision; the decision cannot be later. */
  readonly firstStepOn: LocalDate | null;
  /** The day of the last step (not of a correction, finding or recommendation); the next cannot be earlier. */
  readonly lastStepOn: LocalDate;
  readonly announcedOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
  readonly extensions: readonly Extension[];
  readonly suspensions: readonly Suspension[];
  readonly fieldworkEndedOn: LocalDate | null;
  readonly report: Report | null;
  /** To whom, and when, the draft of the conclusion was given to write. */
  readonly draftAssigned: DraftAssignment | null;
  /** The days of the drafts of the conclusion, in order. */
  readonly draftedOn: readonly LocalDate[];
  readonly reservedOpinions: readonly ReservedOpinion[];
  readonly conclusion: Conclusion | null;
  readonly publication: Publication | null;
  readonly implementation: Implementation | null;
  readonly check: CheckMinutes | null;
  readonly closedOn: LocalDate | null;
  readonly cancelled: Cancellation | null;
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
  readonly corrections: readonly { readonly at: Instant; readonly reason: string }[];
  readonly duplicateOfId: string | null;
}

/** What an inspection has none of at first. */
export const BLANK = {
  plan: null,
  formerPersons: [],
  reinspectsId: null,
  lateEntryReason: null,
  firstStepOn: null,
  announcedOn: null,
  startedOn: null,
  extensions: [],
  suspensions: [],
  fieldworkEndedOn: null,
  report: null,
  draftAssigned: null,
  draftedOn: [],
  reservedOpinions: [],
  conclusion: null,
  publication: null,
  implementation: null,
  check: null,
  closedOn: null,
  cancelled: null,
  findings: [],
  recommendations: [],
  corrections: [],
  duplicateOfId: null,
} as const satisfies Partial<Inspection>;

export const isDecided = (content: PlannedContent | DecidedContent): content is DecidedContent =>
  "decidedOn" in content;

/** The day of the decision, on which it counts; null while it is only planned. */
export const decidedOn = ({ content }: Pick<Inspection, "content">): LocalDate | null =>
  isDecided(content) ? content.decidedOn : null;

/** The day of the decision, or until then the first planned day on site: by what lists are ordered. */
export const sortOn = ({ content }: Pick<Inspection, "content">): LocalDate =>
  isDecided(content) ? content.decidedOn : content.onSite.from;

/** The days on site, with their extensions. */
export const onSiteOf = ({ content, extensions }: Inspection): Period => ({
  from: content.onSite.from,
  to: extensions.at(-1)?.until ?? content.onSite.to,
});

/** The day of the conclusion, or of the minutes of a check: from then on there are recommendations. */
export const concludedOn = ({ conclusion, check }: Inspection): LocalDate | null =>
  conclusion?.signedOn ?? check?.on ?? null;

/** The day whose names hold: of the decision, or of the plan. */
export const dayOfNames = (inspection: Inspection): LocalDate => decidedOn(inspection) ?? inspection.begunOn;

/** The days from which, and by which, its deadlines are reckoned. */
export const stepDaysOf = ({
  report,
  draftAssigned,
  draftedOn,
  conclusion,
  publication,
  implementation,
}: Inspection): StepDays => ({
  reportedOn: report?.on ?? null,
  assignedOn: draftAssigned?.on ?? null,
  draftDueOn: report?.draftDueOn ?? null,
  draftedOn,
  concludedOn: conclusion?.signedOn ?? null,
  publishedOn: publication?.on ?? null,
  implementedOn: implementation?.on ?? null,
});

/** Not void, and not cancelled before anybody was told of it: what every figure of inspections counts, once decided. */
export const isCounted = ({ status, announcedOn }: Inspection): boolean =>
  status !== "VOIDED" && (status !== "CANCELLED" || announcedOn !== null);

/** The units of the register among these bodies. */
export const unitIdsOf = (bodies: readonly Body[]): string[] => bodies.flatMap(({ unitId }) => unitId ?? []);

/** What others may know of an inspection, now. */
export type InspectionFact = Pick<Inspection, "inspectionId" | "status">;

// What is looked up -------------------------------------------------------------------------------------------------

/** A body as somebody names it: a unit of the register, looked up, or another by its name. */
export type NamedBody = { readonly unit: UnitFact } | { readonly name: string };
export type NamedCoordinator = NamedBody & { readonly role: CoordinationRole };

/** A target with the name it had on the day. `isKept`: the caller says by its id that it is one already named. */
export interface NamedTarget extends InspectionTarget {
  readonly isKept: boolean;
}

/** Who takes part, as the register has them. */
export interface TakingPart {
  readonly lead: NamedBody;
  readonly coordinators: readonly NamedCoordinator[];
  readonly targets: readonly NamedTarget[];
}
export interface PlanGiven extends TakingPart, Pick<PlannedContent, "kind" | "title" | "onSite"> {}
export interface DecisionGiven
  extends PlanGiven, Pick<DecidedContent, "decisionNumber" | "decidedOn" | "team" | "periodExamined"> {}

/** A correction: what is null stays. `standing`: the units that take part already, as the register has them now. */
export type AmendmentGiven = { readonly [K in keyof DecisionGiven]: DecisionGiven[K] | null } & {
  readonly standing: readonly UnitFact[];
};
