import { dueOn } from "../kernel/deadline.js";
import { addDays, type LocalDate } from "../kernel/time.js";
import type { DeadlineRule, LawBook, ParameterRule } from "../law/lawBook.js";

/** What runs from the service of a decision (giao quyết định; Law on Handling Administrative Violations, Art. 70 and 73). */

export interface ServiceTerms {
  /** The period of execution, and its last day. */
  readonly rule: DeadlineRule;
  readonly lawfulDueOn: LocalDate;
  /** The last day without late interest, and what was chosen about due days that days off move. */
  readonly interestAfter: LocalDate;
  readonly movedDueDay: ParameterRule;
}

/**
 * The times from the day on which a decision was received. Circular 18/2023, Art. 5.3 counts ten days with holidays for
 * late interest; whether a due day that days off move (Civil Code, Art. 148.5) moves it too is a choice of the ledger.
 */
export function serviceTerms(receivedOn: LocalDate, law: LawBook): ServiceTerms {
  const rule = law.deadline("EXECUTION", receivedOn);
  const lawfulDueOn = dueOn(rule.term, receivedOn, law.calendar);
  const movedDueDay = law.parameter("LATE_INTEREST_AFTER_MOVED_DUE_DAY", receivedOn);
  const unmoved = dueOn({ ...rule.term, limitation: true }, receivedOn, law.calendar);
  return { rule, lawfulDueOn, interestAfter: movedDueDay.value === 0n ? unmoved : lawfulDueOn, movedDueDay };
}

/** The first day on which a decision counts as served that came back from its third sending by post. */
export const deemedServedFrom = (thirdSentOn: LocalDate, law: LawBook): LocalDate =>
  addDays(dueOn(law.deadline("SERVICE_DEEMED", thirdSentOn).term, thirdSentOn, law.calendar), 1);

/** The last day without late interest of a decision whose receipt nothing proves: the twelfth after its signing. */
export function unprovenServiceTerms(
  signedOn: LocalDate,
  law: LawBook,
): { rule: DeadlineRule; executionDueOn: LocalDate } {
  const rule = law.deadline("SERVICE_UNPROVEN", signedOn);
  return { rule, executionDueOn: dueOn(rule.term, signedOn, law.calendar) };
}
