import type { Principal } from "../../commands/bus.js";
import { mayRead } from "./access.js";

const SHOWN_CHARS = 3;

/** The number of a card or letter as this reader may see it: enough of its end to tell papers apart, or all of it. */
export function shownNumber(number: string, principal: Principal | undefined): string {
  if (mayRead(principal, "cardNumbers")) return number;
  // Of a very short number the end would be the whole.
  return number.length > SHOWN_CHARS ? `•••• ${number.slice(-SHOWN_CHARS)}` : "••••";
}

export const MASKED = "Masked (`•••• 123`) unless your role may read the numbers of papers.";
