import type { ReporterBookQuery } from "../../../generated/documents.ts";
import { daysBetween } from "../../format.ts";

/** How a reporter stands with the press card on a day. */

export type BookReporter = ReporterBookQuery["reporters"]["nodes"][number];
type Card = BookReporter["cards"][number];

/** In the order in which they need somebody to look at them. */
export const CARD_STATES = ["SOON", "OVER", "WITHDRAWN", "OK", "NONE"] as const;
export type CardState = (typeof CARD_STATES)[number];

export interface CardOf {
  readonly state: CardState;
  /** The one that lasts longest. */
  readonly card: Card | undefined;
  readonly daysLeft: number;
}

export const DAYS_AHEAD = 60;

export function cardOf({ cards }: BookReporter, day: string, within: number = DAYS_AHEAD): CardOf {
  const issued = cards.filter(({ issuedOn }) => issuedOn <= day);
  const standing = issued.filter(({ withdrawnOn }) => withdrawnOn == null || day < withdrawnOn);
  const card = longest(standing) ?? longest(issued);
  if (!card) return { state: "NONE", card, daysLeft: 0 };
  const daysLeft = daysBetween(day, card.validTo);
  if (standing.length === 0) return { state: "WITHDRAWN", card, daysLeft };
  return { state: daysLeft < 0 ? "OVER" : daysLeft <= within ? "SOON" : "OK", card, daysLeft };
}

const longest = (cards: readonly Card[]): Card | undefined =>
  cards.reduce<Card | undefined>((best, card) => (best && best.validTo >= card.validTo ? best : card), undefined);
