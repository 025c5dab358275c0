import type { Role } from "../kernel/actor.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import type { ClaimWanted } from "../kernel/taking.js";
import { type CardFact, cardKey, cardNumbered, type NewPressCard, normalCardNumber, withChange } from "./papers.js";
import { reporterRefusals } from "./refusals.js";
import type { ReporterEntry } from "./reporter.js";

/** What several steps of a reporter have in common. */

/** Who comes to a unit's door without notice is entered there. */
export const AT_THE_DOOR: readonly Role[] = ["CLERK", "PRESS_OFFICER", "ADMIN"];

/** Asked of every step: who was merged into another entry goes on there. */
export function isNoDuplicate({ state }: { readonly state: ReporterEntry }): Refusal | undefined {
  return state.mergedIntoId === null ? undefined : reporterRefusals.REPORTER_IS_DUPLICATE(["reporterId"]);
}

export const cardTermInOrder = ({ issuedOn, validTo }: NewPressCard, path: Path): Refusal | undefined =>
  validTo < issuedOn ? reporterRefusals.PRESS_CARD_TERM_REVERSED([...path, "validTo"]) : undefined;

export function reasonIsGiven({ data }: { readonly data: { readonly reason: string } }): Refusal | undefined {
  return data.reason.trim() === "" ? reporterRefusals.REPORTER_CORRECTION_NEEDS_REASON(["reason"]) : undefined;
}

// Press cards

/** What has to be known of a card that is to be recorded. */
export interface Holder {
  /** Who holds a card of that number: a reporter, with the duplicates' too, or nobody. */
  readonly holderId: string | null;
}
/** The cards that came with the reporter's duplicates: they are corrected and withdrawn through the entry that goes on. */
export interface Brought {
  readonly brought: readonly CardFact[];
}

interface OfCard {
  readonly state: Pick<ReporterEntry, "cards" | "changesOfOtherCards">;
  readonly data: Brought & { readonly number: string };
}

/** Those of its duplicates as the reporter's own stream knows them. */
const othersOf = ({ state, data }: { readonly state: OfCard["state"]; readonly data: Brought }): readonly CardFact[] =>
  state.changesOfOtherCards.reduce(withChange<CardFact>, data.brought);

/** All cards of an entry: its own, and those that came with its duplicates. */
export const cardsHeld = (
  state: Pick<ReporterEntry, "cards" | "changesOfOtherCards">,
  brought: readonly CardFact[],
): readonly CardFact[] => [...state.cards, ...othersOf({ state, data: { brought } })];

/** The reporter's own card of that number, or else one that came with a duplicate. */
export const cardSpokenOf = (asked: OfCard): CardFact | undefined =>
  cardNumbered(asked.state.cards, asked.data.number) ?? cardNumbered(othersOf(asked), asked.data.number);

/** `data`: not known before the form is filled in; then `state` has those of the duplicates, too. */
export function hasACard({
  state,
  data,
}: {
  readonly state: Pick<ReporterEntry, "cards">;
  readonly data?: Brought;
}): Refusal | undefined {
  const isThere = state.cards.length > 0 || (data !== undefined && data.brought.length > 0);
  return isThere ? undefined : reporterRefusals.REPORTER_HAS_NO_PRESS_CARD(["reporterId"]);
}

export const cardIsKnown = (asked: OfCard): Refusal | undefined =>
  cardSpokenOf(asked) ? undefined : reporterRefusals.PRESS_CARD_NOT_FOUND(["number"]);

/** One card, one holder. */
export const theCard = ({ number }: { readonly number: string }): readonly ClaimWanted[] => [
  { kind: "PRESS_CARD", key: cardKey(number) },
];

export const asPrinted = ({ number, issue, issuedOn, validTo }: NewPressCard): NewPressCard => ({
  number: normalCardNumber(number),
  issue,
  issuedOn,
  validTo,
});
