import type { AnyEvent, RecordType } from "./kernel/record.js";
import { visit } from "./visit/record.js";

/** As much of a record as those need who treat all alike. */
export type AnyRecord = Pick<
  RecordType,
  "kind" | "category" | "timeline" | "id" | "words" | "statuses" | "may" | "steps" | "events" | "refusals"
>;

/** Every subject of the ledger. */
export const RECORDS: readonly AnyRecord[] = [visit];

const BY_TYPE = new Map<string, AnyEvent>(RECORDS.flatMap(({ events }) => Object.entries(events)));

/** What is declared of the events of this type; a newer program on the same log may write types never heard of here. */
export const eventOfType = (type: string): AnyEvent | undefined => BY_TYPE.get(type);
