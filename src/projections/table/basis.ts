import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";

/** The point of the log on which an answer rests, and the day of which it tells. */
export interface Basis {
  readonly position: Position;
  /** When the last event up to there was recorded; null in an empty ledger. */
  readonly recordedAt: string | null;
  /** No event up to there occurred later than this. */
  readonly latestOccurredAt: string;
  /**
   * The day in Vietnam that "now" means in the answer, so that it is no clock's and the same question has the same answer
   * for ever. What is recorded of later days has not come by then.
   */
  readonly today: LocalDate;
  /** The day in Vietnam of which the answer tells what was true, its `today` then; absent: it tells what was last recorded. */
  readonly validAt?: LocalDate;
}

/** The same basis, of another day. */
export const onDay = (basis: Basis, day: LocalDate): Basis => ({ ...basis, today: day });

/** A basis that names a day. */
export type DayBasis = Basis & { readonly validAt: LocalDate };

export const namesDay = (basis: Basis): basis is DayBasis => basis.validAt !== undefined;
