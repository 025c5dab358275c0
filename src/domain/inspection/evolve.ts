import { localDateOf } from "../kernel/time.js";
import type { Inspection, InspectionEvent, InspectionState } from "./inspection.js";
import type { InspectionStatus } from "./terms.js";

type Beginning = Extract<InspectionEvent, { type: "InspectionPlanned" | "InspectionDecided" }>;
type Later = Exclude<InspectionEvent, Beginning>;

export function evolve(state: InspectionState, event: InspectionEvent): InspectionState {
  switch (event.type) {
    case "InspectionPlanned":
      return begun("PLANNED", event, localDateOf(event.occurredAt));
    case "InspectionDecided":
      return begun("DECIDED", event, event.data.content.decidedOn);
    default:
      return state.status === "NONE" ? state : next(state, event);
  }
}

const begun = (status: InspectionStatus, { type, data }: Beginning, on: string): Inspection => ({
  status,
  inspectionId: data.inspectionId,
  content: data.content,
  reinspectsId: type === "InspectionDecided" ? (data as { reinspectsId: string | null }).reinspectsId : null,
  begunOn: on,
  firstStepOn: null,
  startedOn: null,
  concludedOn: null,
  extendedUntil: null,
  lastStepOn: on,
  findings: [],
  recommendations: [],
});

function next(inspection: Inspection, event: Later): Inspection {
  const on = localDateOf(event.occurredAt);
  const step = (status: InspectionStatus, fields: Partial<Inspection> = {}, day = on): Inspection => ({
    ...inspection,
    firstStepOn: inspection.firstStepOn ?? day,
    lastStepOn: day,
    ...fields,
    status,
  });
  const { status } = inspection;
  switch (event.type) {
    case "InspectionAnnounced":
      return step("ANNOUNCED");
    case "InspectionFieldworkStarted":
      return step("IN_PROGRESS", { startedOn: on });
    case "InspectionExtended":
      return step(status, { extendedUntil: event.data.until });
    case "InspectionSuspended":
      return step("SUSPENDED");
    case "InspectionResumed":
      return step("IN_PROGRESS");
    case "InspectionFieldworkEnded":
      return step("FIELDWORK_ENDED");
    case "InspectionReported":
      return step("REPORTED");
    case "InspectionConclusionDrafted":
      return step("DRAFTED");
    case "InspectionConcluded":
      return step("CONCLUDED", { concludedOn: event.data.signedOn }, event.data.signedOn);
    case "InspectionConclusionPublished":
      return step("PUBLISHED");
    case "InspectionImplementationStarted":
      return step("IMPLEMENTING");
    case "InspectionCheckDone":
      return step("DONE", { concludedOn: on });
    case "InspectionClosed":
      return step("CLOSED");
    case "InspectionCancelled":
      return step("CANCELLED");
    case "InspectionAmended":
      return { ...inspection, content: { ...inspection.content, ...event.data.changes } };
    case "InspectionVoided":
      return { ...inspection, status: "VOIDED" };
    default:
      return noted(inspection, event, on);
  }
}

type Note = Extract<
  Later,
  { type: "InspectionFindingRecorded" | "InspectionRecommendationMade" | "InspectionRecommendationProgressed" }
>;

/** Findings and recommendations do not move the inspection itself. */
function noted(inspection: Inspection, event: Note, on: string): Inspection {
  const { findings, recommendations } = inspection;
  switch (event.type) {
    case "InspectionFindingRecorded": {
      const { findingId, targetId, description, isViolation } = event.data;
      return { ...inspection, findings: [...findings, { findingId, targetId, description, isViolation, on }] };
    }
    case "InspectionRecommendationMade": {
      const { recommendationId } = event.data;
      const made = { recommendationId, state: "ISSUED", lastOn: on } as const;
      return { ...inspection, recommendations: [...recommendations, made] };
    }
    case "InspectionRecommendationProgressed": {
      const { recommendationId, state } = event.data;
      const progressed = recommendations.map((one) =>
        one.recommendationId === recommendationId ? { ...one, state, lastOn: on } : one,
      );
      return { ...inspection, recommendations: progressed };
    }
    default:
      return event satisfies never;
  }
}
