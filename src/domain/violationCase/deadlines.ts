import { dueOn } from "../kernel/deadline.js";
import type { LocalDate } from "../kernel/time.js";
import type { LawBook, ViolationRule } from "../law/lawBook.js";
import { limitationOf, type SteadyDeadlineKey } from "../law/terms.js";
import type { ExplanationPeriods } from "./looked.js";
import type { CaseFact, CaseViolation, ViolationCase } from "./violationCase.js";

/**
 * The last days of a case. They are reckoned whenever they are asked for, from the law and the calendar as they are
 * known then; only what was told to somebody (the period to explain) stands in an event.
 */

/**
 * The last day for the minutes (thời hạn lập biên bản), from the detection or from the result of an appraisal. Later ones
 * are minutes too, but late.
 */
export function minutesDueOn(violationCase: MinutesTime, law: LawBook): LocalDate {
  const { key, from } = minutesPeriodOf(violationCase);
  return dueOn(law.deadline(key, from).term, from, law.calendar);
}

/** Which period it is, and from which day it runs. */
export const minutesPeriodOf = ({
  detectedOn,
  minutesGround,
  minutesResultOn,
}: MinutesTime): { readonly key: SteadyDeadlineKey; readonly from: LocalDate } => ({
  key: minutesGround === null ? "MINUTES" : MINUTES_PERIODS[minutesGround],
  from: minutesResultOn ?? detectedOn,
});
type MinutesTime = Pick<ViolationCase, "detectedOn" | "minutesGround" | "minutesResultOn">;
const MINUTES_PERIODS = { APPRAISAL: "MINUTES_APPRAISED", COMPLEX_OR_WIDE: "MINUTES_COMPLEX" } as const;

/**
 * The periods run from the day of the paper that brings the right (the Law, Art. 61.2), whenever the parties are told;
 * where one would be over before they are, from the telling, if the ledger is to read the law so.
 */
export function explanationPeriods(since: LocalDate, toldOn: LocalDate, law: LawBook): ExplanationPeriods {
  const written = law.deadline("EXPLANATION_WRITTEN", since);
  const oral = law.deadline("EXPLANATION_ORAL_REQUEST", since);
  const anew = law.parameter("EXPLANATION_ANEW_WHEN_TOLD_LATE", toldOn);
  const last = ({ term }: typeof written): { readonly on: LocalDate; readonly isAnew: boolean } => {
    const on = dueOn(term, since, law.calendar);
    const isAnew = on < toldOn && anew.value === 1n;
    return { on: isAnew ? dueOn(term, toldOn, law.calendar) : on, isAnew };
  };
  const [inWriting, inPerson] = [last(written), last(oral)];
  const usesChoice = inWriting.isAnew || inPerson.isAnew;
  return { written, oral, ...(usesChoice && { anew }), dueOn: inWriting.on, oralRequestDueOn: inPerson.on };
}

/**
 * Which period for the decision the case has: the longest that anything about it gives (Law on Handling Administrative
 * Violations, Art. 66, as amended in 2020); of a file that the investigating body gave back, that of its own (Art. 63.3).
 */
export function decisionDeadlineOf({
  isComplex,
  needsVerification,
  explanation,
  transferredToUs,
  returnedOn,
}: Pick<CaseFact, "isComplex" | "needsVerification" | "transferredToUs" | "returnedOn"> & {
  readonly explanation: Pick<CaseFact["explanation"], "asked">;
}): SteadyDeadlineKey {
  if (returnedOn !== null) return needsVerification ? "DECISION_RETURNED_VERIFIED" : "DECISION_RETURNED";
  if (isComplex) return "DECISION_COMPLEX";
  if (needsVerification || explanation.asked) return "DECISION_EXPLAINED";
  return transferredToUs ? "DECISION_TRANSFERRED" : "DECISION";
}

/** The day from which the time for the decision runs: of the minutes, or of the return of the file; null: no minutes. */
export const decisionRunsFrom = ({
  minutesMadeOn,
  returnedOn,
}: Pick<CaseFact, "minutesMadeOn" | "returnedOn">): LocalDate | null =>
  minutesMadeOn === null ? null : (returnedOn ?? minutesMadeOn);

/**
 * The last day for a decision with a fine (thời hạn ra quyết định xử phạt); after it only confiscation and remedies may
 * be ordered. The version of the rule is that of the day from which it runs. Null: there are no minutes.
 */
export function decisionDueOn(violationCase: CaseFact, law: LawBook): LocalDate | null {
  const from = decisionRunsFrom(violationCase);
  return from === null ? null : decisionDueFrom(from, decisionDeadlineOf(violationCase), law);
}

/** The same from its parts, for lists. */
export const decisionDueFrom = (from: LocalDate, key: SteadyDeadlineKey, law: LawBook): LocalDate =>
  dueOn(law.deadline(key, from).term, from, law.calendar);

/**
 * The last day on which the act can still be fined (thời hiệu xử phạt): from the end of the act, or from its detection
 * if it was still going on then. Time with the investigating body counts (Art. 6 of the same law).
 */
export function limitationEndsOn(
  violation: Pick<CaseViolation, "actEndedOn" | "detectedOn">,
  { field }: Pick<ViolationRule, "field">,
  law: LawBook,
): LocalDate {
  const from = dayOfAct(violation);
  return dueOn(law.deadline(limitationOf(field), from).term, from, law.calendar);
}

/** The day by whose law an act is judged: its last one, or the one on which it was found still going on. */
export const dayOfAct = ({ actEndedOn, detectedOn }: Pick<CaseViolation, "actEndedOn" | "detectedOn">): LocalDate =>
  actEndedOn ?? detectedOn;

/**
 * The last day on which any act of the case can still be fined, by its limitation and by the period for the decision;
 * null: no act is known.
 */
export function fineableUntil(violationCase: CaseFact, law: LawBook): LocalDate | null {
  const decision = decisionDueOn(violationCase, law);
  const days = violationCase.violations.flatMap((violation) => {
    const rule = law.violation(violation.code, dayOfAct(violation));
    const limitation = rule && limitationEndsOn(violation, rule, law);
    if (limitation === undefined) return [];
    return [decision !== null && decision < limitation ? decision : limitation];
  });
  return days.length === 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest));
}
