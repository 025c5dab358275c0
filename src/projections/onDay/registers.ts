import type { LocalDate } from "../../domain/kernel/time.js";
import { type Basis, namesDay } from "../table/basis.js";
import type { Version } from "../table/recordTable.js";

/**
 * An entry of a register, whose facts carry the days from which they hold, future ones too, so that its state tells every
 * day: a version of it as of the day that the basis names, if it names one. Undefined: it had not begun. Corrections have
 * no day: they tell what was so all along.
 */
export function entryOn<S>(
  version: Version<S>,
  basis: Basis,
  onDay: (state: S, day: LocalDate) => S | undefined,
): Version<S> | undefined {
  if (!namesDay(basis)) return version;
  const state = onDay(version.state, basis.validAt);
  return state && { ...version, state };
}
