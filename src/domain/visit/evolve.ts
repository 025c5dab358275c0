import type { VisitStatus } from "./terms.js";
import type { Visit, VisitEvent, VisitState } from "./visit.js";

export function evolve(state: VisitState, event: VisitEvent): VisitState {
  if (event.type === "VisitRegistered") {
    const { visitId, hosts, reporters, topic, subject, appointmentAt, arrived } = event.data;
    return {
      status: arrived ? "ARRIVED" : "REGISTERED",
      visitId,
      hosts,
      reporters,
      topic,
      subject,
      registeredAt: event.occurredAt,
      appointmentAt,
      arrivedAt: arrived ? event.occurredAt : null,
      lastStepAt: event.occurredAt,
      documents: [],
      promises: [],
      pressItemUrls: [],
    };
  }
  return state.status === "NONE" ? state : next(state, event);
}

function next(visit: Visit, event: Exclude<VisitEvent, { type: "VisitRegistered" }>): Visit {
  const step = (status: VisitStatus, fields: Partial<Visit> = {}): Visit => ({
    ...visit,
    ...fields,
    status,
    lastStepAt: event.occurredAt,
  });
  switch (event.type) {
    case "VisitConfirmed":
      return step("CONFIRMED");
    case "VisitDeclined":
      return step("DECLINED");
    case "VisitRedirected":
      return step("REDIRECTED");
    case "VisitorsArrived":
      return step("ARRIVED", { arrivedAt: event.occurredAt });
    case "VisitDocumentsChecked":
      return step("DOCUMENTS_CHECKED", { documents: event.data.documents });
    case "VisitSessionStarted":
      return step("IN_SESSION");
    case "VisitOutcomeRecorded":
      return step(hasOpenPromise(visit) ? "FOLLOW_UP_OPEN" : "COMPLETED");
    case "VisitInformationPromised": {
      const { promiseId, what, dueOn } = event.data;
      const promises = [...visit.promises, { promiseId, what, dueOn, fulfilled: null }];
      return step(visit.status === "IN_SESSION" ? "IN_SESSION" : "FOLLOW_UP_OPEN", { promises });
    }
    case "VisitPromiseFulfilled": {
      const { promiseId, how } = event.data;
      const fulfilled = { at: event.occurredAt, how };
      const promises = visit.promises.map((one) => (one.promiseId === promiseId ? { ...one, fulfilled } : one));
      const status = visit.status === "FOLLOW_UP_OPEN" && !hasOpenPromise({ promises }) ? "CLOSED" : visit.status;
      return step(status, { promises });
    }
    case "VisitClosed":
      return step("CLOSED");
    case "VisitorsDidNotCome":
      return step("NO_SHOW");
    case "VisitCancelled":
      return step("CANCELLED");
    case "VisitAmended":
      return { ...visit, ...event.data.changes };
    case "VisitVoided":
      return { ...visit, status: "VOIDED" };
    case "VisitPressItemLinked":
      return { ...visit, pressItemUrls: [...visit.pressItemUrls, event.data.url] };
    case "VisitDuplicateJudged":
    case "VisitObstacleReported":
      return visit;
    default:
      return event satisfies never;
  }
}

export const hasOpenPromise = ({ promises }: Pick<Visit, "promises">): boolean =>
  promises.some((promise) => promise.fulfilled === null);
