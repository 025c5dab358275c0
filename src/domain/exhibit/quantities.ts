import type { ExhibitLine, Seizure } from "./seizure.js";
import type { SeizureStatus } from "./terms.js";

/**
 * More copies than any store holds: beyond it stands a slip of the hand. A seizure has no more, minuted and found, so
 * that no sum of its quantities outgrows what can be shown.
 */
export const MOST_COPIES = 10_000_000;

/** Where the copies of a line (or of several) are. Whole numbers, none negative but the discrepancy. */
export interface Totals {
  readonly seized: number;
  readonly inCustody: number;
  readonly returned: number;
  readonly confiscated: number;
  readonly held: number;
  readonly destroyed: number;
  readonly transferred: number;
  readonly sold: number;
  readonly lost: number;
  readonly compensable: number;
  readonly missing: number;
  readonly damaged: number;
  readonly surplus: number;
  /**
   * What was seized and is neither here nor lawfully gone: missing + damaged + compensable − surplus. Negative when more
   * was found than was minuted.
   */
  readonly discrepancy: number;
}

const NAMES = [
  "seized",
  "inCustody",
  "returned",
  "confiscated",
  "held",
  "destroyed",
  "transferred",
  "sold",
  "lost",
  "compensable",
  "missing",
  "damaged",
  "surplus",
  "discrepancy",
] as const satisfies readonly (keyof Totals)[];

export function totalsOf(line: ExhibitLine): Totals {
  const { seized, inCustody, returned, missing, damaged, surplus, confiscations } = line;
  const sum = (name: "confiscated" | "held" | "destroyed" | "transferred" | "sold" | "lost" | "compensable"): number =>
    confiscations.reduce((total, one) => total + one[name], 0);
  const compensable = sum("compensable");
  return {
    seized,
    inCustody,
    returned,
    confiscated: sum("confiscated"),
    held: sum("held"),
    destroyed: sum("destroyed"),
    transferred: sum("transferred"),
    sold: sum("sold"),
    lost: sum("lost"),
    compensable,
    missing,
    damaged,
    surplus,
    discrepancy: missing + damaged + compensable - surplus,
  };
}

export function sumOfTotals(all: readonly Totals[]): Totals {
  const sums = NAMES.map((name) => [name, all.reduce((total, one) => total + one[name], 0)] as const);
  return Object.fromEntries(sums) as unknown as Totals;
}

/** The two laws of conservation, and that no copy is counted below nothing. */
export function isConserved(totals: Totals): boolean {
  const { seized, inCustody, returned, confiscated, discrepancy, compensable } = totals;
  const { held, destroyed, transferred, sold, lost } = totals;
  return (
    NAMES.every((name) => Number.isSafeInteger(totals[name]) && (name === "discrepancy" || totals[name] >= 0)) &&
    seized === inCustody + returned + confiscated + discrepancy &&
    confiscated + compensable === held + destroyed + transferred + sold + lost
  );
}

/** All the copies that the record speaks of: as minuted, and found beyond. */
export const copiesOf = ({ lines }: Pick<Seizure, "lines">): number =>
  lines.reduce((total, { seized, surplus }) => total + seized + surplus, 0);

/** Nothing of the line has left custody by a decision, a return or a loss. */
export const isUntouched = (line: ExhibitLine): boolean => line.seized === line.inCustody && line.surplus === 0;

/** What is still to be done, read off the quantities. */
export function statusOf({ lines }: Pick<Seizure, "lines">): Exclude<SeizureStatus, "VOIDED"> {
  const { inCustody, held } = sumOfTotals(lines.map(totalsOf));
  if (inCustody > 0) return "IN_CUSTODY";
  return held > 0 ? "CONFISCATED" : "CLOSED";
}
