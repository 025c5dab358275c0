import { localDateOf } from "../domain/kernel/time.js";
import type { StepDays } from "../domain/inspection/deadlines.js";
import {
  type DecidedContent,
  type Finding,
  type InspectionEvent,
  type InspectionTarget,
  isDecided,
  type Period,
  type PlannedContent,
  type ReservedOpinion,
} from "../domain/inspection/inspection.js";
import type { InspectionKind, InspectionStatus, PublicationForm } from "../domain/inspection/terms.js";
import type { Recorded } from "../eventstore/codec.js";
import { fold } from "./fold.js";
import { remembering } from "./inspectionNames.js";

/** What an inspection shows besides the columns by which it is found. Days are those on which each step was taken. */
export interface InspectionDetail {
  /** The plan that has it, as cited; null: unplanned. */
  readonly plan: string | null;
  readonly content: PlannedContent | DecidedContent;
  /** Persons and household businesses that it named as targets before, and names no more. */
  readonly formerPersons: readonly InspectionTarget[];
  readonly recordedAt: string;
  readonly lateEntryReason: string | null;
  readonly announcedOn: string | null;
  readonly startedOn: string | null;
  readonly extensions: readonly (OnADay & { readonly until: string; readonly document: string })[];
  readonly suspensions: readonly Suspension[];
  readonly fieldworkEndedOn: string | null;
  readonly report: (OnADay & { readonly summary: string; readonly draftDueOn: string | null }) | null;
  /** The drafts of the conclusion, in order. */
  readonly draftedOn: readonly string[];
  readonly reservedOpinions: readonly ReservedOpinion[];
  readonly conclusion: { readonly number: string; readonly signedOn: string; readonly summary: string } | null;
  readonly publication: PublicationDetail | null;
  readonly implementation: (OnADay & { readonly document: string }) | null;
  readonly check: (OnADay & { readonly minutes: string; readonly summary: string }) | null;
  readonly closedOn: string | null;
  readonly cancelled: (OnADay & { readonly reason: string }) | null;
  readonly findings: readonly Finding[];
  readonly corrections: readonly { readonly at: string; readonly reason: string }[];
  readonly duplicateOfId: string | null;
}

interface OnADay {
  readonly on: string;
}
export interface PublicationDetail extends OnADay {
  readonly forms: readonly PublicationForm[];
  readonly address: string | null;
}
export interface Suspension {
  readonly from: string;
  /** The day on which it went on; null: suspended still. */
  readonly to: string | null;
  readonly document: string | null;
  readonly reason: string;
}

/** A version of an inspection. */
export interface InspectionRow {
  id: string;
  status: InspectionStatus;
  kind: InspectionKind;
  title: string;
  /** Null while it is only planned. */
  decided_on: string | null;
  /** The day of the decision, or until then the first planned day on site: by what lists are ordered. */
  sort_on: string;
  reinspects_id: string | null;
  /** Names of targets, folded, a line each: of organisations, and of persons and household businesses. */
  organisations: string;
  persons: string;
  revision: number;
  detail_json: string;
}

export const INSPECTION_COLUMNS = [
  "status",
  "kind",
  "title",
  "decided_on",
  "sort_on",
  "reinspects_id",
  "organisations",
  "persons",
  "revision",
  "detail_json",
] as const;

/** An inspection as the projections handle it. */
export interface InspectionVersion {
  readonly id: string;
  readonly status: InspectionStatus;
  readonly reinspectsId: string | null;
  readonly revision: number;
  readonly detail: InspectionDetail;
}

export const decidedOn = ({ content }: InspectionDetail): string | null =>
  isDecided(content) ? content.decidedOn : null;
export const sortOn = ({ content }: InspectionDetail): string =>
  isDecided(content) ? content.decidedOn : content.onSite.from;

export function toRow({ id, status, reinspectsId, revision, detail }: InspectionVersion): InspectionRow {
  const { kind, title, targets } = detail.content;
  const names = (organisations: boolean): string =>
    targets
      .filter((target) => (target.kind === "ORGANISATION") === organisations)
      .map((target) => fold(target.name))
      .join("\n");
  return {
    id,
    status,
    kind,
    title,
    decided_on: decidedOn(detail),
    sort_on: sortOn(detail),
    reinspects_id: reinspectsId,
    organisations: names(true),
    persons: names(false),
    revision,
    detail_json: JSON.stringify(detail),
  };
}

export const fromRow = ({ id, status, reinspects_id, revision, detail_json }: InspectionRow): InspectionVersion => ({
  id,
  status,
  reinspectsId: reinspects_id,
  revision,
  detail: JSON.parse(detail_json) as InspectionDetail,
});

/** The last day on site, with its extensions. */
export const onSiteOf = ({ content, extensions }: InspectionDetail): Period => ({
  from: content.onSite.from,
  to: extensions.at(-1)?.until ?? content.onSite.to,
});

/** The days from which, and by which, its deadlines are reckoned. */
export const stepDaysOf = (detail: InspectionDetail): StepDays => ({
  reportedOn: detail.report?.on ?? null,
  draftDueOn: detail.report?.draftDueOn ?? null,
  draftedOn: detail.draftedOn,
  concludedOn: detail.conclusion?.signedOn ?? null,
  publishedOn: detail.publication?.on ?? null,
  implementedOn: detail.implementation?.on ?? null,
});

// Versions ----------------------------------------------------------------------------------------------------------

