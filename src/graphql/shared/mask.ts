import type { Principal } from "../../commands/bus.js";
import { initialsOf } from "../../domain/kernel/names.js";
import { isPerson, type SubjectKind } from "../../domain/law/terms.js";
import type { NamedAs } from "../../projections/table/namedAs.js";
import type { PersonQueries } from "../../projections/table/persons.js";
import { mayRead } from "./access.js";

const SHOWN_CHARS = 3;

/** The number of a card or letter as this reader may see it: enough of its end to tell papers apart, or all of it. */
export function shownNumber(number: string, principal: Principal | undefined): string {
  if (mayRead(principal, "cardNumbers")) return number;
  // Of a very short number the end would be the whole.
  return number.length > SHOWN_CHARS ? `•••• ${number.slice(-SHOWN_CHARS)}` : "••••";
}

export const MASKED = "Masked (`•••• 123`) unless your role may read the numbers of papers.";

/** Somebody whom a record names, and as what: a party, or a target of an inspection. */
interface Named {
  readonly as: NamedAs;
  readonly ref: string;
  readonly kind: SubjectKind;
  readonly name: string;
}

/**
 * The name of a party or a target, as this reader may see it. Organisations are named to whoever may read the record; of
 * persons, and of household businesses, which go by a person's name, others see the initials only: `N••• V••• A•••`.
 * Whoever is known by now to be a person is one at every basis, also where the record says otherwise as of then.
 */
export function shownName(
  { as, ref, kind, name }: Named,
  {
    principal,
    reads,
  }: {
    readonly principal: Principal | undefined;
    readonly reads: { readonly persons: Pick<PersonQueries, "isPerson"> };
  },
): string {
  const open = mayRead(principal, "offenders") || !(isPerson(kind) || reads.persons.isPerson(as, ref));
  return open ? name : initialsOf(name);
}

export const INITIALS_ONLY =
  "Of persons and household businesses the initials only, unless your role may read the names of offenders.";

/** Text that tells of an offender: free text names whom it speaks of, so it is for those only who may read the name. */
export const offenderText = (text: string | null, principal: Principal | undefined): string | null =>
  mayRead(principal, "offenders") ? text : null;

/** Whether this reader may read what is said of them all: of persons and household businesses it tells of offenders. */
export const mayReadOf = (about: readonly { readonly kind: string }[], principal: Principal | undefined): boolean =>
  about.every(({ kind }) => kind === "ORGANISATION") || mayRead(principal, "offenders");

/** The records about offenders, or about citizens who ask, by the category of their streams. */
const OF_OFFENDERS = /^(inspection|violationCase|seizure|sanction|informationRequest)-/;

/** Why something was entered late or corrected, or what was decided on it: free text like any other. */
export const eventReason = (
  { stream, reason }: { readonly stream: string; readonly reason: string | null },
  principal: Principal | undefined,
): string | null => (OF_OFFENDERS.test(stream) ? offenderText(reason, principal) : reason);

export const OFFENDERS_ONLY = "Null unless your role may read the names of offenders.";
