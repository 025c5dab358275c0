import type { Instant, LocalDate } from "../kernel/time.js";
import type { LawReference } from "../law/lawBook.js";
import type { DeadlineKey } from "../law/terms.js";
import type { DueKind } from "./terms.js";

/**
 * A period of the law that runs from a day. Its last day was told to nobody, so it is reckoned whenever it is asked for, by
 * the law and the calendar as they are known then.
 */
export interface RunningPeriod {
  readonly key: DeadlineKey;
  readonly from: LocalDate;
}

/**
 * Something that must be done by a day or a moment: what every subject says that its records owe as they stand. What was
 * done is no longer owed. Whether it is overdue is a matter of the day that is asked, and is never kept.
 */
export interface Due {
  readonly kind: DueKind;
  /** Of the part of the record that owes it (a promise, a recommendation); absent: the record itself. */
  readonly partId?: string;
  /** Who must do it, at least one, the one in charge first; empty: nobody who stands in the register of units. */
  readonly unitIds: readonly string[];
  /** From which day on it is owed. */
  readonly since: LocalDate;
  /** The last lawful day; or, where a clock runs by the hour, the last moment; or the period whose last day it is. */
  readonly by: LocalDate | Instant | RunningPeriod;
  /**
   * The row of law from which the day follows; null: it was agreed, ordered or set by the unit's own rule, or a period
   * runs, whose row is found with its last day.
   */
  readonly rule: LawReference | null;
  /** Of a violation case: no longer owed once a decision on this party stands, which the case itself does not know. */
  readonly untilDecidedOn?: string;
}
