import { sameName } from "../kernel/names.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { nameOn, type LocalDate } from "../kernel/time.js";
import type { NewUnit } from "./events.js";
import { unitRefusals } from "./refusals.js";
import { hasEndedBy, inHandsOf, parentOn } from "./succession.js";
import type { Unit, UnitFact, Units } from "./unit.js";

/** What is asked of units in more than one step, and by other subjects. */

type LivesFromTo = Pick<UnitFact, "names" | "startsOn" | "endsOn">;

/** What is asked of a unit that takes part in anything: it exists on the day. */
export const unitExistsOn = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  endedBefore(unit, day, path) ?? startsAfter(unit, day, path);

const endedBefore = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  unit.endsOn !== null && unit.endsOn <= day
    ? unitRefusals.UNIT_ENDED(path, nameOn(unit.names, day), unit.endsOn)
    : undefined;

const startsAfter = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  unit.startsOn > day ? unitRefusals.UNIT_NOT_YET_STARTED(path, nameOn(unit.names, day), unit.startsOn) : undefined;

/** The unit must be in the register and live on the day. */
export function liveOn(units: Units, unitId: string, day: LocalDate, path: Path): Refusal | undefined {
  const unit = units.get(unitId);
  return unit ? unitExistsOn(unit, day, path) : unitRefusals.UNIT_NOT_FOUND(path);
}

/** A unit ends once: one that has an end recorded, even a coming one, cannot be given another. */
export const hasNoEnd = (unit: Unit, path: Path): Refusal | undefined =>
  unit.endsOn === null ? undefined : unitRefusals.UNIT_ENDED(path, nameOn(unit.names, unit.endsOn), unit.endsOn);

/** What came to it on a day cannot have come to something that was no more. */
export const mayEndOn = (unit: Unit, day: LocalDate, path: Path): Refusal | undefined =>
  unit.tookInOn !== null && unit.tookInOn >= day
    ? unitRefusals.UNIT_ENDS_BEFORE_TAKING_IN(path, nameOn(unit.names, day), unit.tookInOn)
    : unitExistsOn(unit, day, path);

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
    const rival = !hasEndedBy(other, day) && other.kind === unit.kind && parentOn(other, day, find) === parentId;
    if (!rival || except.includes(other.unitId)) continue;
    const later = other.names.filter(({ from }) => from > day && (other.endsOn === null || from < other.endsOn));
    const names = [nameOn(other.names, day), ...later.map(({ name }) => name)];
    if (names.some((name) => sameName(name, unit.name))) return unitRefusals.UNIT_NAME_TAKEN(path, unit.name);
  }
  return undefined;
}

/** The names that a unit would bear from a day on, if it were still there, are borne by no other. */
export const namesAreFreeFrom = (units: Units, unit: Unit, day: LocalDate, path: Path): Refusal | undefined =>
  firstOf([nameOn(unit.names, day), ...unit.names.filter(({ from }) => from > day).map(({ name }) => name)], (name) =>
    nameIsFree(units, { ...unit, name }, day, path, [unit.unitId]),
  );

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
