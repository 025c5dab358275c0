import { dueOn } from "../kernel/deadline.js";
import type { CommandMeta } from "../kernel/decider.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import type { LawBook } from "../law/lawBook.js";
import type { Complaint, ComplaintReckoning } from "./complaint.js";
import { complaintRefusals } from "./complaintRefusals.js";
import { happened } from "./rules.js";
import type { Sanction } from "./sanction.js";
import type { ComplaintStage, ComplaintStatus } from "./terms.js";

/** The rules of complaints and court actions. Law on Complaints 2011, Art. 7, 9, 28, 33, 37; court: one year. */

interface OnComplaint {
  readonly state: Sanction;
  readonly data: { readonly complaintId: string };
}

const find = ({ state, data }: OnComplaint): Complaint | undefined =>
  state.complaints.find((one) => one.complaintId === data.complaintId);

/** The complaint that a step is about. Asked only once `complaintIs` has let the step pass. */
export function complaintOf(asked: OnComplaint): Complaint {
  const complaint = find(asked);
  if (!complaint) throw new Error("The rules let no step on a complaint pass without the complaint.");
  return complaint;
}

/** The decision has the complaint, and it stands where the step makes sense. */
export const complaintIs =
  (...allowed: readonly ComplaintStatus[]) =>
  (asked: OnComplaint): Refusal | undefined => {
    const complaint = find(asked);
    if (!complaint) return complaintRefusals.COMPLAINT_NOT_FOUND(["complaintId"]);
    if (allowed.includes(complaint.status)) return undefined;
    return complaintRefusals.COMPLAINT_STATUS_FORBIDS(["complaintId"], complaint.status);
  };

/** There is a complaint of which the step makes sense, whichever that is. */
export const someComplaintIs =
  (...allowed: readonly ComplaintStatus[]) =>
  ({ state: { complaints } }: Pick<OnComplaint, "state">): Refusal | undefined => {
    if (complaints.some(({ status }) => allowed.includes(status))) return undefined;
    const last = complaints.at(-1);
    return last
      ? complaintRefusals.COMPLAINT_STATUS_FORBIDS(["complaintId"], last.status)
      : complaintRefusals.COMPLAINT_NOT_FOUND(["complaintId"]);
  };

/** A step comes after the complaint's earlier ones. */
export function followsOn(
  asked: OnComplaint & { readonly meta: CommandMeta },
  day: LocalDate,
  path: Path,
): Refusal | undefined {
  const { lodgedOn, acceptedOn } = complaintOf(asked);
  if (day < lodgedOn) return complaintRefusals.COMPLAINT_BEFORE_LODGING(path, lodgedOn);
  if (acceptedOn !== null && day < acceptedOn) return complaintRefusals.COMPLAINT_BEFORE_ACCEPTANCE(path, acceptedOn);
  return happened(asked, day, path);
}

// Times ---------------------------------------------------------------------------------------------------------------

/** The last day to say whether it is accepted (Law on Complaints 2011, Art. 27); null: a court, which has its own. */
export const acceptanceDueOn = (
  { stage, lodgedOn }: Pick<Complaint, "stage" | "lodgedOn">,
  law: LawBook,
): LocalDate | null =>
  stage === "COURT" ? null : dueOn(law.deadline("COMPLAINT_ACCEPTANCE", lodgedOn).term, lodgedOn, law.calendar);

/** The periods of each stage as they are on a day. A court has times of its own to judge in. */
export function complaintReckoning(
  on: LocalDate,
  law: LawBook,
  { complex, remote }: { readonly complex: boolean; readonly remote: boolean },
): ComplaintReckoning {
  const resolution = `RESOLUTION${remote ? "_REMOTE" : ""}${complex ? "_COMPLEX" : ""}` as const;
  return {
    terms: {
      FIRST: {
        lodging: law.deadline("COMPLAINT_LODGING", on),
        resolution: law.deadline(`COMPLAINT_FIRST_${resolution}`, on),
      },
      SECOND: {
        lodging: law.deadline(remote ? "COMPLAINT_SECOND_LODGING_REMOTE" : "COMPLAINT_SECOND_LODGING", on),
        resolution: law.deadline(`COMPLAINT_SECOND_${resolution}`, on),
      },
      COURT: { lodging: law.deadline("COURT_ACTION", on), resolution: null },
    },
    calendar: law.calendar,
  };
}

/** Whether it was lodged too late, and the last day on which it could be; null: no time runs yet. */
export function lateness({ state, data }: OnComplaint & { readonly data: ComplaintReckoning }): {
  readonly latest: LocalDate | null;
  readonly isLate: boolean;
} {
  const { stage, lodgedOn } = complaintOf({ state, data });
  const from = lodgingFrom(state, stage);
  const latest = from === null ? null : dueOn(data.terms[stage].lodging.term, from, data.calendar);
  return { latest, isLate: latest !== null && lodgedOn > latest };
}

/**
 * From which day the time to lodge runs; null: none runs yet. A first complaint and a court action count from the
 * receipt of the decision; a second one from the resolution of the first, or from the day by which it was due; a court
 * action too counts anew from the resolution of a complaint.
 */
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
export function secondPossibleFrom(sanction: Sanction): LocalDate | null {
  const first = ofStage(sanction, "FIRST").find(({ status }) => status === "RESOLVED" || status === "ACCEPTED");
  return first?.resolvedOn ?? first?.resolutionDueOn ?? null;
}

export const ofStage = ({ complaints }: Sanction, stage: ComplaintStage): readonly Complaint[] =>
  complaints.filter((one) => one.stage === stage);
