import type { CommandMeta } from "./decider.js";
import type { Instant } from "./time.js";

/** What every event of a command carries besides its own data. */
export interface Stamp {
  readonly occurredAt: Instant;
  readonly reason?: string;
}

/**
 * When the command's facts happened and why they are told: the reason of a correction, and of a late entry.
 * A corrected fact that is also entered late has both, one after the other.
 */
export function stampOf({ occurredAt, lateEntryReason }: CommandMeta, correctionReason?: string): Stamp {
  const reasons = [correctionReason, lateEntryReason].filter((reason) => reason !== undefined);
  return reasons.length === 0 ? { occurredAt } : { occurredAt, reason: reasons.join("; ") };
}
