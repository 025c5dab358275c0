import { dueOn } from "../kernel/deadline.js";
import { firstRefusal, type Policy } from "../kernel/decider.js";
import { timePolicies } from "../kernel/occurrence.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { refusalOfAmendment } from "./amendment.js";
import type { ComplaintCommand, ComplaintReckoning, LodgeComplaint, ResolveComplaint } from "./complaint.js";
import { complaintRefusals } from "./complaintRefusals.js";
import { sanctionRefusals } from "./refusals.js";
import type { Complaint, Sanction } from "./sanction.js";
import type { ComplaintStage, ComplaintStatus } from "./terms.js";

/** The rules of complaints and court actions. Law on Complaints 2011, Art. 7, 9, 28, 33, 37; court: one year. */

const OPEN: readonly ComplaintStatus[] = ["LODGED", "ACCEPTED", "IN_COURT"];
const CONCLUDED: readonly ComplaintStatus[] = ["RESOLVED", "JUDGED"];

interface Lodging {
  readonly sanction: Sanction;
  readonly command: LodgeComplaint;
}

export const lodgePolicies: readonly Policy<Lodging>[] = [
  ({ command }) => firstRefusal(timePolicies, command),
  ({ sanction }) => decisionStands(sanction),
  function lodgedInTheRightOrder({ sanction, command }) {
    return happened(sanction, command, command.data.lodgedOn, ["lodgedOn"]);
  },
  function oneOpenOfAStage({ sanction, command }) {
    const open = ofStage(sanction, command.data.stage).some(({ status }) => OPEN.includes(status));
    return open ? complaintRefusals.COMPLAINT_OPEN(["stage"]) : undefined;
  },
  function stageIsNotConcluded({ sanction, command }) {
    const concluded = ofStage(sanction, command.data.stage).some(({ status }) => CONCLUDED.includes(status));
    return concluded ? complaintRefusals.COMPLAINT_STAGE_CONCLUDED(["stage"]) : undefined;
  },
  function secondFollowsFirst({ sanction, command: { data } }) {
    if (data.stage !== "SECOND") return undefined;
    const since = secondPossibleFrom(sanction);
    const follows = since !== null && since <= data.lodgedOn;
    return follows ? undefined : complaintRefusals.COMPLAINT_WITHOUT_FIRST(["stage"]);
  },
];

export type ComplaintStep = Exclude<ComplaintCommand, LodgeComplaint>;
type StepOf<T extends ComplaintStep["type"]> = Extract<ComplaintStep, { type: T }>;

export interface StepContext<C extends ComplaintStep = ComplaintStep> {
  readonly sanction: Sanction;
  readonly complaint: Complaint;
  readonly command: C;
}
type StepPolicy<C extends ComplaintStep = ComplaintStep> = Policy<StepContext<C>>;

const ALLOWED_IN: Readonly<Record<ComplaintStep["type"], readonly ComplaintStatus[]>> = {
  AcceptComplaint: ["LODGED"],
  RejectComplaint: ["LODGED"],
  WithdrawComplaint: OPEN,
  ResolveComplaint: ["ACCEPTED", "IN_COURT"],
};

const common: readonly StepPolicy[] = [
  ({ command }) => firstRefusal(timePolicies, command),
  function statusAllows({ complaint, command }) {
    return ALLOWED_IN[command.type].includes(complaint.status)
      ? undefined
      : complaintRefusals.COMPLAINT_STATUS_FORBIDS(["complaintId"], complaint.status);
  },
];

