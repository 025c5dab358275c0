import type { CommandMeta, Policy } from "../kernel/decider.js";
import { sameName } from "../kernel/names.js";
import { timePolicies } from "../kernel/occurrence.js";
import { catalog, type Path, type Refusal, say } from "../kernel/refusal.js";
import { nameOn, type LocalDate } from "../kernel/time.js";
import type {
  AbolishUnit,
  MergeUnits,
  MoveUnitFunction,
  NewUnit,
  RegisterUnit,
  RenameUnit,
  SplitUnit,
  UnitFact,
  UnitRegister,
} from "./unit.js";

export const unitRefusals = catalog({
  UNIT_NOT_FOUND: () => say("Không có đơn vị này trong sổ.", "There is no such unit in the register."),
  UNIT_NAME_TAKEN: (name: string) =>
    say(`Đang có đơn vị khác cùng loại tên “${name}”.`, `Another active unit of this kind is named “${name}”.`),
  UNIT_ENDED: (name: string, endsOn: LocalDate) =>
    say(
      `${name} đã kết thúc hoạt động từ ${endsOn}: từ ngày đó hãy nêu đơn vị kế tục; việc xảy ra trước đó thì nêu ngày xảy ra.`,
      `${name} ended on ${endsOn}: from that day on, name the unit that carries on its work; for what happened before, give its day.`,
    ),
  UNIT_NOT_YET_STARTED: (name: string, startsOn: LocalDate) =>
    say(`${name} chỉ hoạt động từ ${startsOn}.`, `${name} exists only from ${startsOn}.`),
  UNIT_ENDS_BEFORE_TAKING_IN: (name: string, day: LocalDate) =>
    say(
      `${name} đã tiếp nhận đơn vị khác ngày ${day} nên không thể kết thúc trước ngày đó.`,
      `${name} took in another unit on ${day}; it cannot have ended before.`,
    ),
  MERGER_NEEDS_PREDECESSOR: () =>
    say("Sáp nhập cần ít nhất một đơn vị được nhập.", "A merger needs at least one unit that ends in it."),
  MERGER_INTO_NEW_NEEDS_TWO: () =>
    say(
      "Thành lập đơn vị mới do sáp nhập cần ít nhất hai đơn vị cũ; một đơn vị thì hãy đổi tên.",
      "A new unit by merger needs at least two old ones; for one, rename it.",
    ),
  SPLIT_NEEDS_TWO: () =>
    say("Chia, tách cần ít nhất hai đơn vị kế tiếp.", "A split needs at least two successor units."),
  UNIT_NAMED_TWICE: () => say("Đơn vị được nêu hai lần.", "The same unit is named twice."),
  FUNCTION_NOT_HELD: () =>
    say("Đơn vị chuyển đi không có chức năng này.", "The unit does not hold the function that is to move."),
  FUNCTION_ALREADY_HELD: () =>
    say("Đơn vị nhận đã có chức năng này.", "The receiving unit already holds this function."),
  UNIT_NAME_UNCHANGED: () => say("Tên mới trùng tên hiện tại.", "The new name is the present one."),
});

interface Context<C extends { data: object }> {
  readonly register: UnitRegister;
  readonly meta: CommandMeta;
  readonly data: C["data"];
}
type UnitPolicy<C extends { data: object }> = Policy<Context<C>>;

/** The unit must be in the register and live on the day. */
function liveOn(register: UnitRegister, unitId: string, day: LocalDate, path: Path): Refusal | undefined {
  const unit = register.units.get(unitId);
  if (!unit) return unitRefusals.UNIT_NOT_FOUND(path);
  return unitExistsOn(unit, day, path);
}

/** What is asked of a unit that takes part in anything: it exists on the day. */
export const unitExistsOn = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  endedBefore(unit, day, path) ?? startsAfter(unit, day, path);

type LivesFromTo = Pick<UnitFact, "names" | "startsOn" | "endsOn">;

