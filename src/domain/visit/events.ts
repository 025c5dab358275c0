import { cited, type PressLaw } from "../law/pressLaw.js";
import type { CorrectionOf } from "../kernel/fields.js";
import { some, type Subject, units } from "../kernel/links.js";
import { eventsOf, type EventsOf, history, type None, type Occurrence } from "../kernel/history.js";
import type { Instant, LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import type { CORRECTED } from "./fields.js";
import {
  DECLINE_GROUNDS,
  type DeclineGround,
  DUPLICATE_VERDICTS,
  type DuplicateVerdict,
  VISIT_STATUSES,
  type VisitTopic,
} from "./terms.js";
import {
  BLANK,
  hasOpenPromise,
  type Host,
  OWED,
  type PressItemLink,
  type ShownDocument,
  type Visit,
  type Visitor,
  type VisitOutcome,
} from "./visit.js";

/** What a correction changes; what is absent stays. */
type VisitChanges = CorrectionOf<Omit<typeof CORRECTED, "hostIds" | "reporterIds" | "documents">> &
  Partial<Pick<Visit, "hosts" | "reporters" | "documents">>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<Visit, { readonly visitId: string }>();

const visitors = (reporters: readonly Visitor[]): readonly Subject[] => [
  ...some("Reporter", ...reporters.map(({ reporterId }) => reporterId)),
  ...some("PressAgency", ...reporters.map(({ agencyId }) => agencyId)),
];

const corrected = ({ corrections }: Visit, { occurredAt, reason }: Occurrence): Pick<Visit, "corrections"> => ({
  corrections: [...corrections, { at: occurredAt, reason: reason ?? "" }],
});

/** What can have happened to a visit. */
export const visitEvents = {
  /** `arrived`: registration and arrival are one, at the moment of the event. */
  VisitRegistered: begins<{
    hosts: readonly Host[];
    reporters: readonly Visitor[];
    topic: VisitTopic;
    subject: string;
    appointmentAt: Instant | null;
    arrived: boolean;
  }>({
    stays: say(
      "Lượt đăng ký nhầm thì đính chính hoặc hủy hồ sơ.",
      "A visit registered in error is corrected, or its record is voided.",
    ),
    says: ({ subject }) => say(`Đăng ký lượt tác nghiệp: ${subject}.`, `A visit was registered: ${subject}.`),
    about: ({ hosts, reporters }) => ({ set: { hosts: units(hosts), reporters: visitors(reporters) } }),
    // In this order: every visit passes here, and V8 adds a field after a spread slowly, but not one that the spread has.
    begins: ({ visitId, hosts, reporters, topic, subject, appointmentAt, arrived }, { occurredAt, reason }) => ({
      status: arrived ? "ARRIVED" : "REGISTERED",
      visitId,
      topic,
      subject,
      registeredAt: occurredAt,
      lastStepAt: occurredAt,
      ...BLANK,
      hosts,
      reporters,
      appointmentAt,
      arrivedAt: arrived ? occurredAt : null,
      lateEntryReason: reason ?? null,
    }),
  }),
  VisitConfirmed: happens({
    says: say("Xác nhận lịch hẹn.", "The appointment was confirmed."),
    to: "CONFIRMED",
  }),
  /** `law`: the press law of the day, where the ground is one of its; absent in older logs. */
  VisitDeclined: happens<{ ground: DeclineGround; law?: PressLaw }>({
    says({ ground, law }) {
      const { vi, en } = DECLINE_GROUNDS.words[ground];
      const by = law ? cited(law.key, "REFUSING") : null;
      return say(
        `Từ chối tiếp phóng viên, căn cứ: ${vi}${by ? ` (${by.vi})` : ""}.`,
        `The visit was declined: ${en}${by ? ` (${by.en})` : ""}.`,
      );
    },
    to: "DECLINED",
    changes: (_visit, { ground }, { reason }) => ({ declined: { ground, reason: reason ?? "" } }),
  }),
  VisitRedirected: happens<{ to: Host }>({
    says: ({ to }) => say(`Hướng dẫn phóng viên sang ${to.name}.`, `The visitors were sent to ${to.name}.`),
    about: ({ to }) => ({ add: { redirected: units([to]) } }),
    to: "REDIRECTED",
    changes: (_visit, { to }) => ({ redirectedTo: to }),
  }),
  VisitorsArrived: happens({
    touches: () => ["arrival"],
    says: say("Phóng viên đã đến.", "The visitors arrived."),
    to: "ARRIVED",
    changes: (_visit, _data, { occurredAt }) => ({ arrivedAt: occurredAt }),
  }),
  VisitDocumentsChecked: happens<{ documents: readonly ShownDocument[] }>({
    touches: () => ["documents"],
    says: say("Kiểm tra giấy tờ của phóng viên.", "The visitors' documents were checked."),
    to: "DOCUMENTS_CHECKED",
    keeps: true,
  }),
  VisitSessionStarted: happens({
    says: say("Bắt đầu buổi làm việc.", "The session began."),
    to: "IN_SESSION",
  }),
  VisitOutcomeRecorded: happens<{ outcome: VisitOutcome }>({
    says: say("Ghi nhận kết quả buổi làm việc.", "The outcome of the visit was recorded."),
    leadsTo: ["FOLLOW_UP_OPEN", "COMPLETED"],
    keeps: true,
    changes: ({ promises }) => ({ status: hasOpenPromise(promises) ? "FOLLOW_UP_OPEN" : "COMPLETED" }),
  }),
  VisitInformationPromised: happens<{ promiseId: string; what: string; dueOn: LocalDate }>({
    says: ({ dueOn }) =>
      say(`Hẹn cung cấp thông tin trước hết ngày ${viDay(dueOn)}.`, `Information was promised by ${enDay(dueOn)}.`),
    leadsTo: ["IN_SESSION", "FOLLOW_UP_OPEN"],
    changes: ({ status, promises }, { promiseId, what, dueOn }) => ({
      status: status === "IN_SESSION" ? "IN_SESSION" : "FOLLOW_UP_OPEN",
      promises: [...promises, { promiseId, what, dueOn, ...OWED }],
    }),
  }),
  /** `requestId`: the request for information that was answered. */
  VisitPromiseFulfilled: happens<{ promiseId: string; how: string; requestId?: string }>({
    says: say("Đã cung cấp thông tin theo hẹn.", "Promised information was given."),
    about: ({ requestId }) => ({ once: some("InformationRequest", requestId ?? null) }),
    leadsTo: ["CLOSED"],
    changes: ({ status, promises: before }, { promiseId, how, requestId = null }, { occurredAt: fulfilledAt }) => {
      const kept = { fulfilledAt, how, requestId };
      const promises = before.map((one) => (one.promiseId === promiseId ? { ...one, ...kept } : one));
      return { promises, status: status === "FOLLOW_UP_OPEN" && !hasOpenPromise(promises) ? "CLOSED" : status };
    },
  }),
  VisitClosed: happens({ says: say("Kết thúc lượt tác nghiệp.", "The visit was closed."), to: "CLOSED" }),
  VisitorsDidNotCome: happens({ says: say("Phóng viên không đến.", "The visitors did not come."), to: "NO_SHOW" }),
  VisitCancelled: happens({
    says: say("Hủy lịch tác nghiệp.", "The visit was cancelled."),
    to: "CANCELLED",
    changes: (visit, _data, event) => corrected(visit, event),
  }),

  // What speaks of the record
  VisitAmended: corrects<VisitChanges>({
    touches: ({ changes: { documents, arrivedAt } }) => [
      "record",
      ...(documents ? ["documents"] : []),
      ...(arrivedAt === undefined ? [] : ["arrival"]),
    ],
    says: say("Đính chính hồ sơ lượt tác nghiệp.", "The record of the visit was corrected."),
    about: ({ changes: { hosts, reporters } }) => ({
      set: { ...(hosts && { hosts: units(hosts) }), ...(reporters && { reporters: visitors(reporters) }) },
    }),
    changes: (visit, { changes }, event) => ({ ...changes, ...corrected(visit, event) }),
  }),
  VisitDuplicateJudged: happens<{ otherVisitId: string; verdict: DuplicateVerdict }>({
    says: ({ verdict }) =>
      say(
        `Kết luận về khả năng trùng giữa hai lượt tác nghiệp: ${DUPLICATE_VERDICTS.words[verdict].vi}.`,
        `It was judged whether two visits are one: ${DUPLICATE_VERDICTS.words[verdict].en}.`,
      ),
    corrects: true,
    about: ({ otherVisitId }) => ({ once: some("Visit", otherVisitId) }),
    changes: ({ verdicts }, { otherVisitId, verdict }, { occurredAt, reason = null }) => ({
      verdicts: [...verdicts, { otherVisitId, verdict, judgedAt: occurredAt, reason }],
    }),
  }),
  VisitVoided: voids<{ duplicateOfId: string | null }>({
    says: say("Hủy hồ sơ lượt tác nghiệp nhập nhầm.", "The record of the visit was voided."),
    about: ({ duplicateOfId }) => ({ once: some("Visit", duplicateOfId) }),
    changes: (visit, { duplicateOfId }, event) => ({ duplicateOfId, ...corrected(visit, event) }),
  }),
  VisitEntryTakenBack: takesBack({ changes: (visit, _data, event) => corrected(visit, event) }),
  VisitPressItemLinked: happens<PressItemLink>({
    says: ({ title }) =>
      say(`Gắn tin, bài với lượt tác nghiệp: “${title}”.`, `A press item was linked to the visit: “${title}”.`),
    on: "publishedOn",
    changes: ({ pressItems }, { url, title, publishedOn }) => ({
      pressItems: [...pressItems, { url, title, publishedOn }],
    }),
  }),
  VisitObstacleReported: happens<{ description: string }>({
    says: say("Phản ánh việc bị cản trở tác nghiệp.", "An obstacle to the visit was reported."),
    changes: ({ obstacles }, { description }) => ({ obstacles: [...obstacles, description] }),
  }),
};

export type VisitEvent = EventsOf<typeof visitEvents>;

/** What is told about a visit whenever it comes to light. */
const NOT_STEPS: readonly VisitEvent["type"][] = [
  "VisitAmended",
  "VisitDuplicateJudged",
  "VisitVoided",
  "VisitEntryTakenBack",
  "VisitPressItemLinked",
  "VisitObstacleReported",
];

export const visitHistory = history({
  kind: "Visit",
  category: "visit",
  timeline: "VISIT",
  id: "visitId",
  words: say("lượt tác nghiệp", "visit"),
  statuses: VISIT_STATUSES,
  events: visitEvents,
  blank: BLANK,
  settle(after: Visit, event: VisitEvent, before: Visit | None) {
    const isStep = before.status !== "NONE" && !NOT_STEPS.includes(event.type);
    return isStep ? { ...after, lastStepAt: event.occurredAt } : after;
  },
});
