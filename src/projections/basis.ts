import type { Position } from "../eventstore/contract.js";

/** The point of the log on which an answer rests. */
export interface Basis {
  readonly position: Position;
  /** When the last event up to there was recorded; null in an empty ledger. */
  readonly recordedAt: string | null;
  /** No event up to there occurred later than this. */
  readonly latestOccurredAt: string;
}
