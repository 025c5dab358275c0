import { dueOn } from "../domain/kernel/deadline.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import type { SteadyDeadlineKey } from "../domain/law/terms.js";
import { seizure } from "../domain/seizure/record.js";
import type { SeizureExtensionKind } from "../domain/seizure/terms.js";
import { type LookupContext, type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a seizure. */
const lookups: LookupsOf<typeof seizure> = {
  SeizeExhibits({ caseId, unitId, seizedOn, lines }, { the, facts, law, newId }) {
    const violationCase = the.violationCase(caseId, "caseId");
    return {
      violationCase,
      unit: the.unit(unitId, "unitId"),
      ...timeFrom(seizedOn, firstPeriodIn(violationCase.transferredToUs), law),
      lines: lines.map((line, index) => ({ lineId: newId(`exhibitLine-${index}`), ...line })),
      others: facts.seizuresOfCase(caseId),
    };
  },
  ExtendSeizure({ extension }, { state, facts, law }) {
    const wasTransferred = facts.violationCase(state.caseId)?.transferredToUs ?? false;
    return { ...timeFrom(state.seizedOn, PERIOD_OF[extension], law), wasTransferred };
  },
  TakeBackSeizureEntry: (_said, { state, story, facts }) => ({ story, others: facts.seizuresOfCase(state.caseId) }),
  ConfiscateExhibits: theDecision,
  DestroyExhibits: theDecision,
  TransferExhibits: theDecision,
  SellExhibits: theDecision,
  RevokeConfiscation: ({ sanctionId, carriedOverToId }, { the }) => ({
    sanction: the.sanction(sanctionId, "sanctionId"),
    carriedOverTo: the.sanction(carriedOverToId, "carriedOverToId"),
  }),
  CorrectInventory({ seizedOn }, { state, law }) {
    const last = state.extensions.at(-1);
    const period = last ? PERIOD_OF[last] : firstPeriodIn(state.inTransferredCase);
    return { dueOn: seizedOn === null ? null : timeFrom(seizedOn, period, law).dueOn };
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

function theDecision({ sanctionId }: { readonly sanctionId: string }, { the }: LookupContext) {
  return { sanction: the.sanction(sanctionId, "sanctionId") };
}
