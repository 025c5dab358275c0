import type { ComplaintEvent } from "./complaint.js";
import type { Complaint, Sanction } from "./sanction.js";

/** How the complaints about a decision go on. What they lead to is told by the decision's own events. */
export function evolveComplaint(sanction: Sanction, event: ComplaintEvent): Sanction {
  if (event.type === "ComplaintLodged") {
    const { complaintId, stage, lodgedOn } = event.data;
    const lodged: Complaint = {
      complaintId,
      stage,
      status: "LODGED",
      lodgedOn,
      acceptedOn: null,
      resolutionDueOn: null,
      result: null,
      resolvedOn: null,
    };
    return { ...sanction, complaints: [...sanction.complaints, lodged] };
  }
  const { complaintId } = event.data;
  const complaints = sanction.complaints.map((one) => (one.complaintId === complaintId ? next(one, event) : one));
  return { ...sanction, complaints };
}

function next(complaint: Complaint, event: Exclude<ComplaintEvent, { type: "ComplaintLodged" }>): Complaint {
  const inCourt = complaint.stage === "COURT";
  switch (event.type) {
    case "ComplaintAccepted": {
      const { acceptedOn, resolutionDueOn } = event.data;
      return { ...complaint, status: inCourt ? "IN_COURT" : "ACCEPTED", acceptedOn, resolutionDueOn };
    }
    case "ComplaintRejected":
      return { ...complaint, status: "REJECTED" };
    case "ComplaintWithdrawn":
      return { ...complaint, status: "WITHDRAWN" };
    case "ComplaintResolved": {
      const { result, resolvedOn } = event.data;
      return { ...complaint, status: inCourt ? "JUDGED" : "RESOLVED", result, resolvedOn };
    }
    default:
      return event satisfies never;
  }
}
