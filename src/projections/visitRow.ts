import { localDateOf } from "../domain/kernel/time.js";
import type { DeclineGround, DuplicateVerdict, VisitStatus, VisitTopic } from "../domain/visit/terms.js";
import type { Host, ShownDocument, VisitEvent, Visitor, VisitOutcome, VisitPromise } from "../domain/visit/visit.js";
import type { LedgerEvent, Recorded } from "../eventstore/codec.js";

/** What a visit shows besides the columns by which it is found. */
export interface VisitDetail {
  readonly hosts: readonly Host[];
  readonly reporters: readonly Visitor[];
  readonly registeredAt: string;
  readonly recordedAt: string;
  readonly appointmentAt: string | null;
  readonly arrivedAt: string | null;
  readonly documents: readonly ShownDocument[];
  readonly outcome: VisitOutcome | null;
  readonly promises: readonly VisitPromise[];
  readonly pressItems: readonly { readonly url: string; readonly title: string; readonly publishedOn: string }[];
  readonly obstacles: readonly string[];
  readonly declined: { readonly ground: DeclineGround; readonly reason: string } | null;
  readonly redirectedTo: Host | null;
  readonly lateEntryReason: string | null;
  readonly corrections: readonly { readonly at: string; readonly reason: string }[];
  readonly duplicateOfId: string | null;
  readonly verdicts: readonly { readonly otherVisitId: string; readonly verdict: DuplicateVerdict }[];
}

/** A version of a visit. */
export interface VisitRow {
  id: string;
  status: VisitStatus;
  topic: VisitTopic;
  subject: string;
  /** The arrival, or until then the registration: by what lists are ordered. Never later than the event that set it. */
  sort_at: string;
  /** The day of the arrival, or else of the appointment. */
  day: string;
  revision: number;
  detail_json: string;
}

/** The columns of the table besides its key. */
export const VISIT_COLUMNS = ["status", "topic", "subject", "sort_at", "day", "revision", "detail_json"] as const;

/** A visit as the projections handle it: the row with its detail parsed. */
export interface VisitVersion extends Omit<VisitRow, "detail_json"> {
  readonly detail: VisitDetail;
}

/** A visit before and after an event: what the read models that follow visits are told. */
export interface VisitChange {
  readonly event: LedgerEvent;
  readonly before: VisitVersion | undefined;
  readonly after: VisitVersion;
}

/** What a visit has none of yet is not written: every version of a visit is a row, and most steps are still to come. */
const NONE_YET = {
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
} as const satisfies Partial<VisitDetail>;

export function toRow({ detail, ...row }: VisitVersion): VisitRow {
  const there: Partial<Record<keyof VisitDetail, unknown>> = {};
  for (const key of Object.keys(detail) as (keyof VisitDetail)[]) {
    const value: unknown = detail[key];
    if (value !== null && !(Array.isArray(value) && value.length === 0)) there[key] = value;
  }
  return { detail_json: JSON.stringify(there), ...row };
}

export function fromRow({ detail_json, ...row }: VisitRow): VisitVersion {
  const there = JSON.parse(detail_json) as VisitDetail;
  return { detail: detailOf(there), ...row };
}

/**
 * The detail with what it has none of. A field that is new after a leading spread costs V8 many times one before it, and
 * every visit passes here: hence the order.
 */
const detailOf = ({
  hosts,
  reporters,
  registeredAt,
  recordedAt,
  ...more
}: Omit<VisitDetail, keyof typeof NONE_YET> & Partial<VisitDetail>): VisitDetail => ({
  hosts,
  reporters,
  registeredAt,
  recordedAt,
  ...NONE_YET,
  ...more,
});

/** A visit that reporters came to, and that stands: what every figure of visits counts. */
export const isCounted = (visit: VisitVersion): boolean => visit.detail.arrivedAt !== null && visit.status !== "VOIDED";

/** Between the two nothing changed by whom and by which days a visit is found: true of most steps of a visit. */
export const foundAlike = (before: VisitVersion, after: VisitVersion): boolean =>
  before.sort_at === after.sort_at &&
  before.day === after.day &&
  before.detail.hosts === after.detail.hosts &&
  before.detail.reporters === after.detail.reporters;

/** Between the two nothing changed that figures count. */
export const countsAlike = (before: VisitVersion, after: VisitVersion): boolean =>
  foundAlike(before, after) && before.topic === after.topic && isCounted(before) === isCounted(after);

/** The next version of a visit. */
export function advance(before: VisitVersion | undefined, event: Recorded<VisitEvent>): VisitVersion | undefined {
  if (event.type === "VisitRegistered") return registered(event);
  if (!before) return undefined;
  const after = step(before, event);
  return { ...after, revision: event.revision };
}

