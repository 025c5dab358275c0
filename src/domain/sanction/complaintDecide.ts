import { type Decision, refuse, unlessRefused } from "../kernel/decider.js";
import { dueOn } from "../kernel/deadline.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import type { LocalDate } from "../kernel/time.js";
import { referenceTo } from "../law/lawBook.js";
import { amendmentEvents, annulmentEvents } from "./amendment.js";
import type {
  AcceptComplaint,
  ComplaintCommand,
  ComplaintEvent,
  LodgeComplaint,
  ResolveComplaint,
} from "./complaint.js";
import { complaintPolicies, type ComplaintStep, lodgePolicies } from "./complaintPolicies.js";
import { complaintRefusals } from "./complaintRefusals.js";
import type { Complaint, Sanction, SanctionEvent } from "./sanction.js";

export function decideComplaint(command: ComplaintCommand, sanction: Sanction): Decision<SanctionEvent> {
  if (command.type === "LodgeComplaint") {
    return unlessRefused(lodgePolicies, { sanction, command }, () => [lodged(command, sanction)]);
  }
  const complaint = sanction.complaints.find((one) => one.complaintId === command.data.complaintId);
  if (!complaint) return refuse(complaintRefusals.COMPLAINT_NOT_FOUND(["complaintId"]));
  return unlessRefused(complaintPolicies(command.type), { sanction, complaint, command }, () =>
    step(command, complaint, sanction),
  );
}

function lodged({ data, meta }: LodgeComplaint, { sanctionId }: Sanction): ComplaintEvent {
  const { complaintId, stage, lodgedOn, grounds, lodgedBy } = data;
  return {
    type: "ComplaintLodged",
    data: { sanctionId, complaintId, stage, lodgedOn, grounds, lodgedBy },
    ...stampOf(meta),
  };
}

function step(command: ComplaintStep, complaint: Complaint, sanction: Sanction): readonly SanctionEvent[] {
  const { sanctionId } = sanction;
  const { complaintId } = complaint;
  const stamp = stampOf(command.meta, "reason" in command.data ? command.data.reason : undefined);
  switch (command.type) {
    case "AcceptComplaint":
      return [accepted(command, complaint, sanction, stamp)];
    case "RejectComplaint": {
      const { ground, rejectedOn } = command.data;
      return [
        { type: "ComplaintRejected", data: { sanctionId, complaintId, ground, rejectedOn }, ...stamp },
        ...suspensionEnded(sanction, complaintId, rejectedOn, stamp),
      ];
    }
    case "WithdrawComplaint": {
      const { withdrawnOn } = command.data;
      return [
        { type: "ComplaintWithdrawn", data: { sanctionId, complaintId, withdrawnOn }, ...stamp },
        ...suspensionEnded(sanction, complaintId, withdrawnOn, stamp),
      ];
    }
    case "ResolveComplaint":
      return resolved(command, complaint, sanction, stamp);
    default:
      return command satisfies never;
  }
}

function accepted(
  { data }: AcceptComplaint,
  { complaintId, stage }: Complaint,
  { sanctionId }: Sanction,
  stamp: Stamp,
): ComplaintEvent {
  const { acceptedOn, terms, calendar } = data;
  const rule = terms[stage].resolution;
  const resolutionDueOn = rule && dueOn(rule.term, acceptedOn, calendar);
  const law = rule && referenceTo(rule.key, rule);
  return { type: "ComplaintAccepted", data: { sanctionId, complaintId, acceptedOn, resolutionDueOn, law }, ...stamp };
}

/** What becomes of the decision is told in the same breath; the resolution's own paper stands for a number. */
function resolved(
  { data }: ResolveComplaint,
  { complaintId, stage }: Complaint,
  sanction: Sanction,
  stamp: Stamp,
): readonly SanctionEvent[] {
  const { sanctionId } = sanction;
  const { result, resolvedOn, document, amended } = data;
  const paper = { number: null, complaintId };
  const ground = stage === "COURT" ? "COURT_JUDGMENT" : "COMPLAINT_UPHELD";
  return [
    { type: "ComplaintResolved", data: { sanctionId, complaintId, result, resolvedOn, document }, ...stamp },
    ...suspensionEnded(sanction, complaintId, resolvedOn, stamp),
    ...(amended ? amendmentEvents(sanction, amended, paper, stamp) : []),
    ...(result === "CANCELLED" ? annulmentEvents(sanction, { ...paper, ground }, stamp) : []),
  ];
}

/** What ends a complaint ends the suspension that was ordered for it. */
function suspensionEnded(
  { sanctionId, suspendedFrom, suspendedFor }: Sanction,
  complaintId: string,
  on: LocalDate,
  stamp: Stamp,
): readonly SanctionEvent[] {
  if (suspendedFrom === null || suspendedFor !== complaintId) return [];
  const from = on < suspendedFrom ? suspendedFrom : on;
  return [{ type: "SanctionExecutionResumed", data: { sanctionId, from, complaintId }, ...stamp }];
}
