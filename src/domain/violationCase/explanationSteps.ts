import { asIn, day, needed, optional } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { localDateOf, type LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { type DeadlineRule, referenceTo } from "../law/lawBook.js";
import type { ViolationCaseEvent } from "./events.js";
import { hearingOf } from "./explanation.js";
import { partyId, reason } from "./fields.js";
import type { ExplanationPeriods } from "./looked.js";
import { violationCaseRefusals } from "./refusals.js";
import { told } from "./rightToExplain.js";
import { after, minutesOrDetection, onItsDay } from "./rules.js";
import type { ExplanationForm } from "./terms.js";
import { ANSWER, form, HEARING, type ViolationCase } from "./violationCase.js";

const { step } = stepsOf<ViolationCase, ViolationCaseEvent, "caseId">();

/** Those who have the right to explain (quyền giải trình) are told, explain, or waive it. */
export const explanationSteps = {
  NotifyRightToExplain: step({
    does: say("thông báo quyền giải trình", "notify the right to explain"),
    note:
      "When the minutes did not tell of it. The period runs from the minutes all the same, or from the verification " +
      "record that brought the right (the Law, Art. 61.2); from `notifiedOn` only where it would be over by then.",
    fields: needed(HEARING.fields, "notifiedOn"),
    looked: looked<{ readonly periods: ExplanationPeriods }>(),
    from: ["EXPLANATION_OPEN"],
    when: [
      function notNotifiedYet({ state }) {
        return state.explanation.dueOn === null ? undefined : violationCaseRefusals.EXPLANATION_NOTIFIED(["caseId"]);
      },
    ],
    rules: [onItsDay("notifiedOn", minutesOrDetection)],
    tells: {
      ExplanationOpened: ({ state, data }) => ({
        partyIds: state.explanation.partyIds,
        ...told(data.periods),
      }),
    },
  }),
  SubmitExplanation: step({
    does: say("tiếp nhận giải trình", "record an explanation"),
    settles: ["CASE_HEARING"],
    note: "A party explains, in writing or at a hearing.",
    fields: {
      partyId,
      form,
      submittedOn: ANSWER.fields.on,
      requestedOn: optional(
        day(
          say("ngày yêu cầu giải trình trực tiếp", "hearing asked for on"),
          "Compulsory for ORAL, unless the request is on record.",
        ),
      ),
      ...needed(ANSWER.fields, "summary"),
    },
    from: ["EXPLANATION_OPEN"],
    rules: [
      onItsDay("submittedOn", minutesOrDetection),
      function explainingPartyMay({ state, data }) {
        return mayAnswer(state, data.partyId);
      },
      function writtenInTime({ state, data }) {
        const { dueOn } = state.explanation;
        const late = data.form === "WRITTEN" && dueOn !== null && data.submittedOn > dueOn;
        return late ? violationCaseRefusals.EXPLANATION_PERIOD_OVER(["submittedOn"], dueOn) : undefined;
      },
      function hearingWasAskedFor({ state, data }) {
        const missing = data.form === "ORAL" && requestOf(state, data) === null;
        return missing ? violationCaseRefusals.HEARING_NEEDS_REQUEST(["requestedOn"]) : undefined;
      },
      function hearingWasAskedForInTime({ state, data: { requestedOn } }) {
        return requestedOn === null ? undefined : askedTooLate(state, requestedOn);
      },
      function hearingFollowsRequest({ state, data }) {
        const requestedOn = requestOf(state, data);
        const before = requestedOn !== null && data.submittedOn < requestedOn;
        return before ? violationCaseRefusals.CASE_STEP_TOO_EARLY(["submittedOn"], requestedOn) : undefined;
      },
    ],
    event: "ExplanationSubmitted",
    besides: ({ state, data }) => ({ requestedOn: requestOf(state, data) }),
  }),
  RequestHearing: step({
    does: say("ghi nhận yêu cầu giải trình trực tiếp", "record that a hearing is asked for"),
    note: "The time and place of the hearing are then to be notified (the Law, Art. 61.3).",
    fields: asIn(HEARING.fields, "partyId", "requestedOn"),
    /** The last day for the notice. */
    looked: looked<{ readonly noticeDueOn: LocalDate; readonly rule: DeadlineRule }>(),
    from: ["EXPLANATION_OPEN"],
    rules: [
      onItsDay("requestedOn", minutesOrDetection),
      function askingPartyMay({ state, data }) {
        return mayAnswer(state, data.partyId);
      },
      function hearingIsAskedForOnce({ state, data }) {
        const asked = hearingOf(state.explanation, data.partyId) !== undefined;
        return asked ? violationCaseRefusals.HEARING_REQUESTED(["partyId"]) : undefined;
      },
      function hearingIsAskedForInTime({ state, data }) {
        return askedTooLate(state, data.requestedOn);
      },
    ],
    event: "HearingRequested",
    besides: ({ data }) => ({ noticeDueOn: data.noticeDueOn, law: referenceTo(data.rule.key, data.rule) }),
  }),
  NotifyHearing: step({
    does: say("thông báo phiên giải trình trực tiếp", "notify the hearing"),
    settles: ["CASE_HEARING_NOTICE"],
    note: "In writing, its time and place. Notified again, the last notice holds.",
    fields: needed(HEARING.fields, "partyId", "notifiedOn", "heldOn", "place"),
    from: ["EXPLANATION_OPEN"],
    rules: [
      onItsDay("notifiedOn", minutesOrDetection),
      function hearingIsWanted({ state, data }) {
        const hearing = hearingOf(state.explanation, data.partyId);
        if (!hearing) return violationCaseRefusals.HEARING_NOT_REQUESTED(["partyId"]);
        const early = data.notifiedOn < hearing.requestedOn;
        return early ? violationCaseRefusals.CASE_STEP_TOO_EARLY(["notifiedOn"], hearing.requestedOn) : undefined;
      },
      function hearingFollowsNotice({ data: { notifiedOn, heldOn } }) {
        const early = heldOn < notifiedOn;
        return early ? violationCaseRefusals.HEARING_BEFORE_NOTICE(["heldOn"], notifiedOn) : undefined;
      },
    ],
    event: "HearingNotified",
  }),
  ExtendExplanation: step({
    does: say("gia hạn giải trình", "extend the period to explain"),
    note: "More time to explain in writing, once.",
    fields: { reason },
    /** The last day as extended; null: no period runs. */
    looked: looked<{ readonly dueOn: LocalDate | null; readonly rule: DeadlineRule }>(),
    from: ["EXPLANATION_OPEN"],
    when: [
      after(minutesOrDetection),
      function periodRuns({ state }) {
        const running = state.explanation.dueOn !== null;
        return running ? undefined : violationCaseRefusals.EXPLANATION_NOT_NOTIFIED(["caseId"]);
      },
      function extendedOnce({ state }) {
        return state.explanation.extended ? violationCaseRefusals.EXPLANATION_EXTENDED(["caseId"]) : undefined;
      },
      function extendedInTime({ state, meta }) {
        const { dueOn } = state.explanation;
        const over = dueOn !== null && localDateOf(meta.occurredAt) > dueOn;
        return over ? violationCaseRefusals.EXPLANATION_PERIOD_OVER(["occurredAt"], dueOn) : undefined;
      },
    ],
    tells: {
      ExplanationExtended: ({ data: { dueOn, rule } }) =>
        dueOn === null ? undefined : { dueOn, law: referenceTo(rule.key, rule) },
    },
  }),
  WaiveExplanation: step({
    does: say("ghi nhận không yêu cầu giải trình", "record that the right to explain is waived"),
    fields: { partyId },
    from: ["EXPLANATION_OPEN"],
    when: [after(minutesOrDetection)],
    rules: [
      function waivingPartyMay({ state, data }) {
        return mayAnswer(state, data.partyId);
      },
    ],
    event: "ExplanationWaived",
  }),
};

/** When the hearing was asked for: as said now, or as recorded; null: it was not. */
const requestOf = (
  { explanation }: ViolationCase,
  { partyId: id, requestedOn, form }: { partyId: string; requestedOn: LocalDate | null; form: ExplanationForm },
): LocalDate | null => requestedOn ?? (form === "ORAL" ? (hearingOf(explanation, id)?.requestedOn ?? null) : null);

function askedTooLate({ explanation }: ViolationCase, requestedOn: LocalDate): Refusal | undefined {
  const { oralRequestDueOn } = explanation;
  const late = oralRequestDueOn !== null && requestedOn > oralRequestDueOn;
  return late ? violationCaseRefusals.HEARING_ASKED_TOO_LATE(["requestedOn"], oralRequestDueOn) : undefined;
}

/** Only a party that has the right, and once. */
function mayAnswer({ parties, explanation: { partyIds, answers } }: ViolationCase, id: string): Refusal | undefined {
  if (!parties.some((party) => party.partyId === id)) return violationCaseRefusals.PARTY_NOT_FOUND(["partyId"]);
  if (!partyIds.includes(id)) return violationCaseRefusals.NO_RIGHT_TO_EXPLAIN(["partyId"]);
  return answers.some((answer) => answer.partyId === id)
    ? violationCaseRefusals.ALREADY_ANSWERED(["partyId"])
    : undefined;
}
