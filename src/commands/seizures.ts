import { dueOn } from "../domain/kernel/deadline.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import type { SteadyDeadlineKey } from "../domain/law/terms.js";
import type { SanctionFact } from "../domain/sanction/decision.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import { seizure } from "../domain/seizure/record.js";
import type { SeizureExtensionKind } from "../domain/seizure/terms.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import { violationCaseRefusals } from "../domain/violationCase/refusals.js";
import type { Facts } from "./facts.js";
import type { Resolved } from "./spec.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a seizure. */
const lookups: LookupsOf<typeof seizure> = {
  SeizeExhibits({ caseId, unitId, seizedOn, lines }, { facts, law, newId }) {
    const violationCase = facts.violationCase(caseId);
    if (!violationCase) return { refusal: violationCaseRefusals.VIOLATION_CASE_NOT_FOUND(["caseId"]) };
    const unit = facts.unit(unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
    return {
      data: {
        violationCase,
        unit,
        ...timeFrom(seizedOn, firstPeriodIn(violationCase.transferredToUs), law),
        lines: lines.map((line, index) => ({ lineId: newId(`exhibitLine-${index}`), ...line })),
        others: facts.seizuresOfCase(caseId),
      },
    };
  },
  ExtendSeizure({ extension }, { state, facts, law }) {
    const wasTransferred = facts.violationCase(state.caseId)?.transferredToUs ?? false;
    return { data: { ...timeFrom(state.seizedOn, PERIOD_OF[extension], law), wasTransferred } };
  },
  TakeBackSeizureEntry: (_said, { state, story, facts }) => ({
    data: { story, others: facts.seizuresOfCase(state.caseId) },
  }),
  ConfiscateExhibits: theDecision,
  DestroyExhibits: theDecision,
  TransferExhibits: theDecision,
  SellExhibits: theDecision,
  RevokeConfiscation({ sanctionId, carriedOverToId }, { facts }) {
    const sanction = facts.sanction(sanctionId);
    if (!sanction) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
    const carriedOverTo = carriedOverToId === null ? null : facts.sanction(carriedOverToId);
    if (carriedOverTo === undefined) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["carriedOverToId"]) };
    return { data: { sanction, carriedOverTo } };
  },
  CorrectInventory({ seizedOn }, { state, law }) {
    const last = state.extensions.at(-1);
    const period = last ? PERIOD_OF[last] : firstPeriodIn(state.inTransferredCase);
    return { data: { dueOn: seizedOn === null ? null : timeFrom(seizedOn, period, law).dueOn } };
  },
};

export const seizureSpecs = specsOf(seizure, lookups);

const PERIOD_OF: Readonly<Record<SeizureExtensionKind, SteadyDeadlineKey>> = {
  TRANSFERRED: "SEIZURE_TRANSFERRED",
  ORDINARY: "SEIZURE_EXTENSION",
  COMPLEX: "SEIZURE_COMPLEX_EXTENSION",
};

const firstPeriodIn = (transferredCase: boolean): SteadyDeadlineKey =>
  transferredCase ? "SEIZURE_TRANSFERRED" : "SEIZURE";

/** The time in custody, extended too, runs from the actual seizure: by which rule, and until when. */
function timeFrom(seizedOn: LocalDate, period: SteadyDeadlineKey, law: LawBook) {
  const rule = law.deadline(period, seizedOn);
  return { rule, dueOn: dueOn(rule.term, seizedOn, law.calendar) };
}

function theDecision(
  { sanctionId }: { readonly sanctionId: string },
  { facts }: { readonly facts: Facts },
): Resolved<{ readonly sanction: SanctionFact }> {
  const sanction = facts.sanction(sanctionId);
  return sanction ? { data: { sanction } } : { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
}
