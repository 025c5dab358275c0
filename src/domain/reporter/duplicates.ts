import { type PressCard, withChange } from "./papers.js";
import type { ReporterEntry } from "./reporter.js";

/** The entries that were merged into one directly. */
export type DuplicatesOf = (reporterId: string) => readonly ReporterEntry[];

/** A card, and the entry in which it was recorded. */
export interface CardOfEntry extends PressCard {
  readonly reporterId: string;
}

/** All cards of an entry: its own, and those of its duplicates with what became of them since. */
export const allCardsOf = (entry: ReporterEntry, duplicatesOf: DuplicatesOf): readonly CardOfEntry[] =>
  withItsDuplicates(entry, duplicatesOf, new Set());

/** The cards that came with duplicates, as they came. */
export const cardsOfDuplicates = (reporterId: string, duplicatesOf: DuplicatesOf): readonly CardOfEntry[] =>
  broughtTo(reporterId, duplicatesOf, new Set());

function withItsDuplicates(entry: ReporterEntry, duplicatesOf: DuplicatesOf, met: Set<string>): readonly CardOfEntry[] {
  const { reporterId, cards, changesOfOtherCards } = entry;
  const own = cards.map((card) => ({ ...card, reporterId }));
  return [...own, ...changesOfOtherCards.reduce(withChange<CardOfEntry>, broughtTo(reporterId, duplicatesOf, met))];
}

function broughtTo(reporterId: string, duplicatesOf: DuplicatesOf, met: Set<string>): readonly CardOfEntry[] {
  // Two commands at the same moment may merge two entries into each other.
  met.add(reporterId);
  const duplicates = duplicatesOf(reporterId).filter((one) => !met.has(one.reporterId));
  return duplicates.flatMap((one) => withItsDuplicates(one, duplicatesOf, met));
}
