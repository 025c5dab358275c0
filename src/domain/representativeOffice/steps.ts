import { firstRefusal } from "../kernel/decider.js";
import { asIn, day, noted, optional, ref } from "../kernel/fields.js";
import { reason } from "../kernel/registerFields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { type LocalDate, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { agencyNotEnded } from "../pressAgency/rules.js";
import type { PressAgencyFact } from "../pressAgency/pressAgency.js";
import { reporterRefusals } from "../reporter/refusals.js";
import type { ReporterFact } from "../reporter/reporter.js";
import { eligibilityPolicies, headHoldsCard, headWorksFor, type Notice } from "./eligibility.js";
import type { RepresentativeOfficeEvent } from "./events.js";
import { representativeOfficeRefusals } from "./refusals.js";
import { headOf, OFFICE, type RepresentativeOffice } from "./representativeOffice.js";

const head = ref("Reporter", say("trưởng văn phòng", "head of the office"));
/** What may be corrected. */
const CORRECTED = { ...asIn(OFFICE, "address"), headReporterId: head, ...asIn(OFFICE, "startsOn", "notifiedOn") };

/** What changes an office at work cannot reach back behind its start or its last change. */
function inOrder(asked: {
  readonly state: RepresentativeOffice;
  readonly data: { readonly effectiveOn: LocalDate };
}): Refusal | undefined {
  const since = headOf(asked.state)?.from;
  return since !== undefined && asked.data.effectiveOn < since
    ? representativeOfficeRefusals.OFFICE_CHANGE_OUT_OF_ORDER(["effectiveOn"], since)
    : undefined;
}

const isNoDuplicate = (of: ReporterFact | null): Refusal | undefined =>
  of && of.mergedIntoId !== null ? reporterRefusals.REPORTER_IS_DUPLICATE(["headReporterId"]) : undefined;

const { begin, correction, step } = stepsOf<RepresentativeOffice, RepresentativeOfficeEvent, "officeId">();

