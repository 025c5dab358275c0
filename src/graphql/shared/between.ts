import type { Basis } from "../../projections/table/basis.js";
import { type AsOf, basisOf } from "./asOf.js";
import type { LedgerContext } from "./context.js";
import { badInput } from "./faults.js";

/** Two points of the ledger, the earlier first. */
export interface Between {
  readonly from: Basis;
  readonly to: Basis;
}

/** @throws BAD_USER_INPUT when the first point lies after the second. */
export async function betweenOf(context: LedgerContext, from: AsOf, to: AsOf | undefined): Promise<Between> {
  // The first point may have to be waited for; what is now is asked after that.
  const between = { from: await basisOf(context, from), to: await basisOf(context, to) };
  if (between.from.position > between.to.position) throw badInput("`from` lies after `to`.");
  return between;
}
