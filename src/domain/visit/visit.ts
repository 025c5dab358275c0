import type { Command, DomainEvent } from "../kernel/decider.js";
import type { Instant, LocalDate } from "../kernel/time.js";
import type { ReporterFact } from "../reporter/reporter.js";
import type { UnitFact } from "../unit/unit.js";
import type { AnswerForm, DeclineGround, DocumentKind, DuplicateVerdict, VisitStatus, VisitTopic } from "./terms.js";

/**
 * A visit (lượt tác nghiệp): reporters come to one or several host units, show their documents, are answered, and may
 * be promised information. Press Law 2016, Art. 25 and 38.
 */

/** A host with its name on the day of the visit. */
export interface Host {
  readonly unitId: string;
  readonly name: string;
}

/** A reporter and the agency the reporter worked for on the day, both with their names then. */
export interface Visitor {
  readonly reporterId: string;
  readonly name: string;
  readonly agencyId: string;
  readonly agencyName: string;
}

/** A document as it was shown; of its number only the end is kept. */
export interface ShownDocument {
  readonly reporterId: string;
  readonly kind: DocumentKind;
  readonly numberEnd: string | null;
  readonly validTo: LocalDate | null;
}

export interface VisitOutcome {
  readonly answerForm: AnswerForm;
  readonly summary: string;
  readonly peopleMet: string | null;
  readonly recordingAllowed: boolean | null;
}

export interface VisitPromise {
  readonly promiseId: string;
  readonly what: string;
  readonly dueOn: LocalDate;
  readonly fulfilled: { readonly at: Instant; readonly how: string } | null;
}

/** What a correction changes; what is absent stays. */
export interface VisitChanges {
  readonly hosts?: readonly Host[];
  readonly reporters?: readonly Visitor[];
  readonly topic?: VisitTopic;
  readonly subject?: string;
  readonly arrivedAt?: Instant;
  readonly appointmentAt?: Instant;
  readonly documents?: readonly ShownDocument[];
}

// Events ------------------------------------------------------------------------------------------------------------

export type VisitEvent =
  | DomainEvent<
      "VisitRegistered",
      {
        visitId: string;
        hosts: readonly Host[];
        reporters: readonly Visitor[];
        topic: VisitTopic;
        subject: string;
        appointmentAt: Instant | null;
        /** They have come: registration and arrival are one event, at `occurredAt`. */
        arrived: boolean;
      }
    >
  | DomainEvent<"VisitConfirmed", { visitId: string }>
  | DomainEvent<"VisitDeclined", { visitId: string; ground: DeclineGround }>
  | DomainEvent<"VisitRedirected", { visitId: string; to: Host }>
  | DomainEvent<"VisitorsArrived", { visitId: string }>
  | DomainEvent<"VisitDocumentsChecked", { visitId: string; documents: readonly ShownDocument[] }>
  | DomainEvent<"VisitSessionStarted", { visitId: string }>
  | DomainEvent<"VisitOutcomeRecorded", { visitId: string; outcome: VisitOutcome }>
  | DomainEvent<"VisitInformationPromised", { visitId: string; promiseId: string; what: string; dueOn: LocalDate }>
  | DomainEvent<"VisitPromiseFulfilled", { visitId: string; promiseId: string; how: string }>
  | DomainEvent<"VisitClosed", { visitId: string }>
  | DomainEvent<"VisitorsDidNotCome", { visitId: string }>
  | DomainEvent<"VisitCancelled", { visitId: string }>
  | DomainEvent<"VisitAmended", { visitId: string; changes: VisitChanges }>
  | DomainEvent<"VisitDuplicateJudged", { visitId: string; otherVisitId: string; verdict: DuplicateVerdict }>
  | DomainEvent<"VisitVoided", { visitId: string; duplicateOfId: string | null }>
  | DomainEvent<"VisitPressItemLinked", { visitId: string; url: string; title: string; publishedOn: LocalDate }>
  | DomainEvent<"VisitObstacleReported", { visitId: string; description: string }>;

// State -------------------------------------------------------------------------------------------------------------

export interface Visit {
  readonly status: VisitStatus;
  readonly visitId: string;
  readonly hosts: readonly Host[];
  readonly reporters: readonly Visitor[];
  readonly topic: VisitTopic;
  readonly subject: string;
  readonly registeredAt: Instant;
  readonly appointmentAt: Instant | null;
  readonly arrivedAt: Instant | null;
  /** When the last step of the visit itself (not a correction) happened; the next cannot have happened earlier. */
  readonly lastStepAt: Instant;
  /** What was shown; empty until it was checked. */
  readonly documents: readonly ShownDocument[];
  readonly promises: readonly VisitPromise[];
  readonly pressItemUrls: readonly string[];
}