/** What may be done about a representative office. */
export const representativeOfficeSteps = {
  NotifyRepresentativeOffice: begin({
    does: say("tiếp nhận thông báo về văn phòng đại diện", "record a press agency's notice of a representative office"),
    note: "Fit or not, as it came.",
    begins: "representativeOffice",
    fields: { ...asIn(OFFICE, "agencyId"), ...CORRECTED },
    looked: looked<{ readonly agency: PressAgencyFact; readonly head: ReporterFact }>(),
    rules: [
      function agencyIsLive({ data }) {
        return agencyNotEnded(data.agency, data.notifiedOn, ["agencyId"]);
      },
      function headIsNoDuplicate({ data }) {
        return isNoDuplicate(data.head);
      },
    ],
    event: "RepresentativeOfficeNotified",
    besides: ({ data }) => ({
      agencyId: data.agency.agencyId,
      agencyName: nameOn(data.agency.names, data.notifiedOn),
      headReporterId: data.head.reporterId,
      headName: data.head.name,
    }),
  }),
  AmendRepresentativeOffice: correction({
    does: say("đính chính thông báo về văn phòng đại diện", "correct the notice as it was entered"),
    event: "RepresentativeOfficeAmended",
    note: "The days and the head are corrected until the notice is decided on.",
    reason,
    fields: CORRECTED,
    looked: looked<{ readonly head: ReporterFact | null }>(),
    rules: [
      function decidedOnAsItWas({ state, data }) {
        if (state.status === "NOTIFIED") return undefined;
        const late = (["headReporterId", "startsOn", "notifiedOn"] as const).find((field) => data[field] !== null);
        return late && representativeOfficeRefusals.OFFICE_NOTICE_DECIDED_ON([late]);
      },
      function correctedHeadIsNoDuplicate({ data }) {
        return isNoDuplicate(data.head);
      },
    ],
    wanted: ({ said: { headReporterId, ...said }, data: { head: other }, state }) => ({
      ...said,
      head:
        other && headReporterId !== state.heads[0]?.reporterId
          ? { reporterId: other.reporterId, name: other.name }
          : undefined,
    }),
  }),
  AcceptRepresentativeOffice: step({
    does: say("xác nhận văn phòng đại diện đủ điều kiện", "find that the office fulfils the conditions"),
    fields: {},
    /** Of the notice, as they are known now. */
    looked: looked<Pick<Notice, "agency" | "oneWithAgency" | "head" | "pressLaw">>(),
    from: ["NOTIFIED"],
    rules: [
      function officeIsEligible({ state: { startsOn, notifiedOn }, data: { agency, oneWithAgency, head, pressLaw } }) {
        return firstRefusal(eligibilityPolicies, { startsOn, notifiedOn, agency, oneWithAgency, head, pressLaw });
      },
    ],
    event: "RepresentativeOfficeAccepted",
  }),
  RejectRepresentativeOffice: step({
    does: say(
      "xác định văn phòng đại diện không đủ điều kiện",
      "reject the notice, as the office does not fulfil the conditions",
    ),
    fields: { reason },
    from: ["NOTIFIED"],
    event: "RepresentativeOfficeRejected",
    besides: ({ data }) => ({ reason: data.reason }),
  }),
  ChangeRepresentativeOfficeHead: step({
    does: say("ghi nhận thay đổi, khuyết trưởng văn phòng", "record another head of the office, or none"),
    fields: {
      headReporterId: optional(noted(head, "Absent or null: the post is vacant from that day on.")),
      effectiveOn: day(say("từ ngày", "from")),
    },
    /** With all ids that are one with them on the day. */
    looked: looked<
      Pick<Notice, "agency" | "oneWithAgency" | "pressLaw"> & {
        readonly head: ReporterFact | null;
        readonly oneWithHead: readonly string[];
      }
    >(),
    from: ["ACCEPTED", "HEAD_VACANT"],
    rules: [
      function headChanges({ state, data }) {
        const before = headOf(state)?.reporterId ?? null;
        const unchanged = before === null ? data.head === null : data.oneWithHead.includes(before);
        return unchanged ? representativeOfficeRefusals.OFFICE_HEAD_UNCHANGED(["headReporterId"]) : undefined;
      },
      inOrder,
      function officeIsOpenThen({ state: { closedOn }, data }) {
        const late = closedOn !== null && closedOn <= data.effectiveOn;
        return late ? representativeOfficeRefusals.OFFICE_CLOSES_ALREADY(["effectiveOn"], closedOn) : undefined;
      },
      function agencyIsLive({ data }) {
        return agencyNotEnded(data.agency, data.effectiveOn, ["officeId"]);
      },
      function newHeadIsNoDuplicate({ data }) {
        return isNoDuplicate(data.head);
      },
      function newHeadWorksForAgency({ data }) {
        return data.head
          ? headWorksFor(data.head, data.oneWithAgency, data.effectiveOn, ["headReporterId"])
          : undefined;
      },
      function newHeadHasValidCard({ data }) {
        const { head, agency, effectiveOn, pressLaw } = data;
        return head ? headHoldsCard(head, agency, effectiveOn, pressLaw, ["headReporterId"]) : undefined;
      },
    ],
    event: "RepresentativeOfficeHeadChanged",
    besides: ({ data }) => ({ headReporterId: data.head?.reporterId ?? null, headName: data.head?.name ?? null }),
  }),
  CloseRepresentativeOffice: step({
    does: say("ghi nhận văn phòng đại diện chấm dứt hoạt động", "close the office"),
    note: "That is final.",
    fields: {
      effectiveOn: day(say("từ ngày", "from"), "From this day on it is closed; it may lie ahead."),
      reason,
    },
    from: ["ACCEPTED", "HEAD_VACANT"],
    when: [
      /** It closes once: one that has a closing recorded, even a coming one, is not given another. */
      function officeHasNoEnd({ state: { closedOn } }) {
        return closedOn === null
          ? undefined
          : representativeOfficeRefusals.OFFICE_CLOSES_ALREADY(["officeId"], closedOn);
      },
    ],
    rules: [inOrder],
    event: "RepresentativeOfficeClosed",
    besides: ({ data }) => ({ reason: data.reason }),
  }),
};
