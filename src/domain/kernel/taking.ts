import { count, type DataOf, NOBODY, part, text } from "./fields.js";
import { say } from "./words.js";

/** What a command takes beyond its own record: a number of a register, and what can be taken only once. */

/** A number of a register as the paper that bears it shows it, e.g. 12/QĐ-XPVPHC of 2019. */
export const DECISION_NUMBER = part(
  "DecisionNumber",
  {
    text: text(say("số, ký hiệu", "number and symbol"), 100, NOBODY, "As it is written: `12/QĐ-XPVPHC`."),
    number: text(say("số", "number"), 100, NOBODY, "`12`, or `12a` as old papers have it."),
    symbol: text(say("ký hiệu", "symbol"), 40, NOBODY),
    year: count(say("năm", "year")),
  },
  "A number of the issuer's register; an annulled decision keeps its own.",
);
export interface DecisionNumber extends DataOf<typeof DECISION_NUMBER.fields> {
  readonly registerId: string;
}

/** A number of which register, and for which paper. */
export interface NumberWanted {
  readonly issuerId: string;
  readonly year: number;
  readonly symbol: string;
  /** The number that the paper has already, entered late, as it bears it; null: the next one. */
  readonly given: string | null;
  /** The paper: it follows from the command, so that the same command again meets its number. */
  readonly forId: string;
  /** The record that the paper is, or is about. */
  readonly recordId: string;
}

export type ClaimKind =
  | "PRESS_AGENCY_NAME"
  | "PRESS_CARD"
  /** The acts of one party of a case: each is decided once. */
  | "ACTS_OF_PARTY"
  /** What a receipt is over: decisions share it, and no more than all of it. */
  | "RECEIPT"
  /** The number of a case's minutes of a seizure. */
  | "SEIZURE_MINUTES"
  /** The numbers of a unit's staff on a day. */
  | "STAFF_SNAPSHOT";

/** What is unique, or can be taken once only, e.g. a card by its number. */
export interface ClaimWanted {
  readonly kind: ClaimKind;
  /** The same for all spellings of the thing. The ledger is not told: only a hash of it stands there. */
  readonly key: string;
}
