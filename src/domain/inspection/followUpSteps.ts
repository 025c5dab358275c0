import { asIn, id, noted, one, optional } from "../kernel/fields.js";
import { hasSome, looked, stepsOf } from "../kernel/steps.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { unitExistsOn } from "../unit/rules.js";
import { bodyOn } from "./content.js";
import type { InspectionEvent } from "./events.js";
import { BODY } from "./fields.js";
import {
  concludedOn,
  dayOfNames,
  FINDING,
  type Inspection,
  type NamedBody,
  PROGRESS,
  RECOMMENDATION,
  type Recommendation,
} from "./inspection.js";
import { lastProgressOn, NEXT_STATES } from "./recommendation.js";
import { inspectionRefusals } from "./refusals.js";
import { targetIdsOf, WITH_RESULT } from "./rules.js";

const { step } = stepsOf<Inspection, InspectionEvent, "inspectionId">();

const bodyExists = (body: NamedBody | null, day: LocalDate, path: Path): Refusal | undefined =>
  body && "unit" in body ? unitExistsOn(body.unit, day, [...path, "unitId"]) : undefined;

const recommendationOf = (
  { recommendations }: Inspection,
  { recommendationId }: Pick<Recommendation, "recommendationId">,
): Recommendation | undefined => recommendations.find((one) => one.recommendationId === recommendationId);

/** What is found and recommended, and what becomes of it: each has its own rule of when, beside the inspection's steps. */
export const followUpSteps = {
  RecordFinding: step({
    does: say("ghi nhận kết quả thanh tra, kiểm tra", "record a finding"),
    fields: {
      targetId: optional(
        id(say("đối tượng", "target"), "The id of the target it is about, as the inspection shows it."),
      ),
      ...asIn(FINDING, "description", "isViolation"),
    },
    makes: { findingId: "finding" },
    from: ["IN_PROGRESS", "SUSPENDED", "FIELDWORK_ENDED", "REPORTED", "DRAFTED", ...WITH_RESULT],
    when: [
      function findingIsInTime({ state, meta }) {
        const on = localDateOf(meta.occurredAt);
        const until = concludedOn(state);
        const inTime = (state.startedOn ?? dayOfNames(state)) <= on && (until === null || on <= until);
        return inTime ? undefined : inspectionRefusals.INSPECTION_FINDING_OUT_OF_TIME(["occurredAt"]);
      },
    ],
    rules: [
      function findingIsOfATarget({ state, data }) {
        const known = data.targetId === null || targetIdsOf(state).includes(data.targetId);
        return known ? undefined : inspectionRefusals.INSPECTION_TARGET_NOT_FOUND(["targetId"]);
      },
    ],
    event: "InspectionFindingRecorded",
  }),
  MakeRecommendation: step({
    does: say("kiến nghị", "make a recommendation"),
    note: "Of the conclusion or the minutes.",
    fields: {
      addressee: one(BODY, RECOMMENDATION.fields.addressee.words, "Who is to follow it."),
      ...asIn(RECOMMENDATION.fields, "what", "dueOn", "findingId"),
    },
    looked: looked<{ readonly addressee: NamedBody }>(),
    makes: { recommendationId: "recommendation" },
    from: WITH_RESULT,
    when: [
      function madeWithTheConclusion({ state, meta }) {
        const since = concludedOn(state);
        const early = since === null || localDateOf(meta.occurredAt) < since;
        return early ? inspectionRefusals.RECOMMENDATION_BEFORE_CONCLUSION(["occurredAt"]) : undefined;
      },
    ],
    rules: [
      function restsOnAFinding({ state, data }) {
        const known = data.findingId === null || state.findings.some((one) => one.findingId === data.findingId);
        return known ? undefined : inspectionRefusals.INSPECTION_FINDING_NOT_FOUND(["findingId"]);
      },
      function addresseeExists({ data, meta }) {
        return bodyExists(data.addressee, localDateOf(meta.occurredAt), ["addressee"]);
      },
      function isDueLater({ data, meta }) {
        const early = data.dueOn !== null && data.dueOn < localDateOf(meta.occurredAt);
        return early ? inspectionRefusals.RECOMMENDATION_DUE_IN_PAST(["dueOn"]) : undefined;
      },
    ],
    event: "InspectionRecommendationMade",
    besides: ({ data: { addressee }, meta }) => ({ addressee: bodyOn(addressee, localDateOf(meta.occurredAt)) }),
  }),
  RecordRecommendationProgress: step({
    does: say("cập nhật việc thực hiện kiến nghị", "record how far a recommendation has been followed"),
    settles: ["INSPECTION_RECOMMENDATION"],
    fields: {
      recommendationId: noted(
        RECOMMENDATION.fields.recommendationId,
        "The id of the recommendation, as the inspection shows it.",
      ),
      ...asIn(PROGRESS.fields, "state"),
      assignee: optional(
        one(BODY, PROGRESS.fields.assignee.words, "To whom it is assigned: with ASSIGNED, and only then."),
      ),
      ...asIn(PROGRESS.fields, "note"),
    },
    looked: looked<{ readonly assignee: NamedBody | null }>(),
    from: WITH_RESULT,
    when: [hasSome("recommendations", inspectionRefusals.RECOMMENDATION_NOT_FOUND, "recommendationId")],
    rules: [
      function recommendationExists({ state, data }) {
        const known = recommendationOf(state, data) !== undefined;
        return known ? undefined : inspectionRefusals.RECOMMENDATION_NOT_FOUND(["recommendationId"]);
      },
      function stateFollows({ state, data }) {
        const from = recommendationOf(state, data)?.state;
        return from && !NEXT_STATES[from].includes(data.state)
          ? inspectionRefusals.RECOMMENDATION_STATE_FORBIDS(["state"], from, data.state)
          : undefined;
      },
      function assignmentNamesItsBody({ data }) {
        const fits = (data.state === "ASSIGNED") === (data.assignee !== null);
        return fits ? undefined : inspectionRefusals.RECOMMENDATION_ASSIGNMENT(["assignee"]);
      },
      function assigneeExists({ data, meta }) {
        return bodyExists(data.assignee, localDateOf(meta.occurredAt), ["assignee"]);
      },
      function progressInOrder({ state, data, meta }) {
        const recommendation = recommendationOf(state, data);
        const lastOn = recommendation && lastProgressOn(recommendation);
        return lastOn !== undefined && localDateOf(meta.occurredAt) < lastOn
          ? inspectionRefusals.RECOMMENDATION_PROGRESS_OUT_OF_ORDER(["occurredAt"], lastOn)
          : undefined;
      },
    ],
    event: "InspectionRecommendationProgressed",
    besides: ({ data: { assignee }, meta }) => ({
      assignee: assignee && bodyOn(assignee, localDateOf(meta.occurredAt)),
    }),
  }),
};
