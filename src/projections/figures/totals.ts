import { amountOf } from "./columns.js";
import { Pairs } from "./pairs.js";

/** Exact sums of amounts, told apart by line and slot. */
export class Totals {
  private readonly places: Pairs;
  private readonly high: number[] = [];
  private readonly low: number[] = [];

  /** @param slots how many a line has */
  constructor(slots: number) {
    this.places = new Pairs(slots);
  }

  add(line: number, slot: number, high: number, low: number): void {
    const place = this.places.of(line, slot);
    if (place === this.low.length) {
      this.high.push(high);
      this.low.push(low);
    } else {
      this.low[place]! += low;
      if (high !== 0) this.high[place]! += high;
    }
  }

  /** Undefined where nothing was added; what was may have come to nought. */
  at(line: number, slot: number): bigint | undefined {
    const place = this.places.find(line, slot);
    return place === undefined ? undefined : amountOf(this.high[place] ?? 0, this.low[place] ?? 0);
  }
}
