import { nameBasedUuid } from "./nameBasedUuid.js";
import type { Actor } from "../domain/kernel/actor.js";
import type { DomainEvent } from "../domain/kernel/decider.js";
import { canonicalJson } from "./canonicalJson.js";
import type { NewEvent, Position, RecordedEvent, Revision } from "./contract.js";

/** What the ledger keeps around a domain event: who, in which command, on which day, why. */
export interface Envelope {
  readonly actor: Actor;
  readonly commandId: string;
  /** SHA-256 over the command's canonical JSON: the same id with another body is caught by it. */
  readonly commandHash: string;
  readonly correlationId: string;
  /** The command that led to this one; absent where nobody named it. */
  readonly causedBy?: string;
  /** When the caller's device took the command down, where that was before it was sent. */
  readonly enteredAt?: string;
}

/** A domain event as it stands in the log. */
export interface LedgerEvent extends Envelope {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly occurredAt: string;
  readonly reason?: string;
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly recordedAt: string;
  /** Of an event that takes others back: see DomainEvent. */
  readonly story?: readonly LedgerEvent[] | null;
}

/** A ledger event of known types, to be told apart by `type`. */
export type Recorded<E extends DomainEvent> = E extends DomainEvent
  ? LedgerEvent & { readonly type: E["type"]; readonly data: E["data"] }
  : never;

/**
 * Metadata as stored. The `$` names are EventStoreDB's own, so that its `$by_correlation_id` works. `$causationId` is the
 * command that led to this one, or else the command itself.
 */
interface StoredMetadata {
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly commandHash: string;
  readonly reason?: string;
  readonly enteredAt?: string;
  readonly $correlationId: string;
  readonly $causationId: string;
}

/** Turns the data of one schema version of an event type into the next version's. Pure. */
export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

/**
 * Event types whose data have changed shape since they were first written: the upcasters from version 1 on, in order.
 * A type that is not listed is at version 1.
 */
export const UPCASTERS: Readonly<Record<string, readonly Upcaster[]>> = {
  // Version 1 told an arrival without an appointment by a `VisitorsArrived` of its own, right after.
  VisitRegistered: [(data) => ({ ...data, arrived: false })],
};

const currentVersion = (type: string): number => 1 + (UPCASTERS[type]?.length ?? 0);

/** Event ids follow from the command: a repeated command meets its own events. */
export const eventId = (commandId: string, index: number): string => nameBasedUuid(String(index), commandId);

/** The id of an entity that a command brings into being. */
export const entityId = (commandId: string, entity: string): string => nameBasedUuid(entity, commandId);

/** The domain events of one command, ready for the log. */
export function encode(events: readonly DomainEvent[], envelope: Envelope): NewEvent[] {
  return events.map((event, index) => {
    const metadata: StoredMetadata = {
      schemaVersion: currentVersion(event.type),
      occurredAt: event.occurredAt,
      actor: envelope.actor,
      commandId: envelope.commandId,
      commandHash: envelope.commandHash,
      $correlationId: envelope.correlationId,
      $causationId: envelope.causedBy ?? envelope.commandId,
      ...(event.reason === undefined ? {} : { reason: event.reason }),
      ...(envelope.enteredAt === undefined ? {} : { enteredAt: envelope.enteredAt }),
    };
    return {
      id: eventId(envelope.commandId, index),
      type: event.type,
      data: canonicalJson(event.data),
      metadata: canonicalJson(metadata),
    };
  });
}

/**
 * @throws UnknownSchemaVersion when a newer program wrote the event.
 * @throws UnreadableEvent when no program wrote it so.
 */
export function decode(recorded: RecordedEvent): LedgerEvent {
  const metadata = objectIn(recorded, "metadata") as unknown as StoredMetadata;
  const stored = objectIn(recorded, "data");
  if (!Number.isSafeInteger(metadata.schemaVersion)) throw new UnreadableEvent(recorded, "metadata");
  const data = upcast(recorded.type, metadata.schemaVersion, stored);
  if (!isEnvelope(metadata)) throw new UnreadableEvent(recorded, "metadata");
  return {
    id: recorded.id,
    type: recorded.type,
    data,
    occurredAt: metadata.occurredAt,
    actor: metadata.actor,
    commandId: metadata.commandId,
    commandHash: metadata.commandHash,
    correlationId: metadata.$correlationId,
    stream: recorded.stream,
    revision: recorded.revision,
    position: recorded.position,
    recordedAt: recorded.recordedAt,
    // Last, and most events have none of them: V8 is slow at fields that come after a spread, and every event passes here.
    ...(metadata.reason === undefined ? {} : { reason: metadata.reason }),
    ...(metadata.enteredAt === undefined ? {} : { enteredAt: metadata.enteredAt }),
    ...(metadata.$causationId === metadata.commandId ? {} : { causedBy: metadata.$causationId }),
    ...(recorded.story === undefined ? {} : { story: recorded.story.map(decode) }),
  };
}

function objectIn(recorded: RecordedEvent, part: "data" | "metadata"): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(recorded[part]);
  } catch {
    // The error of JSON itself repeats a piece of the text, which may name a person.
    throw new UnreadableEvent(recorded, part);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new UnreadableEvent(recorded, part);
  return value as Record<string, unknown>;
}

const isEnvelope = ({ occurredAt, actor, commandId }: StoredMetadata): boolean =>
  typeof occurredAt === "string" && typeof commandId === "string" && typeof actor === "object" && actor !== null;

function upcast(type: string, version: number, data: Record<string, unknown>): Record<string, unknown> {
  const current = currentVersion(type);
  if (version > current) throw new UnknownSchemaVersion(type, version);
  if (version === current) return data;
  return (UPCASTERS[type] ?? []).slice(version - 1).reduce((value, next) => next(value), data);
}

export class UnknownSchemaVersion extends Error {
  override readonly name = "UnknownSchemaVersion";
  constructor(type: string, version: number) {
    super(
      `An event ${type} has schema version ${version}, which this program is too old to read: start the newer program.`,
    );
  }
}

/** The event stands in the log, but not as it was written: the log was damaged, or written to by something else. */
export class UnreadableEvent extends Error {
  override readonly name = "UnreadableEvent";
  constructor({ type, position }: Pick<RecordedEvent, "type" | "position">, part: "data" | "metadata") {
    super(
      `The event ${type} at position ${position} of the log cannot be read, as its ${part} are not what a ledger writes: ` +
        `restore the log from a backup, see docs/OPERATIONS.md.`,
    );
  }
}
