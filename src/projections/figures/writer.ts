import type { Database } from "better-sqlite3";
import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import { BlockWriter } from "./blockWriter.js";
import type { EntryCause } from "./causes.js";
import { type CountedFor, difference } from "./difference.js";
import type { NewEntry } from "./entries.js";
import type { Tally } from "./measures.js";
import { Sheet } from "./sheet.js";

/** Writes what events change of what the records of a tally count for. */
export class TallyWriter<State, Event extends LedgerEvent> {
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
    return this.tally.causes[type] ?? (entries.some(({ on }) => on < recordedOn) ? "LATE" : "NEW");
  }
}
