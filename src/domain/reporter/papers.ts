import { nameKey, sameName } from "../kernel/names.js";
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

/** The card that was valid on the day, if any. */
export function cardOn(cards: readonly PressCard[], day: LocalDate): PressCard | undefined {
  return cards.find(
    (card) => card.issuedOn <= day && day <= card.validTo && (card.withdrawnOn === null || day < card.withdrawnOn),
  );
}

/** A card number however it was typed: `ibt 00123` and `IBT00123` are the same card. */
export const normalCardNumber = (typed: string): string => nameKey(typed).replaceAll(" ", "").toUpperCase();

type LetterKey = Pick<IntroductionLetter, "agencyId" | "number" | "issuedOn">;

/** Agencies number their letters by the year, each for itself: the day and the agency are part of a letter's identity. */
export const isSameLetter = (one: LetterKey, other: LetterKey): boolean =>
  one.agencyId === other.agencyId && sameName(one.number, other.number) && one.issuedOn === other.issuedOn;
