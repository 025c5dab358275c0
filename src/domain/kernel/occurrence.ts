import type { CommandMeta, Policy } from "./decider.js";
import { catalog } from "./refusal.js";
import { type Instant, localDateOf, minutesAfter } from "./time.js";
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
  ENTERED_IN_FUTURE: (now: string) =>
    say(
      `Đồng hồ thiết bị của bạn chạy trước đồng hồ máy chủ (${viMoment(now)}) quá năm phút; hãy chỉnh lại giờ.`,
      `The clock of your device is more than five minutes ahead of the server's (${enMoment(now)}): set it right.`,
    ),
  ENTERED_BEFORE_IT_HAPPENED: (occurredAt: string) =>
    say(
      `Việc xảy ra lúc ${viMoment(occurredAt)} không thể được ghi trên thiết bị trước đó.`,
      `What happened at ${enMoment(occurredAt)} cannot have been taken down on a device before.`,
    ),
  ENTERED_TOO_LONG_AGO: () =>
    say(
      "Việc được ghi trên thiết bị đã quá ba mươi ngày; hãy gửi lại, bỏ giờ ghi trên thiết bị và nêu lý do nhập muộn.",
      "It was taken down on a device more than thirty days ago: send it without that moment, and say why it is late.",
    ),
});

/** So far apart clocks may be: nobody's fault, and no reason to refuse what somebody enters. */
const CLOCK_TOLERANCE_MINUTES = 5;
/** So long a device may keep what it has taken down and still account for the delay by itself. */
const MAX_DAYS_ON_DEVICE = 30;
const DAY_MINUTES = 24 * 60;

/** A moment that a caller tells, by our clock: where that caller's is a little ahead, it is now. */
export const byOurClock = (told: Instant, now: Instant): Instant =>
  told > now && told <= minutesAfter(now, CLOCK_TOLERANCE_MINUTES) ? now : told;

/** A moment that is told to come after another: where a clock puts it a little before, it is that other one. */
export const noEarlierThan = (after: Instant, told: Instant): Instant =>
  told < after && minutesAfter(told, CLOCK_TOLERANCE_MINUTES) >= after ? after : told;

/** The day on which somebody entered it, on whatever device. */
export const dayEntered = ({ enteredAt, now }: CommandMeta): string => localDateOf(enteredAt ?? now);

interface Timed {
  readonly meta: CommandMeta;
}

/** What a device took down lies between the fact and now, and not long before now. */
const takenDownInTime: Policy<Timed> = ({ meta: { enteredAt, occurredAt, now } }) => {
  if (enteredAt === undefined) return undefined;
  if (enteredAt > now) return occurrenceRefusals.ENTERED_IN_FUTURE(["enteredAt"], now);
  if (enteredAt < minutesAfter(now, -MAX_DAYS_ON_DEVICE * DAY_MINUTES))
    return occurrenceRefusals.ENTERED_TOO_LONG_AGO(["enteredAt"]);
  const before = enteredAt < occurredAt && occurredAt <= now;
  return before ? occurrenceRefusals.ENTERED_BEFORE_IT_HAPPENED(["enteredAt"], occurredAt) : undefined;
};

/** Nothing is recorded before it has happened. */
const notInFuture: Policy<Timed> = ({ meta }) =>
  meta.occurredAt > meta.now ? occurrenceRefusals.OCCURRED_IN_FUTURE(["occurredAt"], meta.now) : undefined;

/** Entering a fact on a later day (in Vietnam) than it happened must be explained. */
const lateEntryIsExplained: Policy<Timed> = ({ meta }) =>
  localDateOf(meta.occurredAt) < dayEntered(meta) && !meta.lateEntryReason?.trim()
    ? occurrenceRefusals.LATE_ENTRY_NEEDS_REASON(["lateEntryReason"])
    : undefined;

/** The rules of time that hold for every command. */
export const timePolicies: readonly Policy<Timed>[] = [takenDownInTime, notInFuture, lateEntryIsExplained];
/** Of a correction: it is explained by itself. */
export const correctionTimePolicies: readonly Policy<Timed>[] = [takenDownInTime, notInFuture];
