import type { CommandMeta } from "./decider.js";
import { type Instant, localDateOf } from "./time.js";
import { viMoment } from "./words.js";

/** What every event of a command carries besides its own data. */
export interface Stamp {
  readonly occurredAt: Instant;
  readonly reason?: string;
}

/**
 * When the command's facts happened and why they are told: the reason of a correction, and of a late entry.
 * A corrected fact that is also entered late has both, one after the other.
 */
export function stampOf(meta: CommandMeta, correctionReason?: string): Stamp {
  const { occurredAt, lateEntryReason } = meta;
  const reasons = [correctionReason, lateEntryReason, sentLater(meta)].filter((reason) => reason !== undefined);
  return reasons.length === 0 ? { occurredAt } : { occurredAt, reason: reasons.join("; ") };
}

/** Why it is late though it was taken down in time: a reason like those that people give, in their language. */
function sentLater({ enteredAt, occurredAt, now }: CommandMeta): string | undefined {
  if (enteredAt === undefined) return undefined;
  const today = localDateOf(now);
  if (localDateOf(occurredAt) === today || localDateOf(enteredAt) === today) return undefined;
  return `Ghi trên thiết bị lúc ${viMoment(enteredAt)}, gửi vào sổ sau`;
}
