/** Looked at in a row without one that is delivered: whoever comes back need not look at them again. */
const PASSED_OVER = 10_000;

/** Whoever was woken and could give no sign is woken again so soon. */
const AGAIN_MS = 1_000;

/** Says when a feed has had nothing to deliver for too long: by the clock, or by what it has looked at in vain. */
export class Heart {
  private late = false;
  private passedOver = 0;
  private readonly timer: NodeJS.Timeout | undefined;
  private reminder: NodeJS.Timeout | undefined;

  /**
   * @param everyMs undefined: the clock does not count
   * @param wake called when the time has come, and again until the next beat
   */
  constructor(everyMs: number | undefined, wake: () => void) {
    if (everyMs === undefined) return;
    const ring = (): void => {
      this.late = true;
      this.reminder = setTimeout(ring, Math.min(everyMs, AGAIN_MS)).unref();
      wake();
    };
    this.timer = setTimeout(ring, everyMs).unref();
  }

  get isDue(): boolean {
    return this.late || this.passedOver >= PASSED_OVER;
  }

  passOver(events: number): void {
    this.passedOver += events;
  }

  /** Something was delivered. */
  beat(): void {
    this.late = false;
    this.passedOver = 0;
    clearTimeout(this.reminder);
    this.timer?.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.reminder);
  }
}
