import type { Instant } from "../domain/kernel/time.js";

/** A clock that is off by no more is nobody's fault: time servers set clocks by seconds. Such a step is absorbed. */
export const TOLERATED_STEP_MS = 60_000;
/** Who asks about "now" by a clock like ours asks about the last moments: the question needs a while to get here. */
const ABOUT_NOW_MS = 5_000;

/**
 * - `stepped`: it was set forward or back by more than is tolerated since the start.
 * - `behind-log`: it reads earlier than the log's last event, by more than is tolerated. One of the two is wrong.
 */
export type ClockState = "ok" | "stepped" | "behind-log";

export interface ClockHealth {
  readonly state: ClockState;
  /** By how much it reads later (or, below zero, earlier) than it should; 0 as long as nothing speaks against it. */
  readonly offMs: number;
}

/** Nothing is entered by a clock that is wrong. */
export class ClockWrong extends Error {
  override readonly name = "ClockWrong";
  constructor(readonly state: Exclude<ClockState, "ok">) {
    super(`The clock is wrong (${state}).`);
  }
}

export interface ClockParts {
  readonly now: () => Date;
  /** Milliseconds since whenever, of a clock that nobody sets; absent where `now` is no clock of a machine. */
  readonly steadyMs?: (() => number) | undefined;
  readonly lastRecordedAt: () => string | null;
  /** The operator has said that the log's last event is what is wrong, and that writing goes on. */
  readonly acceptsBehind: boolean;
}

/**
 * The clock by which commands are judged, and whether it can be believed.
 *
 * `recordedAt` never falls, whatever the clock does. So what is entered while it reads a day too late keeps a day of
 * later events from having their own time, and what is entered while it reads too early changes what was recorded "by
 * yesterday". Neither can be mended afterwards; so nothing is entered while the clock is known to be wrong.
 */
export class LedgerClock {
  /** How far the clock was ahead of the steady one when it was last believed. */
  private believed: number | undefined;

  constructor(private readonly parts: ClockParts) {}

  /** Judged now. To be asked often: between two times only one large step is told from many small ones. */
  get health(): ClockHealth {
    const { now, steadyMs } = this.parts;
    const nowMs = now().getTime();
    const behindMs = this.lastMs() - nowMs;
    if (behindMs > TOLERATED_STEP_MS) {
      // It is not to be believed, so the step that sets it right is none from what is.
      this.believed = undefined;
      return { state: "behind-log", offMs: -behindMs };
    }
    if (steadyMs) {
      const ahead = nowMs - steadyMs();
      const offMs = ahead - (this.believed ?? ahead);
      if (Math.abs(offMs) > TOLERATED_STEP_MS) return { state: "stepped", offMs };
      this.believed = ahead;
    }
    return { state: "ok", offMs: Math.min(0, -behindMs) };
  }

  /** @throws ClockWrong when nothing may be entered by it. */
  requireRight(): void {
    const { state } = this.health;
    if (state === "ok" || (state === "behind-log" && this.parts.acceptsBehind)) return;
    throw new ClockWrong(state);
  }

  private lastMs(): number {
    const last = this.parts.lastRecordedAt();
    return last === null ? -Infinity : Date.parse(last);
  }
}

/**
 * Whether a moment is as good as now while the clock is behind the log. What has been entered since bears the later time
 * of the log's last event; who asks what was recorded by now means it all the same.
 * @param lastRecordedAt of the log's last event; null: it has none
 */
export const isAboutNow = (moment: Date, now: Instant, lastRecordedAt: Instant | null): boolean =>
  lastRecordedAt !== null && lastRecordedAt > now && moment.getTime() >= Date.parse(now) - ABOUT_NOW_MS;