/** The rules that one command has besides. */
const EXTRA: { readonly [T in ComplaintStep["type"]]: readonly StepPolicy<StepOf<T>>[] } = {
  AcceptComplaint: [
    ({ sanction }) => decisionStands(sanction),
    function acceptedInTheRightOrder(context) {
      return followsOn(context, context.command.data.acceptedOn, ["acceptedOn"]);
    },
    function lodgedInTime({ sanction, complaint, command }) {
      const latest = latestLodgingOn(sanction, complaint.stage, command.data);
      const late = latest !== null && complaint.lodgedOn > latest;
      return late ? complaintRefusals.COMPLAINT_OUT_OF_TIME(["complaintId"], latest) : undefined;
    },
  ],
  RejectComplaint: [
    function rejectedInTheRightOrder(context) {
      return followsOn(context, context.command.data.rejectedOn, ["rejectedOn"]);
    },
    function lateIfSaidToBe({ sanction, complaint, command: { data } }) {
      if (data.ground !== "OUT_OF_TIME") return undefined;
      const latest = latestLodgingOn(sanction, complaint.stage, data);
      const late = latest !== null && complaint.lodgedOn > latest;
      return late ? undefined : complaintRefusals.COMPLAINT_IN_TIME(["ground"], latest);
    },
  ],
  WithdrawComplaint: [
    function withdrawnInTheRightOrder(context) {
      return followsOn(context, context.command.data.withdrawnOn, ["withdrawnOn"]);
    },
  ],
  ResolveComplaint: [
    /** A decision that was annulled meanwhile can only be left as it is. */
    function decisionStandsToBeChanged({ sanction, command }) {
      return command.data.result === "UPHELD" ? undefined : decisionStands(sanction);
    },
    function resolvedInTheRightOrder(context) {
      return followsOn(context, context.command.data.resolvedOn, ["resolvedOn"]);
    },
    function contentOnlyWhereAmended({ command: { data } }) {
      if (data.result === "AMENDED") {
        return data.amended ? undefined : complaintRefusals.COMPLAINT_AMENDMENT_MISSING(["amended"]);
      }
      return data.amended ? complaintRefusals.COMPLAINT_AMENDMENT_WITHOUT_NEED(["amended"]) : undefined;
    },
    function amendedContentIsLawful({ sanction, command }) {
      return refusalOfAmended(sanction, command);
    },
  ],
};

/** All rules that a command on a complaint must pass, in the order in which they are asked. */
export const complaintPolicies = (type: ComplaintStep["type"]): readonly StepPolicy[] => [
  ...common,
  ...(EXTRA[type] as readonly StepPolicy[]),
];

// Shared --------------------------------------------------------------------------------------------------------------

/**
 * The last day on which it could be lodged; null: no time runs yet. A first complaint and a court action count from the
 * receipt of the decision; a second one from the resolution of the first, or from the day by which it was due; a court
 * action too counts anew from the resolution of a complaint.
 */
export function latestLodgingOn(
  sanction: Sanction,
  stage: ComplaintStage,
  { terms, calendar }: ComplaintReckoning,
): LocalDate | null {
  const from = lodgingFrom(sanction, stage);
  return from === null ? null : dueOn(terms[stage].lodging.term, from, calendar);
}

function lodgingFrom(sanction: Sanction, stage: ComplaintStage): LocalDate | null {
  switch (stage) {
    case "FIRST":
      return sanction.receivedOn;
    case "SECOND":
      return secondPossibleFrom(sanction);
    case "COURT": {
      const resolved = sanction.complaints.filter((one) => one.stage !== "COURT").map((one) => one.resolvedOn);
      return [sanction.receivedOn, ...resolved].reduce((last, day) =>
        day !== null && day > (last ?? "") ? day : last,
      );
    }
    default:
      return stage satisfies never;
  }
}

/** When the first complaint was resolved, or ought to have been. */
function secondPossibleFrom(sanction: Sanction): LocalDate | null {
  const first = ofStage(sanction, "FIRST").find(({ status }) => status === "RESOLVED" || status === "ACCEPTED");
  return first?.resolvedOn ?? first?.resolutionDueOn ?? null;
}

const ofStage = ({ complaints }: Sanction, stage: ComplaintStage): readonly Complaint[] =>
  complaints.filter((one) => one.stage === stage);

const decisionStands = ({ status }: Sanction): Refusal | undefined =>
  status === "ANNULLED" ? sanctionRefusals.SANCTION_STATUS_FORBIDS(["sanctionId"], status) : undefined;

function happened(sanction: Sanction, { meta }: ComplaintCommand, day: LocalDate, path: Path): Refusal | undefined {
  if (day > localDateOf(meta.now)) return sanctionRefusals.SANCTION_DAY_IN_FUTURE(path, day);
  const early = day < sanction.signedOn;
  return early ? sanctionRefusals.SANCTION_DAY_BEFORE_SIGNING(path, sanction.signedOn) : undefined;
}

/** A step comes after the complaint's earlier ones. */
function followsOn({ sanction, complaint, command }: StepContext, day: LocalDate, path: Path): Refusal | undefined {
  const { lodgedOn, acceptedOn } = complaint;
  if (day < lodgedOn) return complaintRefusals.COMPLAINT_BEFORE_LODGING(path, lodgedOn);
  if (acceptedOn !== null && day < acceptedOn) return complaintRefusals.COMPLAINT_BEFORE_ACCEPTANCE(path, acceptedOn);
  return happened(sanction, command, day, path);
}

function refusalOfAmended(sanction: Sanction, { data, meta }: ResolveComplaint): Refusal | undefined {
  if (data.amended === null) return undefined;
  const refusal = refusalOfAmendment(sanction, data.amended, localDateOf(meta.occurredAt));
  return refusal && { ...refusal, path: ["amended", ...refusal.path] };
}
