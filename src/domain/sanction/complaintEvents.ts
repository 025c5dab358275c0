import { eventsOf } from "../kernel/history.js";
import { blankOf } from "../kernel/fields.js";
import { termWords } from "../kernel/terms.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import { COMPLAINT, type Complaint } from "./complaint.js";
import type { Sanction } from "./sanction.js";
import {
  COMPLAINT_REJECTIONS,
  COMPLAINT_RESULTS,
  COMPLAINT_STAGES,
  type ComplaintRejection,
  type ComplaintResult,
} from "./terms.js";

const { happens } = eventsOf<Sanction, { readonly sanctionId: string }>();

/** What can have happened to a complaint about a decision. What it leads to is told by the decision's own events. */
export const complaintEvents = {
  ComplaintLodged: happens<Pick<Complaint, "complaintId" | "stage" | "lodgedOn" | "grounds" | "lodgedBy">>({
    touches: () => ["complaints", "service"],
    says({ stage, lodgedOn }) {
      const { vi, en } = termWords(COMPLAINT_STAGES, stage);
      return say(`Tiếp nhận ${vi} ngày ${viDay(lodgedOn)}.`, `A ${en} was lodged on ${enDay(lodgedOn)}.`);
    },
    on: "lodgedOn",
    changes: ({ complaints }, lodged) => ({
      complaints: [...complaints, { ...blankOf(COMPLAINT.fields), ...lodged, status: "LODGED" }],
    }),
  }),
  /** Thụ lý. `resolutionDueOn` as notified to the complainant. */
  ComplaintAccepted: happens<
    Pick<Complaint, "complaintId" | "resolutionDueOn" | "law"> & { readonly acceptedOn: LocalDate }
  >({
    touches: () => ["complaints"],
    says: ({ acceptedOn, resolutionDueOn: due }) =>
      say(
        `Thụ lý khiếu nại, khởi kiện ngày ${viDay(acceptedOn)}${due === null ? "" : `; hạn giải quyết ngày ${viDay(due)}`}.`,
        `The complaint was accepted on ${enDay(acceptedOn)}${due === null ? "" : `, to be resolved by ${enDay(due)}`}.`,
      ),
    on: "acceptedOn",
    changes: (sanction, { complaintId, acceptedOn, resolutionDueOn, law }) =>
      changed(sanction, complaintId, ({ stage }) => ({
        status: stage === "COURT" ? "IN_COURT" : "ACCEPTED",
        acceptedOn,
        resolutionDueOn,
        law,
      })),
  }),
  ComplaintRejected: happens<{ complaintId: string; ground: ComplaintRejection; rejectedOn: LocalDate }>({
    touches: () => ["complaints"],
    says({ ground, rejectedOn }) {
      const { vi, en } = termWords(COMPLAINT_REJECTIONS, ground);
      return say(
        `Không thụ lý khiếu nại, khởi kiện ngày ${viDay(rejectedOn)}: ${vi}.`,
        `The complaint was not accepted on ${enDay(rejectedOn)}: ${en}.`,
      );
    },
    on: "rejectedOn",
    changes: (sanction, { complaintId, ground: rejectedBecause, rejectedOn }, { reason }) =>
      changed(sanction, complaintId, () => ({
        ...{ status: "REJECTED", rejectedBecause, rejectedOn, reason: reason ?? null },
      })),
  }),
  ComplaintWithdrawn: happens<{ complaintId: string; withdrawnOn: LocalDate }>({
    touches: () => ["complaints"],
    says: ({ withdrawnOn }) =>
      say(
        `Rút khiếu nại, khởi kiện ngày ${viDay(withdrawnOn)}.`,
        `The complaint was withdrawn on ${enDay(withdrawnOn)}.`,
      ),
    on: "withdrawnOn",
    changes: (sanction, { complaintId }, { reason }) =>
      changed(sanction, complaintId, () => ({ status: "WITHDRAWN", reason: reason ?? null })),
  }),
  /** The resolver's or the court's word; a SanctionAmended or SanctionAnnulled follows in the same command. */
  ComplaintResolved: happens<{
    complaintId: string;
    result: ComplaintResult;
    resolvedOn: LocalDate;
    document: string;
  }>({
    touches: () => ["complaints"],
    says({ result, resolvedOn }) {
      const { vi, en } = termWords(COMPLAINT_RESULTS, result);
      return say(
        `Giải quyết khiếu nại, khởi kiện ngày ${viDay(resolvedOn)}: ${vi}.`,
        `The complaint was resolved on ${enDay(resolvedOn)}: ${en}.`,
      );
    },
    on: "resolvedOn",
    changes: (sanction, { complaintId, result, resolvedOn, document }, { reason }) =>
      changed(sanction, complaintId, ({ stage }) => ({
        status: stage === "COURT" ? "JUDGED" : "RESOLVED",
        result,
        resolvedOn,
        document,
        reason: reason ?? null,
      })),
  }),
};

const changed = (
  { complaints }: Sanction,
  complaintId: string,
  changes: (complaint: Complaint) => Partial<Complaint>,
): Pick<Sanction, "complaints"> => ({
  complaints: complaints.map((one) => (one.complaintId === complaintId ? { ...one, ...changes(one) } : one)),
});
