import type { Database } from "better-sqlite3";
import type { DomainEvent } from "../domain/kernel/decider.js";
import type { LedgerEvent, Recorded } from "../eventstore/codec.js";
import type { SearchIndex } from "./search.js";

/** What a read model may use while it takes in an event. */
export interface ProjectionContext {
  readonly db: Database;
  readonly search: SearchIndex;
}

/**
 * One read model: its tables, and what each event does to them. It sees every event once, in order of position,
 * inside one transaction with the checkpoint. It must depend on nothing but the events before.
 */
export interface ReadModelPart {
  readonly name: string;
  readonly ddl: string;
  /** Called once a start; returns what takes in one event. */
  readonly open: (context: ProjectionContext) => Applier;
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
