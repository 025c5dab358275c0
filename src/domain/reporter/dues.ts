import type { Due } from "../due/due.js";
import type { PressCard } from "./papers.js";
import type { Reporter } from "./reporter.js";

/**
 * When the papers of a reporter run out: the press card, unless it was withdrawn or a later one is there, and each letter of
 * introduction. No unit's duty. Numbers of papers are for some readers only, so the part is told by days.
 */
export function reporterOwes({ cards, letters }: Reporter): readonly Due[] {
  const common = { unitIds: [], rule: null };
  return [
    ...cards
      .filter((card) => card.withdrawnOn === null && !cards.some((other) => replaces(other, card)))
      .map(({ issuedOn, validTo }): Due => {
        return { ...common, kind: "PRESS_CARD_ENDS", partId: issuedOn, since: issuedOn, by: validTo };
      }),
    ...letters.map(({ agencyId, issuedOn, validTo }): Due => {
      const partId = `${agencyId} ${issuedOn}`;
      return { ...common, kind: "INTRODUCTION_LETTER_ENDS", partId, since: issuedOn, by: validTo };
    }),
  ];
}

const replaces = (other: PressCard, card: PressCard): boolean =>
  other.withdrawnOn === null && other.validTo > card.validTo;
