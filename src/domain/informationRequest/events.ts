import type { CorrectionOf } from "../kernel/fields.js";
import { eventsOf, type EventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import {
  BLANK,
  type Clock,
  type CORRECTED,
  type InformationRequest,
  NO_CLOCK,
  type Outcome,
} from "./informationRequest.js";
import { REQUEST_GROUNDS, REQUEST_STATUSES } from "./terms.js";

type Received = Pick<
  InformationRequest,
  | "regime"
  | "pressAsker"
  | "agencyId"
  | "agencyName"
  | "reporterId"
  | "askerName"
  | "askerContact"
  | "channel"
  | "subject"
  | "number"
  | "unitId"
  | "unitName"
  | "receivedOn"
  | "visitId"
  | "promiseId"
  | "clock"
>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<InformationRequest, { readonly requestId: string }>();

const due = ({ dueOn }: Clock): { readonly vi: string; readonly en: string } =>
  dueOn === null
    ? { vi: "", en: "" }
    : { vi: `, hạn trả lời ngày ${viDay(dueOn)}`, en: `; it is to be answered by ${enDay(dueOn)}` };

/** Who had it, and by when it was to be answered, are the request's own. */
const outcomeOf = <D extends Outcome>({ unitId, clock: { dueOn } }: InformationRequest, data: D): D => ({
  ...data,
  ...{ unitId, dueOn },
});

/** What can have happened to a request for information. */
export const informationRequestEvents = {
  InformationRequestReceived: begins<Received>({
    stays: VOIDED_INSTEAD,
    says: ({ unitName, subject, clock }) =>
      say(
        `${unitName} nhận yêu cầu cung cấp thông tin: ${subject}${due(clock).vi}.`,
        `${unitName} was asked for information: ${subject}${due(clock).en}.`,
      ),
    on: "receivedOn",
    about: ({ unitId, reporterId, agencyId, visitId }) => ({
      set: {
        units: some("Unit", unitId),
        asker: [...some("Reporter", reporterId), ...some("PressAgency", agencyId)],
        visit: some("Visit", visitId),
      },
    }),
    begins: ({ requestId: _, ...received }) => ({ ...BLANK, ...received, status: "RECEIVED" }),
  }),
  InformationRequestClassified: happens<Pick<InformationRequest, "topic" | "complexity">>({
    says: say("Phân loại yêu cầu cung cấp thông tin.", "The request was classified."),
    to: "CLASSIFIED",
    keeps: true,
  }),
  InformationRequestAssigned: happens<{ assignedTo: string; assignedOn: LocalDate }>({
    says: ({ assignedTo, assignedOn }) =>
      say(
        `Giao ${assignedTo} xử lý yêu cầu ngày ${viDay(assignedOn)}.`,
        `The request was assigned to ${assignedTo} on ${enDay(assignedOn)}.`,
      ),
    on: "assignedOn",
    to: "ASSIGNED",
    keeps: true,
  }),
  InformationRequestTimeNotified: happens<{ noticeOn: LocalDate; document: string | null; clock: Clock }>({
    touches: () => ["clock"],
    says: ({ noticeOn, clock }) =>
      say(
        `Thông báo thời hạn giải quyết ngày ${viDay(noticeOn)}${due(clock).vi}.`,
        `On ${enDay(noticeOn)} the asker was told how long it takes${due(clock).en}.`,
      ),
    on: "noticeOn",
    changes: (_, { noticeOn, clock }) => ({ noticeOn, clock }),
  }),
  InformationRequestExtended: happens<{ extendedOn: LocalDate; clock: Clock }>({
    touches: () => ["clock"],
    says: ({ extendedOn, clock }) =>
      say(
        `Thông báo gia hạn ngày ${viDay(extendedOn)}${due(clock).vi}.`,
        `On ${enDay(extendedOn)} the asker was told of an extension${due(clock).en}.`,
      ),
    on: "extendedOn",
    keeps: true,
  }),
  InformationRequestAnswered: happens<Outcome>({
    says: ({ on, kind, document }) => {
      const paper = document === null ? "" : ` ${document}`;
      return kind === "PARTLY_ANSWERED"
        ? say(
            `Trả lời một phần yêu cầu${paper} ngày ${viDay(on)}.`,
            `The request was answered in part on ${enDay(on)}${paper === "" ? "" : ` by${paper}`}.`,
          )
        : say(
            `Trả lời yêu cầu${paper} ngày ${viDay(on)}.`,
            `The request was answered on ${enDay(on)}${paper === "" ? "" : ` by${paper}`}.`,
          );
    },
    on: "on",
    anew: outcomeOf,
    leadsTo: ["ANSWERED", "PARTLY_ANSWERED"],
    changes: ({ outcomes }, { requestId: _, ...outcome }) => ({
      status: outcome.kind,
      outcomes: [...outcomes, outcome],
    }),
  }),
  InformationRequestRefused: happens<Outcome>({
    says: ({ on, ground }) => {
      const words = ground === null ? { vi: "…", en: "…" } : (REQUEST_GROUNDS.words[ground] ?? { vi: "…", en: "…" });
      return say(
        `Từ chối cung cấp thông tin ngày ${viDay(on)}, căn cứ: ${words.vi}.`,
        `Information was refused on ${enDay(on)}: ${words.en}.`,
      );
    },
    on: "on",
    anew: outcomeOf,
    to: "REFUSED",
    changes: ({ outcomes }, { requestId: _, ...outcome }) => ({ outcomes: [...outcomes, outcome] }),
  }),
  InformationRequestForwarded: happens<{
    toUnitId: string;
    toUnitName: string;
    forwardedOn: LocalDate;
    document: string | null;
  }>({
    says: ({ toUnitName, forwardedOn }) =>
      say(
        `Chuyển yêu cầu đến ${toUnitName} ngày ${viDay(forwardedOn)}.`,
        `The request was forwarded to ${toUnitName} on ${enDay(forwardedOn)}.`,
      ),
    on: "forwardedOn",
    about: ({ toUnitId }) => ({ add: { units: some("Unit", toUnitId) } }),
    to: "FORWARDED",
    changes: ({ unitId, receivedOn, forwards }, { toUnitId, toUnitName, forwardedOn, document }) => ({
      ...{ unitId: toUnitId, unitName: toUnitName, clock: NO_CLOCK, noticeOn: null, extendedOn: null },
      ...{ assignedTo: null, assignedOn: null, complexity: null },
      forwards: [
        ...forwards,
        {
          ...{ fromUnitId: unitId, fromReceivedOn: receivedOn, toUnitId, on: forwardedOn, document },
          receivedOn: null,
        },
      ],
    }),
  }),
  InformationRequestTakenOver: happens<{ unitName: string; receivedOn: LocalDate; clock: Clock }>({
    says: ({ unitName, receivedOn, clock }) =>
      say(
        `${unitName} nhận yêu cầu được chuyển đến ngày ${viDay(receivedOn)}${due(clock).vi}.`,
        `${unitName} received what was forwarded to it on ${enDay(receivedOn)}${due(clock).en}.`,
      ),
    on: "receivedOn",
    to: "RECEIVED",
    changes: ({ forwards }, { receivedOn, clock }) => ({
      receivedOn,
      clock,
      forwards: receivedAt(forwards, receivedOn),
    }),
  }),
  InformationRequestEscalated: happens<{
    escalatedOn: LocalDate;
    toUnitId: string | null;
    toUnitName: string | null;
  }>({
    says: ({ escalatedOn, toUnitName }) =>
      say(
        `Báo cáo ${toUnitName ?? "cấp trên"} về yêu cầu ngày ${viDay(escalatedOn)}.`,
        `The request was laid before ${toUnitName ?? "those above"} on ${enDay(escalatedOn)}.`,
      ),
    on: "escalatedOn",
    about: ({ toUnitId }) => ({ add: { above: some("Unit", toUnitId) } }),
    to: "ESCALATED",
    changes: ({ escalations }, { escalatedOn: on, toUnitId }) => ({ escalations: [...escalations, { on, toUnitId }] }),
  }),
  InformationRequestClosed: happens<{ closedOn: LocalDate }>({
    says: ({ closedOn }) =>
      say(`Kết thúc việc giải quyết yêu cầu ngày ${viDay(closedOn)}.`, `The request was closed on ${enDay(closedOn)}.`),
    on: "closedOn",
    to: "CLOSED",
    keeps: true,
  }),
  InformationRequestReopened: happens<{ reopenedOn: LocalDate; clock: Clock }>({
    touches: () => ["clock"],
    says: ({ reopenedOn, clock }) =>
      say(
        `Mở lại yêu cầu ngày ${viDay(reopenedOn)}${due(clock).vi}.`,
        `The request was taken up again on ${enDay(reopenedOn)}${due(clock).en}.`,
      ),
    on: "reopenedOn",
    to: "REOPENED",
    keeps: true,
    changes: () => ({ closedOn: null }),
  }),
  InformationRequestCorrected: corrects<CorrectionOf<typeof CORRECTED> & Partial<Pick<InformationRequest, "clock">>>({
    says: say("Đính chính hồ sơ yêu cầu cung cấp thông tin.", "The record of the request was corrected."),
    touches: ({ changes }) => Object.keys(changes),
    changes: ({ forwards }, { changes }) => ({
      ...changes,
      ...(changes.receivedOn !== undefined && { forwards: receivedAt(forwards, changes.receivedOn) }),
    }),
  }),
  InformationRequestEntryTakenBack: takesBack(),
  InformationRequestVoided: voids({
    says: say("Hủy hồ sơ yêu cầu nhập nhầm.", "The request was entered in error and is void."),
  }),
};
export type InformationRequestEvent = EventsOf<typeof informationRequestEvents>;

/** The unit that has it received it on this day. */
function receivedAt(forwards: InformationRequest["forwards"], receivedOn: LocalDate): InformationRequest["forwards"] {
  return forwards.map((one, index) => (index === forwards.length - 1 ? { ...one, receivedOn } : one));
}

export const informationRequestHistory = history({
  kind: "InformationRequest",
  category: "informationRequest",
  timeline: "REQUEST",
  id: "requestId",
  words: say("yêu cầu cung cấp thông tin", "request for information"),
  statuses: REQUEST_STATUSES,
  events: informationRequestEvents,
  blank: BLANK,
});
