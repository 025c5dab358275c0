import { dueOn } from "../kernel/deadline.js";
import { choice, type DataOf, day, NOBODY, optional, part, text, yes } from "../kernel/fields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { LawBook } from "../law/lawBook.js";
import { DEADLINE_KEYS } from "../law/terms.js";
import { periodsOf, type StepDays } from "./periods.js";

/** What the API shows of a deadline, besides whether it is overdue. */
export const DEADLINE = part(
  "InspectionDeadline",
  {
    key: choice(DEADLINE_KEYS, say("loại thời hạn", "kind of deadline")),
    from: day(say("tính từ ngày", "runs from"), "The day from which it runs; itself not counted."),
    dueOn: day(say("thời hạn", "due on")),
    isNotified: yes(
      say("thời hạn đã được ấn định", "day was set"),
      "The day was set by somebody, not reckoned by the law's period.",
    ),
    doneOn: optional(day(say("ngày hoàn thành", "done on"))),
    late: yes(say("thực hiện muộn", "done late"), "It was done, but after its day."),
    instrument: optional(
      text(
        say("văn bản", "instrument"),
        60,
        NOBODY,
        "The instrument that the period is from; null: the day was set, and the law has no period for it.",
      ),
    ),
  },
  "A period that has begun to run (thời hạn), by the law of that day.",
);
export type InspectionDeadline = DataOf<typeof DEADLINE.fields>;

/**
 * The periods of ./periods.ts with their last days, each by the law of the day from which it runs; of days before all rows
 * of the law book nothing is said.
 */
export const deadlinesOf = (days: StepDays, law: LawBook): readonly InspectionDeadline[] =>
  periodsOf(days).flatMap(({ key, from, notified, doneOn }) => {
    const rule = law.deadlines(from).find((one) => one.key === key) ?? null;
    const due = notified ?? (rule && dueOn(rule.term, from, law.calendar));
    if (due === null) return [];
    const late = doneOn !== null && due < doneOn;
    const instrument = rule?.instrument ?? null;
    return [{ key, from, dueOn: due, isNotified: notified !== null, doneOn, late, instrument }];
  });

/** Not done, and the day has passed. */
export const isOverdue = ({ dueOn: due, doneOn }: InspectionDeadline, on: LocalDate): boolean =>
  doneOn === null && due < on;
