import { dayToldBy } from "../../domain/kernel/history.js";
import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import { type SeizureEvent, seizureEvents } from "../../domain/seizure/events.js";
import type { Seizure } from "../../domain/seizure/seizure.js";
import type { CustodyStepKind } from "../../domain/seizure/terms.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Follower } from "../table/recordPart.js";

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
  SeizureEntryTakenBack: "TAKEN_BACK",
  SeizureVoided: "VOIDED",
};
const KIND_OF = new Map<string, CustodyStepKind>(Object.entries(KINDS));

/** The day on which the papers say that it was done; of what has no papers, the day on which it happened. */
export const dayOfStep = (event: LedgerEvent): LocalDate =>
  dayToldBy(seizureEvents, event) ?? localDateOf(event.occurredAt);

/** The chain of custody of every seizure. */
export const seizureSteps: Follower<Seizure> = {
  ddl: `
    CREATE TABLE custody_step (
      seizure_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      day TEXT NOT NULL,
      reason TEXT,
      data_json TEXT NOT NULL,
      PRIMARY KEY (seizure_id, position)
    ) STRICT, WITHOUT ROWID;
  `,
  open({ db }) {
    const insert = db.prepare(`INSERT INTO custody_step VALUES (?, ?, ?, ?, ?, ?)`);
    return {
      changed({ event, after }) {
        const kind = KIND_OF.get(event.type);
        // A newer program may write a step of which this one has never heard.
        if (kind === undefined) return;
        const { position, reason = null, data } = event;
        insert.run(after.id, position, kind, dayOfStep(event), reason, JSON.stringify(data));
      },
    };
  },
};
