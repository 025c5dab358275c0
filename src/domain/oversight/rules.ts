import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { Oversight } from "./oversight.js";
import { oversightRefusals as refusals } from "./refusals.js";

/** Rules that several steps of a supervision have in common. */

export const notBackwards = (from: LocalDate | null, to: LocalDate | null): Refusal | undefined =>
  from !== null && to !== null && to < from ? refusals.OVERSIGHT_PERIOD_BACKWARDS(["examinedTo"]) : undefined;

export const hasCome = (of: LocalDate, today: LocalDate, path: Path): Refusal | undefined =>
  of > today ? refusals.OVERSIGHT_AHEAD(path) : undefined;

/** Of what happened in a supervision: after its decision, and not ahead. */
export function inTime(
  field: string,
): (asked: {
  readonly state: Oversight;
  readonly meta: { readonly now: string };
  readonly data: object;
}) => Refusal | undefined {
  return function happenedSinceTheDecision({ state, data, meta }) {
    const told = (data as Readonly<Record<string, LocalDate>>)[field] ?? "";
    if (state.decidedOn !== null && told < state.decidedOn)
      return refusals.OVERSIGHT_STEP_OUT_OF_ORDER([field], state.decidedOn);
    return hasCome(told, localDateOf(meta.now), [field]);
  };
}

export const isSupervised = ({ supervisedIds: units }: Oversight, of: string, path: Path): Refusal | undefined =>
  units.includes(of) ? undefined : refusals.OVERSIGHT_UNIT_NOT_SUPERVISED(path);

export function existsEach(units: readonly UnitFact[], when: LocalDate): Refusal | undefined {
  for (const [index, unit] of units.entries()) {
    const refusal = unitExistsOn(unit, when, ["supervisedIds", index]);
    if (refusal) return refusal;
  }
  return undefined;
}
