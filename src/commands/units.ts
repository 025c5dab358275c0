import type { Role } from "../domain/kernel/actor.js";
import type { UnitFunction, UnitKind, UnitRegister } from "../domain/unit/unit.js";
import { unitDecider } from "../domain/unit/decider.js";
import type {
  AbolishUnit,
  MergeUnits,
  MoveUnitFunction,
  NewUnit,
  RegisterUnit,
  RenameUnit,
  SplitUnit,
} from "../domain/unit/unit.js";
import type { CommandInput, CommandSpec, Resolved } from "./spec.js";

/** The organisation of the province is kept by the department that runs the ledger. */
const KEEPERS: readonly Role[] = ["PRESS_OFFICER", "ADMIN"];

const aggregate = {
  category: "unitRegister",
  decider: unitDecider,
  revisionOf: (register: UnitRegister, unitId: string) => register.units.get(unitId)?.revision,
};
/** All units are one aggregate (see domain/unit), so there is one stream. */
const common = { aggregate, may: KEEPERS, streamKey: "province" } as const;

interface ChangeInput extends CommandInput {
  readonly legalBasis: string;
  readonly effectiveOn: string;
}

export interface NewUnitInput {
  readonly kind: UnitKind;
  readonly name: string;
  readonly code?: string | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly functions?: readonly UnitFunction[] | null | undefined;
}

const newUnit = (unitId: string, input: NewUnitInput): NewUnit => ({
  unitId,
  kind: input.kind,
  name: input.name,
  code: input.code ?? null,
  parentId: input.parentId ?? null,
  functions: input.functions ?? [],
});

const change = ({ legalBasis, effectiveOn }: ChangeInput): { legalBasis: string; effectiveOn: string } => ({
  legalBasis,
  effectiveOn,
});

export interface RegisterUnitInput extends ChangeInput {
  readonly unit: NewUnitInput;
}

export const registerUnit: CommandSpec<RegisterUnitInput, RegisterUnit> = {
  ...common,
  type: "RegisterUnit",
  begins: "unit",
  resolve: (input, { newId }) => ({ data: { ...newUnit(newId("unit"), input.unit), ...change(input) } }),
};

export interface RenameUnitInput extends ChangeInput {
  readonly unitId: string;
  readonly name: string;
}

export const renameUnit: CommandSpec<RenameUnitInput, RenameUnit> = {
  ...common,
  type: "RenameUnit",
  entityId: (input) => input.unitId,
  resolve: (input) => ({ data: { unitId: input.unitId, name: input.name, ...change(input) } }),
};

export interface MergeUnitsInput extends ChangeInput {
  readonly fromIds: readonly string[];
  /** Into this unit, or else into `newUnit`. */
  readonly intoId?: string | null | undefined;
  readonly newUnit?: NewUnitInput | null | undefined;
}

export const mergeUnits: CommandSpec<MergeUnitsInput, MergeUnits> = {
  ...common,
  type: "MergeUnits",
  begins: "unit",
  entityId: (input) => input.intoId,
  resolve: (input, { newId }): Resolved<MergeUnits["data"]> => {
    const intoId = input.intoId ?? newId("unit");
    const created = !input.intoId && input.newUnit ? newUnit(intoId, input.newUnit) : null;
    return { data: { fromIds: input.fromIds, intoId, newUnit: created, ...change(input) } };
  },
};

export interface SplitUnitInput extends ChangeInput {
  readonly fromId: string;
  readonly intoIds?: readonly string[] | null | undefined;
  readonly newUnits?: readonly NewUnitInput[] | null | undefined;
}

export const splitUnit: CommandSpec<SplitUnitInput, SplitUnit> = {
  ...common,
  type: "SplitUnit",
  entityId: (input) => input.fromId,
  resolve: (input, { newId }) => {
    const newUnits = (input.newUnits ?? []).map((unit, index) => newUnit(newId(`unit:${index}`), unit));
    const intoIds = [...(input.intoIds ?? []), ...newUnits.map((unit) => unit.unitId)];
    return { data: { fromId: input.fromId, intoIds, newUnits, ...change(input) } };
  },
};

export interface AbolishUnitInput extends ChangeInput {
  readonly unitId: string;
}

export const abolishUnit: CommandSpec<AbolishUnitInput, AbolishUnit> = {
  ...common,
  type: "AbolishUnit",
  entityId: (input) => input.unitId,
  resolve: (input) => ({ data: { unitId: input.unitId, ...change(input) } }),
};

export interface MoveUnitFunctionInput extends ChangeInput {
  readonly function: UnitFunction;
  readonly fromId: string;
  readonly toId: string;
}

export const moveUnitFunction: CommandSpec<MoveUnitFunctionInput, MoveUnitFunction> = {
  ...common,
  type: "MoveUnitFunction",
  entityId: (input) => input.fromId,
  resolve: (input) => {
    const { function: moved, fromId, toId } = input;
    return { data: { function: moved, fromId, toId, ...change(input) } };
  },
};
