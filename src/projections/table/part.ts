import type { Database } from "better-sqlite3";
import type { DomainEvent } from "../../domain/kernel/decider.js";
import type { LedgerEvent, Recorded } from "../../eventstore/codec.js";
import type { SearchIndex } from "./search.js";

/** What a read model may use while it takes in an event. */
export interface ProjectionContext {
  readonly db: Database;
  readonly search: SearchIndex;
}

/**
 * One part of the read model: its tables, and what each event does to them. It sees every event once, in order of
 * position, inside one transaction with its place in the log. It must depend on nothing but the events before. A part
 * whose code has changed is built anew by itself, while the others keep their rows: see `fingerprint.ts`.
 */
export interface ReadModelPart {
  readonly name: string;
  /** The address of its file (`import.meta.url`): this file, and all that it imports, is what makes its rows. */
  readonly source: string;
  /** Its tables, and the indexes by which parts themselves find rows. */
  readonly ddl: string;
  /** Its other indexes, which only questions need: far cheaper made when the log has been taken in than kept meanwhile. */
  readonly indexes?: string;
  /** Its rows in the tables of parts before it. */
  readonly ownRows?: readonly OwnRows[];
  /** Parts before it whose rows it reads, only as they stood at the event's position, since they may be ahead. */
  readonly reads?: readonly ReadModelPart[];
  /** Called once a start; returns what takes in one event. */
  readonly open: (context: ProjectionContext) => Applier;
}

/** The rows with this value in a column of another part's table. */
export interface OwnRows {
  readonly of: ReadModelPart;
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

export interface Applier {
  (event: LedgerEvent): void;
  /** Called when a page of events has been taken in, before its transaction is committed: writes what was held back. */
  settle?: () => void;
}

type Handlers<E extends DomainEvent> = {
  readonly [T in E["type"]]: (event: Recorded<Extract<E, { type: T }>>) => void;
};

/** Every event type of a subject has its handler; events of other subjects pass by. */
export function when<E extends DomainEvent>(handlers: Handlers<E>): (event: LedgerEvent) => void {
  const byType = new Map(Object.entries(handlers) as [string, (event: LedgerEvent) => void][]);
  return (event) => byType.get(event.type)?.(event);
}
