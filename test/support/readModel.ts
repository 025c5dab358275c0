import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import type { DomainEvent } from "../../src/domain/kernel/decider.js";
import { takesBack } from "../../src/domain/histories.js";
import { encode, entityId } from "../../src/eventstore/codec.js";
import type { Position, RecordedEvent } from "../../src/eventstore/contract.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { createParts } from "../../src/projections/readModel/partTable.js";
import { Projector } from "../../src/projections/readModel/projector.js";
import { SEARCH_KINDS } from "../../src/projections/table/foundTexts.js";
import { ALL_TEXTS, SearchQueries } from "../../src/projections/table/searchQueries.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { CLOCK, commandMeta, type Told } from "./given.js";

const NAMESPACE = "7b1f2f8e-4f0e-4c43-9f0c-1d8a3e5b6c7d";
const PLACES = { checkpointAt: String };

/** A read model in memory, told events as if a log had recorded them: one call of `tell` is one command. */
export class TestReadModel {
  readonly db: Database;
  private readonly projector: Projector;
  private readonly log: RecordedEvent[] = [];
  private readonly revisions = new Map<string, number>();

  constructor() {
    this.db = new BetterSqlite3(":memory:");
    createParts(this.db, PARTS);
    this.projector = new Projector(this.db, PARTS);
  }

  /** The position of the last event. */
  get position(): Position {
    return this.log.length;
  }

  /** Records the events of one command on a stream; answers with the position of the last one. */
  tell<E extends DomainEvent>(stream: string, ...events: Told<E>[]): Position {
    const commandId = entityId(NAMESPACE, String(this.position));
    const envelope = { actor: commandMeta().actor, commandId, commandHash: "hash", correlationId: commandId };
    const dated = events.map((event) => ({ occurredAt: CLOCK, ...event }) as DomainEvent);
    const recorded = encode(dated, envelope).map((event, index): RecordedEvent => {
      const revision = (this.revisions.get(stream) ?? -1) + 1;
      this.revisions.set(stream, revision);
      return { ...event, stream, revision, position: this.position + 1 + index, recordedAt: CLOCK };
    });
    this.take(recorded);
    return this.position;
  }

  /** Another read model that has seen only what was recorded up to the position: answers as-of must equal its own. */
  rebuilt(upTo: Position = this.position): TestReadModel {
    const other = new TestReadModel();
    for (const event of this.log.slice(0, upTo)) other.take([event]);
    return other;
  }

  /** What is found by these words, as `KIND:id`. */
  found(text: string, may = ALL_TEXTS, at: Position = NOW): string[] {
    const { rows } = new SearchQueries(this.db).list(
      text,
      { kinds: SEARCH_KINDS, may },
      { limit: 50 },
      { position: at },
    );
    return rows.map(({ row }) => `${row.kind}:${row.id}`);
  }

  private storyBefore({ stream, revision }: RecordedEvent): readonly RecordedEvent[] {
    return this.log.filter((event) => event.stream === stream && event.revision < revision);
  }

  private take(events: readonly RecordedEvent[]): void {
    this.log.push(...events);
    const { position } = this;
    const told = events.map((event) => (takesBack(event.type) ? { ...event, story: this.storyBefore(event) } : event));
    this.projector.apply({ events: told, position, checkpoint: PLACES.checkpointAt(position), atEnd: true }, PLACES);
  }
}
