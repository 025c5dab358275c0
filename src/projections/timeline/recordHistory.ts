import type { Position } from "../../eventstore/contract.js";
import type { EventRow } from "./eventIndex.js";
import { differenceOf, type RecordDocument, type RecordValue } from "./recordDocument.js";

/** A value of a field, and whose it is. */
export interface VersionedValue {
  /** Null: from then on the field was not there. */
  readonly value: RecordValue | null;
  /** The event that gave it; null: it stood already where the history begins. */
  readonly event: EventRow | null;
  /** Where the next value stands; null: it stands still. */
  readonly until: Position | null;
}

/** Each field's values, in order. */
export type RecordHistory = ReadonlyMap<string, readonly VersionedValue[]>;

/** A document as it stood right after an event; without an event, where the history begins or ends. */
export interface Version {
  readonly event: EventRow | null;
  readonly document: RecordDocument;
}

/** Folds the versions of a record, in order, into the history of its fields. */
export function historyOf(versions: readonly Version[]): RecordHistory {
  const history = new Map<string, VersionedValue[]>();
  let before: RecordDocument = new Map();
  for (const { event, document } of versions) {
    for (const { path, after } of differenceOf(before, document)) {
      const values = history.get(path) ?? [];
      const last = values.pop();
      if (last) values.push({ ...last, until: event?.position ?? null });
      history.set(path, [...values, { value: after, event, until: null }]);
    }
    before = document;
  }
  return history;
}
