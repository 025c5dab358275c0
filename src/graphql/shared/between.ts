import { type Basis, onDay } from "../../projections/table/basis.js";
import { type AsOf, basisOf } from "./asOf.js";
import type { LedgerContext } from "./context.js";
import { badInput } from "./faults.js";

/** Two points of the ledger, the earlier first, both on the day of the later: what differs is what was recorded. */
export interface Between {
  readonly from: Basis;
  readonly to: Basis;
}

/** @throws BAD_USER_INPUT when the first point lies after the second. */
export async function betweenOf(context: LedgerContext, from: AsOf, to: AsOf | undefined): Promise<Between> {
  // The first point may have to be waited for; what is now is asked after that.
  const [since, until] = [await basisOf(context, from), await basisOf(context, to)];
  if (since.position > until.position) throw badInput("`from` lies after `to`.");
  return { from: onDay(since, until.today), to: until };
}
