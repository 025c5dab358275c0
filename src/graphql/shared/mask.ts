import type { Principal } from "../../commands/bus.js";
import type { SubjectKind } from "../../domain/law/terms.js";
import { mayRead } from "./access.js";

const SHOWN_CHARS = 3;

/** The number of a card or letter as this reader may see it: enough of its end to tell papers apart, or all of it. */
export function shownNumber(number: string, principal: Principal | undefined): string {
  if (mayRead(principal, "cardNumbers")) return number;
  // Of a very short number the end would be the whole.
  return number.length > SHOWN_CHARS ? `•••• ${number.slice(-SHOWN_CHARS)}` : "••••";
}

export const MASKED = "Masked (`•••• 123`) unless your role may read the numbers of papers.";

/**
 * The name of a party to a violation case or a sanction decision, as this reader may see it. Organisations are named to
 * whoever may read the record; of persons, and of household businesses, which go by a person's name, others see the
 * initials only: `N••• V••• A•••`.
 */
export function shownPartyName(
  { kind, name }: { readonly kind: SubjectKind; readonly name: string },
  principal: Principal | undefined,
): string {
  const named = kind === "ORGANISATION" || kind === "UNKNOWN" || mayRead(principal, "offenders");
  return named ? name : name.split(/\s+/u).map(initialOf).join(" ");
}

/** A word of one letter has no initial that would not be the whole. */
function initialOf(word: string): string {
  const [first = "", ...others] = word;
  return others.length === 0 ? "•••" : `${first}•••`;
}

/** Text that tells of an offender: free text names whom it speaks of, so it is for those only who may read the name. */
export const offenderText = (text: string | null, principal: Principal | undefined): string | null =>
  mayRead(principal, "offenders") ? text : null;

export const OFFENDERS_ONLY = "Null unless your role may read the names of offenders.";
