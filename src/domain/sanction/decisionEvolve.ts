import { localDateOf } from "../kernel/time.js";
import type { DecisionContent, DecisionEvent } from "./decision.js";
import { annulled, decidedAnew, openAccount, paused, resumed } from "./fineAccount.js";
import type { MeasureStanding, Sanction } from "./sanction.js";

type Issued = Extract<DecisionEvent, { type: "SanctionIssued" }>;

/** A decision just signed. */
export function decisionIssued(data: Issued["data"]): Sanction {
  const { sanctionId, caseId, kind, number, issuer, party, content, fine, signedOn } = data;
  return {
    status: "SIGNED",
    sanctionId,
    caseId,
    kind,
    number,
    issuerId: issuer.unitId,
    party,
    content,
    signedOn,
    receivedOn: null,
    executionDueOn: null,
    measures: measuresOf(content, []),
    suspendedFrom: null,
    suspendedFor: null,
    fine: openAccount(fine, signedOn),
    complaints: [],
  };
}

/** How the decision itself goes on. Whether it is executed by then is seen by ./evolve.ts. */
export function evolveDecision(sanction: Sanction, event: Exclude<DecisionEvent, Issued>): Sanction {
  switch (event.type) {
    case "SanctionServed": {
      const { receivedOn, executionDueOn } = event.data;
      return { ...sanction, receivedOn, executionDueOn };
    }
    case "SanctionCorrected":
      return sanction;
    case "SanctionAmended": {
      const { content } = event.data;
      const fine = decidedAnew(sanction.fine, event.data.fine, localDateOf(event.occurredAt));
      return { ...sanction, content, measures: measuresOf(content, sanction.measures), fine };
    }
    case "SanctionAnnulled":
      return {
        ...sanction,
        status: "ANNULLED",
        suspendedFrom: null,
        suspendedFor: null,
        fine: annulled(sanction.fine),
        // What was carried out stays on record; nothing more is ordered.
        measures: sanction.measures.map((one) => (one.state === "DONE" ? one : { ...one, state: "DROPPED" })),
      };
    case "SanctionMeasureRecorded": {
      const { measureId, state, doneOn } = event.data;
      const measures = sanction.measures.map((one) => (one.measureId === measureId ? { ...one, state, doneOn } : one));
      return { ...sanction, measures };
    }
    case "SanctionExecutionSuspended": {
      const { from, complaintId } = event.data;
      const fine = paused(sanction.fine, "SUSPENDED", from);
      return { ...sanction, suspendedFrom: from, suspendedFor: complaintId, fine };
    }
    case "SanctionExecutionResumed": {
      const fine = resumed(sanction.fine, "SUSPENDED", event.data.from);
      return { ...sanction, suspendedFrom: null, suspendedFor: null, fine };
    }
    default:
      return event satisfies never;
  }
}

/** A measure that stays in the content keeps how far it has been carried out. */
function measuresOf({ measures }: DecisionContent, before: readonly MeasureStanding[]): readonly MeasureStanding[] {
  return measures.map((ordered) => {
    const known = before.find((one) => one.measureId === ordered.measureId);
    return { ...ordered, state: known?.state ?? "ORDERED", doneOn: known?.doneOn ?? null };
  });
}
