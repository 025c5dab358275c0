import { normalSerial, samePaperNumber, serialKey } from "../kernel/paperNumber.js";
import type { LocalDate } from "../kernel/time.js";

/** A press card (thẻ nhà báo). The term is stored as printed, never computed. */
export interface PressCard {
  readonly number: string;
  /** The period of issue (kỳ hạn), as printed: `2016-2020`. */
  readonly issue: string;
  readonly issuedOn: LocalDate;
  /** The last day on which it is valid. */
  readonly validTo: LocalDate;
  readonly withdrawnOn: LocalDate | null;
}
export type NewPressCard = Omit<PressCard, "withdrawnOn">;

/** A press card as the register has it. */
export interface RegisteredCard extends PressCard {
  readonly withdrawalBasis: string | null;
}

/** What became of the card of this number. */
export interface CardChange {
  readonly number: string;
  readonly to: Partial<RegisteredCard>;
}

/** A unit to which a letter is addressed, with its name on the day of issue. */
export interface AddressedUnit {
  readonly unitId: string;
  readonly unitName: string;
}

/** A letter of introduction (giấy giới thiệu): it must name unit, content and time. */
export interface IntroductionLetter {
  readonly number: string;
  readonly agencyId: string;
  readonly issuedOn: LocalDate;
  readonly validTo: LocalDate;
  /** The units to which it is addressed. */
  readonly unitIds: readonly string[];
  readonly content: string;
}

/** A letter as the register has it, with the names of the day of issue. */
export interface RegisteredLetter extends Omit<IntroductionLetter, "unitIds"> {
  readonly agencyName: string;
  readonly units: readonly AddressedUnit[];
}

/** The card that was valid on the day, if any. */
export function cardOn(cards: readonly PressCard[], day: LocalDate): PressCard | undefined {
  return cards.find(
    (card) => card.issuedOn <= day && day <= card.validTo && (card.withdrawnOn === null || day < card.withdrawnOn),
  );
}

/** The cards as they stood on a day: those issued by then, without the withdrawals still to come. */
export const cardsAsOf = (cards: readonly RegisteredCard[], day: LocalDate): readonly RegisteredCard[] =>
  cards
    .filter(({ issuedOn }) => issuedOn <= day)
    .map((card) =>
      card.withdrawnOn !== null && card.withdrawnOn > day
        ? { ...card, withdrawnOn: null, withdrawalBasis: null }
        : card,
    );

/** As the register keeps it: without the blanks and hyphens that part it, in capitals. */
export const normalCardNumber = (typed: string): string => normalSerial(typed).replace(/[\s.-]+/gu, "");

/** The same for all that is typed of one card: `ibt 00123`, `IBT-00 123` and `IBT123`. */
export const cardKey = (number: string): string => serialKey(normalCardNumber(number));

export const cardNumbered = <C extends PressCard>(cards: readonly C[], number: string): C | undefined =>
  cards.find((card) => cardKey(card.number) === cardKey(number));

export const withChange = <C extends PressCard>(cards: readonly C[], { number, to }: CardChange): readonly C[] =>
  cards.map((card) => (cardKey(card.number) === cardKey(number) ? { ...card, ...to } : card));

/** Those changes that are of these cards, or of what earlier ones made of them. */
export function changesOf(cards: readonly PressCard[], changes: readonly CardChange[]): readonly CardChange[] {
  let standing = cards;
  return changes.filter((change) => {
    if (!cardNumbered(standing, change.number)) return false;
    standing = withChange(standing, change);
    return true;
  });
}

type LetterKey = Pick<IntroductionLetter, "agencyId" | "number" | "issuedOn">;

/** Agencies number their letters by the year, each for itself: the day and the agency are part of a letter's identity. */
export const isSameLetter = (one: LetterKey, other: LetterKey): boolean =>
  one.agencyId === other.agencyId && samePaperNumber(one.number, other.number) && one.issuedOn === other.issuedOn;
