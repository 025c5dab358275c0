import type { Decision } from "../kernel/decider.js";
import { refuse, unlessRefused } from "../kernel/decider.js";
import { localDateOf, type Instant } from "../kernel/time.js";
import { changesOf, hostOn, visitor } from "./changes.js";
import { toKeep } from "./documents.js";
import * as policies from "./policies.js";
import { visitRefusals } from "./refusals.js";
import type { RegisterVisit, Visit, VisitCommand, VisitEvent, VisitState, VisitStep } from "./visit.js";

export function decide(command: VisitCommand, state: VisitState): Decision<VisitEvent> {
  if (command.type === "RegisterVisit") {
    return unlessRefused(policies.registerPolicies, command, () => register(command));
  }
  if (state.status === "NONE") return refuse(visitRefusals.VISIT_NOT_FOUND(["visitId"]));
  return unlessRefused(policies.policiesFor(command.type), { visit: state, command, meta: command.meta }, () =>
    step(command, state),
  );
}

function register({ data, meta }: RegisterVisit): readonly VisitEvent[] {
  const { visitId, topic, subject, appointmentAt, documents, outcome } = data;
  const { occurredAt } = meta;
  const day = localDateOf(appointmentAt ?? occurredAt);
  const late = meta.lateEntryReason === undefined ? {} : { reason: meta.lateEntryReason };
  const events: VisitEvent[] = [
    {
      type: "VisitRegistered",
      data: {
        visitId,
        hosts: data.hosts.map((unit) => hostOn(unit, day)),
        reporters: data.reporters.map(visitor),
        topic,
        subject,
        appointmentAt,
      },
      occurredAt,
      ...late,
    },
  ];
  if (appointmentAt === null) events.push({ type: "VisitorsArrived", data: { visitId }, occurredAt, ...late });
  if (documents) {
    events.push({ type: "VisitDocumentsChecked", data: { visitId, documents: toKeep(documents) }, occurredAt });
  }
  if (outcome) events.push({ type: "VisitOutcomeRecorded", data: { visitId, outcome }, occurredAt });
  return events;
}

function step(command: VisitStep, visit: Visit): readonly VisitEvent[] {
  const { visitId } = visit;
  const { occurredAt, lateEntryReason } = command.meta;
  const late = lateEntryReason === undefined ? {} : { reason: lateEntryReason };
  switch (command.type) {
    case "ConfirmVisit":
      return [{ type: "VisitConfirmed", data: { visitId }, occurredAt, ...late }];
    case "DeclineVisit": {
      const { ground, reason } = command.data;
      return [{ type: "VisitDeclined", data: { visitId, ground }, occurredAt, reason }];
    }
    case "RedirectVisit": {
      const to = hostOn(command.data.to, localDateOf(occurredAt));
      return [{ type: "VisitRedirected", data: { visitId, to }, occurredAt, reason: command.data.reason }];
    }
    case "RecordArrival":
      return [{ type: "VisitorsArrived", data: { visitId }, occurredAt, ...late }];
    case "CheckDocuments": {
      const documents = toKeep(command.data.documents);
      return [{ type: "VisitDocumentsChecked", data: { visitId, documents }, occurredAt, ...late }];
    }
    case "StartSession":
      return [{ type: "VisitSessionStarted", data: { visitId }, occurredAt, ...late }];
    case "RecordOutcome": {
      const { outcome } = command.data;
      return [{ type: "VisitOutcomeRecorded", data: { visitId, outcome }, occurredAt, ...late }];
    }
    case "PromiseInformation": {
      const { promiseId, what, dueOn } = command.data;
      return [{ type: "VisitInformationPromised", data: { visitId, promiseId, what, dueOn }, occurredAt, ...late }];
    }
    case "FulfilPromise": {
      const { promiseId, how } = command.data;
      return [{ type: "VisitPromiseFulfilled", data: { visitId, promiseId, how }, occurredAt, ...late }];
    }
    case "CloseVisit":
      return [{ type: "VisitClosed", data: { visitId }, occurredAt, ...late }];
    case "RecordNoShow":
      return [{ type: "VisitorsDidNotCome", data: { visitId }, occurredAt, ...late }];
    case "CancelVisit":
      return [{ type: "VisitCancelled", data: { visitId }, occurredAt, reason: command.data.reason }];
    case "AmendVisit": {
      const changes = changesOf(command.data, visit);
      return [{ type: "VisitAmended", data: { visitId, changes }, occurredAt, reason: command.data.reason }];
    }
    case "JudgeVisitDuplicate":
      return judge(visitId, command.data, occurredAt);
    case "VoidVisit": {
      const { reason } = command.data;
      return [{ type: "VisitVoided", data: { visitId, duplicateOfId: null }, occurredAt, reason }];
    }
    case "LinkPressItem": {
      const { url, title, publishedOn } = command.data;
      return [{ type: "VisitPressItemLinked", data: { visitId, url, title, publishedOn }, occurredAt, ...late }];
    }
    case "ReportObstacle": {
      const { description } = command.data;
      return [{ type: "VisitObstacleReported", data: { visitId, description }, occurredAt, ...late }];
    }
  }
}

/** A visit judged a duplicate is void from then on; the verdict says of which. */
function judge(
  visitId: string,
  { other, verdict, reason }: Extract<VisitStep, { type: "JudgeVisitDuplicate" }>["data"],
  occurredAt: Instant,
): readonly VisitEvent[] {
  const otherVisitId = other.visitId;
  const judged: VisitEvent = {
    type: "VisitDuplicateJudged",
    data: { visitId, otherVisitId, verdict },
    occurredAt,
    reason,
  };
  if (verdict === "DISTINCT") return [judged];
  return [judged, { type: "VisitVoided", data: { visitId, duplicateOfId: otherVisitId }, occurredAt, reason }];
}
