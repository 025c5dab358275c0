import { registerEnumType } from "type-graphql";
import { MOVEMENT_CAUSES, type Movement, type MovementCause } from "../../projections/figureMovement.js";
import type { Basis } from "../../projections/basis.js";
import { type AsOf, basisOf } from "./asOf.js";
import type { LedgerContext } from "./context.js";
import { enumOf } from "./enums.js";
import { badInput } from "./faults.js";
import { TABLE_COST } from "./figures.js";

/** What every movement of figures is asked by. */

/** The table at both points, and the entries in between. */
export const MOVEMENT_COST = 3 * TABLE_COST;
export const CAUSES_COST = MOVEMENT_CAUSES.length;

export const MovementCauseEnum = enumOf(MOVEMENT_CAUSES);
registerEnumType(MovementCauseEnum, {
  name: "MovementCause",
  description:
    "Why a figure moved: facts told on their day, facts told later than their day, corrections (of records, and of " +
    "reporters entered twice), decisions annulled and records voided.",
});

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

const NO_MOVEMENT: Movement = { before: 0n, after: 0n, causes: new Map() };

/** A figure of a line; one that the line does not have was nought at both points. */
export const movementOf = <Name>(figures: ReadonlyMap<Name, Movement>, name: Name): Movement =>
  figures.get(name) ?? NO_MOVEMENT;

/** What one cause did to a figure. */
export interface CausePart {
  readonly cause: MovementCause;
  readonly sum: bigint;
  /** Without any there is nothing to look for; those there are may add up to nought. */
  readonly hasEntries: boolean;
}

/** Every cause with its sum, those without entries too. */
export const causesOf = ({ causes }: Movement): CausePart[] =>
  MOVEMENT_CAUSES.map((cause) => ({ cause, sum: causes.get(cause) ?? 0n, hasEntries: causes.has(cause) }));
