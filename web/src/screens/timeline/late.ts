import { dayOf, daysBetween } from "../../format.ts";

/** When it happened, and when the ledger came to know it. */
export interface TwoTimes {
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** How many days in Vietnam after it had happened it was recorded. */
export const daysLate = ({ occurredAt, recordedAt }: TwoTimes): number =>
  Math.max(0, daysBetween(dayOf(occurredAt), dayOf(recordedAt)));
