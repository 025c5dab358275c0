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

const NOTHING: Totals = {
  seized: 0,
  inCustody: 0,
  returned: 0,
  confiscated: 0,
  held: 0,
  destroyed: 0,
  transferred: 0,
  sold: 0,
  lost: 0,
  compensable: 0,
  missing: 0,
  damaged: 0,
  surplus: 0,
  discrepancy: 0,
};

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

export const sumOfTotals = (all: readonly Totals[]): Totals =>
  all.reduce(
    (sum, one) => ({
      seized: sum.seized + one.seized,
      inCustody: sum.inCustody + one.inCustody,
      returned: sum.returned + one.returned,
      confiscated: sum.confiscated + one.confiscated,
      held: sum.held + one.held,
      destroyed: sum.destroyed + one.destroyed,
      transferred: sum.transferred + one.transferred,
      sold: sum.sold + one.sold,
      lost: sum.lost + one.lost,
      compensable: sum.compensable + one.compensable,
      missing: sum.missing + one.missing,
      damaged: sum.damaged + one.damaged,
      surplus: sum.surplus + one.surplus,
      discrepancy: sum.discrepancy + one.discrepancy,
    }),
    NOTHING,
  );

/** The two laws of conservation, and that no copy is counted below nothing. */
function isConserved(totals: Totals): boolean {
  const { discrepancy, ...amounts } = totals;
  const { seized, inCustody, returned, confiscated, compensable } = amounts;
  const { held, destroyed, transferred, sold, lost } = amounts;
  return (
    Number.isSafeInteger(discrepancy) &&
    Object.values(amounts).every((amount: number) => Number.isSafeInteger(amount) && amount >= 0) &&
    seized === inCustody + returned + confiscated + discrepancy &&
    confiscated + compensable === held + destroyed + transferred + sold + lost
  );
}

/** No copy comes from nowhere or goes nowhere. @throws where one does: that is a fault of the program. */
export function conserved({ lines }: Pick<Seizure, "lines">): void {
  if (!lines.every((line) => isConserved(totalsOf(line)))) throw new Error("The exhibits of a seizure do not add up.");
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
