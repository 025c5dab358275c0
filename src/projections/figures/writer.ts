import type { Database } from "better-sqlite3";
import type { DomainEvent } from "../../domain/kernel/decider.js";
import { isNone, NONE, type None } from "../../domain/kernel/history.js";
import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import { BlockWriter } from "./blockWriter.js";
import type { EntryCause } from "./causes.js";
import { type CountedFor, difference } from "./difference.js";
import type { NewEntry } from "./entries.js";
import type { AnyEntry, Tally } from "./measures.js";
import { Sheet } from "./sheet.js";

/** How the records of a tally grow. */
export interface Told<State extends object> {
  evolve(state: State | None, event: DomainEvent): State | None;
  standing<E extends DomainEvent>(story: readonly E[]): readonly E[];
}

/** Writes what events change of what the records of a tally count for. */
export class TallyWriter<State extends object, Event extends LedgerEvent> {
  private readonly sheet: Sheet;
  private readonly blocks: BlockWriter;

  constructor(
    db: Database,
    private readonly tally: Tally<State, Event>,
  ) {
    this.sheet = new Sheet(tally);
    this.blocks = new BlockWriter(db, this.sheet);
  }

  /** The event made one record another. */
  changed(event: Event, before: State | undefined, after: State): void {
    this.replaced(event, before === undefined ? [] : [this.countedFor(before)], [this.countedFor(after)]);
  }

  /** The event changed what these records count for: all of them, before and after. */
  replaced(event: Event, before: readonly CountedFor[], after: readonly CountedFor[]): void {
    const entries = difference(this.sheet, before, after, this.dayOf(event));
    if (entries.length > 0) this.blocks.add(event.position, this.causeOf(event, entries), entries);
  }

  /**
   * The event took back what others told. What counts on the day of its event is taken back on that day, and what later
   * events told differently without it, on theirs: so the days add up as if it had never been.
   */
  retold(event: Event, story: readonly Event[], history: Told<State>): void {
    const before = this.booked(history.standing(story), history);
    this.replaced(event, before, this.booked(history.standing([...story, event]), history));
  }

  /** What a story counts for, each entry on its own day. */
  private booked(story: readonly LedgerEvent[], { evolve }: Told<State>): readonly CountedFor[] {
    let state: State | None = NONE;
    return story.flatMap((event) => {
      const before = state;
      state = evolve(before, event);
      if (isNone(state)) return [];
      const then = isNone(before) ? [] : [this.countedFor(before)];
      const entries = difference(this.sheet, then, [this.countedFor(state)], this.dayOf(event as Event));
      return entries.map(({ recordId, on, amount, values }) => ({
        recordId,
        entries: [{ ...(values as AnyEntry), on, amount }],
      }));
    });
  }

  countedFor(state: State): CountedFor {
    return { recordId: this.tally.idOf(state), entries: this.tally.counts(state) };
  }

  private dayOf(event: Event): LocalDate {
    return this.tally.dayOf?.(event) ?? localDateOf(event.occurredAt);
  }

  /** What counts for an earlier day than the one on which the ledger took it is late. */
  private causeOf(event: Event, entries: readonly NewEntry[]): EntryCause {
    const type: Event["type"] = event.type;
    const recordedOn = localDateOf(event.recordedAt);
    if (event.story) return "CORRECTED";
    return this.tally.causes[type] ?? (entries.some(({ on }) => on < recordedOn) ? "LATE" : "NEW");
  }
}
