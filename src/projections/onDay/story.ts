import type { DomainEvent } from "../../domain/kernel/decider.js";
import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import { decode, type LedgerEvent, type Recorded } from "../../eventstore/codec.js";
import type { LogReader, Position } from "../../eventstore/contract.js";

/** The story of one record up to a position: the events from which it is folded, in order. */
export async function storyOf<E extends DomainEvent>(
  log: Pick<LogReader, "readStream">,
  stream: string,
  upTo: Position,
): Promise<readonly Recorded<E>[]> {
  const recorded = await log.readStream(stream);
  return recorded.filter(({ position }) => position <= upTo).map((event) => decode(event) as Recorded<E>);
}

export const happenedOn = ({ occurredAt }: Pick<LedgerEvent, "occurredAt">): LocalDate => localDateOf(occurredAt);

/** Whether a day is reached; null, of what has no day of its own, always is. */
export const hasCome = (of: LocalDate | null, day: LocalDate): boolean => of === null || of <= day;

export const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
export const earlierOf = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