export type VisitState = { readonly status: "NONE" } | Visit;

/** What other visits may know of a visit. */
export interface VisitFact {
  readonly visitId: string;
  readonly status: VisitStatus;
  /** Of the arrival, or else of the appointment. */
  readonly day: LocalDate;
  readonly hostIds: readonly string[];
  readonly reporterIds: readonly string[];
}

// Commands ----------------------------------------------------------------------------------------------------------

/** A reporter as registered, with the agency on the day of the visit. */
export interface VisitorFact {
  readonly reporter: ReporterFact;
  readonly agencyId: string;
  readonly agencyName: string;
}

/** A document as the clerk enters it. */
export interface DocumentGiven {
  readonly reporterId: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly validTo: LocalDate | null;
}

export type RegisterVisit = Command<
  "RegisterVisit",
  {
    visitId: string;
    hosts: readonly UnitFact[];
    reporters: readonly VisitorFact[];
    topic: VisitTopic;
    subject: string;
    /** Given: an appointment for then. Absent: the reporters came at `occurredAt`. */
    appointmentAt: Instant | null;
    documents: readonly DocumentGiven[] | null;
    outcome: VisitOutcome | null;
  }
>;
/** Every other command speaks of a visit that is there; clerks may only for visits to their unit. */
type OnVisit<Type extends string, Data extends object = object> = Command<Type, { visitId: string } & Data>;

export type ConfirmVisit = OnVisit<"ConfirmVisit">;
export type DeclineVisit = OnVisit<"DeclineVisit", { ground: DeclineGround; reason: string }>;
export type RedirectVisit = OnVisit<"RedirectVisit", { to: UnitFact; reason: string }>;
/** `hosts` as the register has them now: one may have ended since the appointment was made. */
export type RecordArrival = OnVisit<"RecordArrival", { hosts: readonly UnitFact[] }>;
export type CheckDocuments = OnVisit<
  "CheckDocuments",
  { documents: readonly DocumentGiven[]; reporters: readonly ReporterFact[] }
>;
export type StartSession = OnVisit<"StartSession">;
export type RecordOutcome = OnVisit<"RecordOutcome", { outcome: VisitOutcome }>;
export type PromiseInformation = OnVisit<"PromiseInformation", { promiseId: string; what: string; dueOn: LocalDate }>;
export type FulfilPromise = OnVisit<"FulfilPromise", { promiseId: string; how: string }>;
export type CloseVisit = OnVisit<"CloseVisit">;
export type RecordNoShow = OnVisit<"RecordNoShow">;
export type CancelVisit = OnVisit<"CancelVisit", { reason: string }>;
export type AmendVisit = OnVisit<
  "AmendVisit",
  {
    reason: string;
    hosts: readonly UnitFact[] | null;
    reporters: readonly VisitorFact[] | null;
    topic: VisitTopic | null;
    subject: string | null;
    arrivedAt: Instant | null;
    appointmentAt: Instant | null;
    /** Compulsory when other reporters, or another day, are told of a visit whose documents were checked. */
    documents: readonly DocumentGiven[] | null;
    /** Those of the visit as amended. */
    papersOf: readonly ReporterFact[];
  }
>;
export type JudgeVisitDuplicate = OnVisit<
  "JudgeVisitDuplicate",
  { other: VisitFact; verdict: DuplicateVerdict; reason: string }
>;
export type VoidVisit = OnVisit<"VoidVisit", { reason: string }>;
export type LinkPressItem = OnVisit<"LinkPressItem", { url: string; title: string; publishedOn: LocalDate }>;
export type ReportObstacle = OnVisit<"ReportObstacle", { description: string }>;

export type VisitStep =
  | ConfirmVisit
  | DeclineVisit
  | RedirectVisit
  | RecordArrival
  | CheckDocuments
  | StartSession
  | RecordOutcome
  | PromiseInformation
  | FulfilPromise
  | CloseVisit
  | RecordNoShow
  | CancelVisit
  | AmendVisit
  | JudgeVisitDuplicate
  | VoidVisit
  | LinkPressItem
  | ReportObstacle;
export type VisitCommand = RegisterVisit | VisitStep;