const endedBefore = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  unit.endsOn !== null && unit.endsOn <= day
    ? unitRefusals.UNIT_ENDED(path, nameOn(unit.names, day), unit.endsOn)
    : undefined;

const startsAfter = (unit: LivesFromTo, day: LocalDate, path: Path): Refusal | undefined =>
  unit.startsOn > day ? unitRefusals.UNIT_NOT_YET_STARTED(path, nameOn(unit.names, day), unit.startsOn) : undefined;

/** A unit ends once: one that has an end recorded, even a coming one, cannot be given another. */
function mayEndOn(register: UnitRegister, unitId: string, day: LocalDate, path: Path): Refusal | undefined {
  const unit = register.units.get(unitId);
  if (unit?.endsOn != null) return unitRefusals.UNIT_ENDED(path, nameOn(unit.names, day), unit.endsOn);
  if (unit?.tookInOn != null && unit.tookInOn >= day) {
    return unitRefusals.UNIT_ENDS_BEFORE_TAKING_IN(path, nameOn(unit.names, day), unit.tookInOn);
  }
  return liveOn(register, unitId, day, path);
}

/** Identity is not the name, but two live units of one kind under one parent must be told apart. */
function nameIsFree(
  register: UnitRegister,
  unit: Pick<NewUnit, "kind" | "parentId" | "name">,
  day: LocalDate,
  path: Path,
  except: readonly string[] = [],
): Refusal | undefined {
  for (const other of register.units.values()) {
    const live = other.endsOn === null || other.endsOn > day;
    const rival = live && other.kind === unit.kind && other.parentId === unit.parentId;
    if (!rival || except.includes(other.unitId)) continue;
    if (sameName(nameOn(other.names, day), unit.name)) return unitRefusals.UNIT_NAME_TAKEN(path, unit.name);
  }
  return undefined;
}

const first = (refusals: Iterable<Refusal | undefined>): Refusal | undefined => {
  for (const refusal of refusals) if (refusal) return refusal;
  return undefined;
};

const parentIsLive = (register: UnitRegister, unit: NewUnit, day: LocalDate, path: Path): Refusal | undefined =>
  unit.parentId === null ? undefined : liveOn(register, unit.parentId, day, [...path, "parentId"]);

function namesSomeTwice(ids: readonly string[], path: Path): Refusal | undefined {
  const at = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  return at < 0 ? undefined : unitRefusals.UNIT_NAMED_TWICE([...path, at]);
}

// Register ----------------------------------------------------------------------------------------------------------

export const registerPolicies: readonly UnitPolicy<RegisterUnit>[] = [
  ...timePolicies,
  function parentExists({ register, data }) {
    return parentIsLive(register, data, data.effectiveOn, []);
  },
  function unitNameIsFree({ register, data }) {
    return nameIsFree(register, data, data.effectiveOn, ["name"]);
  },
];

// Rename ------------------------------------------------------------------------------------------------------------

export const renamePolicies: readonly UnitPolicy<RenameUnit>[] = [
  ...timePolicies,
  function unitIsLive({ register, data }) {
    return liveOn(register, data.unitId, data.effectiveOn, ["unitId"]);
  },
  function nameChanges({ register, data }) {
    const names = register.units.get(data.unitId)?.names ?? [];
    return nameOn(names, data.effectiveOn) === data.name ? unitRefusals.UNIT_NAME_UNCHANGED(["name"]) : undefined;
  },
  function newNameIsFree({ register, data }) {
    const unit = register.units.get(data.unitId);
    return unit && nameIsFree(register, { ...unit, name: data.name }, data.effectiveOn, ["name"], [data.unitId]);
  },
];

// Merge -------------------------------------------------------------------------------------------------------------

