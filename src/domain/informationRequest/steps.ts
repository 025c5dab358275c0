import { actsForOneOf } from "../kernel/authority.js";
import { asIn, day, lines, needed, NOBODY, OFFENDERS, optional, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { VisitFact } from "../visit/visit.js";
import { clockAfterNotice, clockAnew, clockExtended, clockFrom, type Duties, extensionUpTo, setFor } from "./clock.js";
import type { InformationRequestEvent } from "./events.js";
import { lawOfGround, type RefusingLaws } from "./grounds.js";
import {
  CORRECTED,
  document,
  FORWARD,
  INFORMATION_REQUEST,
  type InformationRequest,
  type Outcome,
  OUTCOME,
  remaining,
} from "./informationRequest.js";
import { informationRequestRefusals as refusals } from "./refusals.js";
import { askerIsOfRegime, hasCome, inTime, receiptFits } from "./rules.js";
import { NOT_VOIDED, OPEN } from "./terms.js";

const why = lines(say("lý do", "reason"), 1000, NOBODY);
/** A correction may say whose name was wrong. */
const correctedBecause = lines(say("lý do", "reason"), 1000, OFFENDERS);
const answeredOn = day(say("ngày trả lời", "answered on"));
const ANSWER = { answeredOn, ...needed(OUTCOME.fields, "form"), ...asIn(OUTCOME.fields, "document", "answer") };

const blankOutcome = ({ unitId: by, clock: { dueOn } }: InformationRequest) => ({
  ...{ unitId: by, dueOn, form: null, document: null, answer: null, remaining: null, ground: null, law: null },
  reason: null,
});

const { begin, correction, step, voiding } = stepsOf<InformationRequest, InformationRequestEvent, "requestId">();

/** What may be done about a request for information. */
export const informationRequestSteps = {
  RegisterInformationRequest: begin({
    does: say("tiếp nhận yêu cầu cung cấp thông tin", "register a request for information"),
    note:
      "By the press: the head of an agency or a petition that it passes on (`agencyId`), or a reporter (`reporterId`). By a " +
      "citizen: with a name. With `visitId`, and `promiseId`, it begins from what was promised there.",
    begins: "informationRequest",
    fields: {
      ...asIn(INFORMATION_REQUEST, "unitId", "regime", "pressAsker", "agencyId", "reporterId"),
      ...asIn(INFORMATION_REQUEST, "askerName", "askerContact", "channel", "subject", "number"),
      ...asIn(INFORMATION_REQUEST, "receivedOn", "visitId", "promiseId"),
    },
    looked: looked<{
      readonly unit: UnitFact;
      /** The press agency then, and who asks: of one entered twice, the entry that goes on. */
      readonly asker: Pick<InformationRequest, "agencyId" | "agencyName" | "reporterId">;
      readonly visit: VisitFact | null;
      readonly duties: Duties;
    }>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function receivedAlready({ data, meta }) {
        return hasCome(data.receivedOn, meta.now, ["receivedOn"]);
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, data.receivedOn, ["unitId"]);
      },
      function askerFitsTheRegime({ data }) {
        return askerIsOfRegime(data);
      },
      function lawIsInForce({ data }) {
        const missing = data.regime === "CITIZEN" && !data.duties.inForce;
        return missing ? refusals.ACCESS_LAW_NOT_IN_FORCE(["receivedOn"], data.receivedOn) : undefined;
      },
      function promiseIsOfTheVisit({ data: { visit, promiseId: promised, unit } }) {
        if (visit && !visit.hostIds.includes(unit.unitId))
          return refusals.INFORMATION_REQUEST_VISIT_ELSEWHERE(["visitId"]);
        if (promised === null || visit?.promiseIds.includes(promised)) return undefined;
        return refusals.INFORMATION_REQUEST_PROMISE_NOT_FOUND(["promiseId"]);
      },
    ],
    event: "InformationRequestReceived",
    besides: ({ data: { unit, asker, duties, ...data } }) => ({
      ...asker,
      unitName: nameOn(unit.names, data.receivedOn),
      clock: clockFrom(data, data.receivedOn, duties),
    }),
  }),
  ClassifyInformationRequest: step({
    does: say("phân loại yêu cầu", "classify the request"),
    fields: needed(INFORMATION_REQUEST, "topic", "complexity"),
    from: ["RECEIVED", "CLASSIFIED", "ASSIGNED", "ESCALATED", "REOPENED"],
    event: "InformationRequestClassified",
  }),
  AssignInformationRequest: step({
    does: say("giao xử lý yêu cầu", "assign the request"),
    fields: needed(INFORMATION_REQUEST, "assignedTo", "assignedOn"),
    from: OPEN,
    rules: [inTime("assignedOn")],
    event: "InformationRequestAssigned",
  }),

  // A citizen's request that takes longer
  NotifyInformationRequestTime: step({
    does: say("thông báo thời hạn giải quyết", "tell the asker how long it takes"),
    settles: ["INFORMATION_REQUEST_NOTICE"],
    note: "Of a citizen's request by internet, post or fax. Told in time, it may take longer; told late, it may not.",
    fields: { noticeOn: day(say("ngày thông báo", "told on")), document: optional(document) },
    looked: looked<{ readonly duties: Duties }>(),
    from: OPEN,
    when: [
      function lawKnowsANotice({ state }) {
        if (state.clock.noticeBy === null) return refusals.INFORMATION_REQUEST_HAS_NO_NOTICE(["requestId"]);
        return state.noticeOn === null
          ? undefined
          : refusals.INFORMATION_REQUEST_NOTIFIED(["requestId"], state.noticeOn);
      },
    ],
    rules: [inTime("noticeOn")],
    event: "InformationRequestTimeNotified",
    besides: ({ state, data: { noticeOn, duties } }) => ({
      clock: clockAfterNotice(state.clock, state.receivedOn, noticeOn, duties),
    }),
  }),
  ExtendInformationRequest: step({
    does: say("gia hạn trả lời", "extend the period"),
    note: "Once, told to the asker before the period is over.",
    fields: {
      extendedOn: day(say("ngày thông báo gia hạn", "told on")),
      dueOn: day(say("hạn mới", "new day")),
      reason: why,
    },
    looked: looked<{ readonly duties: Duties }>(),
    from: OPEN,
    when: [
      function notExtendedYet({ state }) {
        return state.extendedOn === null
          ? undefined
          : refusals.INFORMATION_REQUEST_EXTENDED_ALREADY(["requestId"], state.extendedOn);
      },
    ],
    rules: [
      inTime("extendedOn"),
      function withinTheLaw({ state: { clock, noticeOn }, data }) {
        const last = extensionUpTo(clock, data.duties);
        if (last === null || clock.dueOn === null) return refusals.INFORMATION_REQUEST_NOT_EXTENDABLE(["requestId"]);
        const told = clock.noticeBy === null || (noticeOn !== null && noticeOn <= clock.noticeBy);
        if (!told) return refusals.INFORMATION_REQUEST_EXTENSION_NEEDS_NOTICE(["requestId"]);
        if (data.extendedOn > clock.dueOn)
          return refusals.INFORMATION_REQUEST_EXTENDED_TOO_LATE(["extendedOn"], clock.dueOn);
        const fits = data.dueOn > clock.dueOn && data.dueOn <= last;
        return fits ? undefined : refusals.INFORMATION_REQUEST_EXTENDED_TOO_FAR(["dueOn"], clock.dueOn, last);
      },
    ],
    tells: {
      InformationRequestExtended: ({ state, data: { extendedOn, dueOn, duties } }) => ({
        ...{ extendedOn, clock: clockExtended(state.clock, dueOn, duties) },
      }),
    },
  }),

  // What becomes of it
  AnswerInformationRequest: step({
    does: say("trả lời yêu cầu", "answer the request"),
    settles: ["INFORMATION_REQUEST_ANSWER"],
    note: "What was promised in a visit is kept there, by `fulfilPromise` with this request and `causedBy` this command.",
    fields: ANSWER,
    from: OPEN,
    rules: [inTime("answeredOn")],
    tells: {
      InformationRequestAnswered: ({ state, data }): Outcome => ({
        ...{ ...blankOutcome(state), kind: "ANSWERED", on: data.answeredOn, form: data.form },
        ...{ document: data.document, answer: data.answer },
      }),
    },
  }),
  AnswerInformationRequestInPart: step({
    does: say("trả lời một phần", "answer the request in part"),
    note: "The rest is owed by the same day.",
    fields: { ...ANSWER, remaining },
    from: OPEN,
    rules: [inTime("answeredOn")],
    tells: {
      InformationRequestAnswered: ({ state, data }): Outcome => ({
        ...{ ...blankOutcome(state), kind: "PARTLY_ANSWERED", on: data.answeredOn, form: data.form },
        ...{ document: data.document, answer: data.answer, remaining: data.remaining },
      }),
    },
  }),
  RefuseInformationRequest: step({
    does: say("từ chối cung cấp thông tin", "refuse the information"),
    settles: ["INFORMATION_REQUEST_ANSWER"],
    note: "On a ground of the law of the regime and of the day, with the reason in writing.",
    fields: {
      refusedOn: day(say("ngày từ chối", "refused on")),
      ...needed(OUTCOME.fields, "ground", "reason"),
      document: OUTCOME.fields.document,
    },
    looked: looked<{ readonly laws: RefusingLaws }>(),
    from: OPEN,
    rules: [
      inTime("refusedOn"),
      function groundIsOfTheLaw({ state, data: { ground: named, laws, refusedOn } }) {
        if (lawOfGround(state.regime, named, laws) !== null) return undefined;
        return state.regime === "PRESS"
          ? refusals.INFORMATION_REQUEST_GROUND_NOT_OF_PRESS_LAW(["ground"], refusedOn, laws.press.key)
          : refusals.INFORMATION_REQUEST_GROUND_NOT_OF_ACCESS_LAW(["ground"]);
      },
    ],
    tells: {
      InformationRequestRefused: ({ state, data: { refusedOn, ground: named, laws, ...data } }): Outcome => ({
        ...{ ...blankOutcome(state), kind: "REFUSED", on: refusedOn, ground: named },
        ...{ law: lawOfGround(state.regime, named, laws), reason: data.reason, document: data.document },
      }),
    },
  }),
  ForwardInformationRequest: step({
    does: say("chuyển yêu cầu đến đơn vị có thông tin", "forward the request to the unit that has the information"),
    settles: ["INFORMATION_REQUEST_ANSWER"],
    note: "That unit's own period runs from its receipt (`takeOverInformationRequest`).",
    fields: {
      toUnitId: FORWARD.fields.toUnitId,
      forwardedOn: day(say("ngày chuyển", "forwarded on")),
      document: FORWARD.fields.document,
    },
    looked: looked<{ readonly to: UnitFact }>(),
    from: OPEN,
    rules: [
      function toAnother({ state, data }) {
        const same = data.to.unitId === state.unitId;
        return same ? refusals.INFORMATION_REQUEST_FORWARDED_TO_ITSELF(["toUnitId"]) : undefined;
      },
      function thatUnitExistsThen({ data }) {
        return unitExistsOn(data.to, data.forwardedOn, ["toUnitId"]);
      },
      inTime("forwardedOn"),
    ],
    event: "InformationRequestForwarded",
    besides: ({ data: { to, forwardedOn } }) => ({ toUnitName: nameOn(to.names, forwardedOn) }),
  }),
  TakeOverInformationRequest: step({
    does: say("ghi nhận yêu cầu được chuyển đến", "record the receipt of what was forwarded"),
    fields: asIn(INFORMATION_REQUEST, "receivedOn"),
    looked: looked<{ readonly unit: UnitFact; readonly duties: Duties }>(),
    from: ["FORWARDED"],
    rules: [inTime("receivedOn")],
    event: "InformationRequestTakenOver",
    besides: ({ state, data: { unit, receivedOn: on, duties } }) => ({
      unitName: nameOn(unit.names, on),
      clock: clockFrom(state, on, duties),
    }),
  }),
  EscalateInformationRequest: step({
    does: say("báo cáo cấp trên", "escalate the request"),
    note: "The unit that has it goes on owing the answer.",
    fields: {
      escalatedOn: day(say("ngày báo cáo", "escalated on")),
      toUnitId: optional(ref("Unit", say("đơn vị cấp trên", "to"))),
      reason: why,
    },
    looked: looked<{ readonly to: UnitFact | null }>(),
    from: OPEN,
    rules: [
      function thatUnitExistsThen({ data: { to, escalatedOn } }) {
        return to ? unitExistsOn(to, escalatedOn, ["toUnitId"]) : undefined;
      },
      inTime("escalatedOn"),
    ],
    event: "InformationRequestEscalated",
    besides: ({ data: { to, escalatedOn } }) => ({
      toUnitName: to && nameOn(to.names, escalatedOn),
    }),
  }),
  CloseInformationRequest: step({
    does: say("kết thúc yêu cầu", "close the request"),
    fields: needed(INFORMATION_REQUEST, "closedOn"),
    from: ["ANSWERED", "PARTLY_ANSWERED", "REFUSED"],
    rules: [inTime("closedOn")],
    event: "InformationRequestClosed",
  }),
  ReopenInformationRequest: step({
    does: say("mở lại yêu cầu", "take the request up again"),
    note: "By a day that is set, or by none: the law gives no period for it.",
    fields: {
      ...needed(INFORMATION_REQUEST, "reopenedOn"),
      dueOn: optional(day(say("hạn trả lời", "to be answered by"))),
      reason: why,
    },
    from: ["ANSWERED", "REFUSED", "CLOSED"],
    rules: [
      inTime("reopenedOn"),
      function dueAfterThat({ data: { dueOn, reopenedOn } }) {
        return dueOn !== null && dueOn < reopenedOn
          ? refusals.INFORMATION_REQUEST_STEP_OUT_OF_ORDER(["dueOn"], reopenedOn)
          : undefined;
      },
    ],
    tells: {
      InformationRequestReopened: ({ data }) => ({ reopenedOn: data.reopenedOn, clock: setFor(data.dueOn) }),
    },
  }),

  // Corrections
  CorrectInformationRequest: correction({
    event: "InformationRequestCorrected",
    note: "With the day or the channel the period is reckoned anew.",
    reason: correctedBecause,
    fields: CORRECTED,
    looked: looked<{ readonly unit: UnitFact; readonly duties: Duties }>(),
    from: NOT_VOIDED,
    rules: [
      function namesWhoMayBeNamed({ state, data }) {
        const named = state.regime === "CITIZEN" || state.pressAsker === "PETITION";
        return data.askerName === null || named ? undefined : refusals.ASKER_NOT_OF_REGIME(["askerName"]);
      },
      function receiptIsPossible({ state, data, meta }) {
        if (data.receivedOn === null) return undefined;
        return (
          hasCome(data.receivedOn, meta.now, ["receivedOn"]) ??
          unitExistsOn(data.unit, data.receivedOn, ["receivedOn"]) ??
          receiptFits(state, data.receivedOn)
        );
      },
      function lawIsInForce({ state, data }) {
        const missing = state.regime === "CITIZEN" && data.receivedOn !== null && !data.duties.inForce;
        return missing ? refusals.ACCESS_LAW_NOT_IN_FORCE(["receivedOn"], data.receivedOn) : undefined;
      },
    ],
    /** With the day or the channel the period, unless a day was set when it was taken up again. */
    follows: ({ state, data, changes: { channel: by, receivedOn: on } }) => {
      const runsAnew = by !== undefined || on !== undefined;
      if (!runsAnew || state.reopenedOn !== null || state.status === "FORWARDED") return {};
      return { clock: clockAnew(state, on ?? state.receivedOn, data.duties) };
    },
  }),
  VoidInformationRequest: voiding({
    event: "InformationRequestVoided",
    reason: correctedBecause,
    from: NOT_VOIDED,
  }),
};
