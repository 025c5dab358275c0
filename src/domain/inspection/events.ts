import { eventsOf, type EventsOf, history, isNone, type None, type Occurrence } from "../kernel/history.js";
import { type Roles, some, units } from "../kernel/links.js";
import { localDateOf, type LocalDate } from "../kernel/time.js";
import { type Bilingual, enDay, say, viDay } from "../kernel/words.js";
import {
  BLANK,
  type Body,
  type DecidedContent,
  type Finding,
  type Inspection,
  type InspectionChanges,
  type PlannedContent,
  type Recommendation,
  type RecommendationStep,
} from "./inspection.js";
import { isCheck } from "./kinds.js";
import { remembering } from "./names.js";
import { progressed } from "./recommendation.js";
import {
  INSPECTION_KINDS,
  INSPECTION_STATUSES,
  type InspectionKind,
  PUBLICATION_FORMS,
  type PublicationForm,
  RECOMMENDATION_STATES,
} from "./terms.js";

const { begins, corrects, happens, takesBack, voids } = eventsOf<Inspection, { readonly inspectionId: string }>();

const takingPart = ({ lead, coordinators, targets }: InspectionChanges): Roles => ({
  ...(lead && { lead: units([lead]) }),
  ...(coordinators && { coordinators: units(coordinators) }),
  ...(targets && {
    targets: [...units(targets), ...some("PressAgency", ...targets.map(({ pressAgencyId }) => pressAgencyId))],
  }),
});

const corrected = (
  { corrections }: Inspection,
  { occurredAt, reason }: Occurrence,
): Pick<Inspection, "corrections"> => ({
  corrections: [...corrections, { at: occurredAt, reason: reason ?? "" }],
});

const dayOf = ({ occurredAt }: Occurrence): LocalDate => localDateOf(occurredAt);

/** What an event tells, and the day on which it happened. */
const dated = <D extends { readonly inspectionId: string }>({ inspectionId: _, ...told }: D, event: Occurrence) => ({
  on: dayOf(event),
  ...told,
});

/** What an event tells of a part of the record, which keeps its day as well. */
type Told<K extends "report" | "draftAssigned" | "publication" | "implementation" | "check"> = Omit<
  NonNullable<Inspection[K]>,
  "on"
>;

/** A kiểm tra is no thanh tra. */
const ofKind = (kind: InspectionKind): Bilingual =>
  isCheck(kind) ? say("kiểm tra", "check") : say("thanh tra", "inspection");

/** What a kind is called within a sentence. */
const called = ({ kind }: PlannedContent): Bilingual => INSPECTION_KINDS.words[kind];

/** A unit by its name; who is outside the register may go by the name of a person. */
const unitOr = ({ unitId, name }: Body, otherwise: string): string => (unitId === null ? otherwise : name);

const formsSaid = (forms: readonly PublicationForm[], language: "vi" | "en"): string =>
  forms.map((form) => PUBLICATION_FORMS.words[form][language]).join(", ");

