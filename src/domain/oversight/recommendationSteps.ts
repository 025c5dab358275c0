import { actsForOneOf } from "../kernel/authority.js";
import { asIn, day, id, lines, needed, NOBODY, optional, records, yes } from "../kernel/fields.js";
import { hasSome, looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { OversightEvent } from "./events.js";
import { type Oversight, type OversightRecommendation, RECOMMENDATION } from "./oversight.js";
import { oversightRefusals as refusals } from "./refusals.js";
import { inTime } from "./rules.js";
import { CONCLUDED, NOT_VOIDED } from "./terms.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);
const recommendationId = id(say("kiến nghị", "recommendation"), "As the supervision shows it.");
const AND_UNITS = ["OVERSIGHT", "ADMIN", "CLERK", "PRESS_OFFICER"] as const;
const WITH_FOLLOW_UP = [...CONCLUDED, "CLOSED", "RE_SUPERVISED", "QUESTIONED"] as const;

const recommendationOf = (state: Oversight, of: string): OversightRecommendation | undefined =>
  state.recommendations.find((one) => one.recommendationId === of);

interface AboutRecommendation {
  readonly state: Oversight;
  readonly data: { readonly recommendationId: string };
}
function recommendationIsThere({ state, data }: AboutRecommendation): Refusal | undefined {
  return recommendationOf(state, data.recommendationId)
    ? undefined
    : refusals.OVERSIGHT_RECOMMENDATION_NOT_FOUND(["recommendationId"]);
}
const addressee = ({ state, data }: AboutRecommendation) => ({
  unitName: recommendationOf(state, data.recommendationId)?.unitName ?? "",
});
function recommendationStands({ state, data }: AboutRecommendation): Refusal | undefined {
  return recommendationOf(state, data.recommendationId)?.progress === "CONFIRMED"
    ? refusals.OVERSIGHT_RECOMMENDATION_CONFIRMED(["recommendationId"])
    : undefined;
}

const { step } = stepsOf<Oversight, OversightEvent, "oversightId">();

/** A step about a recommendation that its addressee takes, or somebody for it. */
const ofTheAddressee = {
  may: AND_UNITS,
  from: WITH_FOLLOW_UP,
} as const;
function clerkIsOfTheAddressee({
  state,
  data,
  meta,
}: AboutRecommendation & { readonly meta: Parameters<typeof actsForOneOf>[0] }): Refusal | undefined {
  const addressee = recommendationOf(state, data.recommendationId)?.unitId;
  return addressee === undefined ? undefined : actsForOneOf(meta, [addressee], ["recommendationId"]);
}

/** What may be done about the recommendations of a supervision. */
export const recommendationSteps = {
  MakeOversightRecommendation: step({
    does: say("kiến nghị với đơn vị", "make a recommendation"),
    note: "To one unit; what is said to several is recommended to each.",
    fields: asIn(RECOMMENDATION.fields, "unitId", "what", "dueOn"),
    looked: looked<{ readonly unit: UnitFact }>(),
    makes: { recommendationId: "recommendation" },
    from: ["IN_SESSION", ...CONCLUDED],
    rules: [
      function addresseeExists({ data, meta }) {
        return unitExistsOn(data.unit, localDateOf(meta.occurredAt), ["unitId"]);
      },
    ],
    event: "OversightRecommendationMade",
    besides: ({ data: { unit }, meta }) => ({
      unitName: nameOn(unit.names, localDateOf(meta.occurredAt)),
    }),
  }),
  WithdrawOversightRecommendation: step({
    does: say("rút kiến nghị ghi nhầm", "withdraw a recommendation made in error"),
    corrects: true,
    fields: { recommendationId, reason },
    from: NOT_VOIDED,
    when: [hasSome("recommendations", refusals.OVERSIGHT_RECOMMENDATION_NOT_FOUND, "recommendationId")],
    rules: [
      recommendationIsThere,
      function notAnsweredYet({ state, data }) {
        const made = recommendationOf(state, data.recommendationId);
        return made?.response === "PENDING" && made.progress === "OPEN"
          ? undefined
          : refusals.OVERSIGHT_RECOMMENDATION_ANSWERED(["recommendationId"]);
      },
    ],
    event: "OversightRecommendationWithdrawn",
    besides: addressee,
  }),
  AnswerOversightRecommendation: step({
    ...ofTheAddressee,
    does: say("trả lời kiến nghị", "answer a recommendation"),
    note: "Accepted or contested; a later answer takes the place of the first.",
    fields: {
      recommendationId,
      accepts: yes(say("tiếp thu", "accepts")),
      ...needed(RECOMMENDATION.fields, "responseOn"),
      responseText: RECOMMENDATION.fields.responseText,
    },
    rules: [recommendationIsThere, clerkIsOfTheAddressee, inTime("responseOn")],
    tells: {
      OversightRecommendationAnswered: (asked) => ({
        ...addressee(asked),
        recommendationId: asked.data.recommendationId,
        response: asked.data.accepts ? "ACCEPTED" : "CONTESTED",
        ...{ responseOn: asked.data.responseOn, responseText: asked.data.responseText },
      }),
    },
  }),
  PlanOversightRecommendation: step({
    ...ofTheAddressee,
    does: say("lập kế hoạch thực hiện kiến nghị", "plan how a recommendation is carried out"),
    fields: { recommendationId, ...needed(RECOMMENDATION.fields, "plannedFor") },
    rules: [recommendationIsThere, clerkIsOfTheAddressee, recommendationStands],
    event: "OversightRecommendationPlanned",
    besides: addressee,
  }),
  ReportOversightRecommendationDone: step({
    ...ofTheAddressee,
    does: say("báo cáo đã thực hiện kiến nghị", "report a recommendation as carried out"),
    settles: ["OVERSIGHT_RECOMMENDATION"],
    note: "Any records of the ledger may be the evidence: a course, an inspection, a payment's decision.",
    fields: {
      recommendationId,
      ...needed(RECOMMENDATION.fields, "doneOn", "how"),
      evidenceIds: optional(records(say("hồ sơ chứng minh", "evidence"), { most: 50, least: 0 })),
    },
    rules: [recommendationIsThere, clerkIsOfTheAddressee, recommendationStands, inTime("doneOn")],
    event: "OversightRecommendationDone",
    besides: (asked) => ({ ...addressee(asked), evidenceIds: asked.data.evidenceIds ?? [] }),
    looked: looked<{ readonly evidenceIds: readonly string[] | null }>(),
  }),
  ConfirmOversightRecommendation: step({
    does: say("xác nhận kiến nghị đã được thực hiện", "confirm that a recommendation is carried out"),
    fields: { recommendationId, ...needed(RECOMMENDATION.fields, "confirmedOn") },
    from: WITH_FOLLOW_UP,
    rules: [
      recommendationIsThere,
      function isReportedAsDone({ state, data }) {
        return recommendationOf(state, data.recommendationId)?.progress === "DONE"
          ? undefined
          : refusals.OVERSIGHT_RECOMMENDATION_NOT_DONE(["recommendationId"]);
      },
      inTime("confirmedOn"),
    ],
    event: "OversightRecommendationConfirmed",
    besides: addressee,
  }),
  ReopenOversightRecommendation: step({
    does: say("mở lại kiến nghị", "take a recommendation up again"),
    fields: { recommendationId, dueOn: optional(day(say("thời hạn mới", "due on"))), reason },
    from: WITH_FOLLOW_UP,
    rules: [
      recommendationIsThere,
      function isNotOpen({ state, data }) {
        return recommendationOf(state, data.recommendationId)?.progress === "OPEN"
          ? refusals.OVERSIGHT_RECOMMENDATION_STANDS_OPEN(["recommendationId"])
          : undefined;
      },
    ],
    event: "OversightRecommendationReopened",
    besides: addressee,
  }),
};
