import { type InformationRequestFact, wasAnswered } from "../informationRequest/informationRequest.js";
import { actsForOneOf } from "../kernel/authority.js";
import { asIn, lines, many, needed, noted, OFFENDERS, one, optional, ref } from "../kernel/fields.js";
import { byOurClock, occurrenceRefusals } from "../kernel/occurrence.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { PressLaw } from "../law/pressLaw.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import { dayAsCorrected, hostOn, visitor } from "./changes.js";
import { isGroundOf, restsOnTheLaw } from "./declineGrounds.js";
import { type Checking, documentsSuffice, toKeep } from "./documents.js";
import type { VisitEvent } from "./events.js";
import { CORRECTED, DOCUMENT_GIVEN, documents, hostIds, OUTCOME_GIVEN, reporterIds } from "./fields.js";
import { visitRefusals } from "./refusals.js";
import { allExistOn, hostsNamedOnce, idsOf, reportersNamedOnce } from "./rules.js";
import { VISIT_STATUSES } from "./terms.js";
import {
  DECLINE,
  DOCUMENTS,
  JUDGEMENT,
  OBSTACLES,
  PRESS_ITEM,
  PROMISE,
  reason,
  VISIT,
  type Visit,
  type VisitFact,
  type VisitorFact,
} from "./visit.js";

const NOT_VOIDED = VISIT_STATUSES.values.filter((status) => status !== "VOIDED");

const { begin, correction, step } = stepsOf<Visit, VisitEvent, "visitId">();

