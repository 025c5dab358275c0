import { actsForOneOf } from "../kernel/authority.js";
import {
  asIn,
  choice,
  day,
  id,
  ids,
  lines,
  many,
  moment,
  needed,
  NOBODY,
  optional,
  orElse,
  ref,
  refs,
  yes,
} from "../kernel/fields.js";
import { hasSome, looked, stepsOf } from "../kernel/steps.js";
import { type LocalDate, localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { UnitFact } from "../unit/unit.js";
import type { OversightEvent } from "./events.js";
import {
  bySuccessor,
  COMMENT,
  CORRECTED,
  FIELD_WORK,
  FIGURE,
  FIGURE_FILTER,
  FINDING,
  type Oversight,
  OVERSIGHT,
  REPORT,
} from "./oversight.js";
import { oversightRefusals as refusals } from "./refusals.js";
import { recommendationSteps } from "./recommendationSteps.js";
import { existsEach, hasCome, inTime, isSupervised, notBackwards } from "./rules.js";
import { CONCLUDED, NOT_VOIDED, OVERSIGHT_ENDINGS } from "./terms.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);
const AND_UNITS = ["OVERSIGHT", "ADMIN", "CLERK", "PRESS_OFFICER"] as const;
const BEFORE_CONCLUSION = ["DECIDED", "NOTIFIED", "FIELD_WORK", "DRAFTED", "COMMENTED", "IN_SESSION"] as const;

// Steps -------------------------------------------------------------------------------------------------------------

const { begin, beginOrGoOn, correction, step, voiding } = stepsOf<Oversight, OversightEvent, "oversightId">();

/** What may be done about a supervision. */
export const oversightSteps = {
  ProgrammeOversight: begin({
    does: say("đưa vào chương trình giám sát", "take into the programme of oversight"),
    begins: "oversight",
    fields: {
      ...asIn(OVERSIGHT, "title", "committee", "matters", "supervisedIds"),
      programmedFor: optional(day(say("dự kiến", "programmed for"))),
    },
    looked: looked<{ readonly law: string }>(),
    event: "OversightProgrammed",
    besides: ({ data }) => ({ law: data.law }),
  }),
  DecideOversight: beginOrGoOn({
    does: say("quyết định giám sát", "decide the supervision"),
    note: "With `oversightId` one of the programme is decided; without, one that was not in it.",
    begins: "oversight",
    named: "oversightId",
    from: ["PROGRAMMED"],
    fields: {
      oversightId: optional(ref("Oversight", say("cuộc giám sát", "supervision"))),
      ...needed(OVERSIGHT, "title", "committee", "matters", "supervisedIds", "decision", "decidedOn"),
      ...asIn(OVERSIGHT, "examinedFrom", "examinedTo", "outline"),
    },
    looked: looked<{ readonly law: string; readonly supervised: readonly UnitFact[] }>(),
    rules: [
      function decidedAlready({ data, meta }) {
        return hasCome(data.decidedOn, localDateOf(meta.now), ["decidedOn"]);
      },
      function periodRunsForward({ data }) {
        return notBackwards(data.examinedFrom, data.examinedTo);
      },
      function supervisedExistThen({ data }) {
        return existsEach(data.supervised, data.decidedOn);
      },
    ],
    event: "OversightDecided",
    besides: ({ data }) => ({ law: data.law }),
  }),
  NotifyOversight: step({
    does: say("thông báo cho đơn vị chịu sự giám sát", "notify those supervised"),
    fields: needed(OVERSIGHT, "notifiedOn"),
    from: ["DECIDED"],
    rules: [inTime("notifiedOn")],
    event: "OversightNotified",
  }),
  RequestOversightReport: step({
    does: say("yêu cầu đơn vị báo cáo", "ask a unit for a report"),
    fields: asIn(REPORT.fields, "unitId", "what", "dueOn"),
    looked: looked<{ readonly unit: UnitFact }>(),
    makes: { reportId: "report" },
    from: BEFORE_CONCLUSION,
    rules: [
      function unitIsSupervised({ state, data }) {
        return isSupervised(state, data.unit.unitId, ["unitId"]);
      },
    ],
    event: "OversightReportRequested",
    besides: ({ data: { unit }, meta }) => ({
      unitName: nameOn(unit.names, localDateOf(meta.occurredAt)),
    }),
  }),
  ReceiveOversightReport: step({
    does: say("nhận báo cáo của đơn vị", "receive a report"),
    settles: ["OVERSIGHT_REPORT"],
    note: "The committee enters it, or the unit that sends it.",
    may: AND_UNITS,
    fields: {
      reportId: id(say("báo cáo", "report"), "As the supervision shows it."),
      ...needed(REPORT.fields, "document", "receivedOn"),
    },
    from: BEFORE_CONCLUSION,
    rules: [
      function reportIsAwaited({ state, data, meta }) {
        const report = state.reports.find((one) => one.reportId === data.reportId);
        if (!report) return refusals.OVERSIGHT_REPORT_NOT_FOUND(["reportId"]);
        if (report.receivedOn !== null) return refusals.OVERSIGHT_REPORT_RECEIVED(["reportId"], report.receivedOn);
        return actsForOneOf(meta, [report.unitId], ["reportId"]);
      },
      inTime("receivedOn"),
    ],
    event: "OversightReportReceived",
    besides: ({ state, data: { reportId } }) => ({
      unitName: state.reports.find((one) => one.reportId === reportId)?.unitName ?? "",
    }),
  }),
  RecordOversightFieldWork: step({
    does: say("ghi nhận buổi làm việc tại đơn vị", "record work on site"),
    fields: { on: day(say("ngày", "on")), ...asIn(FIELD_WORK.fields, "unitId", "what") },
    from: ["DECIDED", "NOTIFIED", "FIELD_WORK"],
    rules: [
      function unitIsSupervised({ state, data }) {
        return data.unitId === null ? undefined : isSupervised(state, data.unitId, ["unitId"]);
      },
      inTime("on"),
    ],
    event: "OversightFieldWorkDone",
  }),
  DraftOversightReport: step({
    does: say("dự thảo báo cáo giám sát", "draft the report"),
    fields: needed(OVERSIGHT, "draftedOn"),
    from: ["DECIDED", "NOTIFIED", "FIELD_WORK", "IN_SESSION"],
    rules: [inTime("draftedOn")],
    event: "OversightDrafted",
  }),
  CommentOnOversightDraft: step({
    does: say("có ý kiến về dự thảo", "comment on the draft"),
    may: AND_UNITS,
    fields: asIn(COMMENT.fields, "on", "unitId", "what"),
    from: ["DRAFTED", "COMMENTED"],
    rules: [
      function commentIsOfOneSupervised({ state, data, meta }) {
        const own = actsForOneOf(meta, data.unitId === null ? [] : [data.unitId], ["unitId"]);
        return own ?? (data.unitId === null ? undefined : isSupervised(state, data.unitId, ["unitId"]));
      },
      inTime("on"),
    ],
    event: "OversightDraftCommented",
  }),
  HoldOversightSession: step({
    does: say("họp, làm việc với đơn vị", "hold the session"),
    fields: { ...needed(OVERSIGHT, "sessionAt"), minutes: OVERSIGHT.minutes },
    from: ["DECIDED", "NOTIFIED", "FIELD_WORK", "DRAFTED", "COMMENTED"],
    rules: [
      function sessionWasHeld({ state, data, meta }) {
        const when = localDateOf(data.sessionAt);
        if (state.decidedOn !== null && when < state.decidedOn)
          return refusals.OVERSIGHT_STEP_OUT_OF_ORDER(["sessionAt"], state.decidedOn);
        return hasCome(when, localDateOf(meta.now), ["sessionAt"]);
      },
    ],
    event: "OversightSessionHeld",
  }),
  LayOversightFigure: step({
    does: say("trình số liệu", "lay a figure before the committee"),
    note: "It is asked of the ledger now, or as it stood at `asOf`, and kept with its answer.",
    fields: {
      ...FIGURE,
      filters: optional(many(FIGURE_FILTER, say("phạm vi", "filters"), { most: 8, least: 0 })),
      bySuccessor: orElse(yes(bySuccessor), false),
      asOf: optional(moment(say("theo sổ tại thời điểm", "as it stood at"))),
    },
    looked: looked<{ readonly value: string; readonly position: string; readonly on: LocalDate }>(),
    makes: { figureId: "figure" },
    from: BEFORE_CONCLUSION,
    rules: [
      function periodRunsForward({ data }) {
        return data.to < data.from ? refusals.OVERSIGHT_PERIOD_BACKWARDS(["to"]) : undefined;
      },
    ],
    tells: {
      OversightFigureLaid: ({ data, meta }) => ({
        ...{ figureId: data.figureId, label: data.label, measure: data.measure, from: data.from, to: data.to },
        ...{ filters: data.filters ?? [], bySuccessor: data.bySuccessor },
        ...{ value: data.value, position: data.position, on: data.on, laidOn: localDateOf(meta.occurredAt) },
      }),
    },
  }),
  WithdrawOversightFigure: step({
    does: say("rút số liệu trình nhầm", "withdraw a figure laid in error"),
    corrects: true,
    fields: { figureId: id(say("số liệu", "figure")), reason },
    from: NOT_VOIDED,
    when: [hasSome("figures", refusals.OVERSIGHT_FIGURE_NOT_FOUND, "figureId")],
    rules: [
      function figureIsThere({ state, data }) {
        const isThere = state.figures.some((one) => one.figureId === data.figureId);
        return isThere ? undefined : refusals.OVERSIGHT_FIGURE_NOT_FOUND(["figureId"]);
      },
      function noFindingRestsOnIt({ state, data }) {
        const rests = state.findings.some(({ figureIds }) => figureIds.includes(data.figureId));
        return rests ? refusals.OVERSIGHT_FIGURE_IN_FINDING(["figureId"]) : undefined;
      },
    ],
    event: "OversightFigureWithdrawn",
    besides: ({ state, data: { figureId } }) => ({
      label: state.figures.find((one) => one.figureId === figureId)?.label ?? "",
    }),
  }),
  RecordOversightFinding: step({
    does: say("ghi nhận nhận định", "record a finding"),
    fields: {
      matter: FINDING.fields.matter,
      unitIds: optional(refs("Unit", say("đơn vị liên quan", "units"), { most: 50, least: 0 })),
      what: FINDING.fields.what,
      figureIds: optional(ids(say("số liệu dẫn chứng", "figures"), { most: 50, least: 0 })),
    },
    makes: { findingId: "finding" },
    from: [...BEFORE_CONCLUSION, ...CONCLUDED],
    rules: [
      function figuresWereLaid({ state, data }) {
        const known = state.figures.map((one) => one.figureId);
        const missing = (data.figureIds ?? []).findIndex((one) => !known.includes(one));
        return missing < 0 ? undefined : refusals.OVERSIGHT_FIGURE_NOT_FOUND(["figureIds", missing]);
      },
    ],
    event: "OversightFindingRecorded",
    besides: ({ data: { unitIds, figureIds } }) => ({ unitIds: unitIds ?? [], figureIds: figureIds ?? [] }),
  }),
  WithdrawOversightFinding: step({
    does: say("rút nhận định ghi nhầm", "withdraw a finding recorded in error"),
    corrects: true,
    fields: { findingId: id(say("nhận định", "finding")), reason },
    from: NOT_VOIDED,
    when: [hasSome("findings", refusals.OVERSIGHT_FINDING_NOT_FOUND, "findingId")],
    rules: [
      function findingIsThere({ state, data }) {
        const isThere = state.findings.some((one) => one.findingId === data.findingId);
        return isThere ? undefined : refusals.OVERSIGHT_FINDING_NOT_FOUND(["findingId"]);
      },
    ],
    event: "OversightFindingWithdrawn",
  }),
  ConcludeOversight: step({
    does: say("kết luận giám sát", "conclude the supervision"),
    fields: needed(OVERSIGHT, "conclusion", "concludedOn", "conclusionText"),
    from: ["IN_SESSION", "DRAFTED", "COMMENTED"],
    rules: [inTime("concludedOn")],
    event: "OversightConcluded",
  }),
  SendOversightConclusion: step({
    does: say("gửi kết luận", "send the conclusion"),
    fields: { sentOn: day(say("ngày gửi", "sent on")) },
    from: ["CONCLUDED"],
    rules: [inTime("sentOn")],
    event: "OversightConclusionSent",
  }),
  PublishOversightConclusion: step({
    does: say("công khai kết luận", "publish the conclusion"),
    note: "Compulsory under Law 121/2025/QH15, from 1 March 2026.",
    fields: {
      ...needed(OVERSIGHT, "publishedOn"),
      publishedAt: optional(lines(say("nơi công khai", "where"), 500, NOBODY)),
    },
    from: ["CONCLUDED", "SENT"],
    rules: [inTime("publishedOn")],
    event: "OversightConclusionPublished",
  }),

  ...recommendationSteps,

  // Its end, and corrections
  EndOversight: step({
    does: say("kết thúc giám sát", "end the supervision"),
    note: "What is recommended is followed up after that too.",
    fields: {
      ending: choice(OVERSIGHT_ENDINGS, say("cách kết thúc", "ending")),
      ...needed(OVERSIGHT, "endedOn"),
      followedById: OVERSIGHT.followedById,
    },
    from: CONCLUDED,
    rules: [
      function notFollowedByItself({ data, id: own }) {
        return data.followedById === own ? refusals.OVERSIGHT_FOLLOWED_BY_ITSELF(["followedById"]) : undefined;
      },
      inTime("endedOn"),
    ],
    event: "OversightEnded",
  }),
  CancelOversight: step({
    does: say("không tiến hành giám sát", "cancel the supervision"),
    fields: { endedOn: day(say("ngày", "on")), reason },
    from: ["PROGRAMMED", ...BEFORE_CONCLUSION],
    rules: [inTime("endedOn")],
    event: "OversightCancelled",
    besides: ({ data }) => ({ reason: data.reason }),
  }),
  CorrectOversight: correction({
    event: "OversightCorrected",
    fields: CORRECTED,
    from: NOT_VOIDED,
    rules: [
      function periodRunsForward({ state, data }) {
        return notBackwards(data.examinedFrom ?? state.examinedFrom, data.examinedTo ?? state.examinedTo);
      },
    ],
  }),
  VoidOversight: voiding({ event: "OversightVoided", from: NOT_VOIDED }),
};
