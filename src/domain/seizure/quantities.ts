import { count, type DataOf, eachField, part } from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { CONFISCATED, type ExhibitLine, KEPT, type Seizure } from "./seizure.js";
import type { SeizureStatus } from "./terms.js";

/** Whole numbers, none negative but the discrepancy. */
export const QUANTITIES = part(
  "ExhibitQuantities",
  {
    ...KEPT,
    ...CONFISCATED,
    discrepancy: count(
      say("chênh lệch kiểm đếm", "discrepancy"),
      { min: Number.MIN_SAFE_INTEGER },
      "What was seized and is neither here nor lawfully gone: missing + damaged + compensable − surplus. Negative when " +
        "more was found than was minuted.",
    ),
  },
  "Where the copies (sheets, items) are. Always: seized = inCustody + returned + confiscated + discrepancy, and " +
    "confiscated + compensable = held + destroyed + transferred + sold + lost.",
);
/** Where the copies of a line (or of several) are. */
export type Totals = DataOf<typeof QUANTITIES.fields>;

export function totalsOf(line: ExhibitLine): Totals {
  const kept = eachField(KEPT, (name) => line[name]);
  const confiscated = eachField(CONFISCATED, (name) => line.confiscations.reduce((total, one) => total + one[name], 0));
  return {
    ...kept,
    ...confiscated,
    discrepancy: kept.missing + kept.damaged + confiscated.compensable - kept.surplus,
  };
}

export const sumOfTotals = (all: readonly Totals[]): Totals =>
  eachField(QUANTITIES.fields, (name) => all.reduce((sum, one) => sum + one[name], 0));

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
