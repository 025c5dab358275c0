import type { LocalDate } from "../kernel/time.js";
import type { DeadlineKey } from "../law/terms.js";

type InspectionDeadlineKey = Extract<DeadlineKey, `INSPECTION_${string}`>;

/** The days on which the steps with a deadline, and those from which deadlines run, were taken; null: not yet. */
export interface StepDays {
  readonly reportedOn: LocalDate | null;
  /** When the head of the team was given the draft to write. */
  readonly assignedOn: LocalDate | null;
  /** The day for the draft as the report's receiver set it. */
  readonly draftDueOn: LocalDate | null;
  /** The drafts of the conclusion, in order. */
  readonly draftedOn: readonly LocalDate[];
  readonly concludedOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  readonly implementedOn: LocalDate | null;
}

/** A period that has begun to run. */
export interface InspectionPeriod {
  readonly key: InspectionDeadlineKey;
  /** The day from which it runs. */
  readonly from: LocalDate;
  /** The last day as somebody set it, whatever the law's period is; null: the law's. */
  readonly notified: LocalDate | null;
  readonly doneOn: LocalDate | null;
}

/** For reports from this day on, the conclusion is due after its draft (Law 84/2025/QH15, Art. 36). */
const DUE_AFTER_DRAFT_SINCE: LocalDate = "2025-07-01";

/**
 * The periods that have begun to run: since 1 July 2025 the assignment of the draft from the team's report (Law
 * 84/2025/QH15, Art. 34.1), and the draft by the day that is set for it, as its time goes by the kind of inspection (Art.
 * 34.5); before, the draft from the report; the conclusion from the report
 * (Law on Inspection 2010, Art. 50), since 1 July 2025 from the last draft before it; publication and implementation
 * from the signing of the conclusion.
 */
export function periodsOf(days: StepDays): readonly InspectionPeriod[] {
  const { reportedOn, assignedOn, draftDueOn, draftedOn, concludedOn, publishedOn, implementedOn } = days;
  const period = (
    key: InspectionDeadlineKey,
    from: LocalDate | null | undefined,
    doneOn: LocalDate | null | undefined,
    notified: LocalDate | null = null,
  ): InspectionPeriod[] => (from == null ? [] : [{ key, from, notified, doneOn: doneOn ?? null }]);
  const isNew = reportedOn !== null && reportedOn >= DUE_AFTER_DRAFT_SINCE;
  return [
    // What is drafted was given to somebody to draft.
    ...period("INSPECTION_DRAFT_ASSIGNMENT", reportedOn, assignedOn ?? draftedOn[0]),
    ...period("INSPECTION_DRAFT_CONCLUSION", reportedOn, draftedOn[0], draftDueOn),
    ...period("INSPECTION_CONCLUSION", isNew ? draftedOn.at(-1) : reportedOn, concludedOn),
    ...period("INSPECTION_PUBLICATION", concludedOn, publishedOn),
    ...period("INSPECTION_IMPLEMENTATION", concludedOn, implementedOn),
  ];
}
