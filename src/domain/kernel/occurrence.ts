import type { CommandMeta, Policy } from "./decider.js";
import { catalog } from "./refusal.js";
import { localDateOf } from "./time.js";
import { enMoment, say, viMoment } from "./words.js";

export const occurrenceRefusals = catalog({
  OCCURRED_IN_FUTURE: (now: string) =>
    say(
      `Thời điểm xảy ra không được ở tương lai (đồng hồ máy chủ: ${viMoment(now)}).`,
      `A fact cannot have happened in the future (the server's clock: ${enMoment(now)}).`,
    ),
  LATE_ENTRY_NEEDS_REASON: () =>
    say(
      "Nhập muộn hơn ngày xảy ra thì phải nêu lý do nhập muộn.",
      "A fact entered on a later day than it happened needs a reason for its late entry.",
    ),
});

interface Timed {
  readonly meta: CommandMeta;
}

/** Nothing is recorded before it has happened. */
export const notInFuture: Policy<Timed> = ({ meta }) =>
  meta.occurredAt > meta.now ? occurrenceRefusals.OCCURRED_IN_FUTURE(["occurredAt"], meta.now) : undefined;

/** Entering a fact on a later day (in Vietnam) than it happened must be explained. */
export const lateEntryIsExplained: Policy<Timed> = ({ meta }) =>
  localDateOf(meta.occurredAt) < localDateOf(meta.now) && !meta.lateEntryReason?.trim()
    ? occurrenceRefusals.LATE_ENTRY_NEEDS_REASON(["lateEntryReason"])
    : undefined;

/** The two rules of time that hold for every command. */
export const timePolicies: readonly Policy<Timed>[] = [notInFuture, lateEntryIsExplained];
