import type { Instant, LocalDate } from "../kernel/time.js";
import { localDateOf } from "../kernel/time.js";
import type { ReporterFact } from "../reporter/reporter.js";
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
  /** `requestId`: the request for information by whose answer it was kept. */
  readonly fulfilled: { readonly at: Instant; readonly how: string; readonly requestId?: string } | null;
}

/** A press item that came of the visit. */
export interface PressItemLink {
  readonly url: string;
  readonly title: string;
  readonly publishedOn: LocalDate;
}

/** Whether another visit is the same as this one, as was judged here. */
export interface JudgedDuplicate {
  readonly otherVisitId: string;
  readonly verdict: DuplicateVerdict;
  readonly judgedAt: Instant;
  readonly reason: string | null;
}

export interface Visit {
  readonly status: VisitStatus;
  readonly visitId: string;
  readonly hosts: readonly Host[];
  readonly reporters: readonly Visitor[];
  readonly topic: VisitTopic;
  readonly subject: string;
  readonly registeredAt: Instant;
  /** When the last step of the visit itself (not a correction) happened; the next cannot have happened earlier. */
  readonly lastStepAt: Instant;
  readonly appointmentAt: Instant | null;
  readonly arrivedAt: Instant | null;
  /** What was shown; empty until it was checked. */
  readonly documents: readonly ShownDocument[];
  readonly outcome: VisitOutcome | null;
  readonly promises: readonly VisitPromise[];
  readonly pressItems: readonly PressItemLink[];
  /** Difficulties that the reporters met (phản ánh khó khăn). */
  readonly obstacles: readonly string[];
  readonly declined: { readonly ground: DeclineGround; readonly reason: string } | null;
  readonly redirectedTo: Host | null;
  readonly lateEntryReason: string | null;
  readonly corrections: readonly { readonly at: Instant; readonly reason: string }[];
  readonly duplicateOfId: string | null;
  readonly verdicts: readonly JudgedDuplicate[];
}

/** What a visit has none of at first. */
export const BLANK = {
  appointmentAt: null,
  arrivedAt: null,
  documents: [],
  outcome: null,
  promises: [],
  pressItems: [],
  obstacles: [],
  declined: null,
  redirectedTo: null,
  lateEntryReason: null,
  corrections: [],
  duplicateOfId: null,
  verdicts: [],
} as const satisfies Partial<Visit>;

/** The arrival, or until then the registration: by what lists are ordered. Never later than the event that set it. */
export const sortAt = ({ arrivedAt, registeredAt }: Visit): Instant => arrivedAt ?? registeredAt;

/** The day of the arrival, or else of the appointment, or else of the registration. */
export const visitDay = ({ arrivedAt, appointmentAt, registeredAt }: Visit): LocalDate =>
  localDateOf(arrivedAt ?? appointmentAt ?? registeredAt);

export const hasOpenPromise = (promises: readonly VisitPromise[]): boolean =>
  promises.some((promise) => promise.fulfilled === null);

/** Reporters came, and the record stands: what every figure of visits counts. */
export const isCounted = ({ arrivedAt, status }: Visit): boolean => arrivedAt !== null && status !== "VOIDED";

/** What other visits may know of a visit. */
export interface VisitFact {
  readonly visitId: string;
  readonly status: VisitStatus;
  readonly day: LocalDate;
  readonly hostIds: readonly string[];
  readonly reporterIds: readonly string[];
  readonly promiseIds: readonly string[];
}

/** A reporter who visits, as the register has them on the day, with the agency of that day. */
export interface VisitorFact {
  readonly reporter: ReporterFact;
  readonly agencyId: string;
  readonly agencyName: string;
}
