import { endOfDay, type Instant, type LocalDate, localDateOf } from "../../domain/kernel/time.js";
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
  /** The moment of that day that "now" means in it, for what is due by the hour. */
  readonly moment: Instant;
  /** The day in Vietnam of which the answer tells what was true, its `today` then; absent: it tells what was last recorded. */
  readonly validAt?: LocalDate;
}

/** The moment of a day by which is judged what has happened by then: of another day than the basis's own, its end. */
export const momentOn = ({ today, moment }: Pick<Basis, "today" | "moment">, day: LocalDate): Instant =>
  day === today ? moment : endOfDay(day);

/** The same basis, of another day. */
export const onDay = (basis: Basis, day: LocalDate): Basis => ({ ...basis, today: day, moment: momentOn(basis, day) });

/** The same basis, at a moment. */
export const atMoment = (basis: Omit<Basis, "today" | "moment">, moment: Instant): Basis => ({
  ...basis,
  today: localDateOf(moment),
  moment,
});

/** A basis that names a day. */
export type DayBasis = Basis & { readonly validAt: LocalDate };

export const namesDay = (basis: Basis): basis is DayBasis => basis.validAt !== undefined;
