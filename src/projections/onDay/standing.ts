import type { DomainEvent } from "../../domain/kernel/decider.js";
import { dayOfEvent } from "../../domain/kernel/history.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { LedgerEvent, Recorded } from "../../eventstore/codec.js";
import { advance, type RecordTable, type Version } from "../table/recordTable.js";
import { hasCome } from "./story.js";

/** How a kind of record is folded as of a day, where its events' own days do not say all. */
export interface DayRules<S, E extends DomainEvent> {
  /** The day of an event within its story, e.g. as corrected later; undefined: as the event is declared. */
  readonly dayOf?: (event: Recorded<E>, story: readonly Recorded<E>[]) => LocalDate | null | undefined;
  /** What is left of an event by a day on which some of the story had not come; undefined: nothing. */
  readonly bySteps?: (
    event: Recorded<E>,
    so: { readonly state: S | undefined; readonly missing: ReadonlySet<string> },
  ) => Recorded<E> | undefined;
  /** What was entered earlier, but happened later, may be what an event rests on: then the record would not add up. */
  readonly addsUp?: (state: S) => boolean;
}

/**
 * A record as it stood on a day: the fold of what had happened by then. Corrections speak of the record and not of a day:
 * they tell what was true all along. Undefined: it had not begun.
 */
export function standingOn<S extends object, E extends DomainEvent>(
  { of }: RecordTable<S>,
  id: string,
  { dayOf, bySteps, addsUp }: DayRules<S, E>,
  story: readonly Recorded<E>[],
  day: LocalDate,
): Version<S> | undefined {
  const missing = new Set<string>();
  let version: Version<S> | undefined;
  // What was taken back by then was never so.
  const standing = of.standing(story) as readonly Recorded<E>[];
  for (const event of standing) {
    const own = dayOf?.(event, standing);
    if (!hasCome(own === undefined ? dayOfEvent(of.events, event as LedgerEvent) : own, day)) {
      missing.add(event.type);
      continue;
    }
    const told = bySteps ? bySteps(event, { state: version?.state, missing }) : event;
    const after = told && advance(of, id, version, told as LedgerEvent);
    if (after && (!addsUp || addsUp(after.state))) version = after;
  }
  return version;
}
