import { asIn, choice, day, id, many, moment, needed, NOBODY, optional, part, text, yes } from "../kernel/fields.js";
import { hasSome, type Asked, looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import { type DeadlineKnown, deadlineOf, type DeadlineSaid, notADeadline } from "./deadline.js";
import type { PressItemEvent } from "./events.js";
import {
  ASSIGNMENT,
  ESCALATION,
  EXTENSION,
  finding,
  inCharge,
  PRESS_ITEM,
  type PressItem,
  type PressItemAssignment,
  type PressItemRequest,
  reason,
  REMEDY,
  REOPENING,
  REQUEST,
  verdict,
  verdictOn,
} from "./pressItem.js";
import { pressItemRefusals as refusals } from "./refusals.js";
import { sincePublication, verdictFault } from "./rules.js";
import { ANSWERABLE, IN_HAND, NOT_VOIDED, PRESS_DEADLINE_SOURCES } from "./terms.js";

const AND_UNITS = ["PRESS_OFFICER", "ADMIN", "CLERK"] as const;
const answerBy = optional(
  day(say("hạn đăng", "to be published by"), "As the paper sets it; the law's days are not computed."),
);
const VERDICT_INPUT = part(
  "PressItemVerdictInput",
  { claimId: id(say("nội dung nêu", "claim")), verdict, finding: optional(finding) },
  "What verification found of one claim.",
);

/** Who is to handle it, by when, and where that deadline comes from. */
const ASSIGNED = {
  unitId: ASSIGNMENT.fields.unitId,
  source: choice(
    PRESS_DEADLINE_SOURCES,
    say("căn cứ thời hạn", "source of the deadline"),
    "By law (URGENT, PRESS_FORWARDED) or by the unit's registered rule the deadline follows; else give it.",
  ),
  dueOn: optional(day(say("thời hạn", "due on"))),
  paper: ASSIGNMENT.fields.paper,
  runsFrom: optional(
    moment(say("tính từ thời điểm", "runs from"), "From when a rule's period runs; absent: from the assignment."),
  ),
  ...asIn(ASSIGNMENT.fields, "acknowledgeBy", "instruction"),
};
type Assigned = DeadlineSaid & DeadlineKnown & { readonly unit: UnitFact; readonly instruction: string | null };
const assigning = looked<DeadlineKnown & { readonly unit: UnitFact }>();

type About<D> = Pick<Asked<PressItem, D>, "meta" | "data">;
const assigningRules = [
  function unitExistsThen({ data, meta }: About<Assigned>): Refusal | undefined {
    return unitExistsOn(data.unit, localDateOf(meta.occurredAt), ["unitId"]);
  },
  function deadlineHasItsSource({ data, meta }: About<Assigned>): Refusal | undefined {
    return notADeadline(data, data, meta.occurredAt);
  },
];
const assignment = ({ data, meta: { occurredAt } }: About<Assigned>): PressItemAssignment => ({
  ...{ unitId: data.unit.unitId, unitName: nameOn(data.unit.names, localDateOf(occurredAt)) },
  ...{ assignedAt: occurredAt, source: data.source, instruction: data.instruction },
  ...deadlineOf(data, data, occurredAt),
  ...{ acknowledgeBy: data.acknowledgeBy, acknowledgedAt: null, extensions: [], handledOn: null, handledAt: null },
});

const { step } = stepsOf<PressItem, PressItemEvent, "pressItemId">();

const requestOf = (state: PressItem, which: string): PressItemRequest | undefined =>
  state.requests.find((one) => one.requestId === which);

/** How a press item is handled: assigned, verified, put right, answered. */
export const handlingSteps = {
  AssignPressItem: step({
    does: say("giao đơn vị xử lý", "assign it to a unit"),
    note: "There is no deadline by default: say where it comes from.",
    fields: ASSIGNED,
    looked: assigning,
    from: ["CLASSIFIED", "REOPENED", "ESCALATED"],
    rules: assigningRules,
    tells: { PressItemAssigned: assignment },
  }),
  ReassignPressItem: step({
    does: say("giao lại đơn vị khác", "assign it to another unit"),
    note: "Or to the same one, with another deadline.",
    fields: { ...ASSIGNED, reason },
    looked: assigning,
    from: ["ASSIGNED", "ACKNOWLEDGED"],
    rules: assigningRules,
    tells: { PressItemAssigned: assignment },
  }),
  ExtendPressItemDeadline: step({
    does: say("gia hạn xử lý", "extend the deadline"),
    fields: asIn(EXTENSION.fields, "dueOn", "paper", "reason"),
    from: IN_HAND,
    rules: [
      function laterThanBefore({ state, data }) {
        const now = inCharge(state);
        const before = now?.dueOn ?? (now?.dueAt ? localDateOf(now.dueAt) : "");
        return data.dueOn > before ? undefined : refusals.PRESS_DEADLINE_NOT_LATER(["dueOn"], before);
      },
    ],
    event: "PressItemDeadlineExtended",
    besides: ({ data, meta }) => ({ reason: data.reason, extendedAt: meta.occurredAt }),
  }),
  AcknowledgePressItem: step({
    does: say("tiếp nhận xử lý", "take it in hand"),
    settles: ["PRESS_ITEM_ACKNOWLEDGEMENT"],
    may: AND_UNITS,
    fields: {},
    from: ["ASSIGNED"],
    event: "PressItemAcknowledged",
  }),
  VerifyPressItem: step({
    does: say("báo cáo kết quả xác minh", "report what verification found"),
    note: "Of each claim; the verdict on the item follows.",
    may: AND_UNITS,
    fields: {
      ...needed(PRESS_ITEM, "verifiedOn"),
      verdicts: many(VERDICT_INPUT, say("kết luận từng nội dung", "verdicts"), { most: 200 }),
      conclusion: PRESS_ITEM.conclusion,
    },
    from: ["ACKNOWLEDGED"],
    rules: [
      function eachClaimIsJudged({ state, data }) {
        const fault = verdictFault(state, data.verdicts);
        if (fault) return fault;
        return data.verdicts.length === state.claims.length
          ? undefined
          : refusals.PRESS_ITEM_CLAIM_LEFT_OUT(["verdicts"]);
      },
      sincePublication("verifiedOn"),
    ],
    event: "PressItemVerified",
    besides: ({ data: { verdicts } }) => ({ verdict: verdictOn(verdicts.map((one) => one.verdict)) }),
  }),
  CorrectPressItemVerdicts: step({
    does: say("đính chính kết quả xác minh", "correct what verification found"),
    corrects: true,
    may: AND_UNITS,
    fields: { verdicts: many(VERDICT_INPUT, say("kết luận từng nội dung", "verdicts"), { most: 200 }), reason },
    from: NOT_VOIDED,
    when: [
      function hasJudgedClaims({ state }) {
        const judged = state.claims.some(({ verdict }) => verdict !== null);
        return judged ? undefined : refusals.PRESS_ITEM_CLAIM_LEFT_OUT(["verdicts"]);
      },
    ],
    rules: [
      function claimsWereJudged({ state, data }) {
        const fault = verdictFault(state, data.verdicts);
        const open = data.verdicts.findIndex(({ claimId }) =>
          state.claims.some((one) => one.claimId === claimId && one.verdict === null),
        );
        return fault ?? (open < 0 ? undefined : refusals.PRESS_ITEM_CLAIM_LEFT_OUT(["verdicts", open, "claimId"]));
      },
    ],
    event: "PressItemVerdictCorrected",
  }),
  RemedyPressItem: step({
    does: say("ghi nhận việc khắc phục, chấn chỉnh", "record what was put right"),
    settles: ["PRESS_ITEM_HANDLING"],
    may: AND_UNITS,
    fields: asIn(REMEDY.fields, "on", "what", "document"),
    from: ANSWERABLE,
    rules: [sincePublication("on")],
    event: "PressItemRemedied",
  }),
  ReplyToPressItem: step({
    does: say("gửi phản hồi cho cơ quan báo chí", "send the press agency a reply"),
    settles: ["PRESS_ITEM_HANDLING"],
    note: "Press Law 2016, Art. 43.",
    may: AND_UNITS,
    fields: { ...asIn(REQUEST.fields, "sentOn", "document"), answerBy },
    makes: { requestId: "reply" },
    from: ANSWERABLE,
    rules: [sincePublication("sentOn")],
    event: "PressItemReplySent",
    besides: () => ({ kind: "REPLY" as const, conclusion: null, ...UNANSWERED }),
  }),
  RequestPressItemCorrection: step({
    does: say("yêu cầu cải chính, xin lỗi", "ask for a correction"),
    settles: ["PRESS_ITEM_HANDLING"],
    note: "Press Law 2016, Art. 42: on a written conclusion, that of the verification or another.",
    may: AND_UNITS,
    fields: { ...asIn(REQUEST.fields, "sentOn", "document", "conclusion"), answerBy },
    makes: { requestId: "correction" },
    from: ANSWERABLE,
    rules: [
      function somethingIsFalse({ state }) {
        const isFalse = state.claims.some((one) => one.verdict === "FALSE" || one.verdict === "PARTLY");
        return isFalse ? undefined : refusals.PRESS_CORRECTION_OF_WHAT_IS_TRUE(["pressItemId"]);
      },
      function thereIsAConclusion({ state, data }) {
        return (data.conclusion ?? state.conclusion)
          ? undefined
          : refusals.PRESS_CORRECTION_NEEDS_CONCLUSION(["conclusion"]);
      },
      sincePublication("sentOn"),
    ],
    event: "PressItemCorrectionRequested",
    besides: ({ state, data }) => ({
      kind: "CORRECTION" as const,
      conclusion: data.conclusion ?? state.conclusion,
      ...UNANSWERED,
    }),
  }),
  RecordPressItemAnswer: step({
    does: say("ghi nhận việc đăng hoặc từ chối đăng", "record that it was published or refused"),
    settles: ["PRESS_REQUEST_ANSWER"],
    note: "It may come late: an item that is closed or in hand again stays so.",
    may: AND_UNITS,
    fields: {
      requestId: id(say("phản hồi, yêu cầu cải chính", "reply or correction"), "As the item shows it."),
      isPublished: yes(say("đã đăng", "published")),
      ...needed(REQUEST.fields, "answeredOn"),
      publishedAt: REQUEST.fields.publishedAt,
      place: optional(text(say("vị trí đăng", "place"), 200, NOBODY, "Page, section, home page.")),
      answer: REQUEST.fields.answer,
    },
    from: [...ANSWERABLE, "CLOSED", "REOPENED", "ASSIGNED", "ACKNOWLEDGED"],
    when: [hasSome("requests", refusals.PRESS_REQUEST_NOT_FOUND, "requestId")],
    rules: [
      function isAwaited({ state, data }) {
        const asked = requestOf(state, data.requestId);
        if (!asked) return refusals.PRESS_REQUEST_NOT_FOUND(["requestId"]);
        return asked.answeredOn === null ? undefined : refusals.PRESS_REQUEST_ANSWERED(["requestId"], asked.answeredOn);
      },
      sincePublication("answeredOn"),
    ],
    tells: {
      PressItemRequestPublished: ({ state, data }) =>
        data.isPublished
          ? {
              ...{ requestId: data.requestId, kind: requestOf(state, data.requestId)?.kind ?? ("REPLY" as const) },
              ...{ answeredOn: data.answeredOn, publishedAt: data.publishedAt, place: data.place, answer: data.answer },
            }
          : undefined,
      PressItemRequestRefused: ({ state, data }) =>
        data.isPublished
          ? undefined
          : {
              ...{ requestId: data.requestId, kind: requestOf(state, data.requestId)?.kind ?? ("REPLY" as const) },
              ...{ answeredOn: data.answeredOn, answer: data.answer },
            },
    },
  }),
  EscalatePressItem: step({
    does: say("chuyển cấp trên, cơ quan quản lý báo chí", "escalate it"),
    fields: asIn(ESCALATION.fields, "on", "to", "document", "what"),
    from: ANSWERABLE,
    rules: [sincePublication("on")],
    event: "PressItemEscalated",
  }),
  ClosePressItem: step({
    does: say("kết thúc xử lý", "close it"),
    note: "What was classified as positive or neutral may be closed without being assigned.",
    fields: { ...needed(PRESS_ITEM, "closedOn"), closing: PRESS_ITEM.closing },
    from: ["CLASSIFIED", ...ANSWERABLE],
    rules: [
      function whatRaisesAnIssueIsHandled({ state }) {
        const open = state.status === "CLASSIFIED" && (state.tone === "ISSUE" || state.tone === "SUSPECTED_FALSE");
        return open ? refusals.PRESS_ITEM_IS_TO_BE_HANDLED(["pressItemId"]) : undefined;
      },
      sincePublication("closedOn"),
    ],
    event: "PressItemClosed",
  }),
  ReopenPressItem: step({
    does: say("mở lại", "take it up again"),
    note: "It is assigned again then, with a deadline of its own.",
    fields: asIn(REOPENING.fields, "on", "reason"),
    from: ["CLOSED"],
    rules: [sincePublication("on")],
    event: "PressItemReopened",
    besides: ({ data }) => ({ reason: data.reason }),
  }),
};

const UNANSWERED = { outcome: "PENDING" as const, answeredOn: null, publishedAt: null, place: null, answer: null };
