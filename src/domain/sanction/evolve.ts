import { evolveComplaint } from "./complaintEvolve.js";
import { decisionIssued, evolveDecision } from "./decisionEvolve.js";
import { evolveFine } from "./fineEvolve.js";
import { outstandingOf, type Sanction, type SanctionEvent, type SanctionState } from "./sanction.js";
import type { SanctionStatus } from "./terms.js";

export function evolve(state: SanctionState, event: SanctionEvent): SanctionState {
  if (event.type === "SanctionIssued") return decisionIssued(event.data);
  if (state.status === "NONE") return state;
  const after = next(state, event);
  return { ...after, status: statusOf(after) };
}

function next(sanction: Sanction, event: Exclude<SanctionEvent, { type: "SanctionIssued" }>): Sanction {
  switch (event.type) {
    case "FinePaymentRecorded":
    case "FineRefunded":
    case "FinePostponed":
    case "FineInstalmentsGranted":
    case "FineReductionRequested":
    case "FineReductionRefused":
    case "FineReduced":
    case "FineEnforcementStarted":
    case "FineEvasionRecorded":
    case "FineLapsed":
      return evolveFine(sanction, event);
    case "ComplaintLodged":
    case "ComplaintAccepted":
    case "ComplaintRejected":
    case "ComplaintWithdrawn":
    case "ComplaintResolved":
      return evolveComplaint(sanction, event);
    default:
      return evolveDecision(sanction, event);
  }
}

/** A decision is executed once it was served, nothing of the fine is outstanding and every measure is done with. */
function statusOf(sanction: Sanction): SanctionStatus {
  if (sanction.status === "ANNULLED") return "ANNULLED";
  if (sanction.receivedOn === null) return "SIGNED";
  const measuresDone = sanction.measures.every(({ state }) => state === "DONE" || state === "DROPPED");
  return measuresDone && outstandingOf(sanction.fine) === 0n ? "EXECUTED" : "SERVED";
}
