import type { CommandMeta } from "../kernel/decider.js";
import { choice, day, lines, many, NOBODY, one, optional, orElse, ref, refs } from "../kernel/fields.js";
import { isNone } from "../kernel/history.js";
import { sameName } from "../kernel/names.js";
import { hasSome, looked } from "../kernel/steps.js";
import { registerStepsOf } from "../kernel/register.js";
import { CHANGE, name, reason } from "../kernel/registerFields.js";
import { type LocalDate, localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { UnitEvent } from "./events.js";
import { changeOf, CORRECTED, NEW_UNIT, type NewUnit } from "./fields.js";
import { unitRefusals } from "./refusals.js";
import {
  eachNamedOnce,
  firstOf,
  fits,
  hasNoEnd,
  liveOn,
  mayEndOn,
  mayStandAgain,
  mayStandUnder,
  nameIsFree,
  standsUnderOthers,
  tookInWithout,
} from "./rules.js";
import { parentOn, parentsFrom } from "./succession.js";
import { UNIT_FUNCTIONS } from "./terms.js";
import { functionsOn, isOfTheBeginning, latestName, parentId, type Unit } from "./unit.js";

const MEMBERS = { most: 50 };

const { begin, beginOrGoOn, correction, step } = registerStepsOf<Unit, UnitEvent>();

/** What may be done about units. */
export const unitSteps = {
  RegisterUnit: begin({
    does: say("đăng ký đơn vị", "register a unit"),
    note: "Enters a unit into the register.",
    begins: "unit",
    fields: { unit: one(NEW_UNIT, say("đơn vị", "unit")), ...CHANGE },
    rules: [
      function unitFits({ register, data }) {
        return fits(register, data.unit, data.effectiveOn, ["unit"]);
      },
    ],
    tells: { UnitRegistered: ({ id, data }) => ({ unitId: id, ...data.unit, ...changeOf(data) }) },
  }),
  AmendUnit: correction({
    does: say("đính chính hồ sơ đơn vị", "correct the record of the unit"),
    event: "UnitAmended",
    note: "`name` takes the place of the one recorded last.",
    reason,
    fields: CORRECTED,
    rules: [
      function functionsAreHeldOnce({ state, data }) {
        const since = state.functions.filter((one) => !isOfTheBeginning(state, one)).map(({ held }) => held);
        const at = data.functions?.findIndex((one) => since.includes(one)) ?? -1;
        return at < 0 ? undefined : unitRefusals.FUNCTION_ALREADY_HELD(["functions", at]);
      },
      function correctedNameIsFree({ register, state, id, data, meta }) {
        if (data.name === null && data.kind === null) return undefined;
        const called = { kind: data.kind ?? state.kind, name: data.name ?? latestName(state) };
        const [since, today] = [state.names.at(-1)?.from ?? state.startsOn, localDateOf(meta.now)];
        const stands = parentsFrom(state, since < today ? today : since, (other) => register.get(other));
        return firstOf(stands, ({ parentId, from }) =>
          nameIsFree(register, { ...called, parentId }, from, ["name"], [id]),
        );
      },
    ],
    recorded: (unit) => ({
      ...{ kind: unit.kind, code: unit.code, name: latestName(unit) },
      functions: unit.functions.filter((one) => isOfTheBeginning(unit, one)).map(({ held }) => held),
    }),
  }),
  RenameUnit: step({
    does: say("đổi tên đơn vị", "rename the unit"),
    note: "Earlier records keep the old name.",
    fields: { name, ...CHANGE },
    rules: [
      function unitIsLive({ register, id, data }) {
        return liveOn(register, id, data.effectiveOn, ["unitId"]);
      },
      function nameChanges({ state, data }) {
        const unchanged = nameOn(state.names, data.effectiveOn) === data.name;
        return unchanged ? unitRefusals.UNIT_NAME_UNCHANGED(["name"]) : undefined;
      },
      function newNameIsFree({ register, state, id, data }) {
        const stands = parentsFrom(state, data.effectiveOn, (other) => register.get(other));
        return firstOf(stands, ({ parentId, from }) =>
          nameIsFree(register, { kind: state.kind, parentId, name: data.name }, from, ["name"], [id]),
        );
      },
    ],
    event: "UnitRenamed",
    besides: ({ id }) => ({ unitId: id }),
  }),
  PlaceUnit: step({
    does: say("chuyển sang trực thuộc đơn vị khác", "place the unit under another"),
    note: "From a day on. Who stands under a unit that is merged into another follows by itself.",
    fields: { parentId, ...CHANGE },
    rules: [
      function unitIsLive({ register, id, data }) {
        return liveOn(register, id, data.effectiveOn, ["unitId"]);
      },
      function parentChanges({ register, state, data }) {
        const stands = parentOn(state, data.effectiveOn, (id) => register.get(id));
        return stands === data.parentId ? unitRefusals.UNIT_PARENT_UNCHANGED(["parentId"]) : undefined;
      },
      function unitMayStandThere({ register, state, data }) {
        return mayStandUnder(register, state, data.parentId, data.effectiveOn);
      },
    ],
    event: "UnitPlaced",
    besides: ({ id }) => ({ unitId: id }),
  }),
  CorrectUnitParent: step({
    does: say("đính chính đơn vị cấp trên", "correct under which unit it stands"),
    note: "What was entered wrongly, at its registration or later. With the parent from before, it is taken back.",
    corrects: true,
    fields: {
      from: day(say("từ ngày đã ghi", "from"), "The day from which the wrong parent was entered to hold."),
      parentId,
      reason: lines(say("lý do", "reason"), 1000, NOBODY),
    },
    rules: [
      function parentWasEntered({ state, data }) {
        const entered = state.parents.some(({ from }) => from === data.from);
        return entered ? undefined : unitRefusals.UNIT_PARENT_NOT_RECORDED(["from"], data.from);
      },
      function parentChanges({ state, data }) {
        const wrong = state.parents.findLast(({ from }) => from === data.from);
        return wrong?.parentId === data.parentId ? unitRefusals.UNIT_PARENT_UNCHANGED(["parentId"]) : undefined;
      },
      function unitMayStandThere({ register, state, data }) {
        return mayStandUnder(register, state, data.parentId, data.from);
      },
    ],
    event: "UnitParentCorrected",
    besides: ({ id }) => ({ unitId: id }),
  }),
  MergeUnits: beginOrGoOn({
    does: say("hợp nhất, sáp nhập đơn vị", "merge units"),
    note: "Into an existing unit or a new one: give `intoId` or `newUnit`.",
    begins: "unit",
    named: "intoId",
    fields: {
      fromIds: refs("Unit", say("đơn vị được hợp nhất, sáp nhập", "merged units"), MEMBERS, "The units that end."),
      intoId: optional(ref("Unit", say("đơn vị tiếp nhận", "receiving unit"))),
      newUnit: optional(one(NEW_UNIT, say("đơn vị mới", "new unit"))),
      ...CHANGE,
    },
    rules: [
      function enoughPredecessors({ state, data }) {
        if (data.fromIds.length === 0) return unitRefusals.MERGER_NEEDS_PREDECESSOR(["fromIds"]);
        const renames = isNone(state) && data.newUnit && data.fromIds.length < 2;
        return renames ? unitRefusals.MERGER_INTO_NEW_NEEDS_TWO(["fromIds"]) : undefined;
      },
      function unitsNamedOnce({ id, data }) {
        return eachNamedOnce([...data.fromIds, id], ["fromIds"]);
      },
      function predecessorsMayEnd({ register, data }) {
        return firstOf(data.fromIds, (fromId, index) => {
          const unit = register.get(fromId);
          const path = ["fromIds", index];
          if (!unit) return unitRefusals.UNIT_NOT_FOUND(path);
          return hasNoEnd(unit, path, register) ?? mayEndOn(register, unit, data.effectiveOn, path);
        });
      },
      function successorStandsUnderNoneOfThem({ register, state, data: { fromIds, newUnit, effectiveOn } }) {
        const above = isNone(state)
          ? [newUnit?.parentId ?? null]
          : parentsFrom(state, effectiveOn, (id) => register.get(id)).map(({ parentId }) => parentId);
        return firstOf(above, (parentId) =>
          firstOf(fromIds, (fromId, index) =>
            standsUnderOthers(register, fromId, parentId, effectiveOn, ["fromIds", index]),
          ),
        );
      },
      function successorFits({ register, state, id, data }) {
        return isNone(state) && data.newUnit
          ? fits(register, data.newUnit, data.effectiveOn, ["newUnit"], data.fromIds)
          : liveOn(register, id, data.effectiveOn, ["intoId"]);
      },
    ],
    tells: {
      UnitRegistered: ({ state, id, data }) =>
        isNone(state) && data.newUnit ? { unitId: id, ...data.newUnit, ...changeOf(data) } : undefined,
      UnitsMerged: ({ id, data }) => ({ fromIds: data.fromIds, intoId: id, ...changeOf(data) }),
    },
  }),
  SplitUnit: step({
    does: say("chia, tách đơn vị", "split the unit"),
    note: "Existing units in `intoIds`, new ones in `newUnits`; together at least two. Answers with the unit that ended.",
    named: "fromId",
    fields: {
      fromId: ref("Unit", say("đơn vị được chia, tách", "the unit that is split")),
      intoIds: orElse(optional(refs("Unit", say("đơn vị tiếp nhận", "receiving units"), { ...MEMBERS, least: 0 })), []),
      newUnits: orElse(optional(many(NEW_UNIT, say("đơn vị mới", "new units"), { ...MEMBERS, least: 0 })), []),
      ...CHANGE,
    },
    looked: looked<{ readonly newUnits: readonly NewUnit[] }>(),
    when: [
      function unitHasNoEnd({ state }) {
        return hasNoEnd(state, ["fromId"]);
      },
    ],
    rules: [
      function enoughSuccessors({ data }) {
        return successorsIn(data).length < 2 ? unitRefusals.SPLIT_NEEDS_TWO(["intoIds"]) : undefined;
      },
      function unitsNamedOnce({ id, data }) {
        return eachNamedOnce([...successorsIn(data), id], ["intoIds"]);
      },
      function unitMayEnd({ register, state, data }) {
        return mayEndOn(register, state, data.effectiveOn, ["fromId"]);
      },
      function oldSuccessorsAreLive({ register, data }) {
        return firstOf(data.intoIds, (intoId, index) => liveOn(register, intoId, data.effectiveOn, ["intoIds", index]));
      },
      function newUnitsFit({ register, id, data: { newUnits, effectiveOn } }) {
        return firstOf(newUnits, (unit, index) => {
          const path = ["newUnits", index];
          const namesake = newUnits.slice(0, index).some((other) => sameName(unit.name, other.name));
          if (namesake) return unitRefusals.UNIT_NAME_TAKEN([...path, "name"], unit.name);
          return fits(register, unit, effectiveOn, path, [id]);
        });
      },
    ],
    tells: {
      UnitRegistered: ({ data }) => data.newUnits.map((unit) => ({ ...unit, ...changeOf(data) })),
      UnitSplit: ({ id, data }) => ({ fromId: id, intoIds: successorsIn(data), ...changeOf(data) }),
    },
  }),
  AbolishUnit: step({
    does: say("giải thể đơn vị", "abolish the unit"),
    fields: CHANGE,
    when: [
      function unitHasNoEnd({ state }) {
        return hasNoEnd(state, ["unitId"]);
      },
    ],
    rules: [
      function unitMayEnd({ register, state, data }) {
        return mayEndOn(register, state, data.effectiveOn, ["unitId"]);
      },
    ],
    event: "UnitAbolished",
    besides: ({ id }) => ({ unitId: id }),
  }),
  TakeBackUnitSuccession: step({
    does: say(
      "hủy việc hợp nhất, sáp nhập, chia, tách đã nhập nhầm",
      "take back a merger or split that was entered in error",
    ),
    note:
      "`unitId` is the unit that ended by it; of a merger of several, each is taken back by itself. The unit stands as if it " +
      "had not been entered; the units in which it was to go on stay. What was entered meanwhile stays with the unit that it " +
      "names.",
    fields: { reason },
    when: [hasSome("successorIds", unitRefusals.UNIT_HAS_NO_SUCCESSOR, "unitId")],
    rules: [
      function reasonIsGiven({ data }) {
        return data.reason.trim() === "" ? unitRefusals.UNIT_CORRECTION_NEEDS_REASON(["reason"]) : undefined;
      },
      function mayBeThereAgain({ register, state, meta }) {
        return mayStandAgain(register, state, dayBack(state, meta), ["unitId"]);
      },
    ],
    event: "UnitSuccessionTakenBack",
    besides: ({ register, state, id }) => ({
      unitId: id,
      receivers: state.successorIds.map((unitId) => ({ unitId, tookInOn: tookInWithout(register, unitId, id) })),
    }),
  }),
  MoveUnitFunction: step({
    does: say("chuyển chức năng sang đơn vị khác", "move a function to another unit"),
    note: "Answers with the unit that gave it.",
    named: "fromId",
    fields: {
      function: choice(UNIT_FUNCTIONS, say("chức năng", "function")),
      fromId: ref("Unit", say("đơn vị chuyển đi", "giving unit")),
      toId: ref("Unit", say("đơn vị tiếp nhận", "receiving unit")),
      ...CHANGE,
    },
    // The giver may have ended: a department's functions move as it is abolished.
    when: [
      function holdsSomeFunction({ state }) {
        const some = state.functions.some(({ to }) => to === null);
        return some ? undefined : unitRefusals.FUNCTION_NOT_HELD(["function"]);
      },
    ],
    rules: [
      function unitsDiffer({ id, data }) {
        return id === data.toId ? unitRefusals.UNIT_NAMED_TWICE(["toId"]) : undefined;
      },
      function receiverIsLive({ register, data }) {
        return liveOn(register, data.toId, data.effectiveOn, ["toId"]);
      },
      function giverHoldsIt({ state, data }) {
        // Nor is one given twice: not even one that is to go only later.
        const held = state.functions.some(
          ({ held, from, to }) => held === data.function && from <= data.effectiveOn && to === null,
        );
        return held ? undefined : unitRefusals.FUNCTION_NOT_HELD(["function"]);
      },
      function receiverLacksIt({ register, data }) {
        const receiver = register.get(data.toId);
        const held =
          receiver &&
          (functionsOn(receiver, data.effectiveOn).includes(data.function) ||
            receiver.functions.some(({ held, from }) => held === data.function && from > data.effectiveOn));
        return held ? unitRefusals.FUNCTION_ALREADY_HELD(["function"]) : undefined;
      },
    ],
    event: "UnitFunctionMoved",
  }),
};

/** From when on a unit is there again whose end is taken back: today, or from the day on which it was to end. */
function dayBack({ endsOn }: Unit, { occurredAt }: CommandMeta): LocalDate {
  const today = localDateOf(occurredAt);
  return endsOn !== null && endsOn > today ? endsOn : today;
}

/** Existing ones first. */
const successorsIn = ({
  intoIds,
  newUnits,
}: {
  readonly intoIds: readonly string[];
  readonly newUnits: readonly NewUnit[];
}): readonly string[] => [...intoIds, ...newUnits.map(({ unitId }) => unitId)];
