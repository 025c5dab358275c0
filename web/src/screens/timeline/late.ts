import { dayOf } from "../../format.ts";

/** When it happened, and when the ledger came to know it. */
export interface TwoTimes {
  readonly occurredAt: string;
  readonly recordedAt: string;
}

const DAY_MS = 86_400_000;

/** How many days in Vietnam after it had happened it was recorded. */
export const daysLate = ({ occurredAt, recordedAt }: TwoTimes): number =>
  Math.max(0, Math.round((Date.parse(dayOf(recordedAt)) - Date.parse(dayOf(occurredAt))) / DAY_MS));
