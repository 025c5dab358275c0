import { dueOn } from "../domain/kernel/deadline.js";
import { localDateOf, type LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import { dayOfAct, explanationPeriods, fineableUntil } from "../domain/violationCase/deadlines.js";
import type { ActGiven } from "../domain/violationCase/fields.js";
import type { Thresholds, ViolationGiven } from "../domain/violationCase/looked.js";
import { violationCase } from "../domain/violationCase/record.js";
import { factOf } from "../domain/violationCase/standing.js";
import type { CaseViolation } from "../domain/violationCase/violationCase.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a violation case. */
const lookups: LookupsOf<typeof violationCase> = {
  RecordViolationCase({ unitId, inspectionId, detectedOn, parties: given, violations: acts }, { the, law, newId }) {
    const unit = the.unit(unitId, "unitId");
    const inspection = the.inspection(inspectionId, "inspectionId");
    const parties = given.map((party, index) => ({ partyId: newId(`party-${index}`), ...party }));
    const violations = (acts ?? []).map(({ party, ...act }, index) => {
      const ids = { violationId: newId(`violation-${index}`), partyId: parties[party]?.partyId ?? "" };
      return violationGiven(ids, act, detectedOn, law);
    });
    const onTheSpotUpTo = {
      individual: law.parameter("ON_THE_SPOT_UP_TO_INDIVIDUAL", detectedOn),
      organisation: law.parameter("ON_THE_SPOT_UP_TO_ORGANISATION", detectedOn),
    };
    return { unit, inspection, parties, violations, onTheSpotUpTo };
  },
  DrawUpMinutes({ madeOn, violations: acts }, { state, law, newId }) {
    const violations = acts.map(({ partyId, ...act }, index) =>
      violationGiven({ violationId: newId(`violation-${index}`), partyId }, act, state.detectedOn, law),
    );
    return { violations, thresholds: thresholdsOn(madeOn, law), periods: explanationPeriods(madeOn, madeOn, law) };
  },
  AddVerificationRecord({ madeOn, parties, added, changed, removed }, { state, id, law, facts, newId }) {
    const given = (violationId: string, { partyId, ...act }: ActGiven & { readonly partyId: string }): ViolationGiven =>
      violationGiven({ violationId, partyId }, act, state.detectedOn, law);
    return {
      parties: parties ?? [],
      added: (added ?? []).map((act, index) => given(newId(`violation-${index}`), act)),
      changed: (changed ?? []).map(({ violationId, ...act }) => given(violationId, act)),
      removed: removed ?? [],
      thresholds: thresholdsOn(state.minutes?.madeOn ?? madeOn, law),
      decisions: facts.sanctionsOfCase(id),
    };
  },
  NotifyRightToExplain: ({ notifiedOn }, { state, law }) => ({
    periods: explanationPeriods(state.explanation.since ?? notifiedOn, notifiedOn, law),
  }),
  RequestHearing({ requestedOn }, { law }) {
    const rule = law.deadline("HEARING_NOTICE", requestedOn);
    return { noticeDueOn: dueOn(rule.term, requestedOn, law.calendar), rule };
  },
  ExtendExplanation(_said, { state, law, meta }) {
    const rule = law.deadline("EXPLANATION_WRITTEN_EXTENSION", state.minutes?.madeOn ?? localDateOf(meta.occurredAt));
    const before = state.explanation.dueOn;
    return { dueOn: before === null ? null : dueOn(rule.term, before, law.calendar), rule };
  },
  TransferCase: ({ toUnitId }, { the }) => ({ to: the.unit(toUnitId, "toUnitId") }),
  CloseCase: (_said, { state, id, facts, law }) => ({
    decisions: facts.sanctionsOfCase(id),
    fineableUntil: fineableUntil(factOf(state), law),
  }),
  TakeBackCaseEntry: (_said, { id, story, facts }) => ({ story, decisions: facts.sanctionsOfCase(id) }),
  VoidCase: (_said, { id, facts }) => ({
    decisions: facts.sanctionsOfCase(id),
    seizureIds: facts.seizuresOfCase(id).flatMap(({ seizureId, status }) => (status === "VOIDED" ? [] : [seizureId])),
  }),
};

export const violationCaseSpecs = specsOf(violationCase, lookups);

/** An act with the rule of its code on its day. */
function violationGiven(
  ids: Pick<CaseViolation, "violationId" | "partyId">,
  { code, actEndedOn, title, copies, description }: ActGiven,
  detectedOn: LocalDate,
  law: LawBook,
): ViolationGiven {
  const violation = { ...ids, code, actEndedOn, detectedOn, title, copies, description };
  return { violation, rule: law.violation(code, dayOfAct(violation)) ?? null };
}

const thresholdsOn = (minutesMadeOn: LocalDate, law: LawBook): Thresholds => ({
  individual: law.parameter("EXPLANATION_FROM_INDIVIDUAL", minutesMadeOn),
  organisation: law.parameter("EXPLANATION_FROM_ORGANISATION", minutesMadeOn),
});
