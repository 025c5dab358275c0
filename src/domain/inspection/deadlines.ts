import { dueOn } from "../kernel/deadline.js";
import type { LocalDate } from "../kernel/time.js";
import type { DeadlineRule, LawBook } from "../law/lawBook.js";
import { type InspectionPeriod, periodsOf, type StepDays } from "./periods.js";

export interface InspectionDeadline extends Pick<InspectionPeriod, "key" | "from" | "doneOn"> {
  readonly dueOn: LocalDate;
  /** It was set by somebody, whatever the law's period is. */
  readonly isNotified: boolean;
  /** Null: the day was set, and the law has no period for it. */
  readonly rule: DeadlineRule | null;
}

/**
 * The periods of ./periods.ts with their last days, each by the law of the day from which it runs; of days before all rows
 * of the law book nothing is said.
 */
export const deadlinesOf = (days: StepDays, law: LawBook): readonly InspectionDeadline[] =>
  periodsOf(days).flatMap(({ key, from, notified, doneOn }) => {
    const rule = law.deadlines(from).find((one) => one.key === key) ?? null;
    const day = notified ?? (rule && dueOn(rule.term, from, law.calendar));
    return day === null ? [] : [{ key, from, dueOn: day, isNotified: notified !== null, doneOn, rule }];
  });

/** Not done, and the day has passed. */
export const isOverdue = ({ dueOn: due, doneOn }: InspectionDeadline, on: LocalDate): boolean =>
  doneOn === null && due < on;

/** Done, but after its day. */
export const wasLate = ({ dueOn: due, doneOn }: InspectionDeadline): boolean => doneOn !== null && due < doneOn;
