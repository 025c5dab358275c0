import { day, NOBODY, noted, PAPERS, part, serialNumber, text } from "../kernel/fields.js";
import { say } from "../kernel/words.js";

/** Fields that several steps of a reporter have in common. */

/** How long the number of a paper may be. */
export const NUMBER = 100;
export const cardNumber = serialNumber(say("số thẻ nhà báo", "number of the press card"), NUMBER, PAPERS);
export const issuedOn = day(say("ngày cấp", "issued on"));
export const validTo = day(say("có giá trị đến hết ngày", "valid until"), "The last day on which it is valid.");

/** A press card (thẻ nhà báo), as printed: its term is never computed. */
export const CARD = part(
  "NewPressCardInput",
  {
    number: noted(cardNumber, "Blanks, hyphens and capitals do not matter."),
    issue: text(say("kỳ hạn", "period of issue"), 40, NOBODY, "As printed: `2016-2020`."),
    issuedOn,
    validTo,
  },
  "A press card (thẻ nhà báo), as printed.",
);

export const CARD_CORRECTION = part(
  "PressCardCorrectionInput",
  CARD.fields,
  "What is printed on a press card; what is absent stays as it is recorded.",
);
