import type { Path, Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import { visitRefusals } from "./refusals.js";
import type { VisitorFact } from "./visit.js";

/** Rules that several steps of a visit have in common. */

export const idsOf = (units: readonly { readonly unitId: string }[]): string[] => units.map((unit) => unit.unitId);

const firstRepeated = (ids: readonly string[]): number => ids.findIndex((id, index) => ids.indexOf(id) !== index);

export function hostsNamedOnce(hosts: readonly UnitFact[]): Refusal | undefined {
  const at = firstRepeated(idsOf(hosts));
  return at < 0 ? undefined : visitRefusals.HOST_NAMED_TWICE(["hostIds", at]);
}

export function reportersNamedOnce(reporters: readonly VisitorFact[]): Refusal | undefined {
  const at = firstRepeated(reporters.map((one) => one.reporter.reporterId));
  return at < 0 ? undefined : visitRefusals.REPORTER_NAMED_TWICE(["reporterIds", at]);
}

export function allExistOn(units: readonly UnitFact[], day: LocalDate, path: Path): Refusal | undefined {
  for (const [index, unit] of units.entries()) {
    const refusal = unitExistsOn(unit, day, [...path, index]);
    if (refusal) return refusal;
  }
  return undefined;
}