/** The next version of an inspection. Recommendations have a table of their own: ./inspectionRecommendations.ts. */
export function advance(
  before: InspectionVersion | undefined,
  event: Recorded<InspectionEvent>,
): InspectionVersion | undefined {
  const after = next(before, event);
  return before && after ? { ...after, detail: remembering(before.detail, after.detail) } : after;
}

function next(before: InspectionVersion | undefined, event: Recorded<InspectionEvent>): InspectionVersion | undefined {
  const { revision } = event;
  if (event.type === "InspectionPlanned") {
    const { inspectionId, plan, content } = event.data;
    return { id: inspectionId, status: "PLANNED", reinspectsId: null, revision, detail: fresh(event, plan, content) };
  }
  if (event.type === "InspectionDecided") {
    const { inspectionId, reinspectsId, content } = event.data;
    const decided = fresh(event, before?.detail.plan ?? null, content);
    // What was recorded of the plan stays on record.
    const { recordedAt, corrections } = before?.detail ?? decided;
    const detail = { ...decided, recordedAt, corrections };
    return { id: inspectionId, status: "DECIDED", reinspectsId, revision, detail };
  }
  return before && { ...step(before, event), revision };
}

type Step = Exclude<Recorded<InspectionEvent>, { type: "InspectionPlanned" | "InspectionDecided" }>;

const fresh = (
  event: Recorded<InspectionEvent>,
  plan: string | null,
  content: PlannedContent | DecidedContent,
): InspectionDetail => ({
  plan,
  content,
  formerPersons: [],
  recordedAt: event.recordedAt,
  lateEntryReason: event.reason ?? null,
  announcedOn: null,
  startedOn: null,
  extensions: [],
  suspensions: [],
  fieldworkEndedOn: null,
  report: null,
  draftedOn: [],
  reservedOpinions: [],
  conclusion: null,
  publication: null,
  implementation: null,
  check: null,
  closedOn: null,
  cancelled: null,
  findings: [],
  corrections: [],
  duplicateOfId: null,
});

function step(inspection: InspectionVersion, event: Step): InspectionVersion {
  const { detail } = inspection;
  const on = localDateOf(event.occurredAt);
  const reason = event.reason ?? "";
  const now = (status: InspectionStatus, changes: Partial<InspectionDetail> = {}): InspectionVersion => ({
    ...inspection,
    status,
    detail: { ...detail, ...changes },
  });
  switch (event.type) {
    case "InspectionAnnounced":
      return now("ANNOUNCED", { announcedOn: on });
    case "InspectionFieldworkStarted":
      return now("IN_PROGRESS", { startedOn: on });
    case "InspectionExtended": {
      const { until, document } = event.data;
      return now(inspection.status, { extensions: [...detail.extensions, { on, until, document }] });
    }
    case "InspectionSuspended": {
      const { document } = event.data;
      return now("SUSPENDED", { suspensions: [...detail.suspensions, { from: on, to: null, document, reason }] });
    }
    case "InspectionResumed":
      return now("IN_PROGRESS", { suspensions: detail.suspensions.map((one) => ({ ...one, to: one.to ?? on })) });
    case "InspectionFieldworkEnded":
      return now("FIELDWORK_ENDED", { fieldworkEndedOn: on });
    case "InspectionReported":
      return now("REPORTED", { report: { on, summary: event.data.summary, draftDueOn: event.data.draftDueOn } });
    case "InspectionConclusionDrafted": {
      const reservedOpinions = [...detail.reservedOpinions, ...event.data.reservedOpinions];
      return now("DRAFTED", { draftedOn: [...detail.draftedOn, on], reservedOpinions });
    }
    case "InspectionConcluded": {
      const { number, signedOn, summary } = event.data;
      return now("CONCLUDED", { conclusion: { number, signedOn, summary } });
    }
    case "InspectionConclusionPublished":
      return now("PUBLISHED", { publication: { on, forms: event.data.forms, address: event.data.address } });
    case "InspectionImplementationStarted":
      return now("IMPLEMENTING", { implementation: { on, document: event.data.document } });
    case "InspectionCheckDone":
      return now("DONE", { check: { on, minutes: event.data.minutes, summary: event.data.summary } });
    case "InspectionClosed":
      return now("CLOSED", { closedOn: on });
    case "InspectionCancelled":
      return now("CANCELLED", { cancelled: { on, reason } });
    default:
      return besides(inspection, event, on);
  }
}

type Besides = Extract<
  Step,
  {
    type:
      | "InspectionFindingRecorded"
      | "InspectionRecommendationMade"
      | "InspectionRecommendationProgressed"
      | "InspectionAmended"
      | "InspectionVoided";
  }
>;

function besides(inspection: InspectionVersion, event: Besides, on: string): InspectionVersion {
  const { detail } = inspection;
  const corrections = [...detail.corrections, { at: event.occurredAt, reason: event.reason ?? "" }];
  switch (event.type) {
    case "InspectionFindingRecorded": {
      const { findingId, targetId, description, isViolation } = event.data;
      const findings = [...detail.findings, { findingId, targetId, description, isViolation, on }];
      return { ...inspection, detail: { ...detail, findings } };
    }
    case "InspectionRecommendationMade":
    case "InspectionRecommendationProgressed":
      return inspection;
    case "InspectionAmended": {
      const content = { ...detail.content, ...event.data.changes };
      return { ...inspection, detail: { ...detail, content, corrections } };
    }
    case "InspectionVoided": {
      const { duplicateOfId } = event.data;
      return { ...inspection, status: "VOIDED", detail: { ...detail, duplicateOfId, corrections } };
    }
    default:
      return event satisfies never;
  }
}
