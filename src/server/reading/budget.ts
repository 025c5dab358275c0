import { fault } from "../../graphql/shared/faults.js";

/** What one order may still use up. Asked again and again while it is worked on. */
export class Budget {
  private readonly endsAt: number;
  /** Nobody waits for it any more, or it has taken too long: what it has come to is thrown away. */
  isSpent = false;

  /** @param isAbandoned whether nobody waits for the answer any more */
  constructor(
    private readonly mostMs: number,
    private readonly isAbandoned: () => boolean,
  ) {
    this.endsAt = performance.now() + mostMs;
  }

  /** @throws COST_LIMIT_EXCEEDED when it is to be worked on no more */
  check(): void {
    if (this.isSpent || this.isAbandoned() || performance.now() > this.endsAt) {
      this.isSpent = true;
      throw tooLong(this.mostMs);
    }
  }
}

/** What the caller is told then. */
export const tooLong = (mostMs: number): Error =>
  fault(
    "COST_LIMIT_EXCEEDED",
    `The question was worked on for ${Math.round(mostMs / 1_000)} s, which is all that one question is given. Ask for ` +
      "less: a shorter period, fewer records, fewer fields that look at many entries.",
    400,
  );