type Step = Exclude<Recorded<VisitEvent>, { type: "VisitRegistered" }>;

function registered(event: Extract<Recorded<VisitEvent>, { type: "VisitRegistered" }>): VisitVersion {
  const { visitId, hosts, reporters, topic, subject, appointmentAt, arrived } = event.data;
  return {
    id: visitId,
    status: arrived ? "ARRIVED" : "REGISTERED",
    topic,
    subject,
    sort_at: event.occurredAt,
    day: localDateOf(appointmentAt ?? event.occurredAt),
    revision: event.revision,
    detail: detailOf({
      hosts,
      reporters,
      registeredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      appointmentAt,
      arrivedAt: arrived ? event.occurredAt : null,
      lateEntryReason: event.reason ?? null,
    }),
  };
}

function step(visit: VisitVersion, event: Step): VisitVersion {
  const { detail } = visit;
  const now = (status: VisitStatus, changes: Partial<VisitDetail> = {}): VisitVersion => ({
    ...visit,
    status,
    detail: { ...detail, ...changes },
  });
  const open = (promises: readonly VisitPromise[]): boolean => promises.some((promise) => promise.fulfilled === null);
  switch (event.type) {
    case "VisitConfirmed":
      return now("CONFIRMED");
    case "VisitDeclined":
      return now("DECLINED", { declined: { ground: event.data.ground, reason: event.reason ?? "" } });
    case "VisitRedirected":
      return now("REDIRECTED", { redirectedTo: event.data.to });
    case "VisitorsArrived":
      return arrivedAt(now("ARRIVED"), event.occurredAt);
    case "VisitDocumentsChecked":
      return now("DOCUMENTS_CHECKED", { documents: event.data.documents });
    case "VisitSessionStarted":
      return now("IN_SESSION");
    case "VisitOutcomeRecorded":
      return now(open(detail.promises) ? "FOLLOW_UP_OPEN" : "COMPLETED", { outcome: event.data.outcome });
    case "VisitInformationPromised": {
      const { promiseId, what, dueOn } = event.data;
      const promises = [...detail.promises, { promiseId, what, dueOn, fulfilled: null }];
      return now(visit.status === "IN_SESSION" ? "IN_SESSION" : "FOLLOW_UP_OPEN", { promises });
    }
    case "VisitPromiseFulfilled": {
      const { promiseId, how } = event.data;
      const fulfilled = { at: event.occurredAt, how };
      const promises = detail.promises.map((one) => (one.promiseId === promiseId ? { ...one, fulfilled } : one));
      return now(visit.status === "FOLLOW_UP_OPEN" && !open(promises) ? "CLOSED" : visit.status, { promises });
    }
    case "VisitClosed":
      return now("CLOSED");
    case "VisitorsDidNotCome":
      return now("NO_SHOW");
    case "VisitCancelled":
      return now("CANCELLED", corrected(detail, event));
    case "VisitAmended":
      return amended(visit, event);
    case "VisitDuplicateJudged": {
      const { otherVisitId, verdict } = event.data;
      return now(visit.status, { verdicts: [...detail.verdicts, { otherVisitId, verdict }] });
    }
    case "VisitVoided":
      return now("VOIDED", { duplicateOfId: event.data.duplicateOfId, ...corrected(detail, event) });
    case "VisitPressItemLinked": {
      const { url, title, publishedOn } = event.data;
      return now(visit.status, { pressItems: [...detail.pressItems, { url, title, publishedOn }] });
    }
    case "VisitObstacleReported":
      return now(visit.status, { obstacles: [...detail.obstacles, event.data.description] });
    default:
      return event satisfies never;
  }
}

const arrivedAt = (visit: VisitVersion, at: string): VisitVersion => ({
  ...visit,
  sort_at: at,
  day: localDateOf(at),
  detail: { ...visit.detail, arrivedAt: at },
});

const corrected = (detail: VisitDetail, event: Step): Pick<VisitDetail, "corrections"> => ({
  corrections: [...detail.corrections, { at: event.occurredAt, reason: event.reason ?? "" }],
});

function amended(visit: VisitVersion, event: Extract<Step, { type: "VisitAmended" }>): VisitVersion {
  const { topic, subject, arrivedAt: came, ...rest } = event.data.changes;
  const detail = { ...visit.detail, ...rest, ...corrected(visit.detail, event) };
  const after = { ...visit, topic: topic ?? visit.topic, subject: subject ?? visit.subject, detail };
  if (came !== undefined) return arrivedAt(after, came);
  if (detail.arrivedAt === null && rest.appointmentAt) return { ...after, day: localDateOf(rest.appointmentAt) };
  return after;
}
