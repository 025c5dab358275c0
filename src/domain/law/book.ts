import type { LocalDate } from "../kernel/time.js";
import { workCalendarOf, yearOf } from "../kernel/workCalendar.js";
import type { CalendarRow, LawBook, LawRow, LawRows } from "./lawBook.js";
import { DEADLINE_KEYS, PARAMETER_KEYS, PASSING_DEADLINES } from "./terms.js";
import { inForce, LawConflict, overridden, requireEveryDay, versionsOf } from "./versions.js";

/** The day on which the Law on Handling Administrative Violations 2012 came into force: periods hold from then on. */
export const LAW_BEGINS: LocalDate = "2013-07-01";

const powerKey = ({ post, field }: { readonly post: string; readonly field: string }): string => `${post} ${field}`;

/** How the rows of each list are told apart. */
const KEYS = {
  instruments: ({ key }: LawRows["instruments"][number]) => key,
  violations: ({ code }: LawRows["violations"][number]) => code,
  powers: powerKey,
  deadlines: ({ key }: LawRows["deadlines"][number]) => key,
  parameters: ({ key }: LawRows["parameters"][number]) => key,
  duties: ({ key }: LawRows["duties"][number]) => key,
  remoteAreas: ({ unitCode }: LawRows["remoteAreas"][number]) => unitCode,
};

/**
 * Makes the book: rows are found by key and day.
 * @throws LawConflict naming the row, when two rows of one key hold on a day, when a row names an instrument that is not
 * in the book, or when a period or parameter has no row on some day.
 */
export function lawBookOf(rows: LawRows): LawBook {
  const { instruments, violations, powers, deadlines, parameters, remoteAreas, holidays } = rows;
  const instrumentsByKey = versionsOf("instruments", instruments, KEYS.instruments);
  const violationsByCode = versionsOf("violations", violations, KEYS.violations);
  const powersByPost = versionsOf("powers", powers, KEYS.powers);
  const deadlinesByKey = versionsOf("deadlines", deadlines, KEYS.deadlines);
  const parametersByKey = versionsOf("parameters", parameters, KEYS.parameters);
  const dutiesByKey = versionsOf("duties", rows.duties, KEYS.duties);
  const remoteByCode = versionsOf("remoteAreas", remoteAreas, KEYS.remoteAreas);
  requireInstruments(rows, instrumentsByKey);
  const passing: readonly string[] = PASSING_DEADLINES;
  for (const key of DEADLINE_KEYS.values) {
    if (!passing.includes(key)) requireEveryDay("deadlines", key, deadlinesByKey.get(key), LAW_BEGINS);
  }
  for (const key of PARAMETER_KEYS.values) requireEveryDay("parameters", key, parametersByKey.get(key), LAW_BEGINS);
  const years = yearsOf(holidays);

  return {
    calendar: workCalendarOf(holidays),
    violation: (code, on) => versionOn(violationsByCode.get(code), on),
    power: (post, field, on) => versionOn(powersByPost.get(powerKey({ post, field })), on),
    isRemote: (code, on) => code !== null && versionOn(remoteByCode.get(code), on) !== undefined,
    deadlineOn: (key, on) => versionOn(deadlinesByKey.get(key), onOrAfterBegin(on)),
    deadline: (key, on) => versionOn(deadlinesByKey.get(key), onOrAfterBegin(on))!,
    parameter: (key, on) => versionOn(parametersByKey.get(key), onOrAfterBegin(on))!,
    duty: (key, on) => versionOn(dutiesByKey.get(key), on),
    instruments: lister(instrumentsByKey),
    violations: lister(violationsByCode),
    powers: lister(powersByPost),
    deadlines: lister(deadlinesByKey),
    parameters: lister(parametersByKey),
    duties: lister(dutiesByKey),
    remoteAreas: lister(remoteByCode),
    years: () => [...years.keys()].sort((a, b) => a - b),
    specialDays: (year) => years.get(year) ?? [],
  };
}

/** The shipped rows with the operator's put before them, list by list. */
export function withOverrides(shipped: LawRows, operators: LawRows): LawRows {
  const days = new Set(operators.holidays.map(({ day }) => day));
  return {
    instruments: overridden(shipped.instruments, operators.instruments, KEYS.instruments),
    violations: overridden(shipped.violations, operators.violations, KEYS.violations),
    powers: overridden(shipped.powers, operators.powers, KEYS.powers),
    deadlines: overridden(shipped.deadlines, operators.deadlines, KEYS.deadlines),
    parameters: overridden(shipped.parameters, operators.parameters, KEYS.parameters),
    duties: overridden(shipped.duties, operators.duties, KEYS.duties),
    remoteAreas: overridden(shipped.remoteAreas, operators.remoteAreas, KEYS.remoteAreas),
    holidays: [...shipped.holidays.filter(({ day }) => !days.has(day)), ...operators.holidays],
  };
}

const onOrAfterBegin = (on: LocalDate): LocalDate => (on < LAW_BEGINS ? LAW_BEGINS : on);

const versionOn = <R extends LawRow>(versions: readonly R[] | undefined, on: LocalDate): R | undefined =>
  versions?.find((row) => inForce(row, on));

function lister<R extends LawRow>(byKey: ReadonlyMap<string, readonly R[]>): (on?: LocalDate) => readonly R[] {
  const ordered = [...byKey].sort(([a], [b]) => byNumbers.compare(a, b)).flatMap(([, versions]) => versions);
  return (on) => (on === undefined ? ordered : ordered.filter((row) => inForce(row, on)));
}

/** `119.7.1` stands before `119.11.1`. */
const byNumbers = new Intl.Collator("en", { numeric: true });

function requireInstruments(rows: LawRows, known: ReadonlyMap<string, unknown>): void {
  const { violations, powers, deadlines, parameters, remoteAreas } = rows;
  const require = (list: string, key: string, { instrument }: { readonly instrument: string }): void => {
    if (known.has(instrument)) return;
    throw new LawConflict(`${list} "${key}": there is no instrument "${instrument}"`);
  };
  for (const row of violations) require("violations", row.code, row);
  for (const row of powers) require("powers", powerKey(row), row);
  for (const row of deadlines) require("deadlines", row.key, row);
  for (const row of parameters) require("parameters", row.key, row);
  for (const row of rows.duties) require("duties", row.key, row);
  for (const row of remoteAreas) require("remoteAreas", row.unitCode, row);
}

/** @throws LawConflict when a day stands there twice. */
function yearsOf(holidays: readonly CalendarRow[]): ReadonlyMap<number, readonly CalendarRow[]> {
  const years = new Map<number, CalendarRow[]>();
  const seen = new Set<LocalDate>();
  for (const row of [...holidays].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (seen.has(row.day)) throw new LawConflict(`holidays "${row.day}": the day stands here twice`);
    seen.add(row.day);
    const year = yearOf(row.day);
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return years;
}
