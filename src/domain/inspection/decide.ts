import { type Decision, refuse, unlessRefused } from "../kernel/decider.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import { localDateOf } from "../kernel/time.js";
import { bodyOn, changesOf, decidedContent, plannedContent } from "./content.js";
import type {
  DecideInspection,
  Inspection,
  InspectionCommand,
  InspectionEvent,
  InspectionState,
  InspectionStep,
  PlanInspection,
} from "./inspection.js";
import * as policies from "./policies.js";
import { inspectionRefusals } from "./refusals.js";

export function decide(command: InspectionCommand, state: InspectionState): Decision<InspectionEvent> {
  switch (command.type) {
    case "PlanInspection":
      return unlessRefused(policies.planPolicies, { command, state }, () => [planned(command)]);
    case "DecideInspection":
      if (command.data.isPlanned && state.status === "NONE") {
        return refuse(inspectionRefusals.INSPECTION_NOT_FOUND(["plannedInspectionId"]));
      }
      return unlessRefused(policies.decidePolicies, { command, state }, () => [decided(command)]);
    default: {
      if (state.status === "NONE") return refuse(inspectionRefusals.INSPECTION_NOT_FOUND(["inspectionId"]));
      const context = { inspection: state, command, meta: command.meta };
      return unlessRefused(policies.policiesFor(command.type), context, () => [step(command, state)]);
    }
  }
}

function planned({ data: { inspectionId, plan, given }, meta }: PlanInspection): InspectionEvent {
  const content = plannedContent(given, localDateOf(meta.occurredAt));
  return { type: "InspectionPlanned", data: { inspectionId, plan, content }, ...stampOf(meta) };
}

function decided({ data: { inspectionId, given, reinspects }, meta }: DecideInspection): InspectionEvent {
  const data = { inspectionId, content: decidedContent(given), reinspectsId: reinspects?.inspectionId ?? null };
  return { type: "InspectionDecided", data, ...stampOf(meta) };
}

function step(command: InspectionStep, inspection: Inspection): InspectionEvent {
  const { inspectionId } = inspection;
  const stamp = stampOf(command.meta, "reason" in command.data ? command.data.reason : undefined);
  switch (command.type) {
    case "AnnounceInspection":
      return { type: "InspectionAnnounced", data: { inspectionId }, ...stamp };
    case "StartFieldwork":
      return { type: "InspectionFieldworkStarted", data: { inspectionId }, ...stamp };
    case "ExtendInspection": {
      const { until, document } = command.data;
      return { type: "InspectionExtended", data: { inspectionId, until, document }, ...stamp };
    }
    case "SuspendInspection":
      return { type: "InspectionSuspended", data: { inspectionId, document: command.data.document }, ...stamp };
    case "ResumeInspection":
      return { type: "InspectionResumed", data: { inspectionId, document: command.data.document }, ...stamp };
    case "EndFieldwork":
      return { type: "InspectionFieldworkEnded", data: { inspectionId }, ...stamp };
    case "ReportInspection": {
      const { summary, draftDueOn } = command.data;
      return { type: "InspectionReported", data: { inspectionId, summary, draftDueOn }, ...stamp };
    }
    case "DraftConclusion": {
      const { reservedOpinions } = command.data;
      return { type: "InspectionConclusionDrafted", data: { inspectionId, reservedOpinions }, ...stamp };
    }
    case "ConcludeInspection": {
      const { number, signedOn, summary } = command.data;
      return { type: "InspectionConcluded", data: { inspectionId, number, signedOn, summary }, ...stamp };
    }
    case "PublishConclusion": {
      const { forms, address } = command.data;
      return { type: "InspectionConclusionPublished", data: { inspectionId, forms, address }, ...stamp };
    }
    case "StartImplementation": {
      const { document } = command.data;
      return { type: "InspectionImplementationStarted", data: { inspectionId, document }, ...stamp };
    }
    case "CloseInspection":
      return { type: "InspectionClosed", data: { inspectionId }, ...stamp };
    case "CancelInspection":
      return { type: "InspectionCancelled", data: { inspectionId }, ...stamp };
    default:
      return besides(command, inspection, stamp);
  }
}

type Besides = Extract<
  InspectionStep,
  {
    type:
      | "RecordFinding"
      | "MakeRecommendation"
      | "RecordRecommendationProgress"
      | "RecordCheckDone"
      | "AmendInspection"
      | "VoidInspection";
  }
>;

/** What is no step of the way to the conclusion. */
function besides(command: Besides, inspection: Inspection, stamp: Stamp): InspectionEvent {
  const { inspectionId } = inspection;
  const day = localDateOf(command.meta.occurredAt);
  switch (command.type) {
    case "RecordCheckDone": {
      const { minutes, summary } = command.data;
      return { type: "InspectionCheckDone", data: { inspectionId, minutes, summary }, ...stamp };
    }
    case "RecordFinding": {
      const { findingId, targetId, description, isViolation } = command.data;
      const data = { inspectionId, findingId, targetId, description, isViolation };
      return { type: "InspectionFindingRecorded", data, ...stamp };
    }
    case "MakeRecommendation": {
      const { recommendationId, findingId, what, dueOn } = command.data;
      const addressee = bodyOn(command.data.addressee, day);
      const data = { inspectionId, recommendationId, findingId, addressee, what, dueOn };
      return { type: "InspectionRecommendationMade", data, ...stamp };
    }
    case "RecordRecommendationProgress": {
      const { recommendationId, state, note } = command.data;
      const assignee = command.data.assignee && bodyOn(command.data.assignee, day);
      const data = { inspectionId, recommendationId, state, assignee, note };
      return { type: "InspectionRecommendationProgressed", data, ...stamp };
    }
    case "AmendInspection": {
      const changes = changesOf(command.data, inspection);
      return { type: "InspectionAmended", data: { inspectionId, changes }, ...stamp };
    }
    case "VoidInspection": {
      const duplicateOfId = command.data.duplicateOf?.inspectionId ?? null;
      return { type: "InspectionVoided", data: { inspectionId, duplicateOfId }, ...stamp };
    }
    default:
      return command satisfies never;
  }
}
