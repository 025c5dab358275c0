import { dueOn } from "../kernel/deadline.js";
import { asIn, day, needed, one, optional, yes } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { referenceTo } from "../law/lawBook.js";
import { amendedContent, refusalOfAmendment } from "./amendment.js";
import { theActsOf } from "./taking.js";
import { COMPLAINT, type ComplaintReckoning, OPEN_COMPLAINT } from "./complaint.js";
import { complaintRefusals } from "./complaintRefusals.js";
import {
  complaintIs,
  complaintOf,
  followsOn,
  lateness,
  ofStage,
  secondPossibleFrom,
  someComplaintIs,
} from "./complaintRules.js";
import type { Amendment } from "./decision.js";
import type { SanctionEvent } from "./events.js";
import { AMENDED_CONTENT, complaintId, reason } from "./fields.js";
import { happened, STANDING } from "./rules.js";
import type { Sanction } from "./sanction.js";

const { step } = stepsOf<Sanction, SanctionEvent, "sanctionId">();

const remote = optional(
  yes(
    say("vùng sâu, vùng xa đi lại khó khăn", "remote area"),
    "Where times are longer. Absent: as the law's list of remote areas has the place of who issued the decision.",
  ),
);

/** Complaints about a decision, and court actions. */
export const complaintSteps = {
  LodgeComplaint: step({
    does: say("ghi nhận khiếu nại, khởi kiện", "record a complaint or a court action"),
    fields: asIn(COMPLAINT.fields, "stage", "lodgedOn", "lodgedBy", "grounds"),
    makes: { complaintId: "complaint" },
    from: STANDING,
    rules: [
      function lodgedInTheRightOrder(asked) {
        return happened(asked, asked.data.lodgedOn, ["lodgedOn"]);
      },
      function oneOpenOfAStage({ state, data }) {
        const open = ofStage(state, data.stage).some(({ status }) => OPEN_COMPLAINT.includes(status));
        return open ? complaintRefusals.COMPLAINT_OPEN(["stage"]) : undefined;
      },
      function stageIsNotConcluded({ state, data }) {
        const concluded = ofStage(state, data.stage).some(({ result }) => result !== null);
        return concluded ? complaintRefusals.COMPLAINT_STAGE_CONCLUDED(["stage"]) : undefined;
      },
      function secondFollowsFirst({ state, data }) {
        if (data.stage !== "SECOND") return undefined;
        const since = secondPossibleFrom(state);
        const follows = since !== null && since <= data.lodgedOn;
        return follows ? undefined : complaintRefusals.COMPLAINT_WITHOUT_FIRST(["stage"]);
      },
    ],
    event: "ComplaintLodged",
  }),
  AcceptComplaint: step({
    does: say("thụ lý khiếu nại, khởi kiện", "accept the complaint"),
    settles: ["COMPLAINT_ACCEPTANCE"],
    fields: {
      complaintId,
      ...needed(COMPLAINT.fields, "acceptedOn"),
      complex: optional(yes(say("vụ việc phức tạp", "complex"), "It has longer to be resolved.")),
      remote,
    },
    looked: looked<ComplaintReckoning>(),
    from: STANDING,
    when: [someComplaintIs("LODGED")],
    rules: [
      complaintIs("LODGED"),
      function acceptedInTheRightOrder(asked) {
        return followsOn(asked, asked.data.acceptedOn, ["acceptedOn"]);
      },
      function lodgedInTime(asked) {
        const { latest, isLate } = lateness(asked);
        return isLate && latest !== null ? complaintRefusals.COMPLAINT_OUT_OF_TIME(["complaintId"], latest) : undefined;
      },
    ],
    tells: {
      ComplaintAccepted(asked) {
        const { acceptedOn, terms, calendar } = asked.data;
        const rule = terms[complaintOf(asked).stage].resolution;
        return {
          complaintId: asked.data.complaintId,
          acceptedOn,
          resolutionDueOn: rule && dueOn(rule.term, acceptedOn, calendar),
          law: rule && referenceTo(rule.key, rule),
        };
      },
    },
  }),
  RejectComplaint: step({
    does: say("không thụ lý khiếu nại, khởi kiện", "reject the complaint"),
    settles: ["COMPLAINT_ACCEPTANCE"],
    fields: {
      complaintId,
      ground: needed(COMPLAINT.fields, "rejectedBecause").rejectedBecause,
      ...needed(COMPLAINT.fields, "rejectedOn"),
      remote,
      reason,
    },
    looked: looked<ComplaintReckoning>(),
    when: [someComplaintIs("LODGED")],
    rules: [
      complaintIs("LODGED"),
      function rejectedInTheRightOrder(asked) {
        return followsOn(asked, asked.data.rejectedOn, ["rejectedOn"]);
      },
      function lateIfSaidToBe(asked) {
        if (asked.data.ground !== "OUT_OF_TIME") return undefined;
        const { latest, isLate } = lateness(asked);
        return isLate ? undefined : complaintRefusals.COMPLAINT_IN_TIME(["ground"], latest);
      },
    ],
    tells: {
      ComplaintRejected: ({ data: { complaintId: rejected, ground, rejectedOn } }) => ({
        complaintId: rejected,
        ground,
        rejectedOn,
      }),
      SanctionExecutionResumed: ({ state, data }) => suspensionEnded(state, data.complaintId, data.rejectedOn),
    },
  }),
  WithdrawComplaint: step({
    does: say("rút khiếu nại, khởi kiện", "withdraw the complaint"),
    fields: { complaintId, withdrawnOn: day(say("ngày rút", "withdrawn on")), reason },
    when: [someComplaintIs(...OPEN_COMPLAINT)],
    rules: [
      complaintIs(...OPEN_COMPLAINT),
      function withdrawnInTheRightOrder(asked) {
        return followsOn(asked, asked.data.withdrawnOn, ["withdrawnOn"]);
      },
    ],
    tells: {
      ComplaintWithdrawn: ({ data }) => ({ complaintId: data.complaintId, withdrawnOn: data.withdrawnOn }),
      SanctionExecutionResumed: ({ state, data }) => suspensionEnded(state, data.complaintId, data.withdrawnOn),
    },
  }),
  ResolveComplaint: step({
    does: say("giải quyết khiếu nại, khởi kiện", "resolve the complaint"),
    settles: ["COMPLAINT_RESOLUTION"],
    note: "The resolution or the judgment. The decision is amended or annulled by the same command.",
    fields: {
      complaintId,
      ...needed(COMPLAINT.fields, "result", "resolvedOn", "document"),
      reason,
      amended: optional(
        one(
          AMENDED_CONTENT,
          say("nội dung sửa đổi", "amended content"),
          "For AMENDED: the content as it is from now on.",
        ),
      ),
    },
    looked: looked<{ readonly amended: Amendment | null }>(),
    when: [someComplaintIs("ACCEPTED", "IN_COURT")],
    rules: [
      complaintIs("ACCEPTED", "IN_COURT"),
      /** A decision that was annulled meanwhile can only be left as it is. */
      function decisionStandsToBeChanged({ state, data }) {
        const gone = data.result !== "UPHELD" && state.status === "ANNULLED";
        return gone ? complaintRefusals.COMPLAINT_ABOUT_ANNULLED(["result"]) : undefined;
      },
      function resolvedInTheRightOrder(asked) {
        return followsOn(asked, asked.data.resolvedOn, ["resolvedOn"]);
      },
      function contentOnlyWhereAmended({ data }) {
        if (data.result === "AMENDED") {
          return data.amended ? undefined : complaintRefusals.COMPLAINT_AMENDMENT_MISSING(["amended"]);
        }
        return data.amended ? complaintRefusals.COMPLAINT_AMENDMENT_WITHOUT_NEED(["amended"]) : undefined;
      },
      function amendedContentIsLawful({ state, data, meta }) {
        const refusal = data.amended && refusalOfAmendment(state, data.amended, localDateOf(meta.occurredAt));
        return refusal ? { ...refusal, path: ["amended", ...refusal.path] } : undefined;
      },
    ],
    claims: ({ state, data }) => (data.amended ? theActsOf(state.party.partyId) : []),
    // What becomes of the decision is told in the same breath; the resolution's own paper stands for a number.
    tells: {
      ComplaintResolved: ({ data }) => ({
        complaintId: data.complaintId,
        result: data.result,
        resolvedOn: data.resolvedOn,
        document: data.document,
      }),
      SanctionExecutionResumed: ({ state, data }) => suspensionEnded(state, data.complaintId, data.resolvedOn),
      SanctionAmended: ({ state, data, meta }) =>
        data.amended
          ? {
              number: null,
              ...amendedContent(state, data.amended, localDateOf(meta.occurredAt)),
              signer: null,
              complaintId: data.complaintId,
            }
          : undefined,
      SanctionAnnulled: (asked) =>
        asked.data.result === "CANCELLED"
          ? {
              number: null,
              ground: complaintOf(asked).stage === "COURT" ? "COURT_JUDGMENT" : "COMPLAINT_UPHELD",
              complaintId: asked.data.complaintId,
            }
          : undefined,
    },
  }),
};

/** What ends a complaint ends the suspension that was ordered for it. */
function suspensionEnded(
  { suspendedFrom, suspendedFor }: Sanction,
  complaint: string,
  on: LocalDate,
): { readonly from: LocalDate; readonly complaintId: string } | undefined {
  if (suspendedFrom === null || suspendedFor !== complaint) return undefined;
  return { from: on < suspendedFrom ? suspendedFrom : on, complaintId: complaint };
}
