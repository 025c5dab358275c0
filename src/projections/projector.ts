import type { Database } from "better-sqlite3";
import { decode } from "../eventstore/codec.js";
import type { Checkpoint, Page, Position, RecordedEvent } from "../eventstore/contract.js";
import { START } from "../eventstore/contract.js";
import { PARTS } from "./parts.js";
import type { ReadModelPart } from "./part.js";
import { SEARCH_DDL, SearchIndex } from "./search.js";

const CHECKPOINT_DDL = `
  CREATE TABLE checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    checkpoint TEXT
  ) STRICT;
  INSERT INTO checkpoint VALUES (1, ${START}, NULL);
`;

/** All tables of the read model, for a new file. */
export const READ_MODEL_DDL = [CHECKPOINT_DDL, SEARCH_DDL, ...PARTS.map((part) => part.ddl)].join("\n");

/**
 * Takes the log into the read model. Rows and checkpoint change in one transaction, so each event is taken in exactly
 * once, whenever the process dies.
 */
export class Projector {
  position: Position;
  checkpoint: Checkpoint | undefined;
  private readonly appliers: readonly ReturnType<ReadModelPart["open"]>[];
  private readonly applyInTransaction: (events: readonly RecordedEvent[], page: Place) => void;

  constructor(db: Database) {
    const stored = db.prepare(`SELECT position, checkpoint FROM checkpoint`).get() as {
      position: Position;
      checkpoint: Checkpoint | null;
    };
    this.position = stored.position;
    this.checkpoint = stored.checkpoint ?? undefined;
    const search = new SearchIndex(db);
    const context = { db, search };
    this.appliers = PARTS.map((part) => part.open(context));

    const move = db.prepare(`UPDATE checkpoint SET position = ?, checkpoint = ? WHERE position = ?`);
    this.applyInTransaction = db.transaction((events: readonly RecordedEvent[], place: Place) => {
      for (const recorded of events) {
        const event = decode(recorded);
        for (const apply of this.appliers) apply(event);
      }
      for (const { settle } of this.appliers) settle?.();
      search.settle();
      // Somebody else moving the checkpoint would mean two projectors on one file: everything is rolled back.
      const moved = move.run(place.position, place.checkpoint, this.position).changes;
      if (moved !== 1) throw new Error("The read model's checkpoint was moved by somebody else.");
    });
  }

  /** @param places the log's own word for where an event stands */
  apply(page: Page, places: { checkpointAt(position: Position): Checkpoint }): void {
    if (page.position === this.position && page.checkpoint === this.checkpoint) return;
    const events = wholeCommands(page);
    const last = events.at(-1);
    const cut = events.length < page.events.length && last !== undefined;
    const place = cut ? { position: last.position, checkpoint: places.checkpointAt(last.position) } : page;
    this.applyInTransaction(events, place);
    this.position = place.position;
    this.checkpoint = place.checkpoint;
  }
}

type Place = Pick<Page, "position" | "checkpoint">;

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
