import {
  choice,
  type DataOf,
  day,
  lines,
  NOBODY,
  noted,
  OFFENDERS,
  one,
  optional,
  part,
  ref,
  shownAs,
  text,
} from "../kernel/fields.js";
import type { WorkCalendar } from "../kernel/workCalendar.js";
import { say } from "../kernel/words.js";
import { type DeadlineRule, LAW_REFERENCE } from "../law/lawBook.js";
import { complaintId, reason } from "./fields.js";
import {
  COMPLAINT_REJECTIONS,
  COMPLAINT_RESULTS,
  COMPLAINT_STAGES,
  COMPLAINT_STATUSES,
  type ComplaintStage,
  type ComplaintStatus,
} from "./terms.js";

/**
 * A complaint about a decision, or a court action (khiếu nại, khởi kiện; Law on Complaints 2011). It lives with the
 * decision: what it leads to (amended, annulled, suspended) is told in the same breath.
 */
export const COMPLAINT = part(
  "Complaint",
  {
    complaintId: shownAs("id", noted(complaintId, "Give it to the commands about the complaint.")),
    sanctionId: ref("Sanction", say("quyết định xử phạt", "sanction decision")),
    stage: choice(COMPLAINT_STAGES, say("cấp giải quyết", "stage")),
    status: choice(COMPLAINT_STATUSES, say("trạng thái", "status")),
    lodgedOn: day(say("ngày nộp", "lodged on")),
    lodgedBy: text(say("người khiếu nại, khởi kiện", "lodged by"), 200, OFFENDERS),
    grounds: lines(say("nội dung khiếu nại, khởi kiện", "grounds of the complaint"), 4000, OFFENDERS),
    acceptedOn: optional(day(say("ngày thụ lý", "accepted on"))),
    resolutionDueOn: optional(
      day(say("hạn giải quyết", "resolution due on"), "As notified; null for a court, which has its times."),
    ),
    law: optional(one(LAW_REFERENCE, say("căn cứ của thời hạn giải quyết", "law of the time to resolve"))),
    rejectedBecause: optional(choice(COMPLAINT_REJECTIONS, say("lý do không thụ lý", "why it was rejected"))),
    rejectedOn: optional(day(say("ngày từ chối thụ lý", "rejected on"))),
    result: optional(choice(COMPLAINT_RESULTS, say("kết quả", "result"))),
    resolvedOn: optional(day(say("ngày giải quyết", "resolved on"))),
    document: optional(
      text(say("văn bản giải quyết, bản án", "resolution or judgment"), 200, NOBODY, "Its number and day."),
    ),
    reason: optional(noted(reason, "Why it was rejected, withdrawn or resolved so.")),
  },
  "Khiếu nại, khởi kiện about a decision.",
);
export type Complaint = DataOf<typeof COMPLAINT.fields>;

export const OPEN_COMPLAINT: readonly ComplaintStatus[] = ["LODGED", "ACCEPTED", "IN_COURT"];

/** The periods of a stage: to lodge, and to resolve from acceptance (null: a court's own affair). */
export interface ComplaintTerms {
  readonly lodging: DeadlineRule;
  readonly resolution: DeadlineRule | null;
}
/** Which stage it is, the decision's own state tells; so the terms of all of them come along. */
export interface ComplaintReckoning {
  readonly terms: Readonly<Record<ComplaintStage, ComplaintTerms>>;
  readonly calendar: WorkCalendar;
}
