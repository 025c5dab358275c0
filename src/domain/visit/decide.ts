import type { Decision } from "../kernel/decider.js";
import { refuse, unlessRefused } from "../kernel/decider.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import { localDateOf } from "../kernel/time.js";
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
  const day = localDateOf(appointmentAt ?? meta.occurredAt);
  const hosts = data.hosts.map((unit) => hostOn(unit, day));
  const reporters = data.reporters.map(visitor);
  const stamp = stampOf(meta);
  return [
    {
      type: "VisitRegistered",
      data: { visitId, hosts, reporters, topic, subject, appointmentAt, arrived: appointmentAt === null },
      ...stamp,
    },
    ...(documents
      ? [{ type: "VisitDocumentsChecked", data: { visitId, documents: toKeep(documents) }, ...stamp } as const]
      : []),
    ...(outcome ? [{ type: "VisitOutcomeRecorded", data: { visitId, outcome }, ...stamp } as const] : []),
  ];
}

function step(command: VisitStep, visit: Visit): readonly VisitEvent[] {
  const { visitId } = visit;
  const { meta } = command;
  const stamp = stampOf(meta, "reason" in command.data ? command.data.reason : undefined);
  switch (command.type) {
    case "ConfirmVisit":
      return [{ type: "VisitConfirmed", data: { visitId }, ...stamp }];
    case "DeclineVisit":
      return [{ type: "VisitDeclined", data: { visitId, ground: command.data.ground }, ...stamp }];
    case "RedirectVisit": {
      const to = hostOn(command.data.to, localDateOf(meta.occurredAt));
      return [{ type: "VisitRedirected", data: { visitId, to }, ...stamp }];
    }
    case "RecordArrival":
      return [{ type: "VisitorsArrived", data: { visitId }, ...stamp }];
    case "CheckDocuments": {
      const documents = toKeep(command.data.documents);
      return [{ type: "VisitDocumentsChecked", data: { visitId, documents }, ...stamp }];
    }
    case "StartSession":
      return [{ type: "VisitSessionStarted", data: { visitId }, ...stamp }];
    case "RecordOutcome":
      return [{ type: "VisitOutcomeRecorded", data: { visitId, outcome: command.data.outcome }, ...stamp }];
    case "PromiseInformation": {
      const { promiseId, what, dueOn } = command.data;
      return [{ type: "VisitInformationPromised", data: { visitId, promiseId, what, dueOn }, ...stamp }];
    }
    case "FulfilPromise": {
      const { promiseId, how } = command.data;
      return [{ type: "VisitPromiseFulfilled", data: { visitId, promiseId, how }, ...stamp }];
    }
    case "CloseVisit":
      return [{ type: "VisitClosed", data: { visitId }, ...stamp }];
    case "RecordNoShow":
      return [{ type: "VisitorsDidNotCome", data: { visitId }, ...stamp }];
    case "CancelVisit":
      return [{ type: "VisitCancelled", data: { visitId }, ...stamp }];
    case "AmendVisit":
      return [{ type: "VisitAmended", data: { visitId, changes: changesOf(command.data, visit) }, ...stamp }];
    case "JudgeVisitDuplicate":
      return judge(visitId, command.data, stamp);
    case "VoidVisit":
      return [{ type: "VisitVoided", data: { visitId, duplicateOfId: null }, ...stamp }];
    case "LinkPressItem": {
      const { url, title, publishedOn } = command.data;
      return [{ type: "VisitPressItemLinked", data: { visitId, url, title, publishedOn }, ...stamp }];
    }
    case "ReportObstacle":
      return [{ type: "VisitObstacleReported", data: { visitId, description: command.data.description }, ...stamp }];
    default:
      return command satisfies never;
  }
}

/** A visit judged a duplicate is void from then on; the verdict says of which. */
function judge(
  visitId: string,
  { other, verdict }: Extract<VisitStep, { type: "JudgeVisitDuplicate" }>["data"],
  stamp: Stamp,
): readonly VisitEvent[] {
  const otherVisitId = other.visitId;
  const judged: VisitEvent = { type: "VisitDuplicateJudged", data: { visitId, otherVisitId, verdict }, ...stamp };
  if (verdict === "DISTINCT") return [judged];
  return [judged, { type: "VisitVoided", data: { visitId, duplicateOfId: otherVisitId }, ...stamp }];
}
