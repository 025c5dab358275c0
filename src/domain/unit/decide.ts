import type { Decision } from "../kernel/decider.js";
import { unlessRefused } from "../kernel/decider.js";
import type { Instant } from "../kernel/time.js";
import {
  abolishPolicies,
  mergePolicies,
  moveFunctionPolicies,
  registerPolicies,
  renamePolicies,
  splitPolicies,
} from "./policies.js";
import type { NewUnit, UnitCommand, UnitEvent, UnitRegister } from "./unit.js";

export function decide(command: UnitCommand, register: UnitRegister): Decision<UnitEvent> {
  const { occurredAt, lateEntryReason } = command.meta;
  const stamp = { occurredAt, ...(lateEntryReason === undefined ? {} : { reason: lateEntryReason }) };
  switch (command.type) {
    case "RegisterUnit": {
      const { data, meta } = command;
      return unlessRefused(registerPolicies, { register, meta, data }, () => [registered(data, data, stamp)]);
    }
    case "RenameUnit": {
      const { data, meta } = command;
      return unlessRefused(renamePolicies, { register, meta, data }, () => [{ type: "UnitRenamed", data, ...stamp }]);
    }
    case "MergeUnits": {
      const { data, meta } = command;
      const { newUnit, ...merger } = data;
      return unlessRefused(mergePolicies, { register, meta, data }, () => [
        ...(newUnit ? [registered(newUnit, data, stamp)] : []),
        { type: "UnitsMerged", data: merger, ...stamp },
      ]);
    }
    case "SplitUnit": {
      const { data, meta } = command;
      const { newUnits, ...split } = data;
      return unlessRefused(splitPolicies, { register, meta, data }, () => [
        ...newUnits.map((unit) => registered(unit, data, stamp)),
        { type: "UnitSplit", data: split, ...stamp },
      ]);
    }
    case "AbolishUnit": {
      const { data, meta } = command;
      return unlessRefused(abolishPolicies, { register, meta, data }, () => [
        { type: "UnitAbolished", data, ...stamp },
      ]);
    }
    case "MoveUnitFunction": {
      const { data, meta } = command;
      return unlessRefused(moveFunctionPolicies, { register, meta, data }, () => [
        { type: "UnitFunctionMoved", data, ...stamp },
      ]);
    }
  }
}

function registered(
  unit: NewUnit,
  { legalBasis, effectiveOn }: { legalBasis: string; effectiveOn: string },
  stamp: { occurredAt: Instant; reason?: string },
): UnitEvent {
  const { unitId, kind, name, code, parentId, functions } = unit;
  return {
    type: "UnitRegistered",
    data: { unitId, kind, name, code, parentId, functions, legalBasis, effectiveOn },
    ...stamp,
  };
}
