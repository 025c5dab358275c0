import { sameName } from "../kernel/names.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { nameOn, type LocalDate } from "../kernel/time.js";
import type { NewUnit } from "./fields.js";
import { unitRefusals } from "./refusals.js";
import { heirsInWords, heirsOf } from "./heirs.js";
import { allAbove, hasEndedBy, inHandsOf, parentOn, parentsFrom } from "./succession.js";
import { type Heir, NO_END, type Unit, type UnitFact, type Units } from "./unit.js";

/** What is asked of units in more than one step, and by other subjects. */

type LivesFromTo = Pick<UnitFact, "names" | "startsOn" | "endsOn" | "heirs">;

/** Who carries on, by the register; none while no end is recorded. */
const heirsIn = (units: Units, unit: Unit): readonly Heir[] =>
  heirsOf(unit, {
    find: (id) => units.get(id),
    under: (id, day) => [...units.values()].filter((one) => parentOn(one, day, (other) => units.get(other)) === id),
  });

/** What is asked of a unit that takes part in anything: it exists on the day. */
export const unitExistsOn = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  endedBefore(unit, day, path) ?? startsAfter(unit, day, path);

function endedBefore(unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined {
  if (unit.endsOn === null || unit.endsOn > day) return undefined;
  const heirs = heirsInWords(unit.heirs, day);
  return unitRefusals.UNIT_ENDED(path, nameOn(unit.names, day), unit.endsOn, heirs?.vi, heirs?.en);
}

const startsAfter = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  unit.startsOn > day ? unitRefusals.UNIT_NOT_YET_STARTED(path, nameOn(unit.names, day), unit.startsOn) : undefined;

/** The unit must be in the register and live on the day. */
export function liveOn(units: Units, unitId: string, day: LocalDate, path: Path): Refusal | undefined {
  const unit = units.get(unitId);
  return unit ? existsOn(units, unit, day, path) : unitRefusals.UNIT_NOT_FOUND(path);
}

const existsOn = (units: Units, unit: Unit, day: LocalDate, path: Path): Refusal | undefined =>
  unitExistsOn({ ...unit, heirs: heirsIn(units, unit) }, day, path);

/**
 * A unit ends once: one that has an end recorded, even a coming one, cannot be given another. Without the others of the
 * register nobody can say who carries on.
 */
export const hasNoEnd = (unit: Unit, path: Path, units: Units = new Map()): Refusal | undefined =>
  unit.endsOn === null ? undefined : endedBefore({ ...unit, heirs: heirsIn(units, unit) }, unit.endsOn, path);

/** What came to it on a day cannot have come to something that was no more. */
export const mayEndOn = (units: Units, unit: Unit, day: LocalDate, path: Path): Refusal | undefined =>
  unit.tookInOn !== null && unit.tookInOn >= day
    ? unitRefusals.UNIT_ENDS_BEFORE_TAKING_IN(path, nameOn(unit.names, day), unit.tookInOn)
    : existsOn(units, unit, day, path);

/**
 * Identity is not the name, but two live units of one kind under one parent must be told apart, on the day and after it:
 * a name that a unit is to take only later is taken. Who stood under a unit that is no more stands under its successor.
 */
export function nameIsFree(
  units: Units,
  unit: Pick<NewUnit, "kind" | "parentId" | "name">,
  day: LocalDate,
  path: Path,
  except: readonly string[] = [],
): Refusal | undefined {
  const find = (id: string): Unit | undefined => units.get(id);
  const parentId = unit.parentId === null ? null : inHandsOf(unit.parentId, day, find);
  for (const other of units.values()) {
    if (hasEndedBy(other, day) || other.kind !== unit.kind || except.includes(other.unitId)) continue;
    if (!parentsFrom(other, day, find).some((one) => one.parentId === parentId)) continue;
    const later = other.names.filter(({ from }) => from > day && (other.endsOn === null || from < other.endsOn));
    const names = [nameOn(other.names, day), ...later.map(({ name }) => name)];
    if (names.some((name) => sameName(name, unit.name))) return unitRefusals.UNIT_NAME_TAKEN(path, unit.name);
  }
  return undefined;
}

/** The last day on which a unit took in another, of those that still go on in it when one of them does not. */
export function tookInWithout(units: Units, unitId: string, without: string): LocalDate | null {
  const others = [...units.values()].filter((one) => one.unitId !== without && one.successorIds.includes(unitId));
  return others.reduce<LocalDate | null>(
    (last, { endsOn }) => (endsOn !== null && (last === null || endsOn > last) ? endsOn : last),
    null,
  );
}

/** A unit that is to begin has a parent that is there, and a name of its own. */
export const fits = (
  units: Units,
  unit: Pick<NewUnit, "kind" | "parentId" | "name">,
  day: LocalDate,
  path: Path,
  except: readonly string[] = [],
): Refusal | undefined =>
  (unit.parentId === null ? undefined : liveOn(units, unit.parentId, day, [...path, "parentId"])) ??
  nameIsFree(units, unit, day, [...path, "name"], except);

export function eachNamedOnce(ids: readonly string[], path: Path): Refusal | undefined {
  const at = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  return at < 0 ? undefined : unitRefusals.UNIT_NAMED_TWICE([...path, at]);
}

/** None stands under itself: neither on the day nor by what is recorded for later. `parentId`: under whom it is to stand. */
export function standsUnderOthers(
  units: Units,
  unitId: string,
  parentId: string | null,
  day: LocalDate,
  path: Path,
): Refusal | undefined {
  const unit = units.get(unitId);
  const circle = unit && allAbove(parentId, day, (id) => units.get(id)).has(unitId);
  return circle ? unitRefusals.UNIT_UNDER_ITSELF(path, nameOn(unit.names, day)) : undefined;
}

/** The unit may stand under the other from the day on: that one is there, stands not under it, and has no namesake of it below. */
export function mayStandUnder(units: Units, unit: Unit, parentId: string | null, day: LocalDate): Refusal | undefined {
  const { unitId, kind, names } = unit;
  const borne = [nameOn(names, day), ...names.flatMap(({ name, from }) => (from > day ? name : []))];
  return (
    (parentId === null ? undefined : liveOn(units, parentId, day, ["parentId"])) ??
    standsUnderOthers(units, unitId, parentId, day, ["parentId"]) ??
    firstOf(borne, (name) => nameIsFree(units, { kind, parentId, name }, day, ["parentId"], [unitId]))
  );
}

/** A unit may be there again from a day on, where it stood: under none that stands under it, and with names of its own. */
export function mayStandAgain(units: Units, unit: Unit, day: LocalDate, path: Path): Refusal | undefined {
  const { unitId, kind, names } = unit;
  const back: Unit = { ...unit, ...NO_END };
  const all = new Map(units).set(unitId, back);
  const borne = [nameOn(names, day), ...names.flatMap(({ name, from }) => (from > day ? name : []))];
  return firstOf(
    parentsFrom(back, day, (id) => all.get(id)),
    ({ parentId }) =>
      standsUnderOthers(all, unitId, parentId, day, path) ??
      firstOf(borne, (name) => nameIsFree(all, { kind, parentId, name }, day, path, [unitId])),
  );
}

/** The first that is refused. */
export function firstOf<T>(
  all: readonly T[],
  ask: (one: T, index: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [index, one] of all.entries()) {
    const refusal = ask(one, index);
    if (refusal) return refusal;
  }
  return undefined;
}
