import type { Instant } from "../../domain/kernel/time.js";

/** The scene's clock: it stands until it is moved, and only the player moves it. */
export class SceneClock {
  private instant: Instant;

  constructor(start: Instant) {
    this.instant = start;
  }

  readonly now = (): Date => new Date(this.instant);

  moveTo(instant: Instant): void {
    if (instant < this.instant) throw new Error(`The scene's clock cannot go back to ${instant}.`);
    this.instant = instant;
  }
}
