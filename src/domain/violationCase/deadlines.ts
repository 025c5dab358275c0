import { dueOn } from "../kernel/deadline.js";
import { addDays, type LocalDate } from "../kernel/time.js";
import { workingDayFrom } from "../kernel/workCalendar.js";
import type { LawBook, ViolationRule } from "../law/lawBook.js";
import { type DeadlineKey, limitationOf } from "../law/terms.js";
import type { CaseFact, CaseViolation } from "./violationCase.js";

/**
 * The last days of a case. They are reckoned whenever they are asked for, from the law and the calendar as they are
 * known then; only what was told to somebody (the period to explain) stands in an event.
 */

/** The last day for the minutes (thời hạn lập biên bản). Later ones are minutes too, but late. */
export function minutesDueOn(detectedOn: LocalDate, law: LawBook): LocalDate {
  return dueOn(law.deadline("MINUTES", detectedOn).term, detectedOn, law.calendar);
}

/**
 * Which period for the decision the case has: the longest that anything about it gives. Law on Handling Administrative
 * Violations, Art. 66, as amended in 2020; the version of the rule is that of the day of the minutes.
 */
export function decisionDeadlineOf({
  isComplex,
  needsVerification,
  explanation,
  transferredToUs,
}: Pick<CaseFact, "isComplex" | "needsVerification" | "transferredToUs"> & {
  readonly explanation: Pick<CaseFact["explanation"], "asked">;
}): DeadlineKey {
  if (isComplex) return "DECISION_COMPLEX";
  if (needsVerification || explanation.asked) return "DECISION_EXPLAINED";
  return transferredToUs ? "DECISION_TRANSFERRED" : "DECISION";
}

/**
 * The last day for a decision with a fine, from the day of the minutes (thời hạn ra quyết định xử phạt); after it only
 * confiscation and remedies may be ordered. Days with the investigating body are added. Null: there are no minutes.
 */
export function decisionDueOn(violationCase: CaseFact, law: LawBook): LocalDate | null {
  const { minutesMadeOn, pausedDays } = violationCase;
  return minutesMadeOn === null
    ? null
    : decisionDueFrom(minutesMadeOn, decisionDeadlineOf(violationCase), pausedDays, law);
}

/** The same from its parts, for lists. */
export function decisionDueFrom(
  minutesMadeOn: LocalDate,
  key: DeadlineKey,
  pausedDays: number,
  law: LawBook,
): LocalDate {
  const due = dueOn(law.deadline(key, minutesMadeOn).term, minutesMadeOn, law.calendar);
  return pausedDays === 0 ? due : workingDayFrom(addDays(due, pausedDays), law.calendar);
}

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