/** What can have happened to an inspection or a check. */
export const inspectionEvents = {
  InspectionPlanned: begins<{ plan: string; content: PlannedContent }>({
    stays: say(
      "Cuộc đưa nhầm vào kế hoạch thì đính chính, hủy bỏ hoặc hủy hồ sơ.",
      "What was planned in error is corrected, cancelled, or its record is voided.",
    ),
    says: ({ plan, content }) =>
      say(
        `Đưa một cuộc ${called(content).vi} vào kế hoạch (${plan}), dự kiến từ ngày ${viDay(content.onSite.from)}.`,
        `It was put into a plan (${plan}): ${called(content).en}, from ${enDay(content.onSite.from)} on.`,
      ),
    about: ({ content }) => ({ set: takingPart(content) }),
    begins: ({ inspectionId, plan, content }, event) => ({
      ...BLANK,
      status: "PLANNED",
      inspectionId,
      plan,
      ...content,
      lateEntryReason: event.reason ?? null,
      begunOn: dayOf(event),
      lastStepOn: dayOf(event),
    }),
  }),
  InspectionDecided: begins<{ content: DecidedContent; reinspectsId: string | null }>({
    stays: say(
      "Quyết định nhập nhầm thì đính chính hoặc hủy hồ sơ.",
      "A decision entered in error is corrected, or the record is voided.",
    ),
    says: ({ content, reinspectsId }) => {
      const { decisionNumber, decidedOn } = content;
      const again = reinspectsId === null ? say("", "") : say(` (${ofKind(content.kind).vi} lại)`, " again");
      return say(
        `Ban hành quyết định ${called(content).vi}${again.vi} số ${decisionNumber} ngày ${viDay(decidedOn)}.`,
        `It was decided${again.en} (${called(content).en}): decision ${decisionNumber} of ${enDay(decidedOn)}.`,
      );
    },
    on: ({ content }) => content.decidedOn,
    about: ({ content, reinspectsId }) => ({
      set: { ...takingPart(content), reinspects: some("Inspection", reinspectsId) },
    }),
    leadsTo: ["DECIDED"],
    // What was recorded of the plan stays on record.
    begins: ({ inspectionId, content, reinspectsId }, { reason }, before) => ({
      ...BLANK,
      ...(isNone(before) ? {} : { plan: before.plan, corrections: before.corrections }),
      status: "DECIDED",
      inspectionId,
      ...content,
      reinspectsId,
      lateEntryReason: reason ?? null,
      begunOn: isNone(before) ? content.decidedOn : before.begunOn,
      lastStepOn: content.decidedOn,
    }),
  }),
  InspectionAnnounced: happens({
    says: say("Công bố quyết định thanh tra, kiểm tra.", "The decision to inspect was announced."),
    isPublic: "BY_LAW",
    to: "ANNOUNCED",
    changes: (_inspection, _data, event) => ({ announcedOn: dayOf(event) }),
  }),
  InspectionFieldworkStarted: happens({
    says: say("Bắt đầu tiến hành trực tiếp tại nơi được thanh tra, kiểm tra.", "The work on site began."),
    to: "IN_PROGRESS",
    changes: (_inspection, _data, event) => ({ startedOn: dayOf(event) }),
  }),
  InspectionExtended: happens<Omit<Inspection["extensions"][number], "on">>({
    touches: () => ["time on site"],
    says: ({ until, document }) =>
      say(
        `Gia hạn thời gian tiến hành trực tiếp đến ngày ${viDay(until)} (${document}).`,
        `The time on site was extended until ${enDay(until)} (${document}).`,
      ),
    changes: ({ extensions }, data, event) => ({ extensions: [...extensions, dated(data, event)] }),
  }),
  InspectionSuspended: happens<{ document: string | null }>({
    touches: () => ["time on site"],
    says: say("Tạm dừng cuộc thanh tra, kiểm tra.", "The work on site was suspended."),
    to: "SUSPENDED",
    changes: ({ suspensions }, { document }, event) => ({
      suspensions: [...suspensions, { from: dayOf(event), to: null, document, reason: event.reason ?? "" }],
    }),
  }),
  InspectionResumed: happens<{ document: string | null }>({
    touches: () => ["time on site"],
    says: say("Tiếp tục cuộc thanh tra, kiểm tra sau khi tạm dừng.", "The work on site went on after its suspension."),
    to: "IN_PROGRESS",
    changes: ({ suspensions }, _data, event) => ({
      suspensions: suspensions.map((one) => ({ ...one, to: one.to ?? dayOf(event) })),
    }),
  }),
  InspectionFieldworkEnded: happens({
    says: say("Kết thúc việc tiến hành trực tiếp.", "The work on site ended."),
    to: "FIELDWORK_ENDED",
    changes: (_inspection, _data, event) => ({ fieldworkEndedOn: dayOf(event) }),
  }),
  /** `draftDueOn`: the last day for the draft conclusion, if the report's receiver set one. */
  InspectionReported: happens<Told<"report">>({
    says: ({ draftDueOn }) =>
      draftDueOn === null
        ? say("Đoàn báo cáo kết quả.", "The team reported what it had found.")
        : say(
            `Đoàn báo cáo kết quả; hạn xây dựng dự thảo kết luận: ngày ${viDay(draftDueOn)}.`,
            `The team reported what it had found; the draft of the conclusion is due by ${enDay(draftDueOn)}.`,
          ),
    to: "REPORTED",
    changes: (_inspection, data, event) => ({ report: dated(data, event) }),
  }),
  /** Giao Trưởng đoàn xây dựng dự thảo kết luận. */
  InspectionDraftAssigned: happens<Told<"draftAssigned"> & { draftDueOn: LocalDate | null }>({
    says: ({ draftDueOn }) =>
      draftDueOn === null
        ? say("Giao xây dựng dự thảo kết luận.", "The draft of the conclusion was assigned.")
        : say(
            `Giao xây dựng dự thảo kết luận, hạn ngày ${viDay(draftDueOn)}.`,
            `The draft of the conclusion was assigned, due by ${enDay(draftDueOn)}.`,
          ),
    changes: ({ report }, { to, draftDueOn }, event) => ({
      draftAssigned: { on: dayOf(event), to },
      report: report && { ...report, draftDueOn: draftDueOn ?? report.draftDueOn },
    }),
  }),
  InspectionConclusionDrafted: happens<Pick<Inspection, "reservedOpinions">>({
    says: say("Xây dựng dự thảo kết luận.", "The conclusion was drafted."),
    to: "DRAFTED",
    changes: (inspection, { reservedOpinions }, event) => ({
      draftedOn: [...inspection.draftedOn, dayOf(event)],
      reservedOpinions: [...inspection.reservedOpinions, ...reservedOpinions],
    }),
  }),
  InspectionConcluded: happens<NonNullable<Inspection["conclusion"]>>({
    says: ({ number, signedOn }) =>
      say(
        `Ban hành kết luận số ${number} ngày ${viDay(signedOn)}.`,
        `Conclusion ${number} was signed on ${enDay(signedOn)}.`,
      ),
    on: "signedOn",
    isPublic: "BY_LAW",
    to: "CONCLUDED",
    changes: (_inspection, { inspectionId: _, ...conclusion }) => ({ conclusion }),
  }),
  InspectionConclusionPublished: happens<Told<"publication">>({
    says: ({ forms }) =>
      say(
        `Công khai kết luận: ${formsSaid(forms, "vi")}.`,
        `The conclusion was made public: ${formsSaid(forms, "en")}.`,
      ),
    isPublic: "BY_LAW",
    to: "PUBLISHED",
    changes: (_inspection, data, event) => ({ publication: dated(data, event) }),
  }),
  InspectionImplementationStarted: happens<Told<"implementation">>({
    says: ({ document }) =>
      say(
        `Ban hành văn bản thực hiện kết luận (${document}).`,
        `The implementation of the conclusion began (${document}).`,
      ),
    to: "IMPLEMENTING",
    changes: (_inspection, data, event) => ({ implementation: dated(data, event) }),
  }),
  InspectionCheckDone: happens<Told<"check">>({
    says: ({ minutes }) =>
      say(`Hoàn thành kiểm tra, lập biên bản (${minutes}).`, `The check was done, with minutes (${minutes}).`),
    to: "DONE",
    changes: (_inspection, data, event) => ({ check: dated(data, event) }),
  }),
  InspectionClosed: happens({
    says: say("Kết thúc hồ sơ cuộc thanh tra, kiểm tra.", "The inspection was closed."),
    to: "CLOSED",
    changes: (_inspection, _data, event) => ({ closedOn: dayOf(event) }),
  }),
  InspectionCancelled: happens({
    says: say("Hủy bỏ cuộc thanh tra, kiểm tra.", "The inspection was cancelled."),
    isPublic: "ONCE_TOLD",
    to: "CANCELLED",
    changes: (_inspection, _data, event) => ({ cancelled: { on: dayOf(event), reason: event.reason ?? "" } }),
  }),

  // What is found and recommended moves nothing
  InspectionFindingRecorded: happens<Omit<Finding, "on">>({
    says: ({ isViolation }) =>
      isViolation
        ? say("Ghi nhận một vi phạm qua thanh tra, kiểm tra.", "A violation was found.")
        : say("Ghi nhận một kết quả qua thanh tra, kiểm tra.", "Something was found that is no violation."),
    changes: ({ findings }, data, event) => ({ findings: [...findings, dated(data, event)] }),
  }),
  InspectionRecommendationMade: happens<
    Pick<Recommendation, "recommendationId" | "findingId" | "addressee" | "what" | "dueOn">
  >({
    says: ({ addressee, dueOn }) =>
      say(
        `Kiến nghị với ${unitOr(addressee, "một cơ quan ngoài sổ")}${dueOn ? `, thực hiện trước hết ngày ${viDay(dueOn)}` : ""}.`,
        `A recommendation was made to ${unitOr(addressee, "a body outside the register")}${dueOn ? `, due by ${enDay(dueOn)}` : ""}.`,
      ),
    about: ({ addressee }) => ({ add: { addressees: units([addressee]) } }),
    changes: ({ recommendations }, { inspectionId: _, ...made }, event) => ({
      recommendations: [
        ...recommendations,
        { ...made, madeOn: dayOf(event), state: "ISSUED", assignee: null, steps: [] },
      ],
    }),
  }),
  InspectionRecommendationProgressed: happens<
    Pick<Recommendation, "recommendationId"> & Omit<RecommendationStep, "on">
  >({
    touches: ({ recommendationId }) => [recommendationId],
    says: ({ state, assignee }) =>
      assignee === null
        ? say(
            `Việc thực hiện một kiến nghị: ${RECOMMENDATION_STATES.words[state].vi}.`,
            `A recommendation moved on: ${RECOMMENDATION_STATES.words[state].en}.`,
          )
        : say(
            `Giao ${unitOr(assignee, "một cơ quan ngoài sổ")} thực hiện một kiến nghị.`,
            `A recommendation was assigned to ${unitOr(assignee, "a body outside the register")}.`,
          ),
    about: ({ assignee }) => ({ add: { addressees: units(assignee ? [assignee] : []) } }),
    changes: ({ recommendations }, { recommendationId, ...step }, event) => ({
      recommendations: recommendations.map((one) =>
        one.recommendationId === recommendationId ? progressed(one, dated(step, event)) : one,
      ),
    }),
  }),

  // What speaks of the record
  InspectionAmended: corrects<InspectionChanges>({
    touches: () => ["record"],
    says: say("Đính chính hồ sơ cuộc thanh tra, kiểm tra.", "The record of the inspection was corrected."),
    isPublic: "ONCE_TOLD",
    about: ({ changes }) => ({ set: takingPart(changes) }),
    changes: (inspection, { changes }, event) => ({ ...changes, ...corrected(inspection, event) }),
  }),
  InspectionEntryTakenBack: takesBack({ changes: (inspection, _data, event) => corrected(inspection, event) }),
  InspectionVoided: voids<{ duplicateOfId: string | null }>({
    says: say("Hủy hồ sơ cuộc thanh tra, kiểm tra nhập nhầm.", "The record of the inspection was voided."),
    isPublic: "ONCE_TOLD",
    about: ({ duplicateOfId }) => ({ once: some("Inspection", duplicateOfId) }),
    changes: (inspection, { duplicateOfId }, event) => ({ duplicateOfId, ...corrected(inspection, event) }),
  }),
};

