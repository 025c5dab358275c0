import { some } from "../kernel/links.js";
import { eventsOf, type EventsOf, history } from "../kernel/history.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import { BLANK, type RepresentativeOffice } from "./representativeOffice.js";
import { REPRESENTATIVE_OFFICE_STATUSES } from "./terms.js";

const { begins, corrects, happens, takesBack } = eventsOf<RepresentativeOffice, { readonly officeId: string }>();

/** What a correction of the notice changes; what is absent stays. */
interface OfficeChanges extends Partial<Pick<RepresentativeOffice, "address" | "startsOn" | "notifiedOn">> {
  /** The head as of the notice. */
  readonly head?: { readonly reporterId: string; readonly name: string };
}

/** What can have happened to a representative office. */
export const representativeOfficeEvents = {
  RepresentativeOfficeNotified: begins<
    Pick<RepresentativeOffice, "agencyId" | "agencyName" | "address" | "startsOn" | "notifiedOn"> & {
      headReporterId: string;
      headName: string;
    }
  >({
    stays: say(
      "Thông báo nhập nhầm thì đính chính, hoặc ghi không đủ điều kiện.",
      "A notice entered in error is corrected, or rejected.",
    ),
    says: ({ agencyName, startsOn }) =>
      say(
        `Tiếp nhận thông báo của ${agencyName} về văn phòng đại diện hoạt động từ ngày ${viDay(startsOn)}.`,
        `${agencyName} gave notice of a representative office that starts on ${enDay(startsOn)}.`,
      ),
    on: "notifiedOn",
    about: ({ agencyId, headReporterId }) => ({
      set: { agency: some("PressAgency", agencyId), head: some("Reporter", headReporterId) },
    }),
    begins: ({ headReporterId, headName, ...notice }) => ({
      ...BLANK,
      ...notice,
      status: "NOTIFIED",
      heads: [{ reporterId: headReporterId, name: headName, from: notice.startsOn }],
    }),
  }),
  RepresentativeOfficeAccepted: happens({
    says: say(
      "Xác nhận văn phòng đại diện đủ điều kiện hoạt động.",
      "The representative office was found to fulfil the conditions.",
    ),
    to: "ACCEPTED",
    changes: (_office, _data, { occurredAt }) => ({ decidedOn: localDateOf(occurredAt) }),
  }),
  /** The reason is part of the decision, not a remark on the entry. */
  RepresentativeOfficeRejected: happens<{ reason: string }>({
    says: say(
      "Xác định văn phòng đại diện không đủ điều kiện hoạt động.",
      "The representative office was found not to fulfil the conditions.",
    ),
    to: "REJECTED",
    changes: (_office, { reason }, { occurredAt }) => ({
      decidedOn: localDateOf(occurredAt),
      rejectionReason: reason,
    }),
  }),
  /** Null: the office has no head from that day on (khuyết). */
  RepresentativeOfficeHeadChanged: happens<{
    headReporterId: string | null;
    headName: string | null;
    effectiveOn: LocalDate;
  }>({
    touches: () => ["head"],
    says: ({ headReporterId, effectiveOn }) =>
      headReporterId === null
        ? say(
            `Khuyết trưởng văn phòng đại diện từ ngày ${viDay(effectiveOn)}.`,
            `The representative office has no head from ${enDay(effectiveOn)} on.`,
          )
        : say(
            `Thay đổi trưởng văn phòng đại diện từ ngày ${viDay(effectiveOn)}.`,
            `The representative office has another head from ${enDay(effectiveOn)} on.`,
          ),
    on: "effectiveOn",
    about: ({ headReporterId }) => ({ set: { head: some("Reporter", headReporterId) } }),
    leadsTo: ["ACCEPTED", "HEAD_VACANT"],
    changes: ({ heads }, { headReporterId, headName, effectiveOn }) => ({
      status: headReporterId === null ? "HEAD_VACANT" : "ACCEPTED",
      heads: [...heads, { reporterId: headReporterId, name: headName, from: effectiveOn }],
    }),
  }),
  RepresentativeOfficeAmended: corrects<OfficeChanges>({
    touches: () => ["record", "head"],
    says: say("Đính chính hồ sơ văn phòng đại diện.", "The record of the representative office was corrected."),
    about: ({ changes: { head } }) => ({ ...(head && { set: { head: some("Reporter", head.reporterId) } }) }),
    changes: ({ heads, startsOn: before }, { changes: { head, ...changes } }) => {
      const [first, ...later] = heads;
      const startsOn = changes.startsOn ?? before;
      return { ...changes, heads: first ? [{ ...first, ...head, from: startsOn }, ...later] : heads };
    },
  }),
  RepresentativeOfficeEntryTakenBack: takesBack(),
  RepresentativeOfficeClosed: happens<{ effectiveOn: LocalDate; reason: string }>({
    says: ({ effectiveOn }) =>
      say(
        `Văn phòng đại diện chấm dứt hoạt động từ ngày ${viDay(effectiveOn)}.`,
        `The representative office is closed from ${enDay(effectiveOn)} on.`,
      ),
    on: "effectiveOn",
    to: "CLOSED",
    changes: (_office, { effectiveOn, reason }) => ({ closedOn: effectiveOn, closingReason: reason }),
  }),
};

export type RepresentativeOfficeEvent = EventsOf<typeof representativeOfficeEvents>;

export const representativeOfficeHistory = history({
  kind: "RepresentativeOffice",
  category: "representativeOffice",
  timeline: "REGISTER",
  id: "officeId",
  words: say("văn phòng đại diện", "representative office"),
  statuses: REPRESENTATIVE_OFFICE_STATUSES,
  events: representativeOfficeEvents,
  blank: BLANK,
});
