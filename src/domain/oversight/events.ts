import { eventsOf, type EventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import { type CorrectionOf, referenceIn } from "../kernel/fields.js";
import type { Instant, LocalDate } from "../kernel/time.js";
import { enCount, enDay, enMoment, say, viCount, viDay, viMoment } from "../kernel/words.js";
import { BLANK, type CORRECTED, type LaidFigure, type Oversight, type OversightRecommendation } from "./oversight.js";
import { OVERSIGHT_STATUSES } from "./terms.js";

type Programme = Pick<Oversight, "title" | "committee" | "matters" | "supervisedIds" | "programmedFor" | "law">;
type Decided = Pick<
  Oversight,
  | "title"
  | "committee"
  | "matters"
  | "supervisedIds"
  | "law"
  | "examinedFrom"
  | "examinedTo"
  | "decision"
  | "decidedOn"
  | "outline"
>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<Oversight, { readonly oversightId: string }>();

const change = (
  state: Oversight,
  id: string,
  changes: Partial<OversightRecommendation>,
): Pick<Oversight, "recommendations"> => ({
  recommendations: state.recommendations.map((one) => (one.recommendationId === id ? { ...one, ...changes } : one)),
});
const supervised = (ids: readonly string[]) => ({ set: { supervised: some("Unit", ...ids) } });

/** What can have happened in a supervision. */
export const oversightEvents = {
  OversightProgrammed: begins<Programme>({
    stays: VOIDED_INSTEAD,
    says: ({ title }) =>
      say(`Đưa vào chương trình giám sát: ${title}.`, `Taken into the programme of oversight: ${title}.`),
    about: ({ supervisedIds }) => supervised(supervisedIds),
    begins: ({ oversightId: _, ...programme }) => ({ ...BLANK, ...programme, status: "PROGRAMMED" }),
  }),
  OversightDecided: begins<Decided>({
    stays: VOIDED_INSTEAD,
    says: ({ title, decision, decidedOn }) =>
      say(
        `Quyết định giám sát ${decision} ngày ${viDay(decidedOn ?? "…")}: ${title}.`,
        `Oversight decided by ${decision} of ${enDay(decidedOn ?? "…")}: ${title}.`,
      ),
    on: "decidedOn",
    about: ({ supervisedIds }) => supervised(supervisedIds),
    leadsTo: ["DECIDED"],
    begins: ({ oversightId: _, ...decided }, _event, before) => ({
      ...BLANK,
      ...(before.status === "NONE" ? {} : { programmedFor: before.programmedFor }),
      ...decided,
      status: "DECIDED",
    }),
  }),
  OversightNotified: happens<{ notifiedOn: LocalDate }>({
    says: ({ notifiedOn }) =>
      say(
        `Thông báo cho các đơn vị chịu sự giám sát ngày ${viDay(notifiedOn)}.`,
        `Those supervised were notified on ${enDay(notifiedOn)}.`,
      ),
    on: "notifiedOn",
    to: "NOTIFIED",
    keeps: true,
  }),
  OversightReportRequested: happens<{
    reportId: string;
    unitId: string;
    unitName: string;
    what: string;
    dueOn: LocalDate;
  }>({
    says: ({ unitName, dueOn }) =>
      say(`Yêu cầu ${unitName} báo cáo trước ngày ${viDay(dueOn)}.`, `${unitName} is to report by ${enDay(dueOn)}.`),
    about: ({ unitId }) => ({ once: some("Unit", unitId) }),
    changes: ({ reports }, { oversightId: _, ...asked }) => ({
      reports: [...reports, { ...asked, receivedOn: null, document: null }],
    }),
  }),
  OversightReportReceived: happens<{ reportId: string; unitName: string; receivedOn: LocalDate; document: string }>({
    says: ({ unitName, document, receivedOn }) =>
      say(
        `Nhận báo cáo ${document} của ${unitName} ngày ${viDay(receivedOn)}.`,
        `Report ${document} of ${unitName} came on ${enDay(receivedOn)}.`,
      ),
    on: "receivedOn",
    changes: ({ reports }, { reportId, receivedOn, document }) => ({
      reports: reports.map((one) => (one.reportId === reportId ? { ...one, receivedOn, document } : one)),
    }),
  }),
  OversightFieldWorkDone: happens<{ on: LocalDate; unitId: string | null; what: string }>({
    says: ({ on }) => say(`Làm việc tại đơn vị ngày ${viDay(on)}.`, `Work on site on ${enDay(on)}.`),
    on: "on",
    about: ({ unitId }) => ({ once: some("Unit", unitId) }),
    leadsTo: ["FIELD_WORK"],
    changes: ({ fieldWork }, { on, unitId, what }) => ({
      status: "FIELD_WORK",
      fieldWork: [...fieldWork, { on, unitId, what }],
    }),
  }),
  OversightDrafted: happens<{ draftedOn: LocalDate }>({
    says: ({ draftedOn }) =>
      say(`Dự thảo báo cáo giám sát ngày ${viDay(draftedOn)}.`, `The report was drafted on ${enDay(draftedOn)}.`),
    on: "draftedOn",
    to: "DRAFTED",
    keeps: true,
  }),
  OversightDraftCommented: happens<{ on: LocalDate; unitId: string | null; what: string }>({
    says: ({ on }) => say(`Ý kiến về dự thảo ngày ${viDay(on)}.`, `A comment on the draft of ${enDay(on)}.`),
    on: "on",
    about: ({ unitId }) => ({ once: some("Unit", unitId) }),
    to: "COMMENTED",
    changes: ({ comments }, { on, unitId, what }) => ({ comments: [...comments, { on, unitId, what }] }),
  }),
  OversightSessionHeld: happens<{ sessionAt: Instant; minutes: string | null }>({
    says: ({ sessionAt }) => say(`Họp giám sát lúc ${viMoment(sessionAt)}.`, `The session at ${enMoment(sessionAt)}.`),
    to: "IN_SESSION",
    keeps: true,
  }),
  OversightFigureLaid: happens<LaidFigure>({
    says: ({ label, value }) =>
      say(
        `Trình số liệu “${label}”: ${viCount(value)}.`,
        `The figure “${label}” was laid before it: ${enCount(value)}.`,
      ),
    on: "laidOn",
    changes: ({ figures }, { oversightId: _, ...figure }) => ({ figures: [...figures, figure] }),
  }),
  OversightFigureWithdrawn: happens<{ figureId: string; label: string }>({
    says: ({ label }) =>
      say(`Rút số liệu “${label}” trình nhầm.`, `The figure “${label}”, laid in error, was withdrawn.`),
    corrects: true,
    changes: ({ figures }, { figureId }) => ({ figures: figures.filter((one) => one.figureId !== figureId) }),
  }),
  OversightFindingRecorded: happens<Oversight["findings"][number]>({
    says: say("Ghi nhận một nhận định của đoàn giám sát.", "A finding was recorded."),
    about: ({ unitIds }) => ({ once: some("Unit", ...unitIds) }),
    changes: ({ findings }, { oversightId: _, ...finding }) => ({ findings: [...findings, finding] }),
  }),
  OversightFindingWithdrawn: happens<{ findingId: string }>({
    says: say("Rút một nhận định ghi nhầm.", "A finding recorded in error was withdrawn."),
    corrects: true,
    changes: ({ findings }, { findingId }) => ({ findings: findings.filter((one) => one.findingId !== findingId) }),
  }),
  OversightConcluded: happens<{ conclusion: string; concludedOn: LocalDate; conclusionText: string }>({
    says: ({ conclusion, concludedOn }) =>
      say(
        `Kết luận giám sát ${conclusion} ngày ${viDay(concludedOn)}.`,
        `Concluded by ${conclusion} of ${enDay(concludedOn)}.`,
      ),
    on: "concludedOn",
    to: "CONCLUDED",
    keeps: true,
  }),
  OversightConclusionSent: happens<{ sentOn: LocalDate }>({
    says: ({ sentOn }) => say(`Gửi kết luận ngày ${viDay(sentOn)}.`, `The conclusion was sent on ${enDay(sentOn)}.`),
    on: "sentOn",
    to: "SENT",
    keeps: true,
  }),
  OversightConclusionPublished: happens<{ publishedOn: LocalDate; publishedAt: string | null }>({
    says: ({ publishedOn }) =>
      say(`Công khai kết luận ngày ${viDay(publishedOn)}.`, `The conclusion was published on ${enDay(publishedOn)}.`),
    on: "publishedOn",
    to: "PUBLISHED",
    keeps: true,
  }),
  OversightRecommendationMade: happens<{
    recommendationId: string;
    unitId: string;
    unitName: string;
    what: string;
    dueOn: LocalDate | null;
  }>({
    says: ({ unitName }) => say(`Kiến nghị đối với ${unitName}.`, `A recommendation to ${unitName}.`),
    about: ({ unitId }) => ({ add: { addressee: some("Unit", unitId) } }),
    changes: ({ recommendations }, { recommendationId, unitId, unitName, what, dueOn }) => ({
      recommendations: [
        ...recommendations,
        {
          ...{ recommendationId, unitId, unitName, what, dueOn },
          ...{ response: "PENDING", responseOn: null, responseText: null, progress: "OPEN", plannedFor: null },
          ...{ doneOn: null, how: null, evidenceIds: [], confirmedOn: null },
        },
      ],
    }),
  }),
  OversightRecommendationWithdrawn: happens<{ recommendationId: string; unitName: string }>({
    says: ({ unitName }) =>
      say(
        `Rút kiến nghị đối với ${unitName} ghi nhầm.`,
        `A recommendation to ${unitName}, made in error, was withdrawn.`,
      ),
    corrects: true,
    changes: ({ recommendations }, { recommendationId }) => ({
      recommendations: recommendations.filter((one) => one.recommendationId !== recommendationId),
    }),
  }),
  OversightRecommendationAnswered: happens<{
    recommendationId: string;
    unitName: string;
    response: "ACCEPTED" | "CONTESTED";
    responseOn: LocalDate;
    responseText: string | null;
  }>({
    says: ({ unitName, response, responseOn }) =>
      response === "ACCEPTED"
        ? say(
            `${unitName} tiếp thu kiến nghị ngày ${viDay(responseOn)}.`,
            `${unitName} accepted the recommendation on ${enDay(responseOn)}.`,
          )
        : say(
            `${unitName} có ý kiến không tiếp thu kiến nghị ngày ${viDay(responseOn)}.`,
            `${unitName} contested the recommendation on ${enDay(responseOn)}.`,
          ),
    on: "responseOn",
    changes: (state, { recommendationId, response, responseOn, responseText }) =>
      change(state, recommendationId, { response, responseOn, responseText }),
  }),
  OversightRecommendationPlanned: happens<{ recommendationId: string; unitName: string; plannedFor: LocalDate }>({
    says: ({ unitName, plannedFor }) =>
      say(
        `${unitName} dự kiến thực hiện kiến nghị xong ngày ${viDay(plannedFor)}.`,
        `${unitName} plans to carry the recommendation out by ${enDay(plannedFor)}.`,
      ),
    changes: (state, { recommendationId, plannedFor }) =>
      change(state, recommendationId, { progress: "PLANNED", plannedFor }),
  }),
  OversightRecommendationDone: happens<{
    recommendationId: string;
    unitName: string;
    doneOn: LocalDate;
    how: string;
    evidenceIds: readonly string[];
  }>({
    says: ({ unitName, doneOn }) =>
      say(
        `${unitName} báo cáo đã thực hiện kiến nghị ngày ${viDay(doneOn)}.`,
        `${unitName} reported the recommendation as carried out on ${enDay(doneOn)}.`,
      ),
    on: "doneOn",
    about: ({ evidenceIds }) => ({
      once: evidenceIds.flatMap((one) => {
        const named = referenceIn(one);
        return named ? [{ kind: named.kind, ref: named.id }] : [];
      }),
    }),
    changes: (state, { recommendationId, doneOn, how, evidenceIds }) =>
      change(state, recommendationId, { progress: "DONE", doneOn, how, evidenceIds }),
  }),
  OversightRecommendationConfirmed: happens<{ recommendationId: string; unitName: string; confirmedOn: LocalDate }>({
    says: ({ unitName, confirmedOn }) =>
      say(
        `Xác nhận ${unitName} đã thực hiện kiến nghị, ngày ${viDay(confirmedOn)}.`,
        `It was confirmed on ${enDay(confirmedOn)} that ${unitName} carried the recommendation out.`,
      ),
    on: "confirmedOn",
    changes: (state, { recommendationId, confirmedOn }) =>
      change(state, recommendationId, { progress: "CONFIRMED", confirmedOn }),
  }),
  OversightRecommendationReopened: happens<{ recommendationId: string; unitName: string; dueOn: LocalDate | null }>({
    says: ({ unitName }) =>
      say(`Mở lại kiến nghị đối với ${unitName}.`, `The recommendation to ${unitName} was taken up again.`),
    changes: (state, { recommendationId, dueOn }) =>
      change(state, recommendationId, {
        ...{ progress: "OPEN", doneOn: null, how: null, evidenceIds: [], confirmedOn: null, plannedFor: null },
        ...(dueOn === null ? {} : { dueOn }),
      }),
  }),
  OversightEnded: happens<{
    ending: "CLOSED" | "RE_SUPERVISED" | "QUESTIONED";
    endedOn: LocalDate;
    followedById: string | null;
  }>({
    says: ({ endedOn }) =>
      say(`Kết thúc giám sát ngày ${viDay(endedOn)}.`, `The supervision ended on ${enDay(endedOn)}.`),
    on: "endedOn",
    about: ({ followedById }) => ({ once: some("Oversight", followedById) }),
    leadsTo: ["CLOSED", "RE_SUPERVISED", "QUESTIONED"],
    changes: (_, { ending, endedOn, followedById }) => ({ status: ending, endedOn, followedById }),
  }),
  OversightCancelled: happens<{ endedOn: LocalDate; reason: string }>({
    says: ({ endedOn }) =>
      say(`Không tiến hành giám sát, từ ngày ${viDay(endedOn)}.`, `Cancelled on ${enDay(endedOn)}.`),
    on: "endedOn",
    to: "CANCELLED",
    changes: (_, { endedOn, reason }) => ({ endedOn, endReason: reason }),
  }),
  OversightCorrected: corrects<CorrectionOf<typeof CORRECTED>>({
    says: say("Đính chính hồ sơ giám sát.", "The record of the supervision was corrected."),
    about: ({ changes: { supervisedIds } }) => (supervisedIds ? supervised(supervisedIds) : {}),
  }),
  OversightEntryTakenBack: takesBack(),
  OversightVoided: voids({
    says: say("Hủy hồ sơ giám sát nhập nhầm.", "The supervision was entered in error and is void."),
  }),
};
export type OversightEvent = EventsOf<typeof oversightEvents>;

export const oversightHistory = history({
  kind: "Oversight",
  category: "oversight",
  timeline: "OVERSIGHT",
  id: "oversightId",
  words: say("cuộc giám sát", "supervision"),
  statuses: OVERSIGHT_STATUSES,
  events: oversightEvents,
  blank: BLANK,
});
