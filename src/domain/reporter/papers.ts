import {
  type DataOf,
  day,
  lines,
  many,
  NOBODY,
  optional,
  PAPERS,
  paperNumber,
  part,
  ref,
  shownAs,
  text,
} from "../kernel/fields.js";
import { normalSerial, samePaperNumber, serialKey } from "../kernel/paperNumber.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { NAMED_AGENCY } from "../pressAgency/pressAgency.js";
import { CARD, cardNumber, issuedOn, NUMBER, validTo } from "./fields.js";

/** The papers of a reporter as the register has them: press cards and letters of introduction. */

export const PRESS_CARD = part(
  "PressCard",
  {
    ...CARD.fields,
    number: cardNumber,
    withdrawnOn: optional(day(say("ngày thu hồi", "withdrawn on"), "From this day on it is withdrawn.")),
    withdrawalBasis: optional(
      text(say("căn cứ thu hồi", "basis of the withdrawal"), 300, NOBODY, "The decision on which it rests, as cited."),
    ),
  },
  "A press card (thẻ nhà báo), Press Law 2016 Art. 26–28.",
);
export type PressCard = DataOf<typeof PRESS_CARD.fields>;
export type NewPressCard = DataOf<typeof CARD.fields>;
/** What others may know of a card. */
export type CardFact = Omit<PressCard, "withdrawalBasis">;

/** What became of the card of this number. */
export interface CardChange {
  readonly number: string;
  readonly to: Partial<PressCard>;
}

const ADDRESSEE = part(
  "LetterAddressee",
  {
    unitId: ref("Unit", say("đơn vị", "unit")),
    unitName: shownAs(
      "name",
      text(say("tên cơ quan, đơn vị", "name of the addressee"), 300, NOBODY, "As it was called on the day of issue."),
    ),
  },
  "A unit to which a letter of introduction is addressed.",
);

export const INTRODUCTION_LETTER = part(
  "IntroductionLetter",
  {
    number: paperNumber(say("số giấy giới thiệu", "number of the letter"), NUMBER, PAPERS),
    ...NAMED_AGENCY,
    agencyId: ref("PressAgency", say("cơ quan báo chí cấp giấy", "issuing press agency")),
    issuedOn,
    validTo,
    units: shownAs(
      "addressees",
      many(
        ADDRESSEE,
        say("cơ quan, đơn vị nơi đến", "addressees"),
        { most: 200 },
        "One letter may be addressed to several units.",
      ),
    ),
    content: lines(say("nội dung làm việc", "content"), 2000, NOBODY),
  },
  "A letter of introduction (giấy giới thiệu): it names unit, content and time.",
);
export type IntroductionLetter = DataOf<typeof INTRODUCTION_LETTER.fields>;
/** What others may know of a letter. */
export interface LetterFact extends Omit<IntroductionLetter, "agencyName" | "units"> {
  readonly units: readonly Pick<IntroductionLetter["units"][number], "unitId">[];
}

/** The card that was valid on the day, if any. */
export function cardOn(cards: readonly CardFact[], day: LocalDate): CardFact | undefined {
  return cards.find(
    (card) => card.issuedOn <= day && day <= card.validTo && (card.withdrawnOn === null || day < card.withdrawnOn),
  );
}

/** The cards as they stood on a day: those issued by then, without the withdrawals still to come. */
export const cardsAsOf = (cards: readonly PressCard[], day: LocalDate): readonly PressCard[] =>
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

export const cardNumbered = <C extends CardFact>(cards: readonly C[], number: string): C | undefined =>
  cards.find((card) => cardKey(card.number) === cardKey(number));

export const withChange = <C extends CardFact>(cards: readonly C[], { number, to }: CardChange): readonly C[] =>
  cards.map((card) => (cardKey(card.number) === cardKey(number) ? { ...card, ...to } : card));

/** Those changes that are of these cards, or of what earlier ones made of them. */
export function changesOf(cards: readonly CardFact[], changes: readonly CardChange[]): readonly CardChange[] {
  let standing = cards;
  return changes.filter((change) => {
    if (!cardNumbered(standing, change.number)) return false;
    standing = withChange(standing, change);
    return true;
  });
}

type LetterKey = Pick<LetterFact, "agencyId" | "number" | "issuedOn">;

/** Agencies number their letters by the year, each for itself: the day and the agency are part of a letter's identity. */
export const isSameLetter = (one: LetterKey, other: LetterKey): boolean =>
  one.agencyId === other.agencyId && samePaperNumber(one.number, other.number) && one.issuedOn === other.issuedOn;
