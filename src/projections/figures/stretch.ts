import type { Position } from "../../eventstore/contract.js";
import { UnknownRow, type Window } from "../table/paging.js";
import type { SqlValue } from "../table/temporal.js";

/** What an entry is found by, and what the order of entries goes by. */
export type Place = readonly [position: Position, seq: number];

/** The places of a list that a window shows, out of those that are told in order. */
export class Stretch {
  private readonly after: Place | undefined;
  private readonly before: Place | undefined;
  private readonly limit: number;
  private readonly fromEnd: boolean;
  /** From the end, at least the last of them: the one more than the limit tells that there is more. */
  private kept: Place[] = [];

  /** @throws UnknownRow when the window speaks of no place of an entry */
  constructor({ after, before, limit, fromEnd }: Window) {
    [this.after, this.before] = [placeIn(after), placeIn(before)];
    this.limit = limit;
    this.fromEnd = fromEnd === true;
  }

  /** No place at an earlier position is shown. */
  get from(): Position {
    return this.after?.[0] ?? 0;
  }

  /** No place at a later position is shown. */
  get to(): Position {
    return this.before?.[0] ?? Infinity;
  }

  /** Whatever else is told changes nothing. */
  get isFull(): boolean {
    return !this.fromEnd && this.kept.length > this.limit;
  }

  get more(): boolean {
    return this.kept.length > this.limit;
  }

  add(position: Position, seq: number): void {
    const { after, before, limit } = this;
    if (this.isFull) return;
    if (after && (position < after[0] || (position === after[0] && seq <= after[1]))) return;
    if (before && (position > before[0] || (position === before[0] && seq >= before[1]))) return;
    this.kept.push([position, seq]);
    // Seldom, so that a long list is not moved up at every place.
    if (this.fromEnd && this.kept.length > 2 * (limit + 1)) this.kept = this.kept.slice(-(limit + 1));
  }

  places(): readonly Place[] {
    const { kept, limit } = this;
    return this.fromEnd ? kept.slice(Math.max(0, kept.length - limit)) : kept.slice(0, limit);
  }
}

function placeIn(values: readonly SqlValue[] | undefined): Place | undefined {
  if (!values) return undefined;
  const [position, seq] = values;
  if (values.length !== 2 || typeof position !== "number" || typeof seq !== "number") {
    throw new UnknownRow("The cursor is of another list.");
  }
  return [position, seq];
}