export const mergePolicies: readonly UnitPolicy<MergeUnits>[] = [
  ...timePolicies,
  function enoughPredecessors({ data }) {
    if (data.fromIds.length === 0) return unitRefusals.MERGER_NEEDS_PREDECESSOR(["fromIds"]);
    if (data.newUnit && data.fromIds.length < 2) return unitRefusals.MERGER_INTO_NEW_NEEDS_TWO(["fromIds"]);
    return undefined;
  },
  function eachNamedOnce({ data }) {
    return namesSomeTwice([...data.fromIds, data.intoId], ["fromIds"]);
  },
  function predecessorsAreLive({ register, data }) {
    return first(data.fromIds.map((id, index) => mayEndOn(register, id, data.effectiveOn, ["fromIds", index])));
  },
  function successorIsLive({ register, data }) {
    return data.newUnit ? undefined : liveOn(register, data.intoId, data.effectiveOn, ["intoId"]);
  },
  function newUnitFits({ register, data }) {
    if (!data.newUnit) return undefined;
    const path = ["newUnit"];
    return (
      parentIsLive(register, data.newUnit, data.effectiveOn, path) ??
      nameIsFree(register, data.newUnit, data.effectiveOn, [...path, "name"], data.fromIds)
    );
  },
];

// Split -------------------------------------------------------------------------------------------------------------

export const splitPolicies: readonly UnitPolicy<SplitUnit>[] = [
  ...timePolicies,
  function enoughSuccessors({ data }) {
    return data.intoIds.length < 2 ? unitRefusals.SPLIT_NEEDS_TWO(["intoIds"]) : undefined;
  },
  function eachNamedOnce({ data }) {
    return namesSomeTwice([...data.intoIds, data.fromId], ["intoIds"]);
  },
  function predecessorIsLive({ register, data }) {
    return mayEndOn(register, data.fromId, data.effectiveOn, ["fromId"]);
  },
  function oldSuccessorsAreLive({ register, data }) {
    const isNew = (id: string): boolean => data.newUnits.some((unit) => unit.unitId === id);
    return first(
      data.intoIds.map((id, index) =>
        isNew(id) ? undefined : liveOn(register, id, data.effectiveOn, ["intoIds", index]),
      ),
    );
  },
  function newUnitsFit({ register, data }) {
    const named = (index: number): boolean =>
      data.newUnits.some((unit, other) => other < index && sameName(unit.name, data.newUnits[index]?.name ?? ""));
    return first(
      data.newUnits.map((unit, index) => {
        const path = ["newUnits", index];
        if (named(index)) return unitRefusals.UNIT_NAME_TAKEN([...path, "name"], unit.name);
        return (
          parentIsLive(register, unit, data.effectiveOn, path) ??
          nameIsFree(register, unit, data.effectiveOn, [...path, "name"], [data.fromId])
        );
      }),
    );
  },
];

// Abolish -----------------------------------------------------------------------------------------------------------

export const abolishPolicies: readonly UnitPolicy<AbolishUnit>[] = [
  ...timePolicies,
  function unitIsLive({ register, data }) {
    return mayEndOn(register, data.unitId, data.effectiveOn, ["unitId"]);
  },
];

// Move a function ---------------------------------------------------------------------------------------------------

export const moveFunctionPolicies: readonly UnitPolicy<MoveUnitFunction>[] = [
  ...timePolicies,
  function unitsDiffer({ data }) {
    return data.fromId === data.toId ? unitRefusals.UNIT_NAMED_TWICE(["toId"]) : undefined;
  },
  function giverExists({ register, data }) {
    // The giver may end on that very day: a department's functions move as it is abolished.
    return register.units.has(data.fromId) ? undefined : unitRefusals.UNIT_NOT_FOUND(["fromId"]);
  },
  function receiverIsLive({ register, data }) {
    return liveOn(register, data.toId, data.effectiveOn, ["toId"]);
  },
  function giverHoldsIt({ register, data }) {
    const held = register.units.get(data.fromId)?.functions.includes(data.function);
    return held ? undefined : unitRefusals.FUNCTION_NOT_HELD(["function"]);
  },
  function receiverLacksIt({ register, data }) {
    const held = register.units.get(data.toId)?.functions.includes(data.function);
    return held ? unitRefusals.FUNCTION_ALREADY_HELD(["function"]) : undefined;
  },
];
