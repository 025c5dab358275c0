import { asIn, many, noted, optional } from "../kernel/fields.js";
import { stepsOf } from "../kernel/steps.js";
import { localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { InspectionEvent } from "./events.js";
import { paper, reason, summary, TEAM } from "./fields.js";
import {
  CHECK,
  CONCLUSION,
  DRAFT_ASSIGNMENT,
  EXTENSION,
  IMPLEMENTATION,
  type Inspection,
  INSPECTION,
  onSiteOf,
  PUBLICATION,
  REPORT,
  RESERVED_OPINION,
  SUSPENSION,
} from "./inspection.js";
import { isCheck } from "./kinds.js";
import { inspectionRefusals } from "./refusals.js";
import { inOrder, notBeforeTheLastStep, paperIsDatedWell } from "./rules.js";

const { step } = stepsOf<Inspection, InspectionEvent, "inspectionId">();

/** The way of an inspection from its decision to its end. */
export const courseSteps = {
  AnnounceInspection: step({
    does: say("công bố quyết định", "announce the decision"),
    note: "To the targets.",
    fields: {},
    from: ["DECIDED"],
    when: [notBeforeTheLastStep],
    event: "InspectionAnnounced",
  }),
  StartFieldwork: step({
    does: say("bắt đầu tiến hành trực tiếp", "begin the work on site"),
    fields: {},
    from: ["ANNOUNCED"],
    when: [notBeforeTheLastStep],
    event: "InspectionFieldworkStarted",
  }),
  ExtendInspection: step({
    does: say("gia hạn thời gian tiến hành", "extend the days on site"),
    fields: { ...asIn(EXTENSION.fields, "until", "document"), reason },
    from: ["ANNOUNCED", "IN_PROGRESS"],
    when: [notBeforeTheLastStep],
    rules: [
      function extensionIsLater({ state, data }) {
        const { to } = onSiteOf(state);
        return data.until <= to ? inspectionRefusals.INSPECTION_EXTENSION_NOT_LATER(["until"], to) : undefined;
      },
    ],
    event: "InspectionExtended",
  }),
  SuspendInspection: step({
    does: say("tạm dừng", "suspend the work on site"),
    fields: asIn(SUSPENSION.fields, "document", "reason"),
    from: ["IN_PROGRESS"],
    when: [notBeforeTheLastStep],
    event: "InspectionSuspended",
  }),
  ResumeInspection: step({
    does: say("tiếp tục sau khi tạm dừng", "go on after the suspension"),
    fields: { document: optional(paper("văn bản cho tiếp tục", "document")) },
    from: ["SUSPENDED"],
    when: [notBeforeTheLastStep],
    event: "InspectionResumed",
  }),
  EndFieldwork: step({
    does: say("kết thúc việc tiến hành trực tiếp", "end the work on site"),
    settles: ["INSPECTION_ON_SITE"],
    fields: {},
    from: ["IN_PROGRESS"],
    when: [notBeforeTheLastStep],
    event: "InspectionFieldworkEnded",
  }),
  ReportInspection: step({
    does: say("báo cáo kết quả", "report what was found"),
    note: "The team reports.",
    fields: asIn(REPORT.fields, "summary", "draftDueOn"),
    from: ["FIELDWORK_ENDED"],
    when: [notBeforeTheLastStep],
    rules: [
      function draftIsDueLater({ data, meta }) {
        const early = data.draftDueOn !== null && data.draftDueOn < localDateOf(meta.occurredAt);
        return early ? inspectionRefusals.INSPECTION_DRAFT_DUE_IN_PAST(["draftDueOn"]) : undefined;
      },
    ],
    event: "InspectionReported",
  }),
  AssignConclusionDraft: step({
    does: say("giao xây dựng dự thảo kết luận", "assign who drafts the conclusion"),
    settles: ["INSPECTION_DRAFT_ASSIGNMENT"],
    note: "Within five working days of the report, since 1 July 2025 (Law on Inspection 2025, Art. 34.1).",
    fields: {
      ...asIn(DRAFT_ASSIGNMENT.fields, "to"),
      draftDueOn: noted(
        REPORT.fields.draftDueOn,
        "The time goes by the kind of inspection (Art. 34.5). Absent: as set with the report.",
      ),
    },
    from: ["REPORTED"],
    when: [
      notBeforeTheLastStep,
      function assignedOnce({ state }) {
        const already = state.draftAssigned !== null;
        return already ? inspectionRefusals.INSPECTION_DRAFT_ASSIGNED(["inspectionId"]) : undefined;
      },
    ],
    rules: [
      function draftIsDueLater({ data, meta }) {
        const early = data.draftDueOn !== null && data.draftDueOn < localDateOf(meta.occurredAt);
        return early ? inspectionRefusals.INSPECTION_DRAFT_DUE_IN_PAST(["draftDueOn"]) : undefined;
      },
    ],
    event: "InspectionDraftAssigned",
  }),
  DraftConclusion: step({
    does: say("xây dựng dự thảo kết luận", "draft the conclusion"),
    settles: ["INSPECTION_DRAFT_ASSIGNMENT", "INSPECTION_DRAFT_CONCLUSION"],
    note: "Drafted again, the conclusion keeps the opinions reserved before.",
    fields: {
      reservedOpinions: optional(
        many(RESERVED_OPINION, INSPECTION.reservedOpinions.words, { most: TEAM, least: 0 }, "Of members of the team."),
      ),
    },
    from: ["REPORTED", "DRAFTED"],
    when: [notBeforeTheLastStep],
    event: "InspectionConclusionDrafted",
    besides: ({ data }) => ({ reservedOpinions: data.reservedOpinions ?? [] }),
  }),
  ConcludeInspection: step({
    does: say("ban hành kết luận", "sign the conclusion"),
    settles: ["INSPECTION_CONCLUSION"],
    fields: { ...asIn(CONCLUSION.fields, "number", "signedOn"), summary },
    from: ["DRAFTED"],
    rules: [
      function signedAfterTheLastStep({ state, data }) {
        return inOrder(data.signedOn, state, ["signedOn"]);
      },
      function conclusionIsDatedWell({ data, meta }) {
        return paperIsDatedWell(data.signedOn, meta, ["signedOn"]);
      },
    ],
    event: "InspectionConcluded",
  }),
  PublishConclusion: step({
    does: say("công khai kết luận", "make the conclusion public"),
    settles: ["INSPECTION_PUBLICATION"],
    fields: asIn(PUBLICATION.fields, "forms", "address"),
    from: ["CONCLUDED"],
    when: [notBeforeTheLastStep],
    event: "InspectionConclusionPublished",
  }),
  StartImplementation: step({
    does: say("ban hành văn bản thực hiện kết luận", "issue the document by which the conclusion is carried out"),
    settles: ["INSPECTION_IMPLEMENTATION"],
    fields: asIn(IMPLEMENTATION.fields, "document"),
    from: ["PUBLISHED"],
    when: [notBeforeTheLastStep],
    event: "InspectionImplementationStarted",
  }),
  RecordCheckDone: step({
    does: say("lập biên bản kiểm tra", "end the check with minutes"),
    settles: ["INSPECTION_ON_SITE"],
    note: "Instead of a report and a conclusion.",
    fields: asIn(CHECK.fields, "minutes", "summary"),
    from: ["DECIDED", "ANNOUNCED", "IN_PROGRESS"],
    when: [
      notBeforeTheLastStep,
      function onlyACheckEndsWithMinutes({ state }) {
        const light = isCheck(state.kind);
        return light ? undefined : inspectionRefusals.INSPECTION_NEEDS_CONCLUSION(["inspectionId"]);
      },
    ],
    event: "InspectionCheckDone",
  }),
  CloseInspection: step({
    does: say("kết thúc hồ sơ", "close the record"),
    note: "Once every recommendation has been verified.",
    fields: {},
    from: ["PUBLISHED", "IMPLEMENTING", "DONE"],
    when: [
      notBeforeTheLastStep,
      function recommendationsAreVerified({ state }) {
        const open = state.recommendations.filter((one) => one.state !== "VERIFIED").length;
        return open === 0 ? undefined : inspectionRefusals.RECOMMENDATIONS_OPEN(["inspectionId"], open);
      },
    ],
    event: "InspectionClosed",
  }),
  CancelInspection: step({
    does: say("hủy bỏ cuộc thanh tra, kiểm tra", "cancel it"),
    note: "Cancelled before it was announced, it counts no more.",
    fields: { reason },
    from: ["PLANNED", "DECIDED", "ANNOUNCED", "IN_PROGRESS", "SUSPENDED"],
    when: [notBeforeTheLastStep],
    event: "InspectionCancelled",
  }),
};