/** What may be done about a visit. */
export const visitSteps = {
  RegisterVisit: begin({
    does: say("đăng ký lượt tác nghiệp", "register a visit"),
    note:
      "Registers a visit: an appointment (`appointmentAt`), or reporters who have come. Probable duplicates are on the " +
      "visit returned.",
    begins: "visit",
    fields: {
      hostIds: optional(
        noted(
          hostIds,
          "The host units, the one in charge first. A clerk may leave them out: then it is the clerk's own unit.",
        ),
      ),
      reporterIds: noted(reporterIds, "The leading one first."),
      ...asIn(VISIT, "topic", "subject"),
      appointmentAt: noted(
        VISIT.appointmentAt,
        "Given: an appointment for then. Absent: the reporters are here, or came at `occurredAt`.",
      ),
      documents: optional(noted(documents, "If they came already.")),
      outcome: optional(one(OUTCOME_GIVEN, VISIT.outcome.words, "If the visit is over already.")),
    },
    /** `hosts`: those that are named, or else the clerk's own. */
    looked: looked<Checking & { readonly hosts: readonly UnitFact[]; readonly reporters: readonly VisitorFact[] }>(),
    rules: [
      function someoneIsTheHost({ data }) {
        return data.hosts.length === 0 ? visitRefusals.VISIT_NEEDS_HOST(["hostIds"]) : undefined;
      },
      function clerkIsOfAHost({ data, meta }) {
        return actsForOneOf(meta, idsOf(data.hosts), ["hostIds"]);
      },
      function eachHostOnce({ data }) {
        return hostsNamedOnce(data.hosts);
      },
      function eachReporterOnce({ data }) {
        return reportersNamedOnce(data.reporters);
      },
      function appointmentLiesAhead({ data, meta }) {
        const passed = data.appointmentAt !== null && data.appointmentAt <= meta.occurredAt;
        return passed ? visitRefusals.APPOINTMENT_HAS_PASSED(["appointmentAt"]) : undefined;
      },
      function hostsExistOnTheDay({ data, meta }) {
        return allExistOn(data.hosts, localDateOf(data.appointmentAt ?? meta.occurredAt), ["hostIds"]);
      },
      function appointmentHasNoResultYet({ data }) {
        const ahead = data.appointmentAt !== null && (data.documents ?? data.outcome) !== null;
        return ahead ? visitRefusals.APPOINTMENT_TAKES_NO_RESULT(["appointmentAt"]) : undefined;
      },
      function documentsBeforeOutcome({ data }) {
        return data.outcome && !data.documents ? visitRefusals.OUTCOME_NEEDS_DOCUMENTS(["documents"]) : undefined;
      },
      function documentsSufficeOnTheDay({ data, meta }) {
        if (!data.documents) return undefined;
        const on = localDateOf(data.appointmentAt ?? meta.occurredAt);
        return documentsSuffice(data.documents, data, on);
      },
    ],
    tells: {
      VisitRegistered: ({ data, meta }) => ({
        hosts: data.hosts.map((unit) => hostOn(unit, localDateOf(data.appointmentAt ?? meta.occurredAt))),
        reporters: data.reporters.map(visitor),
        topic: data.topic,
        subject: data.subject,
        appointmentAt: data.appointmentAt,
        arrived: data.appointmentAt === null,
      }),
      VisitDocumentsChecked: ({ data }) => (data.documents ? { documents: toKeep(data.documents) } : undefined),
      VisitOutcomeRecorded: ({ data: { outcome } }) => (outcome ? { outcome } : undefined),
    },
  }),
  ConfirmVisit: step({
    does: say("xác nhận lịch hẹn", "confirm the appointment"),
    fields: {},
    from: ["REGISTERED"],
    event: "VisitConfirmed",
  }),
  DeclineVisit: step({
    does: say("từ chối tiếp phóng viên", "decline to receive the reporters"),
    note: "On a ground of the visit itself, or of the press law of the day.",
    fields: DECLINE.fields,
    looked: looked<{ readonly pressLaw: PressLaw }>(),
    from: ["REGISTERED", "CONFIRMED", "ARRIVED"],
    rules: [
      function groundIsOfTheDay({ data: { ground, pressLaw }, meta }) {
        if (isGroundOf(ground, pressLaw.key)) return undefined;
        return visitRefusals.DECLINE_GROUND_NOT_OF_LAW(["ground"], localDateOf(meta.occurredAt), pressLaw.key);
      },
    ],
    event: "VisitDeclined",
    besides: ({ data: { ground, pressLaw } }) => ({ ...(restsOnTheLaw(ground) && { law: pressLaw }) }),
  }),
  RedirectVisit: step({
    does: say("hướng dẫn phóng viên sang cơ quan khác", "send the reporters to the unit that is competent"),
    fields: { toUnitId: ref("Unit", say("cơ quan có thẩm quyền", "competent unit")), reason },
    /** Of that unit all ids that are one with it on the day. */
    looked: looked<{ readonly to: UnitFact; readonly oneWithTo: readonly string[] }>(),
    from: ["REGISTERED", "CONFIRMED", "ARRIVED"],
    rules: [
      function notToAHost({ state, data }) {
        const already = idsOf(state.hosts).some((id) => data.oneWithTo.includes(id));
        return already ? visitRefusals.REDIRECTED_TO_HOST(["toUnitId"]) : undefined;
      },
      function redirectedUnitExists({ data, meta }) {
        return unitExistsOn(data.to, localDateOf(meta.occurredAt), ["toUnitId"]);
      },
    ],
    tells: { VisitRedirected: ({ data, meta }) => ({ to: hostOn(data.to, localDateOf(meta.occurredAt)) }) },
  }),
  RecordArrival: step({
    does: say("ghi nhận phóng viên đã đến", "record the arrival"),
    note: "The reporters of an appointment have come, at `occurredAt`.",
    fields: {},
    /** As the register has them now: one may have ended since the appointment was made. */
    looked: looked<{ readonly hosts: readonly UnitFact[] }>(),
    from: ["REGISTERED", "CONFIRMED"],
    rules: [
      function hostsExistOnArrival({ data, meta }) {
        return allExistOn(data.hosts, localDateOf(meta.occurredAt), ["hostIds"]);
      },
    ],
    event: "VisitorsArrived",
  }),
  CheckDocuments: step({
    does: say("kiểm tra giấy tờ của phóng viên", "check the visitors' documents"),
    note:
      "What the reporters showed: a press card, or else a letter of introduction, of the agency for which they work now; " +
      "a foreign reporter the permit of the Ministry of Foreign Affairs.",
    fields: { documents: many(DOCUMENT_GIVEN, VISIT.documents.words, DOCUMENTS) },
    looked: looked<Checking>(),
    from: ["ARRIVED"],
    rules: [
      function documentsSufficeOnTheDay({ state, data }) {
        const on = localDateOf(state.arrivedAt ?? state.lastStepAt);
        return documentsSuffice(data.documents, data, on);
      },
    ],
    event: "VisitDocumentsChecked",
    besides: ({ data }) => ({ documents: toKeep(data.documents) }),
  }),
  StartSession: step({
    mutation: "startVisitSession",
    does: say("bắt đầu buổi làm việc", "start the session"),
    fields: {},
    from: ["DOCUMENTS_CHECKED"],
    event: "VisitSessionStarted",
  }),
  RecordOutcome: step({
    mutation: "recordVisitOutcome",
    does: say("ghi nhận kết quả làm việc", "record the outcome"),
    fields: { outcome: one(OUTCOME_GIVEN, VISIT.outcome.words) },
    from: ["DOCUMENTS_CHECKED", "IN_SESSION"],
    event: "VisitOutcomeRecorded",
  }),
  PromiseInformation: step({
    does: say("hẹn cung cấp thông tin", "promise information"),
    fields: asIn(PROMISE.fields, "what", "dueOn"),
    makes: { promiseId: "promise" },
    from: ["IN_SESSION", "COMPLETED", "FOLLOW_UP_OPEN"],
    rules: [
      function promiseIsDueLater({ data, meta }) {
        const early = data.dueOn < localDateOf(meta.occurredAt);
        return early ? visitRefusals.PROMISE_DUE_IN_PAST(["dueOn"]) : undefined;
      },
    ],
    event: "VisitInformationPromised",
  }),
  FulfilPromise: step({
    does: say("cung cấp thông tin đã hẹn", "keep a promise"),
    settles: ["PROMISED_INFORMATION"],
    note: "With the last promise kept the visit is closed.",
    fields: {
      promiseId: noted(PROMISE.fields.promiseId, "The id of the promise, as the visit shows it."),
      ...needed(PROMISE.fields, "how"),
      ...asIn(PROMISE.fields, "requestId"),
    },
    looked: looked<{ readonly request: InformationRequestFact | null }>(),
    from: ["IN_SESSION", "FOLLOW_UP_OPEN", "CLOSED"],
    rules: [
      function promiseIsOpen({ state, data }) {
        const promise = state.promises.find((one) => one.promiseId === data.promiseId);
        if (!promise) return visitRefusals.PROMISE_NOT_FOUND(["promiseId"]);
        return promise.fulfilledAt ? visitRefusals.PROMISE_FULFILLED(["promiseId"]) : undefined;
      },
      function requestAnsweredIt({ state, data: { request, promiseId } }) {
        if (!request) return undefined;
        const ofAnother = request.visitId !== null && request.visitId !== state.visitId;
        if (ofAnother || (request.promiseId !== null && request.promiseId !== promiseId))
          return visitRefusals.PROMISE_NOT_OF_REQUEST(["requestId"]);
        const given = request.status !== "VOIDED" && wasAnswered(request);
        return given ? undefined : visitRefusals.PROMISE_REQUEST_UNANSWERED(["requestId"]);
      },
    ],
    tells: {
      VisitPromiseFulfilled: ({ data: { promiseId, how, request } }) => ({
        ...{ promiseId, how },
        ...(request && { requestId: request.requestId }),
      }),
    },
  }),
  CloseVisit: step({
    does: say("kết thúc lượt tác nghiệp", "close the visit"),
    fields: {},
    from: ["COMPLETED"],
    event: "VisitClosed",
  }),
  RecordNoShow: step({
    does: say("ghi nhận phóng viên không đến", "record that the reporters did not come"),
    fields: {},
    from: ["REGISTERED", "CONFIRMED"],
    when: [
      function appointmentIsDue({ state, meta }) {
        if (state.appointmentAt === null) return visitRefusals.NO_APPOINTMENT(["visitId"]);
        const ahead = state.appointmentAt > meta.occurredAt;
        return ahead ? visitRefusals.APPOINTMENT_NOT_YET_DUE(["occurredAt"]) : undefined;
      },
    ],
    event: "VisitorsDidNotCome",
  }),
  CancelVisit: step({
    does: say("hủy lịch hẹn", "cancel the appointment"),
    fields: { reason },
    from: ["REGISTERED", "CONFIRMED"],
    event: "VisitCancelled",
  }),

  // Corrections
  AmendVisit: correction({
    event: "VisitAmended",
    note: "The earlier record stays in the history.",
    fields: CORRECTED,
    looked: looked<
      Checking & {
        readonly hosts: readonly UnitFact[] | null;
        readonly reporters: readonly VisitorFact[] | null;
      }
    >(),
    from: NOT_VOIDED,
    rules: [
      function amendedHostsOnce({ data }) {
        return data.hosts ? hostsNamedOnce(data.hosts) : undefined;
      },
      function amendedReportersOnce({ data }) {
        return data.reporters ? reportersNamedOnce(data.reporters) : undefined;
      },
      function amendedArrivalIsPossible({ state, data, meta }) {
        const { arrivedAt } = data;
        if (arrivedAt === null) return undefined;
        if (state.arrivedAt === null) return visitRefusals.NOT_ARRIVED_YET(["arrivedAt"]);
        const ahead = byOurClock(arrivedAt, meta.now) > meta.now;
        return ahead ? occurrenceRefusals.OCCURRED_IN_FUTURE(["arrivedAt"], meta.now) : undefined;
      },
      function amendedHostsExistOnTheDay({ state, data }) {
        return data.hosts ? allExistOn(data.hosts, dayAsCorrected(data, state), ["hostIds"]) : undefined;
      },
      function amendedVisitIsDocumented({ state, data }) {
        const on = dayAsCorrected(data, state);
        if (data.documents) {
          return documentsSuffice(data.documents, data, on);
        }
        const asChecked = data.reporters === null && (state.arrivedAt === null || on === localDateOf(state.arrivedAt));
        const unneeded = asChecked || state.documents.length === 0;
        return unneeded ? undefined : visitRefusals.AMENDMENT_NEEDS_DOCUMENTS(["documents"]);
      },
      function clerkStaysAHost({ data, meta }) {
        return data.hosts ? actsForOneOf(meta, idsOf(data.hosts), ["hostIds"]) : undefined;
      },
    ],
    wanted: ({ said: { hostIds: _hosts, reporterIds: _reporters, documents: shown, ...said }, data, state, meta }) => {
      const arrivedAt = data.arrivedAt && byOurClock(data.arrivedAt, meta.now);
      const day = dayAsCorrected({ ...data, arrivedAt }, state);
      return {
        hosts: data.hosts?.map((unit) => hostOn(unit, day)),
        reporters: data.reporters?.map(visitor),
        ...{ ...said, arrivedAt: arrivedAt ?? undefined },
        documents: shown && toKeep(shown),
      };
    },
  }),
  JudgeVisitDuplicate: step({
    does: say("kết luận hai lượt có trùng nhau không", "judge whether two visits are one"),
    corrects: true,
    fields: {
      otherVisitId: ref("Visit", say("lượt kia", "the other visit")),
      ...JUDGEMENT,
      verdict: noted(JUDGEMENT.verdict, "DUPLICATE voids `visitId`; `otherVisitId` stands."),
    },
    /** All ids that are one with a host or a reporter of the other visit, on the day of the later one. */
    looked: looked<{
      readonly other: VisitFact;
      readonly oneWithOther: { readonly hosts: readonly string[]; readonly reporters: readonly string[] };
    }>(),
    from: NOT_VOIDED,
    rules: [
      function notItself({ state, data }) {
        const itself = data.other.visitId === state.visitId;
        return itself ? visitRefusals.DUPLICATE_OF_ITSELF(["otherVisitId"]) : undefined;
      },
      function otherStands({ data }) {
        return data.other.status === "VOIDED" ? visitRefusals.OTHER_VISIT_VOIDED(["otherVisitId"]) : undefined;
      },
      function somethingInCommon({ state, data: { oneWithOther } }) {
        const shared =
          state.hosts.some((host) => oneWithOther.hosts.includes(host.unitId)) &&
          state.reporters.some((reporter) => oneWithOther.reporters.includes(reporter.reporterId));
        return shared ? undefined : visitRefusals.NOTHING_IN_COMMON(["otherVisitId"]);
      },
    ],
    tells: {
      VisitDuplicateJudged: ({ data: { other, verdict } }) => ({ otherVisitId: other.visitId, verdict }),
      // A visit judged a duplicate is void from then on; the verdict says of which.
      VisitVoided: ({ data: { other, verdict } }) =>
        verdict === "DUPLICATE" ? { duplicateOfId: other.visitId } : undefined,
    },
  }),
  VoidVisit: step({
    does: say("hủy hồ sơ nhập nhầm", "void the record"),
    note: "A visit that was entered in error; it counts for nothing any more.",
    corrects: true,
    fields: { reason },
    from: NOT_VOIDED,
    event: "VisitVoided",
    besides: () => ({ duplicateOfId: null }),
  }),
  LinkPressItem: step({
    does: say("gắn tin, bài", "link a press item"),
    note: "A press item that came of the visit.",
    corrects: true,
    fields: PRESS_ITEM.fields,
    from: ["ARRIVED", "DOCUMENTS_CHECKED", "IN_SESSION", "COMPLETED", "FOLLOW_UP_OPEN", "CLOSED", "DECLINED"],
    rules: [
      function publishedAlready({ data, meta }) {
        const ahead = data.publishedOn > localDateOf(meta.now);
        return ahead ? visitRefusals.PRESS_ITEM_NOT_PUBLISHED_YET(["publishedOn"]) : undefined;
      },
      function notYetLinked({ state, data }) {
        const linked = state.pressItems.some((one) => one.url === data.url);
        return linked ? visitRefusals.PRESS_ITEM_LINKED(["url"]) : undefined;
      },
    ],
    event: "VisitPressItemLinked",
  }),
  ReportObstacle: step({
    does: say("phản ánh khó khăn khi tác nghiệp", "report an obstacle"),
    note: "A difficulty that the reporters met.",
    corrects: true,
    fields: { description: lines(say("khó khăn, cản trở", "description"), OBSTACLES.max, OFFENDERS) },
    from: NOT_VOIDED,
    event: "VisitObstacleReported",
  }),
};
