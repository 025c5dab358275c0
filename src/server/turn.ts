/** Others are not kept waiting longer by those who catch up. */
const LONG_TURN_MS = 5;

/** Knows how long the event loop has been in its present turn. */
export class Turn {
  private startedAt: number | undefined;

  isLong(): boolean {
    if (this.startedAt !== undefined) return performance.now() - this.startedAt > LONG_TURN_MS;
    this.startedAt = performance.now();
    setImmediate(() => (this.startedAt = undefined));
    return false;
  }
}
