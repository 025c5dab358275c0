import { type DatedName, type LocalDate, nameOn } from "../../domain/kernel/time.js";
import { hasEndedBy, statusOn } from "../../domain/pressAgency/life.js";
import type { RepresentativeOfficeStatus } from "../../domain/representativeOffice/representativeOffice.js";
import { changesOf, namesOf, type PressAgencyRow, suspensionsOf } from "../pressAgencies.js";
import type { EngagementRow, PressCardRow, ReporterRow } from "../reporterTables.js";
import { headsOf, type RepresentativeOfficeRow } from "../representativeOffices.js";
import { datedFunctionsOf, type UnitRow } from "../units.js";

/**
 * Entries of the registers as they stood on a day. Their facts carry the days from which they hold, future ones too, so
 * a row tells every day; what began later is left out, and undefined is an entry that had not begun. Corrections
 * (`ReporterAmended`, `PressCardAmended`) and mergers of reporters entered twice have no day: they tell who the person
 * was all along.
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

export function officeOn(row: RepresentativeOfficeRow, day: LocalDate): RepresentativeOfficeRow | undefined {
  if (row.notified_on > day) return undefined;
  const heads = begun(headsOf(row), day);
  const head_id = heads.at(-1)?.reporterId ?? null;
  const decided = row.decided_on !== null && row.decided_on <= day;
  const closed = row.closed_on !== null && row.closed_on <= day;
  const standing: RepresentativeOfficeStatus = head_id === null ? "HEAD_VACANT" : "ACCEPTED";
  const judged = row.rejection_reason === null ? standing : "REJECTED";
  return {
    ...row,
    ...(decided ? {} : { decided_on: null, rejection_reason: null }),
    ...(closed ? {} : { closed_on: null, closing_reason: null }),
    status: closed ? "CLOSED" : decided ? judged : "NOTIFIED",
    head_id,
    heads_json: JSON.stringify(heads),
  };
}

/** Nobody is a reporter before the day since which the register has them. */
export const reporterOn = (row: ReporterRow, day: LocalDate): ReporterRow | undefined =>
  row.since > day ? undefined : row;

export const engagementsOn = (rows: readonly EngagementRow[], day: LocalDate): readonly EngagementRow[] =>
  rows.filter(({ starts_on }) => starts_on <= day);

export const cardsOn = (rows: readonly PressCardRow[], day: LocalDate): readonly PressCardRow[] =>
  rows
    .filter(({ issued_on }) => issued_on <= day)
    .map((row) =>
      row.withdrawn_on !== null && row.withdrawn_on > day
        ? { ...row, withdrawn_on: null, withdrawal_basis: null }
        : row,
    );
