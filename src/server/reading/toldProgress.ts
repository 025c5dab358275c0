import type { Position } from "../../eventstore/contract.js";
import { START } from "../../eventstore/contract.js";
import type { Following } from "../../projections/readModel/readBeside.js";

/** How far the read model has come, as the main thread tells it: nothing is taken in here. */
export class ToldProgress implements Following {
  /** Set with each order. */
  position: Position = START;
  private readonly waiting = new Map<number, (isReached: boolean) => void>();
  private calls = 0;

  /** @param ask asks the main thread to wait for a position; it answers by `answer` */
  constructor(private readonly ask: (call: number, position: Position, timeoutMs: number) => void) {}

  reached(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.position >= position) return Promise.resolve(true);
    const call = this.calls++;
    return new Promise((resolve) => {
      this.waiting.set(call, resolve);
      this.ask(call, position, timeoutMs);
    });
  }

  answer(call: number, isReached: boolean): void {
    this.waiting.get(call)?.(isReached);
    this.waiting.delete(call);
  }
}
