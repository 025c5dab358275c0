import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../eventstore/embedded/sqlite.js";
import { decode } from "../../eventstore/codec.js";
import type { Checkpoint, Page, Position, RecordedEvent } from "../../eventstore/contract.js";
import type { Applier, ReadModelPart } from "../table/part.js";
import { builtParts, isSamePlace, partMover, type Place } from "./partTable.js";
import { SearchIndex } from "../table/search.js";

/** A part at work. */
interface Taker {
  readonly apply: Applier;
  place: Place;
}

/**
 * Takes the log into the read model. Rows and places change in one transaction, so each event is taken in exactly once,
 * whenever the process dies. Parts may stand at different places, when some are built anew beside others that are kept:
 * the log is read from where the last of them stands, and those before it pass by what they have taken in.
 */
export class Projector {
  private readonly takers: readonly Taker[];
  private readonly applyInTransaction: (events: readonly RecordedEvent[], to: Place) => void;

  /** @param parts those that the database was made for */
  constructor(db: Database, parts: readonly ReadModelPart[]) {
    const search = new SearchIndex(db);
    const places = new Map(builtParts(db).map(({ name, place }) => [name, place]));
    this.takers = parts.map(({ name, open }) => {
      const place = places.get(name);
      if (!place) throw new Error(`The read model has no part ${name}.`);
      return { place, apply: open({ db, search }) };
    });
    const move = partMover(db);
    this.applyInTransaction = db.transaction((events: readonly RecordedEvent[], to: Place) => {
      const behind = this.takers.filter(({ place }) => place.position <= to.position);
      for (const recorded of events) {
        const event = decode(recorded);
        try {
          for (const { place, apply } of behind) if (event.position > place.position) apply(event);
        } catch (error) {
          throw error instanceof BetterSqlite3.SqliteError ? error : new CannotTakeIn(event, error);
        }
      }
      for (const { apply } of behind) apply.settle?.();
      search.settle();
      move(countedByPosition(behind), to);
    });
  }

  /** Every part stands at the same place. */
  get isWhole(): boolean {
    const { place } = this;
    return this.takers.every((taker) => isSamePlace(taker.place, place));
  }

  /** Up to here every part has taken in the log. */
  get place(): Place {
    return this.takers
      .map(({ place }) => place)
      .reduce((least, place) => (place.position < least.position ? place : least));
  }

  /** @param places the log's own word for where an event stands */
  apply(page: Page, places: { checkpointAt(position: Position): Checkpoint }): void {
    if (isSamePlace(page, this.place)) return;
    const events = wholeCommands(page);
    const last = events.at(-1);
    const cut = events.length < page.events.length && last !== undefined;
    const { position, checkpoint } = cut
      ? { position: last.position, checkpoint: places.checkpointAt(last.position) }
      : page;
    const to = { position, checkpoint };
    this.applyInTransaction(events, to);
    for (const taker of this.takers) if (taker.place.position <= position) taker.place = to;
  }
}

function countedByPosition(takers: readonly Taker[]): ReadonlyMap<Position, number> {
  const counts = new Map<Position, number>();
  for (const { place } of takers) counts.set(place.position, (counts.get(place.position) ?? 0) + 1);
  return counts;
}

/** A part could not make of the event what it should: its rows, or the event, are not what they were when written. */
export class CannotTakeIn extends Error {
  override readonly name = "CannotTakeIn";
  constructor({ type, position }: Pick<RecordedEvent, "type" | "position">, cause: unknown) {
    const { name, stack = "" } = cause instanceof Error ? cause : new Error();
    super(`The event ${type} at position ${position} could not be taken in (${name}).`);
    // Where it happened, without the message: that may repeat a value, and a value may name a person.
    this.stack = [`${this.name}: ${this.message}`, ...stack.split("\n").filter((line) => /^\s+at /.test(line))].join(
      "\n",
    );
  }
}

/**
 * A page may end between two events of one append. Their common stream and following revisions show it, and they wait
 * for the next page: nobody shall read half a command.
 */
function wholeCommands(page: Page): readonly RecordedEvent[] {
  if (page.atEnd) return page.events;
  const { events } = page;
  let end = events.length;
  while (end > 1 && belongTogether(events[end - 2], events[end - 1])) end--;
  const whole = events.slice(0, end - 1);
  return whole.length > 0 ? whole : events;
}

const COMMAND_ID = /"commandId":"([^"]+)"/;

function belongTogether(a: RecordedEvent | undefined, b: RecordedEvent | undefined): boolean {
  if (!a || !b || a.stream !== b.stream || b.revision !== a.revision + 1) return false;
  return COMMAND_ID.exec(a.metadata)?.[1] === COMMAND_ID.exec(b.metadata)?.[1];
}
