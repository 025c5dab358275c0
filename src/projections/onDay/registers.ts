import { type DatedName, type LocalDate, nameOn } from "../../domain/kernel/time.js";
import { hasEndedBy, statusOn } from "../../domain/pressAgency/life.js";
import { changesOf, namesOf, type PressAgencyRow, suspensionsOf } from "../pressAgencies.js";
import type { Basis } from "../basis.js";
import type { Version } from "../table/recordTable.js";
import { namesDay } from "./recordsOnDay.js";
import { datedFunctionsOf, type UnitRow } from "../units.js";

/**
 * Entries of the registers as they stood on a day. Their facts carry the days from which they hold, future ones too, so
 * a row tells every day; what began later is left out, and undefined is an entry that had not begun. Corrections have no
 * day: they tell what was so all along.
 */

/** What had begun by the day; the first is the best there is for the days before it. */
const begun = <T extends { readonly from: LocalDate }>(dated: readonly T[], day: LocalDate): readonly T[] =>
  dated.filter(({ from }, index) => index === 0 || from <= day);

export function unitOn(row: UnitRow, day: LocalDate): UnitRow | undefined {
  if (row.starts_on > day) return undefined;
  const names = begun(JSON.parse(row.names_json) as DatedName[], day);
  const held = datedFunctionsOf(row).filter(({ from, to }) => from <= day && (to === null || day < to));
  const stands = row.ends_on === null || day < row.ends_on;
  return {
    ...row,
    ...(stands ? { ends_on: null, ending: null, legal_basis: row.registered_basis } : {}),
    name: nameOn(names, day),
    names_json: JSON.stringify(names),
    functions_json: JSON.stringify(held.map((one) => one.held)),
  };
}

export function agencyOn(row: PressAgencyRow, day: LocalDate): PressAgencyRow | undefined {
  if (row.registered_on > day) return undefined;
  const names = begun(namesOf(row), day);
  const suspensions = suspensionsOf(row)
    .filter(({ from }) => from <= day)
    .map((one) => (one.liftedOn !== null && one.liftedOn > day ? { ...one, liftedOn: null, liftingBasis: null } : one));
  const ended = hasEndedBy({ endsOn: row.ends_on }, day);
  return {
    ...row,
    ...(ended ? {} : { ends_on: null, ending: null, merged_into_id: null, merged_into_name: null }),
    name: nameOn(names, day),
    names_json: JSON.stringify(names),
    suspensions_json: JSON.stringify(suspensions),
    status: statusOn({ suspensions, endsOn: row.ends_on, ending: row.ending }, day),
    legal_basis: changesOf(row).findLast(({ on }) => on <= day)?.legalBasis ?? null,
  };
}

/** An entry whose state tells every day: a version of it as of the day that the basis names, if it names one. */
export function entryOn<S>(
  version: Version<S>,
  basis: Basis,
  onDay: (state: S, day: LocalDate) => S | undefined,
): Version<S> | undefined {
  if (!namesDay(basis)) return version;
  const state = onDay(version.state, basis.validAt);
  return state && { ...version, state };
}
