import { paperDayOf } from "../domain/exhibit/paperDay.js";
import type { SeizureEvent } from "../domain/exhibit/seizure.js";
import type { CustodyStepKind } from "../domain/exhibit/terms.js";
import { localDateOf, type LocalDate } from "../domain/kernel/time.js";
import type { Recorded } from "../eventstore/codec.js";

/** One step of the chain of custody: an event, told as such. Steps are never changed. */
export interface CustodyStepRow {
  readonly seizure_id: string;
  readonly position: number;
  readonly kind: CustodyStepKind;
  /** The day on which it was done, as the papers have it. */
  readonly day: string;
  readonly reason: string | null;
  readonly data_json: string;
}

const KINDS: Readonly<Record<SeizureEvent["type"], CustodyStepKind>> = {
  ExhibitsSeized: "SEIZED",
  SeizureExtended: "EXTENDED",
  ExhibitsCounted: "COUNTED",
  ExhibitsMoved: "MOVED",
  ExhibitsUnsealed: "UNSEALED",
  ExhibitsResealed: "RESEALED",
  UnclaimedExhibitsAnnounced: "ANNOUNCED",
  ExhibitsReturned: "RETURNED",
  ExhibitsConfiscated: "CONFISCATED",
  ExhibitDiscrepancyRecorded: "DISCREPANCY",
  ExhibitsDestroyed: "DESTROYED",
  ExhibitsTransferred: "TRANSFERRED",
  ExhibitsSold: "SOLD",
  ConfiscationRevoked: "REVOKED",
  ExhibitLotSplit: "SPLIT",
  ExhibitLotsMerged: "MERGED",
  InventoryCorrected: "CORRECTED",
  SeizureVoided: "VOIDED",
};

/** The day on which the papers say that it was done; of what has no papers, the day on which it happened. */
export const dayOfStep = (event: Recorded<SeizureEvent>): LocalDate =>
  paperDayOf(event) ?? localDateOf(event.occurredAt);

export function stepOf(event: Recorded<SeizureEvent>): CustodyStepRow {
  const { seizureId, ...data } = event.data;
  return {
    seizure_id: seizureId,
    position: event.position,
    kind: KINDS[event.type],
    day: dayOfStep(event),
    reason: event.reason ?? null,
    data_json: JSON.stringify(data),
  };
}