export type InspectionEvent = EventsOf<typeof inspectionEvents>;

/** What comes to light beside the steps, or speaks of the record: the next step may have been taken before. */
const NOT_STEPS: readonly InspectionEvent["type"][] = [
  "InspectionFindingRecorded",
  "InspectionRecommendationMade",
  "InspectionRecommendationProgressed",
  "InspectionAmended",
  "InspectionVoided",
  "InspectionEntryTakenBack",
];

export const inspectionHistory = history({
  kind: "Inspection",
  category: "inspection",
  timeline: "INSPECTION",
  id: "inspectionId",
  words: say("cuộc thanh tra, kiểm tra", "inspection"),
  calledAs: ({ kind }: Inspection) => say(`cuộc ${ofKind(kind).vi}`, ofKind(kind).en),
  statuses: INSPECTION_STATUSES,
  events: inspectionEvents,
  blank: BLANK,
  remembers: (after: Inspection, before: Inspection) => remembering(before, after),
  settle(after: Inspection, event: InspectionEvent, before: Inspection | None) {
    if (isNone(before)) return after;
    const settled = remembering(before, after);
    if (event.type === "InspectionDecided" || NOT_STEPS.includes(event.type)) return settled;
    const on = event.type === "InspectionConcluded" ? event.data.signedOn : dayOf(event);
    return { ...settled, firstStepOn: settled.firstStepOn ?? on, lastStepOn: on };
  },
});
