import type { Instant, LocalDate } from "../kernel/time.js";
import type { LawReference } from "../law/lawBook.js";
import type { DueKind } from "./terms.js";

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
  /** The last lawful day; or, where a clock runs by the hour, the last moment. */
  readonly by: LocalDate | Instant;
  /** The row of law from which the day follows; null: it was agreed, ordered or set by the unit's own rule. */
  readonly rule: LawReference | null;
}
