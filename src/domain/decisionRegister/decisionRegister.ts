import type { Command } from "../kernel/decider.js";

/**
 * The register in which one body numbers its decisions of one year and symbol (sổ đăng ký quyết định): one stream each,
 * so that the log itself keeps two officers from one number. A number is drawn when a paper is signed, never for a
 * draft, and stays on a paper that is annulled later.
 */

/** Which register: numbers begin anew each year, for each issuer and symbol. */
export interface RegisterName {
  readonly registerId: string;
  readonly issuerId: string;
  readonly year: number;
  /** What stands after the number (ký hiệu), e.g. `QĐ-XPVPHC`. */
  readonly symbol: string;
}

/** For whom a number is: the paper, and the attempt at issuing it. */
export interface Draw {
  /** The paper that bears the number: a decision, or a correction of one. It follows from its command. */
  readonly forId: string;
  /** The attempt that drew it. Who tries again takes the number over, so that an earlier attempt cannot give it back. */
  readonly attemptId: string;
}

// State -------------------------------------------------------------------------------------------------------------

export interface HeldNumber {
  readonly number: string;
  readonly attemptId: string;
  readonly given: boolean;
  /** More than one attempt was made with it: one of them may have issued the paper. */
  readonly takenOver: boolean;
}

export interface DecisionRegister {
  /** By the paper that bears the number. */
  readonly held: ReadonlyMap<string, HeldNumber>;
  /** All numbers that stand on papers, or wait for them. */
  readonly taken: ReadonlySet<string>;
  /** Numbers that were drawn and given back, the lowest first. */
  readonly released: readonly number[];
  /** The highest number that was ever in use, suffixes apart. */
  readonly last: number;
}

// Commands ----------------------------------------------------------------------------------------------------------

export type DrawNumber = Command<
  "DrawDecisionNumber",
  RegisterName &
    Draw & {
      /** The record that the paper is, or is about. */
      readonly recordId: string;
      /** The number that the paper has already; null: the next one. */
      readonly number: string | null;
    }
>;
export type ReleaseNumber = Command<"ReleaseDecisionNumber", Draw & { readonly registerId: string }>;
/** The paper that bears the number was taken back, as entered in error. */
export type FreeNumber = Command<
  "FreeDecisionNumber",
  { readonly registerId: string; readonly attemptId: string; readonly number: string }
>;
export type DecisionRegisterCommand = DrawNumber | ReleaseNumber | FreeNumber;
