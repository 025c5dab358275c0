import type { DomainEvent } from "../../domain/kernel/decider.js";

/**
 * What a timeline says of an event to those who know nothing of its type: a sentence in English, one in Vietnamese.
 * They are the type's own, and name nobody: whoever may read a name finds it in the record.
 */
export type Summary = readonly [en: string, vi: string];
export type SummariesOf<E extends DomainEvent> = Readonly<Record<E["type"], Summary>>;
